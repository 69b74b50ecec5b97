import Foundation
import Testing
import Workforce

@testable import Reports

@Suite struct AccuracyTests {
    private let report = SampleForecast.report()

    @Test func tablesInFrench() {
        // Own error 8 % against 11 % for the mean of eight, the better rival: 8 / 11 − 1 = −27 %.
        let expected = """
            Précision par jour
              Échéance  Jugées    WAPE  Semaine préc.  Moy. de 8  MASE  RMSE   Biais    wQL  dans 80 %  dans 95 %
              ────────  ──────  ──────  ─────────────  ─────────  ────  ────  ──────  ─────  ─────────  ─────────
              1 j           56   8,0 %         12,5 %     11,0 %  0,75  12,3  +1,5 %  6,0 %     80,4 %     94,6 %
              2–7 j         56  10,0 %         12,5 %     11,0 %  0,75  12,3  +1,5 %  6,0 %     80,4 %     94,6 %

            Précision par créneau
              Échéance  Jugées    WAPE  Semaine préc.  Moy. de 8  MASE  RMSE   Biais    wQL  dans 80 %  dans 95 %
              ────────  ──────  ──────  ─────────────  ─────────  ────  ────  ──────  ─────  ─────────  ─────────
              1 j           56  20,0 %         12,5 %     11,0 %     –  12,3  +1,5 %  6,0 %     80,4 %     94,6 %

            Plus gros écarts
              Jour                       Échéance  Prévu  Réel  Réel / prévu  Fourchette  Cause probable
              ─────────────────────────  ────────  ─────  ────  ────────────  ──────────  ────────────────────
              samedi 21 novembre 2026    2 j         100   150         +50 %  hors 95 %   veille de jour férié
              vendredi 20 novembre 2026  2 j         100    80         -20 %  hors 80 %   inconnue

              À 1 j : erreur de 8,0 % par jour, contre 11,0 % avec la moyenne des huit derniers mêmes jours (-27 %).
              WAPE (erreur absolue pondérée) : somme des écarts,
            """
        #expect(visible(accuracyText(report, language: .french)).hasPrefix(expected))
    }

    /// One sentence a measure, each ended, after the one on the gain.
    @Test(arguments: Language.allCases)
    func everyMeasureIsExplained(language: Language) {
        let legend = language.accuracyLegend
        #expect(legend.count == 7)
        for word in ["WAPE", "MASE", "RMSE", language("Bias", "Biais"), "wQL", "95"] {
            #expect(legend.contains { $0.contains(word) })
        }
        #expect(legend.allSatisfy { $0.hasSuffix(".") })
        let text = accuracyText(report, language: language)
        #expect(legend.allSatisfy { text.contains("  \($0)\n") })
    }

    @Test(arguments: [
        (1...1, "1 d"), (2...7, "2–7 d"), (8...28, "8–28 d"), (29...84, "29–84 d"),
    ])
    func leads(range: ClosedRange<Int>, name: String) {
        #expect(visible(Language.english.name(leads: range)) == name)
    }

    @Test func causes() {
        let causes: [ErrorCause?] = [
            .calendar(.bridge), .incomplete, .afterClosure, .isolated, .levelChange, nil,
        ]
        for language in Language.allCases {
            #expect(Set(causes.map { language.phrase($0) }).count == 6)
        }
        #expect(
            Language.english.phrase(.calendar(.schoolHolidays(zone: "C"))) == "school holidays, zone C")
    }

    /// Against the better of the week before and the mean of eight; a gain shown as 0 % is none.
    private static let rivals: [(Double, Double, Double, String?)] = [
        (
            0.08, 0.125, 0.11,
            "1 d ahead: error 8.0% by day against 11.0% for the mean of the last eight same weekdays (-27%)."
        ),
        (
            0.08, 0.1, 0.11,
            "1 d ahead: error 8.0% by day against 10.0% for repeating the week before (-20%)."
        ),
        (
            0.12, 0.125, 0.11,
            "1 d ahead: error 12.0% by day, no better than the mean of the last eight same weekdays (11.0%)."
        ),
        (
            0.0998, 0.1, 0.11,
            "1 d ahead: error 10.0% by day, no better than repeating the week before (10.0%)."
        ),
        (0, 0, 0, "1 d ahead: error 0.0% by day, no better than repeating the week before (0.0%)."),
        (
            0.08, .nan, 0.16,
            "1 d ahead: error 8.0% by day against 16.0% for the mean of the last eight same weekdays (-50%)."
        ),
        (0.08, .nan, .infinity, nil), (.nan, 0.1, 0.11, nil),
    ]

    @Test(arguments: rivals.indices) func gains(_ index: Int) {
        let (wape, weekBefore, meanOfEight, sentence) = AccuracyTests.rivals[index]
        var accuracy = SampleForecast.accuracy(1...1, wape: wape)
        (accuracy.naiveWAPE, accuracy.meanOfEightWAPE) = (weekBefore, meanOfEight)
        #expect(Language.english.gain(accuracy).map(visible) == sentence)
    }

    @Test func noGainInFrench() {
        #expect(
            Language.french.gain(SampleForecast.accuracy(1...1, wape: 0.12)).map(visible)
                == "À 1 j : erreur de 12,0 % par jour, pas mieux que la moyenne des huit derniers mêmes jours (11,0 %)."
        )
    }

    @Test func afterAClosureForPrograms() {
        var judged = report
        judged.worst[0].cause = .afterClosure
        #expect(accuracyJSON(judged).contains(#""cause":"afterClosure""#))
        #expect(
            accuracyText(judged, language: .french).contains("lendemain d’un jour sans contact"))
    }

    /// 100 forecast, 85–115 and 75–125.
    @Test(arguments: [
        (100.0, "inside"), (115, "inside"), (116, "outside 80%"), (75, "outside 80%"), (74, "outside 95%"),
        (126, "outside 95%"), (.nan, "inside"),
    ])
    func places(actual: Double, place: String) {
        #expect(Language.english.place(SampleForecast.judged(Sample.monday, actual: actual)) == place)
    }

    @Test(arguments: Language.allCases)
    func nothingToJudge(language: Language) {
        let none = AccuracyReport(day: [], slot: [], recent: [], worst: [])
        #expect(accuracyText(none, language: language) == language.nothingJudged + "\n")
        #expect(
            accuracyJSON(none)
                == #"{"day":[],"recent":[],"schema":"plateau.forecast-accuracy.v1","slot":[],"worst":[]}"#)
    }

    @Test func brokenFigures() throws {
        let broken = try #require(SampleForecast.broken().report)
        for language in Language.allCases {
            let text = accuracyText(broken, language: language)
            #expect(!namesNoNumber(text))
            // The first distance tells nothing; the gain is that of the second, 10 / 11 − 1.
            #expect(
                visible(text).contains(language("2–7 d ahead: error 10.0%", "À 2–7 j : erreur de 10,0 %")))
        }
        #expect(throws: Never.self) { try object(accuracyJSON(broken)) }
    }

    @Test func figuresForPrograms() throws {
        let root = try object(accuracyJSON(report))
        let second = try #require((root["day"] as? [[String: Any]])?.last)
        #expect(second["leadFrom"] as? Int == 2 && second["leadThrough"] as? Int == 7)
        #expect(second["wape"] as? Double == 0.1 && second["naiveWAPE"] as? Double == 0.125)
        #expect((root["slot"] as? [[String: Any]])?.first?["mase"] is NSNull)
        let worst = try #require(root["worst"] as? [[String: Any]])
        #expect(worst.map { $0["actual"] as? Double } == [150, 80])
    }
}
