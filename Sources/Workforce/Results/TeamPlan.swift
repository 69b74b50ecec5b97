public struct Team: Hashable, Sendable, Codable {
    public var supervisor: Identifier<Supervisor>
    public var campaign: Identifier<Campaign>
    public var agents: [Identifier<Agent>]
    /// Share of the team's working time when its supervisor is there, between 0 and 1.
    public var overlapShare: Double

    public init(
        supervisor: Identifier<Supervisor>, campaign: Identifier<Campaign>, agents: [Identifier<Agent>],
        overlapShare: Double
    ) {
        self.supervisor = supervisor
        self.campaign = campaign
        self.agents = agents
        self.overlapShare = overlapShare
    }
}

/// Agents in teams under supervisors, for the whole horizon.
public struct TeamPlan: Hashable, Sendable, Codable {
    public var teams: [Team]
    public var unassigned: [Identifier<Agent>]
    public var optimality: Optimality

    public init(teams: [Team], unassigned: [Identifier<Agent>], optimality: Optimality) {
        self.teams = teams
        self.unassigned = unassigned
        self.optimality = optimality
    }
}

public struct TrainingSession: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    /// 1 for the first session of the course.
    public var number: Int
    /// Day of the horizon.
    public var day: Int
    public var range: ClockRange
    public var trainer: Identifier<Trainer>
    public var room: Identifier<Room>
    public var agents: [Identifier<Agent>]

    public init(
        campaign: Identifier<Campaign>, number: Int, day: Int, range: ClockRange,
        trainer: Identifier<Trainer>, room: Identifier<Room>, agents: [Identifier<Agent>]
    ) {
        self.campaign = campaign
        self.number = number
        self.day = day
        self.range = range
        self.trainer = trainer
        self.room = room
        self.agents = agents
    }
}

public struct TrainingPlan: Hashable, Sendable, Codable {
    public var sessions: [TrainingSession]
    /// Agents who need a course that could not be placed before their launch.
    public var unplaced: [Unplaced]
    /// Cost is the coverage lost, in agent-minutes below requirement.
    public var optimality: Optimality

    public struct Unplaced: Hashable, Sendable, Codable {
        public var agent: Identifier<Agent>
        public var campaign: Identifier<Campaign>

        public init(agent: Identifier<Agent>, campaign: Identifier<Campaign>) {
            self.agent = agent
            self.campaign = campaign
        }
    }

    public init(sessions: [TrainingSession], unplaced: [Unplaced], optimality: Optimality) {
        self.sessions = sessions
        self.unplaced = unplaced
        self.optimality = optimality
    }
}
