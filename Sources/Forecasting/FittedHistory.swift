import Workforce

/// A history with the models fitted on it: everything that forecasts of any
/// later day need.
struct FittedHistory: Sendable {
    /// Days as recorded, closures and outages struck out.
    let series: DaySeries
    let calendar: ServiceCalendar
    /// One past the last day learned from.
    let end: Int
    /// The days without the effects of the calendar.
    let fit: CleanedFit
    let models: CandidateModels
    let handleTime: HandleTimeModel?
    let backtest: Backtest
    let remarks: [ForecastRemark]

    /// A history shorter than this is remarked upon: not every weekday was seen twice.
    private static let shortHistoryDays = 14

    init(_ original: DaySeries, calendar: ServiceCalendar) {
        let knowsHours = calendar.openingHours != nil
        let repair = HistoryRepair(original)
        let series = repair.series
        var end = series.recordedEnd
        var fit = CleanedFit(series, end: end, calendar: calendar)
        var remarks = repair.remarks
        if end > 1, series.kinds[end - 1] != .closed, !fit.totals.isUsable[end - 1],
            !fit.totals.outliers.contains(end - 1), fit.series.kinds[end - 1] == .ordinary
        {
            // The file was cut in the middle of its last day.
            end -= 1
            fit = CleanedFit(series, end: end, calendar: calendar)
            let last = series.contacts[series.row(end)].lastIndex { $0 > 0 } ?? end * series.slotsPerDay
            remarks.append(
                .partialLastDay(
                    series.firstDay + end,
                    until: ClockTime(minute: (last % series.slotsPerDay + 1) * series.slotMinutes)))
        }
        self.series = series
        self.calendar = calendar
        self.end = end
        self.fit = fit
        models = CandidateModels(
            fit.series, totals: fit.totals, end: end, knowsOpeningHours: knowsHours)
        handleTime = HandleTimeModel(series, totals: fit.totals, end: end)
        backtest = Backtest(series, end: end, calendar: calendar, models: models)
        self.remarks =
            FittedHistory.gaps(original, totals: fit.totals, kinds: fit.series.kinds, end: end) + remarks
            + (backtest.isThin ? [.widenedBands(.fewTrials(trials: backtest.trials.count))] : [])
    }

    /// - Parameter series: days as recorded, before any repair.
    private static func gaps(
        _ series: DaySeries, totals: DayTotals, kinds: [DayKind], end: Int
    ) -> [ForecastRemark] {
        var remarks: [ForecastRemark] = []
        func isKnown(_ day: Int) -> Bool { series.row(day).contains { !series.contacts[$0].isNaN } }
        let known = (0..<end).filter(isKnown)
        if known.count < shortHistoryDays { remarks.append(.shortHistory(days: known.count)) }
        if let first = known.first {
            let slots = series.slotsPerDay
            let missing = (first..<end).filter { day in
                let weekday = series.weekday(day) * slots
                return kinds[day] == .ordinary && !isKnown(day)
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
        guard open.contains(true) else { return [Double](repeating: 0, count: series.slotsPerDay) }
        let factor = fit.effects.factor(on: date)
        let contacts = models.contacts(
            weekday: date.weekday.rawValue, lead: lead(date), weights: backtest.weights)
        return zip(contacts, open).map { $1 ? $0 * factor : 0 }
    }

    /// Bands of the slots and of the days of some dates.
    func bands(slots: [Double], slotDates: (Int) -> Int, days: [Double], dates: [CivilDate]) -> (
        slots: [PredictionBand], days: [PredictionBand]
    ) {
        let leads = dates.map(lead)
        let variations = dates.map(fit.effects.variation)
        return (
            backtest.slotBands.predictionBands(
                means: slots, leads: { leads[slotDates($0)] }, variations: { variations[slotDates($0)] }),
            backtest.dayBands.predictionBands(
                means: days, leads: { leads[$0] }, variations: { variations[$0] })
        )
    }

    /// What must be said about a forecast of some dates.
    func remarks(on dates: [CivilDate]) -> [ForecastRemark] {
        let unseen = fit.effects.unseen(on: dates.filter { calendar.kind(of: $0) != .closed })
        let furthest = dates.last.map(lead) ?? 0
        let isFar = furthest > backtest.longestLead && !backtest.isThin
        return remarks + (unseen.isEmpty ? [] : [.widenedBands(.unseenCauses(unseen))])
            + (isFar ? [.widenedBands(.beyondTrials(days: backtest.longestLead))] : [])
    }

    func effects(on dates: [CivilDate]) -> [DayEffect] {
        let past = (0..<end).filter { series.kinds[$0] != .closed }.map { series.firstDay + $0 }
        return fit.effects.effects(on: past + dates.filter { calendar.kind(of: $0) != .closed })
    }
}
