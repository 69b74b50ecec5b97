import Workforce

/// When an outbound activity may call, on any date, inside the horizon or not.
///
/// Calls to consumers are legal inside the windows of the rules in force on the
/// consumer's date, by the consumer's clock, and not on the eleven national public
/// holidays unless the rules allow them: call bans follow the national calendar,
/// whatever region the site is in. Calls to businesses need only opening hours.
/// An interval is permitted when all of it is.
struct CallingWindows: Sendable {
    let terms: OutboundTerms
    let campaign: Campaign
    let rules: RulePack
    let siteHolidays: HolidayCalendar
    let intervalMinutes: Int

    private static let nationalHolidays = HolidayCalendar(region: .france)

    /// Per interval of a 24-hour day of the site's clock.
    func permitted(on date: CivilDate) -> [Bool] {
        var permitted = [Bool](repeating: false, count: 1440 / intervalMinutes)
        guard campaign.isLive(on: date) else { return permitted }
        for range in campaign.openingHours.ranges(on: date, holidays: siteHolidays) {
            let first = (range.start.minute + intervalMinutes - 1) / intervalMinutes
            for interval in first..<max(first, range.end.minute / intervalMinutes) {
                permitted[interval] = true
            }
        }
        guard terms.isConsumer, permitted.contains(true) else { return permitted }
        let legal = LegalDays(around: date, rules: rules, holidays: CallingWindows.nationalHolidays)
        // A day either way at most: no clock on Earth is further apart.
        let offset = max(-1440, min(1440, terms.consumerClockOffsetMinutes))
        for interval in permitted.indices where permitted[interval] {
            permitted[interval] = legal.allows(
                fromMinute: interval * intervalMinutes + offset, minutes: intervalMinutes)
        }
        return permitted
    }
}

/// Legal windows of a date and the days beside it.
private struct LegalDays {
    /// Yesterday, today, tomorrow; nil = no rules in force, everything allowed.
    private let windows: [[ClockRange]?]

    init(around date: CivilDate, rules: RulePack, holidays: HolidayCalendar) {
        windows = (-1...1).map { shift in
            let day = date + shift
            guard let rules = rules.callingRules(on: day) else { return nil }
            if !rules.allowsHolidays, holidays.isHoliday(day) { return [] }
            let weekday = day.weekday.rawValue
            return rules.windows.indices.contains(weekday) ? rules.windows[weekday] : []
        }
    }

    /// - Parameter fromMinute: minutes since midnight of the middle day, −1440 … 2880.
    func allows(fromMinute: Int, minutes: Int) -> Bool {
        let start = fromMinute + 1440
        let end = start + minutes
        guard start >= 0, end <= 3 * 1440 else { return false }
        // Every minute: a window may end at midnight and another begin there.
        return (start..<end).allSatisfy { minute in
            guard let ranges = windows[minute / 1440] else { return true }
            return ranges.contains { $0.contains(ClockTime(minute: minute % 1440)) }
        }
    }
}
