import Foundation

/// Share of a list reached at least once after k attempts on each record.
///
/// Where all records are alike it is 1 − (1 − p)ᵏ. Where they differ, a record's own probability is
/// taken as Beta(α, β) with mean p; two attempts on one record then correlate by the spread
/// ρ = 1/(α + β + 1), and 1 − B(α, β + k)/B(α, β) are reached, B the Beta function: the product
/// Πᵢ₌₀..ₖ₋₁ (β + i)/(α + β + i) of the chances to be missed again (the beta-binomial law; Skellam 1948).
///
/// - Parameters:
///   - attempts: attempts per record, ≥ 0.
///   - answerProbability: mean over records, 0 … 1.
///   - spread: 0 (all alike) … 1 (each always or never answers).
/// - Complexity: O(1) without spread, O(attempts) with.
public func listPenetration(
    afterAttempts attempts: Int, answerProbability: Double, spread: Double = 0
) throws(QueueingError) -> Double {
    try requireList(attempts, answerProbability, spread)
    guard attempts > 0 else { return 0 }
    // log1p and expm1 keep all digits of a small probability; p = 1 gives −∞ and so 1.
    if spread == 0 { return -expm1(Double(attempts) * log1p(-answerProbability)) }
    if spread == 1 { return answerProbability }
    var logMissed = 0.0
    for attempt in 0..<attempts {
        logMissed += log1p(-nextAnswer(afterMisses: attempt, answerProbability, spread))
    }
    return (-expm1(logMissed)).clampedToUnit
}

/// Mean number of attempts on a record that is tried until its person answers, k times at most:
/// Σⱼ₌₀..ₖ₋₁ P(missed j times).
///
/// - Parameters: as of `listPenetration`.
/// - Complexity: O(1) without spread, O(attempts) with.
public func attemptsPerRecord(
    upTo attempts: Int, answerProbability: Double, spread: Double = 0
) throws(QueueingError) -> Double {
    try requireList(attempts, answerProbability, spread)
    guard attempts > 0, answerProbability > 0 else { return Double(attempts) }
    if spread == 0 {
        return -expm1(Double(attempts) * log1p(-answerProbability)) / answerProbability
    }
    if spread == 1 { return answerProbability + (1 - answerProbability) * Double(attempts) }
    var total = 0.0
    var missed = 1.0
    for attempt in 0..<attempts {
        total += missed
        missed *= 1 - nextAnswer(afterMisses: attempt, answerProbability, spread)
    }
    return total
}

/// Chance that the next attempt reaches a record missed so many times, α/(α + β + i): the more
/// often it was missed, the less likely it is one that answers.
private func nextAnswer(afterMisses times: Int, _ probability: Double, _ spread: Double) -> Double {
    // With α + β = (1 − ρ)/ρ, and never 0/0.
    times == 0 ? probability : probability * (1 - spread) / (1 + (Double(times) - 1) * spread)
}

private func requireList(
    _ attempts: Int, _ answerProbability: Double, _ spread: Double
) throws(QueueingError) {
    guard attempts >= 0 else { throw .outOfDomain(.attempts, value: Double(attempts)) }
    try Domain.requireShare(answerProbability, .answerProbability)
    try Domain.requireShare(spread, .reachSpread)
}
