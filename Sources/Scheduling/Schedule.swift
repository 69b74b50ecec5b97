import Execution
import LinearProgramming
import Synchronization
import Workforce

/// Designs the anonymous tours of every campaign and week: legal weekly
/// schedules with lunch and rest breaks placed.
///
/// Minimised, per campaign and week, in cents: agents missing and agents too
/// many in each interval at the scenario's weights, hours of workload left
/// undone, and in sizing mode the loaded pay of the people used. Where contracts
/// allow overtime, voluntary time off or a range of weekly hours, the pay that
/// the choice of hours decides is inside: all of it in sizing mode, in named mode
/// what exceeds the least that the contract lets be given. Understaffing
/// is priced, never forbidden: a bad week gives tours with gaps, not a failure.
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
    var pools: [PoolWeek] = []
    for result in results {
        switch result {
        case .success(let pool): if let pool { pools.append(pool) }
        case .failure(let error): throw error
        }
    }
    return Schedule(pools: pools)
}

/// One campaign and week to schedule.
private struct PoolTask: Sendable {
    let work: WeekOfWork
    /// Random numbers of each pool are independent of the others'.
    let stream: Int

    func solve(
        _ requirement: Requirement, staffing: Staffing?, scenario: Scenario, effort: PoolEffort,
        control: RunControl
    ) -> Result<PoolWeek?, LinearProgramError> {
        do throws(LinearProgramError) {
            return .success(
                try pool(
                    requirement, staffing: staffing, scenario: scenario, effort: effort, control: control))
        } catch {
            return .failure(error)
        }
    }

    private func pool(
        _ requirement: Requirement, staffing: Staffing?, scenario: Scenario, effort: PoolEffort,
        control: RunControl
    ) throws(LinearProgramError) -> PoolWeek? {
        var groups =
            staffing.map { work.namedGroups($0, scenario: scenario) }
            ?? work.sizingGroups(scenario: scenario)
        let builder = PoolBuilder(
            work: work, groups: groups, requirement: requirement, scenario: scenario,
            isNamed: staffing != nil)
        let (model, programmes) = builder.pricedModel()
        guard model.cost.hasWork || (staffing != nil && !groups.isEmpty) else { return nil }
        for programme in programmes where programme.hours != nil {
            groups[programme.group].settle(normal: programme.paid * scenario.horizon.intervalMinutes)
        }
        var control = control
        control.seed &+= UInt64(stream) &* 0x9E37_79B9_7F4A_7C15
        let solution = try solvePool(model, programmes: programmes, effort: effort, control: control)
        return PoolWeek(
            campaign: work.campaign.id, week: work.week, groups: groups,
            tours: model.tourCounts(solution.tours, groups: groups, isPaid: scenario.paidBreaks),
            optimality: solution.optimality)
    }
}

extension TourGroup {
    /// Notes the paid time of a tour with neither overtime nor time off.
    fileprivate mutating func settle(normal: Int) {
        guard var hours = flexibility else { return }
        hours.normalMinutes = normal
        hours.leastMinutes = min(hours.leastMinutes, normal)
        flexibility = hours
    }
}

extension Scenario {
    /// Whether a contract pays rest breaks.
    fileprivate func paidBreaks(_ contract: Identifier<EmploymentContract>) -> Bool {
        floor.contract(contract)?.breaksArePaid ?? true
    }
}

extension CoverageCost {
    /// Whether anyone is wanted at any time.
    var hasWork: Bool {
        needs.contains { $0 > 0 } || repeated.contains { $0.need > 0 } || loads.contains { $0.amount > 0 }
    }
}
