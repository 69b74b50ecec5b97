import Foundation

/// The waiting system M/G/n with infinite patience, approximated from Erlang C by the coefficient
/// of variation of the handle times.
///
/// The mean wait is (1 + c²)/2 times that of Erlang C (Lee & Longton 1959), exact for n = 1
/// (Pollaczek–Khinchine) and for c = 1. The tail of the wait is the mean of Erlang C's and of the
/// one scaled to that mean wait: the true tail lies between them at the thresholds contracts use.
/// P(W > 0) is that of Erlang C.
public struct GeneralServiceQueue: Sendable, Equatable {
    /// The same floor with exponential handle times.
    public let exponential: ErlangC
    /// Coefficient of variation of the handle times; 0 constant, 1 exponential.
    public let variation: Double

    /// - Parameters:
    ///   - callsPerHour: arrivals per hour, finite, ≥ 0.
    ///   - handleTimeSeconds: mean, finite, > 0.
    ///   - variation: coefficient of variation of the handle times, 0 … 100.
    ///   - agents: 0 … `maximumAgents`.
    /// - Complexity: O(√load), as `ErlangC`.
    public init(
        callsPerHour: Double, handleTimeSeconds: Double, variation: Double, agents: Int
    ) throws(QueueingError) {
        guard variation >= 0, variation <= 100 else {
            throw .outOfDomain(.handleTimeVariation, value: variation)
        }
        exponential = try ErlangC(
            callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds, agents: agents)
        self.variation = variation
    }

    /// Mean wait over that of Erlang C: (1 + c²)/2.
    private var stretch: Double { 0.5 * (1 + variation * variation) }

    /// P(W > 0).
    public var waitProbability: Double { exponential.waitProbability }

    /// Mean wait over all calls, in seconds; infinite without a steady state.
    public var averageSpeedOfAnswerSeconds: Double {
        stretch * exponential.averageSpeedOfAnswerSeconds
    }

    /// Share of the time that an agent is busy, min(1, a/n); 0 without load.
    public var occupancy: Double { exponential.occupancy }

    /// Service level P(W ≤ T): the share of calls answered within the threshold.
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed.
    /// - Complexity: O(1).
    public func serviceLevel(
        withinSeconds thresholdSeconds: Double
    ) throws(QueueingError) -> Double {
        let plain = try exponential.serviceLevel(withinSeconds: thresholdSeconds)
        let scaled = try exponential.serviceLevel(withinSeconds: thresholdSeconds / stretch)
        return (0.5 * (plain + scaled)).clampedToUnit
    }

    /// P(W > T): the share of calls that wait longer than the threshold.
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed.
    /// - Complexity: O(1).
    public func waitProbability(
        longerThanSeconds thresholdSeconds: Double
    ) throws(QueueingError) -> Double {
        let plain = try exponential.waitProbability(longerThanSeconds: thresholdSeconds)
        let scaled = try exponential.waitProbability(longerThanSeconds: thresholdSeconds / stretch)
        return (0.5 * (plain + scaled)).clampedToUnit
    }
}
