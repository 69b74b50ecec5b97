import Testing
import Workforce

@testable import Reports

@Suite struct PhrasesTests {
    private let scenario = Sample.scenario()

    @Test func shortages() {
        let finding = Sample.plan().findings[0]
        #expect(
            Language.english.phrase(finding, in: scenario)
                == "Tuesday 24 Nov 10:00–10:30: up to 3\u{A0}agents short on Hotline, because all planned hours are already used"
        )
        #expect(
            Language.french.phrase(finding, in: scenario)
                == "Mardi 24 novembre 10:00–10:30\u{A0}: il manque jusqu’à 3\u{A0}téléconseillers sur Hotline, car toutes les heures planifiées sont déjà utilisées"
        )
    }

    @Test func brokenRule() {
        let finding = Sample.plan().findings[1]
        #expect(
            Language.english.phrase(finding, in: scenario)
                == "Léo Dupont, Wednesday 25 Nov: 10\u{A0}h of rest between two days, at least 11\u{A0}h")
    }

    @Test(arguments: Finding.Rule.allCases)
    func everyRuleHasItsOwnPhrase(rule: Finding.Rule) {
        for language in Language.allCases {
            let phrase = language.phrase(rule, actual: 61, limit: 60)
            #expect(phrase.count > 10)
            for other in Finding.Rule.allCases where other != rule {
                #expect(language.phrase(other, actual: 61, limit: 60) != phrase)
            }
        }
        #expect(
            Language.english.phrase(rule, actual: 61, limit: 60)
                != Language.french.phrase(rule, actual: 61, limit: 60))
    }

    @Test func everySubjectIsASentence() {
        let subjects: [Finding.Subject] = [
            .undoneWork(activity: Sample.dials, week: 0, hours: 12.5),
            .unfilledTour(campaign: Sample.hotline, week: 0, tour: Sample.tour),
            .untrained(agent: Sample.leo, campaign: Sample.hotline), .withoutTeam(agent: Sample.leo),
            .mismatch(.cost, who: "hotline", stated: 1234, recomputed: 1250),
            .mismatch(.headcount, who: "", stated: 3, recomputed: .nan),
        ]
        for subject in subjects {
            let finding = Finding(severity: .note, subject: subject)
            let texts = Language.allCases.map { $0.phrase(finding, in: scenario) }
            #expect(texts[0] != texts[1])
            #expect(texts.allSatisfy { $0.count > 10 })
        }
        let cost = Finding(severity: .note, subject: subjects[4])
        #expect(
            Language.english.phrase(cost, in: scenario)
                == "Hotline: cost is stated as €12.34, recomputed as €12.50")
    }

    @Test func namesDifferBetweenCases() {
        func distinct<Case: CaseIterable & Hashable>(_: Case.Type, _ name: (Case, Language) -> String) {
            for language in Language.allCases {
                let names = Set(Case.allCases.map { name($0, language) })
                #expect(names.count == Array(Case.allCases).count)
            }
        }
        distinct(Holiday.self) { $1.name($0) }
        distinct(LeaveKind.self) { $1.name($0) }
        distinct(CostItem.self) { $1.name($0) }
        distinct(BindingTarget.self) { $1.name($0) }
        distinct(Weekday.self) { $1.name($0) }
        distinct(PriceBasis.self) { $1.name($0) }
        distinct(Finding.ShortageCause.self) { $1.phrase($0) }
    }

    @Test func remarks() {
        let remark = ForecastRemark.missingDays((0..<10).map { Sample.monday + $0 })
        #expect(Language.english.phrase(remark).hasSuffix("30 Nov 2026 … and 2 more"))
        #expect(
            Language.french.phrase(.shortHistory(days: 60)).hasPrefix("historique court de 60\u{A0}jours"))
        #expect(
            Language.english.phrase(.widenedBands(.statedVolume))
                == "bands widened: the volume is stated, not learned")
        let curve = ForecastRemark.learningCurve(first: 1.0833, last: 1.02)
        #expect(
            Language.english.phrase(curve)
                == "learning curve of new agents: mean handle time × 1.08 in the first week, × 1.02 in the last"
        )
        #expect(Language.french.phrase(curve).contains("DMT moyenne × 1,08 la première semaine"))
        #expect(
            json(curve) == ["kind": "learningCurve", "first": JSONValue(1.0833), "last": JSONValue(1.02)])
    }

    @Test func progress() {
        #expect(
            progressLine(stage: "schedule", done: 3, total: 12, subject: "hotline", language: .english)
                == "Schedule 3/12 (25%)  hotline")
        #expect(
            progressLine(stage: "schedule", done: 3, total: 12, language: .french)
                == "Grille de vacations 3/12 (25\u{202F}%)")
        #expect(progressLine(stage: "forecast", done: 0, total: 0, language: .english) == "Forecast")
        #expect(progressLine(stage: "new", done: 7, total: 0, language: .english) == "New 7")
        #expect(progressLine(stage: "audit", done: .max, total: 1, language: .english).contains("100%"))
        #expect(progressLine(stage: "audit", done: -4, total: 9, language: .english).contains("0%"))
    }
}
