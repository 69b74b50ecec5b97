import Foundation
import Workforce

/// A recent day since which every day lies on another level: a contract extended, a line merged.
///
/// Smoothed levels take weeks to follow a step. One is taken for certain when at least four
/// days in a row, all of the last weeks' from some day on, deviate to one side from the
/// same weekdays before, by three robust standard deviations on average and one each.
struct LevelShift: Sendable {
    /// Row of the first day on the new level.
    let from: Int
    let factor: Double

    private static let leastDays = 4
    /// A step older than four weeks has been followed by now.
    private static let longestAge = 28
    private static let meanDeviations = 3.0
    private static let singleDeviation = 1.0
    /// Days of a line are known to about 3 %, however calm it was.
    private static let leastDeviation = 0.03
    private static let leastStep = log(1.1)
    private static let calmDays = 84
    private static let neighbours = 8

    /// Nil where there is none.
    /// - Complexity: O(days).
    init?(_ series: DaySeries, totals: DayTotals, end: Int) {
        let usable = (max(0, end - LevelShift.longestAge)..<max(0, end)).filter { totals.isUsable[$0] }
        guard usable.count >= LevelShift.leastDays else { return nil }
        let spread = LevelShift.spread(series, totals: totals, end: end - LevelShift.longestAge)
        guard let spread else { return nil }
        var best: (from: Int, score: Double, factor: Double)?
        for first in 0...(usable.count - LevelShift.leastDays) {
            let from = usable[first]
            let deviations = usable[first...].compactMap {
                LevelShift.deviation(of: $0, before: from, series, totals: totals)
            }
            guard deviations.count >= LevelShift.leastDays, let some = deviations.first else { continue }
            let mean = deviations.reduce(0, +) / Double(deviations.count)
            let isOneSided = deviations.allSatisfy {
                $0 * some > 0 && abs($0) >= LevelShift.singleDeviation * spread
            }
            guard isOneSided, abs(mean) >= max(LevelShift.leastStep, LevelShift.meanDeviations * spread)
            else { continue }
            let score = abs(mean) * Double(deviations.count).squareRoot()
            if score > best?.score ?? 0 { best = (from, score, exp(median(deviations))) }
        }
        guard let best, best.factor.isFinite, best.factor > 0 else { return nil }
        from = best.from
        factor = best.factor
    }

    /// Logarithm of a day over the median of the same weekdays before some day.
    private static func deviation(
        of day: Int, before limit: Int, _ series: DaySeries, totals: DayTotals
    ) -> Double? {
        var found: [Double] = []
        for other in stride(from: day - 7, through: 0, by: -7)
        where other < limit && totals.isUsable[other] && found.count < neighbours {
            found.append(totals.totals[other])
        }
        guard found.count >= 3 else { return nil }
        let usual = median(found)
        return usual > 0 ? log((totals.totals[day] + 0.5) / (usual + 0.5)) : nil
    }

    /// Robust standard deviation of such deviations while nothing happened.
    private static func spread(_ series: DaySeries, totals: DayTotals, end: Int) -> Double? {
        let calm = (max(0, end - calmDays)..<max(0, end)).filter { totals.isUsable[$0] }
            .compactMap { deviation(of: $0, before: $0, series, totals: totals) }
        guard calm.count >= 10 else { return nil }
        let centre = median(calm)
        return max(leastDeviation, 1.4826 * median(calm.map { abs($0 - centre) }))
    }

    /// The history as if the new level had always been.
    func applied(to series: DaySeries) -> DaySeries {
        var shifted = series
        for day in 0..<min(from, series.dayCount) { shifted.divide(day, by: 1 / factor) }
        return shifted
    }
}
