import Execution
import Testing

@testable import Simulation

@Suite struct EstimateTests {
    /// Tables of Student's t, 95 % and 99 % two-sided.
    @Test(arguments: [
        (1, 12.7062, 63.6567), (2, 4.30265, 9.92484), (5, 2.57058, 4.03214), (10, 2.22814, 3.16927),
        (29, 2.04523, 2.75639), (99, 1.98422, 2.62641), (999, 1.96234, 2.58076),
    ])
    func quantilesAgreeWithTables(_ degrees: Int, _ at95: Double, _ at99: Double) {
        #expect(abs(StudentT.quantile(centralProbability: 0.95, degrees: degrees) - at95) < 1e-4)
        #expect(abs(StudentT.quantile(centralProbability: 0.99, degrees: degrees) - at99) < 1e-4)
    }

    @Test func edgesAreDefined() {
        #expect(StudentT.quantile(centralProbability: 0.95, degrees: 0) == .infinity)
        #expect(StudentT.quantile(centralProbability: 0, degrees: 3) == 0)
        #expect(StudentT.quantile(centralProbability: 1, degrees: 3) == .infinity)
        #expect(RatioEstimate(numerators: [], denominators: []) == nil)
        #expect(RatioEstimate(numerators: [0, 0], denominators: [0, 0]) == nil)
        #expect(RatioEstimate(numerators: [1], denominators: [2])?.halfWidth == .infinity)
        #expect(RatioEstimate(numerators: [1, 2, 3], denominators: [2, 4, 6])?.halfWidth == 0)
    }

    /// Shares of normal noise around a ratio of 0.3.
    @Test func ratioIntervalsHoldTheirRatio() throws {
        var generator = SeededGenerator(seed: 5)
        var held = 0
        for _ in 0..<2000 {
            let sizes = (0..<20).map { _ in 100 + 10 * generator.normal() }
            let parts = sizes.map { 0.3 * $0 + 4 * generator.normal() }
            let estimate = try #require(RatioEstimate(numerators: parts, denominators: sizes))
            if (estimate.low...estimate.high).contains(0.3) { held += 1 }
        }
        #expect((1870...1930).contains(held), "\(held)")
    }

    @Test func gammaFactorsHaveTheirMoments() {
        var generator = SeededGenerator(seed: 8)
        for variation in [0.05, 0.2, 1, 1.5] {
            let draws = (0..<200_000).map { _ in generator.gammaFactor(variation: variation) }
            let mean = draws.reduce(0, +) / 200_000
            let square = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 200_000
            #expect(abs(mean - 1) < 0.015)
            #expect(abs(square.squareRoot() / variation - 1) < 0.03)
            #expect(draws.allSatisfy { $0 >= 0 && $0.isFinite })
        }
        for absurd in [0, -1, Double.nan, .infinity] {
            #expect(generator.gammaFactor(variation: absurd) == 1)
        }
    }
}
