import Workforce

/// Exact pricing of the tours of pools that lend agents, and the bound that prices prove.
///
/// Under worths v of an agent in each pool and cell, an agent's tour is worth Σ_t max(v_t of the
/// own pool, v_t of the pools that the agent may help): in each interval they work where they are
/// worth most. For any −over ≤ v ≤ under (and w ≤ undone for loads), Σ constants of the pools +
/// Σ people · (tour cost − worth of the best tour) is at most the joint optimum, with loans of any
/// length at no price: the Lagrangian bound of `TourPricing` with the loans inside.
struct SharedPricing {
    let problem: SharedProblem
    private var classes: [TourPricing]

    struct Outcome {
        /// Best tours and other good ones, by class.
        var tours: [[WeekTour]]
        var bound: Double
    }

    init(_ problem: SharedProblem) {
        self.problem = problem
        classes = problem.classes.map { lenders in
            let pool = problem.pools[lenders.pool]
            let own = Set(lenders.members.map(\.group))
            var model = pool.model
            // Only the class's patterns are priced.
            for group in model.groups.indices where !own.contains(group) {
                model.groups[group].sets = [Int](repeating: -1, count: 7)
            }
            return TourPricing(
                model: model, programmes: pool.programmes.filter { own.contains($0.group) })
        }
    }

    mutating func price(_ wanted: [CoveragePrices]) -> Outcome {
        var outcome = Outcome(tours: [], bound: 0)
        var worth: [[Double]] = []
        for (pool, prices) in zip(problem.pools, wanted) {
            let clamped = prices.clamped(pool.model.cost)
            outcome.bound += clamped.constant(pool.model.cost)
            worth.append(clamped.worth(pool.model.cost))
        }
        for (index, lenders) in problem.classes.enumerated() {
            let found = classes[index].bestTours(worth: problem.worth(of: lenders, byPool: worth))
            outcome.tours.append(found.tours.map(\.tour) + found.others)
            for (tour, value) in found.tours {
                let people = lenders.members.first { $0.group == tour.group }?.agents.count ?? 0
                let cost = problem.pools[lenders.pool].model.groups[tour.group].tourCost
                outcome.bound += Double(people) * (cost - value)
            }
        }
        outcome.bound -= 1e-6 + 1e-12 * abs(outcome.bound)
        return outcome
    }
}
