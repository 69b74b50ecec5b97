import Execution
import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct ShenHuangModelTests {
    private func path(_ scores: [Double]) -> ScorePath {
        ScorePath(
            scores, weekdays: scores.indices.map { $0 % 5 },
            weights: [Double](repeating: 1, count: scores.count), follows: scores.indices.map { $0 > 0 })
    }

    /// Weekday means 100, 110 … 140 and an autoregression about them.
    private func wave(_ persistence: Double, seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        var deviation = 0.0
        return (0..<2000).map { day in
            deviation = persistence * deviation + 2 * generator.normal()
            return 100 + 10 * Double(day % 5) + deviation
        }
    }

    @Test(arguments: [0.0, 0.3, 0.7, 0.9])
    func findsThePersistenceOfDeviations(_ persistence: Double) {
        let found = path(wave(persistence, seed: 21))
        #expect(abs(found.persistence - persistence) < 0.05)
        #expect(abs(found.innovation - 4) < 0.4)
        for weekday in 0..<5 { #expect(abs(found.means[weekday] - 100 - 10 * Double(weekday)) < 2) }
        // Far ahead nothing is left of the last deviation, and its variance is the series'.
        let far = found.forecast(weekday: 2, steps: 500)
        #expect(abs(far.mean - found.means[2]) < 1e-9)
        #expect(abs(far.variance / (4 / (1 - persistence * persistence)) - 1) < 0.2)
    }

    @Test func persistenceStaysWithinItsLimits() {
        let alternating = path((0..<40).map { $0 % 2 == 0 ? 1 : -1 })
        #expect(alternating.persistence == 0)
        #expect(path((0..<200).map { Double($0) }).persistence <= 0.95)
        let flat = path([Double](repeating: 3, count: 40))
        #expect(
            flat.persistence == 0 && flat.innovation == 0 && flat.forecast(weekday: 1, steps: 3).mean == 3)
    }

    @Test func countsOpenDays() {
        let weekdaysOnly = [true, true, true, true, true, false, false]
        // After a Friday: the week-end, then Monday.
        #expect(openDays(after: 4, count: 3, isWorked: weekdaysOnly) == 1)
        #expect(openDays(after: 4, count: 2, isWorked: weekdaysOnly) == 0)
        #expect(openDays(after: 2, count: 70, isWorked: weekdaysOnly) == 50)
        #expect(openDays(after: 2, count: 0, isWorked: weekdaysOnly) == 0)
    }

    /// Days of a known shape and two weekday levels come back as they were.
    @Test(arguments: [60, 1440]) func regularDaysRepeat(_ slotMinutes: Int) throws {
        let slots = 1440 / slotMinutes
        func count(_ day: Int, _ slot: Int) -> Double? {
            switch day % 7 {
            case 6: nil
            case 5: slot < max(1, slots / 2) ? 30 + Double(slot) : nil
            default: 200 + 40 * Double(slot % 6) + 10 * Double(day % 7)
            }
        }
        let history = History(
            activity: SyntheticHistory.key, slotMinutes: slotMinutes, firstDay: CivilDate(dayNumber: 20_458),
            offered: (0..<84 * slots).map { count($0 / slots, $0 % slots) })
        let series = DaySeries(
            history, slotMinutes: slotMinutes,
            calendar: .plain)
        let models = CandidateModels(
            series, totals: DayTotals(series, end: 83), end: 83, knowsOpeningHours: false)
        #expect(models.components != nil)
        for lead in 1...14 {
            let day = 82 + lead
            let all = models.contacts(weekday: day % 7, lead: lead)
            for candidate in CandidateModels.families[1] {
                for slot in 0..<slots {
                    let expected = count(day, slot) ?? 0
                    #expect(abs(all[candidate * slots + slot] - expected) < 1e-3 * max(1, expected))
                }
            }
        }
    }
}
