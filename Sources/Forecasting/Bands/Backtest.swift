import Workforce

/// Forecasts made at past dates with what was known then, against what came. (Closures, outages
/// and hours no longer served were struck out of the whole history before.)
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
    ///   - broken: days that are no demand; they judge nothing.
    /// - Complexity: O(origins × days × slots), with at most 73 origins.
    init(
        _ series: DaySeries, end: Int, calendar: ServiceCalendar, models: CandidateModels, broken: [Int]
    ) {
        let trials = Backtest.trials(series, end: end, calendar: calendar, broken: Set(broken))
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
    /// origins start when a third is known, or eight weeks, and where the same candidates could
    /// be fitted.
    private static func origins(end: Int) -> [Int] {
        let first = max(
            leastKnownDays, end - 280, min(56, end / 3),
            LongTermModel.leastDays(LongTermModel.reach(days: end)))
        guard first < end else { return [] }
        return spread(first..<end, most: mostOrigins)
    }

    /// Origins that look beyond twelve weeks, over the whole history.
    private static func farOrigins(end: Int) -> [Int] {
        let last = end - Trial.farLeads[0]
        let first = max(leastKnownFar, LongTermModel.leastDays(LongTermModel.reach(days: end)))
        guard last > first else { return [] }
        return spread(first..<last, most: min(mostFarOrigins, 1 + (last - first) / 14))
    }

    private static func spread(_ days: Range<Int>, most: Int) -> [Int] {
        guard days.count > most, most > 1 else { return Array(days.prefix(most)) }
        return (0..<most).map { days.lowerBound + $0 * (days.count - 1) / (most - 1) }
    }

    private static func trials(
        _ series: DaySeries, end: Int, calendar: ServiceCalendar, broken: Set<Int>
    ) -> [Trial] {
        let origins =
            farOrigins(end: end).map { ($0, Trial.farLeads) }
            + origins(end: end).map { ($0, Trial.nearLeads) }
        var lasting: LastingKnowledge?
        return origins.sorted { $0.0 < $1.0 }.enumerated().map { index, plan in
            let (origin, leads) = plan
            let known = lasting.flatMap { $0.isStale(at: origin) ? nil : $0 }
            let knowledge = known ?? LastingKnowledge(series, end: origin, calendar: calendar)
            lasting = knowledge
            let fit = known == nil ? knowledge.fit : knowledge.fit.extended(to: origin)
            let models = CandidateModels(
                fit.series, totals: fit.totals, end: origin, knowsOpeningHours: calendar.openingHours != nil,
                reach: LongTermModel.reach(days: end), shapes: knowledge.shapes)
            return Trial(
                models, effects: fit.effects, series: series, end: end, leads: leads, broken: broken,
                judgesWeeks: index % weekStride == 0)
        }
    }
}

/// What changes slowly and costs most to learn: the effects of the calendar, the shapes of
/// days. They are learned again after four weeks, or when the known days have grown by a quarter.
private struct LastingKnowledge {
    private let learned: Int
    let fit: CleanedFit
    let shapes: DayComponents?

    init(_ series: DaySeries, end: Int, calendar: ServiceCalendar) {
        learned = end
        fit = CleanedFit(series, end: end, calendar: calendar)
        shapes = DayComponents(RootDays(fit.series, totals: fit.totals, end: end))
    }

    func isStale(at origin: Int) -> Bool { shapes == nil || origin >= learned + min(28, learned / 4) }
}

private struct ErrorSums {
    private var origins = 0
    private var dayAbsolute = 0.0
    private var slotAbsolute = 0.0
    private var signed = 0.0
    private var actual = 0.0

    mutating func add(_ judged: [JudgedOutcome]) {
        let near = judged.filter { $0.outcome.lead <= 28 && !$0.outcome.isBroken }
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
