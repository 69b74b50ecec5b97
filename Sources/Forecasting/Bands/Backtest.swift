import Workforce

/// Forecasts made at past dates with what was known then, against what came.
struct Backtest: Sendable {
    let weights: CandidateWeights
    let accuracy: ForecastAccuracy?
    let slotBands: ConformalBands
    let dayBands: ConformalBands

    private static let mostOrigins = 60
    private static let longestLead = LeadBucket.longest[LeadBucket.count - 1]
    /// Days known at the first origin.
    private static let leastKnownDays = 7

    /// - Complexity: O(origins × days × slots), with at most 60 origins.
    init(_ series: DaySeries, end: Int, knowsOpeningHours: Bool) {
        let trials = Backtest.trials(series, end: end, knowsOpeningHours: knowsOpeningHours)
        let weights = TrialWeights(trials, series: series).weights
        var sums = ErrorSums()
        for trial in trials { sums.add(trial, series: series, weights: weights) }
        self.weights = weights
        accuracy = sums.accuracy
        slotBands = ConformalBands(errors: sums.slotErrors, enough: 30)
        dayBands = ConformalBands(errors: sums.dayErrors, enough: 20)
    }

    /// Evenly over the last forty weeks, newest last, on every weekday. What was forecast
    /// from far fewer days than are known today says little about today's forecast:
    /// origins start when a third is known, or eight weeks.
    private static func origins(end: Int) -> [Int] {
        let first = max(leastKnownDays, end - 280, min(56, end / 3))
        guard first < end else { return [] }
        let span = end - first
        guard span > mostOrigins else { return Array(first..<end) }
        return (0..<mostOrigins).map { first + $0 * (span - 1) / (mostOrigins - 1) }
    }

    /// The shapes of days change slowly and cost most to learn: they are learned
    /// again after four weeks, or when the known days have grown by a quarter.
    private static func trials(_ series: DaySeries, end: Int, knowsOpeningHours: Bool) -> [Trial] {
        var shapes: (learned: Int, components: DayComponents)?
        return origins(end: end).map { origin in
            let totals = DayTotals(series, end: origin)
            if let last = shapes?.learned, origin < last + min(28, last / 4) {
            } else if let components = DayComponents(RootDays(series, totals: totals, end: origin)) {
                shapes = (origin, components)
            }
            let models = CandidateModels(
                series, totals: totals, end: origin, knowsOpeningHours: knowsOpeningHours,
                shapes: shapes?.components)
            return Trial(models, series: series, end: end, longestLead: longestLead)
        }
    }
}

private struct ErrorSums {
    var slotErrors = [[Double]](repeating: [], count: LeadBucket.count)
    var dayErrors = [[Double]](repeating: [], count: LeadBucket.count)
    private var origins = 0
    private var dayAbsolute = 0.0
    private var slotAbsolute = 0.0
    private var signed = 0.0
    private var actual = 0.0

    mutating func add(_ trial: Trial, series: DaySeries, weights: CandidateWeights) {
        if !trial.outcomes.isEmpty { origins += 1 }
        for outcome in trial.outcomes {
            let bucket = LeadBucket.index(lead: outcome.lead)
            let means = CandidateModels.blend(
                outcome.candidates[...], weights: weights.row(lead: outcome.lead))
            let counts = outcome.lead <= 28
            var came = 0.0
            var mean = 0.0
            for (slot, index) in series.row(outcome.day).enumerated() {
                let value = series.contacts[index]
                if value.isNaN { continue }
                let expected = means[slot]
                came += value
                mean += expected
                if counts { slotAbsolute += abs(expected - value) }
                // The scale is a variance law of counts; near zero it says nothing.
                if expected > 1 { slotErrors[bucket].append((value - expected) / errorScale(expected)) }
            }
            dayErrors[bucket].append((came - mean) / errorScale(mean))
            if counts {
                dayAbsolute += abs(mean - came)
                signed += mean - came
                actual += came
            }
        }
    }

    /// Over the four weeks after each origin.
    var accuracy: ForecastAccuracy? {
        guard origins > 0, actual > 0 else { return nil }
        return ForecastAccuracy(
            origins: origins, dailyWAPE: dayAbsolute / actual, slotWAPE: slotAbsolute / actual,
            bias: signed / actual)
    }
}
