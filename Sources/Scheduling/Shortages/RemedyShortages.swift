import Execution
import LinearProgramming
import Synchronization
import Workforce

/// How much is tried: counted, so that results never depend on the clock.
struct RemedyEffort: Sendable {
    /// Dearest shortages of each campaign for which remedies are sought.
    var shortages = 5
    /// Changes of each week that are solved again, the best by their relaxation.
    var solved = 3
    /// Remedies told of each shortage.
    var told = 2
    var relaxation = Subgradient(steps: 150)
    var pool = PoolEffort()
}

/// The shortages with what would lift the dearest of each campaign.
///
/// For each week concerned, the changes that the reasons suggest (rules, contracts, people) are
/// ranked by the Lagrangian bound of the week under them, to which their pay is added; the best are
/// solved as the schedule itself was. Only changes after which agent-hours are missing less, in the
/// stretch, by that second solution are remedies. Within a week's gap two solutions differ by
/// chance too: a remedy says what a plan with it reaches, not what it alone is worth.
///
/// - Parameters:
///   - shortages: from `explainShortages`, of the same schedule.
///   - control: the same seed as the schedule's; a deadline leaves later weeks without remedies.
/// - Throws: only when the linear programming library fails.
/// - Complexity: for each week, 150 pricings a change, and as long as the week took itself for
///   each of three changes.
public func addRemedies(
    to shortages: [ScheduleShortage], of schedule: Schedule, requirement: Requirement,
    staffing: Staffing?, for scenario: Scenario, control: RunControl
) throws(LinearProgramError) -> [ScheduleShortage] {
    try addRemedies(
        to: shortages, of: schedule, requirement: requirement, staffing: staffing, for: scenario,
        effort: RemedyEffort(), control: control)
}

/// `addRemedies` with a given effort.
func addRemedies(
    to shortages: [ScheduleShortage], of schedule: Schedule, requirement: Requirement,
    staffing: Staffing?, for scenario: Scenario, effort: RemedyEffort, control: RunControl
) throws(LinearProgramError) -> [ScheduleShortage] {
    let dear = dearest(shortages, count: effort.shortages)
    let searches = schedule.pools.compactMap { pool -> RemedySearch? in
        let own = dear.filter { shortages[$0].campaign == pool.campaign && shortages[$0].week == pool.week }
        guard !own.isEmpty else { return nil }
        return RemedySearch(
            pool: pool, shortages: own.map { shortages[$0] }, places: own, schedule: schedule,
            requirement: requirement, isNamed: staffing != nil, scenario: scenario, effort: effort)
    }
    let done = Mutex(0)
    let results = orderedParallelMap(searches, threads: control.threads) { search in
        // Costs and bounds of weeks under other rules are no progress of this schedule's.
        var own = control
        own.report = { _ in }
        let result = Result { () throws(LinearProgramError) in try search.remedies(control: own) }
        let count = done.withLock { value in
            value += 1
            return value
        }
        control.report(
            StageProgress(
                stage: .schedule, done: count, total: searches.count, subject: search.pool.campaign.name))
        return result
    }
    var told = shortages
    for (search, result) in zip(searches, results) {
        for (place, remedies) in zip(search.places, try result.get()) { told[place].remedies = remedies }
    }
    return told
}

/// Positions of each campaign's dearest shortages, in the order given.
private func dearest(_ shortages: [ScheduleShortage], count: Int) -> [Int] {
    var kept: [Identifier<Campaign>: Int] = [:]
    let order = shortages.indices.sorted { (shortages[$1].cost, $0) < (shortages[$0].cost, $1) }
    return order.filter { index in
        kept[shortages[index].campaign, default: 0] += 1
        return kept[shortages[index].campaign, default: 0] <= count
    }.sorted()
}

/// Remedies for shortages of one campaign and week.
private struct RemedySearch: Sendable {
    let pool: PoolWeek
    let shortages: [ScheduleShortage]
    /// Where the shortages stand in the whole list.
    let places: [Int]
    let schedule: Schedule
    let requirement: Requirement
    let isNamed: Bool
    let scenario: Scenario
    let effort: RemedyEffort

    private struct Solved {
        var change: ShortageRemedy.Change
        var coverage: [Int]
        var saving: Double
        var pay: Money
    }

    func remedies(control: RunControl) throws(LinearProgramError) -> [[ShortageRemedy]] {
        var solved: [Solved] = []
        for (change, instance, pay) in ranked(control: control).prefix(effort.solved) {
            guard !control.shouldStop else { break }
            let solution = try solvePool(
                instance.model, programmes: instance.programmes, effort: effort.pool, control: control)
            solved.append(
                Solved(
                    change: change, coverage: coverage(of: solution, instance),
                    saving: pool.optimality.cost - solution.optimality.cost, pay: pay))
        }
        let before = missingHours(scenario.horizon.coverage(of: schedule, campaign: pool.campaign))
        return shortages.map { shortage in
            let remedies = solved.map { one in
                ShortageRemedy(
                    change: one.change, hours: missingHours(one.coverage, in: shortage),
                    weekHoursBefore: before, weekHours: missingHours(one.coverage),
                    saving: Money(euros: one.saving / 100), pay: isNamed ? one.pay : nil)
            }
            let useful = remedies.enumerated().filter { $0.element.hours < shortage.hours - 1e-9 }
            let best = useful.sorted { ($1.element.net, $0.offset) < ($0.element.net, $1.offset) }
            return best.prefix(effort.told).map(\.element)
        }
    }

    /// Changes by the cost that the week's relaxation gives under them, their pay added: least first.
    private func ranked(
        control: RunControl
    ) -> [(change: ShortageRemedy.Change, instance: PoolInstance, pay: Money)] {
        var seen: Set<ShortageRemedy.Change> = []
        var found: [(change: ShortageRemedy.Change, instance: PoolInstance, pay: Money, cost: Double)] = []
        guard let campaign = scenario.campaign(pool.campaign) else { return [] }
        let work = WeekOfWork(campaign, week: pool.week, scenario: scenario)
        for change in shortages.flatMap({ $0.candidates(pool, scenario) }) where seen.insert(change).inserted
        {
            guard !control.shouldStop,
                let changed = change.applied(
                    to: scenario, groups: pool.groups, work: work, isNamed: isNamed),
                let instance = PoolInstance(
                    pool, groups: changed.groups, requirement: requirement, scenario: changed.scenario,
                    isNamed: isNamed,
                    kinds: schedule.kinds(of: pool.campaign, step: scenario.horizon.intervalMinutes))
            else { continue }
            var pricing = TourPricing(model: instance.model, programmes: instance.programmes)
            pricing.limitHeadcounts(ofSolutionsUpTo: pool.optimality.cost)
            let bound = effort.relaxation.run(
                &pricing, start: CoveragePrices.initial(instance.model.cost), target: pool.optimality.cost,
                control: control
            ).bound
            let pay = isNamed ? pay(for: change) : .zero
            found.append((change, instance, pay, bound + Double(pay.cents)))
        }
        let order = found.indices.sorted { (found[$0].cost, $0) < (found[$1].cost, $1) }
        return order.map { (found[$0].change, found[$0].instance, found[$0].pay) }
    }

    /// Pay a week at the contract's wage, with contributions before any reduction.
    private func pay(for change: ShortageRemedy.Change) -> Money {
        let (contract, minutes): (Identifier<EmploymentContract>, Int)
        switch change {
        case .moreHours(let id, let more):
            let people = pool.groups.reduce(0) {
                $0 + ($1.contract == id && $1.owedMinutes > 0 ? $1.headcount ?? 0 : 0)
            }
            (contract, minutes) = (id, people * more)
        case .oneMore(let id): (contract, minutes) = (id, scenario.floor.contract(id)?.weeklyMinutes ?? 0)
        default: return .zero
        }
        let wage = scenario.floor.contract(contract)?.grossHourlyWage.euros ?? 0
        return Money(euros: Double(minutes) / 60 * wage * (1 + scenario.rules.tariff.contributionShare))
    }

    private func coverage(of solution: PoolSolution, _ instance: PoolInstance) -> [Int] {
        var solved = pool
        solved.groups = instance.groups
        solved.tours = instance.model.tourCounts(
            solution.tours, groups: instance.groups, isPaid: instance.scenario.paidBreaks)
        // What is lent and borrowed stays.
        return scenario.horizon.coverage(
            of: Schedule(pools: [solved], loans: schedule.loans.filter { $0.day / 7 == pool.week }),
            campaign: pool.campaign)
    }

    /// Agent-hours missing in the week, or in one stretch of it.
    private func missingHours(_ coverage: [Int], in shortage: ScheduleShortage? = nil) -> Double {
        let horizon = scenario.horizon
        let needs = requirement.scheduled(for: pool.campaign, intervalCount: horizon.intervalCount)
        let intervals =
            shortage.map { horizon.intervals(ofDay: $0.day, in: $0.range) }
            ?? horizon.intervals(ofWeek: pool.week)
        return Double(intervals.reduce(0) { $0 + max(0, needs[$1] - coverage[$1]) }) * horizon.intervalHours
    }
}

extension ShortageRemedy {
    /// What it saves a week beyond its pay.
    fileprivate var net: Money { saving - (pay ?? .zero) }
}
