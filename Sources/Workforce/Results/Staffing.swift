/// Which campaign each agent works for in each week.
public struct Staffing: Hashable, Sendable, Codable {
    public var posts: [Post]
    /// Agent-hours a campaign lacks in a week beyond what its agents can give.
    public var shortages: [Shortage]
    public var optimality: Optimality

    public init(posts: [Post], shortages: [Shortage], optimality: Optimality) {
        self.posts = posts
        self.shortages = shortages
        self.optimality = optimality
    }

    public struct Post: Hashable, Sendable, Codable {
        public var agent: Identifier<Agent>
        public var week: Int
        public var campaign: Identifier<Campaign>
        /// The agent lacks a skill or the campaign's training, to be given before this week.
        public var needsTraining: Bool

        public init(
            agent: Identifier<Agent>, week: Int, campaign: Identifier<Campaign>, needsTraining: Bool
        ) {
            self.agent = agent
            self.week = week
            self.campaign = campaign
            self.needsTraining = needsTraining
        }
    }

    public struct Shortage: Hashable, Sendable, Codable {
        public var campaign: Identifier<Campaign>
        public var week: Int
        public var hours: Double

        public init(campaign: Identifier<Campaign>, week: Int, hours: Double) {
            self.campaign = campaign
            self.week = week
            self.hours = hours
        }
    }

    public func agents(on campaign: Identifier<Campaign>, week: Int) -> [Identifier<Agent>] {
        posts.filter { $0.week == week && $0.campaign == campaign }.map(\.agent)
    }

    public func campaign(of agent: Identifier<Agent>, week: Int) -> Identifier<Campaign>? {
        posts.first { $0.week == week && $0.agent == agent }?.campaign
    }
}
