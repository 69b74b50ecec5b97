/// A stretch of one day during which coverage stays below requirement.
public struct CoverageGap: Hashable, Sendable {
    public var day: Int
    public var range: ClockRange
    /// Agents short at the worst moment.
    public var worst: Int
    /// Missing agent-minutes.
    public var missingMinutes: Int
}

extension Horizon {
    /// Gaps in order of time; neighbouring short intervals of a day are merged.
    public func gaps(required: [Int], covered: [Int]) -> [CoverageGap] {
        var gaps: [CoverageGap] = []
        var previous = -2
        for t in intervals where t < required.count && t < covered.count {
            let missing = required[t] - covered[t]
            guard missing > 0 else { continue }
            let end = ClockTime(minute: clockMinutes[t] + intervalMinutes)
            if previous == t - 1, let last = gaps.last, last.day == days[t], last.range.end <= clock(of: t) {
                gaps[gaps.count - 1].range = ClockRange(last.range.start, end)
                gaps[gaps.count - 1].worst = max(last.worst, missing)
                gaps[gaps.count - 1].missingMinutes += missing * intervalMinutes
            } else {
                gaps.append(
                    CoverageGap(
                        day: days[t], range: ClockRange(clock(of: t), end), worst: missing,
                        missingMinutes: missing * intervalMinutes))
            }
            previous = t
        }
        return gaps
    }
}
