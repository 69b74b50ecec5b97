import Testing

@testable import Forecasting

@Suite struct LevelMemoryTests {
    @Test func aDeviationFadesByItsPersistence() {
        let fading = LevelMemory(smoothing: 0.1, persistence: 0.5)
        #expect(fading.factor(level: 1.4, lead: 1) == 1.4)
        #expect(abs(fading.factor(level: 1.4, lead: 3) - 1.1) < 1e-12)
        #expect(LevelMemory(smoothing: 0.1, persistence: 1).factor(level: 1.4, lead: 400) == 1.4)
    }

    @Test func equalErrorsShareAlikeAndAPerfectCandidateWins() {
        let count = LevelMemory.candidates.count
        let levels = (0..<count).map { 1 + 0.1 * Double($0) }
        let mean = levels.reduce(0, +) / Double(count)
        #expect(abs(LevelBlend.even.factor(levels: levels, lead: 1) - mean) < 1e-12)
        let alike = LevelBlend(errors: [[Double](repeating: 3, count: count)])
        #expect(abs(alike.factor(levels: levels, lead: 1) - mean) < 1e-12)
        var errors = [Double](repeating: 3, count: count)
        errors[1] = 0
        // The second has a persistence of 1: its level holds for ever.
        #expect(abs(LevelBlend(errors: [errors]).factor(levels: levels, lead: 1) - levels[1]) < 1e-9)
        #expect(abs(LevelBlend(errors: [errors]).factor(levels: levels, lead: 50) - levels[1]) < 1e-9)
    }

    @Test func bucketsWithoutErrorsCountLikeTheOneBefore() {
        let count = LevelMemory.candidates.count
        let none = [Double](repeating: 0, count: count)
        var errors = [Double](repeating: 1, count: count)
        errors[count - 1] = 0.01
        let blend = LevelBlend(errors: [errors, none, none, none])
        let levels = [Double](repeating: 2, count: count - 1) + [1]
        for lead in [1, 5, 20, 80] { #expect(abs(blend.factor(levels: levels, lead: lead) - 1) < 1e-6) }
    }
}
