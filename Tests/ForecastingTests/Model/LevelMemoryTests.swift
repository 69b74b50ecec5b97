import Testing

@testable import Forecasting

@Suite struct LevelMemoryTests {
    @Test func aDeviationFadesByItsPersistence() {
        let fading = LevelMemory(smoothing: 0.1, persistence: 0.5)
        #expect(fading.factor(level: 1.4, lead: 1) == 1.4)
        #expect(abs(fading.factor(level: 1.4, lead: 3) - 1.1) < 1e-12)
        #expect(LevelMemory(smoothing: 0.1, persistence: 1).factor(level: 1.4, lead: 400) == 1.4)
    }
}
