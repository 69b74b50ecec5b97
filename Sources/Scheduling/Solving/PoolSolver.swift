import Execution
import LinearProgramming
import Workforce

/// Integer tours for one pool, with the bound that proves how good they are.
struct PoolSolution: Sendable {
    var tours: [WeekTour]
    var optimality: Optimality
}

/// Solves one pool: column generation for bound and columns, then integer
/// tours by rounding, greedy completion and improvement (MATHS §3.3).
func solvePool(
    _ model: PoolModel, programmes: [TourProgramme], control: RunControl
) throws(LinearProgramError) -> PoolSolution {
    var pricing = TourPricing(model: model, programmes: programmes)
    var generator = SeededGenerator(seed: control.seed)
    var known = TourColumns(tours: [], weights: [], prices: nil, bound: 0, isConverged: false)
    let undonePrices = model.cost.loads.map { _ in model.cost.undone }
    var search = TourSearch(pricing: pricing, tours: [], loadPrices: undonePrices)
    complete(&search)
    search.anneal(sweeps: 4, noise: 0, generator: &generator, control: control)
    known = try generateColumns(
        &pricing, start: search.tours, known: known, roundLimit: 400, control: control)
    search.setLoadPrices(known.prices?.loads ?? undonePrices)
    search.anneal(sweeps: 60, noise: model.cost.under * 0.5, generator: &generator, control: control)
    let cost = search.cost
    let status: Optimality.Status =
        cost <= known.bound + 1e-6 * max(1, abs(cost)) ? .optimal : control.shouldStop ? .stopped : .feasible
    return PoolSolution(
        tours: search.tours, optimality: Optimality(status: status, cost: cost, bound: min(cost, known.bound)))
}

/// Gives everyone who lacks one a tour, dearest understaffing first; in sizing
/// mode adds people while they pay.
func complete(_ search: inout TourSearch) {
    let programmes = search.pricing.programmes
    var counts = [Int](repeating: 0, count: search.model.groups.count)
    for tour in search.tours { counts[tour.group] += 1 }
    for isExact in [true, false] {
        while true {
            let open = programmes.indices.filter { index in
                let group = search.model.groups[programmes[index].group]
                return group.isExact == isExact
                    && group.headcount.map { counts[programmes[index].group] < $0 } ?? true
            }
            guard !open.isEmpty, search.insert(programmes: open, mustPay: !isExact),
                let added = search.tours.last
            else { break }
            counts[added.group] += 1
        }
    }
}
