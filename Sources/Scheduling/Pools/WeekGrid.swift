import Workforce

/// The slots of one week that a pool can work in: the same stretch of wall
/// clock for seven days, in slots of the horizon's interval.
///
/// Cell = day · slotCount + slot. On the day of a clock change a slot stands
/// for no interval (spring) or for two (autumn).
struct WeekGrid: Sendable {
    let week: Int
    let step: Int
    /// First slot from midnight.
    let origin: Int
    let slotCount: Int

    var cellCount: Int { slotCount * 7 }

    /// - Parameter used: slots from midnight that matter on any day.
    init(week: Int, step: Int, used: Range<Int>) {
        self.week = week
        self.step = step
        origin = used.lowerBound
        slotCount = max(1, used.count)
    }

    func cell(day: Int, slot: Int) -> Int { day * slotCount + slot }

    func clock(ofSlot slot: Int) -> ClockTime { ClockTime(minute: (slot + origin) * step) }

    /// Intervals of the horizon behind each cell, in order of time.
    func intervals(in horizon: Horizon) -> [[Int]] {
        var cells = [[Int]](repeating: [], count: cellCount)
        for t in horizon.intervals(ofWeek: week) {
            let slot = horizon.clockMinutes[t] / step - origin
            guard (0..<slotCount).contains(slot) else { continue }
            cells[cell(day: horizon.days[t] - week * 7, slot: slot)].append(t)
        }
        return cells
    }
}
