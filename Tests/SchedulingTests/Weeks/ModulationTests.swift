import Execution
import Testing
import Workforce

@testable import Scheduling

/// Weekly hours that vary: against every way to share them out.
@Suite struct ModulationTests {
    static let modulation = Modulation(weeklyMinutes: 360...600)

    private func paidHours(_ pool: PoolWeek) -> Int {
        pool.tours.reduce(0) { $0 + $1.count * $1.tour.paidMinutes } / 60
    }

    @Test(arguments: Array(1...6)) func theBestSharesOfHoursOfTwoWeeks(seed: Int) throws {
        let people = 1 + seed % 2
        let floor = TwoWeekFloor(
            seed: UInt64(seed), people: people,
            busy: [[2, 0], [0, 3], [3, 0], [3, 1], [1, 3], [2, 1]][seed - 1],
            modulation: Self.modulation)
        let schedule = try floor.schedule()
        // All splits of sixteen hours, the same for everybody.
        var least: [Int: Double] = [:]
        for first in 6...10 {
            least[first] = [first, 16 - first].enumerated().reduce(0) { cost, week in
                let covers = floor.covers(week: week.offset, hours: week.element)
                return cost
                    + floor.leastCost(
                        week: week.offset, covers: [[[Int]]](repeating: covers, count: people))
            }
        }
        let optimum = try #require(least.values.min())
        let across = try #require(schedule.acrossWeeks)
        #expect(schedule.pools.allSatisfy { brokenRules($0, floor.scenario).isEmpty })
        #expect(schedule.pools.map(paidHours).reduce(0, +) == 16 * people)
        #expect(abs(across.cost - optimum) < 1e-6)
        #expect(across.bound <= optimum + 1e-6)
        // In a week without calls no hour is worth much: moving some pays, unless the other week
        // wants no more than its own eight hours cover.
        let unmoved = try #require(least[8])
        #expect(optimum < unmoved || ![2, 3].contains(seed))
    }

    /// Any prices bound what any shares of the hours cost.
    @Test(arguments: Array(1...4)) func cutsHoldForAllHours(seed: Int) throws {
        let floor = TwoWeekFloor(seed: UInt64(seed), people: 2, busy: [2, 2], modulation: Self.modulation)
        let model = try #require(
            WeeksModel(floor.requirement, staffing: floor.staffing, scenario: floor.scenario))
        let pool = model.pools[0]
        #expect(pool.slots == [[6, 7, 8, 9, 10]])
        let least = (6...10).map { hours in
            let covers = floor.covers(week: 0, hours: hours)
            return floor.leastCost(week: 0, covers: [covers, covers])
        }
        let relaxed = pool.relax(
            [OfferHours(offer: 0, slots: 8): 2], steps: 200, start: [], control: RunControl())
        var generator = SeededGenerator(seed: UInt64(seed))
        for round in 0..<100 {
            var prices = relaxed.prices
            if round > 0 {
                for cell in prices.cells.indices { prices.cells[cell] += 3000 * generator.uniform() - 1500 }
            }
            let cut = pool.cut(at: prices)
            for (index, cost) in least.enumerated() {
                #expect(cut.constant - 2 * cut.worth[0][index] <= cost + 1e-6)
            }
            if round == 0 { #expect(abs(cut.constant - 2 * cut.worth[0][2] - relaxed.bound) < 1e-3) }
        }
    }

    @Test func leaveTakesItsHoursAndTheRestEvensOut() throws {
        var floor = FloorFixture.scenario(
            campaigns: [
                FloorFixture.campaign("help", open: ClockRange(ClockTime(hour: 8), ClockTime(hour: 18)))
            ],
            contracts: [contract], agents: FloorFixture.agents(4, contract: contract), weeks: 3,
            requests: [
                LeaveRequest(
                    agent: Identifier("a00"), kind: .annualLeave, from: FloorFixture.monday + 7,
                    through: FloorFixture.monday + 8, status: .approved)
            ])
        floor.published = [0, 1, 2, 3, 4].map {
            PublishedShift(
                agent: Identifier("a01"), date: FloorFixture.monday - 7 + $0,
                range: ClockRange(ClockTime(hour: 8), ClockTime(hour: 16)))
        }
        let campaign = floor.campaigns[0].id
        let requirement = Requirement(activities: [
            FloorFixture.perInterval(
                campaign,
                FloorFixture.humps(floor, floor.campaigns[0], peak: 3).enumerated().map {
                    floor.horizon.week(of: $0.offset) == 2 ? $0.element + 1 : $0.element
                })
        ])
        let plan = try #require(
            try planWeeks(
                requirement, staffing: FloorFixture.staffing(floor, campaign), for: floor,
                effort: WeeksEffort(rounds: 3, subgradientSteps: 30), control: RunControl()))
        func minutes(_ agent: String) -> [Int] {
            (0..<3).map { plan.choices.choice(of: Identifier(agent), week: $0)?.minutes ?? 0 }
        }
        let sums = ["a00", "a01", "a02"].map { minutes($0).reduce(0, +) }
        // Two days of leave; five published days of 8 h less 45 min of lunch, 1 h 15 above 35 h.
        #expect(sums == [5460, 6225, 6300])
        #expect(minutes("a02") == minutes("a03"))
        for agent in ["a01", "a02"] {
            for week in minutes(agent) { #expect((1680...2520).contains(week)) }
        }
        #expect(Set(minutes("a02")).count > 1)
    }

    private let contract = EmploymentContract(
        id: Identifier("annual"), name: "annual", weeklyMinutes: 2100, daysPerWeek: 4...5,
        dailyMinutes: 360...540, grossHourlyWage: UnitPrice(euros: 13),
        modulation: Modulation(
            weeklyMinutes: 1680...2520, periodWeeks: 4, periodStart: FloorFixture.monday - 7))

    @Test func withoutChoicesNothingIsComputed() throws {
        let floor = TwoWeekFloor(seed: 1, people: 2, busy: [2, 2])
        #expect(
            try planWeeks(
                floor.requirement, staffing: floor.staffing, for: floor.scenario, control: RunControl())
                == nil)
        #expect(try floor.schedule().acrossWeeks == nil)
    }

    @Test(arguments: [
        (10, [[2], [3, 4], [5]], 10), (11, [[2], [3, 4], [5]], 11), (99, [[2], [3, 4], [5]], 11),
        (7, [[4, 8], [0, 4]], 8), (0, [], 0), (6, [[0, 4], [0, 4]], 4),
    ])
    func theNearestSum(_ wanted: Int, _ lists: [[Int]], _ expected: Int) {
        #expect(nearestSum(to: wanted, of: lists) == expected)
    }

    @Test(arguments: [
        ([28.0, 42], 70, [[28, 35, 42], [28, 35, 42]], [28, 42]),
        ([35.4, 34.6], 70, [[28, 35, 42], [28, 35, 42]], [35, 35]),
        ([28.0, 28], 77, [[28, 35], [28, 35, 42, 49]], [35, 42]),
    ])
    func theNearestChoice(_ wanted: [Double], _ sum: Int, _ lists: [[Int]], _ expected: [Int]) {
        #expect(nearestChoice(to: wanted, summing: sum, of: lists) == expected)
    }
}
