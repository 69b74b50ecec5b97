/// Calls that a group of agents could not take, on their way to another group: they come in bursts,
/// so that their mean does not describe them.
public struct OverflowTraffic: Sendable, Hashable {
    /// Mean, in erlangs.
    public let mean: Double
    /// Variance of the number that would be busy in an endless group, in erlangs².
    public let variance: Double

    /// Variance over mean: 1 for Poisson calls, more for overflow; 1 without any.
    public var peakedness: Double { mean > 0 && variance > 0 ? variance / mean : 1 }

    /// Poisson calls, which have not overflowed anything.
    ///
    /// - Parameter offeredLoad: erlangs, finite, ≥ 0.
    public init(poisson offeredLoad: Double) throws(QueueingError) {
        try Domain.requireFinite(offeredLoad, .offeredLoad)
        mean = offeredLoad
        variance = offeredLoad
    }

    /// What Poisson calls overflow from a group without waiting room: mean α = aB(n, a), variance
    /// α(1 − α + a/(n + 1 + α − a)) (Wilkinson 1956, Riordan's formula).
    ///
    /// - Parameters:
    ///   - offeredLoad: erlangs, finite, ≥ 0.
    ///   - agents: 0 … `maximumAgents`.
    /// - Complexity: as `ErlangB.blocking`.
    public init(offeredLoad: Double, beyond agents: Int) throws(QueueingError) {
        mean = offeredLoad * (try ErlangB.blocking(agents: agents, offeredLoad: offeredLoad))
        let spread = Double(agents) + 1 + mean - offeredLoad
        variance = mean > 0 ? mean * max(1, 1 - mean + offeredLoad / spread) : 0
    }

    private init(mean: Double, variance: Double) {
        self.mean = mean
        self.variance = variance
    }

    /// Independent streams together.
    public static func + (left: OverflowTraffic, right: OverflowTraffic) -> OverflowTraffic {
        OverflowTraffic(mean: left.mean + right.mean, variance: left.variance + right.variance)
    }

    /// The share of this traffic that a further group loses, by Hayward's approximation: bursts of
    /// peakedness z on n agents are like Poisson calls on n/z, B(n/z, α/z) (Fredericks 1980).
    ///
    /// - Parameter agents: 0 … `maximumAgents`.
    /// - Complexity: as `ErlangB.blocking`.
    public func blocking(agents: Int) throws(QueueingError) -> Double {
        try Domain.requireAgents(agents)
        return try ErlangB.blocking(
            fractionalAgents: Double(agents) / peakedness, offeredLoad: mean / peakedness)
    }
}
