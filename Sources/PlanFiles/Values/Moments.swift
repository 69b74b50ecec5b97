import Workforce

/// Times of day, stretches and dates as people write them.
enum MomentText {
    /// `08:30`, `8:30`, `8h30`, `8h`, `24:00`, `08:30:00`.
    static func clock(_ text: some StringProtocol) -> ClockTime? {
        let text = text.trimmed
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" || $0 == "H" }
        guard (2...3).contains(parts.count), let hour = smallNumber(parts[0]), (0...24).contains(hour) else {
            return nil
        }
        let isHourOnly = parts[1].isEmpty && !text.contains(":")
        guard let minute = isHourOnly ? 0 : smallNumber(parts[1]), (0..<60).contains(minute),
            hour < 24 || minute == 0, isHourOnly || parts[1].count == 2
        else { return nil }
        // Whole minutes only: seconds may be written as zero.
        if parts.count == 3, smallNumber(parts[2]) != 0 { return nil }
        return ClockTime(hour: hour, minute: minute)
    }

    private static func smallNumber(_ text: some StringProtocol) -> Int? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    /// `08:00-20:00`, with a hyphen or a dash; the end lies after the start.
    static func range(_ text: some StringProtocol) -> ClockRange? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" || $0 == "—" }
        guard parts.count == 2, let start = clock(parts[0]), let end = clock(parts[1]), start < end else {
            return nil
        }
        return ClockRange(start, end)
    }

    /// Stretches of one day: `10:00-13:00, 14:00-20:00`, or `closed`.
    static func ranges(_ text: String) -> [ClockRange]? {
        if isClosed(text) { return [] }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { range($0) }
        let found = parts.compactMap { $0 }
        return found.count == parts.count ? found : nil
    }

    static func isClosed(_ text: String) -> Bool {
        ["closed", "fermé", "ferme", "none", "off"].contains(text.trimmed.lowercased())
    }

    /// `2026-11-23`, `23/11/2026`, `23.11.2026`, `23-11-2026`.
    static func date(_ text: some StringProtocol) -> CivilDate? {
        let parts = text.trimmed.split(omittingEmptySubsequences: false) {
            $0 == "-" || $0 == "/" || $0 == "."
        }
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
            return nil
        }
        if parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        {
            return inReach(CivilDate(year: year, month: month, day: day))
        }
        guard (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4,
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return inReach(CivilDate(year: year, month: month, day: day))
    }

    /// Dates of planning: 1900 to 2200.
    private static func inReach(_ date: CivilDate?) -> CivilDate? {
        date.flatMap { (1900...2200).contains($0.year) ? $0 : nil }
    }

    /// `2026-11-23 08:30`, `2026-11-23T08:30:00`, `23/11/2026 8h30`; a date alone has no time.
    static func moment(_ text: some StringProtocol) -> (date: CivilDate, clock: ClockTime?)? {
        let text = text.trimmed
        let cut = text.firstIndex { $0 == " " || $0 == "T" }
        guard let date = date(cut.map { text[..<$0] } ?? text[...]) else { return nil }
        guard let cut else { return (date, nil) }
        var rest = text[text.index(after: cut)...]
        if rest.last == "Z" { rest = rest.dropLast() }
        if let point = rest.firstIndex(of: "."), rest[rest.index(after: point)...].allSatisfy({ $0 == "0" }) {
            rest = rest[..<point]
        }
        return clock(rest).map { (date, $0) }
    }
}

/// Days of the week, by name.
enum WeekdayText {
    private static let names: [[String]] = [
        ["monday", "mon", "lundi", "lun"], ["tuesday", "tue", "mardi", "mar"],
        ["wednesday", "wed", "mercredi", "mer"], ["thursday", "thu", "jeudi", "jeu"],
        ["friday", "fri", "vendredi", "ven"], ["saturday", "sat", "samedi", "sam"],
        ["sunday", "sun", "dimanche", "dim"],
    ]

    static let english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Spellings to compare a mistyped one with.
    static var known: [String] { names.flatMap { $0 } + ["mon-fri", "mon-sat", "lun-ven", "all"] }

    static func day(_ text: some StringProtocol) -> Weekday? {
        let word = text.trimmed.lowercased()
        return names.firstIndex { $0.contains(word) }.flatMap(Weekday.init(rawValue:))
    }

    /// `mon`, `mon-fri`, `sat-mon`, `mon, wed`, `all`.
    static func days(_ text: String) -> Set<Weekday>? {
        var days: Set<Weekday> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let word = part.trimmed.lowercased()
            if ["all", "daily", "every day", "tous"].contains(word) {
                days.formUnion(Weekday.allCases)
                continue
            }
            let ends = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map { day($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else {
                return nil
            }
            let length = (last.rawValue - first.rawValue + 7) % 7
            for offset in 0...length {
                if let day = Weekday(rawValue: (first.rawValue + offset) % 7) { days.insert(day) }
            }
        }
        return days
    }
}
