import Foundation
import Workforce

/// Forecast of whole days from the scores of their components (Shen & Huang 2008).
///
/// Each score follows its weekday's mean, smoothed over the weeks, plus a
/// deviation that is an autoregression of order 1 over open days; the forecast
/// roots g give contacts g² − ¼ + variance, the mean of a squared root.
struct ShenHuangModel: Sendable {
    let components: DayComponents
    /// One a smoothing of `smoothings`, by component.
    private let paths: [[ScorePath]]
    /// Last day learned from.
    private let lastDay: Int
    private let lastWeekday: Int
    /// Weekdays with a mean.
    private let isWorked: [Bool]

    /// Weights lost by a weekday's mean with each week of age: none (all of the half
    /// year alike), the profile's, half of it and double it. A backtest weighs the four.
    static let smoothings = [
        0, ProfileModel.weeklySmoothing / 2, ProfileModel.weeklySmoothing, 2 * ProfileModel.weeklySmoothing,
    ]

    /// - Parameters:
    ///   - history: at least one day, on the components' slots.
    ///   - end: days before this row are known.
    /// - Complexity: O(days × slots × components).
    init?(_ history: RootDays, components: DayComponents, end: Int) {
        guard let last = history.days.last, let weekday = history.weekdays.last,
            history.slots == components.slots
        else { return nil }
        var isWorked = [Bool](repeating: false, count: 7)
        for weekday in history.weekdays { isWorked[weekday] = true }
        let scores = components.scores(history)
        let follows = history.days.indices.map { index in
            index > 0
                && openDays(
                    after: history.weekdays[index - 1], count: history.days[index] - history.days[index - 1],
                    isWorked: isWorked) == 1
        }
        paths = ShenHuangModel.smoothings.map { smoothing in
            let weights = zip(history.days, history.weights).map {
                pow(1 - smoothing, Double((end - 1 - $0) / 7)) * $1
            }
            return (0..<components.count).map { k in
                ScorePath(
                    history.days.indices.map { scores[$0 * components.count + k] },
                    weekdays: history.weekdays, weights: weights, follows: follows)
            }
        }
        self.components = components
        self.isWorked = isWorked
        lastDay = last
        lastWeekday = weekday
    }

    /// Writes the contacts of a later day's slots, where the components know them.
    ///
    /// - Parameters:
    ///   - day: row of the series, after the last one known.
    ///   - smoothing: index in `smoothings`.
    ///   - isKnown: slots of the day to write.
    ///   - contacts: one a slot of the day.
    func forecast(
        day: Int, weekday: Int, smoothing: Int, isKnown: ArraySlice<Bool>, into contacts: inout [Double]
    ) {
        guard isWorked[weekday] else { return }
        let steps = Double(max(1, openDays(after: lastWeekday, count: day - lastDay, isWorked: isWorked)))
        let ahead = paths[smoothing].map { $0.forecast(weekday: weekday, steps: steps) }
        let columns = components.slots.count
        for (column, slot) in components.slots.enumerated() where isKnown[isKnown.startIndex + slot] {
            var root = 0.0
            var variance = components.noise[column]
            for (k, score) in ahead.enumerated() {
                let shape = components.shapes[k * columns + column]
                root += score.mean * shape
                variance += score.variance * shape * shape
            }
            root = max(0, root)
            let mean = root * root - 0.25 + variance
            // Rounding must not make contacts where there are none.
            contacts[slot] = mean > 1e-9 ? mean : 0
        }
    }
}

/// One component's score over the days: weekday means and what is left of the last deviation.
struct ScorePath: Sendable {
    /// By weekday; 0 where there is none.
    let means: [Double]
    /// Part of a deviation that is left after one open day.
    let persistence: Double
    let lastDeviation: Double
    /// Variance of what each further day adds.
    let innovation: Double

    /// A deviation may last for weeks; a walk without return belongs to the profile's level.
    private static let mostPersistence = 0.95

    /// - Parameters:
    ///   - weights: of each score in its weekday's mean.
    ///   - follows: whether a score's day is the open day after the one before.
    init(_ scores: [Double], weekdays: [Int], weights: [Double], follows: [Bool]) {
        var sums = [Double](repeating: 0, count: 7)
        var totals = sums
        for (index, weekday) in weekdays.enumerated() {
            sums[weekday] += weights[index] * scores[index]
            totals[weekday] += weights[index]
        }
        means = zip(sums, totals).map { $1 > 0 ? $0 / $1 : 0 }
        var deviations = scores
        for (index, weekday) in weekdays.enumerated() { deviations[index] -= means[weekday] }
        var products = 0.0
        var squares = 0.0
        for index in deviations.indices where follows[index] {
            products += deviations[index] * deviations[index - 1]
            squares += deviations[index - 1] * deviations[index - 1]
        }
        let phi = squares > 0 ? min(ScorePath.mostPersistence, max(0, products / squares)) : 0
        var errors = 0.0
        var count = 0.0
        for index in deviations.indices where follows[index] {
            let error = deviations[index] - phi * deviations[index - 1]
            errors += error * error
            count += 1
        }
        persistence = phi
        lastDeviation = deviations.last ?? 0
        innovation = count > 0 ? errors / count : 0
    }

    /// Mean and variance of the score, `steps` ≥ 1 open days after the last one.
    func forecast(weekday: Int, steps: Double) -> (mean: Double, variance: Double) {
        let left = pow(persistence, steps)
        return (
            means[weekday] + left * lastDeviation,
            innovation * (1 - left * left) / (1 - persistence * persistence)
        )
    }
}

/// Open days among the `count` days after a day of weekday `weekday`.
func openDays(after weekday: Int, count: Int, isWorked: [Bool]) -> Int {
    guard count > 0 else { return 0 }
    var open = count / 7 * isWorked.filter { $0 }.count
    for further in 1..<(count % 7 + 1) where isWorked[(weekday + further) % 7] { open += 1 }
    return open
}
