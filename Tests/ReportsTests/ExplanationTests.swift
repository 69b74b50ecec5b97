import Foundation
import Testing
import Workforce

@testable import Reports

@Suite struct ExplanationTests {
    private func explanation(
        _ formula: SizingExplanation.Formula = .erlangA(patience: Seconds(180)),
        target: ServiceTarget = ServiceTarget()
    ) -> SizingExplanation {
        SizingExplanation(
            activity: Sample.calls, interval: 20, isOpen: true, forecastMethod: .volumeProfile,
            contacts: 123.44, handleSeconds: 245, offeredLoad: 16.8, sizedLoad: 17.25,
            load: .modifiedOfferedLoad, formula: formula, target: target,
            targets: [
                .init(
                    kind: .serviceLevel, limit: 0.8, value: 0.8123, isMet: true, valueOneFewer: 0.7544,
                    binds: true),
                .init(
                    kind: .answerSpeed, limit: 30, value: 8.25, isMet: true, valueOneFewer: nil, binds: true),
            ],
            service: .init(
                agents: 20, serviceLevel: 0.8123, occupancy: 0.84, abandonment: 0.02,
                answerSpeedSeconds: 8.25),
            serviceOneFewer: .init(
                agents: 19, serviceLevel: 0.7544, occupancy: 0.88, abandonment: 0.03,
                answerSpeedSeconds: nil),
            binding: .serviceLevel, positions: 20, shrinkage: Shrinkage(external: 0.08, internal: 0.06),
            beforeRounding: 23.13, scheduled: 24, scheduledPerInterval: nil)
    }

    @Test func everyStepIsSaid() {
        let text = explanationText([explanation()], scenario: Sample.scenario(), language: .english)
        for part in [
            "Hotline: Mon 23 Nov 2026, 10:00–10:30", "123.4", "16.80", "17.25", "Jennings", "Erlang A",
            "Garnett, Mandelbaum & Reiman 2002", "23.13", "20 / ((1 − 8.0%) × (1 − 6.0%))", "with 20",
            "with 19", "≥ 80.00%", "81.23%", "75.44%", "decides", "≤ 30.0\u{A0}s", "infinite",
        ] { #expect(text.contains(part), "\(part)") }
        let french = explanationText([explanation()], scenario: Sample.scenario(), language: .french)
        #expect(french.contains("81,23") && french.contains("Charge offerte") && !french.contains("load"))
    }

    @Test(
        arguments: [
            .erlangC, .generalService(variation: 0.5), .erlangA(patience: Seconds(60)),
            .generalPatience(patience: Seconds(60), law: .uniform),
            .generalPatience(patience: Seconds(60), law: .weibull(shape: 2)),
            .generalPatience(patience: Seconds(60), law: .lognormal(variation: 0.8)),
            .generalPatience(patience: Seconds(60), law: .deterministic),
            .chat(concurrency: 3, slowdown: 0.2, patience: nil),
            .chat(concurrency: 3, slowdown: 0.2, patience: Seconds(90)),
        ] as [SizingExplanation.Formula])
    func everyFormulaHasItsSource(_ formula: SizingExplanation.Formula) {
        for language in Language.allCases {
            let text = explanationText(
                [explanation(formula)], scenario: Sample.scenario(), language: language)
            #expect(
                text.contains("(Erlang 1917)") || text.contains("2002)") || text.contains("2013)")
                    || text.contains("2005)") || text.contains("1959)"))
        }
    }

    @Test(arguments: ServiceLevelBasis.allCases, TargetPeriod.allCases)
    func everyDefinitionIsNamed(_ basis: ServiceLevelBasis, _ period: TargetPeriod) {
        var one = explanation(target: ServiceTarget(basis: basis, period: period))
        one.targets[0].kind = period == .interval ? .serviceLevel : .periodServiceLevel
        let texts = Language.allCases.map {
            explanationText([one], scenario: Sample.scenario(), language: $0)
        }
        #expect(texts[0] != texts[1])
        #expect(texts[0].contains("offered") || texts[0].contains("answered") || texts[0].contains("without"))
        #expect(period == .interval || texts[0].contains("over the \(period.rawValue)"))
    }

    @Test func jsonHasEveryFigure() throws {
        let text = explanationJSON([explanation(), explanation(.erlangC)], scenario: Sample.scenario())
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "plateau.explanation.v1")
        let found = try #require(object["explanations"] as? [[String: Any]])
        #expect(found.count == 2 && found[0]["time"] as? String == "10:00")
        #expect(found[0]["sizedLoad"] as? Double == 17.25 && found[0]["scheduled"] as? Int == 24)
        #expect((found[0]["targets"] as? [[String: Any]])?.count == 2)
        #expect((found[1]["formula"] as? [String: Any])?["name"] as? String == "erlangC")
    }

    @Test func uncertaintyAndRedialsAreSaid() {
        var one = explanation()
        let scenario = Sample.scenario()
        let certain = explanationText([one], scenario: scenario, language: .english)
        #expect(certain.contains("sized for the volume expected") && !certain.contains("Redials"))
        (one.rateVariation, one.redialShare) = (0.083, 0.4)
        let text = explanationText([one], scenario: scenario, language: .english)
        #expect(text.contains("8.3%") && text.contains("Jongbloed & Koole 2001"))
        #expect(text.contains("40.0%") && text.contains("Redials"))
    }

    @Test func nothingAskedGivesNothing() {
        #expect(explanationText([], scenario: Sample.scenario(), language: .english) == "")
    }
}
