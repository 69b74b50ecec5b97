import Testing
import Workforce

@Suite struct LearningCurveTests {
    private let curve = LearningCurve(start: 1.4, halfLife: Seconds(28 * 86_400))

    /// The excess of 40 % halves every four weeks.
    @Test(arguments: [(0, 1.4), (28, 1.2), (56, 1.1), (84, 1.05), (14, 1.282_842_712_5), (-9, 1.4)])
    func theExcessHalves(_ days: Int, _ factor: Double) {
        #expect(abs(curve.factor(daysSinceHire: days) - factor) < 1e-9)
    }

    @Test func itFallsTowardsOne() {
        let factors = (0...4000).map { curve.factor(daysSinceHire: $0) }
        #expect(zip(factors, factors.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(factors.allSatisfy { $0 >= 1 && $0 <= 1.4 } && factors[4000] < 1 + 1e-9)
    }

    @Test(arguments: [1, 0.8, 0, -3, .nan, .infinity])
    func oddStartsAreNone(_ start: Double) {
        #expect(LearningCurve(start: start, halfLife: Seconds(86_400)).factor(daysSinceHire: 3) == 1)
    }

    @Test func withoutALengthLearningIsInstant() {
        let curve = LearningCurve(start: 1.4, halfLife: Seconds(0))
        #expect(curve.factor(daysSinceHire: 0) == 1.4 && curve.factor(daysSinceHire: 1) == 1)
    }
}
