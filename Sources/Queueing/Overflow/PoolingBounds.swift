/// One kind of call among several that the same agents may serve.
public struct PooledLine: Sendable, Hashable {
    public var targets: StaffingTargets
    /// Arrivals per hour, finite, ≥ 0.
    public var callsPerHour: Double
    /// Mean handle time in seconds, finite, > 0.
    public var handleTimeSeconds: Double
    /// Mean patience in seconds, ≥ 0; infinite where callers wait for ever.
    public var patienceSeconds: Double

    public init(
        targets: StaffingTargets, callsPerHour: Double, handleTimeSeconds: Double,
        patienceSeconds: Double
    ) {
        self.targets = targets
        self.callsPerHour = callsPerHour
        self.handleTimeSeconds = handleTimeSeconds
        self.patienceSeconds = patienceSeconds
    }

    var model: QueueModel {
        patienceSeconds == .infinity ? .erlangC : .erlangA(patienceSeconds: patienceSeconds)
    }
}

/// How many agents several kinds of calls need, between two extremes of skill.
public struct PoolingBounds: Sendable, Hashable {
    /// Every agent serves every kind, in the order of arrival: economies of scale in full.
    public let pooled: Int
    /// Every kind has its own agents, and none helps another: `apart[i]` for line i.
    public let apart: [Int]

    /// Sum of `apart`.
    public var siloed: Int { apart.reduce(0, +) }
}

/// The two extremes between which the staffing of partly skilled agents lies. Two skills an agent
/// already get nearly all of the gain (Wallace & Whitt 2005); which part, a simulation decides.
///
/// Pooled, the kinds are taken as one queue of their mean handle time and mean abandonment rate,
/// weighted by their calls, in which each must still meet its own targets (Smith & Whitt 1981: for
/// equal handle times pooling never needs more; where unequal ones would, the silos count).
///
/// - Throws: as `smallestStaffing`.
/// - Complexity: two searches a line.
public func poolingBounds(of lines: [PooledLine]) throws(QueueingError) -> PoolingBounds {
    var apart: [Int] = []
    for line in lines {
        apart.append(
            try smallestStaffing(
                meeting: line.targets, model: line.model, callsPerHour: line.callsPerHour,
                handleTimeSeconds: line.handleTimeSeconds
            ).agents)
    }
    let busy = lines.filter { $0.callsPerHour > 0 }
    let calls = busy.reduce(0) { $0 + $1.callsPerHour }
    guard calls > 0, calls.isFinite else { return PoolingBounds(pooled: 0, apart: apart) }
    let handleTime = busy.reduce(0) { $0 + $1.callsPerHour / calls * $1.handleTimeSeconds }
    let abandonments = busy.reduce(0) { $0 + $1.callsPerHour / calls / $1.patienceSeconds }
    var pooled = 0
    for line in busy {
        let together = PooledLine(
            targets: line.targets, callsPerHour: calls, handleTimeSeconds: handleTime,
            patienceSeconds: abandonments > 0 ? 1 / abandonments : .infinity)
        let staffing = try smallestStaffing(
            meeting: together.targets, model: together.model, callsPerHour: calls,
            handleTimeSeconds: handleTime)
        pooled = max(pooled, staffing.agents)
    }
    return PoolingBounds(pooled: min(pooled, apart.reduce(0, +)), apart: apart)
}
