import Workforce

/// Dates and clock times in the reader's format.
extension Language {
    /// `lundi 23 novembre 2026` or `Mon 23 Nov 2026`.
    public func longDate(_ date: CivilDate) -> String {
        let (year, month, day) = date.components
        return self(
            "\(shortName(date.weekday)) \(day) \(shortName(month: month)) \(year)",
            "\(name(date.weekday)) \(day == 1 ? "1er" : "\(day)") \(name(month: month)) \(year)")
    }

    /// `23/11/2026` or `23 Nov 2026`.
    public func date(_ date: CivilDate) -> String {
        let (year, month, day) = date.components
        return self(
            "\(day) \(shortName(month: month)) \(year)", "\(two(day))/\(two(month))/\(year)")
    }

    /// `lun. 23/11` or `Mon 23 Nov`.
    public func shortDate(_ date: CivilDate) -> String {
        let (_, month, day) = date.components
        return self(
            "\(shortName(date.weekday)) \(day) \(shortName(month: month))",
            "\(shortName(date.weekday)) \(two(day))/\(two(month))")
    }

    /// `mardi 24 novembre` or `Tuesday 24 Nov`: a day inside a sentence.
    func sentenceDate(_ date: CivilDate) -> String {
        let (_, month, day) = date.components
        return self(
            "\(name(date.weekday)) \(day) \(shortName(month: month))",
            "\(name(date.weekday)) \(day == 1 ? "1er" : "\(day)") \(name(month: month))")
    }

    /// `23/11/2026 – 29/11/2026`, or the only day.
    func dates(_ days: ClosedRange<CivilDate>) -> String {
        let first = date(days.lowerBound)
        return days.count == 1 ? first : "\(first) – \(date(days.upperBound))"
    }

    /// `Week 48 (23 Nov 2026)`: a week by its ISO number, wherever in the years it lies.
    func week(from monday: CivilDate) -> String {
        self("Week \(monday.isoWeek)", "Semaine \(monday.isoWeek)") + " (\(date(monday)))"
    }

    /// `décembre 2026` or `December 2026`.
    func monthAndYear(_ month: CalendarMonth) -> String { "\(name(month: month.month)) \(month.year)" }

    /// `10:00–10:30`.
    public func range(_ range: ClockRange) -> String { "\(range.start)–\(range.end)" }

    /// `Week 48 (23 Nov 2026)`, by ISO number.
    func week(_ week: Int, of horizon: Horizon) -> String {
        let monday = horizon.firstDay + week * 7
        return self("Week \(monday.isoWeek)", "Semaine \(monday.isoWeek)") + " (\(shortDate(monday)))"
    }

    private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    func name(_ weekday: Weekday) -> String {
        switch weekday {
        case .monday: self("Monday", "lundi")
        case .tuesday: self("Tuesday", "mardi")
        case .wednesday: self("Wednesday", "mercredi")
        case .thursday: self("Thursday", "jeudi")
        case .friday: self("Friday", "vendredi")
        case .saturday: self("Saturday", "samedi")
        case .sunday: self("Sunday", "dimanche")
        }
    }

    func shortName(_ weekday: Weekday) -> String {
        switch weekday {
        case .monday: self("Mon", "lun.")
        case .tuesday: self("Tue", "mar.")
        case .wednesday: self("Wed", "mer.")
        case .thursday: self("Thu", "jeu.")
        case .friday: self("Fri", "ven.")
        case .saturday: self("Sat", "sam.")
        case .sunday: self("Sun", "dim.")
        }
    }

    private func name(month: Int) -> String {
        let names = self(
            "January February March April May June July August September October November December",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
        return Language.pick(month - 1, of: names)
    }

    private func shortName(month: Int) -> String {
        let names = self(
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.")
        return Language.pick(month - 1, of: names)
    }

    private static func pick(_ index: Int, of names: String) -> String {
        let parts = names.split(separator: " ")
        return parts.indices.contains(index) ? String(parts[index]) : ""
    }
}
