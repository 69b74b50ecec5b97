import Foundation
import Workforce

/// Weekday × slot profile with exponential smoothing and a level.
///
/// contacts(weekday, slot) = mean of the weekday (smoothed over its past weeks)
/// × share of the slot (smoothed the same way, pulled a little to the shares of
/// all weekdays) × level of the last days. Outliers, special days and unknown slots
/// teach the profile nothing (MATHS §2; smoothing after Taylor 2008).
struct ProfileModel: Sendable {
    let slotsPerDay: Int
    /// Contacts per weekday and slot at level 1.
    let slotContacts: [Double]
    /// Whether the weekday's history ever recorded the slot.
    let slotSeen: [Bool]
    /// Level by candidate of `LevelMemory.candidates`; 1 = the weekdays' means.
    let levels: [Double]
    /// Mean of the weekday's last eight days relative to its smoothed mean; 1 where not known.
    let recent: [Double]

    /// Days of a weekday in its recent mean.
    private static let recentDays = 8
    /// Weight lost with each further week of age.
    static let weeklySmoothing = 0.12
    /// Days' worth of contacts that the pooled shares weigh in each weekday's.
    private static let poolingDays = 0.25

    /// - Parameters:
    ///   - end: only days before this row are known.
    ///   - knowsOpeningHours: closed days are struck out by the calendar, so that a
    ///     weekday or slot never recorded may still be open.
    /// - Complexity: O(days × slots).
    init(_ series: DaySeries, totals: DayTotals, end: Int, knowsOpeningHours: Bool) {
        let slots = series.slotsPerDay
        var sums = WeightedSums(slots: slots)
        sums.add(series, totals: totals, end: end)
        let means = sums.weekdayMeans
        let average = sums.overallMean
        let pool = sums.pooledShares
        var contacts = [Double](repeating: 0, count: 7 * slots)
        for weekday in 0..<7 {
            let seen = totals.slotSeen[weekday * slots..<(weekday + 1) * slots]
            let isNew = !seen.contains(true)
            // Passed over between recorded days, a weekday does not work.
            if isNew, !knowsOpeningHours, totals.isPassedOver[weekday] { continue }
            if isNew, (0..<slots).allSatisfy({ series.ceased[weekday * slots + $0] }) { continue }
            let day = means[weekday] ?? average
            let shares = sums.shares(of: weekday, pool: pool, pooled: ProfileModel.poolingDays * average)
            var whole = 0.0
            for slot in 0..<slots where isNew || seen[seen.startIndex + slot] { whole += shares[slot] }
            guard whole > 0 else { continue }
            for slot in 0..<slots
            where (isNew || seen[seen.startIndex + slot] || knowsOpeningHours)
                && !series.ceased[weekday * slots + slot]
            {
                contacts[weekday * slots + slot] = day * shares[slot] / whole
            }
        }
        slotsPerDay = slots
        slotContacts = contacts
        slotSeen = totals.slotSeen
        recent = ProfileModel.recent(series, totals: totals, end: end, means: means)
        levels = LevelMemory.candidates.map {
            ProfileModel.level(
                series, totals: totals, end: end, means: means, average: average, smoothing: $0.smoothing)
        }
    }

    private static func recent(
        _ series: DaySeries, totals: DayTotals, end: Int, means: [Double?]
    ) -> [Double] {
        (0..<7).map { weekday in
            var sum = 0.0
            var count = 0.0
            for day in (0..<end).reversed() where totals.isUsable[day] && series.weekday(day) == weekday {
                sum += totals.totals[day]
                count += 1
                if Int(count) == recentDays { break }
            }
            guard let mean = means[weekday], mean > 0, count > 0 else { return 1 }
            return sum / count / mean
        }
    }

    /// Ratio of smoothed actual to smoothed expected totals: unlike a mean of
    /// ratios it has no bias on small counts, and days of zero are harmless.
    private static func level(
        _ series: DaySeries, totals: DayTotals, end: Int, means: [Double?], average: Double,
        smoothing: Double
    ) -> Double {
        guard average > 0 else { return 1 }
        var actual = average
        var expected = average
        for day in max(0, end - 140)..<max(0, end) where totals.isUsable[day] {
            guard let mean = means[series.weekday(day)] else { continue }
            actual += smoothing * (totals.totals[day] - actual)
            expected += smoothing * (mean - expected)
        }
        guard expected > 0 else { return 1 }
        // Beyond a factor of ten the smoothed means, not the level, are at fault.
        return min(10, max(0.1, actual / expected))
    }

    /// Factor on `slotContacts` of a day by one candidate of `LevelMemory.candidates`.
    func factor(lead: Int, memory: Int) -> Double {
        LevelMemory.candidates[memory].factor(level: levels[memory], lead: lead)
    }
}

/// Exponentially weighted sums of days, by weekday.
private struct WeightedSums {
    let slots: Int
    var weight = [Double](repeating: 0, count: 7)
    var total = [Double](repeating: 0, count: 7)
    /// Contacts of the slot, and totals of the days that know the slot.
    var slotContacts: [Double]
    var dayContacts: [Double]

    init(slots: Int) {
        self.slots = slots
        slotContacts = [Double](repeating: 0, count: 7 * slots)
        dayContacts = slotContacts
    }

    mutating func add(_ series: DaySeries, totals: DayTotals, end: Int) {
        for day in 0..<end where totals.isUsable[day] {
            let age = (end - 1 - day) / 7
            let w = pow(1 - ProfileModel.weeklySmoothing, Double(age)) * totals.knownShare[day]
            // Below a millionth a day only costs time.
            guard w > 1e-6 else { continue }
            let weekday = series.weekday(day)
            weight[weekday] += w
            total[weekday] += w * totals.totals[day]
            let base = weekday * slots
            for (slot, index) in series.row(day).enumerated() {
                let value = series.contacts[index]
                if value.isNaN { continue }
                slotContacts[base + slot] += w * value
                dayContacts[base + slot] += w * totals.totals[day]
            }
        }
    }

    var weekdayMeans: [Double?] { zip(total, weight).map { $1 > 0 ? $0 / $1 : nil } }

    /// Mean of the weekdays that have a mean.
    var overallMean: Double {
        let known = weekdayMeans.compactMap { $0 }
        return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    }

    var pooledShares: [Double] {
        (0..<slots).map { slot in
            var contacts = 0.0
            var days = 0.0
            for weekday in 0..<7 {
                contacts += slotContacts[weekday * slots + slot]
                days += dayContacts[weekday * slots + slot]
            }
            return days > 0 ? contacts / days : 0
        }
    }

    func shares(of weekday: Int, pool: [Double], pooled: Double) -> [Double] {
        (0..<slots).map { slot in
            let days = dayContacts[weekday * slots + slot] + pooled
            guard days > 0 else { return 0 }
            return (slotContacts[weekday * slots + slot] + pooled * pool[slot]) / days
        }
    }
}
