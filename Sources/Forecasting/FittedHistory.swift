import Workforce

/// A history with the models fitted on it: everything that forecasts of any
/// later day need.
struct FittedHistory: Sendable {
    let series: DaySeries
    let calendar: ServiceCalendar
    /// One past the last day learned from.
    let end: Int
    let models: CandidateModels
    let handleTime: HandleTimeModel?
    let backtest: Backtest
    let remarks: [ForecastRemark]

    /// A history shorter than this is remarked upon: not every weekday was seen twice.
    private static let shortHistoryDays = 14

    init(_ series: DaySeries, calendar: ServiceCalendar) {
        let knowsHours = calendar.openingHours != nil
        var end = series.recordedEnd
        var totals = DayTotals(series, end: end)
        if end > 1, series.kinds[end - 1] != .closed, !totals.isUsable[end - 1],
            !totals.outliers.contains(end - 1), series.kinds[end - 1] == .ordinary
        {
            // The file was cut in the middle of its last day.
            end -= 1
            totals = DayTotals(series, end: end)
        }
        self.series = series
        self.calendar = calendar
        self.end = end
        models = CandidateModels(series, totals: totals, end: end, knowsOpeningHours: knowsHours)
        handleTime = HandleTimeModel(series, totals: totals, end: end)
        backtest = Backtest(series, end: end, knowsOpeningHours: knowsHours)
        remarks = FittedHistory.remarks(series, totals: totals, end: end)
    }

    private static func remarks(
        _ series: DaySeries, totals: DayTotals, end: Int
    ) -> [ForecastRemark] {
        var remarks: [ForecastRemark] = []
        let known = (0..<end).filter { totals.knownShare[$0] > 0 }
        if known.count < shortHistoryDays { remarks.append(.shortHistory(days: known.count)) }
        if let first = known.first {
            let slots = series.slotsPerDay
            let missing = (first..<end).filter { day in
                let weekday = series.weekday(day) * slots
                return series.kinds[day] == .ordinary && totals.knownShare[day] == 0
                    && totals.slotSeen[weekday..<weekday + slots].contains(true)
            }
            if !missing.isEmpty { remarks.append(.missingDays(missing.map { series.firstDay + $0 })) }
        }
        if !totals.outliers.isEmpty {
            remarks.append(.outlierDays(totals.outliers.map { series.firstDay + $0 }))
        }
        return remarks
    }

    /// Days from the last one learned from, at least 1.
    func lead(_ date: CivilDate) -> Int { max(1, (series.firstDay + (end - 1)).distance(to: date)) }

    /// Expected contacts per slot of a date.
    func contacts(on date: CivilDate) -> [Double] {
        let open = calendar.openSlots(
            on: date, slotMinutes: series.slotMinutes, slotsPerDay: series.slotsPerDay)
        let contacts = models.contacts(
            weekday: date.weekday.rawValue, kind: calendar.kind(of: date), lead: lead(date),
            weights: backtest.weights)
        return zip(contacts, open).map { $1 ? $0 : 0 }
    }
}
