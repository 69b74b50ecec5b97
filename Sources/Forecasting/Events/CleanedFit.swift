import Workforce

/// A history up to one day, cleaned of what the calendar did to it.
struct CleanedFit: Sendable {
    let effects: EffectModel
    let series: DaySeries
    let totals: DayTotals

    /// - Complexity: O(days × slots).
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
