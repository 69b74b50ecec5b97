import Execution
import Queueing
import Testing
import Workforce

@testable import Simulation

struct StaffingTests {
    private let activities = [
        SmallFloor.calls("a", skills: [Identifier("x")]), SmallFloor.calls("b", skills: [Identifier("y")]),
    ]

    private func service(_ groups: [StaffedGroup], _ floor: SmallFloor) throws -> [Double] {
        let campaign = try #require(floor.scenario.campaign(SmallFloor.campaign))
        let service = simulateStaffing(
            of: activities.map(\.id), by: groups, in: campaign, forecast: floor.plan.forecast,
            for: floor.scenario, options: SimulationOptions(replications: 60))
        return try activities.map {
            try #require(service[SmallFloor.key($0.id.name)]?.overall.serviceLevel).value
        }
    }

    private func group(_ names: [String], _ agents: Int, _ floor: SmallFloor) -> StaffedGroup {
        StaffedGroup(
            activities: Set(names.map { Identifier($0) }),
            onLine: floor.scenario.horizon.intervals.map { _ in agents })
    }

    /// 15 calls of 240 s in a quarter of an hour are 4 erlangs; the day's edges aside, each line is Erlang A.
    @Test func separateAgentsAreErlangA() throws {
        let floor = SmallFloor(activities: activities, contacts: 15)
        let levels = try service([group(["a"], 5, floor), group(["b"], 7, floor)], floor)
        for (level, agents) in zip(levels, [5, 7]) {
            let exact = try performance(
                of: .erlangA(patienceSeconds: 120), callsPerHour: 60, handleTimeSeconds: 240,
                agents: agents, thresholdSeconds: 20)
            #expect(abs(level - exact.serviceLevel) < 0.02, "\(level), not \(exact.serviceLevel)")
        }
    }

    /// As many agents serve better when all of them serve both lines; a few who do, nearly as well.
    @Test func pooledAgentsServeBetter() throws {
        let floor = SmallFloor(activities: activities, contacts: 15)
        let apart = try service([group(["a"], 5, floor), group(["b"], 5, floor)], floor)
        let mixed = try service(
            [group(["a"], 3, floor), group(["b"], 3, floor), group(["a", "b"], 4, floor)], floor)
        let pooled = try service([group(["a", "b"], 10, floor)], floor)
        for line in 0...1 {
            #expect(apart[line] < mixed[line])
            #expect(mixed[line] < pooled[line] + 0.01)
            #expect(pooled[line] - mixed[line] < mixed[line] - apart[line])
        }
        let exact = try performance(
            of: .erlangA(patienceSeconds: 120), callsPerHour: 120, handleTimeSeconds: 240, agents: 10,
            thresholdSeconds: 20)
        #expect(abs(pooled[0] - exact.serviceLevel) < 0.02)
    }

    /// Activities with agents of their own are not helped by the other's.
    @Test func aRequirementHasItsOwnAgents() throws {
        let floor = SmallFloor(activities: activities, contacts: 15)
        let horizon = floor.scenario.horizon
        let kinds = zip(activities, [5, 7]).map { activity, agents in
            ActivityRequirement(
                activity: SmallFloor.key(activity.id.name),
                kind: .perInterval(
                    IntervalRequirement(
                        positions: horizon.intervals.map { _ in agents }, scheduled: [],
                        offeredLoad: [], binding: [], serviceAround: [])))
        }
        func levels(_ requirement: Requirement) throws -> [Double] {
            let service = simulate(
                requirement: requirement, forecast: floor.plan.forecast, for: floor.scenario,
                options: SimulationOptions(replications: 60))
            return try activities.map {
                try #require(service[SmallFloor.key($0.id.name)]?.overall.serviceLevel).value
            }
        }
        let apart = try levels(Requirement(activities: kinds))
        #expect(try apart == service([group(["a"], 5, floor), group(["b"], 7, floor)], floor))
        let twelve = horizon.intervals.map { _ in 12 }
        let shared = SharedRequirement(
            campaign: SmallFloor.campaign, lines: activities.map(\.id), pooled: twelve, apart: twelve,
            positions: twelve, scheduled: twelve, origin: .apart)
        let together = try levels(Requirement(activities: kinds, shared: [shared]))
        #expect(try together == service([group(["a", "b"], 12, floor)], floor))
    }

    /// Work that can wait is not played, and its agents are not there.
    @Test func agentsForItemsAreNotOnTheLine() throws {
        var floor = SmallFloor(activities: activities, contacts: 15)
        let items = Identifier<Activity>("items")
        floor.scenario.campaigns[0].activities.append(
            Activity(
                id: items,
                channel: .backOffice(
                    DeferredTerms(demand: .history, handleTime: Seconds(240), dueWithin: Seconds(7200)))))
        let five = IntervalRequirement(
            positions: floor.scenario.horizon.intervals.map { _ in 5 }, scheduled: [], offeredLoad: [],
            binding: [], serviceAround: [])
        let keys = ["a", "items"].map { SmallFloor.key($0) }
        let requirement = Requirement(
            activities: keys.map { ActivityRequirement(activity: $0, kind: .perInterval(five)) })
        let service = simulate(
            requirement: requirement, forecast: floor.plan.forecast, for: floor.scenario,
            options: SimulationOptions(replications: 2))
        #expect(service.campaigns.first?.agents.max() == 5)
    }

    @Test func nobodyServesNobody() throws {
        let floor = SmallFloor(activities: activities, contacts: 15)
        #expect(try service([group(["a"], 0, floor)], floor) == [0, 0])
        #expect(
            try service([StaffedGroup(activities: Set(activities.map(\.id)), onLine: [])], floor) == [0, 0])
    }
}
