import Foundation

/// The waiting system M/M/n+M: callers abandon after an exponential patience
/// (Palm 1957; Garnett, Mandelbaum & Reiman 2002).
///
/// It has a steady state under any load. Infinite patience (or beyond 1e300 handle times) gives
/// Erlang C, no patience (or under 1e-300) the loss system Erlang B; without agents everyone
/// abandons.
public struct ErlangA: Sendable, Equatable {
    /// Offered load in erlangs.
    public let offeredLoad: Double
    /// Mean handle time in seconds.
    public let handleTimeSeconds: Double
    /// Mean patience in seconds.
    public let patienceSeconds: Double
    /// Agents at work.
    public let agents: Int
    /// P(W > 0): the probability that a call finds no free agent.
    public let waitProbability: Double
    /// P(Ab): the share of calls that abandon.
    public let abandonment: Double
    /// Mean time in queue over **all** arrivals, served or not, in seconds: P(Ab) × patience.
    public let averageSpeedOfAnswerSeconds: Double
    /// Share of the time that an agent is busy, a(1 − P(Ab))/n. Without agents the limit: 1
    /// under any load, 0 without load.
    public let occupancy: Double
    /// P(served), kept apart from 1 − P(Ab) so as to stay exact when nearly everyone abandons.
    let servedShare: Double
    let limit: Limit
    /// Rate at which the agents serve when all are busy, in units of 1/handle time: n.
    let capacity: Double

    /// Which formula holds.
    enum Limit: Sendable, Equatable {
        case noAgents
        case neverWaits
        case noPatience(blocking: Double)
        case endlessPatience(ErlangC)
        /// `free` = P(W = 0), `scale` turns n∫f into a probability.
        case ordinary(VirtualWaitDensity, free: Double, scale: Double)
    }

    /// - Parameters:
    ///   - callsPerHour: arrivals per hour, finite, ≥ 0.
    ///   - handleTimeSeconds: finite, > 0.
    ///   - patienceSeconds: mean patience, ≥ 0, infinity allowed.
    ///   - agents: 0 … `maximumAgents`.
    /// - Complexity: O(√load + min(√(load·patience/AHT), 1000)).
    public init(
        callsPerHour: Double, handleTimeSeconds: Double, patienceSeconds: Double, agents: Int
    ) throws(QueueingError) {
        let load = try Queueing.offeredLoad(
            callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds)
        try Domain.requireNonNegative(patienceSeconds, .patienceSeconds)
        try Domain.requireAgents(agents)
        self.init(
            offeredLoad: load, handleTimeSeconds: handleTimeSeconds,
            patienceSeconds: patienceSeconds, checkedAgents: agents)
    }

    init(
        offeredLoad: Double, handleTimeSeconds: Double, patienceSeconds: Double,
        checkedAgents agents: Int
    ) {
        self.init(
            offeredLoad: offeredLoad, handleTimeSeconds: handleTimeSeconds,
            patienceSeconds: patienceSeconds,
            servers: Servers(agents: agents, offeredLoad: offeredLoad))
    }

    init(
        offeredLoad: Double, handleTimeSeconds: Double, patienceSeconds: Double, servers: Servers
    ) {
        self.offeredLoad = offeredLoad
        self.handleTimeSeconds = handleTimeSeconds
        self.patienceSeconds = patienceSeconds
        agents = servers.agents
        capacity = servers.capacity
        let outcome = Self.solve(
            load: offeredLoad, handleTimeSeconds: handleTimeSeconds,
            patienceSeconds: patienceSeconds, servers: servers)
        limit = outcome.limit
        waitProbability = outcome.wait.clampedToUnit
        abandonment = outcome.abandonment.clampedToUnit
        servedShare = outcome.served.clampedToUnit
        averageSpeedOfAnswerSeconds = outcome.averageWaitSeconds
        occupancy = outcome.occupancy.clampedToUnit
    }

    private typealias Outcome = (
        limit: Limit, wait: Double, abandonment: Double, served: Double,
        averageWaitSeconds: Double, occupancy: Double
    )

    private static func solve(
        load: Double, handleTimeSeconds: Double, patienceSeconds: Double, servers: Servers
    ) -> Outcome {
        guard servers.agents > 0 else {
            return (.noAgents, 1, 1, 0, patienceSeconds, load > 0 ? 1 : 0)
        }
        guard load > 0 else { return (.neverWaits, 0, 0, 1, 0, 0) }
        let n = servers.capacity
        let rate = handleTimeSeconds / patienceSeconds
        if patienceSeconds == 0 || rate > 1e300 {
            let inverse = servers.inverseFull
            let blocking = 1 / inverse.value
            let served = inverse.value.isFinite ? inverse.lessOne / inverse.value : 1
            return (.noPatience(blocking: blocking), blocking, blocking, served, 0, load / n * served)
        }
        // Under 1e-300 the mode of the waiting time leaves the range of Double.
        if rate < 1e-300 {
            let erlangC = ErlangC(
                offeredLoad: load, handleTimeSeconds: handleTimeSeconds, servers: servers)
            let abandonment = load > n ? (load - n) / load : 0
            return (
                .endlessPatience(erlangC), erlangC.waitProbability, abandonment,
                min(1, n / load), erlangC.averageSpeedOfAnswerSeconds, erlangC.occupancy
            )
        }
        let density = VirtualWaitDensity(agents: n, offeredLoad: load, abandonmentRate: rate)
        let weights = QueueWeights(servers: servers, offeredLoad: load, density: density)
        guard weights.freeAgent.isFinite else { return (.neverWaits, 0, 0, 1, 0, load / n) }
        let total = weights.freeAgent + weights.allBusy
        let free = weights.freeAgent / total
        let abandonment = min(1, weights.abandoning / total)
        // Busy agents by state, Σ min(k, n)pₖ: a·P(W = 0) from the free states and the rest.
        let occupancy = load / n * free + weights.someWaiting / total
        return (
            .ordinary(density, free: free, scale: n / total), weights.allBusy / total, abandonment,
            occupancy * n / load, abandonment * patienceSeconds, occupancy
        )
    }
}
