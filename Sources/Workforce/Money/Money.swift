/// An amount of money in whole cents of the currency of the workspace.
public struct Money: Hashable, Sendable, Comparable, Codable, AdditiveArithmetic {
    public let cents: Int

    public init(cents: Int) { self.cents = cents }

    /// Rounds half away from zero to the cent; amounts beyond what fits are clamped.
    public init(euros: Double) {
        let cents = (euros * 100).rounded(.toNearestOrAwayFromZero)
        self.cents = cents.isFinite ? Int(max(-9e17, min(9e17, cents))) : 0
    }

    public static let zero = Money(cents: 0)

    public var euros: Double { Double(cents) / 100 }

    public static func + (lhs: Money, rhs: Money) -> Money { Money(cents: lhs.cents + rhs.cents) }
    public static func - (lhs: Money, rhs: Money) -> Money { Money(cents: lhs.cents - rhs.cents) }
    public static func < (lhs: Money, rhs: Money) -> Bool { lhs.cents < rhs.cents }

    public init(from decoder: any Decoder) throws {
        cents = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(cents)
    }
}

/// A price or rate for one unit (hour, minute, contact), exact to a millionth
/// of the currency; multiplied by a quantity it is rounded once, to the cent.
public struct UnitPrice: Hashable, Sendable, Comparable, Codable {
    public let micros: Int

    public init(micros: Int) { self.micros = micros }

    public init(euros: Double) {
        let micros = (euros * 1e6).rounded(.toNearestOrAwayFromZero)
        self.micros = micros.isFinite ? Int(max(-9e17, min(9e17, micros))) : 0
    }

    public static let zero = UnitPrice(micros: 0)

    public var euros: Double { Double(micros) / 1e6 }

    /// The one rounding of a priced line.
    public func amount(for quantity: Double) -> Money { Money(euros: euros * quantity) }

    public static func < (lhs: UnitPrice, rhs: UnitPrice) -> Bool { lhs.micros < rhs.micros }

    public init(from decoder: any Decoder) throws {
        micros = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(micros)
    }
}
