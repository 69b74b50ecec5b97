import Foundation

/// The largest load that a number of agents carries under the targets, in calls per hour: the
/// inverse of `smallestStaffing`.
///
/// - Parameters:
///   - agents: 0 … `maximumAgents`.
///   - targets: validated targets.
///   - model: how callers wait. Erlang C also needs agents > load, whatever the targets.
///   - handleTimeSeconds: finite, > 0.
/// - Returns: calls per hour. The agents meet every target under them, and miss one under a
///   load larger by about 1e-12 of itself. 0 where they carry none (without calls every target is
///   met); infinity where they carry any.
/// - Throws: `.outOfDomain`.
/// - Complexity: about ten evaluations of `performance`.
public func largestLoad(
    agents: Int,
    meeting targets: StaffingTargets,
    model: QueueModel,
    handleTimeSeconds: Double
) throws(QueueingError) -> Double {
    try largestLoad(
        agents: agents, meeting: targets, queue: ServiceQueue(model: model),
        handleTimeSeconds: handleTimeSeconds)
}

/// The largest load that a number of agents carries under the targets, with calls made again and
/// an uncertain call rate: first calls per hour, in the mean.
///
/// - Parameters:
///   - agents: 0 … `maximumAgents`.
///   - targets: validated targets.
///   - queue: model, redials, rate variation.
///   - handleTimeSeconds: finite, > 0.
/// - Returns: as for a model alone.
/// - Throws: `.outOfDomain`.
/// - Complexity: about ten evaluations of `performance`.
public func largestLoad(
    agents: Int,
    meeting targets: StaffingTargets,
    queue: ServiceQueue,
    handleTimeSeconds: Double
) throws(QueueingError) -> Double {
    try Domain.requireAgents(agents)
    try Domain.requirePositive(handleTimeSeconds, .handleTimeSeconds)
    if targets.unreachable(under: queue) != nil { return 0 }
    let question = StaffingQuestion(
        targets: targets, queue: queue, handleTimeSeconds: handleTimeSeconds)
    let search = LargestLoadSearch(handleTimeSeconds: handleTimeSeconds, agents: agents, tolerance: 5e-13)
    switch try search.largest(
        near: search.fluidGuess,
        margin: { calls throws(QueueingError) in
            try question.margin(callsPerHour: calls, agents: agents)
        })
    {
    case .none: return 0
    case .any: return .infinity
    case .between(let root): return exp(root.met.x)
    }
}
