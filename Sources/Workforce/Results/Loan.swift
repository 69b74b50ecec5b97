/// Agents of one campaign who take another's contacts for a stretch of one day.
///
/// They stay on their own campaign's shifts and payroll; in these intervals they cover the
/// borrower and not the lender.
public struct Loan: Hashable, Sendable, Codable {
    public var lender: Identifier<Campaign>
    public var borrower: Identifier<Campaign>
    /// Day of the horizon.
    public var day: Int
    public var range: ClockRange
    public var agents: Int

    public init(
        lender: Identifier<Campaign>, borrower: Identifier<Campaign>, day: Int, range: ClockRange, agents: Int
    ) {
        self.lender = lender
        self.borrower = borrower
        self.day = day
        self.range = range
        self.agents = agents
    }

    public var week: Int { day / 7 }
    public var agentMinutes: Int { agents * range.minutes }
}

/// A loan of a named agent.
public struct AgentLoan: Hashable, Sendable, Codable {
    public var agent: Identifier<Agent>
    public var borrower: Identifier<Campaign>
    /// Day of the horizon.
    public var day: Int
    public var range: ClockRange

    public init(agent: Identifier<Agent>, borrower: Identifier<Campaign>, day: Int, range: ClockRange) {
        self.agent = agent
        self.borrower = borrower
        self.day = day
        self.range = range
    }
}

/// Campaigns that could help each other in one week, solved together.
public struct SharedWeek: Hashable, Sendable, Codable {
    public var week: Int
    public var campaigns: [Identifier<Campaign>]
    /// Cost of all their tours, loans included, and the proved bound of the joint problem, cents.
    public var optimality: Optimality
    /// Cost of the same campaigns without a loan, each scheduled alone, cents.
    public var apartCost: Double

    public init(
        week: Int, campaigns: [Identifier<Campaign>], optimality: Optimality, apartCost: Double
    ) {
        self.week = week
        self.campaigns = campaigns
        self.optimality = optimality
        self.apartCost = apartCost
    }

    public var saving: Double { apartCost - optimality.cost }
}
