import Foundation
import PlanFiles
import SampleData
import Testing
import Workforce

@Suite struct CommittedBytesTests {
    @Test(arguments: CommittedWorkspace.all)
    func theGeneratorMakesTheCommittedBytes(of workspace: CommittedWorkspace) throws {
        let files = workspace.generate()
        #expect(files.map(\.path) == workspace.committedPaths())
        for file in files {
            let committed = try Data(contentsOf: workspace.folder.appending(path: file.path))
            // Not compared by #expect: it would print half a megabyte.
            let isSame = committed == Data(file.contents.utf8)
            #expect(
                isSame, "\(workspace.name)/\(file.path) differs: write it anew with plateau-bench sample-data"
            )
        }
    }

    @Test(arguments: CommittedWorkspace.all)
    func itSaysThatItIsSynthetic(of workspace: CommittedWorkspace) throws {
        for file in workspace.generate() where ["README.md", "site.yaml"].contains(file.path) {
            #expect(file.contents.lowercased().contains("synthetic"))
        }
    }

    @Test(arguments: CommittedWorkspace.all)
    func itReadsWithoutErrors(of workspace: CommittedWorkspace) {
        let reading = readWorkspace(at: workspace.folder)
        #expect(reading.diagnostics.filter { $0.severity == .error } == [])
        #expect(reading.scenario != nil)
    }

    @Test func maxiphoneHasTheFloorItsReadmeNames() throws {
        let scenario = try #require(readWorkspace(at: CommittedWorkspace.all[0].folder).scenario)
        #expect(scenario.horizon.firstDay == CivilDate(iso8601: "2026-11-30"))
        #expect(scenario.horizon.weekCount == 4)
        let homes = Dictionary(grouping: scenario.floor.agents, by: { $0.homeCampaign?.name ?? "" })
        #expect(homes.mapValues(\.count) == ["hotline": 40, "relance": 22, "fibre": 18])
        let isFullTime = { (agent: Agent) in scenario.floor.contract(agent.contract)?.weeklyMinutes == 2100 }
        #expect(scenario.floor.agents.count(where: isFullTime) == 48)
        #expect(Set(scenario.floor.agents.map(\.fullName)).count == 80)
        #expect(scenario.floor.agents.allSatisfy { !$0.skills.contains(Identifier("fibre")) })
        let limited = scenario.floor.agents.filter {
            !$0.unavailableWeekdays.isEmpty || $0.availableWindow != nil
        }
        #expect(limited.count == 12)
        #expect(scenario.variants.count == 3)
    }

    @Test func theClockChangeTakesFourQuarters() throws {
        let scenario = try #require(readWorkspace(at: CommittedWorkspace.all[1].folder).scenario)
        let sunday = try #require(CivilDate(iso8601: "2027-03-28").flatMap(scenario.horizon.day(of:)))
        #expect(scenario.horizon.intervals(ofDay: sunday).count == 92)
        #expect(scenario.horizon.intervalCount == 1340)
        let elevenPM = ClockTime(hour: 23)
        #expect(
            scenario.horizon.elapsedMinutes(fromDay: sunday - 1, elevenPM, toDay: sunday, ClockTime(hour: 11))
                == 660)
    }
}
