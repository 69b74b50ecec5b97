/// What the forecaster noticed in the history and did about it.
public enum ForecastRemark: Hashable, Sendable, Codable {
    /// Days that their weekday usually works, without any record: left out.
    case missingDays([CivilDate])
    /// Days with gaps: intervals without a record where contacts usually come; the rest of the
    /// day stands for them.
    case missingIntervals(count: Int, days: [CivilDate])
    /// The same, at zero all day long: taken for closed, left out.
    case closedDays([CivilDate])
    /// Hours at zero where contacts usually come: taken for an outage, that part left out.
    case outages([HistoryOutage])
    /// The record of the last day stops at this time: the day was left out.
    case partialLastDay(CivilDate, until: ClockTime)
    /// From this date on (the first of them) some weekdays are recorded over other hours; nil = not at all.
    case openingHoursChanged(
        weekdays: [Weekday], from: CivilDate, before: ClockRange?, after: ClockRange?)
    /// Since this date every day lies on another level: older days are brought to it.
    case levelChanged(from: CivilDate, factor: Double)
    /// Weekdays that the history never reached: forecast like the mean of the others.
    case weekdaysAssumed([Weekday])
    /// Days far from their neighbours (one-off peaks, counting errors): left out.
    case outlierDays([CivilDate])
    case shortHistory(days: Int)
    case openHoursWithoutHistory(intervals: Int)
    /// The bands are wider than the history alone would make them.
    case widenedBands(WideningReason)
    /// New agents take longer: mean factor on handle times in the first and the last week.
    case learningCurve(first: Double, last: Double)
}

/// Part of one day without contacts.
public struct HistoryOutage: Hashable, Sendable, Codable {
    public var date: CivilDate
    public var hours: ClockRange
    /// Contacts usual in these hours.
    public var missed: Double

    public init(date: CivilDate, hours: ClockRange, missed: Double) {
        self.date = date
        self.hours = hours
        self.missed = missed
    }
}

/// Why bands had to be widened.
public enum WideningReason: Hashable, Sendable, Codable {
    /// Too few past forecasts to learn the errors from.
    case fewTrials(trials: Int)
    /// No history of its own: the profile is another activity's.
    case analogy(of: ActivityKey)
    /// No history of its own: a stated volume and a profile.
    case statedVolume
    /// Days whose cause was never seen.
    case unseenCauses([DayCause])
    /// Further ahead than any past forecast was judged.
    case beyondTrials(days: Int)
}
