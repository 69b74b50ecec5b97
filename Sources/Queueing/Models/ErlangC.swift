import Foundation

/// The waiting system M/M/n with infinite patience (Erlang 1917; Kleinrock 1975, §3.5).
///
/// A load of n erlangs or more has no steady state: every call waits, for ever. Such a system
/// is still defined here (wait probability 1, infinite waits, service level 0).
public struct ErlangC: Sendable, Equatable {
    /// Offered load in erlangs.
    public let offeredLoad: Double
    /// Mean handle time in seconds.
    public let handleTimeSeconds: Double
    /// Agents at work.
    public let agents: Int
    /// Probability that a call waits, P(W > 0).
    public let waitProbability: Double
    /// P(W = 0), kept apart from 1 − P(W > 0) so as to stay exact when nearly every call waits.
    let immediateProbability: Double
    /// Rate at which the agents serve when all are busy, in units of 1/handle time: n.
    private let capacity: Double

    /// - Parameters:
    ///   - callsPerHour: arrivals per hour, finite, ≥ 0.
    ///   - handleTimeSeconds: finite, > 0.
    ///   - agents: 0 … `maximumAgents`.
    /// - Complexity: O(√load), as `ErlangB.blocking`.
    public init(
        callsPerHour: Double, handleTimeSeconds: Double, agents: Int
    ) throws(QueueingError) {
        let load = try Queueing.offeredLoad(
            callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds)
        try Domain.requireAgents(agents)
        self.init(offeredLoad: load, handleTimeSeconds: handleTimeSeconds, checkedAgents: agents)
    }

    init(offeredLoad: Double, handleTimeSeconds: Double, checkedAgents agents: Int) {
        self.init(
            offeredLoad: offeredLoad, handleTimeSeconds: handleTimeSeconds,
            servers: Servers(agents: agents, offeredLoad: offeredLoad))
    }

    init(offeredLoad: Double, handleTimeSeconds: Double, servers: Servers) {
        self.offeredLoad = offeredLoad
        self.handleTimeSeconds = handleTimeSeconds
        agents = servers.agents
        capacity = servers.capacity
        let spare = capacity - offeredLoad
        guard spare > 0 else {
            waitProbability = 1
            immediateProbability = 0
            return
        }
        let inverse = servers.inverseFull
        guard inverse.value.isFinite else {
            waitProbability = 0
            immediateProbability = 1
            return
        }
        // C = nB/(n − a(1 − B)) with x = 1/B: only sums of positive terms.
        let denominator = offeredLoad + spare * inverse.value
        waitProbability = (capacity / denominator).clampedToUnit
        immediateProbability = (spare * (inverse.lessOne / denominator)).clampedToUnit
    }

    /// Whether a steady state exists: load < agents.
    public var isStable: Bool { offeredLoad < capacity }

    /// Mean wait over all calls, in seconds; infinite without a steady state.
    public var averageSpeedOfAnswerSeconds: Double {
        guard isStable else { return .infinity }
        return waitProbability * handleTimeSeconds / (capacity - offeredLoad)
    }

    /// Share of the time that an agent is busy, min(1, a/n); 0 without load.
    public var occupancy: Double {
        guard offeredLoad > 0 else { return 0 }
        guard isStable else { return 1 }
        return (offeredLoad / capacity).clampedToUnit
    }

    /// P(W > T): the share of calls that wait longer than the threshold.
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed.
    /// - Complexity: O(1).
    public func waitProbability(
        longerThanSeconds thresholdSeconds: Double
    ) throws(QueueingError) -> Double {
        try Domain.requireNonNegative(thresholdSeconds, .thresholdSeconds)
        guard isStable else { return 1 }
        return (waitProbability * exp(-decay(thresholdSeconds))).clampedToUnit
    }

    /// Service level P(W ≤ T): the share of calls answered within the threshold.
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed.
    /// - Complexity: O(1).
    public func serviceLevel(
        withinSeconds thresholdSeconds: Double
    ) throws(QueueingError) -> Double {
        try Domain.requireNonNegative(thresholdSeconds, .thresholdSeconds)
        guard isStable else { return 0 }
        let servedAfterWait = -waitProbability * expm1(-decay(thresholdSeconds))
        return (immediateProbability + servedAfterWait).clampedToUnit
    }

    /// The exponent (n − a)T/AHT of the waiting time's tail.
    private func decay(_ thresholdSeconds: Double) -> Double {
        (capacity - offeredLoad) * (thresholdSeconds / handleTimeSeconds)
    }
}
