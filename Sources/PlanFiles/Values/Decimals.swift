/// Numbers as people write them: decimal comma or point, thousands parted by
/// spaces (plain, no-break, narrow no-break), a sign.
enum Decimal {
    /// Nil for anything else, and for what no `Double` holds. Exact for up to
    /// 15 digits; longer ones go through the standard library.
    static func parse(_ text: some StringProtocol) -> Double? {
        var copy = String(text)
        return copy.withUTF8 { parse(bytes: $0) }
    }

    static func parse(bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var (first, last) = (0, bytes.count)
        while first < last, isBlank(bytes[first]) { first += 1 }
        while last > first, isBlank(bytes[last - 1]) { last -= 1 }
        guard first < last else { return nil }
        var negative = false
        if bytes[first] == UInt8(ascii: "-") || bytes[first] == UInt8(ascii: "+") {
            negative = bytes[first] == UInt8(ascii: "-")
            first += 1
        }
        var digits = Digits()
        var position = first
        while position < last {
            if !digits.take(bytes, &position, last) { return nil }
        }
        guard digits.count > 0, digits.groupIsWhole else { return nil }
        return digits.value.map { negative ? -$0 : $0 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whole numbers, exactly.
    static func count(_ text: some StringProtocol) -> Int? {
        guard let value = parse(text), value == value.rounded(), abs(value) <= 1e15 else { return nil }
        return Int(value)
    }

    /// Powers of ten that a `Double` holds exactly.
    static let powers: [Double] = (0...22).reduce(into: []) { list, _ in list.append((list.last ?? 0.1) * 10)
    }
}

/// Digits gathered so far.
private struct Digits {
    var mantissa: UInt64 = 0
    var count = 0
    var decimals = 0
    var seenPoint = false
    /// Digits since the last thousands space; nil before any.
    var group: Int?

    /// After a thousands space three digits must come.
    var groupIsWhole: Bool { group == nil || group == 3 }

    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ last: Int) -> Bool {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            guard count < 18 else { return false }
            mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0"))
            count += 1
            if seenPoint { decimals += 1 } else if let inGroup = group { group = inGroup + 1 }
            position += 1
            return true
        case UInt8(ascii: "."), UInt8(ascii: ","):
            guard !seenPoint, groupIsWhole, count > 0 else { return false }
            (seenPoint, group) = (true, nil)
            position += 1
            return true
        default:
            return takeSpace(bytes, &position, last)
        }
    }

    /// A space between thousands: U+0020, U+00A0 or U+202F, before exactly three digits.
    private mutating func takeSpace(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ last: Int
    ) -> Bool {
        var width = 0
        if bytes[position] == 0x20 { width = 1 }
        if bytes[position] == 0xC2, position + 1 < last, bytes[position + 1] == 0xA0 { width = 2 }
        if bytes[position] == 0xE2, position + 2 < last, bytes[position + 1] == 0x80,
            bytes[position + 2] == 0xAF
        {
            width = 3
        }
        guard width > 0, !seenPoint, group.map({ $0 == 3 }) ?? (1...3).contains(count) else { return false }
        group = 0
        position += width
        return true
    }

    var value: Double? {
        if count <= 15 { return Double(mantissa) / Decimal.powers[decimals] }
        var text = String(mantissa)
        text = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
        let cut = text.index(text.endIndex, offsetBy: -decimals)
        return Double(text[..<cut] + "." + text[cut...] + "0")
    }
}

/// How figures are written in diagnostics and starter files: as the user would.
enum Written {
    /// `8h`, `7h45`, `30m`, `90s`, `30d`.
    static func duration(_ seconds: Int) -> String {
        if seconds == 0 { return "0s" }
        if seconds % 86_400 == 0, abs(seconds) > 86_400 * 2 { return "\(seconds / 86_400)d" }
        if seconds % 3600 == 0 { return "\(seconds / 3600)h" }
        if seconds % 60 == 0, seconds > 7200 {
            let minutes = seconds / 60 % 60
            return "\(seconds / 3600)h" + (minutes < 10 ? "0" : "") + "\(minutes)"
        }
        if seconds % 60 == 0, abs(seconds) >= 60 { return "\(seconds / 60)m" }
        return "\(seconds)s"
    }

    static func minutes(_ minutes: Int) -> String { duration(minutes * 60) }

    /// `12 %`.
    static func share(_ share: Double) -> String { number(share * 100) + " %" }

    /// Up to six decimals, without trailing zeros.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
        let millionths = Int((value * 1e6).rounded())
        let (whole, rest) = (abs(millionths) / 1_000_000, abs(millionths) % 1_000_000)
        var text = (millionths < 0 ? "-" : "") + String(whole)
        if rest > 0 {
            var decimals = String(1_000_000 + rest).dropFirst()
            while decimals.last == "0" { decimals = decimals.dropLast() }
            text += "." + decimals
        }
        return text
    }

    /// With cents at least when there are any: `12.50`.
    static func money(_ value: Double) -> String {
        let text = number(value)
        guard let point = text.firstIndex(of: "."), text[point...].count == 2 else { return text }
        return text + "0"
    }

    static func range(_ low: String, _ high: String) -> String { low == high ? low : "\(low)..\(high)" }
}
