import Execution
import Workforce

/// People of one offer who get the same hours.
struct OfferHours: Hashable, Comparable, Sendable {
    var offer: Int
    var slots: Int

    static func < (a: OfferHours, b: OfferHours) -> Bool { (a.offer, a.slots) < (b.offer, b.slots) }
}

/// What prices say about a pool, whatever hours its people get: its cost is at
/// least `constant` − Σ people · worth(offer, hours).
///
/// A Lagrangian cut in the sense of Geoffrion (1972): where Benders' cut is
/// linear in the hours, this one holds the best tour of each number of hours.
struct WeekCut: Sendable {
    var pool: Int
    var constant: Double
    /// By offer, in the order of the pool's slots.
    var worth: [[Double]]
}

/// One campaign and week whose people's hours or weekends are still open.
struct WeekPool: Sendable {
    let index: Int
    /// First the groups whose week is fixed, then one for each offer, with its most hours.
    private let model: PoolModel
    private let fixed: Int
    private var programmes: [TourProgramme?]
    /// By offer: paid slots that may be given, rising.
    private(set) var slots: [[Int]] = []

    struct Relaxation: Sendable {
        /// Proved bound for the hours given, and the cost of tours found at once.
        var bound: Double
        var cost: Double
        var prices: CoveragePrices
    }

    /// - Parameters:
    ///   - groups: people whose week is fixed.
    ///   - offers: what the others may be offered, with the most hours of each.
    ///   - least: by offer, the fewest minutes that may be given; nil = all that is owed, and only that.
    init(
        index: Int, work: WeekOfWork, groups: [TourGroup], offers: [TourGroup], least: [Int?],
        requirement: Requirement, scenario: Scenario
    ) {
        self.index = index
        // Overtime and time off are each week's own choice, once its hours are given.
        let plain = (groups + offers).map { group in
            var group = group
            group.flexibility = nil
            return group
        }
        let builder = PoolBuilder(
            work: work, groups: plain, requirement: requirement, scenario: scenario, isNamed: true)
        var model = builder.model()
        fixed = groups.count
        programmes = model.groups.indices.map { TourProgramme(group: $0, model: model) }
        for index in model.groups.indices where programmes[index] == nil { model.groups[index].headcount = 0 }
        self.model = model
        let step = scenario.horizon.intervalMinutes
        for (offer, group) in offers.enumerated() {
            guard var programme = programmes[fixed + offer] else {
                slots.append([0])
                continue
            }
            let daily = scenario.floor.contract(group.contract)?.dailyMinutes.lowerBound ?? 0
            let most = programme.paid
            guard let least = least[offer].map({ max($0, group.daysPerWeek.lowerBound * daily) }),
                (least + step - 1) / step < most
            else {
                slots.append([most])
                continue
            }
            slots.append(programme.reachable(Array((least + step - 1) / step...most), model: model))
        }
    }

    /// Bounds the pool's cost when its people get these hours, by subgradient prices.
    func relax(
        _ people: [OfferHours: Int], steps: Int, start: [CoveragePrices], control: RunControl
    ) -> Relaxation {
        var model = model
        let offers = model.groups.suffix(from: fixed)
        model.groups.removeLast(offers.count)
        for (hours, count) in people.sorted(by: { $0.key < $1.key }) where count > 0 && hours.slots > 0 {
            var group = offers[fixed + hours.offer]
            group.owed = hours.slots
            group.headcount = count
            model.groups.append(group)
        }
        let programmes = model.groups.indices.compactMap { TourProgramme(group: $0, model: model) }
        var pricing = TourPricing(model: model, programmes: programmes)
        var search = TourSearch(
            pricing: pricing, tours: [], loadPrices: model.cost.loads.map { _ in model.cost.undone })
        var generator = SeededGenerator(seed: control.seed)
        search.complete()
        search.anneal(sweeps: 2, noise: 0, generator: &generator, control: control)
        let found = Subgradient(steps: steps).run(
            &pricing, start: start + CoveragePrices.initial(model.cost), target: search.cost, control: control
        )
        return Relaxation(bound: max(0, found.bound), cost: search.cost, prices: found.prices)
    }

    /// What prices prove for all hours at once.
    func cut(at wanted: CoveragePrices) -> WeekCut {
        let prices = wanted.clamped(model.cost)
        var board = PriceBoard(model: model)
        board.price(prices.worth(model.cost), model: model)
        var cut = WeekCut(pool: index, constant: prices.constant(model.cost), worth: [])
        for (group, programme) in programmes.enumerated() {
            if group < fixed {
                guard var programme, let found = programme.bestTour(board, model: model) else { continue }
                cut.constant -= Double(model.groups[group].headcount ?? 0) * found.worth
                continue
            }
            let slots = slots[group - fixed]
            guard var programme else {
                cut.worth.append(slots.map { _ in 0 })
                continue
            }
            cut.worth.append(programme.worth(ofPaid: slots, board).map { $0 ?? 0 })
        }
        // Rounding of the programmes' own sums.
        cut.constant -= 1e-6 + 1e-12 * abs(cut.constant)
        return cut
    }

    /// Cost of one agent missing for an interval, cents.
    var missing: Double { model.cost.under }
}
