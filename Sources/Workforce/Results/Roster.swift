/// One agent's week.
public struct RosterLine: Hashable, Sendable, Codable {
    public var agent: Identifier<Agent>
    public var week: Int
    public var campaign: Identifier<Campaign>
    /// The tour given, Monday first (7 entries); nil = the group offered none.
    public var tour: Tour?
    /// Days struck out by an absence known after the tours were made.
    public var struck: [Bool]

    public init(
        agent: Identifier<Agent>, week: Int, campaign: Identifier<Campaign>, tour: Tour?,
        struck: [Bool] = [Bool](repeating: false, count: 7)
    ) {
        self.agent = agent
        self.week = week
        self.campaign = campaign
        self.tour = tour
        self.struck = (0..<7).map { $0 < struck.count ? struck[$0] : false }
    }

    /// What is worked on a weekday (0 = Monday).
    public func shift(on weekday: Int) -> Shift? { struck[weekday] ? nil : tour?.shifts[weekday] }
}

/// A tour that nobody could take.
public struct UnfilledTour: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    public var week: Int
    public var tour: Tour

    public init(campaign: Identifier<Campaign>, week: Int, tour: Tour) {
        self.campaign = campaign
        self.week = week
        self.tour = tour
    }
}

/// Who works when.
public struct Roster: Hashable, Sendable, Codable {
    /// By week, then in the order of the floor's agents.
    public var lines: [RosterLine]
    public var unfilled: [UnfilledTour]
    /// Who is lent to which campaign when: the schedule's loans, by day, then in the order of the lines.
    public var loans: [AgentLoan]
    /// Sum of weekly costs (weights of wishes, fairness, unfilled tours) with its bound.
    public var optimality: Optimality

    public init(
        lines: [RosterLine], unfilled: [UnfilledTour], loans: [AgentLoan] = [], optimality: Optimality
    ) {
        self.lines = lines
        self.unfilled = unfilled
        self.loans = loans
        self.optimality = optimality
    }
}

/// A line of a roster already sent (`published/*.csv`): binds rest and runs of days across weeks.
public struct PublishedShift: Hashable, Sendable, Codable {
    public var agent: Identifier<Agent>
    public var date: CivilDate
    public var range: ClockRange

    public init(agent: Identifier<Agent>, date: CivilDate, range: ClockRange) {
        self.agent = agent
        self.date = date
        self.range = range
    }
}
