import Execution
import LinearProgramming
import Testing
import Workforce

@testable import Scheduling

/// `models/day.mod`, `week.mod` and `tours.mod` on exported data against the builders and the search.
@Suite struct SpecificationTests {
    /// The exported day has the optimum of the programme that the search solves.
    @Test(arguments: [(1, 3), (2, 4), (3, 5), (4, 6)] as [(UInt64, Int)])
    func theDayIsTheProgramme(seed: UInt64, people: Int) throws {
        let floor = TinyFloor(seed: seed, people: people)
        let pool = try instance(floor)
        let solution = try solvePool(pool.model, programmes: pool.programmes, control: RunControl())
        let search = TourSearch(
            pricing: TourPricing(model: pool.model, programmes: pool.programmes),
            tours: solution.tours, loadPrices: [])
        for day in 0..<2 {
            let classes = search.dayClasses(day)
            #expect(classes.reduce(0) { $0 + $1.people.count } > 0)
            let programme = DayProgramme(
                model: pool.model, day: day, classes: classes, loadWorth: search.loadWorth,
                loadRoom: search.loadRoom)
            let outcome = try programme.program.solve(options: SolveOptions(), control: RunControl())
            let built = try #require(outcome.solution).objective
            let specified = try ModelTests.optimum(
                model: "day", data: pool.model.dayData(day, classes: classes))
            #expect(abs(specified - built) < 1e-6)
        }
    }

    /// Where days are equally long the compact week is exact: the proved search has its optimum.
    @Test(arguments: [(1, 3), (2, 4), (3, 5)] as [(UInt64, Int)])
    func theWeekIsTheSearch(seed: UInt64, people: Int) throws {
        let floor = TinyFloor(seed: seed, people: people, dailyMinutes: 240...240)
        let pool = try instance(floor)
        let solution = try solvePool(pool.model, programmes: pool.programmes, control: RunControl())
        #expect(solution.optimality.status == .optimal)
        let specified = try ModelTests.optimum(
            model: "week", data: pool.model.weekData(pool.programmes))
        #expect(abs(specified - solution.optimality.cost) < 1e-6)
    }

    /// Flexible days: hours are owed by the band as a whole, so that the compact week only bounds.
    @Test(arguments: 1...4) func theWeekBoundsFlexibleDays(seed: UInt64) throws {
        let floor = TinyFloor(seed: seed, people: 3)
        let pool = try instance(floor)
        let solution = try solvePool(pool.model, programmes: pool.programmes, control: RunControl())
        let specified = try ModelTests.optimum(
            model: "week", data: pool.model.weekData(pool.programmes))
        #expect(specified <= solution.optimality.cost + 1e-6 && specified > 0)
    }

    /// The tours exported hold the plan, and nothing better than the bound.
    @Test(arguments: [(1, nil), (2, 6.0), (3, nil)] as [(UInt64, Double?)])
    func theToursHoldThePlan(seed: UInt64, loadHours: Double?) throws {
        let floor = TinyFloor(seed: seed, people: 3, loadHours: loadHours)
        let data = try #require(
            try poolData(
                .tours, of: floor.campaign, week: 0, requirement: floor.requirement,
                staffing: FloorFixture.staffing(floor.scenario, floor.campaign.id), for: floor.scenario,
                control: RunControl()))
        let pool = try instance(floor)
        let solution = try solvePool(pool.model, programmes: pool.programmes, control: RunControl())
        let specified = try ModelTests.optimum(model: "tours", data: data)
        #expect(specified <= solution.optimality.cost + 1e-6)
        #expect(specified >= solution.optimality.bound - 1e-6)
    }

    private func instance(_ floor: TinyFloor) throws -> PreparedPool {
        try #require(
            PreparedPool(
                WeekOfWork(floor.campaign, week: 0, scenario: floor.scenario),
                requirement: floor.requirement,
                staffing: FloorFixture.staffing(floor.scenario, floor.campaign.id),
                scenario: floor.scenario))
    }
}
