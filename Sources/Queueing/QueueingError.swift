/// A number that a queueing formula takes, named for error messages.
public enum QueueingParameter: String, Sendable, Hashable, CaseIterable {
    /// Arrivals per hour: finite, ≥ 0.
    case callsPerHour
    /// Calls offered in an interval of a period: finite, ≥ 0.
    case calls
    /// Cost of one agent for one interval: finite, > 0.
    case costPerAgent
    /// Mean handle time in seconds: finite, > 0.
    case handleTimeSeconds
    /// Offered load in erlangs: finite, ≥ 0.
    case offeredLoad
    /// Number of agents (or trunks): 0 … `maximumAgents`.
    case agents
    /// Answer threshold in seconds: ≥ 0, infinity allowed.
    case thresholdSeconds
    /// Threshold under which an abandonment is short, in seconds: ≥ 0, infinity allowed.
    case shortAbandonSeconds
    /// Mean patience in seconds: ≥ 0, infinity allowed.
    case patienceSeconds
    /// Blocking probability aimed at: 0 … 1.
    case blockingTarget
    /// Share of calls to be served in time: 0 … 1.
    case serviceLevelTarget
    /// Highest occupancy accepted: 0 … 1.
    case occupancyTarget
    /// Highest share of abandoned calls accepted: 0 … 1.
    case abandonmentTarget
    /// Longest average speed of answer accepted, in seconds: ≥ 0, infinity allowed.
    case averageSpeedOfAnswerTargetSeconds
    /// Shrinkage: 0 ≤ s < 1.
    case shrinkage
    /// Coefficient of variation of handle times: 0 … 100.
    case handleTimeVariation
    /// Coefficient of variation of the call rate: 0 … 10.
    case rateVariation
    /// Share of the abandoned calls that are made again: 0 ≤ r < 1.
    case redialShare
    /// Shape of a Weibull patience: 0.1 … 100.
    case patienceShape
    /// Coefficient of variation of a lognormal patience: 0 … 100.
    case patienceVariation
    /// Probability that an attempt reaches the person: 0 … 1.
    case answerProbability
    /// Any duration of an outbound dialling cycle, in seconds: finite, ≥ 0.
    case dialingSeconds
    /// Correlation of two attempts on one record: 0 … 1.
    case reachSpread
    /// Number of attempts per record: ≥ 0.
    case attempts
    /// Conversations that an agent holds at once: 1 … `maximumChatSlots`.
    case chatSlots
    /// How much conversations slow each other down: 0 … 1.
    case chatSlowdown
    /// Agents kept free for inbound calls: 0 … agents.
    case reserve
    /// Length of an interval in seconds: finite, > 0.
    case intervalSeconds
    /// Cap on the share of live answers that a dialler drops: 0 < cap < 1.
    case droppedShare
}

/// Why a queueing question has no answer. The words for people are elsewhere.
public enum QueueingError: Error, Sendable, Equatable {
    /// `value` lies outside the domain that `QueueingParameter` documents.
    case outOfDomain(QueueingParameter, value: Double)
    /// The target cannot be met by any number of agents up to `maximumAgents`.
    case targetUnreachable(StaffingTarget)
    /// Staffing was asked for without any target.
    case noTarget
}

/// The largest number of agents that the formulas accept. It bounds the run time
/// (every evaluation is O(√load)) and keeps whole numbers exact in `Double`.
public let maximumAgents = 10_000_000

/// Domain checks, shared by the public entry points.
enum Domain {
    static func requireFinite(
        _ value: Double, _ parameter: QueueingParameter
    ) throws(QueueingError) {
        guard value.isFinite, value >= 0 else { throw .outOfDomain(parameter, value: value) }
    }

    static func requirePositive(
        _ value: Double, _ parameter: QueueingParameter
    ) throws(QueueingError) {
        guard value.isFinite, value > 0 else { throw .outOfDomain(parameter, value: value) }
    }

    /// Infinity passes, NaN does not.
    static func requireNonNegative(
        _ value: Double, _ parameter: QueueingParameter
    ) throws(QueueingError) {
        guard value >= 0 else { throw .outOfDomain(parameter, value: value) }
    }

    static func requireShare(
        _ value: Double, _ parameter: QueueingParameter
    ) throws(QueueingError) {
        guard value >= 0, value <= 1 else { throw .outOfDomain(parameter, value: value) }
    }

    static func requireAgents(_ agents: Int) throws(QueueingError) {
        guard agents >= 0, agents <= maximumAgents else {
            throw .outOfDomain(.agents, value: Double(agents))
        }
    }
}

extension Double {
    /// Rounding may leave a probability an ulp outside [0, 1]; a reader never sees it.
    var clampedToUnit: Double { Swift.min(1, Swift.max(0, self)) }
}
