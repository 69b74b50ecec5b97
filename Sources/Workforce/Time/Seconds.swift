/// A length of time in whole seconds.
public struct Seconds: Hashable, Sendable, Comparable, Codable {
    public let count: Int

    public init(_ count: Int) { self.count = count }

    public static func minutes(_ minutes: Int) -> Seconds { Seconds(minutes * 60) }

    public var hours: Double { Double(count) / 3600 }

    public static func < (lhs: Seconds, rhs: Seconds) -> Bool { lhs.count < rhs.count }
    public static func + (lhs: Seconds, rhs: Seconds) -> Seconds { Seconds(lhs.count + rhs.count) }
    public static func - (lhs: Seconds, rhs: Seconds) -> Seconds { Seconds(lhs.count - rhs.count) }
    public static prefix func - (value: Seconds) -> Seconds { Seconds(-value.count) }

    public init(from decoder: any Decoder) throws {
        count = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}
