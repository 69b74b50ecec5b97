import Workforce

/// What public holidays bring, relative to an ordinary day of their weekday.
struct HolidayEffect: Sendable, Hashable {
    /// Factor on the ordinary contacts of the slots that are open.
    var factor: Double
    /// Holidays it was learned from.
    var count: Int

    /// Weight of the prior "as an ordinary day", in holidays: factors differ by
    /// about ±0.3 between holidays and by ±0.4 between campaigns, (0.3/0.4)² ≈ ½.
    private static let priorHolidays = 0.5

    /// - Complexity: O(days + holidays × neighbours).
    init(_ series: DaySeries, totals: DayTotals, end: Int, knowsOpeningHours: Bool) {
        var actual = 0.0
        var expected = 0.0
        var count = 0
        var silent = 0
        for day in 0..<end where series.kinds[day] == .holiday {
            let usual = HolidayEffect.neighbours(of: day, series, totals: totals, end: end)
            guard !usual.isEmpty else { continue }
            guard totals.knownShare[day] > 0.05 else {
                silent += 1
                continue
            }
            count += 1
            actual += totals.knownContacts[day]
            expected += median(usual) * totals.knownShare[day]
        }
        self.count = count
        guard count > 0, expected > 0 else {
            // Without opening hours, holidays that never left a record are days off.
            factor = !knowsOpeningHours && count == 0 && silent >= 2 ? 0 : 1
            return
        }
        let prior = HolidayEffect.priorHolidays * expected / Double(count)
        factor = (actual + prior) / (expected + prior)
    }

    /// Totals of the same weekday up to four weeks before and after.
    private static func neighbours(
        of day: Int, _ series: DaySeries, totals: DayTotals, end: Int
    ) -> [Double] {
        var found: [Double] = []
        for weeks in 1...4 {
            for other in [day - 7 * weeks, day + 7 * weeks]
            where other >= 0 && other < end && totals.isUsable[other] && series.kinds[other] == .ordinary {
                found.append(totals.totals[other])
            }
        }
        return found
    }
}
