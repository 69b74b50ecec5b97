import Foundation
import Workforce

/// Mean handle time by weekday and slot, and its level.
///
/// A slot's mean is pulled to its weekday's, the weekday's to that of all days,
/// each with the weight of `priorContacts` contacts (Bühlmann credibility: handle
/// times of single contacts spread by about 100 %, slot means by about 5 %,
/// (1/0.05)² = 400). Days older than the newest weigh less as in `ProfileModel`.
struct HandleTimeModel: Sendable {
    let slotsPerDay: Int
    /// Seconds by weekday and slot, level included.
    let seconds: [Double]

    private static let priorContacts = 400.0
    /// A mean of n handle times spreads by 1/√n of itself: five times that is a broken record.
    private static let credibleDeviations = 5.0

    /// Nil where the history has no handle times.
    /// - Complexity: O(days × slots).
    init?(_ series: DaySeries, totals: DayTotals, end: Int) {
        let slots = series.slotsPerDay
        var work = [Double](repeating: 0, count: 7 * slots)
        var contacts = work
        let usual = HandleTimeModel.slotMedians(series, end: end)
        func credible(_ seconds: Double, slot: Int, contacts: Double) -> Double {
            min(seconds, usual[slot] * (1 + HandleTimeModel.credibleDeviations / contacts.squareRoot()))
        }
        for day in 0..<end where totals.isUsable[day] {
            let w = pow(1 - ProfileModel.weeklySmoothing, Double((end - 1 - day) / 7))
            guard w > 1e-6 else { continue }
            let base = series.weekday(day) * slots
            for (slot, index) in series.row(day).enumerated() {
                let value = series.contacts[index]
                let handle = series.handleSeconds[index]
                guard value > 0, !handle.isNaN else { continue }
                work[base + slot] += w * value * credible(handle, slot: slot, contacts: value)
                contacts[base + slot] += w * value
            }
        }
        let all = contacts.reduce(0, +)
        guard all > 0 else { return nil }
        let overall = work.reduce(0, +) / all
        let prior = HandleTimeModel.priorContacts
        var means = [Double](repeating: overall, count: 7 * slots)
        for weekday in 0..<7 {
            let row = weekday * slots..<(weekday + 1) * slots
            let mean =
                (work[row].reduce(0, +) + prior * overall) / (contacts[row].reduce(0, +) + prior)
            for index in row { means[index] = (work[index] + prior * mean) / (contacts[index] + prior) }
        }
        slotsPerDay = slots
        let level = HandleTimeModel.level(series, totals: totals, end: end, means: means, overall: overall)
        seconds = means.map { $0 * level }
    }

    /// Median handle time by slot of the day, over all days; infinite where there is none.
    private static func slotMedians(_ series: DaySeries, end: Int) -> [Double] {
        (0..<series.slotsPerDay).map { slot in
            let known = (0..<end).map { series.handleSeconds[$0 * series.slotsPerDay + slot] }
                .filter { !$0.isNaN }
            return known.isEmpty ? .infinity : median(known)
        }
    }

    /// Smoothed actual over smoothed expected work of the last days.
    private static func level(
        _ series: DaySeries, totals: DayTotals, end: Int, means: [Double], overall: Double
    ) -> Double {
        let smoothing = LevelMemory.candidates[0].smoothing
        var actual = overall
        var expected = overall
        for day in max(0, end - 140)..<max(0, end) where totals.isUsable[day] {
            let base = series.weekday(day) * series.slotsPerDay
            var work = 0.0
            var usual = 0.0
            var contacts = 0.0
            for (slot, index) in series.row(day).enumerated() {
                let value = series.contacts[index]
                let handle = series.handleSeconds[index]
                guard value > 0, !handle.isNaN else { continue }
                contacts += value
                work += value * handle
                usual += value * means[base + slot]
            }
            guard contacts > 0 else { continue }
            // A day of few contacts says little about the level.
            let weight = smoothing * contacts / (contacts + 50)
            actual += weight * (work / contacts - actual)
            expected += weight * (usual / contacts - expected)
        }
        return expected > 0 ? min(3, max(1.0 / 3, actual / expected)) : 1
    }
}
