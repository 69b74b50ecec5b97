import Workforce

/// Exact pricing of a pool's tours, and the lower bound that prices prove.
struct TourPricing {
    private(set) var model: PoolModel
    /// One for each group with a legal tour.
    private(set) var programmes: [TourProgramme]
    private(set) var board: PriceBoard
    /// Needs that are chosen together with the tours; nil = the model's are given.
    var open: PeriodNeeds?
    /// What a day costs beside its coverage, by set and pattern; nil = nothing.
    var charges: [[Double]]?

    struct Outcome {
        /// Best tour of each programme and its worth.
        var tours: [(tour: WeekTour, worth: Double)]
        /// Further good tours: the best of each start band.
        var others: [WeekTour]
        /// Proved lower bound on the pool's cost.
        var bound: Double
    }

    init(model: PoolModel, programmes: [TourProgramme]) {
        self.model = model
        self.programmes = programmes
        board = PriceBoard(model: model)
    }

    /// Gives groups without limit the most people that a solution of at most
    /// `cost` can pay: no optimum has more, so that bounds hold and are finite.
    mutating func limitHeadcounts(ofSolutionsUpTo cost: Double) {
        for index in model.groups.indices
        where model.groups[index].headcount == nil && model.groups[index].leastTourCost > 0 {
            let most = (cost / model.groups[index].leastTourCost).rounded(.down)
            if most.isFinite, most < 1e6 { model.groups[index].headcount = Int(max(0, most)) }
        }
    }

    mutating func setTourCost(of group: Int, to cost: Double) { model.groups[group].tourCost = cost }

    /// Prices every group once.
    ///
    /// Lagrangian bound: for any prices −over ≤ v ≤ under and w ≤ undone,
    /// constant(v, w) + Σ headcount · (tour cost − worth of the best tour) is at
    /// most the optimum, the terms of groups that need not be used capped at 0.
    /// Prices too high for a group without limit are scaled down until its best
    /// tour just pays: worth is homogeneous in the prices, and convex where tours
    /// of different hours cost differently.
    mutating func price(_ wanted: CoveragePrices) -> Outcome {
        let prices = wanted.clamped(model.cost)
        var outcome = Outcome(tours: [], others: [], bound: 0)
        (outcome.tours, outcome.others) = bestTours(worth: prices.worth(model.cost))
        var scale = 1.0
        for (tour, worth) in outcome.tours {
            let group = model.groups[tour.group]
            let idle = -(group.hours?.cheapest ?? 0)
            if group.headcount == nil, worth > group.tourCost {
                scale = min(scale, (group.tourCost - idle) / (worth - idle))
            }
        }
        var bound =
            open?.constant(at: prices, scale: scale, model.cost) ?? scale * prices.constant(model.cost)
        for (tour, worth) in outcome.tours {
            let group = model.groups[tour.group]
            let idle = -(group.hours?.cheapest ?? 0)
            let reduced = group.tourCost - scale * worth - (1 - scale) * idle
            if let headcount = group.headcount {
                bound += Double(headcount) * (group.isExact ? reduced : min(0, reduced))
            }
        }
        outcome.bound = bound - 1e-6 - 1e-12 * abs(bound)
        return outcome
    }

    /// Best tour of each programme under a worth of every cell, and the best of each start band.
    mutating func bestTours(
        worth: [Double]
    ) -> (tours: [(tour: WeekTour, worth: Double)], others: [WeekTour]) {
        board.price(worth, model: model)
        if let charges { board.charge(charges) }
        var tours: [(tour: WeekTour, worth: Double)] = []
        var others: [WeekTour] = []
        for index in programmes.indices {
            guard programmes[index].bands.count > 1 else {
                if let found = programmes[index].bestTour(board, model: model) { tours.append(found) }
                continue
            }
            let found = programmes[index].bestTours(board, above: -1e290, model: model)
            var best = found.first
            for next in found where next.worth > (best?.worth ?? 0) { best = next }
            if let best { tours.append(best) }
            others += found.map(\.tour)
        }
        return (tours, others)
    }

    /// Best tour of one programme under cell values.
    mutating func best(_ index: Int, values: [Double]) -> (tour: WeekTour, worth: Double)? {
        let sets = model.groups[programmes[index].group].sets
        board.price(values, model: model, only: sets)
        return programmes[index].bestTour(board, model: model)
    }

    /// Least sum of charges over a legal week of each programme, coverage being worth nothing.
    mutating func leastCharges(_ charges: [[Double]]) -> [Double] {
        board.price([Double](repeating: 0, count: model.grid.cellCount), model: model)
        board.charge(charges)
        return programmes.indices.map { programmes[$0].bestTour(board, model: model).map { -$0.worth } ?? 0 }
    }
}
