import Testing
import Workforce

@testable import Forecasting

@Suite struct ConformalBandsTests {
    /// 99 errors −49 … 49: ⌊100 × 0.1⌋ = 10th lowest is −40, the 90th 40; 2nd and 98th for 95 %.
    @Test func orderStatistics() {
        let errors = (-49...49).map { Double($0) / 100 }
        let bands = ConformalBands(
            errors: [errors, [], [], [], []], enough: 30, longestLead: 84, judgedDays: 1_000_000_000_000_000)
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
        let bands = ConformalBands(
            errors: [wide, thin, thin, thin, thin], enough: 30, longestLead: 84,
            judgedDays: 1_000_000_000_000_000)
        #expect(bands.bands(mean: 50, lead: 60)[0].high == bands.bands(mean: 50, lead: 1)[0].high)
    }

    @Test func adjacentViolatorsArePooled() {
        #expect(neverFalling([1, 3, 2, 4], weights: [1, 1, 3, 1]) == [1, 2.25, 2.25, 4])
        #expect(neverFalling([3, 2, 1], weights: [1, 1, 1]) == [2, 2, 2])
        #expect(neverFalling([], weights: []) == [])
    }

    @Test func fewErrorsFallBackOnTheNormalLaw() {
        let bands = ConformalBands(
            errors: [[0.1], [.nan], [], [], []], enough: 20, longestLead: 84,
            judgedDays: 1_000_000_000_000_000)
        // A mean of 100 has scale √(100 + 100) = 14.1.
        #expect(
            abs(
                bands.bands(mean: 100, lead: 3)[0].high
                    - (100 + 1.5 * normalQuantile(0.9) * 200.0.squareRoot())) < 1e-9)
    }

    @Test func nothingExpectedIsCertainAndBoundsStayPositive() {
        let bands = ConformalBands(
            errors: [[], [], [], [], []], enough: 20, longestLead: 84, judgedDays: 1_000_000_000_000_000)
        let zero = ConformalBands(
            errors: [[], [], [], [], []], enough: 20, longestLead: 84, judgedDays: 1_000_000_000
        ).bands(
            mean: 0, lead: 9)
        #expect(zero.allSatisfy { $0.low == 0 && $0.high == 0 })
        let small = ConformalBands(
            errors: [[], [], [], [], []], enough: 20, longestLead: 84, judgedDays: 1_000_000_000
        ).bands(
            mean: 0.2, lead: 9)
        #expect(small.allSatisfy { $0.low == 0 && $0.high > 0.2 })
        #expect(bands.predictionBands(means: [], leads: { _ in 1 }).map(\.low) == [[], []])
    }

    @Test func quantilesRiseWithTheirLevelAndMeetTheBands() {
        let errors = (-49...49).map { Double($0) / 20 }
        let bands = ConformalBands(
            errors: [errors, [], [], [], []], enough: 30, longestLead: 84, judgedDays: 1_000_000_000_000_000)
        let levels = [0.001, 0.01, 0.025, 0.07, 0.1, 0.33, 0.5, 0.77, 0.9, 0.96, 0.975, 0.9999]
        for variation in [0, 0.3] {
            let values = levels.map { bands.quantile($0, mean: 80, lead: 3, variation: variation) }
            #expect(values == values.sorted())
            let bounds = bands.bands(mean: 80, lead: 3, variation: variation)
            #expect(bounds[0].low == values[4] && bounds[0].high == values[8])
            #expect(bounds[1].low == values[2] && bounds[1].high == values[10])
        }
        #expect(abs(bands.quantile(0.5, mean: 80, lead: 3) - 80) < 1e-9)
        #expect(bands.quantile(0.9, mean: 0, lead: 3) == 0)
    }

    /// Errors seen up to 7 days ahead grow like a random walk's beyond: twice as wide at 28.
    @Test func bandsWidenBeyondWhatWasJudged() {
        let errors = (-49...49).map { Double($0) / 20 }
        let bands = ConformalBands(
            errors: [errors, [], [], [], []], enough: 30, longestLead: 7, judgedDays: 1_000_000_000_000_000)
        let near = bands.bands(mean: 1000, lead: 7)[0].high - 1000
        let far = bands.bands(mean: 1000, lead: 28)[0].high - 1000
        #expect(abs(far - 2 * near) < 1e-9)
    }

    /// An effect known to ±30 % adds to the errors of ordinary days as variances add.
    @Test func anUncertainEffectWidens() {
        let errors = (-49...49).map { Double($0) / 20 }
        let bands = ConformalBands(
            errors: [errors, [], [], [], []], enough: 30, longestLead: 84, judgedDays: 1_000_000_000_000_000)
        let plain = bands.bands(mean: 100, lead: 1)[0].high - 100
        let wide = bands.bands(mean: 100, lead: 1, variation: 0.3)[0].high - 100
        let effect = normalQuantile(0.9) * 30
        #expect(abs(wide * wide - plain * plain - effect * effect) < 1e-6)
    }

    /// Errors that were all positive, 1 to 1.98 units: the lower bound is a quarter as far as the upper one.
    @Test func theMeanIsNeverABoundItself() {
        let errors = (0..<99).map { 1 + Double($0) / 100 }
        let bands = ConformalBands(
            errors: [errors, [], [], [], []], enough: 30, longestLead: 84, judgedDays: 1_000_000_000_000_000)
        let bounds = bands.bands(mean: 400, lead: 1)[0]
        #expect(abs((400 - bounds.low) * 4 - (bounds.high - 400)) < 1e-6)
        #expect(bounds.high > 400 + errorScale(400))
    }
}
