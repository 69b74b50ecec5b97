import Workforce

/// How one kind of value is written in files: reading it, writing its limits,
/// and guessing what a mistyped one meant.
struct ValueFormat<Value: Sendable>: Sendable {
    let kind: ValueKind
    /// Nil when the text is no such value.
    let parse: @Sendable (String) -> Value?
    /// As the user would write it.
    let written: @Sendable (Value) -> String
    /// A correct spelling close to a wrong one, where there is an obvious one.
    let suggest: @Sendable (String) -> String?

    init(
        _ kind: ValueKind, parse: @escaping @Sendable (String) -> Value?,
        written: @escaping @Sendable (Value) -> String = { "\($0)" },
        suggest: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.kind = kind
        self.parse = parse
        self.written = written
        self.suggest = suggest
    }
}

extension ValueFormat where Value == String {
    static let text = ValueFormat(.text, parse: { $0.trimmed.isEmpty || $0.count > 200 ? nil : $0.trimmed })

    static let identifier = ValueFormat(
        .identifier, parse: { isIdentifier($0.trimmed) ? $0.trimmed : nil },
        suggest: { text in
            let kept = String(text.trimmed.map { isIdentifierCharacter($0) ? $0 : "-" })
            return isIdentifier(kept) ? kept : nil
        })

    static let timeZone = ValueFormat(
        .timeZone, parse: { ClockChanges.isTimeZone($0.trimmed) ? $0.trimmed : nil })

    static func choice(_ words: [String]) -> ValueFormat {
        ValueFormat(
            .choice(words), parse: { text in words.first { $0.lowercased() == text.trimmed.lowercased() } },
            suggest: { nearestName(to: $0.trimmed, among: words) })
    }
}

func isIdentifierCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
}

func isIdentifier(_ text: String) -> Bool {
    (1...64).contains(text.count) && text.allSatisfy(isIdentifierCharacter)
}

extension ValueFormat where Value == Double {
    /// `12 %` or `0.12`; a bare number above 1 is refused, with the percentage it probably means.
    static let share = ValueFormat(
        .share,
        parse: { text in
            let text = text.trimmed
            if text.hasSuffix("%") { return Decimal.parse(text.dropLast()).map { $0 / 100 } }
            return Decimal.parse(text).flatMap { $0 > 1 ? nil : $0 }
        },
        written: { Written.share($0) },
        suggest: { Decimal.parse($0).flatMap { $0 > 1 && $0 <= 100 ? Written.share($0 / 100) : nil } })

    static let number = ValueFormat(.number, parse: { Decimal.parse($0) }, written: { Written.number($0) })

    /// Euros, with or without the sign.
    static let money = ValueFormat(
        .money,
        parse: { text in
            var text = text.trimmed
            for sign in ["€", "EUR", "eur", "euros"] where text.hasSuffix(sign) {
                text = String(text.dropLast(sign.count)).trimmed
            }
            return Decimal.parse(text)
        },
        written: { Written.money($0) })

    static let monthlyVolume = ValueFormat(
        .monthlyVolume,
        parse: { text in
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, ["month", "mois"].contains(parts[1].trimmed.lowercased()) else {
                return nil
            }
            return Decimal.parse(parts[0])
        },
        written: { Written.number($0) + "/month" },
        suggest: { Decimal.count($0).map { "\($0)/month" } })
}

extension ValueFormat where Value == Int {
    static let count = ValueFormat(.count, parse: { Decimal.count($0) }, written: { "\($0)" })

    /// Seconds.
    static let duration = ValueFormat(
        .duration, parse: { DurationText.seconds($0) }, written: { Written.duration($0) },
        suggest: { Decimal.count($0).map { "\($0)s" } })

    static let signedDuration = ValueFormat(
        .signedDuration, parse: { DurationText.signedSeconds($0) }, written: { Written.duration($0) },
        suggest: { Decimal.count($0).map { "\($0)s" } })

    /// Seconds in whole minutes, where a bare number most likely means hours.
    static let hourly = wholeUnits(60, of: DurationText.seconds, bare: "h")

    /// Seconds in whole minutes, where a bare number most likely means minutes.
    static let minutely = wholeUnits(60, of: DurationText.seconds, bare: "m")

    /// Seconds in whole minutes, with a sign.
    static let clockOffset = wholeUnits(60, of: DurationText.signedSeconds, bare: "h")

    /// Seconds in whole days.
    static let daily = wholeUnits(86_400, of: DurationText.seconds, bare: "d")

    private static func wholeUnits(
        _ unit: Int, of read: @escaping @Sendable (String) -> Int?, bare letter: String
    ) -> ValueFormat {
        ValueFormat(
            .duration,
            parse: { read($0).flatMap { $0 % unit == 0 ? $0 : nil } }, written: { Written.duration($0) },
            suggest: { text in
                if let seconds = read(text) { return Written.duration((seconds + unit / 2) / unit * unit) }
                return Decimal.parse(text).map { Written.number($0) + letter }
            })
    }
}

extension ValueFormat where Value == Bool {
    static let yesNo = ValueFormat(
        .yesNo,
        parse: { text in
            switch text.trimmed.lowercased() {
            case "yes", "true", "oui", "on", "vrai": true
            case "no", "false", "non", "off", "faux": false
            default: nil
            }
        })
}

extension ValueFormat where Value == CivilDate {
    static let date = ValueFormat(.date, parse: { MomentText.date($0) })
}

extension ValueFormat where Value == ClosedRange<CivilDate> {
    /// `2026-01-10..2026-11-20` or one date.
    static let dateRange = ValueFormat(
        .dateRange,
        parse: { text in
            var ends = [text.trimmed]
            if let dots = text.firstRange(of: "..") {
                ends = [text[..<dots.lowerBound].trimmed, text[dots.upperBound...].trimmed]
            }
            let dates = ends.compactMap { MomentText.date($0) }
            guard dates.count == ends.count, let first = dates.first, let last = dates.last, first <= last
            else { return nil }
            return first...last
        })
}

extension ValueFormat where Value == ClockRange {
    static let hours = ValueFormat(.hours, parse: { MomentText.range($0) })
}

extension ValueFormat where Value == Set<Weekday> {
    static let days = ValueFormat(.days, parse: { WeekdayText.days($0) })
}

extension ValueFormat where Value == ClosedRange<Int> {
    /// `4..12`, `4-12` or `5`.
    static let countRange = ValueFormat(
        .countRange, parse: { twoEnds($0) { Decimal.count($0) } },
        written: { Written.range("\($0.lowerBound)", "\($0.upperBound)") })

    /// `6h..8h` or `7h`, in seconds.
    static let durationRange = ValueFormat(
        .durationRange, parse: { twoEnds($0) { DurationText.seconds($0) } },
        written: { Written.range(Written.duration($0.lowerBound), Written.duration($0.upperBound)) },
        suggest: {
            twoEnds($0) { Decimal.count($0) }.map { Written.range("\($0.lowerBound)h", "\($0.upperBound)h") }
        })

    private static func twoEnds(_ text: String, _ read: (String) -> Int?) -> ClosedRange<Int>? {
        var ends: [String] = []
        if let dots = text.firstRange(of: "..") {
            ends = [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
        } else {
            ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map(String.init)
        }
        let values = ends.compactMap { read($0.trimmed) }
        guard values.count == ends.count, (1...2).contains(values.count),
            values[0] <= values[values.count - 1]
        else { return nil }
        return values[0]...values[values.count - 1]
    }
}

/// A service level and a threshold in seconds: `80/20`.
struct WrittenTarget: Sendable, Equatable {
    var serviceLevel: Double
    var seconds: Int
}

extension ValueFormat where Value == WrittenTarget {
    static let serviceTarget = ValueFormat(
        .serviceTarget,
        parse: { text in
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed }
            guard parts.count == 2,
                let percent = Decimal.parse(parts[0].hasSuffix("%") ? String(parts[0].dropLast()) : parts[0]),
                (1...100).contains(percent),
                let seconds = Decimal.count(parts[1]) ?? DurationText.seconds(parts[1]),
                (0...28_800).contains(seconds)
            else { return nil }
            return WrittenTarget(serviceLevel: percent / 100, seconds: seconds)
        })
}
