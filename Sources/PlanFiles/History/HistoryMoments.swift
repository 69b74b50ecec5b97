import Workforce

/// The order of day, month and year in a file's dates.
enum DateOrder: CaseIterable {
    /// `2026-11-23` and `23/11/2026`, as everywhere else.
    case usual
    /// `990201`, `20261123`.
    case yearFirst
    /// `23/11/26`, `23112026`.
    case dayFirst
    /// `11/23/2026`.
    case monthFirst

    /// A date in this order, with years of two digits from 1969 to 2068 (POSIX `strptime`).
    func date(_ text: some StringProtocol) -> CivilDate? {
        let text = text.trimmed
        if self == .usual { return MomentText.date(text) }
        var parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }.map(String.init)
        // With separators, a year in front has four digits, which the usual order reads.
        if parts.count == 1 { parts = compact(text) } else if self == .yearFirst { return nil }
        let numbers = parts.compactMap { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        let (year, month, day) =
            switch self {
            case .usual, .yearFirst: (0, 1, 2)
            case .dayFirst: (2, 1, 0)
            case .monthFirst: (2, 0, 1)
            }
        guard [2, 4].contains(parts[year].count), (1...2).contains(parts[month].count),
            (1...2).contains(parts[day].count)
        else { return nil }
        let century = parts[year].count == 4 ? 0 : numbers[year] < 69 ? 2000 : 1900
        let date = CivilDate(year: century + numbers[year], month: numbers[month], day: numbers[day])
        return date.flatMap { (1900...2200).contains($0.year) ? $0 : nil }
    }

    /// Six or eight digits, cut where this order has them.
    private func compact(_ text: String) -> [String] {
        guard text.count == 6 || text.count == 8 else { return [] }
        let year = text.count - 4
        let lengths = self == .yearFirst ? [year, 2, 2] : [2, 2, year]
        var rest = text[...]
        return lengths.map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }
    }

    /// The order that reads most of a file's dates, of equals the one that keeps
    /// them closest together; the usual one unless it fails for one in ten at
    /// least, so that a slip does not turn the file round.
    static func best(for dates: some Sequence<String>) -> DateOrder {
        var spans = [(read: Int, first: Int, last: Int)](
            repeating: (0, .max, .min), count: allCases.count)
        var count = 0
        for text in dates {
            count += 1
            for (index, order) in allCases.enumerated() {
                guard let day = order.date(text)?.dayNumber else { continue }
                let span = spans[index]
                spans[index] = (span.read + 1, min(span.first, day), max(span.last, day))
            }
        }
        guard spans[0].read * 10 <= count * 9 else { return .usual }
        var best = 0
        for (index, span) in spans.enumerated() where span.read > 0 {
            let other = spans[best]
            let isCloser = span.read == other.read && span.last - span.first < other.last - other.first
            if span.read > other.read || isCloser { best = index }
        }
        return allCases[best]
    }
}

/// Moments of a history: to the second, for lists of calls.
enum HistoryMoment {
    /// Date part and clock part of `23/11/2026 08:30`; no clock part for a date alone.
    static func parts(_ text: String) -> (date: Substring, clock: Substring?) {
        let text = text[...]
        guard let cut = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return (text, nil) }
        return (text[..<cut], text[text.index(after: cut)...])
    }

    /// Seconds −1 for a date alone, seconds ahead of UTC where they are written. A
    /// stretch, `2026-11-23 08:30-08:45`, counts by its start.
    static func parse(_ text: String, _ order: DateOrder) -> (day: Int, second: Int, ahead: Int?)? {
        let (date, clock) = parts(text)
        guard let day = order.date(date)?.dayNumber else { return nil }
        guard let clock else { return (day, -1, nil) }
        let (plain, ahead) = zone(of: clock)
        return seconds(plain).map { (day, $0, ahead) }
    }

    /// Parts `08:30:00Z`, `08:30:00+01:00` and `08:30:00.000-0500`.
    private static func zone(of clock: Substring) -> (clock: Substring, ahead: Int?) {
        if clock.hasSuffix("Z") { return (clock.dropLast(), 0) }
        guard let sign = clock.lastIndex(where: { "+-".contains($0) }),
            clock[..<sign].count(where: { $0 == ":" }) == 2
        else { return (clock, nil) }
        let digits = clock[clock.index(after: sign)...].filter { $0 != ":" }
        guard digits.count == 2 || digits.count == 4, let hours = Int(digits.prefix(2)),
            (0...14).contains(hours),
            let minutes = digits.count == 2 ? 0 : Int(digits.dropFirst(2)), (0..<60).contains(minutes)
        else { return (clock, nil) }
        let ahead = hours * 3600 + minutes * 60
        return (clock[..<sign], clock[sign] == "-" ? -ahead : ahead)
    }

    /// `08:30`, `8h30`, `08:30:15`, `08:30:15.250`, `8:30 PM`, `0830`, `083015`, `08:30-08:45` (its start), `24:00`.
    static func seconds(_ text: some StringProtocol) -> Int? {
        var text = text.trimmed
        if let range = MomentText.range(text) { return range.start.minute * 60 }
        var half: Int?
        for (index, word) in ["am", "pm"].enumerated() where text.lowercased().hasSuffix(word) {
            half = index
            text = text.dropLast(2).trimmed
        }
        if let point = text.firstIndex(of: "."), text.contains(":") { text = String(text[..<point]) }
        guard let seconds = plainSeconds(text) else { return nil }
        guard let half else { return seconds }
        // 12 AM is midnight, 12 PM is noon.
        guard (3600..<13 * 3600).contains(seconds) else { return nil }
        return seconds % (12 * 3600) + half * 12 * 3600
    }

    private static func plainSeconds(_ text: String) -> Int? {
        if let clock = MomentText.clock(text) { return clock.minute * 60 }
        var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 1, text.count == 4 || text.count == 6 {
            parts = stride(from: 0, to: text.count, by: 2).map { String(text.dropFirst($0).prefix(2)) }
        }
        let numbers = parts.compactMap { part in
            (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
                ? Int(part) : nil
        }
        guard numbers.count == parts.count, (2...3).contains(parts.count), numbers[0] < 24, numbers[1] < 60,
            parts[1].count == 2
        else { return nil }
        guard numbers.count == 3 else { return numbers[0] * 3600 + numbers[1] * 60 }
        return numbers[2] < 60 ? numbers[0] * 3600 + numbers[1] * 60 + numbers[2] : nil
    }
}
