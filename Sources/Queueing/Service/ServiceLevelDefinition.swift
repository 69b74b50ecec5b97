/// Which share a contract calls its service level. A contract must say; the four differ by
/// several points as soon as callers abandon, and coincide where nobody does (Erlang C).
public enum ServiceLevelDefinition: Sendable, Hashable {
    /// Served within T over all offered calls.
    case servedOverOffered
    /// Served within T over offered calls less those that abandoned within a short threshold
    /// (seconds, ≥ 0).
    case excludingShortAbandons(shortAbandonSeconds: Double)
    /// Served within T over answered calls.
    case servedOverAnswered
    /// Served or abandoned within T over all offered calls: 1 − P(W > T).
    case servedOrAbandonedOverOffered
}

extension ServiceLevelDefinition {
    /// The share that the contract counts, from what a queue gives.
    ///
    /// - Parameters:
    ///   - served: share of all offered calls that are served within the threshold.
    ///   - servedShare: share of all offered calls that are ever served.
    ///   - abandonment: share of all offered calls that abandon within a time, in seconds.
    func share(
        served: Double, servedShare: Double, thresholdSeconds: Double,
        abandonedWithin abandonment: (Double) throws(QueueingError) -> Double
    ) throws(QueueingError) -> Double {
        switch self {
        case .servedOverOffered:
            return served
        case .excludingShortAbandons(let shortAbandonSeconds):
            try Domain.requireNonNegative(shortAbandonSeconds, .shortAbandonSeconds)
            let counted = 1 - (try abandonment(shortAbandonSeconds))
            return counted > 0 ? (served / counted).clampedToUnit : 0
        case .servedOverAnswered:
            return servedShare > 0 ? (served / servedShare).clampedToUnit : 0
        case .servedOrAbandonedOverOffered:
            return (served + (try abandonment(thresholdSeconds))).clampedToUnit
        }
    }
}

extension ErlangA {
    /// Service level within the threshold as the contract defines it.
    ///
    /// - Parameters:
    ///   - thresholdSeconds: ≥ 0, infinity allowed.
    ///   - definition: what the contract counts.
    /// - Returns: a share; 0 where the definition divides by no call at all.
    /// - Complexity: O(1), one to three quadratures.
    public func serviceLevel(
        withinSeconds thresholdSeconds: Double, definition: ServiceLevelDefinition
    ) throws(QueueingError) -> Double {
        try definition.share(
            served: try serviceLevel(withinSeconds: thresholdSeconds), servedShare: servedShare,
            thresholdSeconds: thresholdSeconds
        ) { seconds throws(QueueingError) in try abandonment(withinSeconds: seconds) }
    }
}
