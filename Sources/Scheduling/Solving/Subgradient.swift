import Execution
import Workforce

/// Lagrangian prices by subgradient steps (Polyak 1969; Held, Wolfe & Crowder
/// 1974): a bound near that of the LP at a fraction of its time, and tours for
/// its first columns.
struct Subgradient {
    var steps: Int
    /// Steps without a better bound after which the step length is halved.
    var patience = 30
    /// Weight of the last direction in the next: damps the zigzag.
    var memory = 0.9
    /// Tours of this many last steps are kept, of every `keepEach`-th step.
    var keepEach = 6

    struct Outcome {
        var bound: Double
        var prices: CoveragePrices
        var tours: [WeekTour]
    }

    /// - Parameters:
    ///   - start: prices to begin with; the best of them is taken.
    ///   - target: cost of known tours, which the bound cannot exceed.
    func run(
        _ pricing: inout TourPricing, start: [CoveragePrices], target: Double, control: RunControl
    ) -> Outcome {
        let cost = pricing.model.cost
        var best = Outcome(bound: -.infinity, prices: .none(cost), tours: [])
        for prices in start {
            let bound = pricing.price(prices).bound
            if bound > best.bound { (best.bound, best.prices) = (bound, prices) }
        }
        var prices = best.prices
        var direction = CoveragePrices.none(cost)
        var length = 0.3
        var since = 0
        for step in 0..<steps {
            if control.shouldStop { break }
            let outcome = pricing.price(prices)
            if step % keepEach == 0 { best.tours += outcome.tours.map(\.tour) }
            if outcome.bound > best.bound + 1e-9 * max(1, abs(outcome.bound)) {
                best.bound = outcome.bound
                best.prices = prices
                since = 0
            } else {
                since += 1
                if since >= patience {
                    since = 0
                    length /= 2
                }
            }
            let slope = pricing.slope(at: prices, outcome: outcome)
            direction.blend(slope, keeping: memory)
            let norm = direction.squaredNorm
            let gap = target - outcome.bound
            guard norm > 1e-12, gap > 1e-9 * max(1, abs(target)) else { break }
            prices.add(direction, times: length * gap / norm)
            prices = prices.clamped(cost)
        }
        return best
    }
}

extension TourPricing {
    /// A supergradient of the bound: what is wanted less what the priced tours and work give.
    func slope(at prices: CoveragePrices, outcome: Outcome) -> CoveragePrices {
        let cost = model.cost
        var given = [Int](repeating: 0, count: model.grid.cellCount)
        for (tour, worth) in outcome.tours {
            let group = model.groups[tour.group]
            guard let headcount = group.headcount, group.isExact || worth > group.tourCost else {
                if worth >= group.tourCost, group.headcount == nil {
                    model.cover(tour, count: 1, coverage: &given)
                }
                continue
            }
            model.cover(tour, count: headcount, coverage: &given)
        }
        var slope = CoveragePrices(
            cells: given.indices.map { cost.needs[$0] < 0 ? 0 : Double(cost.needs[$0] - given[$0]) },
            repeated: cost.repeated.map { Double($0.need - given[$0.cell]) },
            loads: cost.loads.map(\.amount))
        open?.addSlope(at: prices, cost, to: &slope)
        for (k, load) in cost.loads.enumerated() {
            let most = min(load.most, load.amount)
            for cell in given.indices
            where load.permitted[cell] && cost.needs[cell] >= 0 && prices.cells[cell] < prices.loads[k] {
                slope.cells[cell] += most
                slope.loads[k] -= most
            }
        }
        return slope
    }
}

extension CoveragePrices {
    /// Everything worth nothing.
    static func none(_ cost: CoverageCost) -> CoveragePrices {
        CoveragePrices(
            cells: cost.needs.map { _ in 0 }, repeated: cost.repeated.map { _ in 0 },
            loads: cost.loads.map { _ in 0 })
    }

    fileprivate mutating func blend(_ other: CoveragePrices, keeping share: Double) {
        for i in cells.indices { cells[i] = share * cells[i] + (1 - share) * other.cells[i] }
        for i in repeated.indices { repeated[i] = share * repeated[i] + (1 - share) * other.repeated[i] }
        for i in loads.indices { loads[i] = share * loads[i] + (1 - share) * other.loads[i] }
    }

    fileprivate mutating func add(_ other: CoveragePrices, times factor: Double) {
        for i in cells.indices { cells[i] += factor * other.cells[i] }
        for i in repeated.indices { repeated[i] += factor * other.repeated[i] }
        for i in loads.indices { loads[i] += factor * other.loads[i] }
    }

    fileprivate var squaredNorm: Double {
        (cells + repeated + loads).reduce(0) { $0 + $1 * $1 }
    }

    /// Prices to begin with, at several levels of what work for loads is worth:
    /// dear where work will be left undone, worthless where people are plenty.
    static func initial(_ cost: CoverageCost) -> [CoveragePrices] {
        let levels = cost.loads.isEmpty ? [0.0] : [1, 0.5, 0.1, 0].map { $0 * cost.undone } + [-cost.over]
        return levels.map { level in
            CoveragePrices(
                cells: cost.needs.indices.map { cell in
                    if cost.needs[cell] > 0 { return max(cost.under / 2, level) }
                    // Where nothing can be done, whoever comes is surplus.
                    return cost.loads.contains { $0.permitted[cell] } ? level : -cost.over
                },
                repeated: cost.repeated.map { _ in cost.under / 2 }, loads: cost.loads.map { _ in level }
            ).clamped(cost)
        }
    }
}
