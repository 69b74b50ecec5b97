import Foundation
import Workforce

/// What months and years teach: a trend, the seasons, the same weeks of last year.
///
/// Each is one candidate that a backtest weighs beside the others. A week's contacts over
/// those of its weekdays' means are regressed on time and, with a year and a half known, on
/// Fourier terms of the year (MATHS §2.2; Harvey 1989, ch. 2).
struct LongTermModel: Sendable {
    static let count = 3
    /// Within less than a year a trend cannot be told from a season, and within less than a year
    /// and a half a season not from a trend.
    private static let leastWeeks = 52
    private static let leastWeeksForSeasons = 78
    private static let harmonics = 3
    /// Standard deviations before any observation: growth of 5 % a month, seasons of ±20 %.
    private static let slopePrior = 0.05 / 30.4
    private static let seasonPrior = 0.2
    /// A week is known to about 7 % however many its contacts: neighbouring weeks deviate together.
    private static let weekVariance = 0.005
    /// Older weeks say less about today's trend: half after a quarter.
    private static let trendHalfLife = 13.0
    /// A level smoothed by 0.12 a day is as old as this.
    private static let levelAge = 8.0
    /// No trend is believed beyond these factors.
    private static let credible = 0.1...10.0

    private let end: Int
    private let slope: Double
    /// Slope and Fourier coefficients; nil = too short a history.
    private let seasons: (slope: Double, waves: [Double])?
    private let lastYear: LastYear?

    /// What a history is long enough for, with twelve weeks left to judge it by.
    enum Reach: Int, Sendable { case nothing, trend, seasons }

    static func reach(days: Int) -> Reach {
        let judged = LeadBucket.longest[3]
        return days >= 7 * leastWeeksForSeasons + judged
            ? .seasons : days >= 7 * leastWeeks + judged ? .trend : .nothing
    }

    /// Days from which forecasts of that reach can be made.
    static func leastDays(_ reach: Reach) -> Int {
        switch reach {
        case .nothing: 0
        case .trend: 7 * leastWeeks
        case .seasons: 7 * leastWeeksForSeasons
        }
    }

    /// Nil where nothing is asked for, or the history is too short for it.
    /// - Complexity: O(days).
    init?(_ series: DaySeries, totals: DayTotals, end: Int, reach: Reach) {
        guard reach != .nothing, end >= LongTermModel.leastDays(reach) else { return nil }
        let weeks = WeekLevels(series, totals: totals, end: end).weeks
        guard let last = weeks.last, weeks.count >= LongTermModel.leastWeeks / 2 else { return nil }
        self.end = end
        let recent = weeks.map { week in
            RidgeRegression.Row(
                columns: [(0, 1), (1, week.day - last.day)], value: week.level,
                precision: pow(0.5, (last.day - week.day) / 7 / LongTermModel.trendHalfLife)
                    / (LongTermModel.weekVariance + week.variance))
        }
        slope = RidgeRegression(recent, priors: [2, LongTermModel.slopePrior]).coefficients[1]
        guard reach == .seasons else {
            seasons = nil
            lastYear = nil
            return
        }
        let waves = (1...LongTermModel.harmonics).flatMap { k in
            [Double](repeating: LongTermModel.seasonPrior / Double(k), count: 2)
        }
        let rows = weeks.map { week in
            RidgeRegression.Row(
                columns: [(0, 1), (1, week.day - last.day)]
                    + LongTermModel.waves(day: week.day).enumerated().map { ($0.offset + 2, $0.element) },
                value: week.level, precision: 1 / (LongTermModel.weekVariance + week.variance))
        }
        let fit = RidgeRegression(rows, priors: [2, LongTermModel.slopePrior] + waves).coefficients
        seasons = (fit[1], Array(fit[2...]))
        lastYear = LastYear(series, totals: totals, end: end)
    }

    private static func waves(day: Double) -> [Double] {
        (1...harmonics).flatMap { k in
            let angle = 2 * Double.pi * Double(k) * day / 365.25
            return [cos(angle), sin(angle)]
        }
    }

    private func season(_ day: Double) -> Double {
        guard let seasons else { return 0 }
        return zip(seasons.waves, LongTermModel.waves(day: day)).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Factors of the candidates on a day that is `level` × the weekday's mean, `mean` contacts.
    ///
    /// - Parameter lead: days after the last known one, ≥ 1.
    func factors(weekdayMean mean: Double, level: Double, lead: Int) -> [Double] {
        func credible(_ factor: Double) -> Double {
            min(LongTermModel.credible.upperBound, max(LongTermModel.credible.lowerBound, factor))
        }
        let day = Double(end - 1 + lead)
        let ahead = Double(lead) + LongTermModel.levelAge
        let trend = level * credible(exp(slope * ahead))
        guard let seasons else { return [trend, trend, trend] }
        let wave = season(day) - season(Double(end - 1) - LongTermModel.levelAge)
        let seasonal = level * credible(exp(wave + seasons.slope * ahead))
        let before = lastYear?.contacts(day: end - 1 + lead)
        guard let before, mean > 0, level > 0 else { return [trend, seasonal, seasonal] }
        return [trend, seasonal, level * credible(before / mean / level)]
    }
}

/// Weekly contacts relative to the means of their weekdays, in logarithms.
private struct WeekLevels {
    let weeks: [(day: Double, level: Double, variance: Double)]

    init(_ series: DaySeries, totals: DayTotals, end: Int) {
        var sums = [Double](repeating: 0, count: 7)
        var counts = sums
        for day in 0..<end where totals.isUsable[day] {
            sums[series.weekday(day)] += totals.totals[day]
            counts[series.weekday(day)] += 1
        }
        let means = zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 }
        var weeks: [(day: Double, level: Double, variance: Double)] = []
        for last in stride(from: end, to: 0, by: -7) {
            var actual = 0.0
            var usual = 0.0
            for day in max(0, last - 7)..<last where totals.isUsable[day] {
                actual += totals.totals[day]
                usual += means[series.weekday(day)]
            }
            guard usual > 0 else { continue }
            weeks.append(
                (Double(last) - 4, log((actual + 0.5) / (usual + 0.5)), 1 / (usual + 0.5)))
        }
        self.weeks = weeks.reversed()
    }
}

/// The same weeks of last year, times the growth since.
private struct LastYear: Sendable {
    private let totals: [Double]
    private let end: Int
    private let growth: Double

    private static let weeksCompared = 6

    init?(_ series: DaySeries, totals: DayTotals, end: Int) {
        self.totals = (0..<end).map { totals.isUsable[$0] ? totals.totals[$0] : .nan }
        self.end = end
        var now = 0.0
        var then = 0.0
        for day in max(364, end - 7 * LastYear.weeksCompared)..<max(364, end)
        where !self.totals[day].isNaN && !self.totals[day - 364].isNaN {
            now += self.totals[day]
            then += self.totals[day - 364]
        }
        guard then > 0, now > 0 else { return nil }
        growth = min(5, max(0.2, now / then))
    }

    /// Mean of the same weekday 51, 52 and 53 weeks before (for a second year, before that).
    func contacts(day: Int) -> Double? {
        let years = max(1, (day - end + 364) / 364)
        let known = [-7, 0, 7].map { day - 364 * years + $0 }
            .filter { totals.indices.contains($0) && !totals[$0].isNaN }
        guard !known.isEmpty else { return nil }
        return known.reduce(0) { $0 + totals[$1] } / Double(known.count) * pow(growth, Double(years))
    }
}
