import Execution
import Testing
import Workforce

@testable import Scheduling

/// Premiums of night and Sunday work in the price of shifts.
@Suite struct PremiumTests {
    /// From 13:00 on every paid minute costs half as much again.
    static func pay(_ tour: Tour) -> Double {
        tour.shifts.compactMap { $0 }.reduce(0) { sum, shift in
            sum + Double(max(0, shift.range.end.minute - max(shift.range.start.minute, 780)))
        } * 0.5 * FlexibleHoursTests.minute
    }

    @Test(arguments: Array(1...9)) func theOptimumOfTinyFloorsAvoidsDearHours(seed: Int) throws {
        let people = 1 + seed % 2
        let floor = TinyFloor(seed: UInt64(seed), people: people) { _, work in
            work.dayWindow = ClockRange(ClockTime(hour: 9), ClockTime(hour: 13))
        }
        let pool = try #require(try floor.schedule().pools.first)
        let least = floor.leastCost(of: floor.allTours(pool), people: people, pay: Self.pay)
        #expect(abs(pool.optimality.cost - least) < 1e-6)
        #expect(pool.optimality.bound <= least + 1e-6)
        let premiums = pool.tours.reduce(0) { $0 + Double($1.count) * Self.pay($1.tour) }
        let penalty = recountedPenalty(
            Schedule(pools: [pool]), pool: pool, needs: floor.needs, floor.scenario)
        #expect(abs(premiums + penalty - least) < 1e-6)
    }

    /// Two contracts that differ in their wages alone share no prices.
    @Test func sundaysGoToTheCheaperContract() throws {
        var cheap = FloorFixture.fullTime(hours: 24, days: 3...3, daily: 480...480)
        cheap.id = Identifier("cheap")
        var dear = cheap
        dear.id = Identifier("dear")
        dear.grossHourlyWage = UnitPrice(euros: 20)
        let campaign = FloorFixture.campaign(
            "c", open: ClockRange(ClockTime(hour: 8), ClockTime(hour: 18)), days: Set(Weekday.allCases))
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [cheap, dear],
            agents: FloorFixture.agents(6, contract: cheap, prefix: "c")
                + FloorFixture.agents(6, contract: dear, prefix: "d"))
        let open = scenario.openIntervals(of: campaign)
        let needs = open.map { $0 ? 3 : 0 }
        let schedule = try schedule(
            Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]),
            staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario, effort: .light,
            control: RunControl())
        let pool = try #require(schedule.pools.first)
        func sundays(_ contract: EmploymentContract) -> Int {
            pool.tours.reduce(0) {
                $0 + ($1.tour.contract == contract.id && $1.tour.shifts[6] != nil ? $1.count : 0)
            }
        }
        #expect(sundays(dear) < sundays(cheap))
        let recount =
            recountedPenalty(schedule, pool: pool, needs: needs, scenario)
            + recountedPremiums(pool, scenario)
        #expect(abs(pool.optimality.cost - recount) < 1e-3)
    }
}
