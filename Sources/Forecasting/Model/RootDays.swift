import Workforce

/// The days a component model learns from, as square roots √(y + ¼).
///
/// The root makes the variance of a Poisson count about ¼ whatever its mean
/// (Brown, Cai, Zhang, Zhao & Zhou 2010), so that busy and quiet slots weigh alike.
struct RootDays: Sendable {
    /// Rows of the series, in increasing order.
    let days: [Int]
    let weekdays: [Int]
    /// Share of each day that is known.
    let weights: [Double]
    /// Slots of the day that are the matrix's columns.
    let slots: [Int]
    /// Day after day, one root a column.
    let roots: [Double]

    /// Half a year: both the profile's shape and the worth of older days change
    /// with the seasons (Shen & Huang 2008 learn from 150 to 200 days).
    static let memoryDays = 26 * 7

    /// - Parameter slots: the columns wanted; nil = every slot that a day ever recorded.
    /// - Complexity: O(days × slots).
    init(_ series: DaySeries, totals: DayTotals, end: Int, slots wanted: [Int]? = nil) {
        let perDay = series.slotsPerDay
        let columns =
            wanted
            ?? (0..<perDay).filter { slot in
                (0..<7).contains { totals.slotSeen[$0 * perDay + slot] }
            }
        days = (max(0, end - RootDays.memoryDays)..<max(0, end)).filter { totals.isUsable[$0] }
        weekdays = days.map(series.weekday)
        weights = days.map { totals.knownShare[$0] }
        slots = columns
        let usual = (0..<7).map { totals.slotMeans[$0 * perDay..<($0 + 1) * perDay].reduce(0, +) }
        var roots: [Double] = []
        roots.reserveCapacity(days.count * columns.count)
        for (day, weekday) in zip(days, weekdays) {
            // An unknown slot of a known day gets its weekday's usual part of the day.
            let level = usual[weekday] > 0 ? totals.totals[day] / usual[weekday] : 0
            for slot in columns {
                let value = series.contacts[day * perDay + slot]
                let count = value.isNaN ? level * totals.slotMeans[weekday * perDay + slot] : value
                roots.append((count + 0.25).squareRoot())
            }
        }
        self.roots = roots
    }
}
