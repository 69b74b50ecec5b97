import Foundation

/// Share of a list reached at least once after k attempts on each record, 1 − (1 − p)ᵏ: every
/// attempt succeeds with the same probability, independently.
///
/// - Parameters:
///   - attempts: attempts per record, ≥ 0.
///   - answerProbability: 0 … 1.
/// - Complexity: O(1).
public func listPenetration(
    afterAttempts attempts: Int, answerProbability: Double
) throws(QueueingError) -> Double {
    guard attempts >= 0 else { throw .outOfDomain(.attempts, value: Double(attempts)) }
    try Domain.requireShare(answerProbability, .answerProbability)
    guard attempts > 0 else { return 0 }
    // log1p and expm1 keep all digits of a small probability; p = 1 gives −∞ and so 1.
    return -expm1(Double(attempts) * log1p(-answerProbability))
}
