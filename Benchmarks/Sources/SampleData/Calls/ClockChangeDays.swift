import Workforce

/// Clock changes of the European Union: last Sundays of March and October
/// (directive 2000/84/EC), without a time zone database.
enum ClockChangeDays {
    /// 02:00 to 03:00 does not exist on this day.
    static func isSpringForward(_ date: CivilDate) -> Bool { isLastSunday(date, ofMonth: 3) }

    /// 02:00 to 03:00 is lived twice on this day.
    static func isFallBack(_ date: CivilDate) -> Bool { isLastSunday(date, ofMonth: 10) }

    private static func isLastSunday(_ date: CivilDate, ofMonth month: Int) -> Bool {
        date.weekday == .sunday && date.month == month && (date + 7).month != month
    }
}
