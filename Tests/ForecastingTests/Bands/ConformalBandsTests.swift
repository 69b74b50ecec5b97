import Testing

@testable import Forecasting

@Suite struct ConformalBandsTests {
    /// 99 errors −49 … 49: ⌊100 × 0.1⌋ = 10th lowest is −40, the 90th 40; 2nd and 98th for 95 %.
    @Test func orderStatistics() {
        let errors = (-49...49).map { Double($0) / 100 }
        let bands = ConformalBands(errors: [errors, [], [], []], enough: 30)
        let scale = errorScale(100)
        for lead in [1, 30] {
            let (narrow, wide) = (
                bands.bands(mean: 100, lead: lead)[0], bands.bands(mean: 100, lead: lead)[1]
            )
            #expect(abs(narrow.low - (100 - 0.4 * scale)) < 1e-9)
            #expect(abs(narrow.high - (100 + 0.4 * scale)) < 1e-9)
            #expect(abs(wide.low - (100 - 0.48 * scale)) < 1e-9)
            #expect(abs(wide.high - (100 + 0.48 * scale)) < 1e-9)
        }
    }

    @Test func doubtNeverShrinksWithDistance() {
        let wide = (-49...49).map { Double($0) / 10 }
        let thin = wide.map { $0 / 100 }
        let bands = ConformalBands(errors: [wide, thin, thin, thin], enough: 30)
        #expect(bands.bands(mean: 50, lead: 60)[0].high == bands.bands(mean: 50, lead: 1)[0].high)
    }

    @Test func adjacentViolatorsArePooled() {
        #expect(neverFalling([1, 3, 2, 4], weights: [1, 1, 3, 1]) == [1, 2.25, 2.25, 4])
        #expect(neverFalling([3, 2, 1], weights: [1, 1, 1]) == [2, 2, 2])
        #expect(neverFalling([], weights: []) == [])
    }

    @Test func fewErrorsFallBackOnTheNormalLaw() {
        let bands = ConformalBands(errors: [[0.1], [.nan], [], []], enough: 20)
        // A mean of 100 has scale √(100 + 100) = 14.1.
        #expect(
            abs(bands.bands(mean: 100, lead: 3)[0].high - (100 + 1.5 * 1.2816 * 200.0.squareRoot())) < 1e-9)
    }

    @Test func nothingExpectedIsCertainAndBoundsStayPositive() {
        let bands = ConformalBands(errors: [], enough: 20)
        let zero = ConformalBands(errors: [[], [], [], []], enough: 20).bands(mean: 0, lead: 9)
        #expect(zero.allSatisfy { $0.low == 0 && $0.high == 0 })
        let small = ConformalBands(errors: [[], [], [], []], enough: 20).bands(mean: 0.2, lead: 9)
        #expect(small.allSatisfy { $0.low == 0 && $0.high > 0.2 })
        #expect(bands.predictionBands(means: [], leads: { _ in 1 }).map(\.low) == [[], []])
    }
}
