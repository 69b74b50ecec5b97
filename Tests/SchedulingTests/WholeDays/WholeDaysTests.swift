import Execution
import LinearProgramming
import Testing
import Workforce

@testable import Scheduling

@Suite struct WholeDaysTests {
    /// Between the plain bound of the same prices and the optimum that enumeration finds.
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
        let space = SkeletonSpace(pricing: pricing)
        var generator = SeededGenerator(seed: UInt64(seed))
        var raised = 0
        for _ in 0..<10 {
            let prices = CoveragePrices(
                cells: model.cost.needs.map { _ in 3000 * generator.uniform() - 500 }, repeated: [],
                loads: [])
            let plain = pricing.price(prices).bound
            let whole = try pricing.wholeDaysBound(
                at: prices, space: space, programmes: 100, control: RunControl())
            #expect(whole <= least + 1e-6)
            #expect(whole >= plain)
            if whole > plain + 1 { raised += 1 }
        }
        #expect(raised > 0)
    }

    /// The tree against GLPK's own branch and bound on the same day.
    @Test(arguments: [UInt64(1), 2, 3, 4]) func treesBoundWholeDays(seed: UInt64) throws {
        var (space, pricing) = try SkeletonFixture.pool(seed: seed)
        let model = space.model
        let worth = model.loadWorth([])
        var generator = SeededGenerator(seed: seed)
        var proved = 0
        for day in 0..<7 {
            _ = pricing.price(
                CoveragePrices(
                    cells: model.cost.needs.map { _ in 2.5 * generator.uniform() }, repeated: [], loads: []))
            let prices = space.kinds[day].map { pricing.best(of: $0, day: day).worth }
            let priced = PricedDay(
                space, day: day, prices: prices, loadWorth: worth, loadRoom: model.loadRoom)
            let least = try #require(priced.program.solve().solution).objective
            let (root, bound) = try priced.program.withSession { session throws(LinearProgramError) in
                let root = try session.solve().objective ?? 0
                let tree = PricedDayTree(priced, session: session)
                return (root, try tree.bound(programmes: 3000, control: RunControl()))
            }
            #expect(bound <= least + 1e-6)
            #expect(bound >= root - 1e-6)
            if bound > least - 1e-6 { proved += 1 }
        }
        #expect(proved > 3)
    }
}
