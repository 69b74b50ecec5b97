import Execution
import LinearProgramming
import Workforce

/// The kinds of shift chosen for one campaign.
struct PlanKinds: Sendable {
    let campaign: Identifier<Campaign>
    let kinds: Set<ShiftKind>
    let limit: Int?
    /// Cost of fractional tours of these kinds, and the bound that holds for any kinds, over all
    /// weeks, cents.
    let relaxedCost: Double
    let anyKindsBound: Double

    func summary(_ horizon: Horizon) -> CampaignShiftKinds {
        let step = horizon.intervalMinutes
        return CampaignShiftKinds(
            campaign: campaign,
            kinds: kinds.sorted().map {
                ClockRange(
                    ClockTime(minute: $0.start * step), ClockTime(minute: ($0.start + $0.length) * step))
            }, limit: limit, relaxedCost: relaxedCost, anyKindsBound: anyKindsBound)
    }
}

/// Chooses few kinds of shift for each campaign, the same in all its weeks, so that people know
/// their hours: at most `most`, each of which saves its price in every week.
///
/// The minimum shift design problem (Di Gaspero et al. 2007) on tours. What kinds are worth is
/// judged by the linear programme over the weeks' tours, so that lengths, contracts and leave are
/// seen as the engine will see them; `KindChoice` says how. Kinds that somebody needs for a legal
/// week stay, even beyond the limit.
///
/// - Returns: by campaign; nothing where no limit is set, and for campaigns without people or work
///   or with no more kinds than are wanted and no price on them.
func choosePlanKinds(
    _ requirement: Requirement, staffing: Staffing?, choices: WeekChoices = WeekChoices(),
    for scenario: Scenario, control: RunControl
) throws(LinearProgramError) -> [PlanKinds] {
    guard let limit = scenario.shiftKinds, limit.most != nil || limit.pricePerWeek.cents > 0 else {
        return []
    }
    let results = orderedParallelMap(scenario.campaigns, threads: control.threads) {
        campaign -> Result<PlanKinds?, LinearProgramError> in
        let pools = (0..<scenario.horizon.weekCount).compactMap { week in
            PreparedPool(
                WeekOfWork(campaign, week: week, scenario: scenario), requirement: requirement,
                staffing: staffing, choices: choices, scenario: scenario)
        }
        do throws(LinearProgramError) {
            let chosen = try chooseKinds(
                of: pools.filter { !$0.programmes.isEmpty }, limit: limit, control: control)
            return .success(
                chosen.map {
                    PlanKinds(
                        campaign: campaign.id, kinds: $0.kinds, limit: limit.most, relaxedCost: $0.cost,
                        anyKindsBound: $0.anyKindsBound)
                })
        } catch {
            return .failure(error)
        }
    }
    var choices: [PlanKinds] = []
    for result in results {
        switch result {
        case .success(let choice): if let choice { choices.append(choice) }
        case .failure(let error): throw error
        }
    }
    return choices
}

/// Chooses kinds for the weeks of one campaign; nil where nothing need be chosen.
func chooseKinds(
    of pools: [PreparedPool], limit: ShiftKindLimit, control: RunControl
) throws(LinearProgramError) -> (kinds: Set<ShiftKind>, cost: Double, anyKindsBound: Double)? {
    let kinds = pools.reduce(into: Set<ShiftKind>()) { $0.formUnion($1.model.kinds) }.sorted()
    let price = max(0, Double(limit.pricePerWeek.cents)) * Double(pools.count)
    guard !kinds.isEmpty, price > 0 || kinds.count > limit.most ?? kinds.count else { return nil }
    let starts = pools.map { WeekStart($0, control: control) }
    return try withSessions(starts.map(\.master.program)) { sessions throws(LinearProgramError) in
        var weeks: [WeekRelaxation] = []
        for (start, session) in zip(starts, sessions) {
            weeks.append(try WeekRelaxation(start, kinds: kinds, session: session))
        }
        var choice = KindChoice(
            weeks: weeks, count: kinds.count, most: limit.most.map { max(1, $0) }, price: price,
            control: control)
        let (open, cost) = try choice.run()
        var bound = 0.0
        for (week, pool) in zip(choice.freeBounds, pools) {
            let isPaid = pool.model.groups.contains(where: \.isPaid)
            bound += max(0, pool.model.cost.latticeCeiling(week, isPaid: isPaid))
        }
        return (Set(kinds.indices.filter { open[$0] }.map { kinds[$0] }), cost, bound)
    }
}
