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
///   - asOf: slots that end later are to come, and so are those after the day's last record.
///   - date: nil = the last day of the history.
///   - overrides: the planner's corrections of the day, part of what was expected.
/// - Returns: nil where no day before `date` is known, or the history has no hours.
public func updateToday(
    _ history: History, asOf: ClockTime, date: CivilDate? = nil, calendar: EventCalendar,
    openingHours: OpeningHours? = nil, overrides: [ForecastOverride] = [],
    control: RunControl = RunControl()
) -> IntradayUpdate? {
    guard history.slotsPerDay > 1 else { return nil }
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
    var correction = Correction(
        contacts: fit.contacts(on: today), days: [0..<known.slotsPerDay], dates: [today],
        slotMinutes: known.slotMinutes, clock: { $0 * known.slotMinutes })
    for override in overrides where override.concerns(history.activity) { correction.apply(override) }
    let expected = correction.contacts
    let morning = KnownSlots(
        recorded, expected: expected, asked: min(known.slotsPerDay, asOf.minute / known.slotMinutes))
    control.report(StageProgress(stage: .forecast, done: 1, total: 1))
    let carry = CarryOver(fit, now: morning.now, expectedSoFar: morning.expected)
    let factor = carry.factor(soFar: morning.contacts, expected: morning.expected)
    let before = Array(expected[morning.now...])
    let mean = before.map { $0 * factor }
    // Contacts that came in slots without a record are as unknown as those to come.
    let rest = mean.reduce(0, +) + morning.missed * factor
    // Effects of the calendar known badly are known better at noon, but not by how much: kept.
    let variation = fit.fit.effects.variation(on: today)
    let dayBands = carry.restBands.predictionBands(
        means: [rest], leads: { _ in 1 }, variations: { _ in variation }
    ).map {
        PredictionBand(
            probability: $0.probability, low: $0.low.map { $0 + morning.contacts },
            high: $0.high.map { $0 + morning.contacts })
    }
    return IntradayUpdate(
        date: today, asOf: ClockTime(minute: morning.now * known.slotMinutes), soFar: morning.contacts,
        expectedSoFar: morning.expected, slotMinutes: known.slotMinutes, firstSlot: morning.now,
        before: before, mean: mean,
        bands: carry.slotBands.predictionBands(
            means: mean, leads: { _ in 1 }, variations: { _ in variation }),
        dayBefore: expected.reduce(0, +), day: morning.contacts + rest, dayBands: dayBands,
        carriedOver: carry.share)
}

/// What is known of a running day.
private struct KnownSlots {
    /// First slot to come.
    let now: Int
    /// Contacts of the slots known, and what was expected of them.
    private(set) var contacts = 0.0
    private(set) var expected = 0.0
    /// Contacts expected of earlier slots without a record.
    private(set) var missed = 0.0

    init(_ recorded: [Double?], expected: [Double], asked: Int) {
        func value(_ slot: Int) -> Double? {
            guard slot < recorded.count, let value = recorded[slot], value.isFinite, value >= 0 else {
                return nil
            }
            return value
        }
        // Where the record stops while contacts are expected, the day is known no further.
        var now = asked
        while now > 0, value(now - 1) == nil { now -= 1 }
        if expected[now..<asked].allSatisfy({ $0 == 0 }) { now = asked }
        self.now = now
        for slot in 0..<now {
            if let value = value(slot) {
                contacts += value
                self.expected += expected[slot]
            } else {
                missed += expected[slot]
            }
        }
    }
}
