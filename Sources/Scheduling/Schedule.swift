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
/// Where the scenario wants few kinds of shift, each campaign's are chosen first, over all weeks
/// together (`choosePlanKinds`), and the tours keep to them.
///
/// Where contracts modulate weekly hours or give weekends in turn, `planWeeks`
/// first decides both for all weeks together (named mode).
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
///   - leeways: what targets over a day, week or month leave open (`periodLeeways` of Sizing); the
///     needs of these are then placed together with the tours (`placeNeeds`). Campaigns that may
///     lend agents, and weeks decided together (`planWeeks`), take the requirement as given.
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
    _ requirement: Requirement, staffing: Staffing?, leeways: [PeriodLeeway] = [], for scenario: Scenario,
    control: RunControl
) throws(LinearProgramError) -> Schedule {
    try schedule(
        requirement, staffing: staffing, leeways: leeways, for: scenario, effort: PoolEffort(),
        control: control)
}

/// `schedule` with a given effort for each pool.
func schedule(
    _ requirement: Requirement, staffing: Staffing?, leeways: [PeriodLeeway] = [], for scenario: Scenario,
    effort: PoolEffort, control: RunControl
) throws(LinearProgramError) -> Schedule {
    var weeks: WeeksPlan?
    if let staffing {
        weeks = try planWeeks(
            requirement, staffing: staffing, for: scenario, control: control.capped(at: 0.15))
    }
    let choices = weeks?.choices ?? WeekChoices()
    // Bounds over several pools hold for the requirement that they were proved with.
    let takesNeedsAsGiven = weeks != nil || (scenario.sharing != nil && staffing != nil)
    let leeways = takesNeedsAsGiven ? [] : leeways
    let kinds = try choosePlanKinds(
        requirement, staffing: staffing, choices: choices, for: scenario, control: control.capped(at: 0.2))
    // Lending comes last and wants about as long as a week alone.
    let apart = scenario.sharing == nil ? control : control.capped(at: 0.6)
    var tasks: [PoolTask] = []
    for week in 0..<scenario.horizon.weekCount {
        for campaign in scenario.campaigns {
            let work = WeekOfWork(campaign, week: week, scenario: scenario)
            let own = kinds.first { $0.campaign == campaign.id }?.kinds
            tasks.append(PoolTask(work: work, stream: tasks.count, choices: choices, kinds: own))
        }
    }
    let started = Mutex(0)
    let done = Mutex(0)
    let total = tasks.count
    let results = orderedParallelMap(tasks, threads: control.threads) { task in
        var own = control.naming(
            task.subject(scenario.horizon), done: { done.withLock { $0 } }, total: total)
        // Each week has an even share of the time left, so that none is left without.
        let left = started.withLock { value in
            value += 1
            return total - value + 1
        }
        own.deadline = apart.capped(at: Double(control.threads) / Double(left)).deadline
        let result = task.solve(
            requirement, staffing: staffing, leeways: leeways, scenario: scenario, effort: effort,
            control: own)
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
    guard let sharing = scenario.sharing, let staffing else {
        let weekly = pools.map(\.week)
        return Schedule(
            pools: weekly, kinds: kinds.map { $0.summary(scenario.horizon) },
            acrossWeeks: weeks.map { weekly.optimality(across: $0) }, placed: pools.compactMap(\.placed))
    }
    var shared = try share(
        pools, sharing: sharing, staffing: staffing, for: scenario, effort: effort, control: control)
    shared.kinds = kinds.map { $0.summary(scenario.horizon) }
    return shared
}

extension RunControl {
    /// The same run with a share of the time that is left.
    fileprivate func capped(at share: Double) -> RunControl {
        var control = self
        control.deadline = deadline.capped(seconds: deadline.remainingSeconds * share)
        return control
    }
}

/// One campaign and week to schedule.
private struct PoolTask: Sendable {
    let work: WeekOfWork
    /// Random numbers of each pool are independent of the others'.
    let stream: Int
    /// Hours and weekends decided for all weeks.
    let choices: WeekChoices
    /// The kinds of shift it may use; nil = any.
    let kinds: Set<ShiftKind>?

    /// `hotline 2026-11-23`: campaign and Monday.
    func subject(_ horizon: Horizon) -> String {
        "\(work.campaign.id.name) \(horizon.date(ofDay: work.week * 7).iso8601)"
    }

    func solve(
        _ requirement: Requirement, staffing: Staffing?, leeways: [PeriodLeeway], scenario: Scenario,
        effort: PoolEffort, control: RunControl
    ) -> Result<SolvedPool?, LinearProgramError> {
        guard
            var pool = PreparedPool(
                work, stream: stream, requirement: requirement, staffing: staffing, choices: choices,
                scenario: scenario)
        else { return .success(nil) }
        if let kinds { pool = pool.restricted(to: kinds) }
        do throws(LinearProgramError) {
            var solution = try solvePool(
                pool.model, programmes: pool.programmes, effort: effort, control: pool.control(control))
            var placed: PlacedNeeds?
            if pool.hasPeople,
                let open = PeriodNeeds(leeways, work: work, model: pool.model, horizon: scenario.horizon)
            {
                let joint = try placeNeeds(
                    pool, open: open, leeways: leeways, found: solution, horizon: scenario.horizon,
                    effort: effort, control: pool.control(control))
                (solution, placed) = (joint.solution, joint.needs)
            }
            let isShared = scenario.sharing != nil && staffing != nil
            return .success(
                SolvedPool(
                    week: pool.week(solution, scenario: scenario), prepared: isShared ? pool : nil,
                    tours: solution.tours, placed: placed))
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
    /// Needs chosen together with the tours, where targets leave them open.
    var placed: PlacedNeeds?
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
