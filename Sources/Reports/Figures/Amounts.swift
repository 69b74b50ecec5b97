import Workforce

/// Money and lengths of time in the reader's format.
extension Language {
    /// `12 345,60 €` or `€12,345.60`.
    public func money(_ amount: Money) -> String {
        let parts = DecimalParts(units: amount.cents, scale: 100, places: 2, isNegative: amount.cents < 0)
        return currency(parts)
    }

    /// A price to the cent, or to the hundredth of a cent where it has such decimals.
    public func money(_ price: UnitPrice) -> String {
        let rounding = price.micros < 0 ? -50 : 50
        let (sum, overflow) = price.micros.addingReportingOverflow(rounding)
        let units = (overflow ? price.micros : sum) / 100
        var parts = DecimalParts(units: units, scale: 10_000, places: 4, isNegative: price.micros < 0)
        while parts.fraction.count > 2, parts.fraction.last == "0" { parts.fraction.removeLast() }
        return currency(parts)
    }

    /// Whole units of currency, for figures where cents say nothing.
    public func roundMoney(_ amount: Money) -> String {
        guard let parts = DecimalParts(amount.euros, decimals: 0) else { return missing }
        return currency(parts)
    }

    /// A difference of money, always signed.
    func signedMoney(_ amount: Money) -> String { (amount.cents > 0 ? "+" : "") + money(amount) }

    private func currency(_ parts: DecimalParts) -> String {
        let whole = Int(parts.whole).map { number($0) } ?? parts.whole
        let digits = whole + (parts.fraction.isEmpty ? "" : decimalMark + parts.fraction)
        let sign = parts.isNegative ? "-" : ""
        return self("\(sign)€\(digits)", "\(sign)\(digits)\(Language.noBreakSpace)€")
    }

    /// `7 h 30 min` or `7 h 30`; `45 min`.
    public func duration(minutes: Int) -> String {
        let magnitude = Int(clamping: minutes.magnitude)
        let sign = minutes < 0 ? "-" : ""
        let (hours, rest) = (magnitude / 60, magnitude % 60)
        let gap = Language.noBreakSpace
        if hours == 0 { return "\(sign)\(rest)\(gap)min" }
        let head = "\(sign)\(number(hours))\(gap)h"
        if rest == 0 { return head }
        let two = rest < 10 ? "0\(rest)" : "\(rest)"
        return self("\(head)\(gap)\(rest)\(gap)min", "\(head)\(gap)\(two)")
    }

    /// `20 s`, `4 min`, `4 min 5 s`, `1 h 10 min`.
    public func duration(_ seconds: Seconds) -> String {
        let count = seconds.count
        let gap = Language.noBreakSpace
        if count.magnitude < 60 { return "\(count)\(gap)s" }
        if count.magnitude < 3600, count % 60 != 0 {
            let rest = Int(clamping: (count % 60).magnitude)
            return "\(count / 60)\(gap)min\(gap)\(rest)\(gap)s"
        }
        return duration(minutes: count / 60)
    }

    /// A mean of seconds, rounded to one: `4 min 5 s`.
    func duration(seconds: Double?) -> String {
        guard let seconds, seconds.isFinite, seconds > 0, seconds < 1e9 else { return missing }
        return duration(Seconds(Int(seconds.rounded())))
    }

    /// Decimal hours: `1 234,5 h`.
    public func hours(_ hours: Double, decimals: Int = 1) -> String {
        hours.isFinite ? number(hours, decimals: decimals) + Language.noBreakSpace + "h" : missing
    }
}
