import Execution
import LinearProgramming
import Synchronization
import Workforce

/// Designs the anonymous tours of every campaign and week: legal weekly
/// schedules with lunch and rest breaks placed.
///
/// Minimised, per campaign and week, in cents: agents missing and agents too
/// many in each interval at the scenario's weights, hours of workload left
/// undone, and in sizing mode the loaded pay of the people used. Understaffing
/// is priced, never forbidden: a bad week gives tours with gaps, not a failure.
///
/// Where the scenario has `sharing` and agents are named, campaigns of a site lend each other
/// agents (`Sharing/`); otherwise every pool is solved by itself.
///
/// Left to others: rest and runs of days across Sunday night (Rostering; weekly
/// rest here counts on neighbouring weeks keeping the campaign's hours), and the
/// fewest agents at once of a workload, which is no limit here.
///
/// - Parameters:
///   - requirement: agents wanted per interval, and workloads.
///   - staffing: who works where (named mode: every agent gets exactly one
///     tour, if the group has a legal one); nil = sizing mode, where contracts
///     are types and headcount is chosen where it pays. A contract's
///     `maximumHeadcount` then holds for each campaign and week by itself.
///   - control: seed, threads, progress, deadline. Only a run that the deadline
///     stops depends on the clock.
/// - Returns: pools by week, then by campaign in the scenario's order; each with
///   cost, proved lower bound and gap. Weeks of a campaign with neither people
///   nor work have no pool.
/// - Throws: only when the linear programming library fails.
///
/// Literature: Dantzig (1954) and Bechtold & Jacobs (1990) for covers and
/// breaks; column generation over tours after Desaulniers, Desrosiers &
/// Solomon (2005).
public func schedule(
    _ requirement: Requirement, staffing: Staffing?, for scenario: Scenario, control: RunControl
) throws(LinearProgramError) -> Schedule {
    try schedule(requirement, staffing: staffing, for: scenario, effort: PoolEffort(), control: control)
}

/// `schedule` with a given effort for each pool.
func schedule(
    _ requirement: Requirement, staffing: Staffing?, for scenario: Scenario, effort: PoolEffort,
    control: RunControl
) throws(LinearProgramError) -> Schedule {
    var tasks: [PoolTask] = []
    for week in 0..<scenario.horizon.weekCount {
        for campaign in scenario.campaigns {
            let work = WeekOfWork(campaign, week: week, scenario: scenario)
            tasks.append(PoolTask(work: work, stream: tasks.count))
        }
    }
    let done = Mutex(0)
    let total = tasks.count
    let results = orderedParallelMap(tasks, threads: control.threads) { task in
        let result = task.solve(
            requirement, staffing: staffing, scenario: scenario, effort: effort, control: control)
        let count = done.withLock { value in
            value += 1
            return value
        }
        control.report(
            StageProgress(
                stage: .schedule, done: count, total: total, subject: task.work.campaign.id.name))
        return result
    }
    var pools: [SolvedPool] = []
    for result in results {
        switch result {
        case .success(let pool): if let pool { pools.append(pool) }
        case .failure(let error): throw error
        }
    }
    guard let sharing = scenario.sharing, let staffing else { return Schedule(pools: pools.map(\.week)) }
    return try share(
        pools, sharing: sharing, staffing: staffing, for: scenario, effort: effort, control: control)
}

/// One campaign and week to schedule.
private struct PoolTask: Sendable {
    let work: WeekOfWork
    /// Random numbers of each pool are independent of the others'.
    let stream: Int

    func solve(
        _ requirement: Requirement, staffing: Staffing?, scenario: Scenario, effort: PoolEffort,
        control: RunControl
    ) -> Result<SolvedPool?, LinearProgramError> {
        guard
            let pool = PreparedPool(
                work, stream: stream, requirement: requirement, staffing: staffing, scenario: scenario)
        else { return .success(nil) }
        do throws(LinearProgramError) {
            let solution = try solvePool(
                pool.model, programmes: pool.programmes, effort: effort, control: pool.control(control))
            let isShared = scenario.sharing != nil && staffing != nil
            return .success(
                SolvedPool(
                    week: pool.week(solution, scenario: scenario), prepared: isShared ? pool : nil,
                    tours: solution.tours))
        } catch {
            return .failure(error)
        }
    }
}

/// A pool and its tours.
struct SolvedPool: Sendable {
    var week: PoolWeek
    /// Kept only where pools are to share agents.
    var prepared: PreparedPool?
    var tours: [WeekTour]
}

/// One campaign and week ready for the optimiser.
struct PreparedPool: Sendable {
    let work: WeekOfWork
    let stream: Int
    let groups: [TourGroup]
    var model: PoolModel
    let programmes: [TourProgramme]

    /// - Returns: nil where there are neither people nor work.
    init?(
        _ work: WeekOfWork, stream: Int, requirement: Requirement, staffing: Staffing?, scenario: Scenario
    ) {
        let groups =
            staffing.map { work.namedGroups($0, scenario: scenario) }
            ?? work.sizingGroups(scenario: scenario)
        let builder = PoolBuilder(
            work: work, groups: groups, requirement: requirement, scenario: scenario,
            isNamed: staffing != nil)
        var model = builder.model()
        guard model.cost.hasWork || (staffing != nil && !groups.isEmpty) else { return nil }
        var programmes: [TourProgramme] = []
        for index in groups.indices {
            guard let programme = TourProgramme(group: index, model: model) else { continue }
            model.groups[index].tourCost = builder.tourCost(of: groups[index], paidSlots: programme.paid)
            programmes.append(programme)
        }
        // Groups without a legal tour give none: their people are a named gap.
        for index in groups.indices where !programmes.contains(where: { $0.group == index }) {
            model.groups[index].headcount = 0
        }
        self.work = work
        self.stream = stream
        self.groups = groups
        self.model = model
        self.programmes = programmes
    }

    /// The run's control with the pool's own seed.
    func control(_ control: RunControl) -> RunControl {
        var control = control
        control.seed &+= UInt64(stream) &* 0x9E37_79B9_7F4A_7C15
        return control
    }

    func week(_ solution: PoolSolution, scenario: Scenario) -> PoolWeek {
        PoolWeek(
            campaign: work.campaign.id, week: work.week, groups: groups,
            tours: model.tourCounts(solution.tours, groups: groups, isPaid: scenario.paidBreaks),
            optimality: solution.optimality)
    }
}

extension Scenario {
    /// Whether a contract pays rest breaks.
    func paidBreaks(_ contract: Identifier<EmploymentContract>) -> Bool {
        floor.contract(contract)?.breaksArePaid ?? true
    }
}

extension CoverageCost {
    /// Whether anyone is wanted at any time.
    var hasWork: Bool {
        needs.contains { $0 > 0 } || repeated.contains { $0.need > 0 } || loads.contains { $0.amount > 0 }
    }
}
