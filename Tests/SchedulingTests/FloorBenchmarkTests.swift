import Execution
import Foundation
import Testing
import Workforce

@testable import Scheduling

/// Measures, on demand (`PLATEAU_MEASURE=1`), a floor of three campaigns, 80 agents and four weeks.
@Suite struct FloorBenchmarkTests {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["PLATEAU_MEASURE"] != nil))
    func floor() throws {
        let full = FloorFixture.fullTime()
        let part = FloorFixture.fullTime(hours: 28, days: 4...5, daily: 300...420)
        let weekdays = ScheduleTests.week
        let campaigns = [
            FloorFixture.campaign(
                "inbound", open: ClockRange(ClockTime(hour: 8), ClockTime(hour: 20)),
                days: weekdays.union([.saturday])),
            FloorFixture.campaign(
                "mixed", open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 19)), days: weekdays),
            FloorFixture.campaign(
                "out", open: ClockRange(ClockTime(hour: 10), ClockTime(hour: 20)), days: weekdays),
        ]
        let agents =
            FloorFixture.agents(60, contract: full, prefix: "f")
            + FloorFixture.agents(20, contract: part, prefix: "p")
        var requests: [LeaveRequest] = []
        for (index, agent) in agents.enumerated() where index % 6 == 0 {
            let from = FloorFixture.monday + (index % 25)
            requests.append(
                LeaveRequest(
                    agent: agent.id, kind: .annualLeave, from: from, through: from + index % 4,
                    status: .approved))
        }
        let scenario = FloorFixture.scenario(
            campaigns: campaigns, contracts: [full, part], agents: agents, weeks: 4, requests: requests)
        let posts = agents.enumerated().flatMap { index, agent in
            (0..<4).map { week in
                Staffing.Post(
                    agent: agent.id, week: week,
                    campaign: campaigns[index % 8 < 4 ? 0 : index % 8 < 6 ? 1 : 2].id,
                    needsTraining: false)
            }
        }
        let staffing = Staffing(
            posts: posts, shortages: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
        var activities = [
            FloorFixture.perInterval(
                campaigns[0].id, FloorFixture.humps(scenario, campaigns[0], peak: 22)),
            FloorFixture.perInterval(campaigns[1].id, FloorFixture.humps(scenario, campaigns[1], peak: 7)),
        ]
        for (index, hours) in [(1, 180.0), (2, 600.0)] {
            activities.append(
                ActivityRequirement(
                    activity: ActivityKey(campaigns[index].id, Identifier("work")),
                    kind: .workload(
                        (0..<4).map {
                            WorkloadRequirement(
                                days: $0 * 7...$0 * 7 + 6, hours: hours,
                                permitted: scenario.openIntervals(of: campaigns[index]),
                                agentsAtOnce: 0...18, contacts: 0, sales: 0)
                        })))
        }
        let threads = Int(ProcessInfo.processInfo.environment["PLATEAU_THREADS"] ?? "2") ?? 2
        let start = ContinuousClock.now
        let cpu = clock()
        let schedule = try schedule(
            Requirement(activities: activities), staffing: staffing, for: scenario,
            control: RunControl(threads: threads))
        print("floor", ContinuousClock.now - start, "cpu", Double(clock() - cpu) / 1e6)
        let hourly = 12.31 * 1.427 * 100
        for pool in schedule.pools {
            #expect(brokenRules(pool, scenario).isEmpty)
            let paid = pool.tours.reduce(0.0) { $0 + Double($1.count * $1.tour.paidMinutes) / 60 * hourly }
            let gap = pool.optimality.cost - pool.optimality.bound
            print(
                "pool", pool.campaign, pool.week, pool.groups.count, pool.tours.reduce(0) { $0 + $1.count },
                pool.optimality.cost, pool.optimality.bound, "gap", pool.optimality.gap, "of all cost",
                gap / (pool.optimality.cost + paid))
        }
    }
}
