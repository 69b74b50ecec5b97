/// What a number of agents gives under a load. Shares lie in [0, 1].
public struct ServicePerformance: Sendable, Hashable {
    /// Share of calls in time, by the definition asked for.
    public let serviceLevel: Double
    /// P(W > 0).
    public let waitProbability: Double
    /// Mean wait over all arrivals, in seconds; infinite where the queue grows without end.
    public let averageSpeedOfAnswerSeconds: Double
    /// Share of the time that an agent is busy.
    public let occupancy: Double
    /// Share of calls that abandon; 0 in Erlang C.
    public let abandonment: Double
    /// Share of the offered calls that the definition counts: the denominator of its service
    /// level. Over several intervals, service levels add up as Σ calls·counted·level over
    /// Σ calls·counted.
    public let countedShare: Double
}

/// The steady-state performance of a queue.
///
/// - Parameters:
///   - model: how callers wait.
///   - callsPerHour: arrivals per hour, finite, ≥ 0.
///   - handleTimeSeconds: finite, > 0.
///   - agents: 0 … `maximumAgents`. Without agents the service level is 0.
///   - thresholdSeconds: the answer threshold T, ≥ 0, infinity allowed.
///   - definition: what the contract counts as service level.
/// - Complexity: O(√load) for the loss probability; Erlang A adds a series of at most a few
///   thousand terms or a quadrature of constant cost, a general patience a quadrature of some
///   10 … 60 panels; chats O(agents × slots).
public func performance(
    of model: QueueModel,
    callsPerHour: Double,
    handleTimeSeconds: Double,
    agents: Int,
    thresholdSeconds: Double,
    definition: ServiceLevelDefinition = .servedOverOffered
) throws(QueueingError) -> ServicePerformance {
    if case .excludingShortAbandons(let seconds) = definition {
        try Domain.requireNonNegative(seconds, .shortAbandonSeconds)
    }
    switch model {
    case .erlangC:
        let queue = try ErlangC(
            callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds, agents: agents)
        return ServicePerformance(
            serviceLevel: try queue.serviceLevel(withinSeconds: thresholdSeconds),
            waitProbability: queue.waitProbability,
            averageSpeedOfAnswerSeconds: queue.averageSpeedOfAnswerSeconds,
            occupancy: queue.occupancy, abandonment: 0, countedShare: 1)
    case .generalService(let variation):
        let queue = try GeneralServiceQueue(
            callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds, variation: variation,
            agents: agents)
        return ServicePerformance(
            serviceLevel: try queue.serviceLevel(withinSeconds: thresholdSeconds),
            waitProbability: queue.waitProbability,
            averageSpeedOfAnswerSeconds: queue.averageSpeedOfAnswerSeconds,
            occupancy: queue.occupancy, abandonment: 0, countedShare: 1)
    case .erlangA(let patienceSeconds):
        let queue = try ErlangA(
            callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds,
            patienceSeconds: patienceSeconds, agents: agents)
        return try ServicePerformance(
            of: queue, thresholdSeconds: thresholdSeconds, definition: definition)
    case .chat(let slots, let slowdown, let patienceSeconds):
        let chat = try ChatQueue(
            chatsPerHour: callsPerHour, soloHandleTimeSeconds: handleTimeSeconds, slots: slots,
            slowdown: slowdown, patienceSeconds: patienceSeconds, agents: agents)
        return try ServicePerformance(
            of: chat.queue, thresholdSeconds: thresholdSeconds, definition: definition)
    case .generalPatience(let patience):
        let queue = try GeneralPatienceQueue(
            callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds, patience: patience,
            agents: agents)
        return try ServicePerformance(
            of: queue, thresholdSeconds: thresholdSeconds, definition: definition)
    }
}

extension ServicePerformance {
    init(
        of queue: some AbandoningQueue, thresholdSeconds: Double, definition: ServiceLevelDefinition
    ) throws(QueueingError) {
        let contract = try queue.contractServiceLevel(
            withinSeconds: thresholdSeconds, definition: definition)
        serviceLevel = contract.level
        countedShare = contract.counted
        waitProbability = queue.waitProbability
        averageSpeedOfAnswerSeconds = queue.averageSpeedOfAnswerSeconds
        occupancy = queue.occupancy
        abandonment = queue.abandonment
    }
}
