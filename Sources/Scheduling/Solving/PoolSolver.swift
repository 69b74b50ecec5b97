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
    /// Single re-optimisations in all, and sweeps over everyone at most, for the first solution.
    var reoptimisations = 20_000
    var sweeps = 500
    /// Rounds of whole days in the first solution where there are loads.
    var dayRounds = 2
    /// Pools of up to this many tours are finished by the master's integer programme.
    var smallPool = 8
    /// The same where nothing is wanted but work for loads: with no agents wanted at any moment in
    /// particular, the relaxation over tours is all but whole.
    var loadsPool = 120
    var masterRounds = 60
    var masterNodes = 400
    /// Relative gap of column generation before dives, and where it serves the bound alone.
    var relaxationGap = 1e-2
    var boundGap = 2e-3
    /// Linear programmes that each day may cost in raising the bound by whole shifts; few people
    /// have more.
    var dayProgrammes = 0
    /// Independent searches, and rounds of further annealing from the best.
    var tails = 1
    var rounds = 0
    /// How the tails dive, in turn.
    var dives = [SkeletonDive.Options(), SkeletonDive.Options(share: 0.3, noise: 0.2)]
    var relaxed = SkeletonAnnealing.Effort(syncs: 200)
    var finishing = SkeletonAnnealing.Effort(
        syncs: 60, hot: 1, cold: 0.2, latticeWeight: 0.5, finishes: true, searches: 20)
    /// Pools of more people than this are annealed less, for each step takes longer and gains less.
    var annealedPeople = 45
    /// Annealing of whole shifts after a tail.
    var polish = ShiftAnnealing.Effort(steps: 500_000, hot: 1, cold: 0.2)
    /// Branch-and-bound nodes of a search for a day's whole shifts.
    var dayNodes = 150
    /// Whether pauses of equal cost are spread at the end, for people's sake.
    var spreadsPauses = true
    /// A gap that ends the search.
    var goodGap = 0.0

    /// For a week that nothing else waits for: more tails, longer annealing, and rounds of it.
    static func thorough(rounds: Int) -> PoolEffort {
        var effort = PoolEffort()
        effort.tails = 2
        effort.rounds = rounds
        effort.reoptimisations = 400
        effort.spreadsPauses = false
        effort.relaxationGap = 1e-3
        effort.boundGap = 2e-5
        effort.annealedPeople = 120
        effort.relaxed.syncs = 120
        effort.finishing.syncs = 60
        effort.finishing.searches = .max
        effort.polish.cold = 0.4
        return effort
    }

    /// The effort for so many people: annealing gains where they are few and whole agents weigh
    /// much; beyond a hundred or so, even fixing nearly everybody at once loses less than the
    /// bound's own gap.
    func scaled(to people: Int) -> PoolEffort {
        var effort = self
        if people > annealedPeople {
            let share = Double(annealedPeople) / Double(people)
            effort.relaxed.syncs = Int(Double(relaxed.syncs) * share * share)
            effort.finishing.syncs = max(10, Int(Double(finishing.syncs) * share))
            if finishing.searches < .max {
                effort.finishing.searches = max(7, Int(Double(finishing.searches) * share * share))
            }
        }
        if people > 120 {
            effort.dives[0] = SkeletonDive.Options(share: 1, threshold: 0.1, pricingRounds: 2)
            effort.subgradientSteps = min(subgradientSteps, 600)
            effort.relaxationGap = max(relaxationGap, 3e-3)
        } else if people < 30 {
            // What whole days cost more weighs most where people are few.
            effort.dayProgrammes = max(90, dayProgrammes)
            // Few people leave a degenerate programme, in which each round takes long.
            effort.dives[0] = SkeletonDive.Options(share: 0.34, threshold: 0.3, pricingRounds: 2)
        }
        return effort
    }
}

/// Solves one pool (MATHS §3.3): a greedy solution, improved person by person; subgradient prices,
/// which prove a first bound; then the integer programme over tours where few are wanted, and
/// `SkeletonSearch` where they are more. The best solution met is kept whenever the run is stopped.
func solvePool(
    _ model: PoolModel, programmes: [TourProgramme], effort wanted: PoolEffort = PoolEffort(),
    control: RunControl
) throws(LinearProgramError) -> PoolSolution {
    guard !programmes.isEmpty, model.groups.contains(where: { $0.headcount != 0 }) else {
        let cost = model.cost(of: [])
        return PoolSolution(tours: [], optimality: Optimality(status: .optimal, cost: cost, bound: cost))
    }
    var pricing = TourPricing(model: model, programmes: programmes)
    var generator = SeededGenerator(seed: control.seed)
    let undone = model.cost.loads.map { _ in model.cost.undone }
    var search = TourSearch(pricing: pricing, tours: [], loadPrices: undone)
    control.timed(.firstSolution) { search.complete() }
    let effort = wanted.scaled(to: search.tours.count)
    control.timed(.firstSolution) {
        search.anneal(
            sweeps: min(4, effort.reoptimisations / max(1, search.tours.count)), noise: 0,
            generator: &generator, control: control)
    }
    pricing.limitHeadcounts(ofSolutionsUpTo: search.cost)
    let relaxed = control.timed(.bound) {
        Subgradient(steps: effort.subgradientSteps).run(
            &pricing, start: CoveragePrices.initial(model.cost), target: search.cost, control: control)
    }
    let isPaid = model.groups.contains(where: \.isPaid)
    // No term of the cost is negative.
    var bound = max(0, model.cost.latticeCeiling(relaxed.bound, isPaid: isPaid))
    func isProved(_ search: TourSearch) -> Bool {
        search.cost - bound <= max(1e-6, effort.goodGap) * max(1, abs(search.cost))
    }
    func raise(_ value: Double) { bound = max(bound, model.cost.latticeCeiling(value, isPaid: isPaid)) }
    func take(_ tours: [WeekTour]) {
        if model.cost(of: tours) < search.cost - 1e-6 { search.replace(with: tours) }
        control.report(
            StageProgress(stage: .schedule, done: 0, total: 0, incumbent: search.cost, bound: bound))
    }
    search.setLoadPrices(relaxed.prices.loads)
    if !isProved(search) {
        let sweeps = min(effort.sweeps, effort.reoptimisations / max(1, search.tours.count))
        control.timed(.firstSolution) {
            search.anneal(sweeps: sweeps, noise: model.cost.under, generator: &generator, control: control)
        }
        if !model.cost.loads.isEmpty {
            try control.timed(.days) { () throws(LinearProgramError) in
                try search.improveDays(effort, generator: &generator, control: control, until: isProved)
            }
        }
    }
    take(search.tours)
    let isSmall =
        search.tours.count <= (model.cost.hasNeeds ? effort.smallPool : effort.loadsPool)
    if !isProved(search), isSmall, !control.shouldStop {
        let master = try control.timed(.relaxation) { () throws(LinearProgramError) in
            try solveMaster(
                &pricing, start: search.tours, further: relaxed.tours, effort: effort, control: control)
        }
        raise(master.bound)
        if let tours = master.tours { take(tours) }
    }
    if !isProved(search), !control.shouldStop {
        let skeletons = SkeletonSearch(
            space: SkeletonSpace(pricing: pricing), pricing: pricing, effort: effort, tours: relaxed.tours,
            prices: relaxed.prices, knownBound: bound, control: control)
        var best = SkeletonSearch.Found()
        var found = try skeletons.start()
        for round in 0... {
            for one in found {
                raise(one.bound)
                if let tours = one.tours { take(tours) }
                if one.cost < best.cost { best = one }
            }
            if round >= effort.rounds || isProved(search) || control.shouldStop || best.tours == nil { break }
            found = try skeletons.improve(best.skeletons, round: round + 1)
        }
        if !isProved(search), search.tours.count <= 200 {
            control.timed(.finishing) {
                search.anneal(sweeps: 3, noise: 0, generator: &generator, control: control)
            }
        }
    }
    let cost = search.cost
    let status: Optimality.Status =
        cost <= bound + 1e-6 * max(1, abs(cost)) ? .optimal : control.shouldStop ? .stopped : .feasible
    let tours = search.tours.filter { !$0.isVacant }
    return PoolSolution(
        tours: effort.spreadsPauses ? model.spreadingPauses(tours) : tours,
        optimality: Optimality(status: status, cost: cost, bound: min(cost, bound)))
}

extension TourSearch {
    /// Starts and breaks of every day for everybody at once, then everybody alone again, while
    /// either gains.
    fileprivate mutating func improveDays(
        _ effort: PoolEffort, generator: inout SeededGenerator, control: RunControl,
        until isDone: (TourSearch) -> Bool
    ) throws(LinearProgramError) {
        for _ in 0..<effort.dayRounds where !isDone(self) && !control.shouldStop {
            var improved = false
            for day in 0..<7 where !control.shouldStop {
                if try improveDay(day, nodeLimit: 2 * effort.dayNodes, control: control) { improved = true }
            }
            anneal(sweeps: 3, noise: 0, generator: &generator, control: control)
            if !improved { break }
        }
    }
}

extension CoverageCost {
    /// Whether agents are wanted at any moment in particular.
    fileprivate var hasNeeds: Bool { needs.contains { $0 > 0 } || repeated.contains { $0.need > 0 } }

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
