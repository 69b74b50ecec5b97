import Execution
import Testing
import Workforce

@testable import Forecasting

@Suite struct DayComponentsTests {
    /// Days × 24 slots of two shapes; contacts are their squares less a quarter.
    private func root(day: Int, slot: Int) -> Double {
        let first = 20 + Double(day * 7 % 5) / 4
        let second = Double(day * 3 % 7) - 3
        return first * (1 + Double(slot) / 24) + second * Double(slot % 3 - 1) / 2
    }

    private func series(days: Int, count: (Int, Int) -> Double?) -> DaySeries {
        let history = History(
            activity: SyntheticHistory.key, slotMinutes: 60, firstDay: CivilDate(dayNumber: 20_458),
            offered: (0..<days * 24).map { count($0 / 24, $0 % 24) })
        return DaySeries(
            history, slotMinutes: 60,
            calendar: .plain)
    }

    @Test func twoShapesAreFoundAndRebuildTheDays() throws {
        let series = series(days: 60) { day, slot in
            let root = root(day: day, slot: slot)
            return root * root - 0.25
        }
        let history = RootDays(series, totals: DayTotals(series, end: 60), end: 60)
        let components = try #require(DayComponents(history))
        #expect(components.count == 2)
        #expect(components.noise.allSatisfy { $0 < 1e-9 })
        let scores = components.scores(history)
        for (row, day) in history.days.enumerated() {
            for slot in 0..<24 {
                let rebuilt = (0..<2).reduce(0.0) {
                    $0 + scores[row * 2 + $1] * components.shapes[$1 * 24 + slot]
                }
                #expect(abs(rebuilt - root(day: day, slot: slot)) < 1e-6)
            }
        }
    }

    @Test func noiseOfPoissonCountsIsAQuarterAndNoComponent() throws {
        var generator = SeededGenerator(seed: 8)
        let counts = (0..<182 * 24).map { Double(generator.poisson(mean: 40 + 5 * Double($0 % 24))) }
        let series = series(days: 182) { counts[$0 * 24 + $1] }
        let history = RootDays(series, totals: DayTotals(series, end: 182), end: 182)
        let components = try #require(DayComponents(history))
        #expect(components.count == 1)
        #expect(abs(components.noise.reduce(0, +) / 24 - 0.25) < 0.02)
    }

    @Test func unknownSlotsTakeTheirWeekdaysShareOfTheDay() throws {
        let series = series(days: 21) { day, slot in day == 20 && slot == 5 ? nil : Double(20 + slot) }
        let history = RootDays(series, totals: DayTotals(series, end: 21), end: 21)
        #expect(abs(try #require(history.roots.last) - 43.25.squareRoot()) < 1e-12)
        #expect(abs(history.roots[20 * 24 + 5] - 25.25.squareRoot()) < 1e-9)
    }

    @Test func tooFewDaysHaveNoComponents() {
        let series = series(days: 13) { _, slot in Double(slot) }
        #expect(DayComponents(RootDays(series, totals: DayTotals(series, end: 13), end: 13)) == nil)
    }

    /// For a square matrix ω = 2.858: a tenfold value stands out, a double one does not.
    @Test func theThresholdFollowsTheMedian() {
        #expect(DayComponents.rank([10_000, 100, 4, 1, 1, 1, 1], days: 7) == 2)
        #expect(DayComponents.rank([1, 1, 1, 1], days: 4) == 1)
        #expect(DayComponents.rank([0, 0], days: 4) == 1)
    }
}
