import Execution
import LinearProgramming
import Workforce

/// The linear programme over one week's tours, in which kinds of shift open and close.
///
/// It lives as long as the choice does: what one set of kinds needed stays as columns for the next,
/// and simplex starts from the last basis. Column generation with smoothed prices as in
/// `SkeletonDive.relax`; a shift of a closed kind is charged more than any tour is worth.
final class WeekRelaxation {
    private let model: PoolModel
    private var pricing: TourPricing
    private let master: TourMaster
    private let session: LinearProgramSession
    /// Number of each pattern's kind, by set.
    private let kindOf: [[Int]]
    private var tours: [WeekTour] = []
    private var variables: [Variable] = []
    private var kindsOf: [[Int]] = []
    private var known: Set<WeekTour> = []
    private var isOpen: [Bool]
    private var centre: CoveragePrices?
    /// The last optimum of the columns known, and the lower bound proved for it; cents.
    private(set) var value = Double.infinity
    private(set) var bound = -Double.infinity

    /// More than any tour is worth, and little enough for sums with it to stay exact to the cent.
    private static let closedCharge = 1e9

    /// - Parameter kinds: the campaign's; all are open to begin with.
    init(
        _ start: WeekStart, kinds: [ShiftKind], session: LinearProgramSession
    ) throws(LinearProgramError) {
        pricing = start.pricing
        model = start.pricing.model
        master = start.master
        self.session = session
        var numbers: [ShiftKind: Int] = [:]
        for (index, kind) in kinds.enumerated() { numbers[kind] = index }
        kindOf = model.sets.map { set in set.patterns.map { numbers[$0.kind] ?? 0 } }
        isOpen = [Bool](repeating: true, count: kinds.count)
        try session.addColumns(start.vacancies)
        try add(start.tours)
    }

    // MARK: Opening and closing

    private func charges(closed: Double, open: [Bool]) -> [[Double]] {
        kindOf.map { $0.map { open[$0] ? 0 : closed } }
    }

    /// Whether everybody who must work has a legal week of these kinds alone.
    func serves(_ open: [Bool]) -> Bool {
        let missing = pricing.leastCharges(charges(closed: 1, open: open))
        return zip(pricing.programmes, missing).allSatisfy { programme, days in
            let group = model.groups[programme.group]
            return days < 0.5 || !group.isExact || group.headcount == 0
        }
    }

    /// People who could work each kind on one day or another.
    func reach() -> [Int] {
        var reach = [Int](repeating: 0, count: isOpen.count)
        for group in model.groups where group.headcount != 0 {
            for set in group.sets where set >= 0 {
                for kind in Set(kindOf[set]) { reach[kind] += group.headcount ?? 1 }
            }
        }
        return reach
    }

    func open(_ open: [Bool]) throws(LinearProgramError) {
        for index in tours.indices {
            let (was, now) = (
                kindsOf[index].allSatisfy { isOpen[$0] }, kindsOf[index].allSatisfy { open[$0] }
            )
            guard was != now else { continue }
            try session.setBounds(of: variables[index], to: now ? .nonNegative : .equal(0))
        }
        isOpen = open
        pricing.charges =
            open.allSatisfy { $0 } ? nil : charges(closed: WeekRelaxation.closedCharge, open: open)
    }

    // MARK: Solving

    /// What the last prices prove for the kinds now open, without solving.
    func provedBound() -> Double { centre.map { pricing.price($0).bound } ?? -.infinity }

    /// Column generation down to a relative gap, for so many rounds, or until the optimum is known
    /// not to be below a limit (`value` is then infinite).
    func relax(
        gap: Double, rounds: Int, below limit: Double, control: RunControl
    ) throws(LinearProgramError) {
        let isFirst = value == .infinity
        (value, bound) = (.infinity, -.infinity)
        for round in 0..<rounds {
            let objective =
                isFirst && round == 0
                ? try session.solve(control: control).objective
                : try session.solveSurely(startingDual: round == 0, control: control)
            guard let objective else { return }
            value = objective
            if value - bound <= gap * abs(value) { return }
            let duals = try session.duals()
            let own = master.prices(duals: duals)
            var found: [WeekTour] = []
            var share = centre == nil ? 0 : 0.8
            while true {
                let prices = share > 0 ? own.blended(with: centre, share: share) : own
                let outcome = pricing.price(prices)
                if outcome.bound > bound { (bound, centre) = (outcome.bound, prices) }
                found = improving(outcome, duals: duals)
                if !found.isEmpty || share == 0 || value - bound <= gap * abs(value) { break }
                share = share > 0.3 ? share - 0.3 : 0
            }
            if bound >= limit {
                value = .infinity
                return
            }
            if found.isEmpty || control.shouldStop { return }
            try add(found)
        }
    }

    private func improving(_ outcome: TourPricing.Outcome, duals: [Double]) -> [WeekTour] {
        var seen: Set<WeekTour> = []
        return (outcome.tours.map(\.tour) + outcome.others).filter { tour in
            !known.contains(tour) && seen.insert(tour).inserted && kinds(of: tour).allSatisfy { isOpen[$0] }
                && master.column(of: tour, tag: 0).reducedCost(duals: duals) < -1e-4
        }
    }

    private func kinds(of tour: WeekTour) -> [Int] {
        let sets = model.groups[tour.group].sets
        let worked = (0..<7).filter { !tour.days[$0].isOff }
        return Set(worked.map { kindOf[sets[$0]][Int(tour.days[$0].pattern)] }).sorted()
    }

    private func add(_ new: [WeekTour]) throws(LinearProgramError) {
        var columns: [Column] = []
        for tour in new where !tour.isVacant && known.insert(tour).inserted {
            columns.append(master.column(of: tour, tag: tours.count))
            tours.append(tour)
            kindsOf.append(kinds(of: tour))
        }
        variables += try session.addColumns(columns)
    }

    // MARK: Reading the last optimum

    /// What the last optimum says about kinds.
    struct Usage {
        /// Person-days of each kind.
        var days: [Double]
        /// Closed kinds that would save most together, to first order and under the present prices:
        /// each day worked exchanged for a kind's best shift of equal pay, and everybody's whole week
        /// for their group's best one.
        var offers: [[Int]: Double]
    }

    func usage() throws(LinearProgramError) -> Usage {
        let values = try session.values()
        let duals = try session.duals()
        let prices = master.prices(duals: duals)
        var days = [Double](repeating: 0, count: isOpen.count)
        var gains = days
        var free = pricing
        free.charges = nil
        var offers: [[Int]: Double] = [:]
        for (tour, _) in free.price(prices).tours {
            let saved = -master.column(of: tour, tag: 0).reducedCost(duals: duals)
            let closed = kinds(of: tour).filter { !isOpen[$0] }
            guard saved > 1e-6, !closed.isEmpty else { continue }
            offers[closed, default: 0] += saved * Double(model.groups[tour.group].headcount ?? 1)
        }
        let board = free.board
        for (index, tour) in tours.enumerated() {
            let share = values[variables[index].index]
            guard share > 1e-6 else { continue }
            for day in 0..<7 where !tour.days[day].isOff {
                let set = model.groups[tour.group].sets[day]
                let pattern = Int(tour.days[day].pattern)
                days[kindOf[set][pattern]] += share
                var best: [Int: Double] = [:]
                let worth = board.worth[day][set]
                for other in model.sets[set].patterns(ofPaid: model.sets[set].paid[pattern])
                where !isOpen[kindOf[set][other]] && worth[other] > worth[pattern] {
                    let kind = kindOf[set][other]
                    best[kind] = max(best[kind] ?? 0, worth[other] - worth[pattern])
                }
                for (kind, gain) in best { gains[kind] += share * gain }
            }
        }
        for kind in gains.indices where gains[kind] > 1e-6 { offers[[kind], default: 0] += gains[kind] }
        return Usage(days: days, offers: offers)
    }
}

/// What one week's relaxation starts from.
struct WeekStart: Sendable {
    let pricing: TourPricing
    let master: TourMaster
    /// Tours of a greedy solution and of a few subgradient steps.
    let tours: [WeekTour]
    /// A column for each group that must have its tours, dearer than any tour: the programme has a
    /// solution even where closed kinds leave a group without a column yet.
    let vacancies: [Column]

    init(_ pool: PreparedPool, control: RunControl) {
        var pricing = TourPricing(model: pool.model, programmes: pool.programmes)
        let undone = pool.model.cost.loads.map { _ in pool.model.cost.undone }
        var greedy = TourSearch(pricing: pricing, tours: [], loadPrices: undone)
        greedy.complete()
        pricing.limitHeadcounts(ofSolutionsUpTo: greedy.cost)
        let relaxed = Subgradient(steps: 150).run(
            &pricing, start: CoveragePrices.initial(pool.model.cost), target: greedy.cost, control: control)
        let master = TourMaster(model: pricing.model)
        let cost = pool.model.cost
        vacancies = pool.programmes.compactMap { programme in
            guard pool.model.groups[programme.group].isExact,
                let row = master.groupRows[programme.group]
            else { return nil }
            let price = 2 * (cost.under + cost.over + cost.undone + 1) * Double(programme.paid)
            return Column(cost: price, entries: [Entry(row, 1)], label: Label("vacancy", programme.group))
        }
        tours = greedy.tours + relaxed.tours
        self.pricing = pricing
        self.master = master
    }
}
