import Workforce

/// What the calendar knows of every date: holidays and their surroundings, school holidays, events.
struct DayCauses: Sendable {
    let calendar: EventCalendar
    private let holidays: [CivilDate: DayCause]

    /// - Parameter dates: causes are known of these; of other dates events and school holidays alone.
    init(_ calendar: EventCalendar, dates: ClosedRange<CivilDate>) {
        self.calendar = calendar
        var holidays: [CivilDate: DayCause] = [:]
        for date in calendar.holidays.extraDates {
            holidays[date] = .otherHoliday(name: calendar.holidays.extraNames[date] ?? "")
        }
        for year in dates.lowerBound.year...max(dates.lowerBound.year, (dates.upperBound + 7).year) {
            for (date, holiday) in calendar.holidays.holidays(in: year) {
                // Two holidays on one date (8 May 2008 was Ascension too) are the first of them.
                if holidays[date] == nil { holidays[date] = .holiday(holiday) }
            }
        }
        self.holidays = holidays
    }

    /// No date differs from its weekday.
    var isEmpty: Bool {
        holidays.isEmpty && calendar.schoolHolidays.isEmpty && calendar.events.isEmpty
    }

    func isHoliday(_ date: CivilDate) -> Bool { holidays[date] != nil }

    /// The product of the effects stated for a date; it stands for all its causes. Nil = none stated.
    func givenFactor(on date: CivilDate) -> Double? {
        var product: Double?
        for event in calendar.events where event.days.contains(date) {
            guard let factor = event.factor, factor.isFinite, factor >= 0 else { continue }
            product = min(100, (product ?? 1) * factor)
        }
        return product
    }

    /// Causes of a date, each once, in a fixed order.
    func causes(on date: CivilDate) -> [DayCause] {
        var causes: [DayCause] = []
        if let holiday = holidays[date] {
            causes.append(holiday)
        } else if !holidays.isEmpty, let surroundings = surroundings(of: date) {
            causes.append(surroundings)
        }
        for zone in calendar.schoolHolidays where zone.contains(date) {
            causes.append(.schoolHolidays(zone: zone.zone))
        }
        for event in calendar.events where event.days.contains(date) {
            let cause = DayCause.event(name: event.name)
            if !causes.contains(cause) { causes.append(cause) }
        }
        return causes
    }

    /// Weekends do not part a day from a holiday: the Friday before Easter Monday is an eve.
    private func surroundings(of date: CivilDate) -> DayCause? {
        let weekday = date.weekday
        if weekday == .friday && isHoliday(date - 1) || weekday == .monday && isHoliday(date + 1) {
            return .bridge
        }
        if isHoliday(nextWorkday(after: date)) { return .holidayEve }
        if isHoliday(workday(before: date)) { return .holidayMorrow }
        return nil
    }

    private func nextWorkday(after date: CivilDate) -> CivilDate {
        var next = date + 1
        while next.weekday >= .saturday && !isHoliday(next) { next = next + 1 }
        return next
    }

    private func workday(before date: CivilDate) -> CivilDate {
        var before = date - 1
        while before.weekday >= .saturday && !isHoliday(before) { before = before - 1 }
        return before
    }
}
