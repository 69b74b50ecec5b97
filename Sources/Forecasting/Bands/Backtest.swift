import Workforce

/// Forecasts made at past dates with what was known then, against what came.
struct Backtest: Sendable {
    let weights: CandidateWeights
    let accuracy: ForecastAccuracy?
    let slotBands: ConformalBands
    let dayBands: ConformalBands

    private static let mostOrigins = 60
    private static let longestLead = 84
    /// Days known at the first origin.
    private static let leastKnownDays = 7

    /// - Complexity: O(origins × days × slots), with at most 60 origins.
    init(_ series: DaySeries, end: Int, knowsOpeningHours: Bool) {
        let trials = Backtest.trials(series, end: end, knowsOpeningHours: knowsOpeningHours)
        let weights = Backtest.weights(trials.flatMap(\.outcomes), series: series)
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

    /// First within each family, then between the families' blends: many kindred
    /// candidates must not outvote few others.
    private static func weights(_ outcomes: [Outcome], series: DaySeries) -> CandidateWeights {
        let errors = errors(outcomes, series: series, count: CandidateModels.count) { $0.candidates }
        let within = CandidateModels.families.map { family in
            CandidateWeights(errors: errors.map { Array($0[family]) }, count: family.count)
        }
        let slots = series.slotsPerDay
        let blended = Backtest.errors(outcomes, series: series, count: within.count) { outcome in
            zip(CandidateModels.families, within).flatMap { family, weights in
                CandidateModels.blend(
                    outcome.candidates[family.lowerBound * slots..<family.upperBound * slots],
                    weights: weights.row(lead: outcome.lead))
            }
        }
        return CandidateWeights(
            families: within, between: CandidateWeights(errors: blended, count: within.count))
    }

    /// Summed absolute errors, by lead bucket and forecast: of the slots, which
    /// judge the shape, plus of the days, which judge the level.
    ///
    /// - Parameter forecasts: `count` rows of slots.
    private static func errors(
        _ outcomes: [Outcome], series: DaySeries, count: Int, forecasts: (Outcome) -> [Double]
    ) -> [[Double]] {
        let none = [Double](repeating: 0, count: count)
        var errors = [[Double]](repeating: none, count: LeadBucket.count)
        let slots = series.slotsPerDay
        for outcome in outcomes {
            let bucket = LeadBucket.index(lead: outcome.lead)
            let first = series.row(outcome.day).lowerBound
            let rows = forecasts(outcome)
            for candidate in 0..<count {
                var absolute = 0.0
                var signed = 0.0
                for slot in 0..<slots {
                    let value = series.contacts[first + slot]
                    if value.isNaN { continue }
                    let error = rows[candidate * slots + slot] - value
                    absolute += abs(error)
                    signed += error
                }
                errors[bucket][candidate] += absolute + abs(signed)
            }
        }
        return errors
    }
}

/// Forecasts made at one past date, of the later days that have a record.
private struct Trial: Sendable {
    let outcomes: [Outcome]

    /// Every day for a week, then fewer (strides of 2 and 3 days still visit every weekday).
    init(_ models: CandidateModels, series: DaySeries, end: Int, longestLead: Int) {
        var outcomes: [Outcome] = []
        var lead = 1
        while lead <= longestLead, models.end + lead - 1 < end {
            let day = models.end + lead - 1
            if series.kinds[day] != .closed, series.contacts[series.row(day)].contains(where: { !$0.isNaN }) {
                let candidates = models.contacts(
                    weekday: series.weekday(day), kind: series.kinds[day], lead: lead)
                outcomes.append(Outcome(day: day, lead: lead, candidates: candidates))
            }
            lead += lead < 7 ? 1 : lead < 28 ? 2 : 3
        }
        self.outcomes = outcomes
    }
}

/// A later day and what each candidate expected of its slots.
private struct Outcome: Sendable {
    let day: Int
    let lead: Int
    /// Candidate after candidate.
    let candidates: [Double]
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
