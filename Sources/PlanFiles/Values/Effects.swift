import Workforce

/// What an event or a correction does to contacts, as people write it: `+20 %`, `-0.3`, `x1.2`, `1,2`.
enum EffectText {
    /// Largest factor; anything above is a slip of the pen.
    static let largest = 100.0

    /// The factor; nil for anything else. A number with a sign and without `%`
    /// is a change between −1 and +1; without a sign it is a factor.
    static func factor(_ text: some StringProtocol) -> Double? {
        let word = plain(text)
        guard let first = word.first else { return nil }
        if let rest = percent(word) {
            guard isSigned(word), let points = Decimal.parse(rest) else { return nil }
            // From whole points, so that +20 % is 1.2 to the last bit.
            return (100 + points) / 100
        }
        if "xX×*".contains(first) {
            let rest = word.dropFirst()
            return isSigned(rest.trimmed) ? nil : Decimal.parse(rest)
        }
        guard let value = Decimal.parse(word) else { return nil }
        guard isSigned(word) else { return value }
        return (-1...1).contains(value) ? 1 + value : nil
    }

    /// What was probably meant: `+20` and `20 %` are `+20 %`.
    static func suggestion(_ text: some StringProtocol) -> String? {
        let word = plain(text)
        guard let points = Decimal.parse(percent(word) ?? word) else { return nil }
        return (points < 0 ? "" : "+") + Written.number(points) + " %"
    }

    /// `x1.2`.
    static func written(_ factor: Double) -> String { "x" + Written.number(factor) }

    /// Trimmed, with a hyphen where a minus sign or a dash stands.
    private static func plain(_ text: some StringProtocol) -> String {
        String(text.trimmed.map { "−–".contains($0) ? "-" : $0 })
    }

    private static func percent(_ word: String) -> String? {
        word.hasSuffix("%") ? word.dropLast().trimmed : nil
    }

    private static func isSigned(_ word: String) -> Bool { word.hasPrefix("+") || word.hasPrefix("-") }
}

extension ValueFormat where Value == Double {
    /// A factor on contacts.
    static let effect = ValueFormat(
        .effect, parse: { EffectText.factor($0) }, written: { EffectText.written($0) },
        suggest: { EffectText.suggestion($0) })
}
