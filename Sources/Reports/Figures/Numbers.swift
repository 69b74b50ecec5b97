import Workforce

/// Numbers in the reader's format, by own code: no locale of the machine, the
/// same bytes everywhere. French follows CLDR: comma, U+202F between
/// thousands, U+00A0 before €, U+202F before %.
extension Language {
    static let narrowNoBreakSpace = "\u{202F}"
    static let noBreakSpace = "\u{00A0}"

    var decimalMark: String { self(".", ",") }
    var thousandsMark: String { self(",", Language.narrowNoBreakSpace) }
    /// What stands where a figure is not known or not finite.
    var missing: String { "–" }

    /// A whole number with its thousands apart.
    public func number(_ value: Int) -> String {
        (value < 0 ? "-" : "") + grouped(String(value.magnitude))
    }

    /// A number rounded (half away from zero) to a count of decimals, 0 to 9.
    public func number(_ value: Double, decimals: Int = 0) -> String {
        guard let parts = DecimalParts(value, decimals: decimals) else { return missing }
        return (parts.isNegative ? "-" : "") + grouped(parts.whole)
            + (parts.fraction.isEmpty ? "" : decimalMark + parts.fraction)
    }

    /// A share between 0 and 1 as a percentage.
    public func percent(_ share: Double?, decimals: Int = 1) -> String {
        guard let share, share.isFinite else { return missing }
        return number(share * 100, decimals: decimals) + self("%", Language.narrowNoBreakSpace + "%")
    }

    /// A difference, always signed: `+3`, `-2,5`, `0`.
    func signed(_ value: Double, decimals: Int = 0) -> String {
        let text = number(value, decimals: decimals)
        guard value > 0, text.contains(where: { ("1"..."9").contains($0) }) else { return text }
        return "+" + text
    }

    /// A relative difference, always signed: `+12 %`, `-3,5 %`.
    func signedPercent(_ share: Double?, decimals: Int = 0) -> String {
        guard let share, share.isFinite else { return missing }
        return signed(share * 100, decimals: decimals) + self("%", Language.narrowNoBreakSpace + "%")
    }

    /// A probability as it is named: `80 %`, `97,5 %`, at most four decimals.
    func probability(_ share: Double) -> String {
        guard let name = percentName(share) else { return missing }
        return name.replacing(".", with: decimalMark) + self("%", Language.narrowNoBreakSpace + "%")
    }

    private func grouped(_ digits: String) -> String {
        guard digits.count > 3 else { return digits }
        var result = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { result += thousandsMark }
            result.append(digit)
        }
        return result
    }
}

/// `80` for 0.8, `97.5` for 0.975, in every language; nil for what is not finite.
func percentName(_ share: Double) -> String? {
    guard var parts = DecimalParts(share * 100, decimals: 4) else { return nil }
    while parts.fraction.last == "0" { parts.fraction.removeLast() }
    return (parts.isNegative ? "-" : "") + parts.whole + (parts.fraction.isEmpty ? "" : "." + parts.fraction)
}

/// Digits of a rounded decimal number, before any mark of a language.
struct DecimalParts {
    var isNegative: Bool
    var whole: String
    var fraction: String

    /// Nil for what is not finite. Beyond 9·10¹⁷ units of the last decimal,
    /// the decimals are dropped: a `Double` does not hold them.
    init?(_ value: Double, decimals: Int) {
        guard value.isFinite else { return nil }
        let places = min(9, max(0, decimals))
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = (value.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero)
        if scaled < 9e17 {
            self.init(units: Int(scaled), scale: scale, places: places, isNegative: value < 0)
        } else {
            let whole = value.magnitude < 9e17 ? String(Int(value.magnitude)) : "\(value.magnitude)"
            self.init(isNegative: value < 0, whole: whole, fraction: "")
        }
    }

    /// Exact: `units` of 10^−`places`.
    init(units: Int, scale: Int, places: Int, isNegative: Bool) {
        let magnitude = Int(clamping: units.magnitude)
        let rest = String(magnitude % scale)
        let padding = String(repeating: "0", count: max(0, places - rest.count))
        self.init(
            isNegative: isNegative && magnitude != 0, whole: String(magnitude / scale),
            fraction: places == 0 ? "" : padding + rest)
    }

    private init(isNegative: Bool, whole: String, fraction: String) {
        self.isNegative = isNegative
        self.whole = whole
        self.fraction = fraction
    }
}
