import Workforce

/// Deferred work whose due time is shorter than a day, on the open intervals of one day.
///
/// An item that comes in while the campaign is closed counts from the next opening. Its due time
/// runs on the clock; where it ends while the campaign is closed for a while or for the day, the
/// item is done before that: nothing stays overnight.
struct DueDay {
    /// Open intervals of the horizon, in order.
    let intervals: [Int]
    /// Hours of work that have come in by the end of each of them, and that are due by then.
    let available: [Double]
    let due: [Double]

    /// - Parameters:
    ///   - arrivals: hours of work by interval of the horizon; those of closed ones are ignored.
    ///   - waiting: hours that wait at the opening.
    ///   - dueIntervals: due time in intervals, not necessarily whole, ≥ 0.
    init(intervals: [Int], arrivals: [Double], waiting: Double, dueIntervals: Double) {
        self.intervals = intervals
        guard let first = intervals.first, let last = intervals.last else {
            (available, due) = ([], [])
            return
        }
        var comeIn: [Double] = [waiting]
        // By elapsed time: comeIn[i] is what has come in by the start of interval first + i.
        var isOpen = [Bool](repeating: false, count: last - first + 1)
        for t in intervals { isOpen[t - first] = true }
        var (total, held) = (waiting, 0.0)
        for t in first...last {
            // What comes in during a break of opening hours counts from their end.
            if isOpen[t - first] {
                total += held
                comeIn[comeIn.count - 1] = total
                held = 0
                total += arrivals[t]
            } else {
                held += arrivals[t]
            }
            comeIn.append(total)
        }
        func comeInBy(_ position: Double) -> Double {
            guard position >= 0 else { return 0 }
            let whole = Int(min(position, Double(comeIn.count - 1)))
            guard whole + 1 < comeIn.count else { return comeIn[comeIn.count - 1] }
            return comeIn[whole] + (position - Double(whole)) * (comeIn[whole + 1] - comeIn[whole])
        }
        available = intervals.map { comeIn[$0 - first + 1] }
        due = intervals.indices.map { index in
            guard index + 1 < intervals.count else { return total }
            // Due before the next interval that is open.
            let next = Double(intervals[index + 1] - first)
            return min(comeIn[intervals[index] - first + 1], comeInBy(next - dueIntervals))
        }
    }
}
