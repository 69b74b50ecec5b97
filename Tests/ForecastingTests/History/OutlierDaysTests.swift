import Execution
import Testing

@testable import Forecasting

@Suite struct OutlierDaysTests {
    private func outliers(_ totals: [Double]) -> [Int] {
        outlierDays(
            totals: totals, weekdays: totals.indices.map { $0 % 7 },
            usable: totals.map { !$0.isNaN })
    }

    @Test func calmSeriesHasNone() {
        var generator = SeededGenerator(seed: 11)
        for mean in [3.0, 50, 4000] {
            let totals = (0..<200).map { _ in Double(generator.poisson(mean: mean)) }
            #expect(outliers(totals).count <= 1)
        }
    }

    @Test func findsAnOutageAndAPeak() {
        var totals = (0..<84).map { 1000 + Double($0 * 37 % 100) }
        totals[40] = 0
        totals[61] = 3000
        #expect(outliers(totals) == [40, 61])
    }

    @Test func aStepIsNoOutlier() {
        let totals = (0..<84).map { $0 < 70 ? 1000.0 : 2000 }
        #expect(outliers(totals).isEmpty)
    }

    @Test func shortOrEmptySeriesHaveNone() {
        #expect(outliers([]).isEmpty)
        #expect(outliers([1, 1000, 1]).isEmpty)
        #expect(outliers(Array(repeating: .nan, count: 30)).isEmpty)
    }

    @Test func mediansOfEvenAndOddCounts() {
        #expect(median([3, 1, 2]) == 2)
        #expect(median([4, 1, 2, 3]) == 2.5)
        #expect(median([]) == 0)
    }
}
