import Execution
import Testing
import Workforce

@testable import Scheduling

@Suite struct PeriodFitTests {
    /// Four intervals with concave gains; `present` < 1 lets some positions take two agents.
    private func period(_ generator: inout SeededGenerator, present: Double) -> PeriodNeeds.Period {
        var places: [PeriodNeeds.Place] = []
        var all = 0.0
        for cell in 0..<4 {
            let least = 1 + generator.below(3)
            var gain = 0.0
            var step = Double(5 + generator.below(30))
            var points: [PeriodLeeway.Point] = []
            for positions in least..<least + 5 {
                points.append(
                    PeriodLeeway.Point(
                        positions: positions, scheduled: Int((Double(positions) / present).rounded(.up)),
                        gain: gain))
                gain += step
                step = (step * 0.6).rounded(.down)
            }
            all += points[4].gain
            places.append(
                PeriodNeeds.Place(
                    interval: cell, cell: cell, again: nil, points: points, asked: 2, pieces: []))
        }
        let required = (all * (0.2 + 0.75 * generator.uniform())).rounded()
        return PeriodNeeds.Period(line: 0, places: places, required: required)
    }

    private func missing(_ period: PeriodNeeds.Period, _ choice: [Int], _ available: [Int]) -> Int {
        choice.indices.reduce(0) {
            $0 + max(0, period.places[$1].points[choice[$1]].scheduled - available[$1])
        }
    }

    /// Exact where every position takes one agent; off by at most the last piece's elsewhere.
    @Test(arguments: [(1.0, 0), (0.7, 1)]) func theFewestAgentsMissing(_ present: Double, _ off: Int) {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<150 {
            let period = period(&generator, present: present)
            let available = (0..<4).map { _ in generator.below(9) }
            let fit = PeriodFit(period, available: available)
            var least = Int.max
            for index in 0..<625 {
                let choice = [index % 5, index / 5 % 5, index / 25 % 5, index / 125]
                guard period.gain(choice) >= period.required else { continue }
                least = min(least, missing(period, choice, available))
            }
            #expect(period.gain(fit.chosen) >= period.required)
            #expect(fit.missing == missing(period, fit.chosen, available))
            #expect((least...least + off).contains(fit.missing))
        }
    }

    @Test func noPositionCanBeTakenAway() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<100 {
            let period = period(&generator, present: 0.8)
            let fit = PeriodFit(period, available: (0..<4).map { _ in generator.below(12) })
            for place in 0..<4 where fit.chosen[place] > 0 {
                var fewer = fit.chosen
                fewer[place] -= 1
                #expect(period.gain(fewer) < period.required)
            }
        }
    }
}
