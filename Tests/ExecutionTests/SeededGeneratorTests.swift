import Testing

@testable import Execution

@Suite struct SeededGeneratorTests {
    /// From an independent implementation of SplitMix64 and xoshiro256**.
    static let numbers: [(UInt64, [UInt64])] = [
        (0, [11_091_344_671_253_066_420, 13_793_997_310_169_335_082, 1_900_383_378_846_508_768]),
        (1, [12_966_619_160_104_079_557, 9_600_361_134_598_540_522, 10_590_380_919_521_690_900]),
        (42, [1_546_998_764_402_558_742, 6_990_951_692_964_543_102, 12_544_586_762_248_559_009]),
        (.max, [10_328_197_420_357_168_392, 14_156_678_507_024_973_869, 9_357_971_779_955_476_126]),
    ]

    @Test(arguments: numbers)
    func theSameSeedGivesTheseNumbers(_ seed: UInt64, _ expected: [UInt64]) {
        var generator = SeededGenerator(seed: seed)
        #expect(expected.map { _ in generator.next() } == expected)
    }

    @Test func streamsAreSeedsOfTheirOwn() {
        var third = SeededGenerator(seed: 1, stream: 3)
        #expect(third.next() == 18_186_786_309_662_633_654)
        var zero = SeededGenerator(seed: 9, stream: 0)
        var plain = SeededGenerator(seed: 9)
        #expect(zero.next() == plain.next())
        var negative = SeededGenerator(seed: 9, stream: -1)
        #expect(negative.next() != plain.next())
    }

    @Test func uniformStaysBelowOneWithTheRightMoments() {
        var generator = SeededGenerator(seed: 5)
        let values = (0..<100_000).map { _ in generator.uniform() }
        let mean = values.reduce(0, +) / 100_000
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
        #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
        #expect(abs(mean - 0.5) < 0.005)
        #expect(abs(variance - 1.0 / 12) < 0.002)
    }

    @Test(arguments: [-4, 0, 1, 2, 7, 1000])
    func belowStaysInRangeAndReachesIt(_ bound: Int) {
        var generator = SeededGenerator(seed: 3)
        let values = Set((0..<20_000).map { _ in generator.below(bound) })
        #expect(values == Set(0..<max(1, bound)))
    }

    @Test func normalHasMeanZeroAndDeviationOne() {
        var generator = SeededGenerator(seed: 11)
        let values = (0..<100_000).map { _ in generator.normal() }
        let mean = values.reduce(0, +) / 100_000
        let variance = values.reduce(0) { $0 + $1 * $1 } / 100_000
        #expect(abs(mean) < 0.015)
        #expect(abs(variance - 1) < 0.02)
    }

    /// Mean and variance of Poisson counts are both the mean asked for.
    @Test(arguments: [0.1, 1, 7.5, 29.9, 30, 31, 200])
    func poissonHasItsMeanAndVariance(_ mean: Double) {
        var generator = SeededGenerator(seed: 2)
        let count = 20_000
        let values = (0..<count).map { _ in Double(generator.poisson(mean: mean)) }
        let average = values.reduce(0, +) / Double(count)
        let variance = values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(count)
        // Five standard errors of each.
        #expect(abs(average - mean) < 5 * (mean / Double(count)).squareRoot())
        #expect(abs(variance - mean) < 5 * ((2 * mean * mean + mean) / Double(count)).squareRoot())
    }

    @Test(arguments: [0, -3, Double.nan])
    func poissonOfNoMeanIsZero(_ mean: Double) {
        var generator = SeededGenerator(seed: 2)
        #expect(generator.poisson(mean: mean) == 0)
    }
}
