import Execution
import LinearProgramming
import Workforce

/// Schedules of pools solved alone, made better by lending agents between campaigns.
///
/// The pools of a week whose campaigns may help each other are searched together
/// (`SharedSearch`); a week in which no loan pays keeps its tours as they were. Weeks are
/// independent, and seeds are the pools': any number of threads gives the same result.
func share(
    _ solved: [SolvedPool], sharing: AgentSharing, staffing: Staffing, for scenario: Scenario,
    effort: PoolEffort, control: RunControl
) throws(LinearProgramError) -> Schedule {
    var tasks: [SharedTask] = []
    for week in 0..<scenario.horizon.weekCount {
        let own = solved.indices.filter { solved[$0].week.week == week }
        let pools = own.compactMap { solved[$0].prepared }
        for problem in SharedProblem.problems(
            week: week, pools: pools, sharing: sharing, staffing: staffing, scenario: scenario)
        {
            let places = problem.pools.map { pool in own.first { solved[$0].prepared?.stream == pool.stream }
            }
            tasks.append(SharedTask(problem: problem, places: places.compactMap { $0 }))
        }
    }
    let results = orderedParallelMap(tasks, threads: control.threads) {
        task -> Result<SharedSearch.Outcome, LinearProgramError> in
        let search = SharedSearch(problem: task.problem, effort: effort, control: control)
        do throws(LinearProgramError) {
            return .success(try search.run(apart: task.places.map { solved[$0].tours }))
        } catch {
            return .failure(error)
        }
    }
    var schedule = Schedule(pools: solved.map(\.week))
    for (task, result) in zip(tasks, results) {
        switch result {
        case .success(let outcome): task.write(outcome, to: &schedule, scenario: scenario, control: control)
        case .failure(let error): throw error
        }
    }
    return schedule
}

/// Pools that may share in one week, and where they stand in the schedule.
private struct SharedTask: Sendable {
    let problem: SharedProblem
    let places: [Int]

    func write(
        _ outcome: SharedSearch.Outcome, to schedule: inout Schedule, scenario: Scenario, control: RunControl
    ) {
        let cost = outcome.best?.cost ?? outcome.apart
        let bound = min(cost, outcome.bound)
        let status: Optimality.Status =
            cost - bound <= 1e-6 * max(1, cost) ? .optimal : control.shouldStop ? .stopped : .feasible
        schedule.shared.append(
            SharedWeek(
                week: problem.week, campaigns: problem.pools.map(\.work.campaign.id),
                optimality: Optimality(status: status, cost: cost, bound: bound), apartCost: outcome.apart))
        guard let best = outcome.best else { return }
        schedule.loans += problem.loans(best.lent)
        for (p, place) in places.enumerated() {
            schedule.pools[place] = pool(p, best, status: status, bound: bound, scenario: scenario)
        }
    }

    /// A pool; where it lends, its groups are parted by whom their people may help, so that
    /// whoever takes a tour can do what it lends.
    ///
    /// Only the joint problem has a bound: each pool is given the share of it that it has of the
    /// cost, and so its gap.
    private func pool(
        _ p: Int, _ best: SharedSearch.Found, status: Optimality.Status, bound: Double, scenario: Scenario
    ) -> PoolWeek {
        let pool = problem.pools[p]
        let own = problem.classes.indices.filter { problem.classes[$0].pool == p }
        let optimality = Optimality(
            status: status, cost: best.costs[p], bound: best.cost > 0 ? bound * best.costs[p] / best.cost : 0)
        guard own.contains(where: { best.lent[$0].joined().contains { $0 > 0 } }) else {
            let solution = PoolSolution(tours: own.flatMap { best.tours[$0] }, optimality: optimality)
            return pool.week(solution, scenario: scenario)
        }
        var (groups, tours): ([TourGroup], [WeekTour]) = ([], [])
        var model = pool.model
        model.groups = []
        for (g, group) in pool.groups.enumerated() {
            var rest = group
            for k in own {
                guard let member = problem.classes[k].members.first(where: { $0.group == g }) else {
                    continue
                }
                var part = group
                part.agents = member.agents
                part.headcount = member.agents.count
                rest.agents.removeAll { member.agents.contains($0) }
                tours += best.tours[k].filter { $0.group == g }.map { tour in
                    WeekTour(group: groups.count, days: tour.days, band: tour.band)
                }
                groups.append(part)
                model.groups.append(pool.model.groups[g])
            }
            // Those without a legal tour.
            guard !rest.agents.isEmpty else { continue }
            rest.headcount = rest.agents.count
            groups.append(rest)
            model.groups.append(pool.model.groups[g])
        }
        return PoolWeek(
            campaign: pool.work.campaign.id, week: pool.work.week, groups: groups,
            tours: model.tourCounts(tours, groups: groups, isPaid: scenario.paidBreaks),
            optimality: optimality)
    }
}
