import Testing
import Workforce

@testable import Reports

@Suite struct IntradayTests {
    private let update = SampleForecast.intraday()

    /// 412 / 381 − 1 = 8.1 %; the slot without contacts is not shown.
    @Test func restOfTheDayInFrench() {
        #expect(
            visible(intradayText(update, language: .french)) == """
                mardi 24 novembre 2026, à 11:00
                  412 contacts reçus à 11:00, 8 % de plus que prévu (381) ; 62 % de l’écart est reporté sur le reste de la journée.

                Reste de la journée
                  Horaire          Avant  À présent  bas 80 %  haut 80 %  bas 95 %  haut 95 %
                  ───────────────  ─────  ─────────  ────────  ─────────  ────────  ─────────
                  11:00–11:30       50,0       52,5        45         60        40         66
                  11:30–12:00       40,0       42,0        35         49        30         55
                  ───────────────  ─────  ─────────  ────────  ─────────  ────────  ─────────
                  Journée entière    471        507       495        518       488        525

                """)
    }

    @Test(arguments: [
        (
            412.0, 381.0,
            "412 contacts by 11:00, 8% above what was forecast (381); 62% of the deviation is carried over"
        ),
        (
            90, 100,
            "90 contacts by 11:00, 10% below what was forecast (100); 62% of the deviation is carried over"
        ),
        (100, 100.4, "100 contacts by 11:00, as forecast (100)"),
        (1, 0, "1 contact by 11:00, where none was forecast"),
        (.nan, 100, "– by 11:00, 100 forecast"),
        (5, .nan, "5 contacts by 11:00, – forecast"), (5, .infinity, "5 contacts by 11:00, – forecast"),
    ])
    func sentences(soFar: Double, expected: Double, sentence: String) {
        var changed = update
        (changed.soFar, changed.expectedSoFar) = (soFar, expected)
        #expect(visible(Language.english.phrase(changed)) == sentence)
    }

    @Test func severalActivitiesBeginWithATable() {
        let updates = [(name: "Hotline", update: update), (name: "Ventes\u{1B}[1m", update: update)]
        let text = visible(intradayText(updates, language: .english))
        #expect(
            text.hasPrefix(
                """
                The day by activity
                  Activity    As of  So far  Forecast  Deviation  Day before  Day now  low 80%  high 80%  low 95%  high 95%
                  ──────────  ─────  ──────  ────────  ─────────  ──────────  ───────  ───────  ────────  ───────  ────────
                  Hotline     11:00     412       381        +8%         471      507      495       518      488       525
                  Ventes [1m  11:00     412       381        +8%         471      507      495       518      488       525

                Hotline
                Tue 24 Nov 2026, as of 11:00

                """))
        #expect(!text.contains("\u{1B}"))
        let one = intradayText([updates[0]], language: .english)
        #expect(one.hasPrefix("Hotline\nTue 24 Nov 2026"))
        for language in Language.allCases { #expect(intradayText([], language: language).count > 10) }
    }

    @Test func remainingSlots() {
        #expect(
            String(decoding: intradayCSV(update), as: UTF8.self) == """
                start,mean,low80,high80,low95,high95
                2026-11-24 11:00,52.5,45.0,60.0,40.0,66.0
                2026-11-24 11:30,42.0,35.0,49.0,30.0,55.0
                2026-11-24 12:00,0.0,0.0,0.0,0.0,0.0

                """)
    }

    @Test func namesAreNeverFormulas() {
        let rows = String(
            decoding: intradayCSV([
                ("=HYPERLINK(\"x\")", update), ("Ventes, été", update), ("@a", update),
            ]), as: UTF8.self
        ).split(separator: "\n")
        #expect(rows.count == 1 + 9)
        #expect(rows[0] == "activity,start,mean,low80,high80,low95,high95")
        #expect(rows[1].hasPrefix("\"'=HYPERLINK(\"\"x\"\")\",2026-11-24 11:00,52.5,"))
        #expect(rows[4].hasPrefix("\"Ventes, été\",2026-11-24 11:00"))
        #expect(rows[7].hasPrefix("'@a,2026-11-24 11:00"))
    }

    @Test func figuresForPrograms() throws {
        let one = try object(intradayJSON(update))
        #expect(one["schema"] as? String == "plateau.forecast-intraday.v1")
        #expect(one["asOf"] as? String == "11:00" && one["carriedOver"] as? Double == 0.62)
        let rows = try #require(one["rows"] as? [[String: Any]])
        #expect(rows.count == 3 && rows[1]["before"] as? Double == 40 && rows[1]["high95"] as? Double == 55)
        let day = try #require(one["day"] as? [String: Any])
        #expect(day["before"] as? Double == 471 && day["mean"] as? Double == 506.5)
        #expect(day["low80"] as? Double == 495)
        let several = try object(intradayJSON([("A\"", update), ("B", update)]))
        #expect(several["schema"] as? String == "plateau.forecast-intraday.v1")
        let activities = try #require(several["activities"] as? [[String: Any]])
        #expect(activities.map { $0["name"] as? String } == ["A\"", "B"])
        #expect(activities[1]["soFar"] as? Double == 412)
    }

    @Test func aDayThatIsOverOrBroken() throws {
        var over = update
        (over.mean, over.before, over.bands, over.dayBands) = ([], [], [], [])
        over.day = .nan
        over.carriedOver = .infinity
        for language in Language.allCases {
            let text = intradayText(over, language: language)
            #expect(text.contains(language("The day is over", "La journée est finie")))
            #expect(!namesNoNumber(text))
        }
        #expect(throws: Never.self) { try object(intradayJSON(over)) }
        #expect(intradayCSV(over) == Array("start,mean,low80,high80,low95,high95\n".utf8))
    }
}
