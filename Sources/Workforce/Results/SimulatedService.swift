/// A mean over replications of a simulation.
public struct SimulatedMean: Hashable, Sendable, Codable {
    public var value: Double
    /// Half of the 95 % confidence interval; nil with fewer than two replications.
    public var halfWidth: Double?

    public init(value: Double, halfWidth: Double?) {
        self.value = value
        self.halfWidth = halfWidth
    }
}

/// What the callers of an activity met in a stretch of time, over all replications.
public struct SimulatedPeriod: Hashable, Sendable, Codable {
    /// Percentages at which `levels` are given.
    public static let percentiles = [5, 25, 50, 75, 95]

    /// Mean number of contacts offered.
    public var contacts: Double
    /// Service level as the contract counts it; nil where no contact came.
    public var serviceLevel: SimulatedMean?
    /// The service level that so many per cent of the replications stay at or below
    /// (`percentiles`); empty where no contact came.
    public var levels: [Double]
    /// Share of replications that meet the contract's service level; nil where it asks for none.
    public var meetsTarget: Double?
    /// The service level that the queueing formulas predict for the same plan.
    public var predicted: Double?
    /// Share of contacts gone before an answer.
    public var abandonment: SimulatedMean?
    /// Mean wait of those answered, in seconds.
    public var answerSeconds: SimulatedMean?

    public init(
        contacts: Double, serviceLevel: SimulatedMean?, levels: [Double], meetsTarget: Double?,
        predicted: Double?, abandonment: SimulatedMean?, answerSeconds: SimulatedMean?
    ) {
        self.contacts = contacts
        self.serviceLevel = serviceLevel
        self.levels = levels
        self.meetsTarget = meetsTarget
        self.predicted = predicted
        self.abandonment = abandonment
        self.answerSeconds = answerSeconds
    }
}

/// The same for one interval of the horizon.
public struct SimulatedInterval: Hashable, Sendable, Codable {
    public var contacts: Double
    public var serviceLevel: SimulatedMean?
    public var predicted: Double?
    public var abandonment: Double?

    public init(
        contacts: Double, serviceLevel: SimulatedMean?, predicted: Double?, abandonment: Double?
    ) {
        self.contacts = contacts
        self.serviceLevel = serviceLevel
        self.predicted = predicted
        self.abandonment = abandonment
    }
}

/// One queued activity in a simulated plan.
public struct SimulatedActivity: Hashable, Sendable, Codable {
    public var activity: ActivityKey
    /// The contract's service level, between 0 and 1; nil = not asked.
    public var target: Double?
    public var overall: SimulatedPeriod
    /// Per week and per day of the horizon.
    public var weeks: [SimulatedPeriod]
    public var days: [SimulatedPeriod]
    /// Per interval of the horizon, by the contacts that arrive in it; nil where none ever came.
    public var intervals: [SimulatedInterval?]

    public init(
        activity: ActivityKey, target: Double?, overall: SimulatedPeriod, weeks: [SimulatedPeriod],
        days: [SimulatedPeriod], intervals: [SimulatedInterval?]
    ) {
        self.activity = activity
        self.target = target
        self.overall = overall
        self.weeks = weeks
        self.days = days
        self.intervals = intervals
    }
}

/// Work that can wait in a simulated plan: items of a backlog, or conversations from a list.
public struct SimulatedWork: Hashable, Sendable, Codable {
    /// One week of it.
    public struct Week: Hashable, Sendable, Codable {
        /// Items that came in on average, or conversations that the plan wants.
        public var wanted: Double
        public var done: SimulatedMean

        public init(wanted: Double, done: SimulatedMean) {
            self.wanted = wanted
            self.done = done
        }
    }

    public var activity: ActivityKey
    public var weeks: [Week]
    /// The weeks together; at the start items may wait that came in before.
    public var overall: Week
    /// Mean agent-hours spent on it.
    public var hours: Double
    /// Items: share done by their due time, of those due within the horizon.
    public var inTime: SimulatedMean?
    /// Items: mean number that wait when the horizon ends.
    public var left: Double?
    /// Conversations: sales expected from them.
    public var sales: Double?

    public init(
        activity: ActivityKey, weeks: [Week], overall: Week, hours: Double, inTime: SimulatedMean?,
        left: Double?, sales: Double?
    ) {
        self.activity = activity
        self.weeks = weeks
        self.overall = overall
        self.hours = hours
        self.inTime = inTime
        self.left = left
        self.sales = sales
    }
}

/// The people of one campaign in a simulated plan.
public struct SimulatedCampaign: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    /// Agent-hours on the line, and the share of them in contact; nil where nobody was there.
    public var onlineHours: Double
    public var occupancy: SimulatedMean?
    /// Mean agents on the line, per interval of the horizon.
    public var agents: [Double]

    public init(
        campaign: Identifier<Campaign>, onlineHours: Double, occupancy: SimulatedMean?, agents: [Double]
    ) {
        self.campaign = campaign
        self.onlineHours = onlineHours
        self.occupancy = occupancy
        self.agents = agents
    }
}

/// What a plan gives when its days are played through, many times over.
public struct SimulatedService: Hashable, Sendable, Codable {
    /// Replications done: fewer than asked for where the run was stopped.
    public var replications: Int
    public var seed: UInt64
    public var campaigns: [SimulatedCampaign]
    /// Activities whose contacts queue, and work that can wait.
    public var activities: [SimulatedActivity]
    public var works: [SimulatedWork]

    public init(
        replications: Int, seed: UInt64, campaigns: [SimulatedCampaign], activities: [SimulatedActivity],
        works: [SimulatedWork] = []
    ) {
        self.replications = replications
        self.seed = seed
        self.campaigns = campaigns
        self.activities = activities
        self.works = works
    }

    public subscript(key: ActivityKey) -> SimulatedActivity? { activities.first { $0.activity == key } }
}
