/// How campaigns may help each other with agents; a scenario without it keeps every agent
/// on one campaign a week.
public struct AgentSharing: Hashable, Sendable, Codable {
    /// Shortest loan, in minutes of one day.
    public var minimumLoanMinutes: Int
    /// What changing to another campaign and back costs: one loan of one agent.
    public var pricePerLoan: Money

    public init(minimumLoanMinutes: Int = 30, pricePerLoan: Money = Money(cents: 200)) {
        self.minimumLoanMinutes = minimumLoanMinutes
        self.pricePerLoan = pricePerLoan
    }
}

extension Scenario {
    /// Whether an agent posted elsewhere may take a campaign's contacts.
    ///
    /// A campaign of the agent's site that the agent is listed for (any, for an agent without a
    /// home), whose skills the agent has, and whose course, where one is given within the
    /// horizon, the agent does not need or has had.
    ///
    /// - Parameter former: campaigns that the agent was posted to in earlier weeks of the horizon,
    ///   and so has been taught.
    public func mayHelp(_ agent: Agent, _ campaign: Campaign, former: Set<Identifier<Campaign>>) -> Bool {
        guard campaign.site == agent.site, agent.homeCampaign == nil || agent.campaigns.contains(campaign.id)
        else { return false }
        let isSkilled = campaign.requiredSkills.isSubset(of: agent.skills)
        let isNew = campaign.training != nil && campaign.launch.flatMap(horizon.day(of:)) != nil
        // Without a skill to tell who knows a new campaign, everybody has to learn it.
        let mustLearn = isNew && (!isSkilled || campaign.requiredSkills.isEmpty)
        return mustLearn ? former.contains(campaign.id) : isSkilled
    }
}
