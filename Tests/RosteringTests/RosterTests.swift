import Execution
import Testing
import Workforce

@testable import Rostering

@Suite struct RosterTests {
    let control = RunControl()

    /// Monday to Friday, five days with the Saturday, and afternoons.
    static let weekdays = tour([0, 1, 2, 3, 4])
    static let withSaturday = tour([1, 2, 3, 4, 5])
    static let late = tour([0, 1, 2, 3, 4], from: 13, to: 21)

    @Test func sharesSaturdaysInTurn() throws {
        let scenario = makeScenario(agents: 2, weeks: 2)
        let schedule = Schedule(
            pools: (0..<2).map {
                pool(week: $0, agents: [0, 1], tours: [(Self.weekdays, 1), (Self.withSaturday, 1)])
            })
        let result = try roster(
            schedule, staffing: posts(agents: [0, 1], weeks: 2), for: scenario, control: control)
        #expect(result.optimality == Optimality(status: .optimal, cost: 0, bound: 0))
        #expect(scenario.fairness(of: result).agents.map(\.saturdays) == [1, 1])
        #expect(IndependentCheck(scenario: scenario, schedule: schedule).violations(result).isEmpty)
    }

    @Test func pastSaturdaysCount() throws {
        // Agent 0 worked two Saturdays that agent 1 did not.
        let scenario = makeScenario(
            agents: 2, weeks: 2, published: [published(0, day: -2), published(0, day: -9)])
        let schedule = Schedule(
            pools: (0..<2).map {
                pool(week: $0, agents: [0, 1], tours: [(Self.weekdays, 1), (Self.withSaturday, 1)])
            })
        let result = try roster(
            schedule, staffing: posts(agents: [0, 1], weeks: 2), for: scenario, control: control)
        #expect(scenario.fairness(of: result).agents.map(\.saturdays) == [2, 2])
        #expect(result.optimality.status == .optimal)
    }

    @Test func grantsTheWish() throws {
        let scenario = makeScenario(agents: 2, weeks: 1, requests: [wish(0, day: 5)])
        let schedule = Schedule(
            pools: [pool(week: 0, agents: [0, 1], tours: [(Self.weekdays, 1), (Self.withSaturday, 1)])])
        let result = try roster(
            schedule, staffing: posts(agents: [0, 1], weeks: 1), for: scenario, control: control)
        #expect(result.lines.map(\.tour) == [Self.weekdays, Self.withSaturday])
        #expect(scenario.fairness(of: result).wishShare == 1)
    }

    @Test func restBindsAcrossThePublishedWeek() throws {
        // Agent 0 ends on Sunday at 22:00: the Monday that begins at 8:00 is for agent 1.
        let early = tour([0, 1, 2, 3, 4], from: 8, to: 16)
        let free = tour([1, 2, 3, 4], from: 8, to: 16)
        let scenario = makeScenario(
            agents: 2, weeks: 1, published: [published(0, day: -1, from: 14, to: 22)])
        let schedule = Schedule(pools: [pool(week: 0, agents: [0, 1], tours: [(early, 1), (free, 1)])])
        let result = try roster(
            schedule, staffing: posts(agents: [0, 1], weeks: 1), for: scenario, control: control)
        #expect(result.lines.map(\.tour) == [free, early])
        #expect(result.unfilled.isEmpty)
    }

    @Test func aTourThatBreaksRestStaysUnfilled() throws {
        let early = tour([0, 1, 2, 3, 4], from: 8, to: 16)
        let scenario = makeScenario(
            agents: 1, weeks: 1, published: [published(0, day: -1, from: 14, to: 22)])
        let schedule = Schedule(pools: [pool(week: 0, agents: [0], tours: [(early, 1)])])
        let result = try roster(
            schedule, staffing: posts(agents: [0], weeks: 1), for: scenario, control: control)
        #expect(result.lines.count == 1)
        #expect(result.lines.first?.tour == nil)
        #expect(result.unfilled == [UnfilledTour(campaign: helpline, week: 0, tour: early)])
        #expect(result.optimality == Optimality(status: .optimal, cost: 100_000, bound: 100_000))
    }

    @Test func springNightIsAnHourShorter() throws {
        // 29 March 2026: on Sunday 3:00 follows 2:00 at once. From Saturday 21:00 to
        // Monday 8:00 it is 35 h on the wall and 34 h in truth.
        let monday = try #require(CivilDate(iso8601: "2026-03-23"))
        let change = ClockChange(date: monday + 6, clock: ClockTime(hour: 2), forwardMinutes: 60)
        let sixDays = tour([0, 1, 2, 3, 4, 5], from: 13, to: 21)
        let early = tour([0, 1, 2, 3, 4], from: 8, to: 16)
        let pools = [
            pool(week: 0, agents: [0], tours: [(sixDays, 1)]),
            pool(week: 1, agents: [0], tours: [(early, 1)]),
        ]
        for (changes, unfilled) in [([], 0), ([change], 1)] {
            let scenario = makeScenario(agents: 1, weeks: 2, clockChanges: changes, firstDay: monday)
            let result = try roster(
                Schedule(pools: pools), staffing: posts(agents: [0], weeks: 2), for: scenario,
                control: control)
            #expect(result.unfilled.count == unfilled)
        }
    }

    @Test func noMoreThanSixDaysRunning() throws {
        let endOfWeek = tour([2, 3, 4, 5, 6])
        let startOfWeek = tour([0, 1, 2, 3])
        let pools = [
            pool(week: 0, agents: [0, 1], tours: [(endOfWeek, 1), (Self.weekdays, 1)]),
            pool(week: 1, agents: [0, 1], tours: [(startOfWeek, 1), (tour([1, 2, 3, 4]), 1)]),
        ]
        let scenario = makeScenario(agents: 2, weeks: 2, weights: PlanningWeights(unfairness: .zero))
        let schedule = Schedule(pools: pools)
        let result = try roster(
            schedule, staffing: posts(agents: [0, 1], weeks: 2), for: scenario, control: control)
        #expect(result.unfilled.isEmpty)
        #expect(IndependentCheck(scenario: scenario, schedule: schedule).violations(result).isEmpty)
        let sunday = result.lines.first { $0.week == 0 && $0.tour == endOfWeek }?.agent
        #expect(result.lines.first { $0.week == 1 && $0.agent == sunday }?.tour != startOfWeek)
    }

    @Test func leaveStrikesADayOut() throws {
        let scenario = makeScenario(agents: 1, weeks: 1, requests: [leave(0, 0...1)])
        let schedule = Schedule(pools: [pool(week: 0, agents: [0], tours: [(Self.weekdays, 1)])])
        let result = try roster(
            schedule, staffing: posts(agents: [0], weeks: 1), for: scenario, control: control)
        #expect(result.lines.first?.struck == [true, true, false, false, false, false, false])
        #expect(result.lines.first?.shift(on: 0) == nil)
        #expect(result.lines.first?.shift(on: 2) != nil)
    }

    @Test func keepsHoursFromWeekToWeek() throws {
        let weights = PlanningWeights(unfairness: .zero)
        let scenario = makeScenario(agents: 4, weeks: 3, weights: weights)
        let schedule = Schedule(
            pools: (0..<3).map {
                pool(week: $0, agents: [0, 1, 2, 3], tours: [(Self.late, 2), (Self.weekdays, 2)])
            })
        let result = try roster(
            schedule, staffing: posts(agents: [0, 1, 2, 3], weeks: 3), for: scenario, control: control)
        for agent in 0..<4 {
            #expect(Set(result.lines.filter { $0.agent == agentID(agent) }.map(\.tour)).count == 1)
        }
    }

    @Test(arguments: [0, 1, 3])
    func moreAgentsThanTours(_ tours: Int) throws {
        let scenario = makeScenario(agents: 3, weeks: 1)
        let schedule = Schedule(
            pools: [pool(week: 0, agents: [0, 1, 2], tours: tours == 0 ? [] : [(Self.weekdays, tours)])])
        let result = try roster(
            schedule, staffing: posts(agents: [0, 1, 2], weeks: 1), for: scenario, control: control)
        #expect(result.lines.count == 3)
        #expect(result.lines.count { $0.tour != nil } == tours)
    }

    @Test func postsWithoutPoolGetAnEmptyLine() throws {
        let scenario = makeScenario(agents: 2, weeks: 1)
        let result = try roster(
            Schedule(pools: []), staffing: posts(agents: [0, 1], weeks: 1), for: scenario, control: control)
        #expect(result.lines.map(\.tour) == [nil, nil])
        #expect(result.lines.map(\.campaign) == [helpline, helpline])
    }

    @Test func brokenSchedulesDoNotCrash() throws {
        var strange = pool(week: 0, agents: [0, 0, 7], tours: [(Self.weekdays, 2), (Self.late, -3)])
        strange.tours.append(TourCount(group: 5, tour: Self.weekdays, count: 1))
        let schedule = Schedule(pools: [strange, pool(week: 9, agents: [0], tours: [(Self.late, 1)])])
        let empty = Staffing(
            posts: [], shortages: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
        for agents in [0, 1] {
            let result = try roster(
                schedule, staffing: empty, for: makeScenario(agents: agents, weeks: 1), control: control)
            #expect(result.lines.count == agents)
            // The seat of a group that does not exist is nobody's.
            #expect(result.unfilled.count == 3 - agents)
        }
        let nothing = try roster(
            schedule, staffing: empty, for: makeScenario(agents: 1, weeks: 0), control: control)
        #expect(nothing.lines.isEmpty)
    }

    @Test func aPastDeadlineStillGivesARoster() throws {
        let scenario = makeScenario(agents: 3, weeks: 2)
        let schedule = Schedule(
            pools: (0..<2).map {
                pool(week: $0, agents: [0, 1, 2], tours: [(Self.weekdays, 2), (Self.withSaturday, 1)])
            })
        let late = RunControl(deadline: .after(seconds: -1))
        let result = try roster(
            schedule, staffing: posts(agents: [0, 1, 2], weeks: 2), for: scenario, control: late)
        #expect(IndependentCheck(scenario: scenario, schedule: schedule).violations(result).isEmpty)
        #expect(result.lines.allSatisfy { $0.tour != nil })
    }
}
