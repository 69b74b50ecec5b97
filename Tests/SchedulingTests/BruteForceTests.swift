import Execution
import Testing
import Workforce

@testable import Scheduling

@Suite struct BruteForceTests {
    @Test(arguments: Array(1...8)) func theOptimumOfTinyFloors(seed: Int) throws {
        let people = 1 + seed % 3
        let floor = TinyFloor(seed: UInt64(seed), people: people)
        let schedule = try floor.schedule()
        let pool = try #require(schedule.pools.first)
        let tours = floor.allTours(pool)
        #expect(tours.count > 50)
        let least = floor.leastCost(of: tours, people: people)
        #expect(brokenRules(pool, floor.scenario).isEmpty)
        #expect(pool.optimality.bound <= least + 1e-6)
        #expect(abs(pool.optimality.cost - least) < 1e-6)
        let recount = recountedPenalty(schedule, pool: pool, needs: floor.needs, floor.scenario)
        #expect(abs(recount - pool.optimality.cost) < 1e-6)
    }

    @Test(arguments: Array(1...6)) func anyPricesProveABound(seed: Int) throws {
        let floor = TinyFloor(seed: UInt64(seed), people: 2)
        let work = WeekOfWork(floor.campaign, week: 0, scenario: floor.scenario)
        let groups = work.namedGroups(
            FloorFixture.staffing(floor.scenario, floor.campaign.id), scenario: floor.scenario)
        let model = PoolBuilder(
            work: work, groups: groups, requirement: floor.requirement, scenario: floor.scenario,
            isNamed: true
        ).model()
        let pool = PoolWeek(
            campaign: floor.campaign.id, week: 0, groups: groups, tours: [],
            optimality: Optimality(status: .feasible, cost: 0, bound: 0))
        let least = floor.leastCost(of: floor.allTours(pool), people: 2)
        var pricing = TourPricing(
            model: model,
            programmes: model.groups.indices.compactMap { TourProgramme(group: $0, model: model) })
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<200 {
            let prices = CoveragePrices(
                cells: model.cost.needs.map { _ in 9000 * generator.uniform() - 2000 }, repeated: [],
                loads: [])
            #expect(pricing.price(prices).bound <= least)
        }
    }
}
