import Foundation
import Testing
import Workforce

@testable import Reports

/// Space and no-break spaces as the reader sees them.
func visible(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
}

/// Whether a number that is none was written as a word.
func namesNoNumber(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains { ["nan", "inf", "infinity"].contains($0.lowercased()) }
}

func object(_ json: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
}

@Suite struct HistoryForecastTextTests {
    private let forecast = SampleForecast.history()

    @Test func everythingInEnglish() {
        // Handle time of the first day: (100 × 240 + 20.5 × 300) / 120.5 = 250.2 s.
        let expected = """
            Forecast
              Day          Contacts  low 80%  high 80%  low 95%  high 95%  quantile 97.5%         AHT
              ───────────  ────────  ───────  ────────  ───────  ────────  ──────────────  ──────────
              23 Nov 2026       121      105       136       97       144             142  4 min 10 s
              24 Nov 2026        80       70        90       62        98              97   4 min 5 s
              ───────────  ────────  ───────  ────────  ───────  ────────  ──────────────  ──────────
              Total             201

            Calendar and events
              Cause                Effect     80% range   Days seen
              ───────────────────  ──────  ────────────  ──────────
              Morrow of a holiday    +12%   +5% to +20%           7
              =mailing <b>           +30%             –       given
              Bridge day             -65%  -80% to -50%  never seen

            Corrections by planners
              Days                                    Change  Before → after  By                 Reason
              ──────────────────────────────────────  ──────  ──────────────  ─────────────────  ──────────────────────────
              23 Nov 2026 – 24 Nov 2026, 09:00–12:00    +10%   1,200 → 1,320  Inès, 20 Nov 2026  <mailing> &  [31mcatalogue

              Mean error on the past 8.1% by day, 19.3% by slot, bias -1.2% (6 trials)
              Short history of 60 days: take the bands with care

            """
        #expect(visible(historyForecastText(forecast, language: .english)) == expected)
    }

    @Test func planners() {
        let text = visible(historyForecastText(forecast, language: .french))
        for line in [
            "Calendrier et événements\n  Cause                    Effet   Fourchette 80 %  Jours observés\n",
            "  Lendemain de jour férié  +12 %   de +5 % à +20 %               7\n",
            "  =mailing <b>             +30 %                 –           saisi\n",
            "  Pont                     -65 %  de -80 % à -50 %       jamais vu\n",
            "  23/11/2026 – 24/11/2026, 09:00–12:00       +10 %  1 200 → 1 320  Inès, 20/11/2026  <mailing>",
            "quantile 97,5 %", "  Erreur moyenne sur le passé 8,1 % par jour",
        ] {
            #expect(text.contains(line), "\(line)")
        }
        #expect(!text.contains("\u{1B}"))
    }

    /// 200.5 contacts; the week's own bounds, not the sums of the days'.
    @Test func weeks() {
        let text = visible(historyForecastWeeksText(forecast, language: .french))
        #expect(
            text.hasPrefix(
                """
                Prévision par semaine
                  Semaine                  Jours  Contacts  bas 80 %  haut 80 %  bas 95 %  haut 95 %         DMT
                  ───────────────────────  ─────  ────────  ────────  ─────────  ────────  ─────────  ──────────
                  Semaine 48 (23/11/2026)      2       201       181        221       171        231  4 min 10 s
                  ───────────────────────  ─────  ────────  ────────  ─────────  ────────  ─────────  ──────────
                  Total                        2       201

                Calendrier et événements

                """))
    }

    @Test func longHorizonsAreShownByWeek() {
        let long = SampleForecast.long()
        #expect(historyForecastText(long, language: .english).hasPrefix("Forecast by week\n"))
        var five = long
        five.dailyMean.removeLast(35)
        #expect(historyForecastText(five, language: .english).hasPrefix("Forecast\n"))
        var without = long
        without.weeks = []
        #expect(historyForecastText(without, language: .english).hasPrefix("Forecast\n"))
    }

    @Test func bareFiguresAreATable() {
        #expect(
            historyForecastText(SampleForecast.bare(), language: .english) == """
                Forecast
                  Day          Contacts
                  ───────────  ────────
                  23 Nov 2026       100
                  ───────────  ────────
                  Total             100

                """)
    }

    @Test(arguments: Language.allCases)
    func nothingBreaksIt(language: Language) {
        for forecast in [SampleForecast.broken(), SampleForecast.empty()] {
            let texts = [
                historyForecastText(forecast, language: language),
                historyForecastWeeksText(forecast, language: language),
            ]
            for text in texts {
                #expect(!text.isEmpty)
                #expect(!namesNoNumber(text))
            }
        }
    }
}

@Suite struct HistoryForecastTableTests {
    @Test func rowsAndQuantiles() {
        #expect(
            String(decoding: historyForecastCSV(SampleForecast.history()), as: UTF8.self) == """
                start,mean,low80,high80,low95,high95,q97.5
                2026-11-23 00:00,100.0,90.0,110.0,80.0,120.0,118.0
                2026-11-23 12:00,20.5,15.0,26.0,10.0,31.5,30.0
                2026-11-24 00:00,80.0,70.0,90.0,60.0,100.0,98.0
                2026-11-24 12:00,0.0,0.0,0.0,0.0,0.0,0.0

                """)
    }

    /// The contract's columns stand there even without bands.
    @Test func daysWithoutBands() {
        #expect(
            String(decoding: historyForecastCSV(SampleForecast.bare()), as: UTF8.self) == """
                start,mean,low80,high80,low95,high95
                2026-11-23,100.0,,,,
                2026-11-24,0.0,,,,

                """)
    }

    @Test func weeks() {
        var forecast = SampleForecast.history()
        #expect(
            String(decoding: historyForecastWeeksCSV(forecast), as: UTF8.self) == """
                week,days,mean,low80,high80,low95,high95,handleTime
                2026-11-23,2,200.5,180.5,220.5,170.5,231.0,250.0

                """)
        forecast.weeks[0].handleSeconds = nil
        #expect(
            String(decoding: historyForecastWeeksCSV(forecast), as: UTF8.self) == """
                week,days,mean,low80,high80,low95,high95
                2026-11-23,2,200.5,180.5,220.5,170.5,231.0

                """)
    }

    @Test func whatIsNotFiniteIsEmpty() {
        #expect(
            String(decoding: historyForecastCSV(SampleForecast.broken()), as: UTF8.self) == """
                start,mean,low80,high80,low95,high95,q10
                2026-11-23 00:00,,,110.0,,,
                2026-11-23 12:00,,,26.0,,,
                2026-11-24 00:00,,,90.0,,,
                2026-11-24 12:00,0.0,,0.0,,,

                """)
        #expect(
            String(decoding: historyForecastCSV(SampleForecast.empty()), as: UTF8.self)
                == "start,mean,low80,high80,low95,high95\n")
    }

    @Test(arguments: [
        (0.1, "10"), (0.975, "97.5"), (0.5, "50"), (0.001, "0.1"), (1, "100"), (0.99999, "99.999"), (0, "0"),
    ])
    func quantileNames(level: Double, name: String) { #expect(percentName(level) == name) }

    @Test(arguments: [Double.nan, .infinity]) func noNameForNoNumber(level: Double) {
        #expect(percentName(level) == nil)
    }
}

@Suite struct HistoryForecastJSONTests {
    @Test func everyPartIsThere() throws {
        let root = try object(historyForecastJSON(SampleForecast.history()))
        #expect(root["schema"] as? String == "plateau.forecast-history.v1")
        let rows = try #require(root["rows"] as? [[String: Any]])
        #expect(rows.count == 4)
        #expect(rows[1]["start"] as? String == "2026-11-23 12:00")
        #expect(rows[1]["handleTime"] as? Double == 300 && rows[1]["high95"] as? Double == 31.5)
        #expect(rows[3]["handleTime"] == nil)
        let days = try #require(root["days"] as? [[String: Any]])
        #expect(days[1]["date"] as? String == "2026-11-24" && days[1]["low80"] as? Double == 70)
        let weeks = try #require(root["weeks"] as? [[String: Any]])
        #expect(weeks[0]["week"] as? String == "2026-11-23" && weeks[0]["days"] as? Int == 2)
        #expect(weeks[0]["handleTime"] as? Double == 250 && weeks[0]["high95"] as? Double == 231)
        let quantiles = try #require(root["quantiles"] as? [[String: Any]])
        #expect(quantiles[0]["level"] as? Double == 0.975 && quantiles[0]["days"] as? [Double] == [142, 97])
        let effects = try #require(root["effects"] as? [[String: Any]])
        #expect(effects.map { $0["cause"] as? String } == ["holidayMorrow", "event:=mailing <b>", "bridge"])
        #expect(effects.map { $0["given"] as? Bool } == [false, true, false])
        let overrides = try #require(root["overrides"] as? [[String: Any]])
        #expect(
            overrides[0]["author"] as? String == "Inès" && overrides[0]["written"] as? String == "2026-11-20")
        #expect(overrides[0]["reason"] as? String == "<mailing> & \u{1B}[31mcatalogue")
        #expect((overrides[0]["change"] as? [String: Any])?["factor"] as? Double == 1.1)
        #expect((overrides[0]["hours"] as? [String: Any])?["until"] as? String == "12:00")
        #expect((root["remarks"] as? [[String: Any]])?.count == 1)
        let report = try #require(root["report"] as? [String: Any])
        #expect((report["worst"] as? [[String: Any]])?.first?["cause"] as? String == "holidayEve")
    }

    @Test func absentPartsAreLeftOut() throws {
        let root = try object(historyForecastJSON(SampleForecast.bare()))
        #expect(root["report"] == nil && root["accuracy"] == nil)
        for key in ["weeks", "quantiles", "effects", "overrides", "remarks"] {
            #expect((root[key] as? [Any])?.isEmpty == true)
        }
        let row = try #require((root["rows"] as? [[String: Any]])?.first)
        #expect(row["low80"] is NSNull && row["mean"] as? Double == 100)
    }

    @Test func brokenFiguresStillParse() throws {
        for forecast in [SampleForecast.broken(), SampleForecast.empty()] {
            let text = historyForecastJSON(forecast)
            #expect(!namesNoNumber(text))
            #expect(throws: Never.self) { try object(text) }
        }
    }

    @Test func fixedContactsADay() throws {
        var forecast = SampleForecast.history()
        forecast.overrides[0].override.change = .contactsPerDay(500)
        forecast.overrides[0].override.hours = nil
        let text = historyForecastJSON(forecast)
        #expect(text.contains(#""change":{"contacts":500.0,"kind":"contactsPerDay"}"#))
        #expect(text.contains(#""hours":null"#))
        #expect(historyForecastText(forecast, language: .french).contains("500 par jour"))
    }
}
