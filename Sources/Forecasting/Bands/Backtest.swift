import Workforce

/// Forecasts made at past dates with what was known then, against what came.
struct Backtest: Sendable {
    let trials: [Trial]
    let weights: CandidateWeights
    let accuracy: ForecastAccuracy?
    let slotBands: ConformalBands
    let dayBands: ConformalBands
    let weekBands: ConformalBands
    /// Which families of candidates the last fit has.
    let families: [Bool]
    /// Days ahead of the furthest forecast judged.
    let longestLead: Int
    /// Too few days were judged to learn their errors from.
    let isThin: Bool

    private static let mostOrigins = 60
    private static let mostFarOrigins = 13
    /// Whole weeks are forecast at one origin in so many.
    private static let weekStride = 4
    /// Days known at the first origin, and at the first one that looks beyond twelve weeks.
    private static let leastKnownDays = 7
    private static let leastKnownFar = 182

    /// - Parameters:
    ///   - series: days as recorded.
    ///   - models: those of the last fit.
    /// - Complexity: O(origins × days × slots), with at most 73 origins.
    init(
        _ series: DaySeries, end: Int, calendar: ServiceCalendar, models: CandidateModels
    ) {
        let trials = Backtest.trials(series, end: end, calendar: calendar)
        families = models.families
        weights = TrialWeights(trials, families: models.families).weights
        var errors = ScaledErrors()
        var sums = ErrorSums()
        for fold in TrialFold.folds(of: trials) {
            let weights = TrialWeights(fold.others, families: models.families).weights
            for trial in fold.own {
                let judged = trial.outcomes.map { JudgedOutcome($0, weights: weights) }
                errors.add(judged, weeks: trial.weeks, weights: weights)
                sums.add(judged)
            }
        }
        self.trials = trials
        longestLead = errors.longestLead
        isThin = !errors.isEnough
        accuracy = sums.accuracy
        (slotBands, dayBands, weekBands) = (errors.slotBands, errors.dayBands, errors.weekBands)
    }

    /// Evenly over the last forty weeks, newest last, on every weekday. What was forecast
    /// from far fewer days than are known today says little about today's forecast:
    /// origins start when a third is known, or eight weeks.
    private static func origins(end: Int) -> [Int] {
        let first = max(leastKnownDays, end - 280, min(56, end / 3))
        guard first < end else { return [] }
        return spread(first..<end, most: mostOrigins)
    }

    /// Origins that look beyond twelve weeks, over the whole history.
    private static func farOrigins(end: Int) -> [Int] {
        let last = end - Trial.farLeads[0]
        guard last > leastKnownFar else { return [] }
        return spread(leastKnownFar..<last, most: min(mostFarOrigins, 1 + (last - leastKnownFar) / 28))
    }

    private static func spread(_ days: Range<Int>, most: Int) -> [Int] {
        guard days.count > most, most > 1 else { return Array(days.prefix(most)) }
        return (0..<most).map { days.lowerBound + $0 * (days.count - 1) / (most - 1) }
    }

    /// The shapes of days change slowly and cost most to learn: they are learned
    /// again after four weeks, or when the known days have grown by a quarter.
    private static func trials(_ series: DaySeries, end: Int, calendar: ServiceCalendar) -> [Trial] {
        let origins =
            farOrigins(end: end).map { ($0, Trial.farLeads) }
            + origins(end: end).map { ($0, Trial.nearLeads) }
        var shapes: (learned: Int, components: DayComponents)?
        return origins.sorted { $0.0 < $1.0 }.enumerated().map { index, plan in
            let (origin, leads) = plan
            let fit = CleanedFit(series, end: origin, calendar: calendar)
            if let last = shapes?.learned, origin < last + min(28, last / 4) {
            } else if let components = DayComponents(
                RootDays(fit.series, totals: fit.totals, end: origin))
            {
                shapes = (origin, components)
            }
            let models = CandidateModels(
                fit.series, totals: fit.totals, end: origin,
                knowsOpeningHours: calendar.openingHours != nil, shapes: shapes?.components)
            return Trial(models, effects: fit.effects, series: series, end: end, leads: leads,
                judgesWeeks: index % weekStride == 0)
        }
    }
}

/// A block of neighbouring trials, and the others that may judge it: a forecast must not be
/// judged by weights that its own outcome taught (cross-validation in blocks: Bergmeir &
/// Benítez 2012).
struct TrialFold {
    let own: ArraySlice<Trial>
    let others: [Trial]

    private static let count = 5

    static func folds(of trials: [Trial]) -> [TrialFold] {
        let count = min(count, trials.count)
        guard count > 1 else { return [TrialFold(own: trials[...], others: trials)] }
        return (0..<count).map { block in
            let own = block * trials.count / count..<(block + 1) * trials.count / count
            return TrialFold(
                own: trials[own], others: Array(trials[..<own.lowerBound] + trials[own.upperBound...]))
        }
    }
}

/// A history up to one day, cleaned of what the calendar did to it.
struct CleanedFit: Sendable {
    let effects: EffectModel
    let series: DaySeries
    let totals: DayTotals

    init(_ series: DaySeries, end: Int, calendar: ServiceCalendar) {
        let totals = DayTotals(series, end: end)
        effects = EffectModel(
            series, totals: totals, end: end, causes: calendar.causes,
            knowsOpeningHours: calendar.openingHours != nil)
        guard effects.touchesHistory else {
            self.series = series
            self.totals = totals
            return
        }
        self.series = effects.cleaned(series)
        self.totals = DayTotals(self.series, end: end)
    }
}

/// A later day with what the weighed candidates expected of it.
struct JudgedOutcome {
    let outcome: Outcome
    /// By recorded slot.
    let means: [Double]
    let mean: Double
    let actual: Double

    init(_ outcome: Outcome, weights: CandidateWeights) {
        self.outcome = outcome
        means = outcome.means(weights)
        mean = means.reduce(0, +)
        actual = outcome.actual.reduce(0, +)
    }
}

/// Errors in units of their scale, by distance into the future: what bands are made of.
struct ScaledErrors {
    private var slots = [[Double]](repeating: [], count: LeadBucket.count)
    private var days = [[Double]](repeating: [], count: LeadBucket.count)
    private var weeks = [[Double]](repeating: [], count: LeadBucket.count)
    private(set) var longestLead = 0

    private static let enoughSlots = 30
    private static let enoughDays = 20

    mutating func add(_ judged: [JudgedOutcome], weeks trialWeeks: [[Outcome]], weights: CandidateWeights) {
        for day in judged where !day.outcome.isSpecial {
            let bucket = LeadBucket.index(lead: day.outcome.lead)
            for (value, expected) in zip(day.outcome.actual, day.means) where expected > 1 {
                // The scale is a variance law of counts; near zero it says nothing.
                slots[bucket].append((value - expected) / errorScale(expected))
            }
            days[bucket].append((day.actual - day.mean) / errorScale(day.mean))
            longestLead = max(longestLead, day.outcome.lead)
        }
        for week in trialWeeks {
            let ordinary = week.filter { !$0.isSpecial }
            guard let last = ordinary.last else { continue }
            let mean = ordinary.reduce(0) { $0 + $1.means(weights).reduce(0, +) }
            let actual = ordinary.reduce(0) { $0 + $1.actual.reduce(0, +) }
            weeks[LeadBucket.index(lead: last.lead)].append((actual - mean) / errorScale(mean))
        }
    }

    var isEnough: Bool { days.reduce(0) { $0 + $1.count } >= ScaledErrors.enoughDays }

    var slotBands: ConformalBands {
        ConformalBands(errors: slots, enough: ScaledErrors.enoughSlots, longestLead: longestLead)
    }
    var dayBands: ConformalBands {
        ConformalBands(errors: days, enough: ScaledErrors.enoughDays, longestLead: longestLead)
    }
    var weekBands: ConformalBands {
        ConformalBands(
            errors: weeks, enough: ScaledErrors.enoughDays, longestLead: min(Trial.nearLeads.last ?? 84, longestLead))
    }
}

private struct ErrorSums {
    private var origins = 0
    private var dayAbsolute = 0.0
    private var slotAbsolute = 0.0
    private var signed = 0.0
    private var actual = 0.0

    mutating func add(_ judged: [JudgedOutcome]) {
        let near = judged.filter { $0.outcome.lead <= 28 }
        if !near.isEmpty { origins += 1 }
        for day in near {
            for (value, expected) in zip(day.outcome.actual, day.means) {
                slotAbsolute += abs(expected - value)
            }
            dayAbsolute += abs(day.mean - day.actual)
            signed += day.mean - day.actual
            actual += day.actual
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
