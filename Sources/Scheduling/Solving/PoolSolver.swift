import Execution
import LinearProgramming
import Workforce

/// Integer tours for one pool, with the bound that proves how good they are.
struct PoolSolution: Sendable {
    var tours: [WeekTour]
    var optimality: Optimality
}

/// How much work a pool is given: counted, so that results never depend on the clock.
struct PoolEffort: Sendable {
    var subgradientSteps = 1000
    /// Single re-optimisations in all, and sweeps over everyone at most.
    var reoptimisations = 20_000
    var sweeps = 500
    /// Branch-and-bound nodes of a day.
    var dayNodes = 300
    var dayRounds = 2
    /// Pools of up to this many tours are finished by the master's integer programme.
    var smallPool = 8
    var masterRounds = 60
    var masterNodes = 400
}

/// Solves one pool (MATHS §3.3): greedy tours; subgradient prices, which prove
/// the bound; re-optimisation person by person under falling noise; then starts
/// and breaks of each day as an integer programme; small pools end with the
/// integer programme over tours.
///
/// Column generation on the master proves no more than the subgradient does
/// (within 0.1 % of the LP on the shared instances, at a tenth of the time), so
/// that it serves small pools only, for its columns.
func solvePool(
    _ model: PoolModel, programmes: [TourProgramme], effort: PoolEffort = PoolEffort(), control: RunControl
) throws(LinearProgramError) -> PoolSolution {
    guard !programmes.isEmpty, model.groups.contains(where: { $0.headcount != 0 }) else {
        let cost = model.cost(of: [])
        return PoolSolution(tours: [], optimality: Optimality(status: .optimal, cost: cost, bound: cost))
    }
    var pricing = TourPricing(model: model, programmes: programmes)
    var generator = SeededGenerator(seed: control.seed)
    let undone = model.cost.loads.map { _ in model.cost.undone }
    var search = TourSearch(pricing: pricing, tours: [], loadPrices: undone)
    search.complete()
    search.anneal(sweeps: 4, noise: 0, generator: &generator, control: control)
    pricing.limitHeadcounts(ofSolutionsUpTo: search.cost)
    let relaxed = Subgradient(steps: effort.subgradientSteps).run(
        &pricing, start: CoveragePrices.initial(model.cost), target: search.cost, control: control)
    let isPaid = model.groups.contains { $0.tourCost > 0 }
    // No term of the cost is negative.
    var bound = max(0, model.cost.latticeCeiling(relaxed.bound, isPaid: isPaid))
    func isProved() -> Bool { search.cost <= bound + 1e-6 * max(1, abs(search.cost)) }
    search.setLoadPrices(relaxed.prices.loads)
    if !isProved(), !control.shouldStop {
        let sweeps = min(effort.sweeps, effort.reoptimisations / max(1, search.tours.count))
        search.anneal(sweeps: sweeps, noise: model.cost.under, generator: &generator, control: control)
        for _ in 0..<effort.dayRounds where !isProved() && !control.shouldStop {
            var improved = false
            for day in 0..<7 where !control.shouldStop {
                if try search.improveDay(day, nodeLimit: effort.dayNodes, control: control) {
                    improved = true
                }
            }
            search.anneal(sweeps: 3, noise: 0, generator: &generator, control: control)
            if !improved { break }
        }
    }
    if !isProved(), search.tours.count <= effort.smallPool, !control.shouldStop {
        let master = try solveMaster(
            &pricing, start: search.tours, further: relaxed.tours, effort: effort, control: control)
        bound = max(bound, model.cost.latticeCeiling(master.bound, isPaid: isPaid))
        if let tours = master.tours, model.cost(of: tours) < search.cost - 1e-6 {
            search.replace(with: tours)
        }
    }
    let cost = search.cost
    let status: Optimality.Status = isProved() ? .optimal : control.shouldStop ? .stopped : .feasible
    return PoolSolution(
        tours: model.spreadingPauses(search.tours.filter { !$0.isVacant }),
        optimality: Optimality(status: status, cost: cost, bound: min(cost, bound)))
}

extension CoverageCost {
    /// A bound raised to the next value that a whole number of agents can
    /// cost: where nobody's pay and no load enters, costs are multiples of the
    /// greatest common divisor of the two prices.
    func latticeCeiling(_ bound: Double, isPaid: Bool) -> Double {
        guard loads.isEmpty, !isPaid, bound.isFinite, under < 1e12, over < 1e12,
            under == under.rounded(), over == over.rounded()
        else { return bound }
        var (a, b) = (Int(under), Int(over))
        while b != 0 { (a, b) = (b, a % b) }
        return a > 0 ? (bound / Double(a)).rounded(.up) * Double(a) : bound
    }
}
