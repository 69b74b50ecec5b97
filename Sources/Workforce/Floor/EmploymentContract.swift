/// The working time a kind of contract gives, week by week.
///
/// All hours here are *paid* time: paid breaks inside, lunch outside. Legal
/// maxima in `WorkRules` count *effective* time, which excludes both.
public struct EmploymentContract: Hashable, Sendable, Codable, Identifiable {
    public var id: Identifier<EmploymentContract>
    public var name: String
    /// Paid minutes of a full week; the most of them where `leastWeeklyMinutes` makes it a range.
    public var weeklyMinutes: Int
    /// Least paid minutes of a full week whose hours may vary; nil = always `weeklyMinutes`.
    public var leastWeeklyMinutes: Int?
    /// Most paid minutes of a week beyond what the contract owes: overtime of a full-timer,
    /// complementary hours of a part-timer. The rules may allow less (`WorkRules.overtimeLimit`).
    public var overtimeMinutes: Int
    /// Most minutes of a week that an agent who agrees goes home early, unpaid.
    public var voluntaryTimeOffMinutes: Int
    /// Whether a day may be worked in two parts, an unpaid interruption between them.
    public var allowsSplitShifts: Bool
    /// Days worked in a full week.
    public var daysPerWeek: ClosedRange<Int>
    /// Paid minutes of one worked day, least and most.
    public var dailyMinutes: ClosedRange<Int>
    /// Whether rest breaks count as paid time (lunch never does).
    public var breaksArePaid: Bool
    /// Earliest start and latest end of a shift.
    public var workingWindow: ClockRange
    /// Weekdays that may be worked.
    public var weekdays: Set<Weekday>
    /// In sizing mode: at most this many people of this contract; nil = no limit.
    public var maximumHeadcount: Int?
    /// Gross wage per paid hour where the agent has none of their own.
    public var grossHourlyWage: UnitPrice
    /// Daily starts in one week differ by at most this many minutes; nil = no bound.
    public var startSpreadMinutes: Int?
    /// Weekly hours that vary and even out over a period; nil = the same every week.
    public var modulation: Modulation?
    /// Weekend days worked in turn; empty = as each week needs.
    public var rotations: [DayRotation]

    public init(
        id: Identifier<EmploymentContract>, name: String, weeklyMinutes: Int, daysPerWeek: ClosedRange<Int>,
        dailyMinutes: ClosedRange<Int>, breaksArePaid: Bool = true,
        workingWindow: ClockRange = ClockRange(.midnight, .endOfDay),
        weekdays: Set<Weekday> = Set(Weekday.allCases), maximumHeadcount: Int? = nil,
        grossHourlyWage: UnitPrice, startSpreadMinutes: Int? = nil,
        modulation: Modulation? = nil, rotations: [DayRotation] = [], leastWeeklyMinutes: Int? = nil,
        overtimeMinutes: Int = 0, voluntaryTimeOffMinutes: Int = 0, allowsSplitShifts: Bool = false
    ) {
        self.id = id
        self.name = name
        self.weeklyMinutes = weeklyMinutes
        self.daysPerWeek = daysPerWeek
        self.dailyMinutes = dailyMinutes
        self.breaksArePaid = breaksArePaid
        self.workingWindow = workingWindow
        self.weekdays = weekdays
        self.maximumHeadcount = maximumHeadcount
        self.grossHourlyWage = grossHourlyWage
        self.startSpreadMinutes = startSpreadMinutes
        self.modulation = modulation
        self.rotations = rotations
        self.leastWeeklyMinutes = leastWeeklyMinutes
        self.overtimeMinutes = overtimeMinutes
        self.voluntaryTimeOffMinutes = voluntaryTimeOffMinutes
        self.allowsSplitShifts = allowsSplitShifts
    }

    public var weeklyHours: Double { Double(weeklyMinutes) / 60 }

    /// Whether a week may pay more or less than another.
    public var hasFlexibleHours: Bool {
        overtimeMinutes > 0 || voluntaryTimeOffMinutes > 0
            || (leastWeeklyMinutes ?? weeklyMinutes) < weeklyMinutes
    }

    /// Paid minutes that a day of absence counts for: the mean worked day.
    public var absenceDayMinutes: Int {
        weeklyMinutes / max(1, daysPerWeek.upperBound)
    }
}
