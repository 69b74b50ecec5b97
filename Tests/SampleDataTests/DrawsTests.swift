import Execution
import Testing

@testable import SampleData

@Suite struct DrawsTests {
    @Test(arguments: [0.05, 0.2, 0.8])
    func gammaHasMeanOneAndItsVariation(variation: Double) {
        var generator = SeededGenerator(seed: 7)
        let draws = (0..<20_000).map { _ in generator.gamma(variation: variation) }
        let mean = draws.reduce(0, +) / 20_000
        let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
        #expect(abs(mean - 1) < 4 * variation / 141)
        #expect(abs(variance.squareRoot() / variation - 1) < 0.06)
    }

    @Test func aShuffleKeepsEveryElement() {
        var generator = SeededGenerator(seed: 3)
        let shuffled = generator.shuffled(Array(0..<50))
        #expect(shuffled != Array(0..<50))
        #expect(shuffled.sorted() == Array(0..<50))
        #expect(generator.shuffled([Int]()).isEmpty)
    }
}
