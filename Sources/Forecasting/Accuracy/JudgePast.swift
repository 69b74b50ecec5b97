import Workforce

/// Judges the method on the past of one history.
///
/// Each block of trials is judged with weights and bands learned from the others (`TrialFold`).
///
/// - Returns: nil with fewer than two trials.
/// - Complexity: O(outcomes × slots × levels).
func judgePast(_ fit: FittedHistory) -> AccuracyReport? {
    let trials = fit.backtest.trials.filter { !$0.outcomes.isEmpty }
    guard trials.count >= 2 else { return nil }
    let rivals = NaiveForecasts(fit.series, end: fit.end)
    var days = [HorizonSums](repeating: HorizonSums(), count: LeadBucket.count)
    var slots = days
    var judged: [JudgedDay] = []
    for fold in TrialFold.folds(of: trials) {
        let weights = TrialWeights(fold.others, families: fit.backtest.families).weights
        var errors = ScaledErrors()
        for trial in fold.others {
            errors.add(
                trial.outcomes.map { JudgedOutcome($0, weights: weights) }, weeks: trial.weeks,
                weights: weights)
        }
        let bands = (slot: errors.slotBands, day: errors.dayBands)
        for trial in fold.own {
            for outcome in trial.outcomes {
                let bucket = LeadBucket.index(lead: outcome.lead)
                let naive = rivals.of(outcome.day, origin: trial.origin)
                var day = HorizonSums.Point()
                let means = outcome.means(weights)
                for (index, slot) in outcome.slots.enumerated() {
                    let point = HorizonSums.Point(
                        actual: outcome.actual[index], mean: means[index], naive: naive.last[slot],
                        eight: naive.eight[slot])
                    day.add(point)
                    slots[bucket].add(point, bands: bands.slot, outcome: outcome)
                }
                days[bucket].add(day, bands: bands.day, outcome: outcome)
                judged.append(judgedDay(day, bands: bands.day, outcome: outcome, series: fit.series))
            }
        }
    }
    let causes = ErrorCauses(fit)
    return AccuracyReport(
        day: days.enumerated().compactMap {
            $1.accuracy(leads: LeadBucket.leads($0), scale: rivals.dayScale)
        },
        slot: slots.enumerated().compactMap {
            $1.accuracy(leads: LeadBucket.leads($0), scale: rivals.slotScale)
        },
        recent: recent(judged, last: fit.series.firstDay + (fit.end - 1)),
        worst: worst(judged, causes: causes, firstDay: fit.series.firstDay))
}

private let recentDays = 42
private let worstDays = 8

private func judgedDay(
    _ point: HorizonSums.Point, bands: ConformalBands, outcome: Outcome, series: DaySeries
) -> JudgedDay {
    let bounds = bands.bands(mean: point.mean, lead: outcome.lead, variation: outcome.variation)
    return JudgedDay(
        date: series.firstDay + outcome.day, lead: outcome.lead, actual: point.actual, mean: point.mean,
        low80: bounds[0].low, high80: bounds[0].high, low95: bounds[1].low, high95: bounds[1].high)
}

/// The last six weeks, each day as forecast the longest before, up to a week.
private func recent(_ judged: [JudgedDay], last: CivilDate) -> [JudgedDay] {
    var best: [CivilDate: JudgedDay] = [:]
    for day in judged where day.lead <= 7 && day.date > last - recentDays {
        if day.lead > best[day.date]?.lead ?? 0 { best[day.date] = day }
    }
    return best.values.sorted { $0.date < $1.date }
}

/// The days farthest from their forecast, in units of the scale of errors, each once.
private func worst(_ judged: [JudgedDay], causes: ErrorCauses, firstDay: CivilDate) -> [JudgedDay] {
    func distance(_ day: JudgedDay) -> Double { abs(day.actual - day.mean) / errorScale(day.mean) }
    var worst: [CivilDate: JudgedDay] = [:]
    for day in judged where day.lead <= 7 {
        if worst[day.date].map({ distance($0) < distance(day) }) ?? true { worst[day.date] = day }
    }
    // Among days of one error the earlier first: the order must not depend on hashing.
    let sorted = worst.values.sorted { (-distance($0), $0.date) < (-distance($1), $1.date) }
    return sorted.prefix(worstDays).filter { distance($0) > 0 }.map { day in
        var day = day
        day.cause = causes.cause(of: firstDay.distance(to: day.date))
        return day
    }
}
