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
    /// By weekday: whether any contact came on one.
    let isWorked: [Bool]
    let remarks: [ForecastRemark]

    /// - Parameter calendar: of the history's dates and of those to forecast.
    init(_ original: DaySeries, calendar: ServiceCalendar) {
        let knowsHours = calendar.openingHours != nil
        let repair = HistoryRepair(original)
        let series = repair.series
        let isWorked = FittedHistory.workedWeekdays(series)
        var calendar = calendar
        calendar.causes.isWorked = isWorked
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
        self.isWorked = isWorked
        models = CandidateModels(
            fit.series, totals: fit.totals, end: end, knowsOpeningHours: knowsHours,
            reach: LongTermModel.reach(days: end))
        handleTime = HandleTimeModel(series, totals: fit.totals, end: end)
        backtest = Backtest(
            series, end: end, calendar: calendar, models: models, broken: fit.totals.brokenDays)
        let gaps = HistoryGaps(original, fit: fit, causes: calendar.causes, end: end)
        self.remarks =
            gaps.remarks + remarks
            + (fit.shift.map { [.levelChanged(from: series.firstDay + $0.from, factor: $0.factor)] } ?? [])
            + (backtest.isThin ? [.widenedBands(.fewTrials(trials: backtest.trials.count))] : [])
    }

    /// Weekdays with contacts; all where the history has none.
    private static func workedWeekdays(_ series: DaySeries) -> [Bool] {
        var isWorked = [Bool](repeating: false, count: 7)
        for day in 0..<series.dayCount where !isWorked[series.weekday(day)] {
            if series.row(day).contains(where: { series.contacts[$0] > 0 }) {
                isWorked[series.weekday(day)] = true
            }
        }
        return isWorked.contains(true) ? isWorked : [Bool](repeating: true, count: 7)
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
        return remarks + assumed(on: dates) + (unseen.isEmpty ? [] : [.widenedBands(.unseenCauses(unseen))])
            + (isFar ? [.widenedBands(.beyondTrials(days: backtest.longestLead))] : [])
    }

    /// Weekdays forecast like the mean of the others, for the history never reached them.
    private func assumed(on dates: [CivilDate]) -> [ForecastRemark] {
        let slots = series.slotsPerDay
        let weekdays = Weekday.allCases.filter { weekday in
            let row = weekday.rawValue * slots..<(weekday.rawValue + 1) * slots
            return !models.profile.slotSeen[row].contains(true)
                && models.profile.slotContacts[row].contains { $0 > 0 }
                && dates.contains { $0.weekday == weekday && calendar.kind(of: $0) != .closed }
        }
        return weekdays.isEmpty ? [] : [.weekdaysAssumed(weekdays)]
    }

    func effects(on dates: [CivilDate]) -> [DayEffect] {
        let past = (0..<end).filter { series.kinds[$0] != .closed }.map { series.firstDay + $0 }
        return fit.effects.effects(on: past + dates.filter { calendar.kind(of: $0) != .closed })
    }
}
