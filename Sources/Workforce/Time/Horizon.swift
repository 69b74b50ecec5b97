/// A change of the legal clock inside a horizon.
public struct ClockChange: Hashable, Sendable, Codable {
    public var date: CivilDate
    /// First wall-clock minute concerned: of the hole in spring, of the hour lived twice in autumn.
    public var clock: ClockTime
    /// +60 when the clock jumps forward (the day loses an hour), −60 when it goes back.
    public var forwardMinutes: Int

    public init(date: CivilDate, clock: ClockTime, forwardMinutes: Int) {
        self.date = date
        self.clock = clock
        self.forwardMinutes = forwardMinutes
    }
}

/// The planned period: whole weeks from a Monday, cut into intervals of equal
/// elapsed length. Interval indices count elapsed time; each carries its day
/// and wall-clock time, so that a day of 23 hours simply has fewer intervals.
public struct Horizon: Hashable, Sendable {
    public let firstDay: CivilDate
    public let weekCount: Int
    /// Length of an interval; divides 60.
    public let intervalMinutes: Int
    public let clockChanges: [ClockChange]
    /// Index of each day's first interval; one more entry closes the last day.
    public let dayStarts: [Int]
    /// Wall-clock minute at which each interval starts.
    public let clockMinutes: [Int]
    /// Day (0 = `firstDay`) of each interval.
    public let days: [Int]

    /// - Parameters:
    ///   - firstDay: moved back to its Monday.
    ///   - intervalMinutes: 5, 10, 15, 20, 30 or 60; others fall back to 15.
    public init(
        firstDay: CivilDate, weekCount: Int, intervalMinutes: Int = 15, clockChanges: [ClockChange] = []
    ) {
        let step = [5, 10, 15, 20, 30, 60].contains(intervalMinutes) ? intervalMinutes : 15
        let monday = firstDay.monday
        let dayCount = max(0, weekCount) * 7
        var starts: [Int] = []
        var clocks: [Int] = []
        var days: [Int] = []
        for day in 0..<dayCount {
            starts.append(clocks.count)
            let change = clockChanges.first { $0.date == monday + day }
            for minute in Horizon.clockMinutes(step: step, change: change) {
                clocks.append(minute)
                days.append(day)
            }
        }
        starts.append(clocks.count)
        self.firstDay = monday
        self.weekCount = max(0, weekCount)
        self.intervalMinutes = step
        self.clockChanges = clockChanges
        self.dayStarts = starts
        self.clockMinutes = clocks
        self.days = days
    }

    private static func clockMinutes(step: Int, change: ClockChange?) -> [Int] {
        let normal = Array(stride(from: 0, to: 1440, by: step))
        guard let change else { return normal }
        let from = change.clock.minute
        let span = abs(change.forwardMinutes)
        if change.forwardMinutes > 0 { return normal.filter { $0 < from || $0 >= from + span } }
        let twice = normal.filter { $0 >= from && $0 < from + span }
        return normal.filter { $0 < from + span } + twice + normal.filter { $0 >= from + span }
    }

    public var dayCount: Int { weekCount * 7 }
    public var intervalCount: Int { clockMinutes.count }
    public var intervalHours: Double { Double(intervalMinutes) / 60 }
    public var lastDay: CivilDate { firstDay + (dayCount - 1) }
    public var intervals: Range<Int> { 0..<intervalCount }

    public func date(ofDay day: Int) -> CivilDate { firstDay + day }
    public func date(of interval: Int) -> CivilDate { firstDay + days[interval] }
    public func clock(of interval: Int) -> ClockTime { ClockTime(minute: clockMinutes[interval]) }
    public func week(of interval: Int) -> Int { days[interval] / 7 }

    /// Day index of a date, nil outside the horizon.
    public func day(of date: CivilDate) -> Int? {
        let day = firstDay.distance(to: date)
        return (0..<dayCount).contains(day) ? day : nil
    }

    public func intervals(ofDay day: Int) -> Range<Int> { dayStarts[day]..<dayStarts[day + 1] }

    public func intervals(ofWeek week: Int) -> Range<Int> {
        dayStarts[week * 7]..<dayStarts[week * 7 + 7]
    }

    /// Intervals that start inside a stretch of wall-clock time on a day. A
    /// stretch over a clock change holds fewer or more of them than its length
    /// on the wall suggests.
    public func intervals(ofDay day: Int, in range: ClockRange) -> Range<Int> {
        let all = intervals(ofDay: day)
        if clockChanges.isEmpty || !clockChanges.contains(where: { $0.date == date(ofDay: day) }) {
            let first = (range.start.minute + intervalMinutes - 1) / intervalMinutes
            let last = (range.end.minute + intervalMinutes - 1) / intervalMinutes
            return all.lowerBound + first..<all.lowerBound + max(first, last)
        }
        let first = all.first { clockMinutes[$0] >= range.start.minute } ?? all.upperBound
        let last = all.last { clockMinutes[$0] < range.end.minute }.map { $0 + 1 } ?? first
        return first..<max(first, last)
    }

    /// Elapsed minutes from one wall-clock moment to a later one, clock changes
    /// included. Days outside the horizon are taken as 24 hours.
    public func elapsedMinutes(
        fromDay day: Int, _ from: ClockTime, toDay other: Int, _ to: ClockTime
    ) -> Int {
        var minutes = (other - day) * 1440 + to.minute - from.minute
        for change in clockChanges {
            let at = firstDay.distance(to: change.date) * 1440 + change.clock.minute
            if at >= day * 1440 + from.minute, at < other * 1440 + to.minute {
                minutes -= change.forwardMinutes
            }
        }
        return minutes
    }
}

extension Horizon: Codable {
    private enum CodingKeys: String, CodingKey { case firstDay, weekCount, intervalMinutes, clockChanges }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            firstDay: try container.decode(CivilDate.self, forKey: .firstDay),
            weekCount: try container.decode(Int.self, forKey: .weekCount),
            intervalMinutes: try container.decode(Int.self, forKey: .intervalMinutes),
            clockChanges: try container.decode([ClockChange].self, forKey: .clockChanges))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(firstDay, forKey: .firstDay)
        try container.encode(weekCount, forKey: .weekCount)
        try container.encode(intervalMinutes, forKey: .intervalMinutes)
        try container.encode(clockChanges, forKey: .clockChanges)
    }
}
