import Execution
import LinearProgramming
import Workforce

/// How much work the weeks are given together: counted, as everywhere.
struct WeeksEffort: Sendable {
    var rounds = 12
    var subgradientSteps = 400
    /// Branch-and-bound nodes of each decision.
    var nodes = 100
    /// Relative gap between the best choice's bound and the bound of all that ends the rounds.
    var gap = 1e-3
}

/// Hours and free weekends of all weeks, and what bounds their cost.
struct WeeksPlan: Sendable {
    var choices: WeekChoices
    /// Lower bound on the cost of the pools below, whatever hours and weekends are given.
    var bound: Double
    /// Campaign and week of the pools that the choices concern.
    var pools: Set<WeekPlace>
}

struct WeekPlace: Hashable, Sendable {
    var campaign: Identifier<Campaign>
    var week: Int
}

/// Decides weekly hours (modulation) and free weekends (rotations) for all
/// weeks together, before any week's tours are made.
///
/// Logic-based Benders decomposition (Geoffrion 1972; Hooker & Ottosson 2003):
/// each round prices every week at the hours given so far; its prices bound the
/// week's cost for all other hours as well (`WeekCut`), and the programme over
/// the weeks chooses again. The choice whose weeks have the least bound is kept;
/// the programme's relaxation bounds every choice.
///
/// - Returns: nil where no contract leaves a choice: then nothing is computed.
func planWeeks(
    _ requirement: Requirement, staffing: Staffing, for scenario: Scenario,
    effort: WeeksEffort = WeeksEffort(), control: RunControl
) throws(LinearProgramError) -> WeeksPlan? {
    guard let model = WeeksModel(requirement, staffing: staffing, scenario: scenario) else { return nil }
    var cuts: [WeekCut] = []
    var prices = [[CoveragePrices]](repeating: [], count: model.pools.count)
    var decision = try model.decide([], nodes: effort.nodes, control: control)
    var best = (decision: decision, bound: Double.infinity, cost: Double.infinity)
    var bound = 0.0
    var tried: Set<[[OfferHours: Int]]> = []
    for _ in 0..<effort.rounds {
        let people = decision.people(pools: model.pools.count)
        guard tried.insert(people).inserted, !control.shouldStop else { break }
        let known = prices
        let results = orderedParallelMap(model.pools, threads: control.threads) { pool in
            let found = pool.relax(
                people[pool.index], steps: effort.subgradientSteps, start: known[pool.index].suffix(2),
                control: control)
            return (found, pool.cut(at: found.prices))
        }
        for (index, (found, cut)) in results.enumerated() {
            prices[index].append(found.prices)
            cuts.append(cut)
        }
        let reached = results.reduce(0) { $0 + $1.0.bound }
        let cost = results.reduce(0) { $0 + $1.0.cost }
        if (reached, cost) < (best.bound, best.cost) { best = (decision, reached, cost) }
        bound = max(bound, try model.bound(cuts, control: control))
        if best.bound - bound <= effort.gap * best.bound { break }
        decision = try model.decide(cuts, nodes: effort.nodes, control: control)
    }
    return WeeksPlan(choices: best.decision.choices(step: model.step), bound: bound, pools: model.places)
}

extension WeeksModel {
    /// What no choice of hours and weekends costs less than, by the cuts known.
    fileprivate func bound(_ cuts: [WeekCut], control: RunControl) throws(LinearProgramError) -> Double {
        let master = WeeksMaster(cohorts, pools: pools, cuts: cuts, decision: .none)
        guard case .optimal(let solution) = try master.program.solve(control: control) else { return 0 }
        // Less what simplex leaves to its tolerances.
        return max(0, solution.objective * (1 - 1e-7) - 1e-3)
    }
}

extension [PoolWeek] {
    /// The cost of all pools beside what the weeks together bound it by.
    func optimality(across weeks: WeeksPlan) -> Optimality {
        let cost = reduce(0) { $0 + $1.optimality.cost }
        let others = filter { !weeks.pools.contains(WeekPlace(campaign: $0.campaign, week: $0.week)) }
        let bound = Swift.min(cost, others.reduce(weeks.bound) { $0 + $1.optimality.bound })
        let isStopped = contains { $0.optimality.status == .stopped }
        return Optimality(
            status: bound >= cost - 1e-6 * Swift.max(1, cost) ? .optimal : isStopped ? .stopped : .feasible,
            cost: cost, bound: bound)
    }
}
