import Workforce

/// Forecasts made at past dates with what was known then, against what came.
struct Backtest: Sendable {
    let blend: LevelBlend
    let accuracy: ForecastAccuracy?
    let slotBands: ConformalBands
    let dayBands: ConformalBands

    private static let mostOrigins = 60
    private static let longestLead = 84
    /// Days known at the first origin.
    private static let leastKnownDays = 7

    /// - Complexity: O(origins × days × slots), with at most 60 origins.
    init(_ series: DaySeries, end: Int, knowsOpeningHours: Bool) {
        let origins = Backtest.origins(end: end)
        let trials = origins.map { origin in
            Trial(
                origin: origin,
                model: ProfileModel(
                    series, totals: DayTotals(series, end: origin), end: origin,
                    knowsOpeningHours: knowsOpeningHours))
        }
        let outcomes = trials.map { $0.outcomes(series, end: end, longestLead: Backtest.longestLead) }
        blend = LevelBlend(errors: Backtest.memoryErrors(trials, outcomes))
        var errors = ErrorSums()
        for (trial, days) in zip(trials, outcomes) { errors.add(trial, days, series: series, blend: blend) }
        accuracy = errors.accuracy
        slotBands = ConformalBands(errors: errors.slotErrors, enough: 30)
        dayBands = ConformalBands(errors: errors.dayErrors, enough: 20)
    }

    /// Evenly over the last forty weeks, newest last, on every weekday.
    private static func origins(end: Int) -> [Int] {
        let first = max(leastKnownDays, end - 280)
        guard first < end else { return [] }
        let span = end - first
        guard span > mostOrigins else { return Array(first..<end) }
        return (0..<mostOrigins).map { first + $0 * (span - 1) / (mostOrigins - 1) }
    }

    /// Summed absolute errors of day totals, by lead bucket and level memory.
    private static func memoryErrors(_ trials: [Trial], _ outcomes: [[Outcome]]) -> [[Double]] {
        let none = [Double](repeating: 0, count: LevelMemory.candidates.count)
        var errors = [[Double]](repeating: none, count: LeadBucket.count)
        for (trial, days) in zip(trials, outcomes) {
            for day in days {
                let bucket = LeadBucket.index(lead: day.lead)
                for memory in none.indices {
                    let factor = trial.model.factor(kind: day.kind, lead: day.lead, memory: memory)
                    errors[bucket][memory] += abs(day.base * factor - day.actual)
                }
            }
        }
        return errors
    }
}

/// One past date and the model fitted on what was known then.
private struct Trial: Sendable {
    let origin: Int
    let model: ProfileModel

    /// Days after the origin with a record: every day for a week, then fewer
    /// (strides of 2 and 3 days still visit every weekday).
    func outcomes(_ series: DaySeries, end: Int, longestLead: Int) -> [Outcome] {
        var outcomes: [Outcome] = []
        var lead = 1
        while lead <= longestLead, origin + lead - 1 < end {
            let day = origin + lead - 1
            if series.kinds[day] != .closed, let outcome = outcome(series, day: day, lead: lead) {
                outcomes.append(outcome)
            }
            lead += lead < 7 ? 1 : lead < 28 ? 2 : 3
        }
        return outcomes
    }

    private func outcome(_ series: DaySeries, day: Int, lead: Int) -> Outcome? {
        let base = series.weekday(day) * model.slotsPerDay
        var outcome = Outcome(day: day, lead: lead, kind: series.kinds[day], base: 0, actual: 0, known: 0)
        for (slot, index) in series.row(day).enumerated() {
            let value = series.contacts[index]
            if value.isNaN { continue }
            outcome.known += 1
            outcome.base += model.slotContacts[base + slot]
            outcome.actual += value
        }
        return outcome.known > 0 ? outcome : nil
    }
}

/// A later day: what the profile expects at level 1 in its known slots, and what came.
private struct Outcome: Sendable {
    var day: Int
    var lead: Int
    var kind: DayKind
    var base: Double
    var actual: Double
    var known: Int
}

private struct ErrorSums {
    var slotErrors = [[Double]](repeating: [], count: LeadBucket.count)
    var dayErrors = [[Double]](repeating: [], count: LeadBucket.count)
    private var origins = 0
    private var dayAbsolute = 0.0
    private var slotAbsolute = 0.0
    private var signed = 0.0
    private var actual = 0.0

    mutating func add(_ trial: Trial, _ outcomes: [Outcome], series: DaySeries, blend: LevelBlend) {
        if !outcomes.isEmpty { origins += 1 }
        for outcome in outcomes {
            let factor = trial.model.factor(kind: outcome.kind, lead: outcome.lead, blend: blend)
            let bucket = LeadBucket.index(lead: outcome.lead)
            let mean = outcome.base * factor
            dayErrors[bucket].append((outcome.actual - mean) / errorScale(mean))
            let counts = outcome.lead <= 28
            if counts {
                dayAbsolute += abs(mean - outcome.actual)
                signed += mean - outcome.actual
                actual += outcome.actual
            }
            let base = series.weekday(outcome.day) * trial.model.slotsPerDay
            for (slot, index) in series.row(outcome.day).enumerated() {
                let value = series.contacts[index]
                if value.isNaN { continue }
                let expected = trial.model.slotContacts[base + slot] * factor
                if counts { slotAbsolute += abs(expected - value) }
                // The scale is a variance law of counts; near zero it says nothing.
                if expected > 1 { slotErrors[bucket].append((value - expected) / errorScale(expected)) }
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
