import Execution
import LinearProgramming
import Testing
import Workforce

@testable import Rostering

/// Random floors, small enough to try every roster, or as large as real ones.
@Suite struct RosterPropertyTests {
    let control = RunControl()

    static func randomTour(_ random: inout SeededGenerator) -> Tour {
        let start = [7, 8, 9, 11, 13, 14][random.below(6)]
        let patterns = [
            [0, 1, 2, 3, 4], [1, 2, 3, 4, 5], [0, 2, 3, 4, 5], [2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5],
            [0, 1, 2, 3],
        ]
        return tour(patterns[random.below(patterns.count)], from: start, to: start + 8)
    }

    static func randomCase(
        _ random: inout SeededGenerator, agents: Int, weeks: Int, distinct: Int
    ) -> (Scenario, Schedule) {
        var requests: [LeaveRequest] = []
        var past: [PublishedShift] = []
        for agent in 0..<agents {
            if random.below(2) == 0 { requests.append(wish(agent, day: random.below(7 * weeks))) }
            if random.below(8) == 0 {
                let day = random.below(7 * weeks)
                requests.append(leave(agent, day...day))
            }
            for day in [-2, -1] where random.below(3) == 0 {
                past.append(published(agent, day: day, from: 13, to: 20 + random.below(3)))
            }
        }
        let pools = (0..<weeks).map { week in
            let tours = (0..<distinct).map { _ in randomTour(&random) }
            var counts = [Int](repeating: 0, count: distinct)
            for _ in 0..<agents { counts[random.below(distinct)] += 1 }
            return pool(week: week, agents: Array(0..<agents), tours: Array(zip(tours, counts)))
        }
        return (
            makeScenario(agents: agents, weeks: weeks, requests: requests, published: past),
            Schedule(pools: pools)
        )
    }

    @Test(arguments: 0..<30)
    func equalsExhaustiveSearch(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let (scenario, schedule) = Self.randomCase(&random, agents: 3, weeks: 2 + seed % 2, distinct: 3)
        let staffing = posts(agents: [0, 1, 2], weeks: scenario.horizon.weekCount)
        let result = try roster(schedule, staffing: staffing, for: scenario, control: control)
        let check = IndependentCheck(scenario: scenario, schedule: schedule)
        #expect(check.violations(result).isEmpty)
        #expect(check.cost(result) == result.optimality.cost)
        #expect(result.optimality.status == .optimal)
        let instance = RosterInstance(schedule: schedule, scenario: scenario, lateAfter: Fairness.lateAfter)
        #expect(Double(exhaustiveCost(instance)) == result.optimality.cost)
    }

    /// The least cost over all choices of tours, week after week.
    private func exhaustiveCost(_ instance: RosterInstance) -> Int {
        var best = Int.max
        var assignment = RosterAssignment(instance)
        func go(_ week: Int, _ agent: Int) {
            guard week < instance.weekCount else {
                best = min(best, instance.cost(of: assignment))
                return
            }
            guard agent < instance.agents.count else { return go(week + 1, 0) }
            guard let g = instance.groupOf[agent][week] else { return go(week, agent + 1) }
            let group = instance.groups[g]
            go(week, agent + 1)
            for j in group.tours.indices {
                let taken = group.members.count { assignment.tours[$0][week] == j }
                guard taken < group.counts[j],
                    let option = group.options[group.members.firstIndex(of: agent) ?? 0][j]
                else { continue }
                if week > 0, let before = instance.option(of: agent, week: week - 1, in: assignment),
                    !before.border.allows(option.border, rules: instance.rules)
                {
                    continue
                }
                assignment.tours[agent][week] = j
                go(week, agent + 1)
                assignment.tours[agent][week] = nil
            }
        }
        go(0, 0)
        return best
    }

    @Test func isDeterministic() throws {
        var random = SeededGenerator(seed: 5)
        let (scenario, schedule) = Self.randomCase(&random, agents: 12, weeks: 3, distinct: 6)
        let staffing = posts(agents: Array(0..<12), weeks: 3)
        let one = try roster(schedule, staffing: staffing, for: scenario, control: RunControl(threads: 1))
        let two = try roster(schedule, staffing: staffing, for: scenario, control: RunControl(threads: 4))
        #expect(one == two)
    }

    /// 80 agents in three campaigns over four weeks, as many tours as agents.
    static func floorOfEighty(seed: UInt64) -> (Scenario, Schedule, Staffing) {
        var random = SeededGenerator(seed: seed)
        let crews = [Array(0..<35), Array(35..<60), Array(60..<80)]
        var pools: [PoolWeek] = []
        for week in 0..<4 {
            for (k, crew) in crews.enumerated() {
                var tours: [(Tour, Int)] = []
                var left = crew.count
                while left > 0 {
                    let start = [8, 8, 9, 10, 11, 12][random.below(6)]
                    let days =
                        random.below(3) == 0
                        ? [0, 1, 2, 3, 4, 5].filter { $0 != random.below(5) } : [0, 1, 2, 3, 4]
                    let count = min(left, 1 + random.below(2))
                    tours.append((tour(days, from: start, to: start + 8), count))
                    left -= count
                }
                pools.append(
                    pool(week: week, agents: crew, tours: tours, campaign: Identifier("campaign\(k)")))
            }
        }
        var requests: [LeaveRequest] = []
        var past: [PublishedShift] = []
        for agent in 0..<80 {
            if random.below(3) == 0 { requests.append(wish(agent, day: random.below(28))) }
            for week in 1...4 where random.below(3) == 0 { past.append(published(agent, day: 5 - 7 * week)) }
        }
        let scenario = makeScenario(agents: 80, weeks: 4, requests: requests, published: past)
        return (scenario, Schedule(pools: pools), posts(agents: Array(0..<80), weeks: 4))
    }

    @Test func plansARealFloor() throws {
        let (scenario, schedule, staffing) = Self.floorOfEighty(seed: 3)
        let result = try roster(schedule, staffing: staffing, for: scenario, control: control)
        let check = IndependentCheck(scenario: scenario, schedule: schedule)
        #expect(check.violations(result).isEmpty)
        #expect(check.cost(result) == result.optimality.cost)
        #expect(result.unfilled.isEmpty)
        #expect(result.optimality.gap < 0.05)
    }
}
