import LinearProgramming
import Workforce

@testable import Scheduling

/// Every set of kinds of a tiny floor, judged by a linear programme written out in full: one column
/// a legal tour, one plain row an interval. Shares nothing with the engine's masters.
struct TinyKinds {
    let floor: TinyFloor
    let people: Int
    private let tours: [Tour]
    let kinds: [ClockRange]

    init(seed: UInt64, people: Int) throws {
        floor = TinyFloor(seed: seed, people: people)
        self.people = people
        let pool = PoolWeek(
            campaign: floor.campaign.id, week: 0,
            groups: WeekOfWork(floor.campaign, week: 0, scenario: floor.scenario).namedGroups(
                FloorFixture.staffing(floor.scenario, floor.campaign.id), scenario: floor.scenario),
            tours: [], optimality: Optimality(status: .feasible, cost: 0, bound: 0))
        tours = floor.allTours(pool)
        kinds = Set(tours.flatMap { $0.shifts.compactMap { $0?.range } })
            .sorted { ($0.start.minute, $0.end.minute) < ($1.start.minute, $1.end.minute) }
    }

    /// Least cost of fractional tours of these kinds; nil when there is no tour.
    func relaxedCost(_ allowed: Set<ClockRange>) throws -> Double? {
        let usable = tours.filter { $0.shifts.allSatisfy { $0.map { allowed.contains($0.range) } ?? true } }
        guard !usable.isEmpty else { return nil }
        var program = LinearProgram(.minimize)
        let rows = floor.needs.map { program.addRow([], .equal(Double($0))) }
        let all = program.addRow([], .equal(Double(people)))
        for row in rows {
            program.addVariable(cost: 6000, entries: [Entry(row, 1)])
            program.addVariable(cost: 600, entries: [Entry(row, -1)])
        }
        for cover in Set(usable.map(floor.coverage)) {
            let entries = zip(rows, cover).filter { $0.1 > 0 }.map { Entry($0.0, Double($0.1)) }
            program.addVariable(cost: 0, entries: entries + [Entry(all, 1)])
        }
        return try program.solve().solution?.objective
    }

    /// Least over all sets of at most so many kinds.
    func leastRelaxedCost(most: Int) throws -> Double {
        var least = Double.infinity
        func extend(_ chosen: [ClockRange], from first: Int) throws {
            if let cost = try relaxedCost(Set(chosen)) { least = min(least, cost) }
            guard chosen.count < most else { return }
            for index in first..<kinds.count { try extend(chosen + [kinds[index]], from: index + 1) }
        }
        try extend([], from: 0)
        return least
    }

    func schedule(most: Int) throws -> Schedule {
        var scenario = floor.scenario
        scenario.shiftKinds = ShiftKindLimit(most: most)
        return try Scheduling.schedule(
            floor.requirement, staffing: FloorFixture.staffing(scenario, floor.campaign.id), for: scenario,
            effort: .light, control: .init())
    }
}
