/// A wall-clock time of day in whole minutes, 00:00 to 24:00.
public struct ClockTime: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// Minutes since midnight, 0...1440; 1440 is the end of the day.
    public let minute: Int

    public init(minute: Int) { self.minute = min(1440, max(0, minute)) }

    public init(hour: Int, minute: Int = 0) { self.init(minute: hour * 60 + minute) }

    public static let midnight = ClockTime(minute: 0)
    public static let endOfDay = ClockTime(minute: 1440)

    /// `08:30`.
    public var description: String {
        let hour = minute / 60
        let rest = minute % 60
        return (hour < 10 ? "0\(hour)" : "\(hour)") + ":" + (rest < 10 ? "0\(rest)" : "\(rest)")
    }

    public static func < (lhs: ClockTime, rhs: ClockTime) -> Bool { lhs.minute < rhs.minute }
    public static func + (time: ClockTime, minutes: Int) -> ClockTime {
        ClockTime(minute: time.minute + minutes)
    }
}

/// A half-open stretch of one day: `start` is inside, `end` is not.
public struct ClockRange: Hashable, Sendable, Codable {
    public var start: ClockTime
    public var end: ClockTime

    public init(_ start: ClockTime, _ end: ClockTime) {
        self.start = start
        self.end = max(start, end)
    }

    public var minutes: Int { end.minute - start.minute }

    public func contains(_ time: ClockTime) -> Bool { time >= start && time < end }

    public func contains(_ other: ClockRange) -> Bool { other.start >= start && other.end <= end }

    public func overlapMinutes(with other: ClockRange) -> Int {
        max(0, min(end.minute, other.end.minute) - max(start.minute, other.start.minute))
    }
}
