import Workforce

/// One person's other weeks: what reaches a time at all, and what covering it would cost, everybody
/// else's week being as it is.
struct WeekProbe {
    let instance: PoolInstance
    private var pricing: TourPricing
    /// Agents in each cell.
    private let coverage: [Int]
    /// What each kind of tour covers and costs, with its group.
    private let people: [(group: Int, cells: [Int], cost: Double)]
    private let headcounts: [Int: Int]
    private let isNamed: Bool
    private let penalty: Double
    private let loadWorth: [Double]
    private let loadRoom: [Int]

    /// Worth that no other sum of worths reaches.
    private static let bonus = 1e9

    init(_ instance: PoolInstance, pool: PoolWeek, coverage: [Int], isNamed: Bool) {
        self.instance = instance
        self.isNamed = isNamed
        let horizon = instance.scenario.horizon
        let cost = instance.model.cost
        self.coverage = instance.byCell(coverage)
        pricing = TourPricing(model: instance.model, programmes: instance.programmes)
        headcounts = pool.tours.reduce(into: [:]) { $0[$1.group, default: 0] += $1.count }
        people = pool.tours.map { entry in
            var own = [Int](repeating: 0, count: horizon.intervalCount)
            for case (let weekday, let shift?) in entry.tour.shifts.enumerated() {
                horizon.addCoverage(of: shift, day: pool.week * 7 + weekday, count: 1, to: &own)
            }
            return (
                entry.group, instance.byCell(own).indices(where: 1),
                instance.cost(of: entry.tour, group: entry.group)
            )
        }
        penalty = cost.penalty(coverage: self.coverage)
        let wanted = cost.loads.reduce(0) { $0 + $1.amount }
        let shares = LoadShares(cost: cost, coverage: self.coverage)
        let isUndone = wanted - shares.fromSurplus - shares.fromNeed > 1e-6
        loadWorth = instance.model.loadWorth(cost.loads.map { _ in isUndone ? cost.undone : 0 })
        loadRoom = instance.model.loadRoom
    }

    /// Groups of which some legal week covers a cell. O(groups) tour programmes.
    mutating func groups(reaching cell: Int) -> [Int] {
        var values = [Double](repeating: 0, count: coverage.count)
        values[cell] = Self.bonus
        return instance.programmes.indices.filter { index in
            instance.groups[instance.programmes[index].group].headcount != 0
                && (pricing.best(index, values: values)?.worth ?? 0) > Self.bonus / 2
        }.map { instance.programmes[$0].group }
    }

    /// What the week costs more, in cents, when one person's week is exchanged, or in sizing mode
    /// one person comes, so that a cell is covered once more: the least over everybody; nil when
    /// nobody's week can. Stops at the first change that costs less than nothing.
    ///
    /// Exact where nothing but calls is to be done; beside workloads the other week is chosen at
    /// their price and its cost recounted. O(people) tour programmes.
    mutating func leastCost(covering cell: Int) -> Double? {
        var least: Double?
        for index in instance.programmes.indices {
            let group = instance.programmes[index].group
            for one in people where one.group == group && !one.cells.contains(cell) {
                if let cost = cost(of: index, covering: cell, without: one.cells) {
                    least = min(least ?? .infinity, cost - one.cost)
                }
                if let least, least < -Self.tolerance { return least }
            }
            guard !isNamed, hasRoom(group) else { continue }
            if let cost = cost(of: index, covering: cell, without: []) {
                least = min(least ?? .infinity, cost)
            }
        }
        return least
    }

    /// Cents under which two costs are one.
    static let tolerance = 1e-3

    /// Sizing mode: whether a group may have one more person.
    func hasRoom(_ group: Int) -> Bool {
        guard let most = instance.groups[group].headcount else { return true }
        return headcounts[group, default: 0] < most
    }

    /// What one more tour that covers a cell costs, coverage inside.
    private mutating func cost(of programme: Int, covering cell: Int, without own: [Int]) -> Double? {
        var coverage = coverage
        for cell in own { coverage[cell] -= 1 }
        var values = worth(coverage)
        values[cell] += Self.bonus
        guard let best = pricing.best(programme, values: values), best.worth > Self.bonus / 2
        else { return nil }
        instance.model.cover(best.tour, count: 1, coverage: &coverage)
        return instance.model.cost.penalty(coverage: coverage) - penalty + instance.model.tourCost(best.tour)
    }

    /// Worth of one more agent in each cell beside a coverage.
    private func worth(_ coverage: [Int]) -> [Double] {
        let cost = instance.model.cost
        var worth = coverage.indices.map { cell -> Double in
            let spare = coverage[cell] - cost.needs[cell]
            if cost.needs[cell] < 0 { return 0 }
            return spare < 0 ? cost.under : spare < loadRoom[cell] ? loadWorth[cell] : -cost.over
        }
        for (cell, need) in cost.repeated { worth[cell] += coverage[cell] < need ? cost.under : -cost.over }
        return worth
    }
}

extension [Int] {
    /// Positions of a value.
    fileprivate func indices(where value: Int) -> [Int] { indices.filter { self[$0] == value } }
}
