import Foundation
import PlanFiles
import Testing
import Workforce

struct ReadCalendarsTests {
    // MARK: Public holidays of other countries

    @Test func holidaysOfACountry() throws {
        let text = "date;nom\n21/07/2025;Fête nationale\n2026-07-21;Fête nationale\n2026-12-25;Noël\n"
        let found = try withFile(text) { readHolidays(file: $0) }
        #expect(found.diagnostics == [])
        let calendar = try #require(found.holidays)
        #expect(calendar.region == .none && calendar.extraDates.count == 3)
        #expect(calendar.extraNames[day("2025-07-21")] == "Fête nationale")
        #expect(calendar.extraNames[day("2026-07-21")] == "Fête nationale")
        #expect(calendar.isHoliday(day("2026-12-25")) && !calendar.isHoliday(day("2026-07-14")))
    }

    @Test(arguments: [
        ("2026-12-25,Noël\n25/12/2026,Kerstmis", "reference.duplicate", 3),
        ("2026-12-25,", "table.emptyCell", 2), ("2026-13-25,Noël", "value.malformed", 2),
    ])
    func mistakesInHolidaysAreLocated(_ rows: String, _ code: String, _ line: Int) throws {
        let found = try withFile("date,name\n\(rows)\n") { readHolidays(file: $0) }
        #expect(found.holidays == nil)
        #expect(found.diagnostics.map(\.problem.code) == [code])
        #expect(found.diagnostics.first?.location.line == line)
    }

    private func site(_ lines: String) throws -> String {
        let bytes = try #require(Fixtures.files(of: Fixtures.base)["site.yaml"])
        return String(decoding: bytes, as: UTF8.self)
            .replacing("  timeZone: Europe/Paris\n", with: "  timeZone: Europe/Paris\n\(lines)\n")
    }

    @Test func aSiteTakesItsHolidaysFromAFile() throws {
        let reading = try base(replacing: [
            "site.yaml": try site("  holidays: calendars/belgium.csv\n  extraHolidays: [2026-12-24]"),
            "calendars/belgium.csv": "date,name\n2026-11-15,Fête du Roi\n",
        ])
        #expect(lines(reading) == [])
        let calendar = try #require(reading.scenario?.floor.sites.first?.holidays)
        #expect(calendar.region == .none && calendar.extraDates.count == 2)
        #expect(calendar.isHoliday(day("2026-11-15")) && !calendar.isHoliday(day("2026-11-11")))
    }

    @Test(arguments: ["/etc/be.csv", "../be.csv", "a/../../be.csv", "a//be.csv", "..\\be.csv", "C:\\be.csv"])
    func noFileOutsideTheWorkspaceIsRead(_ path: String) throws {
        let reading = try base(replacing: ["site.yaml": try site("  holidays: '\(path)'")])
        #expect(reading.diagnostics.map(\.problem.code) == ["value.malformed"])
        #expect(lines(reading).first?.hasSuffix("is not a file of the workspace; write be.csv") == true)
    }

    @Test func regionsAreReadAsBefore() throws {
        let reading = try base(replacing: ["site.yaml": try site("  holidays: FR-RE")])
        #expect(reading.scenario?.floor.sites.first?.holidays == HolidayCalendar(region: .reunion))
        let unknown = try base(replacing: ["site.yaml": try site("  holidays: BE")])
        #expect(unknown.diagnostics.map(\.problem.code) == ["value.malformed"])
    }

    // MARK: School holidays

    /// Arrêté du 7 décembre 2022 (2023-24 to 2025-26) and du 22 octobre 2025 (2026-27): the day
    /// after lessons end, and the day before they begin again.
    @Test(arguments: [
        ("A", "2024-02-17", "2024-03-03"), ("B", "2024-02-24", "2024-03-10"),
        ("C", "2024-02-10", "2024-02-25"),
        ("A", "2025-04-19", "2025-05-04"), ("B", "2025-04-05", "2025-04-21"),
        ("C", "2025-04-12", "2025-04-27"),
        ("A", "2026-02-07", "2026-02-22"), ("B", "2026-02-14", "2026-03-01"),
        ("C", "2026-02-21", "2026-03-08"),
        ("A", "2027-02-13", "2027-02-28"), ("B", "2027-02-20", "2027-03-07"),
        ("C", "2027-02-06", "2027-02-21"),
        ("A", "2023-12-23", "2024-01-07"), ("B", "2024-10-19", "2024-11-03"),
        ("C", "2026-07-04", "2026-08-31"),
    ])
    func theOfficialCalendar(_ zone: String, _ first: String, _ last: String) throws {
        let found = schoolHolidays(zones: [zone])
        let periods = try #require(found.schoolHolidays?.first?.periods)
        #expect(periods.contains(day(first)...day(last)))
        // Five holidays in each of four school years, begun on Saturdays, apart from each other.
        #expect(periods.count == 20)
        #expect(periods.allSatisfy { $0.lowerBound.weekday == .saturday })
        #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        // Two weeks each, but for the summer; a Monday that is a holiday may follow.
        let short = periods.filter { $0.lowerBound.month != 7 }
        #expect(short.allSatisfy { [16, 17].contains($0.lowerBound.distance(to: $0.upperBound) + 1) })
    }

    @Test func zonesComeInTheOrderAskedForAndUnknownOnesAreRefused() {
        #expect(schoolHolidays(zones: ["c", "A", "C"]).schoolHolidays?.map(\.zone) == ["C", "A"])
        #expect(schoolHolidays(zones: []).schoolHolidays == [])
        let unknown = schoolHolidays(zones: ["A", "D"])
        #expect(unknown.schoolHolidays == nil)
        #expect(
            unknown.diagnostics.map(\.problem) == [
                .value(
                    .malformed(
                        key: "schoolHolidays", found: "D", expected: .choice(["A", "B", "C"]), suggestion: nil
                    ))
            ])
    }

    @Test func ownSchoolHolidays() throws {
        let text = "zone;du;au;nom\nFlandre;02/11/2026;08/11/2026;Herfst\nWallonie;19/10/2026;01/11/2026;\n"
        let found = try withFile(text) { readSchoolHolidays(file: $0) }
        #expect(found.diagnostics == [])
        #expect(found.schoolHolidays?.map(\.zone) == ["Flandre", "Wallonie"])
        #expect(found.schoolHolidays?.last?.contains(day("2026-11-01")) == true)
        let reading = try base(replacing: [
            "site.yaml": try site("  schoolHolidays: [Wallonie]"), "school-holidays.csv": text,
        ])
        #expect(lines(reading) == [])
        #expect(reading.scenario?.floor.sites.first?.schoolHolidays == found.schoolHolidays?.suffix(1))
        let mistyped = try base(replacing: [
            "site.yaml": try site("  schoolHolidays: Walonie"), "school-holidays.csv": text,
        ])
        #expect(lines(mistyped).first?.hasSuffix("one of Flandre or Wallonie; write Wallonie") == true)
    }

    @Test(arguments: [
        ("A,2026-12-19,", "table.emptyCell"), (",2026-12-19,2027-01-03", "table.emptyCell"),
        ("A,2026-12-19,2026-12-18", "meaning.endBeforeStart"),
        ("A,2026-12-19,2027-01-03\nA,2027-01-03,2027-01-04", "meaning.overlappingPeriods"),
    ])
    func mistakesInSchoolHolidaysAreLocated(_ rows: String, _ code: String) throws {
        let found = try withFile("zone,from,until\n\(rows)\n") { readSchoolHolidays(file: $0) }
        #expect(found.schoolHolidays == nil)
        #expect(found.diagnostics.map(\.problem.code) == [code])
    }

    @Test func noZoneIsTheDefault() throws {
        #expect(try base(replacing: [:]).scenario?.floor.sites.first?.schoolHolidays == [])
        let reading = try base(replacing: ["site.yaml": try site("  schoolHolidays: [B, C]")])
        #expect(lines(reading) == [])
        #expect(reading.scenario?.floor.sites.first?.schoolHolidays.map(\.zone) == ["B", "C"])
    }
}
