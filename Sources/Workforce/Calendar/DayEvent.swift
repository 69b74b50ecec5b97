/// Something that changes the contacts of whole days: a mailing, an invoice run, a
/// television spot, an outage.
///
/// Days of one name share one effect, learned from the history unless it is given.
public struct DayEvent: Hashable, Sendable, Codable {
    public var name: String
    /// First and last day.
    public var days: ClosedRange<CivilDate>
    /// Contacts relative to those of the same day without the event (1.3 = 30 % more), finite
    /// and ≥ 0; nil = learned. Other causes of the day keep their own effects, which multiply.
    public var factor: Double?
    /// Campaign concerned; nil = all.
    public var campaign: Identifier<Campaign>?

    public init(
        name: String, days: ClosedRange<CivilDate>, factor: Double? = nil,
        campaign: Identifier<Campaign>? = nil
    ) {
        self.name = name
        self.days = days
        self.factor = factor
        self.campaign = campaign
    }
}

/// The school holidays of one zone.
public struct SchoolHolidays: Hashable, Sendable, Codable {
    /// `A`, `B`, `C` in metropolitan France.
    public var zone: String
    /// First and last day without school.
    public var periods: [ClosedRange<CivilDate>]

    public init(zone: String, periods: [ClosedRange<CivilDate>]) {
        self.zone = zone
        self.periods = periods
    }

    public func contains(_ date: CivilDate) -> Bool { periods.contains { $0.contains(date) } }
}

/// Days that differ from their weekday for a known reason.
public struct EventCalendar: Hashable, Sendable, Codable {
    public var holidays: HolidayCalendar
    public var schoolHolidays: [SchoolHolidays]
    public var events: [DayEvent]

    public init(
        holidays: HolidayCalendar, schoolHolidays: [SchoolHolidays] = [], events: [DayEvent] = []
    ) {
        self.holidays = holidays
        self.schoolHolidays = schoolHolidays
        self.events = events
    }
}

/// Why a day differs from its weekday.
public enum DayCause: Hashable, Sendable, Codable {
    /// A public holiday of the region.
    case holiday(Holiday)
    /// A day off of a data file or of `extraHolidays`; the name may be empty.
    case otherHoliday(name: String)
    /// The last working day before a holiday, and the first after it.
    case holidayEve, holidayMorrow
    /// A working day between a holiday and a weekend.
    case bridge
    case schoolHolidays(zone: String)
    case event(name: String)
}

/// What one cause does to the contacts of a day.
public struct DayEffect: Hashable, Sendable, Codable {
    public var cause: DayCause
    /// Contacts relative to an ordinary day of the same weekday.
    public var factor: Double
    /// Between these the factor lies with 80 %; equal to it where it was given.
    public var low: Double
    public var high: Double
    /// Days of the history it was learned from; 0 = never seen, taken from its kin.
    public var days: Int
    /// Stated by the user rather than learned.
    public var isGiven: Bool

    public init(
        cause: DayCause, factor: Double, low: Double, high: Double, days: Int, isGiven: Bool = false
    ) {
        self.cause = cause
        self.factor = factor
        self.low = low
        self.high = high
        self.days = days
        self.isGiven = isGiven
    }
}

extension DayCause: Comparable {
    private var rank: (Int, String) {
        switch self {
        case .holiday(let holiday):
            (Holiday.allCases.firstIndex(of: holiday) ?? 0, "")
        case .otherHoliday(let name): (100, name)
        case .holidayEve: (101, "")
        case .holidayMorrow: (102, "")
        case .bridge: (103, "")
        case .schoolHolidays(let zone): (104, zone)
        case .event(let name): (105, name)
        }
    }

    /// The order of lists: holidays through the year, their surroundings, school holidays, events.
    public static func < (a: DayCause, b: DayCause) -> Bool { a.rank < b.rank }
}
