import Foundation
import PlanFiles
import Testing
import Workforce

struct ReadEventsTests {
    private func read(_ text: String) throws -> (events: [DayEvent]?, diagnostics: [Diagnostic]) {
        try withFile(text) { readEvents(file: $0) }
    }

    @Test func bothLanguagesAndEverySeparatorGiveTheSame() throws {
        let texts = [
            "date,name,until,effect,campaign\n2026-12-01,Mailing,2026-12-03,+20 %,hotline\n2026-01-05,Outage,,,\n",
            "date;nom;jusqu'au;effet;opération\r\n01/12/2026;Mailing;03/12/2026;\"x1,2\";hotline\r\n05/01/2026;Outage;;;\r\n",
            "nom\tdate\teffet\tau\tcampagne\nOutage\t05/01/2026\t\t\t\nMailing\t01/12/2026\t+0,2\t03/12/2026\thotline\n",
        ]
        let expected = [
            DayEvent(name: "Outage", days: day("2026-01-05")...day("2026-01-05")),
            DayEvent(
                name: "Mailing", days: day("2026-12-01")...day("2026-12-03"), factor: 1.2,
                campaign: Identifier("hotline")),
        ]
        for text in texts {
            let found = try read(text)
            #expect(found.diagnostics == [])
            #expect(found.events == expected)
        }
    }

    @Test func daysOfOneNameMayHaveDifferentEffects() throws {
        let found = try read(
            "date;name;effect\n2026-12-01;Spot;+10 %\n2026-12-02;Spot;+30 %\n2026-12-03;Spot;\n")
        #expect(found.events?.map(\.factor) == [1.1, 1.3, nil])
    }

    @Test func oneNameOnOneDayOfTwoCampaignsIsTwoEvents() throws {
        let found = try read("date;name;campaign\n2026-12-01;Spot;a\n2026-12-01;Spot;b\n2026-12-01;Mail;a\n")
        #expect(found.events?.count == 3)
    }

    /// However many days of one name there are, and in whatever order.
    @Test func twoThousandDaysOfOneNameAreCompared() throws {
        let first = day("2020-01-01")
        let rows = (0..<2000).map { "\((first + $0 * 7 % 2000).iso8601);Spot\n" }.joined()
        #expect(try read("date;name\n" + rows).events?.count == 2000)
        let twice = try read("date;name\n" + rows + "2020-01-01;Spot\n")
        #expect(
            twice.diagnostics.map(\.problem) == [
                .meaning(.overlappingPeriods(name: "Spot", firstLine: 2))
            ])
    }

    @Test(arguments: [
        ("2026-12-01;Spot;;+20;", "value.malformed", 2), ("2026-12-01;Spot;;-150 %;", "value.below", 2),
        ("2026-12-01;Spot;;101;", "value.above", 2),
        ("2026-12-01;Spot;2026-11-30;;", "meaning.endBeforeStart", 2),
        ("31/02/2026;Spot;;;", "value.malformed", 2), (";Spot;;;", "table.emptyCell", 2),
        ("2026-12-01;;;;", "table.emptyCell", 2),
        ("2026-12-01;Spot;2026-12-05;;\n2026-12-05;Spot;;;", "meaning.overlappingPeriods", 3),
        ("2026-12-01;Spot;;;\n2026-12-01;Spot;;;hotline", "meaning.overlappingPeriods", 3),
    ])
    func mistakesAreLocated(_ rows: String, _ code: String, _ line: Int) throws {
        let found = try read("date;name;until;effect;campaign\n\(rows)\n")
        #expect(found.events == nil)
        #expect(found.diagnostics.map(\.problem.code) == [code])
        #expect(found.diagnostics.first?.location.line == line)
    }

    @Test func missingFilesAndColumns() throws {
        let gone = readEvents(file: URL(fileURLWithPath: "/nonexistent/events.csv"))
        #expect(gone.events == nil && gone.diagnostics.map(\.problem) == [.file(.missing)])
        #expect(try read("").diagnostics.map(\.problem) == [.file(.empty)])
        #expect(try read("date;effect\n").diagnostics.map(\.problem.code) == ["table.missingColumn"])
        let none = try read("date;name\n")
        #expect(none.events == [] && none.diagnostics == [])
    }

    @Test func aWorkspaceHasItsEvents() throws {
        let reading = try base(replacing: [
            "events.csv": "date;nom;opération\n2026-11-30;Facture;hotline\n2026-11-02;Facture;\n"
        ])
        #expect(lines(reading) == [])
        #expect(reading.scenario?.events.map(\.campaign) == [nil, Identifier("hotline")])
        #expect(reading.scenario?.events.map(\.name) == ["Facture", "Facture"])
    }
}
