import Execution
import Testing
import Workforce

@testable import Scheduling

@Suite struct PlanKindsTests {
    /// Against every set of kinds.
    @Test(arguments: Array(1...8), [1, 2, 3]) func theBestKindsOfTinyFloors(seed: Int, most: Int) throws {
        let tiny = try TinyKinds(seed: UInt64(seed), people: 2 + seed % 2)
        #expect(tiny.kinds.count == 9)
        let least = try tiny.leastRelaxedCost(most: most)
        let schedule = try tiny.schedule(most: most)
        let chosen = try #require(schedule.kinds.first)
        #expect(chosen.kinds.count <= most)
        #expect(
            schedule.shiftKinds(of: tiny.floor.campaign.id).allSatisfy { chosen.kinds.contains($0.range) })
        let own = try #require(try tiny.relaxedCost(Set(chosen.kinds)))
        #expect(abs(chosen.relaxedCost - own) <= 1e-3 * own + 1e-6)
        #expect(chosen.relaxedCost >= least - 1e-6)
        #expect(chosen.relaxedCost <= 1.03 * least + 1e-6)
        let free = try #require(try tiny.relaxedCost(Set(tiny.kinds)))
        let pool = try #require(schedule.pools.first)
        #expect(pool.tours.reduce(0) { $0 + $1.count } == tiny.people)
        #expect(chosen.anyKindsBound <= pool.optimality.cost + 1e-6)
        // Whole agents cost a multiple of 6 euros.
        #expect(chosen.anyKindsBound <= (free / 600).rounded(.up) * 600 + 1e-6)
    }

    /// Two contracts, two weeks, a floor of twelve.
    struct Team {
        var scenario: Scenario
        let campaign: Campaign
        let requirement: Requirement

        init(weeks: Int = 2, seed: UInt64 = 7) {
            let full = FloorFixture.fullTime(daily: 420...420)
            let part = FloorFixture.fullTime(hours: 24, days: 4...4, daily: 360...360)
            campaign = FloorFixture.campaign(
                "c", open: ClockRange(ClockTime(hour: 8), ClockTime(hour: 20)),
                days: [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday])
            scenario = FloorFixture.scenario(
                campaigns: [campaign], contracts: [full, part],
                agents: FloorFixture.agents(8, contract: full)
                    + FloorFixture.agents(4, contract: part, prefix: "p"), weeks: weeks, step: 30)
            requirement = Requirement(activities: [
                FloorFixture.perInterval(
                    campaign.id, FloorFixture.humps(scenario, campaign, peak: 7, seed: seed))
            ])
        }

        func choice(
            _ limit: ShiftKindLimit
        ) throws -> (kinds: Set<ShiftKind>, cost: Double, anyKindsBound: Double)? {
            let pools = (0..<scenario.horizon.weekCount).compactMap {
                PreparedPool(
                    WeekOfWork(campaign, week: $0, scenario: scenario), requirement: requirement,
                    staffing: FloorFixture.staffing(scenario, campaign.id), scenario: scenario)
            }
            return try chooseKinds(of: pools, limit: limit, control: RunControl())
        }

        func schedule(
            _ limit: ShiftKindLimit?, sizing: Bool = false, threads: Int = 2
        ) throws -> Schedule {
            var scenario = scenario
            scenario.shiftKinds = limit
            return try Scheduling.schedule(
                requirement, staffing: sizing ? nil : FloorFixture.staffing(scenario, campaign.id),
                for: scenario, effort: .light, control: RunControl(threads: threads))
        }
    }

    @Test func moreKindsNeverCostMore() throws {
        let team = Team()
        var last = Double.infinity
        for most in [2, 4, 9] {
            let chosen = try #require(try team.choice(ShiftKindLimit(most: most)))
            #expect(chosen.kinds.count <= most)
            #expect(chosen.cost <= last * (1 + 1e-3))
            // Whole agents cost a multiple of 3 euros.
            #expect(chosen.anyKindsBound <= (chosen.cost / 300).rounded(.up) * 300 + 1e-6)
            last = chosen.cost
        }
    }

    @Test func toursKeepToTheKindsInEveryWeek() throws {
        let team = Team()
        let schedule = try team.schedule(ShiftKindLimit(most: 4))
        let chosen = try #require(schedule.kinds.first)
        #expect(chosen.kinds.count <= 4 && chosen.excess == 0)
        let used = schedule.shiftKinds(of: team.campaign.id)
        #expect(used.count <= 4)
        #expect(used.allSatisfy { chosen.kinds.contains($0.range) })
        var cost = 0.0
        for pool in schedule.pools {
            #expect(brokenRules(pool, team.scenario).isEmpty)
            #expect(pool.tours.reduce(0) { $0 + $1.count } == 12)
            #expect(Set(pool.tours.map { $0.tour.paidMinutes }) == [2100, 1440])
            cost += pool.optimality.cost
        }
        #expect(schedule.pools.count == 2)
        #expect(chosen.anyKindsBound <= cost)
        #expect(chosen.relaxedCost <= cost * (1 + 1e-3))
    }

    @Test func kindsThatSomebodyNeedsStay() throws {
        let schedule = try Team(weeks: 1).schedule(ShiftKindLimit(most: 1))
        let chosen = try #require(schedule.kinds.first)
        // One length for each contract.
        #expect(chosen.kinds.count == 2 && chosen.excess == 1)
        #expect(schedule.pools[0].tours.reduce(0) { $0 + $1.count } == 12)
    }

    @Test func aLimitThatDoesNotBindChangesNothing() throws {
        let team = Team(weeks: 1)
        let free = try team.schedule(nil)
        #expect(try team.schedule(ShiftKindLimit(most: 10_000)) == free)
        #expect(try team.schedule(ShiftKindLimit()) == free)
        #expect(free.kinds.isEmpty)
    }

    @Test func aPriceWeighsKindsAgainstCoverage() throws {
        let team = Team(weeks: 1)
        var last = (kinds: Int.max, cost: 0.0)
        for euros in [5.0, 100, 5000] {
            let limit = ShiftKindLimit(pricePerWeek: Money(euros: euros))
            let chosen = try #require(try team.choice(limit))
            #expect(chosen.kinds.count < last.kinds)
            #expect(chosen.cost >= last.cost - 1e-6)
            last = (chosen.kinds.count, chosen.cost)
        }
        #expect(last.kinds == 2)
    }

    @Test func sizingKeepsToTheKindsToo() throws {
        let team = Team(weeks: 1)
        let schedule = try team.schedule(ShiftKindLimit(most: 3), sizing: true)
        #expect(schedule.shiftKinds(of: team.campaign.id).count <= 3)
        #expect(schedule.pools.allSatisfy { !$0.tours.isEmpty && brokenRules($0, team.scenario).isEmpty })
    }

    @Test func sameKindsOnAnyNumberOfThreads() throws {
        let team = Team()
        let limit = ShiftKindLimit(most: 4)
        #expect(try team.schedule(limit, threads: 1) == team.schedule(limit, threads: 3))
    }

    @Test func aStoppedRunKeepsToTheNumber() throws {
        var scenario = Team(weeks: 1).scenario
        scenario.shiftKinds = ShiftKindLimit(most: 3)
        let team = Team(weeks: 1)
        let schedule = try schedule(
            team.requirement, staffing: FloorFixture.staffing(scenario, team.campaign.id), for: scenario,
            effort: .light, control: RunControl(deadline: .after(seconds: 0)))
        #expect(schedule.shiftKinds(of: team.campaign.id).count <= 3)
    }
}
