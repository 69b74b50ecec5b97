import Workforce

/// What the calendar knows of every date: holidays and their surroundings, school holidays, events.
struct DayCauses: Sendable {
    let calendar: EventCalendar
    private let holidays: [CivilDate: DayCause]
    private let events: [CivilDate: [Int]]
    /// Weekdays on which contacts come, Monday first: a holiday's eve is the last of them before it.
    var isWorked = [Bool](repeating: true, count: 7)

    /// - Parameter dates: causes are known of these, and of no others.
    init(_ calendar: EventCalendar, dates: ClosedRange<CivilDate>) {
        self.calendar = calendar
        var holidays: [CivilDate: DayCause] = [:]
        // A computed holiday keeps its name where it is listed without one.
        for date in calendar.holidays.extraDates {
            let name = calendar.holidays.extraNames[date] ?? ""
            if name.isEmpty, calendar.holidays.holiday(on: date) != nil { continue }
            holidays[date] = .otherHoliday(name: name)
        }
        var events: [CivilDate: [Int]] = [:]
        for (index, event) in calendar.events.enumerated() where event.days.overlaps(dates) {
            for date in event.days.clamped(to: dates) { events[date, default: []].append(index) }
        }
        self.events = events
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

    /// The product of the effects stated for a date, 1 where none is; learned effects of its other
    /// causes come on top.
    func givenFactor(on date: CivilDate) -> Double {
        var product = 1.0
        for index in events[date] ?? [] {
            guard let factor = calendar.events[index].factor, factor.isFinite, factor >= 0 else { continue }
            product = min(100, product * factor)
        }
        return product
    }

    /// Causes of a date whose effects are learned, each once, in a fixed order.
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
        for index in events[date] ?? [] where calendar.events[index].factor == nil {
            let cause = DayCause.event(name: calendar.events[index].name)
            if !causes.contains(cause) { causes.append(cause) }
        }
        return causes
    }

    /// Events of a date whose effect is stated.
    func givenEvents(on date: CivilDate) -> [DayEvent] {
        (events[date] ?? []).map { calendar.events[$0] }.filter { $0.factor != nil }
    }

    func hasEvent(on date: CivilDate) -> Bool { events[date] != nil }

    /// Closed days do not part a day from a holiday: with closed weekends the Friday before
    /// Easter Monday is an eve.
    private func surroundings(of date: CivilDate) -> DayCause? {
        let weekday = date.weekday
        if weekday == .friday && isHoliday(date - 1) || weekday == .monday && isHoliday(date + 1) {
            return .bridge
        }
        if isHoliday(neighbour(of: date, by: 1)) { return .holidayEve }
        if isHoliday(neighbour(of: date, by: -1)) { return .holidayMorrow }
        return nil
    }

    /// The nearest day before or after that is a holiday or worked.
    private func neighbour(of date: CivilDate, by step: Int) -> CivilDate {
        var other = date + step
        for _ in 0..<6 where !isHoliday(other) && !isWorked[other.weekday.rawValue] { other = other + step }
        return other
    }
}
