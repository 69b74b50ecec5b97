import Testing

@testable import PlanFiles

struct EffectTextTests {
    @Test(arguments: [
        ("+20 %", 1.2), ("-30%", 0.7), ("−30 %", 0.7), ("–30%", 0.7), ("+0 %", 1), ("-100 %", 0),
        ("+7,5 %", 1.075),
        ("1.2", 1.2), ("1,2", 1.2), ("x1.2", 1.2), ("×1,2", 1.2), ("X 2", 2), ("0", 0), ("100", 100),
        ("-0.3", 0.7), ("+0,3", 1.3), ("+1", 2), ("-1", 0), ("-150 %", -0.5),
    ])
    func factorsAreRead(_ text: String, _ factor: Double) {
        #expect(EffectText.factor(text) == factor)
    }

    /// A sign without `%` beyond one, and `%` without a sign, could mean two things.
    @Test(arguments: [
        ("+20", "+20 %"), ("-30", "-30 %"), ("20 %", "+20 %"), ("30%", "+30 %"), ("+1,5", "+1.5 %"),
        ("much", nil), ("x", nil), ("x-1", nil), ("x+1", nil), ("%", nil), ("", nil), ("+-3 %", nil),
    ])
    func othersAreRefusedWithASuggestion(_ text: String, _ suggestion: String?) {
        #expect(EffectText.factor(text) == nil)
        #expect(EffectText.suggestion(text) == suggestion)
    }
}
