import PlanFiles
import SampleData
import Testing
import Workforce

/// The published weeks obey what the plan will be held to.
@Suite struct PublishedWeekTests {
    @Test(arguments: CommittedWorkspace.all)
    func everyoneRestsAndWorksTheirContract(of workspace: CommittedWorkspace) throws {
        let scenario = try #require(readWorkspace(at: workspace.folder).scenario)
        let shifts = Dictionary(grouping: scenario.published, by: \.agent)
        #expect(shifts.count == scenario.floor.agents.count)
        for agent in scenario.floor.agents {
            let own = (shifts[agent.id] ?? []).sorted { $0.date < $1.date }
            let contract = try #require(scenario.floor.contract(agent.contract))
            #expect(contract.daysPerWeek.contains(own.count), "\(agent.id)")
            let paid = own.reduce(0) { sum, shift in
                // An hour of lunch unless the shift starts after it.
                sum + shift.range.minutes - (shift.range.start.minute < 780 ? 60 : 0)
            }
            #expect(paid == contract.weeklyMinutes, "\(agent.id)")
            let nights = zip(own, own.dropFirst())
            let rests = nights.map { a, b in
                a.date.distance(to: b.date) * 1440 + b.range.start.minute - a.range.end.minute
            }
            #expect(rests.allSatisfy { $0 >= scenario.rules.work.minimumDailyRestMinutes })
            #expect(own.allSatisfy { !agent.unavailableWeekdays.contains($0.date.weekday) })
            #expect(own.allSatisfy { agent.availableWindow?.contains($0.range) ?? true })
            // Sunday off, whenever Monday starts.
            #expect(own.allSatisfy { $0.date.weekday != .sunday && $0.range.end <= ClockTime(hour: 23) })
        }
    }
}
