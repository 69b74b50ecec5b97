import Execution
import Workforce

/// Integer tours and their coverage, improved one person at a time: each is
/// taken out and given the best legal week against what the others leave,
/// found exactly by the tour programme.
struct TourSearch {
    let model: PoolModel
    var pricing: TourPricing
    private(set) var tours: [WeekTour]
    private(set) var coverage: [Int]
    /// Worth of work for loads in each cell, and how many agents may do it there.
    private var loadWorth: [Double]
    private let loadRoom: [Int]
    private let programmeOf: [Int: Int]

    init(pricing: TourPricing, tours: [WeekTour], loadPrices: [Double]) {
        model = pricing.model
        self.pricing = pricing
        self.tours = tours
        coverage = pricing.model.coverage(of: tours)
        let loads = pricing.model.cost.loads
        loadRoom = (0..<pricing.model.grid.cellCount).map { cell in
            Int(min(1e6, loads.reduce(0) { $0 + ($1.permitted[cell] ? $1.most : 0) }))
        }
        loadWorth = []
        var programmeOf: [Int: Int] = [:]
        for (index, programme) in pricing.programmes.enumerated() { programmeOf[programme.group] = index }
        self.programmeOf = programmeOf
        setLoadPrices(loadPrices)
    }

    mutating func setLoadPrices(_ prices: [Double]) {
        let cost = model.cost
        loadWorth = (0..<model.grid.cellCount).map { cell in
            var worth = -cost.over
            for (k, load) in cost.loads.enumerated() where load.permitted[cell] {
                worth = max(worth, prices[k])
            }
            return worth
        }
    }

    mutating func replace(with other: [WeekTour]) {
        tours = other
        coverage = model.coverage(of: other)
    }

    var cost: Double {
        tours.reduce(model.cost.penalty(coverage: coverage)) { $0 + model.groups[$1.group].tourCost }
    }

    /// Worth of one more agent in each cell.
    func marginalWorth() -> [Double] {
        let cost = model.cost
        var worth = [Double](repeating: 0, count: coverage.count)
        for cell in worth.indices {
            let need = cost.needs[cell]
            guard need >= 0 else { continue }
            let spare = coverage[cell] - need
            if spare < 0 {
                worth[cell] = cost.under
            } else {
                worth[cell] = spare < loadRoom[cell] ? loadWorth[cell] : -cost.over
            }
        }
        for (cell, need) in cost.repeated { worth[cell] += coverage[cell] < need ? cost.under : -cost.over }
        return worth
    }

    /// Gives person `index` the best week against the others' under worths
    /// disturbed by up to ±`noise`.
    mutating func reoptimise(_ index: Int, noise: Double, generator: inout SeededGenerator) {
        let old = tours[index]
        guard let programme = programmeOf[old.group] else { return }
        model.cover(old, count: -1, coverage: &coverage)
        var worth = marginalWorth()
        if noise > 0 {
            for cell in worth.indices { worth[cell] += noise * (2 * generator.uniform() - 1) }
        }
        let new = pricing.best(programme, values: worth)?.tour ?? old
        tours[index] = new
        model.cover(new, count: 1, coverage: &coverage)
    }

    /// Adds the best tour of any of `programmes` against present coverage; false when none pays.
    mutating func insert(programmes: [Int], mustPay: Bool) -> Bool {
        let worth = marginalWorth()
        var best: (tour: WeekTour, gain: Double)?
        for index in programmes {
            guard let found = pricing.best(index, values: worth) else { continue }
            let gain = found.worth - model.groups[found.tour.group].tourCost
            if gain > (best?.gain ?? -.infinity) + 1e-9 { best = (found.tour, gain) }
        }
        guard let best, !mustPay || best.gain > 1e-9 else { return false }
        tours.append(best.tour)
        model.cover(best.tour, count: 1, coverage: &coverage)
        return true
    }

    /// Sweeps over everyone in random order with noise falling from `noise` to
    /// 0; keeps the best set of tours met.
    mutating func anneal(
        sweeps: Int, noise: Double, generator: inout SeededGenerator, control: RunControl
    ) {
        var best = tours
        var bestCost = cost
        for sweep in 0..<sweeps {
            if control.shouldStop { break }
            let level = noise * (1 - Double(sweep) / Double(max(1, sweeps - 1)))
            var order = Array(tours.indices)
            order.shuffle(using: &generator)
            for index in order { reoptimise(index, noise: level, generator: &generator) }
            let now = cost
            if now < bestCost - 1e-9 {
                bestCost = now
                best = tours
            }
        }
        replace(with: best)
    }
}
