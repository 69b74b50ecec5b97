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

    /// - Complexity: O(outcomes × candidates × (slots + steps)).
    init(_ trials: [Trial], series: DaySeries) {
        let outcomes = trials.flatMap(\.outcomes)
        let slots = series.slotsPerDay
        let signed = outcomes.map {
            TrialWeights.errors($0, series: series, rows: $0.candidates, count: CandidateModels.count).signed
        }
        let daily = TrialWeights.sums(outcomes, count: CandidateModels.count) { signed[$0].map(abs) }
        let within = CandidateModels.families.map { family in
            CandidateWeights(errors: daily.map { Array($0[family]) }, count: family.count)
        }
        let blended = TrialWeights.sums(outcomes, count: within.count) { index in
            let outcome = outcomes[index]
            let rows = zip(CandidateModels.families, within).flatMap { family, weights in
                CandidateModels.blend(
                    outcome.candidates[family.lowerBound * slots..<family.upperBound * slots],
                    weights: weights.row(lead: outcome.lead))
            }
            let errors = TrialWeights.errors(outcome, series: series, rows: rows, count: within.count)
            return zip(errors.signed, errors.absolute).map { abs($0) + $1 }
        }
        let start = CandidateWeights(
            families: within, between: CandidateWeights(errors: blended, count: within.count))
        let days = zip(outcomes, signed).map { (lead: $0.lead, errors: $1) }
        let span = (outcomes.map(\.day).max() ?? 0) - (trials.first?.origin ?? 0) + 1
        weights = start.mapRows { bucket, row in
            let reach = Double(span) / Double(LeadBucket.longest[bucket])
            let windows = max(1, min(Double(trials.count), reach))
            return TrialWeights.improved(
                row, days: days.filter { LeadBucket.index(lead: $0.lead) == bucket }.map(\.errors),
                windows: windows)
        }
    }

    /// Errors of some rows of slots over the known slots of a day.
    private static func errors(
        _ outcome: Outcome, series: DaySeries, rows: [Double], count: Int
    ) -> (signed: [Double], absolute: [Double]) {
        let slots = series.slotsPerDay
        let first = series.row(outcome.day).lowerBound
        var signed = [Double](repeating: 0, count: count)
        var absolute = signed
        for row in 0..<count {
            for slot in 0..<slots {
                let value = series.contacts[first + slot]
                if value.isNaN { continue }
                let error = rows[row * slots + slot] - value
                signed[row] += error
                absolute[row] += abs(error)
            }
        }
        return (signed, absolute)
    }

    /// Sums over the outcomes, by lead bucket.
    private static func sums(_ outcomes: [Outcome], count: Int, of errors: (Int) -> [Double]) -> [[Double]] {
        var sums = [[Double]](repeating: [Double](repeating: 0, count: count), count: LeadBucket.count)
        for (index, outcome) in outcomes.enumerated() {
            let bucket = LeadBucket.index(lead: outcome.lead)
            for (row, error) in errors(index).enumerated() { sums[bucket][row] += error }
        }
        return sums
    }

    /// Exponentiated gradient from a start (Kivinen & Warmuth 1997).
    ///
    /// All steps together go as far as the exponentially weighted forecaster with
    /// the rate that is best for n independent rounds, √(8 n ln m) (Cesa-Bianchi &
    /// Lugosi 2006, theorem 2.2), errors taken relative to the candidates' mean.
    /// - Parameters:
    ///   - days: signed errors of each candidate, day by day.
    ///   - windows: forecasts that do not overlap, n.
    private static func improved(_ start: [Double], days: [[Double]], windows: Double) -> [Double] {
        let scale = days.reduce(0) { $0 + $1.reduce(0) { $0 + abs($1) } } / Double(max(1, start.count))
        guard scale > 0, scale.isFinite else { return start }
        let reach = (8 * windows * log(Double(start.count))).squareRoot()
        let rate = reach / Double(TrialWeights.steps) / scale
        var weights = start
        for _ in 0..<TrialWeights.steps {
            var gradient = [Double](repeating: 0, count: weights.count)
            for errors in days {
                var error = 0.0
                for candidate in weights.indices { error += weights[candidate] * errors[candidate] }
                for candidate in weights.indices {
                    gradient[candidate] += error > 0 ? errors[candidate] : -errors[candidate]
                }
            }
            for candidate in weights.indices { weights[candidate] *= exp(-rate * gradient[candidate]) }
            let sum = weights.reduce(0, +)
            guard sum > 0 else { return start }
            for candidate in weights.indices { weights[candidate] /= sum }
        }
        return weights
    }
}
