import Workforce

/// Totals of the days of a series, completed where slots are missing, and
/// which of them a model may learn from.
struct DayTotals: Sendable {
    /// Mean contacts per weekday and slot (7 × slots), 0 where never recorded.
    let slotMeans: [Double]
    /// Whether the weekday ever recorded the slot.
    let slotSeen: [Bool]
    /// Contacts of the whole day; NaN where too little is known.
    let totals: [Double]
    /// Contacts in the day's known slots, and the share of its weekday's usual
    /// contacts that falls in them (0 = nothing known).
    let knownContacts: [Double]
    let knownShare: [Double]
    /// Days to learn from: ordinary, known, complete enough, not outliers.
    let isUsable: [Bool]
    let outliers: [Int]
    /// Outliers beyond a third or three times their weekday's mean: broken records rather than demand.
    var brokenDays: [Int] {
        outliers.filter { day in
            let usual = usualTotals[weekdays[day]]
            return totals[day] > 3 * usual || totals[day] < usual / 3
        }
    }
    private let weekdays: [Int]
    /// Median of the totals by weekday.
    private let usualTotals: [Double]

    /// By weekday: whether one lay between recorded days without any record.
    let isPassedOver: [Bool]

    /// A day known for less than this is left out; an end of the series (where a
    /// file was cut in the middle of a day) for less than `completeShare`.
    static let leastKnownShare = 0.5
    static let completeShare = 0.95

    /// - Parameter end: only days before this row count.
    /// - Complexity: O(days × slots).
    init(_ series: DaySeries, end: Int) {
        let slots = series.slotsPerDay
        let (means, seen) = DayTotals.means(series, end: end)
        var totals = [Double](repeating: .nan, count: end)
        var contacts = [Double](repeating: 0, count: end)
        var shares = [Double](repeating: 0, count: end)
        var usable = [Bool](repeating: false, count: end)
        for day in 0..<end where series.kinds[day] != .closed {
            let base = series.weekday(day) * slots
            var known = 0.0
            var usual = 0.0
            var all = 0.0
            var count = 0
            var expected = 0
            for (slot, index) in series.row(day).enumerated() {
                all += means[base + slot]
                if seen[base + slot] { expected += 1 }
                let value = series.contacts[index]
                guard !value.isNaN else { continue }
                count += 1
                known += value
                usual += means[base + slot]
            }
            guard count > 0 else { continue }
            // A weekday without any contact so far has no profile: slots count alike.
            let share = all > 0 ? usual / all : min(1, Double(count) / Double(max(1, expected)))
            shares[day] = min(1, share)
            contacts[day] = known
            guard share >= DayTotals.leastKnownShare else { continue }
            totals[day] = known / min(1, share)
            usable[day] = series.kinds[day] == .ordinary
        }
        DayTotals.dropCutEnds(series, shares: shares, means: means, end: end, usable: &usable)
        // A history of nothing but cut days or holidays still is all there is.
        if !usable.contains(true) { usable = totals.map { !$0.isNaN } }
        let weekdays = (0..<end).map(series.weekday)
        outliers = outlierDays(totals: totals, weekdays: weekdays, usable: usable)
        self.weekdays = weekdays
        usualTotals =
            outliers.isEmpty
            ? []
            : (0..<7).map { weekday in
                median((0..<end).filter { weekdays[$0] == weekday && usable[$0] }.map { totals[$0] })
            }
        for day in outliers { usable[day] = false }
        var isPassedOver = [Bool](repeating: false, count: 7)
        if let first = shares.firstIndex(where: { $0 > 0 }), let last = shares.lastIndex(where: { $0 > 0 }) {
            for day in first...last where shares[day] == 0 { isPassedOver[series.weekday(day)] = true }
        }
        self.isPassedOver = isPassedOver
        slotMeans = means
        slotSeen = seen
        self.totals = totals
        knownContacts = contacts
        knownShare = shares
        isUsable = usable
    }

    /// Whether a day within three of another has a record.
    func isRecorded(near day: Int) -> Bool {
        (max(0, day - 3)..<min(knownShare.count, day + 4)).contains { $0 != day && knownShare[$0] > 0 }
    }

    private static func means(_ series: DaySeries, end: Int) -> (means: [Double], seen: [Bool]) {
        let slots = series.slotsPerDay
        var sums = [Double](repeating: 0, count: 7 * slots)
        var counts = sums
        // A history of nothing but holidays still is all there is.
        for kind in [DayKind.ordinary, .special] where !counts.contains(where: { $0 > 0 }) {
            for day in 0..<end where series.kinds[day] == kind {
                let base = series.weekday(day) * slots
                for (slot, index) in series.row(day).enumerated() {
                    let value = series.contacts[index]
                    if value.isNaN { continue }
                    sums[base + slot] += value
                    counts[base + slot] += 1
                }
            }
        }
        return (zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 }, counts.map { $0 > 0 })
    }

    /// The first and the last recorded day are often cut by the export, either
    /// without records or with zeros after (before) its hour.
    private static func dropCutEnds(
        _ series: DaySeries, shares: [Double], means: [Double], end: Int, usable: inout [Bool]
    ) {
        let recorded = (0..<end).filter { shares[$0] > 0 }
        guard recorded.count > 1, let first = recorded.first, let last = recorded.last else { return }
        for day in [first, last] {
            let row = Array(series.contacts[series.row(day)])
            let base = series.weekday(day) * series.slotsPerDay
            let expected = (0..<row.count).map { means[base + $0] }
            let all = expected.reduce(0, +)
            let live = row.indices.filter { row[$0] > 0 }
            guard all > 0, let from = live.first, let to = live.last else { continue }
            // Slots silent at one end of the row, against what they usually bring.
            let silent = day == last ? expected[(to + 1)...].reduce(0, +) : expected[..<from].reduce(0, +)
            let isCut = shares[day] < completeShare
            // More than one contact in ten, and far more than chance leaves out.
            if isCut || (silent > 0.1 * all && silent > 10) { usable[day] = false }
        }
    }
}
