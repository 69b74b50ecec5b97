/// When a campaign takes or makes calls.
public struct OpeningHours: Hashable, Sendable, Codable {
    /// Open stretches of each weekday, Monday first (7 entries).
    public var weekdays: [[ClockRange]]
    /// Open stretches on public holidays; empty = closed, nil = as on any weekday.
    public var onHolidays: [ClockRange]?
    /// Dates with hours of their own (empty = closed).
    public var exceptions: [CivilDate: [ClockRange]]

    public init(
        weekdays: [[ClockRange]], onHolidays: [ClockRange]? = [], exceptions: [CivilDate: [ClockRange]] = [:]
    ) {
        self.weekdays = (0..<7).map { $0 < weekdays.count ? weekdays[$0] : [] }
        self.onHolidays = onHolidays
        self.exceptions = exceptions
    }

    /// The same hours on the given days, closed on the others and on holidays.
    public static func daily(_ range: ClockRange, on days: Set<Weekday>) -> OpeningHours {
        OpeningHours(weekdays: Weekday.allCases.map { days.contains($0) ? [range] : [] })
    }

    public func ranges(on date: CivilDate, holidays: HolidayCalendar) -> [ClockRange] {
        if let own = exceptions[date] { return own }
        if let onHolidays, holidays.isHoliday(date) { return onHolidays }
        return weekdays[date.weekday.rawValue]
    }

    public func isOpen(on date: CivilDate, at clock: ClockTime, holidays: HolidayCalendar) -> Bool {
        ranges(on: date, holidays: holidays).contains { $0.contains(clock) }
    }
}
