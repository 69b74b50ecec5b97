/// People of one contract who can work the same days of a week at the same hours,
/// and so may exchange tours.
public struct TourGroup: Hashable, Sendable, Codable {
    public var contract: Identifier<EmploymentContract>
    /// Days that may be worked, Monday first: leave, holidays of the campaign,
    /// unavailable weekdays and days before launch are off.
    public var workableDays: [Bool]
    /// Daily window of work.
    public var window: ClockRange
    /// Paid minutes owed this week: the contract's, less approved leave.
    public var owedMinutes: Int
    public var daysPerWeek: ClosedRange<Int>
    /// Named mode: exactly this many tours. Sizing mode: at most; nil = no limit.
    public var headcount: Int?
    /// Named mode: the agents themselves, by employee number. Empty in sizing mode.
    public var agents: [Identifier<Agent>]
    /// How far a tour's paid time may lie from what is owed; nil = it pays what is owed.
    public var flexibility: HoursFlexibility?

    public init(
        contract: Identifier<EmploymentContract>, workableDays: [Bool], window: ClockRange, owedMinutes: Int,
        daysPerWeek: ClosedRange<Int>, headcount: Int?, agents: [Identifier<Agent>],
        flexibility: HoursFlexibility? = nil
    ) {
        self.contract = contract
        self.workableDays = (0..<7).map { $0 < workableDays.count ? workableDays[$0] : false }
        self.window = window
        self.owedMinutes = owedMinutes
        self.daysPerWeek = daysPerWeek
        self.headcount = headcount
        self.agents = agents
        self.flexibility = flexibility
    }
}

/// How far the paid time of a group's tours may lie from what is owed in a week, in minutes.
public struct HoursFlexibility: Hashable, Sendable, Codable {
    /// Paid time of a tour with neither overtime nor time off: the longest that can be reached
    /// within what is owed.
    public var normalMinutes: Int
    /// Least paid time that is owed; below it begins voluntary time off.
    public var leastMinutes: Int
    /// Most beyond what is owed, and most below `leastMinutes`.
    public var overtimeMinutes: Int
    public var timeOffMinutes: Int

    public init(normalMinutes: Int, leastMinutes: Int, overtimeMinutes: Int, timeOffMinutes: Int) {
        self.normalMinutes = normalMinutes
        self.leastMinutes = leastMinutes
        self.overtimeMinutes = overtimeMinutes
        self.timeOffMinutes = timeOffMinutes
    }
}

public struct TourCount: Hashable, Sendable, Codable {
    /// Index into `PoolWeek.groups`.
    public var group: Int
    public var tour: Tour
    public var count: Int

    public init(group: Int, tour: Tour, count: Int) {
        self.group = group
        self.tour = tour
        self.count = count
    }
}

/// The anonymous tours of one campaign's pool in one week.
public struct PoolWeek: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    public var week: Int
    public var groups: [TourGroup]
    public var tours: [TourCount]
    public var optimality: Optimality

    public init(
        campaign: Identifier<Campaign>, week: Int, groups: [TourGroup], tours: [TourCount],
        optimality: Optimality
    ) {
        self.campaign = campaign
        self.week = week
        self.groups = groups
        self.tours = tours
        self.optimality = optimality
    }
}

public struct Schedule: Hashable, Sendable, Codable {
    /// By week, then by campaign in the order of the scenario.
    public var pools: [PoolWeek]
    /// Where few kinds of shift are wanted: those chosen, by campaign in the order of the scenario.
    public var kinds: [CampaignShiftKinds]
    /// Where hours or weekends are decided over all weeks together: the cost of
    /// all pools, and what no such decision costs less than. Each pool's own
    /// bound takes the decision as given.
    public var acrossWeeks: Optimality?
    /// Agents lent between campaigns, by day, then campaign. Each pool's optimality counts them.
    public var loans: [Loan]
    /// The weeks of campaigns that may lend agents, each with its joint bound.
    public var shared: [SharedWeek]
    /// Weeks whose needs were placed together with the tours, in the order of the pools. Each pool's
    /// own optimality takes the placed needs as given.
    public var placed: [PlacedNeeds]

    public init(
        pools: [PoolWeek], kinds: [CampaignShiftKinds] = [], acrossWeeks: Optimality? = nil,
        loans: [Loan] = [], shared: [SharedWeek] = [], placed: [PlacedNeeds] = []
    ) {
        self.pools = pools
        self.kinds = kinds
        self.acrossWeeks = acrossWeeks
        self.loans = loans
        self.shared = shared
        self.placed = placed
    }

    /// Tours per contract of one campaign and week.
    public func headcount(campaign: Identifier<Campaign>, week: Int) -> [Identifier<EmploymentContract>: Int]
    {
        var counts: [Identifier<EmploymentContract>: Int] = [:]
        for pool in pools where pool.campaign == campaign && pool.week == week {
            for entry in pool.tours { counts[entry.tour.contract, default: 0] += entry.count }
        }
        return counts
    }
}
