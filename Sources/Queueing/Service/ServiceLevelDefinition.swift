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

/// A queue whose callers abandon, as far as contracts look at it.
protocol AbandoningQueue {
    var waitProbability: Double { get }
    var abandonment: Double { get }
    var averageSpeedOfAnswerSeconds: Double { get }
    var occupancy: Double { get }
    /// P(served).
    var servedShare: Double { get }
    func serviceLevel(withinSeconds thresholdSeconds: Double) throws(QueueingError) -> Double
    func abandonment(withinSeconds thresholdSeconds: Double) throws(QueueingError) -> Double
}

extension AbandoningQueue {
    /// The service level, and the share of the offered calls that its definition counts.
    func contractServiceLevel(
        withinSeconds thresholdSeconds: Double, definition: ServiceLevelDefinition
    ) throws(QueueingError) -> (level: Double, counted: Double) {
        let served = try serviceLevel(withinSeconds: thresholdSeconds)
        switch definition {
        case .servedOverOffered:
            return (served, 1)
        case .excludingShortAbandons(let shortAbandonSeconds):
            try Domain.requireNonNegative(shortAbandonSeconds, .shortAbandonSeconds)
            let counted = 1 - (try abandonment(withinSeconds: shortAbandonSeconds))
            return (counted > 0 ? (served / counted).clampedToUnit : 0, counted)
        case .servedOverAnswered:
            return (servedShare > 0 ? (served / servedShare).clampedToUnit : 0, servedShare)
        case .servedOrAbandonedOverOffered:
            return ((served + (try abandonment(withinSeconds: thresholdSeconds))).clampedToUnit, 1)
        }
    }
}

extension ErlangA: AbandoningQueue {
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
        try contractServiceLevel(withinSeconds: thresholdSeconds, definition: definition).level
    }
}

extension GeneralPatienceQueue: AbandoningQueue {
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
        try contractServiceLevel(withinSeconds: thresholdSeconds, definition: definition).level
    }
}
