/// Where the expected volume comes from.
public enum DemandSource: Hashable, Sendable, Codable {
    /// A history file of the workspace, to be forecast.
    case history
    /// Contacts per calendar month, spread by a named profile.
    case monthlyVolume(contactsPerMonth: Double, profile: VolumeProfile)
}

/// How a month's volume spreads over weekdays and over the day.
public struct VolumeProfile: Hashable, Sendable, Codable {
    public var name: String
    /// Relative weight of each weekday, Monday first.
    public var weekdayWeights: [Double]
    /// Relative weight of each hour of the day (24).
    public var hourWeights: [Double]

    public init(name: String, weekdayWeights: [Double], hourWeights: [Double]) {
        self.name = name
        self.weekdayWeights = (0..<7).map { $0 < weekdayWeights.count ? max(0, weekdayWeights[$0]) : 0 }
        self.hourWeights = (0..<24).map { $0 < hourWeights.count ? max(0, hourWeights[$0]) : 0 }
    }
}

/// What the client contract asks of every interval.
public struct ServiceTarget: Hashable, Sendable, Codable {
    /// Share of offered calls answered within `threshold`, between 0 and 1; nil = not asked.
    public var serviceLevel: Double?
    public var threshold: Seconds
    public var maximumOccupancy: Double?
    /// Largest share of calls that hang up; needs a patience.
    public var maximumAbandonment: Double?
    /// Largest mean wait.
    public var maximumAnswerSpeed: Seconds?

    public init(
        serviceLevel: Double? = 0.8, threshold: Seconds = Seconds(20), maximumOccupancy: Double? = nil,
        maximumAbandonment: Double? = nil, maximumAnswerSpeed: Seconds? = nil
    ) {
        self.serviceLevel = serviceLevel
        self.threshold = threshold
        self.maximumOccupancy = maximumOccupancy
        self.maximumAbandonment = maximumAbandonment
        self.maximumAnswerSpeed = maximumAnswerSpeed
    }
}

public struct InboundTerms: Hashable, Sendable, Codable {
    public var demand: DemandSource
    /// Mean handle time (talk, hold, wrap-up) where the history has none.
    public var handleTime: Seconds
    /// Mean patience before hanging up; nil = callers wait for ever (Erlang C).
    public var patience: Seconds?
    public var target: ServiceTarget
    /// Factor on forecast volumes and handle times (what-if, planner's override); 1 = as forecast.
    public var volumeFactor: Double
    public var handleTimeShift: Seconds

    public init(
        demand: DemandSource, handleTime: Seconds, patience: Seconds? = nil,
        target: ServiceTarget = ServiceTarget(), volumeFactor: Double = 1,
        handleTimeShift: Seconds = Seconds(0)
    ) {
        self.demand = demand
        self.handleTime = handleTime
        self.patience = patience
        self.target = target
        self.volumeFactor = volumeFactor
        self.handleTimeShift = handleTimeShift
    }
}

public enum DialingMode: String, Sendable, Codable, CaseIterable {
    /// The agent reads the record, then dials.
    case preview
    /// The system dials as soon as an agent is free.
    case progressive
}

public struct OutboundTerms: Hashable, Sendable, Codable {
    /// Records to work.
    public var listSize: Int
    /// First and last day of calling; nil = the campaign's.
    public var start: CivilDate?
    public var end: CivilDate?
    /// Chance that one attempt reaches the right person, between 0 and 1.
    public var reachRate: Double
    public var maximumAttempts: Int
    /// Share of reached people who hear the pitch to its end (CA / contacts).
    public var pitchRate: Double
    /// Share of pitched contacts who buy (CA+ / CA).
    public var conversionRate: Double
    /// Talk and wrap-up of a reached contact.
    public var handleTime: Seconds
    /// Preparation and dialling of one attempt.
    public var setupTime: Seconds
    /// Ringing and disposing of a failed attempt.
    public var failedAttemptTime: Seconds
    /// Ringing before an answer.
    public var answerTime: Seconds
    public var mode: DialingMode
    /// Calls to consumers obey the calling windows; calls to businesses do not.
    public var isConsumer: Bool
    /// Hours to add to the site's clock to get the consumer's.
    public var consumerClockOffsetMinutes: Int
    /// Longer legal gap after each conversation (complex script).
    public var isComplex: Bool
    /// Most agents on this activity at once; nil = no limit.
    public var maximumAgents: Int?
    public var volumeFactor: Double
    public var handleTimeShift: Seconds

    public init(
        listSize: Int, start: CivilDate? = nil, end: CivilDate? = nil, reachRate: Double,
        maximumAttempts: Int = 4, pitchRate: Double = 1, conversionRate: Double, handleTime: Seconds,
        setupTime: Seconds = Seconds(10), failedAttemptTime: Seconds = Seconds(25),
        answerTime: Seconds = Seconds(12), mode: DialingMode = .progressive, isConsumer: Bool = true,
        consumerClockOffsetMinutes: Int = 0, isComplex: Bool = false, maximumAgents: Int? = nil,
        volumeFactor: Double = 1, handleTimeShift: Seconds = Seconds(0)
    ) {
        self.listSize = listSize
        self.start = start
        self.end = end
        self.reachRate = reachRate
        self.maximumAttempts = maximumAttempts
        self.pitchRate = pitchRate
        self.conversionRate = conversionRate
        self.handleTime = handleTime
        self.setupTime = setupTime
        self.failedAttemptTime = failedAttemptTime
        self.answerTime = answerTime
        self.mode = mode
        self.isConsumer = isConsumer
        self.consumerClockOffsetMinutes = consumerClockOffsetMinutes
        self.isComplex = isComplex
        self.maximumAgents = maximumAgents
        self.volumeFactor = volumeFactor
        self.handleTimeShift = handleTimeShift
    }
}

/// Back office, e-mail: contacts that wait, with a due date.
public struct DeferredTerms: Hashable, Sendable, Codable {
    public var demand: DemandSource
    public var handleTime: Seconds
    /// Time within which an item must be done.
    public var dueWithin: Seconds

    public init(demand: DemandSource, handleTime: Seconds, dueWithin: Seconds) {
        self.demand = demand
        self.handleTime = handleTime
        self.dueWithin = dueWithin
    }
}

public struct ChatTerms: Hashable, Sendable, Codable {
    public var demand: DemandSource
    /// Handle time of one conversation held alone.
    public var handleTime: Seconds
    /// Conversations an agent holds at once.
    public var concurrency: Int
    public var target: ServiceTarget

    public init(demand: DemandSource, handleTime: Seconds, concurrency: Int, target: ServiceTarget) {
        self.demand = demand
        self.handleTime = handleTime
        self.concurrency = concurrency
        self.target = target
    }
}
