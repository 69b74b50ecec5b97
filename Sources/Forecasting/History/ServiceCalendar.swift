import Workforce

/// How a date counts for the forecaster.
enum DayKind: UInt8, Sendable {
    /// Follows its weekday.
    case ordinary
    /// A public holiday on which contacts may arrive, or another day of its own kind.
    case special
    /// No contact arrives.
    case closed
}

/// Which days and slots take contacts: public holidays, and opening hours where they are known.
struct ServiceCalendar: Sendable {
    var causes: DayCauses
    /// Nil = not known: every slot may take contacts.
    let openingHours: OpeningHours?

    /// - Parameter dates: of the history and of the days asked for.
    init(_ calendar: EventCalendar, openingHours: OpeningHours?, dates: ClosedRange<CivilDate>) {
        causes = DayCauses(calendar, dates: dates)
        self.openingHours = openingHours
    }

    func kind(of date: CivilDate) -> DayKind {
        if let openingHours, ranges(openingHours, on: date).allSatisfy({ $0.minutes == 0 }) { return .closed }
        // Hours of its own make a holiday no ordinary day: its contacts still differ.
        return causes.isHoliday(date) ? .special : .ordinary
    }

    /// `OpeningHours.ranges(on:holidays:)` with holidays computed once.
    private func ranges(_ hours: OpeningHours, on date: CivilDate) -> [ClockRange] {
        if let own = hours.exceptions[date] { return own }
        if let onHolidays = hours.onHolidays, causes.isHoliday(date) { return onHolidays }
        return hours.weekdays[date.weekday.rawValue]
    }

    /// Per slot of the day, whether any minute of it is open.
    func openSlots(on date: CivilDate, slotMinutes: Int, slotsPerDay: Int) -> [Bool] {
        guard let openingHours else { return [Bool](repeating: true, count: slotsPerDay) }
        var open = [Bool](repeating: false, count: slotsPerDay)
        for range in ranges(openingHours, on: date) where range.minutes > 0 {
            let first = range.start.minute / slotMinutes
            let last = (range.end.minute - 1) / slotMinutes
            for slot in first...max(first, last) where slot < slotsPerDay { open[slot] = true }
        }
        return open
    }
}
