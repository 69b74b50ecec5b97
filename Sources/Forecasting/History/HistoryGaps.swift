import Workforce

/// What a history lacks, and which of its days stand out.
struct HistoryGaps {
    let remarks: [ForecastRemark]

    /// A history shorter than this is remarked upon: not every weekday was seen twice.
    private static let shortHistoryDays = 14

    /// - Parameter series: days as recorded, before any repair.
    init(_ series: DaySeries, fit: CleanedFit, causes: DayCauses, end: Int) {
        let totals = fit.totals
        let slots = series.slotsPerDay
        let isKnown = (0..<end).map { day in series.row(day).contains { !series.contacts[$0].isNaN } }
        var remarks: [ForecastRemark] = []
        let known = isKnown.count { $0 }
        if known < HistoryGaps.shortHistoryDays { remarks.append(.shortHistory(days: known)) }
        // A weekday is missed from the first time on that it had a record.
        var firstRecord = [Int](repeating: end, count: 7)
        for day in (0..<end).reversed() where isKnown[day] { firstRecord[series.weekday(day)] = day }
        var missing: [CivilDate] = []
        var gaps: [CivilDate] = []
        var intervals = 0
        for day in 0..<end where fit.series.kinds[day] == .ordinary {
            let weekday = series.weekday(day)
            if !isKnown[day] {
                let usual = totals.slotSeen[weekday * slots..<(weekday + 1) * slots]
                if day > firstRecord[weekday], usual.contains(true) { missing.append(series.firstDay + day) }
                continue
            }
            let absent = (0..<slots).count { slot in
                series.contacts[day * slots + slot].isNaN
                    && totals.slotMeans[weekday * slots + slot] >= HistoryGaps.leastContacts
            }
            if absent > 0, day > firstRecord[weekday], day < end - 1 {
                gaps.append(series.firstDay + day)
                intervals += absent
            }
        }
        if !missing.isEmpty { remarks.append(.missingDays(missing)) }
        if !gaps.isEmpty { remarks.append(.missingIntervals(count: intervals, days: gaps)) }
        // A day that the user names as an event needs no second mention.
        let outliers = totals.outliers.map { series.firstDay + $0 }.filter { !causes.hasEvent(on: $0) }
        if !outliers.isEmpty { remarks.append(.outlierDays(outliers)) }
        self.remarks = remarks
    }

    /// An interval that usually has one contact or less is often left out of exports.
    private static let leastContacts = 1.0
}
