import Execution
import Testing
import Workforce

@testable import Scheduling

@Suite struct SharingTests {
    private static let free = AgentSharing(minimumLoanMinutes: 60, pricePerLoan: .zero)

    /// Every choice of tours and every way of lending, interval by interval.
    private func leastCost(_ floor: TwoCampaigns, tours: [Tour], single: TinyFloor) -> Double {
        let open = floor.scenario.openIntervals(of: floor.scenario.campaigns[0])
        let cells = open.indices.filter { open[$0] }
        let covers = Set(tours.map { tour in single.coverage(tour) }.map { cover in cells.map { cover[$0] } })
        let people = floor.scenario.floor.agents.count
        // Everybody may do both: only the sum of the two coverages matters.
        var sums: Set<[Int]> = [[Int](repeating: 0, count: cells.count)]
        for _ in 0..<people {
            sums = Set(sums.flatMap { sum in covers.map { zip(sum, $0).map { $0 + $1 } } })
        }
        func price(_ have: Int, _ want: Int) -> Double {
            Double(have < want ? (want - have) * 6000 : (have - want) * 600)
        }
        let least = cells.map { t in
            (0...people).map { all in
                (0...all).map { price($0, floor.needs[0][t]) + price(all - $0, floor.needs[1][t]) }.min() ?? 0
            }
        }
        var best = Double.infinity
        for sum in sums {
            var cost = 0.0
            for (place, all) in sum.enumerated() { cost += least[place][all] }
            best = min(best, cost)
        }
        return best
    }

    @Test func tinyFloorsAgainstEveryWayOfLending() throws {
        var (found, least, apart) = (0.0, 0.0, 0.0)
        for seed in 1...8 {
            let (floor, single) = TwoCampaigns.tiny(seed: UInt64(seed), sharing: Self.free)
            let schedule = try floor.schedule()
            let pool = try #require(schedule.pools.first)
            let joint = try #require(schedule.shared.first)
            var alone = pool
            alone.campaign = single.campaign.id
            let optimum = leastCost(floor, tours: single.allTours(alone), single: single)
            #expect(joint.optimality.bound <= optimum + 1e-6)
            #expect(joint.optimality.cost >= optimum - 1e-6)
            #expect(joint.optimality.cost <= joint.apartCost)
            #expect(abs(floor.penalty(floor.coverage(schedule)) - joint.optimality.cost) < 1e-6)
            found += joint.optimality.cost
            least += optimum
            apart += joint.apartCost
        }
        #expect(apart > 1.2 * least)
        #expect(found <= 1.02 * least)
    }

    @Test(arguments: [1, 2, 3]) func aWeekIsLegalAndConserved(seed: Int) throws {
        let sharing = AgentSharing(minimumLoanMinutes: 60, pricePerLoan: Money(cents: 100))
        let floor = TwoCampaigns.week(people: 3, seed: UInt64(seed), sharing: sharing)
        let schedule = try floor.schedule()
        let joint = try #require(schedule.shared.first)
        #expect(joint.optimality.cost < joint.apartCost)
        #expect(joint.optimality.bound <= joint.optimality.cost)
        for pool in schedule.pools { #expect(brokenRules(pool, floor.scenario).isEmpty) }
        let starts = schedule.loans.reduce(0) { $0 + $1.agents }
        let recount = floor.penalty(floor.coverage(schedule)) + Double(starts) * 100
        #expect(abs(recount - joint.optimality.cost) < 1e-6)
        #expect(abs(schedule.pools.reduce(0) { $0 + $1.optimality.cost } - joint.optimality.cost) < 1e-6)
        #expect(schedule.loans.allSatisfy { $0.range.minutes >= 60 && $0.agents > 0 })
        // Nobody is made or lost: both campaigns together have the people of the tours.
        let alone = floor.coverage(Schedule(pools: schedule.pools))
        let lent = floor.coverage(schedule)
        #expect(zip(alone[0], alone[1]).map(+) == zip(lent[0], lent[1]).map(+))
        #expect(lent.allSatisfy { $0.allSatisfy { $0 >= 0 } })
    }

    @Test func sharingCannotBeWorseThanAlone() throws {
        for seed in [11, 12] as [UInt64] {
            let alone = try TwoCampaigns.week(people: 3, seed: seed, sharing: nil).schedule()
            let floor = TwoCampaigns.week(people: 3, seed: seed, sharing: AgentSharing())
            let joint = try #require(try floor.schedule().shared.first)
            #expect(alone.loans.isEmpty && alone.shared.isEmpty)
            #expect(joint.apartCost == alone.pools.reduce(0) { $0 + $1.optimality.cost })
            #expect(joint.optimality.cost <= joint.apartCost)
        }
    }

    @Test func peopleOfOneCampaignAloneChangeNothing() throws {
        let alone = TwoCampaigns.week(people: 3, seed: 5, sharing: nil, homes: true)
        let shared = TwoCampaigns.week(people: 3, seed: 5, sharing: AgentSharing(), homes: true)
        #expect(try alone.schedule() == shared.schedule())
    }

    @Test func loansThatCostMoreThanTheyGiveAreNotMade() throws {
        let sharing = AgentSharing(minimumLoanMinutes: 30, pricePerLoan: Money(cents: 10_000_000))
        let dear = try TwoCampaigns.week(people: 3, seed: 5, sharing: sharing).schedule()
        #expect(dear.loans.isEmpty)
        #expect(dear.pools == (try TwoCampaigns.week(people: 3, seed: 5, sharing: nil).schedule().pools))
        #expect(dear.shared.map(\.saving) == [0])
    }

    @Test func anyNumberOfThreadsGivesTheSame() throws {
        let floor = TwoCampaigns.week(people: 3, seed: 3, sharing: AgentSharing())
        #expect(try floor.schedule(threads: 1) == floor.schedule(threads: 2))
    }

    /// Only one agent of `a` may help `b`: no more than that one is ever lent, and the one is in a
    /// group of their own.
    @Test func onlyThoseAbleAreLent() throws {
        var floor = TwoCampaigns.week(people: 3, seed: 5, sharing: AgentSharing(), homes: true)
        let other = floor.scenario.campaigns[1].id
        floor.scenario.floor.agents[1].secondaryCampaigns = [other]
        let able = floor.scenario.floor.agents[1].id
        let schedule = try floor.schedule()
        #expect(!schedule.loans.isEmpty)
        #expect(schedule.loans.allSatisfy { $0.borrower == other })
        let pool = try #require(schedule.pools.first { $0.campaign == floor.scenario.campaigns[0].id })
        let group = try #require(pool.groups.firstIndex { $0.agents == [able] })
        var own = Schedule(pools: [pool])
        own.pools[0].tours = pool.tours.filter { $0.group == group }
        #expect(own.pools[0].tours.reduce(0) { $0 + $1.count } == 1)
        let there = floor.scenario.horizon.coverage(of: own, campaign: pool.campaign)
        let lent = floor.scenario.horizon.coverage(
            of: Schedule(pools: [], loans: schedule.loans), campaign: other)
        #expect(zip(lent, there).allSatisfy { $0 <= $1 })
    }
}
