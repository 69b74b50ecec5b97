/// Weekly hours that vary within bounds and even out over a period (*modulation*,
/// *annualisation*: Code du travail L3121-41 to L3121-44).
///
/// Over each period the paid hours of a person sum to the contract's weekly
/// hours times the weeks, less absences as any week counts them.
public struct Modulation: Hashable, Sendable, Codable {
    /// Paid minutes of a week without absence, least and most.
    public var weeklyMinutes: ClosedRange<Int>
    /// Weeks of one period; nil = up to the horizon's end.
    public var periodWeeks: Int?
    /// Monday on which a period begins; nil = the horizon's first.
    public var periodStart: CivilDate?

    public init(
        weeklyMinutes: ClosedRange<Int>, periodWeeks: Int? = nil, periodStart: CivilDate? = nil
    ) {
        self.weeklyMinutes = weeklyMinutes
        self.periodWeeks = periodWeeks
        self.periodStart = periodStart?.monday
    }

    /// The periods that have weeks in a horizon, as weeks counted from its first.
    ///
    /// The first may begin before the horizon, in weeks already published. The
    /// last is closed at the horizon's end: what lies beyond is not planned yet.
    public func periods(in horizon: Horizon) -> [Range<Int>] {
        let end = horizon.weekCount
        guard end > 0 else { return [] }
        let start = periodStart.map { horizon.firstDay.distance(to: $0) / 7 } ?? 0
        guard let length = periodWeeks.map({ max(1, $0) }) else { return [min(start, 0)..<end] }
        // The last start that is not after the horizon's.
        var from = start - (start + (start > 0 ? length - 1 : 0)) / length * length
        var periods: [Range<Int>] = []
        while from < end {
            periods.append(from..<min(end, from + length))
            from += length
        }
        return periods
    }
}

/// Weekends free in turn: of any `weeks` consecutive weeks at most `worked` are
/// worked on these days, published weeks before the horizon included.
public struct DayRotation: Hashable, Sendable, Codable {
    public enum Days: String, Sendable, Codable, CaseIterable {
        case saturdays, sundays
        /// Saturday or Sunday, or both.
        case weekends

        public var weekdays: [Weekday] {
            switch self {
            case .saturdays: [.saturday]
            case .sundays: [.sunday]
            case .weekends: [.saturday, .sunday]
            }
        }
    }

    public var days: Days
    public var worked: Int
    public var weeks: Int

    public init(_ days: Days, worked: Int, of weeks: Int) {
        self.days = days
        self.worked = worked
        self.weeks = weeks
    }
}
