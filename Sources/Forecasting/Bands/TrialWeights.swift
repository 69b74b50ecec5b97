import Foundation
import Workforce

/// Weights of the candidates from their errors at past dates.
///
/// Inverse errors give a start: of the day totals within each family, for its
/// members differ in level alone, then of slots and days between the families'
/// blends, for many kindred candidates must not outvote few others. From there the
/// blend itself is improved by exponentiated gradient steps on the absolute errors
/// of its day totals, so that candidates whose errors cancel or that are biased
/// find their weight.
struct TrialWeights: Sendable {
    let weights: CandidateWeights

    /// Steps of the gradient; more and smaller ones give the same weights.
    private static let steps = 30

    /// - Parameter families: which families of candidates count; others get no weight.
    /// - Complexity: O(outcomes × candidates × (slots + steps)).
    init(_ trials: [Trial], families: [Bool]) {
        let outcomes = trials.flatMap(\.outcomes).filter { !$0.isSpecial }
        let daily = TrialWeights.sums(outcomes, count: CandidateModels.count) { $0.signed.map(abs) }
        let within = CandidateModels.families.map { family in
            CandidateWeights(errors: daily.map { Array($0[family]) }, count: family.count)
        }
        let blended = TrialWeights.sums(outcomes, count: within.count) { outcome in
            zip(CandidateModels.families, within).map { family, weights in
                TrialWeights.error(outcome, of: family, weights: weights.row(lead: outcome.lead))
            }
        }
        let start = CandidateWeights(
            families: within,
            between: CandidateWeights(errors: blended, count: within.count, counting: families))
        let span = (outcomes.map(\.day).max() ?? 0) - (trials.first?.origin ?? 0) + 1
        weights = start.mapRows { bucket, row in
            let reach = Double(span) / Double(LeadBucket.longest[bucket])
            let windows = max(1, min(Double(trials.count), reach))
            return TrialWeights.improved(
                row, errors: outcomes.filter { LeadBucket.index(lead: $0.lead) == bucket }.flatMap(\.signed),
                windows: windows)
        }
    }

    /// Absolute error of a family's blend: of the day, and of its slots.
    private static func error(_ outcome: Outcome, of family: Range<Int>, weights: [Double]) -> Double {
        let slots = outcome.slots.count
        let means = CandidateModels.blend(
            outcome.candidates[family.lowerBound * slots..<family.upperBound * slots], weights: weights)
        var signed = 0.0
        var absolute = 0.0
        for slot in 0..<slots {
            let error = means[slot] - outcome.actual[slot]
            signed += error
            absolute += abs(error)
        }
        return abs(signed) + absolute
    }

    /// Sums over the outcomes, by lead bucket.
    private static func sums(
        _ outcomes: [Outcome], count: Int, of errors: (Outcome) -> [Double]
    ) -> [[Double]] {
        var sums = [[Double]](repeating: [Double](repeating: 0, count: count), count: LeadBucket.count)
        for outcome in outcomes {
            let bucket = LeadBucket.index(lead: outcome.lead)
            for (row, error) in errors(outcome).enumerated() { sums[bucket][row] += error }
        }
        return sums
    }

    /// Exponentiated gradient from a start (Kivinen & Warmuth 1997).
    ///
    /// All steps together go as far as the exponentially weighted forecaster with
    /// the rate that is best for n independent rounds, √(8 n ln m) (Cesa-Bianchi &
    /// Lugosi 2006, theorem 2.2), errors taken relative to the candidates' mean.
    /// - Parameters:
    ///   - errors: signed errors of each candidate, day after day.
    ///   - windows: forecasts that do not overlap, n.
    private static func improved(_ start: [Double], errors: [Double], windows: Double) -> [Double] {
        let count = start.count
        let scale = errors.reduce(0) { $0 + abs($1) } / Double(max(1, count))
        guard scale > 0, scale.isFinite else { return start }
        let reach = (8 * windows * log(Double(count))).squareRoot()
        let rate = reach / Double(TrialWeights.steps) / scale
        var weights = start
        for _ in 0..<TrialWeights.steps {
            let gradient = gradient(errors, weights: weights)
            for candidate in 0..<count { weights[candidate] *= exp(-rate * gradient[candidate]) }
            let sum = weights.reduce(0, +)
            guard sum > 0 else { return start }
            for candidate in 0..<count { weights[candidate] /= sum }
        }
        return weights
    }

    /// Of Σ |error of the blend|, by candidate.
    private static func gradient(_ errors: [Double], weights: [Double]) -> [Double] {
        var gradient = [Double](repeating: 0, count: weights.count)
        errors.withUnsafeBufferPointer { errors in
            weights.withUnsafeBufferPointer { weights in
                gradient.withUnsafeMutableBufferPointer { gradient in
                    for day in stride(from: 0, to: errors.count, by: weights.count) {
                        var error = 0.0
                        for candidate in weights.indices {
                            error += weights[candidate] * errors[day + candidate]
                        }
                        let sign = error > 0 ? 1.0 : -1
                        for candidate in weights.indices {
                            gradient[candidate] += sign * errors[day + candidate]
                        }
                    }
                }
            }
        }
        return gradient
    }
}
