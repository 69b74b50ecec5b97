import Workforce

/// A history with what is no demand struck out: closures, outages, hours no longer served.
///
/// A slot counts as silent rather than calm when chance would hardly leave it empty:
/// a Poisson count of mean 12 is 0 once in 160,000 times.
struct HistoryRepair: Sendable {
    let series: DaySeries
    let remarks: [ForecastRemark]

    static let leastMissed = 12.0
    /// A longer silence that nothing follows is the end of the contacts, not a closure.
    private static let longestClosureAtEnd = 3
    private static let mostNeighbours = 8

    /// - Complexity: O(days × slots).
    init(_ original: DaySeries) {
        let hours = ServedHours(original)
        var series = hours.series
        var closed: [CivilDate] = []
        var outages: [HistoryOutage] = []
        let end = series.recordedEnd
        let zero = (0..<end).map { HistoryRepair.isZero($0, series) }
        var liveEnd = end
        while liveEnd > 0, zero[liveEnd - 1] || !HistoryRepair.isRecorded(liveEnd - 1, series) {
            liveEnd -= 1
        }
        let closuresEnd = end - liveEnd > HistoryRepair.longestClosureAtEnd ? liveEnd : end
        for day in 0..<end where series.kinds[day] != .closed {
            let neighbours = HistoryRepair.neighbours(of: day, series, zero: zero)
            guard !neighbours.isEmpty else { continue }
            if zero[day] {
                guard day < closuresEnd else { continue }
                let usual = neighbours.map { HistoryRepair.total($0, series) }
                guard median(usual) >= HistoryRepair.leastMissed else { continue }
                series.forget(day, slots: 0..<series.slotsPerDay)
                // A closed holiday is what the calendar expects.
                if series.kinds[day] == .ordinary { closed.append(series.firstDay + day) }
            } else if series.slotsPerDay > 1 {
                for (slots, missed) in HistoryRepair.silences(day, series, neighbours: neighbours) {
                    series.forget(day, slots: slots)
                    let hours = ClockRange(
                        ClockTime(minute: slots.lowerBound * series.slotMinutes),
                        ClockTime(minute: slots.upperBound * series.slotMinutes))
                    outages.append(
                        HistoryOutage(date: series.firstDay + day, hours: hours, missed: missed))
                }
            }
        }
        self.series = series
        remarks =
            hours.remarks + (closed.isEmpty ? [] : [.closedDays(closed)])
            + (outages.isEmpty ? [] : [.outages(outages)])
    }

    private static func isRecorded(_ day: Int, _ series: DaySeries) -> Bool {
        series.row(day).contains { !series.contacts[$0].isNaN }
    }

    private static func isZero(_ day: Int, _ series: DaySeries) -> Bool {
        isRecorded(day, series)
            && series.row(day).allSatisfy { series.contacts[$0].isNaN || series.contacts[$0] == 0 }
    }

    private static func total(_ day: Int, _ series: DaySeries) -> Double {
        series.row(day).reduce(0) { $0 + (series.contacts[$1].isNaN ? 0 : series.contacts[$1]) }
    }

    /// The nearest live days of the same weekday.
    private static func neighbours(of day: Int, _ series: DaySeries, zero: [Bool]) -> [Int] {
        var found: [Int] = []
        for week in 1...26 where found.count < mostNeighbours {
            for other in [day - 7 * week, day + 7 * week] where zero.indices.contains(other) {
                if !zero[other], series.kinds[other] == .ordinary, isRecorded(other, series) {
                    found.append(other)
                }
            }
        }
        return found
    }

    /// Runs of zeros between contacts of one day, and what is usual there. The ends of a
    /// day are left alone: early closing is no outage.
    private static func silences(
        _ day: Int, _ series: DaySeries, neighbours: [Int]
    ) -> [(slots: Range<Int>, missed: Double)] {
        let row = Array(series.contacts[series.row(day)])
        guard let first = row.firstIndex(where: { $0 > 0 }), let last = row.lastIndex(where: { $0 > 0 })
        else { return [] }
        var found: [(slots: Range<Int>, missed: Double)] = []
        var slot = first
        while slot < last {
            guard row[slot] == 0 else {
                slot += 1
                continue
            }
            var end = slot
            while end < last, row[end] == 0 { end += 1 }
            let usual = neighbours.map { other in
                series.row(other)[
                    (series.row(other).lowerBound + slot)..<(series.row(other).lowerBound + end)
                ]
                .reduce(0) { $0 + (series.contacts[$1].isNaN ? 0 : series.contacts[$1]) }
            }
            if median(usual) >= leastMissed { found.append((slot..<end, median(usual))) }
            slot = end
        }
        return found
    }
}
