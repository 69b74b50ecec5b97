import Foundation
import PlanFiles
import Testing
import Workforce

struct ReadOverridesTests {
    private let english = "from;until;change;who;why;when;campaign;activity;hours\n"

    private func read(_ text: String) throws -> (overrides: [ForecastOverride]?, diagnostics: [Diagnostic]) {
        try withFile(text) { readOverrides(file: $0) }
    }

    @Test func bothLanguagesGiveTheSame() throws {
        let rows =
            "2026-12-01;2026-12-03;+20 %;Inès;mailing;2026-11-20;renewal;letters;10:00-12:00\n"
            + "2026-12-02;;=1 200;Hugo;\"invoice run\";;;;\n"
        let french = "du;au;changement;qui;pourquoi;le;opération;activité;heures\n"
        let found = try read(english + rows)
        #expect(found.diagnostics == [])
        #expect(
            found.overrides == [
                ForecastOverride(
                    campaign: Identifier("renewal"), activity: Identifier("letters"),
                    days: day("2026-12-01")...day("2026-12-03"),
                    hours: ClockRange(ClockTime(hour: 10), ClockTime(hour: 12)), change: .factor(1.2),
                    author: "Inès", written: day("2026-11-20"), reason: "mailing"),
                ForecastOverride(
                    days: day("2026-12-02")...day("2026-12-02"), change: .contactsPerDay(1200),
                    author: "Hugo", reason: "invoice run"),
            ])
        #expect(try read(french + rows).overrides == found.overrides)
    }

    /// They are applied one after the other: their order is the file's.
    @Test func theOrderOfTheFileIsKept() throws {
        let found = try read(
            english + "2026-12-09;;x2;a;b;;;;\n2026-12-01;;=0;a;b;;;;\n2026-12-09;;-0,5;a;b;;;;\n")
        #expect(found.overrides?.map(\.change) == [.factor(2), .contactsPerDay(0), .factor(0.5)])
    }

    @Test(arguments: [
        ("2026-12-01;;+20;a;b;;;;", "value.malformed", 13), ("2026-12-01;;=-5;a;b;;;;", "value.below", 13),
        ("2026-12-01;;=;a;b;;;;", "value.malformed", 13), ("2026-12-01;;=2e9;a;b;;;;", "value.malformed", 13),
        ("2026-12-01;;=99999999;a;b;;;;", "value.above", 13), ("2026-12-01;;x101;a;b;;;;", "value.above", 13),
        ("2026-12-01;;1200;a;b;;;;", "value.malformed", 13),
        ("2026-12-01;;;a;b;;;;", "table.emptyCell", 13), ("2026-12-01;;x2;;b;;;;", "table.emptyCell", 16),
        ("2026-12-01;;x2;a;;;;;", "table.emptyCell", 18), (";;x2;a;b;;;;", "table.emptyCell", 1),
        ("2026-12-01;2026-11-30;x2;a;b;;;;", "meaning.endBeforeStart", 12),
        ("2026-12-01;;x2;a;b;soon;;;", "value.malformed", 20),
        ("2026-12-01;;x2;a;b;;;;12:00-10:00", "value.malformed", 23),
        ("2026-12-01;;x2;a;b;;;letters;", "meaning.requires", 22),
        ("2026-12-01;;x2;a;b;;;;\n2026-12-01;;x2;a;b;;;;", "reference.duplicate", 0),
    ])
    func mistakesAreLocated(_ rows: String, _ code: String, _ column: Int) throws {
        let found = try read(english + rows + "\n")
        #expect(found.overrides == nil)
        #expect(found.diagnostics.map(\.problem.code) == [code])
        #expect(found.diagnostics.map(\.location.column) == [column])
    }

    @Test func whoAndWhyAreRequiredColumns() throws {
        let found = try read("du;changement\n2026-12-01;x2\n")
        #expect(found.diagnostics.map(\.problem.code) == ["table.missingColumn", "table.missingColumn"])
    }

    @Test func aWorkspaceHasItsOverrides() throws {
        let reading = try base(replacing: [
            "overrides.csv": english + "2026-11-24;;=1200;Inès;mailing;;renewal;letters;\n"
                + "2026-11-25;;+5 %;Inès;mailing;;hotline;inbound;\n"
        ])
        #expect(lines(reading) == [])
        #expect(reading.scenario?.overrides.map(\.activity?.name) == ["letters", "inbound"])
    }
}
