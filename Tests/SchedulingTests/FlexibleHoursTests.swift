import Execution
import Testing
import Workforce

@testable import Scheduling

/// Overtime, voluntary time off and ranges of weekly hours, chosen with the shifts.
@Suite struct FlexibleHoursTests {
    /// Code du travail L3121-36, L3123-28 and L3123-29.
    static let overtime = OvertimeRules(
        premium: 0.25, firstMinutes: 480, furtherPremium: 0.5, complementaryShare: 0.1,
        complementaryPremium: 0.1, complementaryLimit: 1.0 / 3, complementaryFurtherPremium: 0.25)

    /// An hour of 13 € with contributions of 42.7 %, in cents a minute.
    static let minute = 1300 * 1.427 / 60

    /// A tiny floor of 8 h a week with up to 2 h of complementary hours and 2 h of time off.
    static func floor(seed: Int, people: Int, isNamed: Bool = true) -> TinyFloor {
        TinyFloor(seed: UInt64(seed), people: people, isNamed: isNamed) { contract, work in
            work.overtime = overtime
            contract.overtimeMinutes = 120
            contract.voluntaryTimeOffMinutes = 120
            if !isNamed { contract.maximumHeadcount = people }
        }
    }

    /// Cents of a named tour above 6 h, by hand: the plain wage up to 8 h; then 48 minutes (a
    /// tenth of the contract) at +10 % and the rest at +25 %.
    static let namedPay = [
        360: 0, 420: 60 * minute, 480: 120 * minute, 540: (120 + 48 * 1.1 + 12 * 1.25) * minute,
        600: (120 + 48 * 1.1 + 72 * 1.25) * minute,
    ]

    @Test(arguments: Array(1...9)) func theHoursOfTinyFloorsAreTheBest(seed: Int) throws {
        let people = 1 + seed % 2
        let floor = Self.floor(seed: seed, people: people)
        let pool = try #require(try floor.schedule().pools.first)
        let tours = floor.allTours(pool, paid: 360...600)
        let least = floor.leastCost(of: tours, people: people) { Self.namedPay[$0.paidMinutes] ?? .infinity }
        #expect(brokenRules(pool, floor.scenario).isEmpty)
        #expect(pool.optimality.bound <= least + 1e-6)
        #expect(abs(pool.optimality.cost - least) < 1e-6)
        let fixed = floor.leastCost(of: tours.filter { $0.paidMinutes == 480 }, people: people)
        #expect(least <= fixed + Double(people) * 120 * Self.minute + 1e-6)
    }

    @Test func someTinyFloorsUseOvertimeAndSomeTimeOff() throws {
        let paid = try (1...9).flatMap { seed in
            try Self.floor(seed: seed, people: 1 + seed % 2).schedule().pools.flatMap { pool in
                pool.tours.map(\.tour.paidMinutes)
            }
        }
        #expect(paid.contains { $0 > 480 })
        #expect(paid.contains { $0 < 480 })
    }

    @Test(arguments: Array(1...6)) func sizingPaysEveryHourAndCountsOnNoTimeOff(seed: Int) throws {
        let floor = Self.floor(seed: seed, people: 2, isNamed: false)
        let pool = try #require(try floor.schedule().pools.first)
        let tours = floor.allTours(pool, paid: 480...600)
        let least = floor.leastCost(of: tours, people: 2, mayStayAway: true) {
            (Self.namedPay[$0.paidMinutes] ?? .infinity) + 360 * Self.minute
        }
        // A tour's plain pay is rounded to the cent.
        #expect(abs(pool.optimality.cost - least) < 1)
        #expect(pool.optimality.bound <= least + 1)
    }

    @Test(arguments: Array(1...6)) func aRangeOfWeeklyHoursIsPaidAtThePlainWage(seed: Int) throws {
        let floor = TinyFloor(seed: UInt64(seed), people: 2, isNamed: false) { contract, _ in
            contract.leastWeeklyMinutes = 360
            contract.maximumHeadcount = 2
        }
        let pool = try #require(try floor.schedule().pools.first)
        let least = floor.leastCost(
            of: floor.allTours(pool, paid: 360...480), people: 2, mayStayAway: true
        ) { Double($0.paidMinutes) * Self.minute }
        #expect(abs(pool.optimality.cost - least) < 1)
    }

    @Test(arguments: Array(1...6), [true, false]) func anyPricesProveABound(seed: Int, isNamed: Bool) throws {
        let floor = Self.floor(seed: seed, people: 2, isNamed: isNamed)
        let pool = try #require(try floor.schedule().pools.first)
        var (model, programmes) = floor.pricedModel()
        let tours = floor.allTours(pool, paid: isNamed ? 360...600 : 480...600)
        let least = floor.leastCost(of: tours, people: 2, mayStayAway: !isNamed) {
            (Self.namedPay[$0.paidMinutes] ?? .infinity) + (isNamed ? 0 : 360 * Self.minute)
        }
        // Without a limit on headcount too: the same prices must be scaled until nobody pays.
        for limited in isNamed ? [true] : [true, false] {
            if !limited { model.groups[0].headcount = nil }
            var pricing = TourPricing(model: model, programmes: programmes)
            programmes = pricing.programmes
            var generator = SeededGenerator(seed: UInt64(seed))
            for _ in 0..<200 {
                let prices = CoveragePrices(
                    cells: model.cost.needs.map { _ in 9000 * generator.uniform() - 2000 }, repeated: [],
                    loads: [])
                #expect(pricing.price(prices).bound <= least + 1)
            }
        }
    }

    /// A floor large enough for skeletons: pay and penalties recounted from the tours alone.
    @Test func aWeekOfFlexibleHoursIsLegalAndItsCostIsTheRecount() throws {
        var contract = FloorFixture.fullTime(daily: 360...540)
        contract.overtimeMinutes = 240
        contract.voluntaryTimeOffMinutes = 180
        let campaign = FloorFixture.campaign(
            "c", open: ClockRange(ClockTime(hour: 8), ClockTime(hour: 20)), days: ScheduleTests.week)
        var work = FloorFixture.workRules()
        work.overtime = Self.overtime
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract], agents: FloorFixture.agents(9, contract: contract),
            work: work)
        let needs = FloorFixture.humps(scenario, campaign, peak: 6)
        let schedule = try schedule(
            Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]),
            staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario, effort: .light,
            control: RunControl())
        let pool = try #require(schedule.pools.first)
        #expect(brokenRules(pool, scenario).isEmpty)
        let hour = 1231 * 1.427
        var pay = 0.0
        for entry in pool.tours {
            let hours = Double(entry.tour.paidMinutes) / 60
            #expect((32...39).contains(hours))
            // 32 h are owed whatever happens; the first 8 h over 35 cost a quarter more.
            pay += Double(entry.count) * hour * (min(hours, 35) - 32 + 1.25 * max(0, hours - 35))
        }
        let penalty = recountedPenalty(schedule, pool: pool, needs: needs, scenario)
        #expect(abs(penalty + pay - pool.optimality.cost) < 1e-3)
        #expect(pool.optimality.bound <= pool.optimality.cost)
        #expect(pool.tours.contains { $0.tour.paidMinutes != 2100 })
    }
}

extension TinyFloor {
    /// The pool as the optimiser sees it, with its tours' costs.
    func pricedModel() -> (model: PoolModel, programmes: [TourProgramme]) {
        let work = WeekOfWork(campaign, week: 0, scenario: scenario)
        let groups =
            scenario.isNamed
            ? work.namedGroups(FloorFixture.staffing(scenario, campaign.id), scenario: scenario)
            : work.sizingGroups(scenario: scenario)
        let priced = PoolBuilder(
            work: work, groups: groups, requirement: requirement, scenario: scenario,
            isNamed: scenario.isNamed
        ).pricedModel()
        return (priced.model, priced.programmes)
    }
}
