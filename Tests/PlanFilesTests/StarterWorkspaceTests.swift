import Foundation
import PlanFiles
import Testing
import Workforce

struct StarterWorkspaceTests {
    private let monday = CivilDate(year: 2026, month: 11, day: 23) ?? CivilDate(dayNumber: 0)

    private func files(_ agents: Int, _ day: CivilDate) -> [String: [UInt8]] {
        Dictionary(
            starterWorkspace(agents: agents, firstDay: day).map { ($0.path, Array($0.contents.utf8)) },
            uniquingKeysWith: { $1 })
    }

    @Test(arguments: [0, 1, 2, 5, 12, 40, 300])
    func itReadsWithoutAnyDiagnostic(_ agents: Int) throws {
        let reading = try reading(files(agents, monday))
        #expect(lines(reading) == [])
        let scenario = try #require(reading.scenario)
        #expect(scenario.floor.agents.count == agents)
        #expect(scenario.isNamed == (agents > 0))
        #expect(scenario.histories.count == (agents > 0 ? 1 : 0))
        #expect(reading.language == "fr")
    }

    /// Over clock changes, holidays and year ends.
    @Test(arguments: ["2026-03-25", "2026-10-26", "2027-01-01", "2027-05-12", "2001-01-01", "2099-12-01"])
    func itReadsWhateverTheFirstDay(_ text: String) throws {
        let day = try #require(CivilDate(iso8601: text))
        let reading = try reading(files(3, day))
        #expect(lines(reading).filter { !$0.contains("below the legal minimum") } == [])
        #expect(reading.scenario?.horizon.firstDay == day.monday)
    }

    @Test func theSameInputGivesTheSameBytes() {
        let first = starterWorkspace(agents: 20, firstDay: monday, seed: 7)
        #expect(first == starterWorkspace(agents: 20, firstDay: monday, seed: 7))
        #expect(first != starterWorkspace(agents: 20, firstDay: monday, seed: 8))
        #expect(first.map(\.path) == first.map(\.path).sorted())
    }

    @Test func inventedFiguresAreMarked() throws {
        let site = try #require(
            starterWorkspace(agents: 0, firstDay: monday).first { $0.path == "site.yaml" })
        for key in ["seatPerMonth", "telecomPerMinute", "recruitmentPerHire"] {
            #expect(
                site.contents.split(separator: "\n").contains { $0.contains(key) && $0.contains("# sample") })
        }
    }

    @Test func absurdInputIsBounded() {
        #expect(starterWorkspace(agents: -5, firstDay: CivilDate(dayNumber: -9_000_000)).count == 4)
        #expect(!starterWorkspace(agents: 1, firstDay: CivilDate(dayNumber: 9_000_000)).isEmpty)
    }
}
