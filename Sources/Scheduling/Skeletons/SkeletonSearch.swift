import Execution
import LinearProgramming
import Workforce

/// The strongest search for one pool: independent tails (column generation, a skeleton dive,
/// annealing on the days, whole shifts) and, beside them, column generation to the end for the
/// bound; then rounds of annealing from the best solution.
///
/// All tasks of a round are independent and counted in steps, so that any number of threads gives
/// the same result.
struct SkeletonSearch: Sendable {
    let space: SkeletonSpace
    let pricing: TourPricing
    let effort: PoolEffort
    /// Tours and prices of the subgradient, to begin with.
    let tours: [WeekTour]
    let prices: CoveragePrices
    /// Proved so far.
    let knownBound: Double
    let control: RunControl

    struct Found: Sendable {
        var bound = -Double.infinity
        var prices: CoveragePrices?
        var tours: [WeekTour]?
        var skeletons: [Skeleton] = []
        var cost = Double.infinity
    }

    private enum Task: Sendable {
        case prove
        case tail(Int)
        case improve([Skeleton], seed: Int)
    }

    /// The first round: the bound, and a tail for each seed.
    func start() throws(LinearProgramError) -> [Found] {
        let tails = (0..<effort.tails).map { Task.tail($0) }
        return try run(tails.prefix(1) + [.prove] + tails.dropFirst())
    }

    /// A further round from the best skeletons, as many seeds as there are tails.
    func improve(_ skeletons: [Skeleton], round: Int) throws(LinearProgramError) -> [Found] {
        try run((0..<effort.tails).map { .improve(skeletons, seed: round * 100 + $0) })
    }

    private func run(_ tasks: [Task]) throws(LinearProgramError) -> [Found] {
        let results = orderedParallelMap(tasks, threads: control.threads) {
            task -> Result<Found, LinearProgramError> in
            do throws(LinearProgramError) {
                switch task {
                case .prove: return .success(try prove())
                case .tail(let seed): return .success(try tail(seed))
                case .improve(let skeletons, let seed):
                    var generator = generator(seed)
                    return .success(
                        try anneal(skeletons, isFirst: false, generator: &generator, prices: prices))
                }
            } catch {
                return .failure(error)
            }
        }
        var found: [Found] = []
        for result in results {
            switch result {
            case .success(let one): found.append(one)
            case .failure(let error): throw error
            }
        }
        return found
    }

    private func generator(_ seed: Int) -> SeededGenerator {
        SeededGenerator(seed: control.seed &+ UInt64(seed + 1) &* 0xD1B5_4A32_D192_ED03)
    }

    private func prove() throws(LinearProgramError) -> Found {
        let master = TourMaster(model: space.model)
        return try master.program.withSession { session throws(LinearProgramError) in
            let dive = SkeletonDive(space, pricing: pricing, master: master, session: session)
            try control.timed(.bound) { () throws(LinearProgramError) in
                try dive.relax(gap: effort.boundGap, columns: tours, start: prices, control: control)
            }
            var pricing = pricing
            let whole = try control.timed(.bound) { () throws(LinearProgramError) in
                try pricing.wholeDaysBound(
                    at: dive.prices, space: space, programmes: effort.dayProgrammes, control: control)
            }
            return Found(bound: max(dive.bound, whole), prices: dive.prices)
        }
    }

    private func tail(_ seed: Int) throws(LinearProgramError) -> Found {
        var generator = generator(seed)
        let master = TourMaster(model: space.model)
        let (skeletons, bound, own) = try master.program.withSession {
            session throws(LinearProgramError) -> ([Skeleton], Double, CoveragePrices) in
            let dive = SkeletonDive(space, pricing: pricing, master: master, session: session)
            try control.timed(.relaxation) { () throws(LinearProgramError) in
                try dive.relax(gap: effort.relaxationGap, columns: tours, start: prices, control: control)
            }
            try control.timed(.dive) { () throws(LinearProgramError) in
                try dive.dive(
                    effort.dives[seed % effort.dives.count], generator: &generator, control: control)
            }
            return (dive.fixed, dive.bound, dive.prices)
        }
        guard !control.shouldStop else { return Found(bound: bound) }
        var found = try anneal(skeletons, isFirst: true, generator: &generator, prices: own)
        found.bound = bound
        return found
    }

    private func anneal(
        _ skeletons: [Skeleton], isFirst: Bool, generator: inout SeededGenerator, prices: CoveragePrices
    ) throws(LinearProgramError) -> Found {
        let worth = space.model.loadWorth(prices.loads)
        let room = space.model.loadRoom
        let frames = (0..<7).map { DayRelaxation.Frame(space, day: $0, loadWorth: worth, loadRoom: room) }
        return try withSessions(frames.map(\.program)) { sessions throws(LinearProgramError) in
            let days = (0..<7).map {
                DayRelaxation(
                    space, day: $0, frame: frames[$0], session: sessions[$0], loadWorth: worth,
                    loadRoom: room)
            }
            var finisher = DayFinisher(space: space, loadWorth: worth, loadRoom: room)
            finisher.nodeLimit = effort.dayNodes
            var annealing = try SkeletonAnnealing(
                space, people: skeletons, relaxations: days, finisher: finisher)
            try annealing.finishIfPromising(control)
            if let first = annealing.best {
                control.report(
                    StageProgress(
                        stage: .schedule, done: 0, total: 0, incumbent: first.cost, bound: knownBound))
            }
            try control.timed(.annealing) { () throws(LinearProgramError) in
                if isFirst { try annealing.run(effort.relaxed, generator: &generator, control: control) }
            }
            _ = try control.timed(.finishing) { () throws(LinearProgramError) in
                try annealing.run(effort.finishing, generator: &generator, control: control)
            }
            guard let best = annealing.best else { return Found(skeletons: skeletons) }
            let tours = best.tours(space)
            let found = Found(
                tours: tours, skeletons: best.skeletons, cost: space.model.cost(of: tours))
            return polished(found, generator: &generator)
        }
    }

    /// A solution annealed shift by shift, where that is cheaper.
    private func polished(_ found: Found, generator: inout SeededGenerator) -> Found {
        guard effort.polish.steps > 0, let tours = found.tours,
            var annealing = ShiftAnnealing(space, tours: tours)
        else { return found }
        let (skeletons, better) = annealing.run(effort.polish, generator: &generator, control: control)
        let cost = space.model.cost(of: better)
        guard cost < found.cost - 1e-6 else { return found }
        return Found(tours: better, skeletons: skeletons, cost: cost)
    }
}
