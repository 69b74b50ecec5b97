import Execution
import Workforce

/// Forecasts a history alone, without a scenario, from the day after its last.
///
/// Method: closures and outages are struck out and the calendar's effects divided out; three
/// families of candidates (weekday × slot profiles with a level, components of whole days,
/// trend and seasons) are weighed by their errors in a rolling-origin backtest for each
/// distance into the future; the effects are multiplied back; bands come from the same
/// backtest (see `HistoryRepair`, `EffectModel`, `CandidateModels`, `TrialWeights`,
/// `ConformalBands`).
///
/// - Parameters:
///   - history: any shape; unknown slots stay unknown, never zero.
///   - days: days to forecast, 0 … 3660.
///   - calendar: holidays, school holidays and events, past and future.
///   - openingHours: nil = not known; then a weekday or a slot that the history
///     never records takes no contacts.
/// - Complexity: O(origins × days × slots) with at most 73 backtest origins:
///   some 40 ms for a year of half-hours.
public func forecastHistory(
    _ history: History, days: Int, calendar: EventCalendar, openingHours: OpeningHours? = nil,
    options: ForecastOptions = ForecastOptions(), control: RunControl = RunControl()
) -> HistoryForecast {
    let count = min(3660, max(0, days))
    // Days are summed from slots: what is wrong within a day shows in its slots alone.
    let sumsDays = options.slotMinutes == 1440 && history.slotsPerDay > 1
    let wanted = sumsDays ? history.slotMinutes : options.slotMinutes ?? history.slotMinutes
    let service = ServiceCalendar(
        calendar, openingHours: openingHours,
        dates: history.firstDay...(history.firstDay + (history.dayCount + count)))
    let series = DaySeries(history, slotMinutes: wanted, calendar: service)
    let fit = FittedHistory(series, calendar: service)
    let first = series.firstDay + series.dayCount
    let dates = (0..<count).map { first + $0 }
    var answer = SlotAnswer(fit: fit, dates: dates, slotMinutes: wanted)
    if options.judged { answer.report = judgePast(fit) }
    control.report(StageProgress(stage: .forecast, done: 1, total: 1))
    let forecast = answer.forecast(options)
        .corrected(by: options.overrides, activity: history.activity)
    return sumsDays ? forecast.byDay : forecast
}

/// The forecast of some dates in slots of one length.
private struct SlotAnswer {
    let fit: FittedHistory
    let dates: [CivilDate]
    let slotMinutes: Int
    private let slots: Int
    private var mean: [Double] = []
    private var handle: [Double] = []
    private var unknown = 0
    var report: AccuracyReport?

    /// - Parameter slotMinutes: wanted; where the series' slots are longer and a multiple of it,
    ///   they are split evenly, otherwise the series' own stay.
    init(fit: FittedHistory, dates: [CivilDate], slotMinutes wanted: Int) {
        self.fit = fit
        self.dates = dates
        let own = fit.series.slotMinutes
        let parts = wanted > 0 && wanted < own && own % wanted == 0 ? own / wanted : 1
        slotMinutes = own / parts
        slots = fit.series.slotsPerDay * parts
        for date in dates { add(date, parts: parts) }
    }

    private mutating func add(_ date: CivilDate, parts: Int) {
        let series = fit.series
        let contacts = fit.contacts(on: date)
        let base = date.weekday.rawValue * series.slotsPerDay
        let open = fit.calendar.openSlots(
            on: date, slotMinutes: series.slotMinutes, slotsPerDay: series.slotsPerDay)
        let fine = fit.calendar.openSlots(on: date, slotMinutes: slotMinutes, slotsPerDay: slots)
        for slot in 0..<series.slotsPerDay {
            let range = slot * parts..<(slot + 1) * parts
            let openParts = range.count { fine[$0] }
            for part in range {
                mean.append(fine[part] ? contacts[slot] / Double(max(1, openParts)) : 0)
                if let model = fit.handleTime {
                    handle.append((mean.last ?? 0) > 0 ? model.seconds[base + slot] : 0)
                }
            }
            if fit.calendar.openingHours != nil, open[slot], !fit.models.profile.slotSeen[base + slot] {
                unknown += openParts
            }
        }
    }

    private func day(_ day: Int) -> Range<Int> { day * slots..<(day + 1) * slots }

    func forecast(_ options: ForecastOptions) -> HistoryForecast {
        let daily = dates.indices.map { mean[day($0)].reduce(0, +) }
        let bands = fit.bands(
            slots: mean, slotDates: { $0 / max(1, slots) }, days: daily, dates: dates)
        return HistoryForecast(
            firstDay: fit.series.firstDay + fit.series.dayCount, slotMinutes: slotMinutes, mean: mean,
            bands: bands.slots, handleSeconds: handle, dailyMean: daily, dailyBands: bands.days,
            quantiles: options.quantiles.map { quantile($0, daily: daily) },
            weeks: weeks(daily: daily), accuracy: fit.backtest.accuracy, report: report,
            remarks: fit.remarks(on: dates)
                + (unknown > 0 ? [.openHoursWithoutHistory(intervals: unknown)] : []),
            effects: fit.effects(on: dates))
    }

    private func quantile(_ level: Double, daily: [Double]) -> ForecastQuantile {
        let leads = dates.map(fit.lead)
        let variations = dates.map(fit.fit.effects.variation)
        return ForecastQuantile(
            level: level,
            slots: mean.indices.map {
                fit.backtest.slotBands.quantile(
                    level, mean: mean[$0], lead: leads[$0 / slots], variation: variations[$0 / slots])
            },
            days: daily.indices.map {
                fit.backtest.dayBands.quantile(
                    level, mean: daily[$0], lead: leads[$0], variation: variations[$0])
            })
    }

    private func weeks(daily: [Double]) -> [WeekForecast] {
        var weeks: [WeekForecast] = []
        var start = 0
        while start < dates.count {
            var end = start + 1
            while end < dates.count, dates[end].weekday != .monday { end += 1 }
            let sum = daily[start..<end].reduce(0, +)
            let effect = (start..<end).reduce(0) { $0 + daily[$1] * fit.fit.effects.variation(on: dates[$1]) }
            // A week cut to one day is that day.
            let bands = end - start == 1 ? fit.backtest.dayBands : fit.backtest.weekBands
            let bounds = bands.bands(
                mean: sum, lead: fit.lead(dates[end - 1]), variation: sum > 0 ? effect / sum : 0)
            var work = 0.0
            if !handle.isEmpty {
                for slot in start * slots..<end * slots { work += mean[slot] * handle[slot] }
            }
            weeks.append(
                WeekForecast(
                    monday: dates[start].monday, days: end - start, mean: sum,
                    handleSeconds: work > 0 && sum > 0 ? work / sum : nil, low80: bounds[0].low,
                    high80: bounds[0].high, low95: bounds[1].low, high95: bounds[1].high))
            start = end
        }
        return weeks
    }
}

extension HistoryForecast {
    /// The same by day: the days' own bands and quantiles in place of the slots'.
    public var byDay: HistoryForecast {
        var days = self
        let perDay = dailyMean.isEmpty ? 1 : max(1, mean.count / dailyMean.count)
        days.slotMinutes = 1440
        days.mean = dailyMean
        days.bands = dailyBands
        days.quantiles = quantiles.map { ForecastQuantile(level: $0.level, slots: $0.days, days: $0.days) }
        days.handleSeconds =
            handleSeconds.isEmpty
            ? []
            : dailyMean.indices.map { day in
                let slots = day * perDay..<(day + 1) * perDay
                let work = slots.reduce(0) { $0 + mean[$1] * handleSeconds[$1] }
                return dailyMean[day] > 0 ? work / dailyMean[day] : 0
            }
        return days
    }
}
