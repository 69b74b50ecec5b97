import Execution
import Workforce

/// Integer tours and their coverage, improved one person at a time: each is
/// taken out and given the best legal week against what the others leave,
/// found exactly by the tour programme.
///
/// In sizing mode a person may also change contract or go: their place then
/// holds a vacant tour.
struct TourSearch {
    let model: PoolModel
    var pricing: TourPricing
    private(set) var tours: [WeekTour]
    private(set) var coverage: [Int]
    /// Tours of each group.
    private var counts: [Int]
    /// Worth of work for loads in each cell, and how many agents may do it there.
    private(set) var loadWorth: [Double]
    let loadRoom: [Int]
    let programmeOf: [Int: Int]
    /// Programmes of groups whose headcount is free.
    private let flexible: [Int]

    init(pricing: TourPricing, tours: [WeekTour], loadPrices: [Double]) {
        let model = pricing.model
        self.model = model
        self.pricing = pricing
        self.tours = []
        coverage = []
        counts = []
        loadRoom = model.loadRoom
        loadWorth = []
        var programmeOf: [Int: Int] = [:]
        for (index, programme) in pricing.programmes.enumerated() { programmeOf[programme.group] = index }
        self.programmeOf = programmeOf
        flexible = pricing.programmes.indices.filter { !model.groups[pricing.programmes[$0].group].isExact }
        setLoadPrices(loadPrices)
        replace(with: tours)
    }

    mutating func setLoadPrices(_ prices: [Double]) { loadWorth = model.loadWorth(prices) }

    mutating func replace(with other: [WeekTour]) {
        tours = other
        coverage = model.coverage(of: other)
        counts = [Int](repeating: 0, count: model.groups.count)
        for tour in other where !tour.isVacant { counts[tour.group] += 1 }
    }

    /// Cost of the present tours, cents. O(cells), and a flow where there are loads.
    var cost: Double {
        tours.reduce(model.cost.penalty(coverage: coverage)) {
            $0 + model.tourCost($1)
        }
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
        guard let own = programmeOf[old.group] else { return }
        remove(old)
        var worth = marginalWorth()
        if noise > 0 {
            for cell in worth.indices { worth[cell] += noise * (2 * generator.uniform() - 1) }
        }
        if model.groups[old.group].isExact {
            tours[index] = pricing.best(own, values: worth)?.tour ?? old
        } else {
            let best = best(of: open(flexible), worth: worth)
            tours[index] = best.flatMap { $0.gain > 1e-9 ? $0.tour : nil } ?? .vacant(group: old.group)
        }
        add(tours[index])
    }

    private mutating func remove(_ tour: WeekTour) {
        model.cover(tour, count: -1, coverage: &coverage)
        if !tour.isVacant { counts[tour.group] -= 1 }
    }

    private mutating func add(_ tour: WeekTour) {
        model.cover(tour, count: 1, coverage: &coverage)
        if !tour.isVacant { counts[tour.group] += 1 }
    }

    /// Programmes whose groups may have one more tour.
    private func open(_ programmes: [Int]) -> [Int] {
        programmes.filter { index in
            let group = pricing.programmes[index].group
            return model.groups[group].headcount.map { counts[group] < $0 } ?? true
        }
    }

    private mutating func best(of programmes: [Int], worth: [Double]) -> (tour: WeekTour, gain: Double)? {
        var best: (tour: WeekTour, gain: Double)?
        for index in programmes {
            guard let found = pricing.best(index, values: worth) else { continue }
            let gain = found.worth - model.groups[found.tour.group].tourCost
            if gain > (best?.gain ?? -.infinity) + 1e-9 { best = (found.tour, gain) }
        }
        return best
    }

    /// Gives everyone who lacks one a tour, where understaffing is dearest
    /// first; then, where headcount is free, adds people while they pay.
    mutating func complete() {
        let exact = pricing.programmes.indices.filter { !flexible.contains($0) }
        for (programmes, mustPay) in [(exact, false), (flexible, true)] {
            // Each tour added lowers understaffing; the limit only stops endless rounding.
            for _ in 0..<100_000 {
                guard let best = best(of: open(programmes), worth: marginalWorth()),
                    !mustPay || best.gain > 1e-6
                else { break }
                // Hundreds of people are placed a hundredth at a time.
                let room = (model.groups[best.tour.group].headcount ?? 0) - counts[best.tour.group]
                for _ in 0..<max(1, room / 100) {
                    tours.append(best.tour)
                    add(best.tour)
                }
            }
        }
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
            if !flexible.isEmpty, level == 0 || sweep % 8 == 7 { complete() }
            let now = cost
            if now < bestCost - 1e-9 {
                bestCost = now
                best = tours
            }
        }
        replace(with: best.filter { !$0.isVacant })
    }
}

extension WeekTour {
    static func vacant(group: Int) -> WeekTour {
        WeekTour(group: group, days: [DayShift](repeating: .off, count: 7))
    }

    var isVacant: Bool { days.allSatisfy(\.isOff) }
}

extension PoolModel {
    /// What one agent's work for loads is worth in each cell, at prices of the loads; where there
    /// is none, the agent is surplus.
    func loadWorth(_ prices: [Double]) -> [Double] {
        (0..<grid.cellCount).map { cell in
            var worth = -cost.over
            for (k, load) in cost.loads.enumerated() where load.permitted[cell] {
                worth = max(worth, prices[k])
            }
            return worth
        }
    }

    /// Agents who may work for loads at once in each cell.
    var loadRoom: [Int] {
        (0..<grid.cellCount).map { cell in
            Int(min(1e6, cost.loads.reduce(0) { $0 + ($1.permitted[cell] ? $1.most : 0) }))
        }
    }
}
