import Workforce

/// How a date counts for the forecaster.
enum DayKind: UInt8, Sendable {
    /// Follows its weekday.
    case ordinary
    /// A public holiday on which contacts may arrive.
    case holiday
    /// No contact arrives.
    case closed
}

/// Which days and slots take contacts: public holidays, and opening hours where they are known.
struct ServiceCalendar: Sendable {
    let holidays: HolidayCalendar
    /// Nil = not known: every slot may take contacts.
    let openingHours: OpeningHours?

    func kind(of date: CivilDate) -> DayKind {
        if let openingHours, openingHours.ranges(on: date, holidays: holidays).allSatisfy({ $0.minutes == 0 })
        {
            return .closed
        }
        // Hours of its own make a holiday no ordinary day: its contacts still differ.
        return holidays.isHoliday(date) ? .holiday : .ordinary
    }

    /// Per slot of the day, whether any minute of it is open.
    func openSlots(on date: CivilDate, slotMinutes: Int, slotsPerDay: Int) -> [Bool] {
        guard let openingHours else { return [Bool](repeating: true, count: slotsPerDay) }
        var open = [Bool](repeating: false, count: slotsPerDay)
        for range in openingHours.ranges(on: date, holidays: holidays) where range.minutes > 0 {
            let first = range.start.minute / slotMinutes
            let last = (range.end.minute - 1) / slotMinutes
            for slot in first...max(first, last) where slot < slotsPerDay { open[slot] = true }
        }
        return open
    }
}
