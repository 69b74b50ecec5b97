import Workforce

/// Hours by day, as opening hours, calling windows and working hours share them.
enum WeekHours {
    /// Stretches of one day: a text, a list of texts, or `closed`; sorted, not overlapping.
    static func stretches(_ value: YAMLValue, named key: String, _ log: inout DiagnosticLog) -> [ClockRange]?
    {
        var ranges: [ClockRange] = []
        switch value.content {
        case .text(let text):
            guard let found = MomentText.ranges(text) else {
                log.error(.value(malformed(key, text)), at: value.place)
                return nil
            }
            ranges = found
        case .list(let items):
            let found = items.compactMap { Fields.read($0, named: key, .hours, &log) }
            guard found.count == items.count else { return nil }
            ranges = found
        case .nothing:
            log.error(.yaml(.missingKey(key: key, expected: .hours)), at: value.place)
            return nil
        case .mapping:
            log.error(.yaml(.wrongShape(key: key, found: .mapping, expected: .list)), at: value.place)
            return nil
        }
        ranges.sort { ($0.start, $0.end) < ($1.start, $1.end) }
        for (earlier, later) in zip(ranges, ranges.dropFirst()) where later.start < earlier.end {
            log.error(
                .meaning(.overlappingHours(first: written(earlier), second: written(later))), at: value.place)
            return nil
        }
        return ranges
    }

    static func written(_ range: ClockRange) -> String { "\(range.start)-\(range.end)" }

    /// A stretch that ends before it starts gets its ends swapped as a suggestion.
    private static func malformed(_ key: String, _ text: String) -> ValueProblem {
        let ends = text.split(separator: "-").map { MomentText.clock($0) }
        var suggestion: String?
        if ends.count == 2, let start = ends[0], let end = ends[1], end < start {
            suggestion = "\(end)-\(start)"
        }
        return .malformed(key: key, found: text, expected: .hours, suggestion: suggestion)
    }

    /// Stretches of each weekday, Monday first; a day not named is closed.
    /// `rest` takes the entries whose key is no day; it returns false for an unknown key.
    static func week(
        _ fields: Fields, _ log: inout DiagnosticLog,
        rest: (YAMLEntry, inout DiagnosticLog) -> Bool = { _, _ in false }
    ) -> [[ClockRange]] {
        var week = [[ClockRange]](repeating: [], count: 7)
        var namedBy: [Int: YAMLEntry] = [:]
        for entry in fields.keys {
            guard let days = WeekdayText.days(entry.key) else {
                if !rest(entry, &log) {
                    let nearest = nearestName(to: entry.key, among: WeekdayText.known)
                    log.error(
                        .yaml(.unknownKey(key: entry.key, nearest: nearest ?? "mon-fri")), at: entry.place)
                }
                continue
            }
            let ranges = stretches(entry.value, named: entry.key, &log)
            for day in days.sorted() {
                if let first = namedBy[day.rawValue] {
                    log.error(
                        .yaml(
                            .duplicateKey(key: WeekdayText.english[day.rawValue], firstLine: first.place.line)
                        ),
                        at: entry.place)
                    break
                }
                namedBy[day.rawValue] = entry
                week[day.rawValue] = ranges ?? []
            }
        }
        return week
    }
}
