import Workforce

/// A history up to one day, cleaned of what the calendar did to it and on its last level.
struct CleanedFit: Sendable {
    let effects: EffectModel
    /// Days without the effects of the calendar.
    private let plain: DaySeries
    /// The same on the last level.
    let series: DaySeries
    let totals: DayTotals
    let shift: LevelShift?

    /// - Complexity: O(days × slots).
    init(_ series: DaySeries, end: Int, calendar: ServiceCalendar) {
        let totals = DayTotals(series, end: end)
        let effects = EffectModel(
            series, totals: totals, end: end, causes: calendar.causes,
            knowsOpeningHours: calendar.openingHours != nil)
        guard !effects.isNeutral else {
            self.init(effects, plain: series, totals: totals, end: end)
            return
        }
        let plain = effects.cleaned(series)
        self.init(effects, plain: plain, totals: DayTotals(plain, end: end), end: end)
    }

    private init(_ effects: EffectModel, plain: DaySeries, totals: DayTotals, end: Int) {
        self.effects = effects
        self.plain = plain
        shift = LevelShift(plain, totals: totals, end: end)
        series = shift?.applied(to: plain) ?? plain
        self.totals = shift == nil ? totals : DayTotals(series, end: end)
    }

    /// The same effects with more days known.
    func extended(to end: Int) -> CleanedFit {
        CleanedFit(effects, plain: plain, totals: DayTotals(plain, end: end), end: end)
    }
}
