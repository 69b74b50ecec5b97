import Execution
import Testing
import Workforce

@testable import Scheduling

@Suite struct PlaceNeedsTests {
    private func pool(_ example: PeriodFloor) throws -> PreparedPool {
        let scenario = example.floor.scenario
        return try #require(
            PreparedPool(
                WeekOfWork(example.floor.campaign, week: 0, scenario: scenario),
                requirement: example.floor.requirement,
                staffing: scenario.isNamed ? FloorFixture.staffing(scenario, example.floor.campaign.id) : nil,
                scenario: scenario))
    }

    /// Every choice of tours and needs, by brute force.
    @Test(arguments: Array(1...8), [true, false])
    func theJointOptimumOfTinyFloors(seed: Int, isNamed: Bool) throws {
        let people = 1 + seed % 2
        let example = PeriodFloor(
            seed: UInt64(seed), people: people, isNamed: isNamed, whole: seed % 3 == 0)
        let schedule = try example.schedule()
        let pool = try #require(schedule.pools.first)
        let placed = try #require(schedule.placed.first)
        let least = example.leastCost(example.floor.allTours(pool), people: people)
        #expect(brokenRules(pool, example.floor.scenario).isEmpty)
        #expect(placed.optimality.bound <= least + 1e-6)
        #expect(placed.optimality.cost >= least - 1e-6)
        #expect(placed.optimality.cost <= placed.cheapest.cost + 1e-6)
        // Within one missing agent of the optimum.
        #expect(placed.optimality.cost <= least + 6600 + 1e-6)
    }

    /// Both costs counted again, from the tours and the needs that are reported.
    @Test(arguments: Array(1...8)) func theCostsAreTheRecount(seed: Int) throws {
        let example = PeriodFloor(seed: UInt64(seed), people: 2)
        let schedule = try example.schedule()
        let pool = try #require(schedule.pools.first)
        let placed = try #require(schedule.placed.first)
        let needs = example.needs(placed)
        let recount = recountedPenalty(schedule, pool: pool, needs: needs, example.floor.scenario)
        #expect(abs(pool.optimality.cost - recount) < 1e-6)
        #expect(abs(placed.placed.cost - recount) < 1e-6)
        let extra = 600 * Double(needs.reduce(0, +) - example.floor.needs.reduce(0, +))
        #expect(abs(placed.optimality.cost - recount - extra) < 1e-6)
        #expect(pool.optimality.bound <= pool.optimality.cost + 1e-9)
        for period in example.leeway.periods {
            let gain = period.reduce(0.0) { sum, t in
                sum + (example.leeway.points[t].first { $0.positions == needs[t] }?.gain ?? 0)
            }
            #expect(gain >= 0)
        }
        let today = try example.schedule(leeways: false)
        let before = try #require(today.pools.first)
        #expect(today.placed.isEmpty)
        #expect(abs(placed.cheapest.cost - before.optimality.cost) < 1e-6)
    }

    /// The bound for the needs chosen, against every choice of tours with them.
    @Test(arguments: Array(1...6)) func thePoolsBoundHoldsForItsNeeds(seed: Int) throws {
        let example = PeriodFloor(seed: UInt64(seed), people: 2)
        let schedule = try example.schedule()
        let pool = try #require(schedule.pools.first)
        let needs = example.needs(try #require(schedule.placed.first))
        var covers = Set<[Int]>()
        let single = Set(example.floor.allTours(pool).map(example.floor.coverage))
        for first in single { for second in single { covers.insert(zip(first, second).map(+)) } }
        let least = covers.map { cover in
            zip(cover, needs).reduce(0.0) {
                $0 + Double($1.0 < $1.1 ? ($1.1 - $1.0) * 6000 : ($1.0 - $1.1) * 600)
            }
        }.min()
        #expect(pool.optimality.bound <= (try #require(least)) + 1e-6)
    }

    @Test(arguments: Array(1...6), [true, false]) func anyPricesProveABound(seed: Int, isNamed: Bool) throws {
        let example = PeriodFloor(seed: UInt64(seed), people: 2, isNamed: isNamed, whole: seed % 2 == 0)
        var prepared = try pool(example)
        let open = try #require(
            PeriodNeeds(
                [example.leeway], work: prepared.work, model: prepared.model,
                horizon: example.floor.scenario.horizon))
        let week = try #require(try example.schedule().pools.first)
        let least = example.leastCost(example.floor.allTours(week), people: 2)
        for limited in isNamed ? [true] : [true, false] {
            if !limited { prepared.model.groups[0].headcount = nil }
            var pricing = TourPricing(model: prepared.model, programmes: prepared.programmes)
            pricing.open = open
            var generator = SeededGenerator(seed: UInt64(seed))
            var best = -Double.infinity
            for _ in 0..<200 {
                let prices = CoveragePrices(
                    cells: prepared.model.cost.needs.map { _ in 9000 * generator.uniform() - 2000 },
                    repeated: [], loads: [])
                best = max(best, pricing.price(prices).bound)
            }
            // Without a limit on headcount more people than two may be used, and cost no more.
            #expect(best <= least + 1e-6)
        }
    }

    @Test func sameBytesOnAnyNumberOfThreads() throws {
        let example = PeriodFloor(seed: 5, people: 3)
        let one = try example.schedule(threads: 1)
        #expect(one == (try example.schedule(threads: 3)))
        #expect(!one.placed.isEmpty)
    }

    /// Weeks that lend agents take the needs as given.
    @Test func sharingKeepsTheNeeds() throws {
        var example = PeriodFloor(seed: 5, people: 3)
        example.floor.scenario.sharing = AgentSharing()
        #expect(try example.schedule().placed.isEmpty)
    }
}
