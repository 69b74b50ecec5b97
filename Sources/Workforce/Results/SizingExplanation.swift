/// How the agents of one activity in one interval came about: every figure between the forecast
/// and the number to schedule.
public struct SizingExplanation: Hashable, Sendable, Codable {
    /// Which formula of the literature answered.
    public enum Formula: Hashable, Sendable, Codable {
        /// M/M/n: contacts wait for ever.
        case erlangC
        /// M/G/n: contacts wait for ever, handle times of any coefficient of variation.
        case generalService(variation: Double)
        /// M/M/n+M: exponential patience.
        case erlangA(patience: Seconds)
        /// M/M/n+G: patience of any law.
        case generalPatience(patience: Seconds, law: PatienceLaw)
        /// Several conversations at once; nil patience = customers wait for ever.
        case chat(concurrency: Int, slowdown: Double, patience: Seconds?)
    }

    /// What a number of agents gives in the interval.
    public struct Service: Hashable, Sendable, Codable {
        public var agents: Int
        /// By the contract's definition, within its threshold.
        public var serviceLevel: Double
        public var occupancy: Double
        public var abandonment: Double
        /// Mean wait in seconds; nil where the queue grows without end.
        public var answerSpeedSeconds: Double?
        /// Service level over the whole period of the target, the other intervals as planned; nil
        /// where each interval counts on its own.
        public var periodServiceLevel: Double?

        public init(
            agents: Int, serviceLevel: Double, occupancy: Double, abandonment: Double,
            answerSpeedSeconds: Double?, periodServiceLevel: Double? = nil
        ) {
            self.agents = agents
            self.serviceLevel = serviceLevel
            self.occupancy = occupancy
            self.abandonment = abandonment
            self.answerSpeedSeconds = answerSpeedSeconds
            self.periodServiceLevel = periodServiceLevel
        }
    }

    /// One target: its limit, and what the number of agents and one fewer give of it.
    public struct Target: Hashable, Sendable, Codable {
        public var kind: BindingTarget
        /// Share, seconds (`answerSpeed`), agents (`minimumStaffing`) or erlangs (`stability`).
        public var limit: Double
        /// In the unit of `limit`; nil = without end.
        public var value: Double?
        public var isMet: Bool
        /// Nil where the answer is nobody.
        public var valueOneFewer: Double?
        /// Whether one agent fewer would miss it.
        public var binds: Bool

        public init(
            kind: BindingTarget, limit: Double, value: Double?, isMet: Bool, valueOneFewer: Double?,
            binds: Bool
        ) {
            self.kind = kind
            self.limit = limit
            self.value = value
            self.isMet = isMet
            self.valueOneFewer = valueOneFewer
            self.binds = binds
        }
    }

    public var activity: ActivityKey
    /// Interval of the horizon.
    public var interval: Int
    public var isOpen: Bool
    /// Where the contacts come from; nil without a forecast.
    public var forecastMethod: ForecastMethod?
    /// Contacts expected in the interval, and their mean handle time.
    public var contacts: Double
    public var handleSeconds: Double
    /// Erlangs of agents: the interval's own, and those staffed for by `load`.
    public var offeredLoad: Double
    public var sizedLoad: Double
    public var load: LoadMethod
    public var formula: Formula
    /// Share of those who hang up that call again.
    public var redialShare: Double
    /// Coefficient of variation of the day's factor on the rate; 0 = as expected.
    public var rateVariation: Double
    /// What the contract asks for, as read.
    public var target: ServiceTarget
    public var targets: [Target]
    public var service: Service
    /// Nil where the answer is nobody.
    public var serviceOneFewer: Service?
    public var binding: BindingTarget
    /// Agents on the line.
    public var positions: Int
    public var shrinkage: Shrinkage
    /// positions / ((1 − external)(1 − internal)), before it is rounded up.
    public var beforeRounding: Double
    /// Agents to schedule.
    public var scheduled: Int
    /// The same were this interval to meet the target on its own; nil where it must anyway.
    public var scheduledPerInterval: Int?
    /// Where agents serve several lines: what these need together; nil = the activity has its own.
    public var shared: Shared?

    /// Agents on the line for several lines that share them, in the interval.
    public struct Shared: Hashable, Sendable, Codable {
        public var lines: [Identifier<Activity>]
        /// Were everybody to serve every line, and were every line to have its own agents.
        public var pooled: Int
        public var apart: Int
        public var positions: Int
        public var scheduled: Int

        public init(
            lines: [Identifier<Activity>], pooled: Int, apart: Int, positions: Int, scheduled: Int
        ) {
            self.lines = lines
            self.pooled = pooled
            self.apart = apart
            self.positions = positions
            self.scheduled = scheduled
        }
    }

    public init(
        activity: ActivityKey, interval: Int, isOpen: Bool, forecastMethod: ForecastMethod?,
        contacts: Double, handleSeconds: Double, offeredLoad: Double, sizedLoad: Double,
        load: LoadMethod, formula: Formula, redialShare: Double = 0, rateVariation: Double = 0,
        target: ServiceTarget, targets: [Target],
        service: Service, serviceOneFewer: Service?, binding: BindingTarget, positions: Int,
        shrinkage: Shrinkage, beforeRounding: Double, scheduled: Int, scheduledPerInterval: Int?,
        shared: Shared? = nil
    ) {
        self.activity = activity
        self.interval = interval
        self.isOpen = isOpen
        self.forecastMethod = forecastMethod
        self.contacts = contacts
        self.handleSeconds = handleSeconds
        self.offeredLoad = offeredLoad
        self.sizedLoad = sizedLoad
        self.load = load
        self.formula = formula
        self.redialShare = redialShare
        self.rateVariation = rateVariation
        self.target = target
        self.targets = targets
        self.service = service
        self.serviceOneFewer = serviceOneFewer
        self.binding = binding
        self.positions = positions
        self.shrinkage = shrinkage
        self.beforeRounding = beforeRounding
        self.scheduled = scheduled
        self.scheduledPerInterval = scheduledPerInterval
        self.shared = shared
    }
}
