/// The fewest agents that meet the targets.
public struct Staffing: Sendable, Hashable {
    /// Agents at work.
    public let agents: Int
    /// Offered load in erlangs.
    public let offeredLoad: Double
    /// What these agents give. Without a service level target, its threshold is 0 s. Without
    /// calls every call is in time.
    public let performance: ServicePerformance
    /// The targets missed with one agent fewer; empty when `agents` is 0.
    public let binding: [StaffingTarget]
}

/// The smallest number of agents that meets every target.
///
/// Every target improves with each agent, so the answer is where "all met" turns from false to
/// true. The search starts at square-root staffing n = a + β√a (Halfin & Whitt 1981; Garnett et
/// al. 2002 with abandonment), widens in doubling steps until it holds an n that misses and an
/// n that meets, then halves until they are neighbours. The answer and the n under it are both
/// evaluated exactly: no n is skipped.
///
/// Without calls the answer is 0 agents. Where callers wait for ever, the agents' capacity must
/// also exceed the load, whatever the targets.
/// - Parameters:
///   - targets: validated targets.
///   - model: how callers wait.
///   - callsPerHour: arrivals per hour, finite, ≥ 0.
///   - handleTimeSeconds: finite, > 0.
/// - Throws: `.targetUnreachable` for a target that no number of agents up to `maximumAgents`
///   meets (100 % in time, no abandonment, occupancy 0…).
/// - Complexity: O(log √load) evaluations of O(√load).
public func smallestStaffing(
    meeting targets: StaffingTargets,
    model: QueueModel,
    callsPerHour: Double,
    handleTimeSeconds: Double
) throws(QueueingError) -> Staffing {
    try smallestStaffing(
        meeting: targets, queue: ServiceQueue(model: model), callsPerHour: callsPerHour,
        handleTimeSeconds: handleTimeSeconds)
}

/// The smallest number of agents that meets every target, with calls made again and an uncertain
/// call rate.
///
/// The search is that over a `QueueModel`; the offered load is that of first calls at their mean
/// rate.
/// - Parameters:
///   - targets: validated targets.
///   - queue: model, redials, rate variation.
///   - callsPerHour: first calls per hour, finite, ≥ 0.
///   - handleTimeSeconds: finite, > 0.
/// - Throws: `.targetUnreachable` as over a model, and for a mean wait where callers wait for
///   ever under an uncertain rate.
/// - Complexity: O(log √load) evaluations of `performance(of:…)`.
public func smallestStaffing(
    meeting targets: StaffingTargets,
    queue: ServiceQueue,
    callsPerHour: Double,
    handleTimeSeconds: Double
) throws(QueueingError) -> Staffing {
    let load = try offeredLoad(callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds)
    guard load > 0 else {
        return Staffing(agents: 0, offeredLoad: load, performance: .withoutCalls, binding: [])
    }
    if let target = targets.unreachable(under: queue) { throw .targetUnreachable(target) }
    let search = StaffingSearch(
        question: StaffingQuestion(
            targets: targets, queue: queue, handleTimeSeconds: handleTimeSeconds),
        callsPerHour: callsPerHour, offeredLoad: load)
    return try search.smallest(startingAt: search.squareRootStaffing)
}

/// One search; a value so that its parameters need not be passed around.
struct StaffingSearch {
    let question: StaffingQuestion
    let callsPerHour: Double
    let offeredLoad: Double

    private typealias Trial = (agents: Int, performance: ServicePerformance, missed: [StaffingTarget])

    /// - Parameter start: any number; the nearer the answer, the fewer evaluations (two at best).
    func smallest(startingAt start: Int) throws(QueueingError) -> Staffing {
        // `low` misses (nil stands for "fewer than none"), `high` meets.
        var low: Trial?
        var high = try trial(min(maximumAgents, max(0, start)))
        if high.missed.isEmpty {
            var step = 1
            while low == nil, high.agents > 0 {
                let lower = try trial(max(0, high.agents - step))
                if lower.missed.isEmpty { high = lower } else { low = lower }
                step *= 2
            }
        } else {
            var step = 1
            repeat {
                guard high.agents < maximumAgents else {
                    throw .targetUnreachable(high.missed.first ?? .stability)
                }
                low = high
                high = try trial(min(maximumAgents, high.agents + step))
                step *= 2
            } while !high.missed.isEmpty
        }
        while let below = low, high.agents - below.agents > 1 {
            let middle = try trial(below.agents + (high.agents - below.agents) / 2)
            if middle.missed.isEmpty { high = middle } else { low = middle }
        }
        return Staffing(
            agents: high.agents, offeredLoad: offeredLoad, performance: high.performance,
            binding: low?.missed ?? [])
    }

    /// a + √a for endless patience; a where callers abandon, which needs fewer.
    var squareRootStaffing: Int {
        let load = offeredLoad / question.queue.model.pacePerAgent
        let safety = question.needsStability ? load.squareRoot() : 0
        return Int(min(Double(maximumAgents), (load + safety).rounded(.up)))
    }

    private func trial(_ agents: Int) throws(QueueingError) -> Trial {
        let performance = try question.performance(callsPerHour: callsPerHour, agents: agents)
        return (
            agents, performance, question.missed(by: performance, load: offeredLoad, agents: agents)
        )
    }
}
