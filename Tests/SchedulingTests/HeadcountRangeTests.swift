import Execution
import Testing
import Workforce

@testable import Scheduling

/// Proved ranges of headcount, against all plans of tiny floors.
@Suite struct HeadcountRangeTests {
    @Test(arguments: Array(1...8), [0.0, 0.05, 0.5])
    func noPlanOfTheCostLiesOutside(seed: Int, tolerance: Double) throws {
        let floor = TinyFloor(seed: UInt64(seed), people: 3, isNamed: false) { contract, _ in
            contract.maximumHeadcount = 3
        }
        let schedule = try floor.schedule()
        let pool = try #require(schedule.pools.first)
        let found = try headcountRanges(
            of: schedule, floor.requirement, for: floor.scenario, tolerance: tolerance, control: RunControl())
        let range = try #require(found.first)
        #expect(found.count == 1)
        let limit = pool.optimality.cost * (1 + tolerance)
        let tours = floor.allTours(pool)
        let pay = Double(Int((8 * 1300 * 1.427).rounded()))
        // Headcounts for which some plan is cheap enough.
        let possible = (0...3).filter { people in
            floor.leastCost(of: tours, people: people) { _ in pay } <= limit + 1e-6
        }
        #expect(possible.contains(range.chosen))
        #expect(possible.allSatisfy { $0 >= range.least && $0 <= range.most ?? .max })
        #expect(abs(range.cost.euros - Double(range.chosen) * 8 * 13 * 1.427) < 0.01)
    }

    /// Nobody is needed: nobody may be hired for nothing; much is needed: somebody must be.
    @Test func theRangesSayMoreThanTheLimits() throws {
        let open = ClockRange(ClockTime(hour: 8), ClockTime(hour: 20))
        let campaign = FloorFixture.campaign("c", open: open, days: ScheduleTests.week)
        let scenario = FloorFixture.scenario(
            campaigns: [campaign],
            contracts: [
                FloorFixture.fullTime(), FloorFixture.fullTime(hours: 24, days: 4...5, daily: 240...420),
            ], step: 30)
        let needs = FloorFixture.humps(scenario, campaign, peak: 8)
        let requirement = Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)])
        let schedule = try schedule(
            requirement, staffing: nil, for: scenario, effort: .light, control: RunControl())
        let ranges = try headcountRanges(of: schedule, requirement, for: scenario, control: RunControl())
        #expect(ranges.map(\.contract.name) == ["h35", "h24"])
        for range in ranges {
            #expect(range.least <= range.chosen)
            #expect(range.chosen <= range.most ?? -1)
        }
        let people = ranges.reduce(0) { $0 + $1.chosen }
        let most = ranges.reduce(0) { $0 + ($1.most ?? 1000) }
        #expect(people > 0)
        #expect(most < 4 * people)
        let again = try headcountRanges(
            of: schedule, requirement, for: scenario, control: RunControl(threads: 2))
        #expect(again == ranges)
    }
}
