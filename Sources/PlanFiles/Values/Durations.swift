/// Lengths of time as people write them: `240s`, `30m`, `7.5h`, `7h30`, `2d`, `4w`, `00:04:05`.
enum DurationText {
    /// Whole seconds; nil for anything else, a missing unit included.
    static func seconds(_ text: String) -> Int? {
        let text = text.trimmed
        if text.contains(":") { return colonSeconds(text) }
        guard !text.isEmpty, text.first != "-", text.first != "+" else { return nil }
        var rest = text[...]
        var total = 0.0
        var smallest = Double.infinity
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "," || $0 == " " || $0 == "\u{A0}" }
            guard let value = Decimal.parse(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            let letters = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(letters.count).drop { $0 == " " }
            // `7h30`: minutes may do without their unit after hours.
            let unit = letters.isEmpty && smallest == 3600 ? 60 : unitSeconds(letters)
            guard let unit, unit < smallest else { return nil }
            total += value * unit
            smallest = unit
        }
        guard total <= 1e10, abs(total - total.rounded()) < 1e-6 else { return nil }
        return Int(total.rounded())
    }

    static func signedSeconds(_ text: String) -> Int? {
        let text = text.trimmed
        if text.hasPrefix("-") { return seconds(String(text.dropFirst())).map { -$0 } }
        return seconds(text.hasPrefix("+") ? String(text.dropFirst()) : text)
    }

    private static func unitSeconds(_ letters: Substring) -> Double? {
        switch letters.lowercased() {
        case "s", "sec", "secs", "second", "seconds", "seconde", "secondes": 1
        case "m", "min", "mn", "mins", "minute", "minutes": 60
        case "h", "hour", "hours", "heure", "heures": 3600
        case "d", "j", "day", "days", "jour", "jours": 86_400
        case "w", "week", "weeks", "semaine", "semaines": 604_800
        default: nil
        }
    }

    /// `00:04:05`: hours, minutes, seconds. Two numbers would be ambiguous.
    static func colonSeconds(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hours = Decimal.count(parts[0]), let minutes = Decimal.count(parts[1]),
            let seconds = Decimal.count(parts[2]), (0...10_000).contains(hours), (0..<60).contains(minutes),
            (0..<60).contains(seconds), parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
        else { return nil }
        return hours * 3600 + minutes * 60 + seconds
    }
}

extension StringProtocol {
    /// Without blanks at both ends (no-break spaces included).
    var trimmed: String {
        var rest = self[startIndex..<endIndex]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }
}
