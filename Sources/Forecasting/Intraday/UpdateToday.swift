import Execution
import Workforce

/// Forecasts the rest of a day again from what has come until now.
///
/// The day before is the last one learned from. What the morning brought beyond its forecast
/// is carried over to the rest of the day in the share that past days carried over
/// (a regression on the backtest's days; Shen & Huang 2008, §4, Weinberg, Brown & Stroud
/// 2007), drawn towards what a common gamma factor of the day would carry over: with a
/// coefficient of variation v and e contacts expected so far, e·v²/(1 + e·v²).
///
/// - Parameters:
///   - history: with the day's slots as far as they are known; later ones are not looked at.
///   - asOf: slots that end later are to come.
///   - date: nil = the last day of the history.
/// - Returns: nil where no day before `date` is known.
public func updateToday(
    _ history: History, asOf: ClockTime, date: CivilDate? = nil, calendar: EventCalendar,
    openingHours: OpeningHours? = nil, control: RunControl = RunControl()
) -> IntradayUpdate? {
    let today = date ?? history.lastDay
    let service = ServiceCalendar(
        calendar, openingHours: openingHours,
        dates: min(today, history.firstDay)...max(today, history.lastDay))
    let known = DaySeries(history, slotMinutes: history.slotMinutes, calendar: service, before: today)
    guard known.dayCount > 0, known.recordedEnd > 0 else { return nil }
    let fit = FittedHistory(known, calendar: service)
    let day = history.firstDay.distance(to: today)
    let recorded =
        (0..<history.dayCount).contains(day) ? Array(history.offered[history.slots(ofDay: day)]) : []
    let expected = fit.contacts(on: today)
    let now = min(known.slotsPerDay, asOf.minute / known.slotMinutes)
    var soFar = 0.0
    var expectedSoFar = 0.0
    for slot in 0..<now where slot < recorded.count {
        guard let value = recorded[slot], value.isFinite, value >= 0 else { continue }
        soFar += value
        expectedSoFar += expected[slot]
    }
    control.report(StageProgress(stage: .forecast, done: 1, total: 1))
    let carry = CarryOver(fit, now: now, expectedSoFar: expectedSoFar)
    let factor = carry.factor(soFar: soFar, expected: expectedSoFar)
    let before = Array(expected[now...])
    let mean = before.map { $0 * factor }
    let rest = mean.reduce(0, +)
    // Effects of the calendar known badly are known better at noon, but not by how much: kept.
    let variation = fit.fit.effects.variation(on: today)
    let dayBands = carry.restBands.predictionBands(
        means: [rest], leads: { _ in 1 }, variations: { _ in variation }
    ).map {
        PredictionBand(
            probability: $0.probability, low: $0.low.map { $0 + soFar }, high: $0.high.map { $0 + soFar })
    }
    return IntradayUpdate(
        date: today, asOf: asOf, soFar: soFar, expectedSoFar: expectedSoFar,
        slotMinutes: known.slotMinutes, firstSlot: now, before: before, mean: mean,
        bands: carry.slotBands.predictionBands(
            means: mean, leads: { _ in 1 }, variations: { _ in variation }),
        dayBefore: expected.reduce(0, +), day: soFar + rest, dayBands: dayBands, carriedOver: carry.share)
}
