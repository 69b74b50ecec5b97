/// A variable of one `LinearProgram` or `LinearProgramSession`, by the order
/// in which it was added (from 0). It means nothing in another program.
public struct Variable: Sendable, Hashable, Comparable, Codable {
    public let index: Int

    @inlinable
    public init(_ index: Int) { self.index = index }

    @inlinable
    public static func < (a: Variable, b: Variable) -> Bool { a.index < b.index }
}

/// A row (constraint) of one `LinearProgram` or `LinearProgramSession`, by the
/// order in which it was added (from 0).
public struct Row: Sendable, Hashable, Comparable, Codable {
    public let index: Int

    @inlinable
    public init(_ index: Int) { self.index = index }

    @inlinable
    public static func < (a: Row, b: Row) -> Bool { a.index < b.index }
}

/// What values a variable may take within its bounds.
public enum VariableKind: UInt8, Sendable, Codable {
    case continuous
    case integer
    /// Integer with bounds within 0 and 1.
    case binary

    var isIntegral: Bool { self != .continuous }
}

/// Which way the objective goes.
public enum ObjectiveSense: UInt8, Sendable, Codable {
    case minimize
    case maximize
}

/// A structured name, such as `cover[3, 17]`, so that a shortfall or a conflict
/// can be named without parsing strings.
public struct Label: Sendable, Hashable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    public var name: String
    public var indices: [Int]

    public init(_ name: String, _ indices: Int...) {
        self.name = name
        self.indices = indices
    }

    public init(name: String, indices: [Int]) {
        self.name = name
        self.indices = indices
    }

    public init(stringLiteral value: String) { self.init(name: value, indices: []) }

    public var description: String {
        guard !indices.isEmpty else { return name }
        return name + "[" + indices.map { "\($0)" }.joined(separator: ", ") + "]"
    }
}

/// A closed interval for a variable's value or a row's activity; either end may
/// be infinite. The ends are checked when the program is solved, not here.
public struct Bounds: Sendable, Hashable, Codable {
    public var lower: Double
    public var upper: Double

    @inlinable
    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// 0 or more.
    public static let nonNegative = Bounds(lower: 0, upper: .infinity)
    /// Any value.
    public static let free = Bounds(lower: -.infinity, upper: .infinity)
    /// Between 0 and 1.
    public static let unit = Bounds(lower: 0, upper: 1)

    @inlinable
    public static func atLeast(_ value: Double) -> Bounds { Bounds(lower: value, upper: .infinity) }

    @inlinable
    public static func atMost(_ value: Double) -> Bounds { Bounds(lower: -.infinity, upper: value) }

    /// Exactly `value`: an equation, or a fixed variable.
    @inlinable
    public static func equal(_ value: Double) -> Bounds { Bounds(lower: value, upper: value) }

    @inlinable
    public static func between(_ lower: Double, _ upper: Double) -> Bounds {
        Bounds(lower: lower, upper: upper)
    }

    /// How far `value` lies outside, 0 inside.
    @inlinable
    public func violation(of value: Double) -> Double { max(0, max(lower - value, value - upper)) }

    /// The integers within, as bounds; lower > upper when there are none.
    var roundedInward: Bounds {
        // 1e-9 forgives what arithmetic leaves on a bound meant to be whole.
        Bounds(lower: (lower - 1e-9).rounded(.up), upper: (upper + 1e-9).rounded(.down))
    }
}
