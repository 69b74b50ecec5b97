/// Inbound calls blended with work that can wait (outbound calls, callbacks, e-mail): as long as
/// more than `reserve` agents are free, one of them takes up such work.
///
/// The policy is the best there is when both kinds of work take equally long (Bhulai & Koole 2003;
/// Gans & Zhou 2003). The number at work then never falls under n − reserve, and from there on it is
/// the birth–death process of M/M/n (with patience M/M/n+M): whoever finishes at n − reserve is
/// replaced at once by deferred work.
public struct BlendedQueue: Sendable, Equatable {
    /// Agents kept free for inbound calls, 0 … agents.
    public let reserve: Int
    /// Deferred work begun per hour; it is not interrupted.
    public let deferredPerHour: Double
    /// Share of the time that an agent works at either.
    public let occupancy: Double
    /// The inbound queue.
    let queue: ErlangA

    /// - Parameters:
    ///   - callsPerHour: inbound calls, finite, ≥ 0.
    ///   - handleTimeSeconds: of both kinds of work, finite, > 0.
    ///   - patienceSeconds: mean patience of the callers, ≥ 0, infinity allowed.
    ///   - agents: 1 … `maximumAgents`.
    ///   - reserve: agents kept free for inbound calls, 0 … agents.
    /// - Complexity: O(reserve), then as `ErlangA`.
    public init(
        callsPerHour: Double, handleTimeSeconds: Double, patienceSeconds: Double, agents: Int,
        reserve: Int
    ) throws(QueueingError) {
        let load = try offeredLoad(callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds)
        try Domain.requireNonNegative(patienceSeconds, .patienceSeconds)
        try Domain.requireAgents(agents)
        guard agents > 0 else { throw .outOfDomain(.agents, value: 0) }
        guard reserve >= 0, reserve <= agents else {
            throw .outOfDomain(.reserve, value: Double(reserve))
        }
        self.reserve = reserve
        let states = FreeStates(agents: agents, reserve: reserve, offeredLoad: load)
        queue = ErlangA(
            offeredLoad: load, handleTimeSeconds: handleTimeSeconds,
            patienceSeconds: patienceSeconds,
            servers: Servers(
                agents: agents, capacity: Double(agents), freeOverFull: states.freeOverFull))
        guard load > 0 else {
            // Nobody calls: the others work without a break.
            deferredPerHour = Double(agents - reserve) * 3600 / handleTimeSeconds
            occupancy = Double(agents - reserve) / Double(agents)
            return
        }
        let waits = queue.waitProbability
        let busy = (1 - waits) * states.busyWhenFree + waits * Double(agents)
        occupancy = (busy / Double(agents)).clampedToUnit
        // What the agents do less the calls among it.
        let deferred = max(0, busy - load * queue.servedShare)
        deferredPerHour = reserve == agents ? 0 : deferred * 3600 / handleTimeSeconds
    }

    /// P(W > 0) of an inbound call.
    public var waitProbability: Double { queue.waitProbability }
    /// P(Ab) of an inbound call.
    public var abandonment: Double { queue.abandonment }
    /// Mean wait over all inbound calls, in seconds.
    public var averageSpeedOfAnswerSeconds: Double { queue.averageSpeedOfAnswerSeconds }

    /// Inbound service level as the contract defines it.
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed.
    public func serviceLevel(
        withinSeconds thresholdSeconds: Double,
        definition: ServiceLevelDefinition = .servedOverOffered
    ) throws(QueueingError) -> Double {
        try queue.serviceLevel(withinSeconds: thresholdSeconds, definition: definition)
    }
}

/// The states with n − reserve … n − 1 at work, against the state n.
private struct FreeStates {
    let freeOverFull: Double
    let busyWhenFree: Double

    init(agents: Int, reserve: Int, offeredLoad: Double) {
        let most = 1e200
        var full = 1.0
        var weight = 1.0
        var free = 0.0
        var busy = 0.0
        var j = agents
        guard offeredLoad > 1e-50 else {
            // Calls of under 1e-50 erlangs never wait, unless no agent is free for them.
            freeOverFull = reserve > 0 ? .infinity : 0
            busyWhenFree = Double(agents - reserve)
            return
        }
        while j > agents - reserve {
            let ratio = Double(j) / offeredLoad
            weight *= ratio
            j -= 1
            free += weight
            busy += weight * Double(j)
            if ratio < 1, weight * ratio < (1 - ratio) * free * 1e-18 { break }
            if weight > most {
                full /= most
                weight /= most
                free /= most
                busy /= most
            }
        }
        freeOverFull = full > 0 ? free / full : .infinity
        busyWhenFree = free > 0 ? busy / free : Double(agents)
    }
}

/// The smallest reserve with which the inbound targets hold: it leaves the most deferred work.
///
/// - Parameters:
///   - targets: validated targets of the inbound calls; a limit on occupancy does not apply, since
///     agents who blend are meant to be busy.
///   - callsPerHour, handleTimeSeconds, patienceSeconds, agents: as in `BlendedQueue`.
/// - Returns: nil where even an unblended floor misses the targets.
/// - Complexity: O(log agents) queues.
public func smallestReserve(
    meeting targets: StaffingTargets, callsPerHour: Double, handleTimeSeconds: Double,
    patienceSeconds: Double, agents: Int
) throws(QueueingError) -> BlendedQueue? {
    func queue(_ reserve: Int) throws(QueueingError) -> BlendedQueue {
        try BlendedQueue(
            callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds,
            patienceSeconds: patienceSeconds, agents: agents, reserve: reserve)
    }
    func meets(_ queue: BlendedQueue) throws(QueueingError) -> Bool {
        let goal = targets.serviceLevel
        let service = ServicePerformance(
            serviceLevel: try queue.serviceLevel(
                withinSeconds: goal?.thresholdSeconds ?? 0,
                definition: goal?.definition ?? .servedOverOffered),
            waitProbability: queue.waitProbability,
            averageSpeedOfAnswerSeconds: queue.averageSpeedOfAnswerSeconds, occupancy: 0,
            abandonment: queue.abandonment, countedShare: 1)
        return targets.missed(by: service).isEmpty
    }
    var meeting = try queue(agents)
    guard try meets(meeting) else { return nil }
    var missing = -1
    while meeting.reserve - missing > 1 {
        let middle = try queue(missing + (meeting.reserve - missing) / 2)
        if try meets(middle) { meeting = middle } else { missing = middle.reserve }
    }
    return meeting
}
