import Execution
import Workforce

/// Forecasts a history alone, without a scenario, from the day after its last.
///
/// Method: two families of candidates, weekday × slot profiles with a level and
/// components of whole days, weighed by their errors in a rolling-origin backtest
/// for each distance into the future; holidays and outliers kept apart; bands from
/// the same backtest (see `CandidateModels`, `TrialWeights`, `ConformalBands`).
///
/// - Parameters:
///   - history: any shape; unknown slots stay unknown, never zero.
///   - days: days to forecast, 0 … 3660.
///   - calendar: holidays, school holidays and events, past and future.
///   - openingHours: nil = not known; then a weekday or a slot that the history
///     never records takes no contacts.
/// - Complexity: O(origins × days × slots) with at most 60 backtest origins:
///   some 30 ms for a year of half-hours.
public func forecastHistory(
    _ history: History, days: Int, calendar: EventCalendar, openingHours: OpeningHours? = nil,
    options: ForecastOptions = ForecastOptions(), control: RunControl = RunControl()
) -> HistoryForecast {
    let service = ServiceCalendar(holidays: calendar.holidays, openingHours: openingHours)
    let series = DaySeries(history, slotMinutes: history.slotMinutes, calendar: service)
    let fit = FittedHistory(series, calendar: service)
    let slots = series.slotsPerDay
    let first = series.firstDay + series.dayCount
    let dates = (0..<min(3660, max(0, days))).map { first + $0 }
    var mean: [Double] = []
    var handle: [Double] = []
    var unknown = 0
    for date in dates {
        let contacts = fit.contacts(on: date)
        mean += contacts
        let base = date.weekday.rawValue * slots
        if let model = fit.handleTime {
            for slot in 0..<slots { handle.append(contacts[slot] > 0 ? model.seconds[base + slot] : 0) }
        }
        if openingHours != nil, service.kind(of: date) != .closed {
            let open = service.openSlots(on: date, slotMinutes: series.slotMinutes, slotsPerDay: slots)
            for slot in 0..<slots where open[slot] && !fit.models.profile.slotSeen[base + slot] {
                unknown += 1
            }
        }
    }
    let daily = dates.indices.map { day in mean[day * slots..<(day + 1) * slots].reduce(0, +) }
    control.report(StageProgress(stage: .forecast, done: 1, total: 1))
    return HistoryForecast(
        firstDay: first, slotMinutes: series.slotMinutes, mean: mean,
        bands: fit.backtest.slotBands.predictionBands(
            means: mean, leads: { fit.lead(dates[$0 / max(1, slots)]) }),
        handleSeconds: handle, dailyMean: daily,
        dailyBands: fit.backtest.dayBands.predictionBands(means: daily, leads: { fit.lead(dates[$0]) }),
        accuracy: fit.backtest.accuracy,
        remarks: fit.remarks + (unknown > 0 ? [.openHoursWithoutHistory(intervals: unknown)] : []))
}
