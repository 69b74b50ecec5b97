/// A queue as a contract meets it: how callers wait, whether they call again, and how far the
/// call rate may be from the forecast.
public struct ServiceQueue: Sendable, Hashable {
    /// How callers wait.
    public var model: QueueModel
    /// Share of those who abandon that call again at once, 0 ≤ r < 1 (`Retrials`).
    public var redialShare: Double
    /// Coefficient of variation of the call rate around the one stated, 0 … 10: the rate is
    /// multiplied by a gamma factor of mean 1 (Whitt 1999; Jongbloed & Koole 2001).
    public var rateVariation: Double

    public init(model: QueueModel, redialShare: Double = 0, rateVariation: Double = 0) {
        self.model = model
        self.redialShare = redialShare
        self.rateVariation = rateVariation
    }
}

/// The performance of a queue with calls made again and with an uncertain call rate.
///
/// Shares are over all calls offered, first and repeated; under an uncertain rate that is the
/// share over many days, E[Λ·share]/E[Λ], where busy days weigh more. The occupancy is the plain
/// mean. Where callers wait for ever an uncertain rate leaves no finite mean wait.
/// - Parameters:
///   - queue: model, redials, rate variation.
///   - callsPerHour: first calls per hour (their mean), finite, ≥ 0.
///   - handleTimeSeconds: finite, > 0.
///   - agents: 0 … `maximumAgents`.
///   - thresholdSeconds: the answer threshold T, ≥ 0, infinity allowed.
///   - definition: what the contract counts as service level.
/// - Complexity: one evaluation of the model; about 10 with redials; times 100 … 300 under an
///   uncertain rate.
public func performance(
    of queue: ServiceQueue,
    callsPerHour: Double,
    handleTimeSeconds: Double,
    agents: Int,
    thresholdSeconds: Double,
    definition: ServiceLevelDefinition = .servedOverOffered
) throws(QueueingError) -> ServicePerformance {
    guard queue.rateVariation >= 0, queue.rateVariation <= 10 else {
        throw .outOfDomain(.rateVariation, value: queue.rateVariation)
    }
    let certain = try Retrials(
        model: queue.model, redialShare: queue.redialShare, callsPerHour: callsPerHour,
        handleTimeSeconds: handleTimeSeconds, agents: agents, thresholdSeconds: thresholdSeconds,
        definition: definition)
    // Under 1e-12 no digit changes.
    guard queue.rateVariation > 1e-12, callsPerHour > 0, agents > 0 else { return certain.performance }
    return try UncertainRate(variation: queue.rateVariation).performance(
        of: queue, callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds, agents: agents,
        thresholdSeconds: thresholdSeconds, definition: definition)
}
