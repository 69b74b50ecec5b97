/// Where the public holidays come from: metropolitan France and the regions
/// that add their own (Code du travail L3133-1 and local law).
public enum HolidayRegion: String, Sendable, Codable, CaseIterable {
    case france = "FR"
    case alsaceMoselle = "FR-ALSACE-MOSELLE"
    case guadeloupe = "FR-GP"
    case martinique = "FR-MQ"
    case guyane = "FR-GF"
    case reunion = "FR-RE"
    case mayotte = "FR-YT"
    case none = "NONE"
}

public enum Holiday: String, Sendable, Codable, CaseIterable {
    case newYear, goodFriday, easterMonday, labourDay, victoryDay, ascension, whitMonday, bastilleDay
    case assumption, allSaints, armistice, christmas, saintStephen, abolitionOfSlavery
}

/// Public holidays by computation.
public struct HolidayCalendar: Hashable, Sendable, Codable {
    public let region: HolidayRegion
    /// Further days off by local custom or decision, or of a country's data file.
    public let extraDates: Set<CivilDate>
    /// Names of the further days that have one: days of one name are one holiday.
    public let extraNames: [CivilDate: String]

    /// - Parameter names: further days off that have a name.
    public init(
        region: HolidayRegion, extraDates: Set<CivilDate> = [], names: [CivilDate: String] = [:]
    ) {
        self.region = region
        self.extraDates = extraDates.union(names.keys)
        extraNames = names
    }

    /// Easter Sunday of a Gregorian year (Meeus 1991, ch. 8; Butcher's algorithm).
    public static func easterSunday(year: Int) -> CivilDate? {
        let a = year % 19
        let (b, c) = (year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let f = (b + 8) / 25
        let g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return CivilDate(year: year, month: n / 31, day: n % 31 + 1)
    }

    /// The holidays of one year, in order of date.
    public func holidays(in year: Int) -> [(date: CivilDate, holiday: Holiday)] {
        guard region != .none, let easter = HolidayCalendar.easterSunday(year: year) else { return [] }
        var days: [(CivilDate, Holiday)] = [
            (easter + 1, .easterMonday), (easter + 39, .ascension), (easter + 50, .whitMonday),
        ]
        func fixed(_ month: Int, _ day: Int, _ holiday: Holiday) {
            if let date = CivilDate(year: year, month: month, day: day) { days.append((date, holiday)) }
        }
        fixed(1, 1, .newYear)
        fixed(5, 1, .labourDay)
        fixed(5, 8, .victoryDay)
        fixed(7, 14, .bastilleDay)
        fixed(8, 15, .assumption)
        fixed(11, 1, .allSaints)
        fixed(11, 11, .armistice)
        fixed(12, 25, .christmas)
        switch region {
        case .alsaceMoselle:
            days.append((easter - 2, .goodFriday))
            fixed(12, 26, .saintStephen)
        // Décret 83-1003 (1983): abolition of slavery, a date for each department.
        case .guadeloupe: fixed(5, 27, .abolitionOfSlavery)
        case .martinique: fixed(5, 22, .abolitionOfSlavery)
        case .guyane: fixed(6, 10, .abolitionOfSlavery)
        case .reunion: fixed(12, 20, .abolitionOfSlavery)
        case .mayotte: fixed(4, 27, .abolitionOfSlavery)
        case .france, .none: break
        }
        return days.sorted { ($0.0, $0.1.rawValue) < ($1.0, $1.1.rawValue) }
            .map { (date: $0.0, holiday: $0.1) }
    }

    public func holiday(on date: CivilDate) -> Holiday? {
        holidays(in: date.year).first { $0.date == date }?.holiday
    }

    public func isHoliday(_ date: CivilDate) -> Bool {
        extraDates.contains(date) || holiday(on: date) != nil
    }
}
