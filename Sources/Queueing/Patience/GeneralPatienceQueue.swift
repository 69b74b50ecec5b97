import Foundation

/// The waiting system M/M/n+G: callers abandon after a patience of any distribution
/// (Baccelli & Hébuterne 1981; Zeltyn & Mandelbaum 2005).
///
/// It has a steady state under any load. Infinite mean patience (or beyond 1e100 handle times)
/// gives Erlang C, no patience (or under 1e-100) the loss system Erlang B; without agents everyone
/// abandons. For an exponential patience it equals `ErlangA`.
public struct GeneralPatienceQueue: Sendable, Equatable {
    /// Offered load in erlangs.
    public let offeredLoad: Double
    /// Mean handle time in seconds.
    public let handleTimeSeconds: Double
    /// How long callers wait before they hang up.
    public let patience: PatienceDistribution
    /// Agents at work.
    public let agents: Int
    /// P(W > 0): the probability that a call finds no free agent.
    public let waitProbability: Double
    /// P(Ab): the share of calls that abandon.
    public let abandonment: Double
    /// Mean time in queue over **all** arrivals, served or not, in seconds.
    public let averageSpeedOfAnswerSeconds: Double
    /// Mean wait of the **answered** calls, in seconds; infinite where none is.
    public let averageSpeedOfAnswerOfAnsweredSeconds: Double
    /// Share of the time that an agent is busy, a(1 − P(Ab))/n. Without agents the limit: 1
    /// under any load, 0 without load.
    public let occupancy: Double
    /// P(served), kept apart from 1 − P(Ab) so as to stay exact when nearly everyone abandons.
    let servedShare: Double
    let limit: Limit

    /// Which formula holds.
    enum Limit: Sendable, Equatable {
        case noAgents
        case neverWaits
        case noPatience(blocking: Double)
        case endlessPatience(ErlangC)
        /// `free` = P(W = 0), `scale` turns an integral into a probability.
        case ordinary(PatienceIntegrals, free: Double, scale: Double)
    }

    /// - Parameters:
    ///   - callsPerHour: arrivals per hour, finite, ≥ 0.
    ///   - handleTimeSeconds: finite, > 0.
    ///   - patience: a distribution whose parameters lie in their domains.
    ///   - agents: 0 … `maximumAgents`.
    /// - Complexity: O(√load) and a quadrature of constant cost (some 10 … 60 panels).
    public init(
        callsPerHour: Double, handleTimeSeconds: Double, patience: PatienceDistribution, agents: Int
    ) throws(QueueingError) {
        let load = try Queueing.offeredLoad(
            callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds)
        try patience.validate()
        try Domain.requireAgents(agents)
        offeredLoad = load
        self.handleTimeSeconds = handleTimeSeconds
        self.patience = patience
        self.agents = agents
        let outcome = Self.solve(
            load: load, handleTimeSeconds: handleTimeSeconds, patience: patience, agents: agents)
        limit = outcome.limit
        waitProbability = outcome.wait.clampedToUnit
        abandonment = outcome.abandonment.clampedToUnit
        servedShare = outcome.served.clampedToUnit
        averageSpeedOfAnswerSeconds = outcome.meanWaitSeconds
        averageSpeedOfAnswerOfAnsweredSeconds = outcome.answeredWaitSeconds
        occupancy = outcome.occupancy.clampedToUnit
    }

    private typealias Outcome = (
        limit: Limit, wait: Double, abandonment: Double, served: Double, meanWaitSeconds: Double,
        answeredWaitSeconds: Double, occupancy: Double
    )

    private static func solve(
        load: Double, handleTimeSeconds: Double, patience: PatienceDistribution, agents: Int
    ) -> Outcome {
        let mean = patience.meanSeconds
        guard agents > 0 else {
            return (.noAgents, 1, 1, 0, mean, .infinity, load > 0 ? 1 : 0)
        }
        guard load > 0 else { return (.neverWaits, 0, 0, 1, 0, 0, 0) }
        let n = Double(agents)
        let inverse = ErlangB.inverseBlocking(agents: agents, offeredLoad: load)
        if mean / handleTimeSeconds < 1e-100 {
            let blocking = 1 / inverse.value
            let served = inverse.value.isFinite ? inverse.lessOne / inverse.value : 1
            return (.noPatience(blocking: blocking), blocking, blocking, served, 0, 0, load / n * served)
        }
        guard mean / handleTimeSeconds < 1e100 else {
            let erlangC = ErlangC(
                offeredLoad: load, handleTimeSeconds: handleTimeSeconds, checkedAgents: agents)
            let wait = erlangC.averageSpeedOfAnswerSeconds
            return (
                .endlessPatience(erlangC), erlangC.waitProbability, max(0, (load - n) / load),
                min(1, n / load), wait, wait, erlangC.occupancy
            )
        }
        let integrals = PatienceIntegrals(
            law: PatienceLaw(patience, unitSeconds: handleTimeSeconds), agents: n, offeredLoad: load)
        // An infinite weight belongs to n ≫ a, where L = 0; ∞·0 cannot arise.
        guard inverse.lessOne.isFinite else { return (.neverWaits, 0, 0, 1, 0, 0, load / n) }
        let free = inverse.lessOne * exp(-integrals.logPeak)
        let values = integrals.over(from: 0, to: .infinity)
        let total = free + n * values.all
        guard total.isFinite, total > 0 else { return (.neverWaits, 0, 0, 1, 0, 0, load / n) }
        let scale = n / total
        let served = free / total + scale * values.served
        return (
            .ordinary(integrals, free: free / total, scale: scale), scale * values.all,
            scale * values.gone, served, handleTimeSeconds * scale * values.waited,
            served > 0 ? handleTimeSeconds * (scale * values.servedWait / served) : .infinity,
            load / n * served
        )
    }
}
