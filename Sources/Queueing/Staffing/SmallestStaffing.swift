/// The fewest agents that meet the targets.
public struct Staffing: Sendable, Hashable {
    /// Agents at work.
    public let agents: Int
    /// Offered load in erlangs.
    public let offeredLoad: Double
    /// What these agents give. Without a service level target, its threshold is 0 s.
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
/// Without calls the answer is 0 agents. Erlang C also needs agents > load, whatever the targets.
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
    let search = StaffingSearch(
        targets: targets, queue: queue, callsPerHour: callsPerHour,
        handleTimeSeconds: handleTimeSeconds, offeredLoad: load)
    guard load > 0 else {
        return Staffing(
            agents: 0, offeredLoad: load, performance: try search.performance(0), binding: [])
    }
    if let target = targets.unreachable(under: queue) { throw .targetUnreachable(target) }
    return try search.smallest()
}

/// One search; a value so that its parameters need not be passed around.
private struct StaffingSearch {
    let targets: StaffingTargets
    let queue: ServiceQueue
    let callsPerHour: Double
    let handleTimeSeconds: Double
    let offeredLoad: Double

    func smallest() throws(QueueingError) -> Staffing {
        // `low` misses (−1 stands for "fewer than none"), `high` meets.
        var low = -1
        var high: Int
        let start = squareRootStaffing
        if try missed(start).isEmpty {
            high = start
            var step = 1
            while low < 0, high > 0 {
                let trial = max(0, high - step)
                if try missed(trial).isEmpty {
                    high = trial
                    step *= 2
                } else {
                    low = trial
                }
            }
        } else {
            low = start
            high = start
            var step = 1
            repeat {
                guard low < maximumAgents else {
                    throw .targetUnreachable(try missed(low).first ?? .stability)
                }
                high = min(maximumAgents, low + step)
                step *= 2
                if try missed(high).isEmpty { break }
                low = high
            } while true
        }
        while high - low > 1, low >= 0 {
            let middle = low + (high - low) / 2
            if try missed(middle).isEmpty { high = middle } else { low = middle }
        }
        return Staffing(
            agents: high, offeredLoad: offeredLoad, performance: try performance(high),
            binding: high > 0 ? try missed(high - 1) : [])
    }

    /// a + √a for endless patience; a where callers abandon, which needs fewer.
    private var squareRootStaffing: Int {
        let safety: Double
        if queue.model.needsStability { safety = offeredLoad.squareRoot() } else { safety = 0 }
        return Int(min(Double(maximumAgents), (offeredLoad + safety).rounded(.up)))
    }

    func performance(_ agents: Int) throws(QueueingError) -> ServicePerformance {
        try Queueing.performance(
            of: queue, callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds,
            agents: agents, thresholdSeconds: targets.serviceLevel?.thresholdSeconds ?? 0,
            definition: targets.serviceLevel?.definition ?? .servedOverOffered)
    }

    private func missed(_ agents: Int) throws(QueueingError) -> [StaffingTarget] {
        var missed = targets.missed(by: try performance(agents))
        if queue.model.needsStability, Double(agents) <= offeredLoad { missed.append(.stability) }
        return missed
    }
}
