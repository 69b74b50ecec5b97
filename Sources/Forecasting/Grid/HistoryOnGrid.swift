import Workforce

/// Forecast of one activity from its history, on the horizon's intervals.
///
/// Finer slots are summed to intervals before the model sees them, coarser ones
/// are forecast as they are and then spread evenly over their open minutes; a
/// daily history thus becomes flat over the opening hours. Bands are set on the
/// interval's own mean, where the Poisson part of the error weighs more.
func forecastFromHistory(
    _ history: History?, key: ActivityKey, campaign: Campaign, grid: OpenGrid, handleTime: Seconds
) -> ActivityForecast {
    let horizon = grid.horizon
    guard let history else {
        let open = grid.isOpen.filter { $0 }.count
        return ActivityForecast(
            activity: key, contacts: [Double](repeating: 0, count: horizon.intervalCount),
            handleSeconds: [Double](repeating: 0, count: horizon.intervalCount),
            dailyContacts: [Double](repeating: 0, count: horizon.dayCount), method: .weightedCombination,
            remarks: [.shortHistory(days: 0), .openHoursWithoutHistory(intervals: open)])
    }
    let isEarlier = history.firstDay < horizon.firstDay
    let series = DaySeries(
        history, slotMinutes: horizon.intervalMinutes, calendar: grid.calendar,
        before: isEarlier ? horizon.firstDay : nil)
    let fit = FittedHistory(series, calendar: grid.calendar)
    var contacts = [Double](repeating: 0, count: horizon.intervalCount)
    for day in 0..<horizon.dayCount where campaign.isLive(on: horizon.date(ofDay: day)) {
        grid.spread(
            fit.contacts(on: horizon.date(ofDay: day)), slotMinutes: series.slotMinutes, day: day,
            into: &contacts)
    }
    let daily = grid.dailySums(contacts)
    var unknown = 0
    var handle = [Double](repeating: 0, count: horizon.intervalCount)
    for t in horizon.intervals where grid.isOpen[t] {
        let slot = grid.slot(of: t, slotMinutes: series.slotMinutes, slotsPerDay: series.slotsPerDay)
        let index = horizon.date(of: t).weekday.rawValue * series.slotsPerDay + slot
        let isKnown = index < fit.models.profile.slotSeen.count && fit.models.profile.slotSeen[index]
        if !isKnown, grid.calendar.openingHours != nil { unknown += 1 }
        guard contacts[t] > 0 else { continue }
        handle[t] = fit.handleTime?.seconds[index] ?? Double(max(1, handleTime.count))
    }
    let dates = (0..<horizon.dayCount).map { horizon.date(ofDay: $0) }
    let bands = fit.bands(slots: contacts, slotDates: { horizon.days[$0] }, days: daily, dates: dates)
    return ActivityForecast(
        activity: key, contacts: contacts, handleSeconds: handle,
        bands: bands.slots, dailyContacts: daily, dailyBands: bands.days,
        method: .weightedCombination, accuracy: fit.backtest.accuracy,
        remarks: fit.remarks(on: dates)
            + (unknown > 0 ? [.openHoursWithoutHistory(intervals: unknown)] : []),
        effects: fit.effects(on: dates))
}
