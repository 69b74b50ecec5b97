import Execution
import LinearProgramming
import Workforce

/// Tours and loans of pools that lend each other agents.
///
/// The joint linear programme gives the bound, prices, and loans in fractions. Whole loans change
/// what each pool needs (what it lends is needed on top, what it borrows is not), each pool is
/// solved on these needs by the engine of pools alone, and the loans are then chosen again,
/// exactly, for the tours found: first for the tours of the pools apart, then from the linear
/// programme's loans, then from the best loans so far while that gains.
struct SharedSearch: Sendable {
    let problem: SharedProblem
    let effort: PoolEffort
    let control: RunControl

    /// Branch-and-bound nodes for the loans of given tours, and rounds of new tours from the best loans.
    static let loanNodes = 60
    static let rounds = 1

    struct Found: Sendable {
        /// Tours of every class.
        var tours: [[WeekTour]]
        var lent: [[[Int]]]
        /// By pool; loans are charged to the borrower.
        var costs: [Double]

        var cost: Double { costs.reduce(0, +) }
    }

    struct Outcome: Sendable {
        var apart: Double
        var bound: Double
        /// Nil where no loan pays.
        var best: Found?
    }

    /// - Parameter apart: tours of every pool solved alone.
    func run(apart: [[WeekTour]]) throws(LinearProgramError) -> Outcome {
        let alone = zip(problem.pools, apart).reduce(0) { $0 + $1.0.model.cost(of: $1.1) }
        var outcome = Outcome(apart: alone, bound: 0, best: nil)
        let relaxed = try relax(problem, start: apart, gap: effort.boundGap, control: control)
        outcome.bound = min(alone, max(0, problem.latticeCeiling(relaxed.bound)))
        guard alone - outcome.bound > 1e-6 * max(1, alone), !control.shouldStop else { return outcome }
        func take(_ found: Found?) -> Bool {
            guard let found, found.cost < (outcome.best?.cost ?? alone) - 1e-6 else { return false }
            outcome.best = found
            return true
        }
        _ = take(try lend(apart, prices: relaxed.prices))
        let planned = relaxed.lent.map { $0.map { $0.map { Int($0.rounded()) } } }
        if !control.shouldStop { _ = take(try tours(for: planned, prices: relaxed.prices, round: 0)) }
        for round in 1...SharedSearch.rounds {
            guard let best = outcome.best, !control.shouldStop,
                take(try tours(for: best.lent, prices: relaxed.prices, round: round))
            else { break }
        }
        return outcome
    }

    /// New tours of every pool under the needs that loans leave, and the best loans for them.
    private func tours(
        for lent: [[[Int]]], prices: [CoveragePrices], round: Int
    ) throws(LinearProgramError) -> Found? {
        let models = problem.models(under: lent)
        var effort = effort
        // No bound of a pool alone is asked for.
        effort.boundGap = 1e9
        let results = orderedParallelMap(Array(models.indices), threads: control.threads) {
            [effort] p -> Result<[WeekTour], LinearProgramError> in
            let pool = problem.pools[p]
            var own = pool.control(control)
            own.seed &+= UInt64(round + 1) &* 0xA24B_AED4_963E_E407
            do throws(LinearProgramError) {
                return .success(
                    try solvePool(models[p], programmes: pool.programmes, effort: effort, control: own).tours)
            } catch {
                return .failure(error)
            }
        }
        var tours: [[WeekTour]] = []
        for result in results {
            switch result {
            case .success(let found): tours.append(found)
            case .failure(let error): throw error
            }
        }
        return try lend(tours, prices: prices)
    }

    /// The best loans for given tours.
    private func lend(_ tours: [[WeekTour]], prices: [CoveragePrices]) throws(LinearProgramError) -> Found? {
        let given = problem.classTours(tours, prices: prices)
        let supply = problem.supply(of: given)
        let programme = LoanProgramme(problem, supply: supply)
        guard let lent = try programme.solve(nodes: SharedSearch.loanNodes, control: control) else {
            return nil
        }
        var costs = problem.costs(coverage: problem.coverage(supply: supply, lent: lent))
        for (lenders, own) in zip(problem.classes, given) {
            let model = problem.pools[lenders.pool].model
            costs[lenders.pool] += own.reduce(0) { $0 + model.tourCost($1) }
        }
        for (p, count) in problem.loanCounts(lent).enumerated() {
            costs[p] += Double(count) * problem.pricePerLoan
        }
        return Found(tours: given, lent: lent, costs: costs)
    }
}

extension SharedProblem {
    /// The pools with the needs that loans leave: what is lent is needed on top, what is borrowed
    /// is not; borrowed agents beyond the calls do loads.
    func models(under lent: [[[Int]]]) -> [PoolModel] {
        var models = pools.map(\.model)
        for (lenders, flows) in zip(classes, lent) {
            for (link, flow) in zip(lenders.links, flows) {
                for (cell, agents) in flow.enumerated() where agents > 0 {
                    models[lenders.pool].cost.needs[cell] += agents
                    models[link.borrower].cost.borrow(agents, cell: link.cells[cell])
                }
            }
        }
        return models
    }

    /// A bound raised to the next cost that whole agents can have (`CoverageCost.latticeCeiling`).
    func latticeCeiling(_ bound: Double) -> Double {
        guard let cost = pools.first?.model.cost, pools.allSatisfy({ $0.model.cost.loads.isEmpty }) else {
            return bound
        }
        let isPaid = pools.contains { $0.model.groups.contains(where: \.isPaid) }
        return cost.latticeCeiling(bound, isPaid: isPaid)
    }
}

extension CoverageCost {
    fileprivate mutating func borrow(_ agents: Int, cell: Int) {
        let calls = min(agents, needs[cell])
        needs[cell] -= calls
        var left = Double(agents - calls)
        for k in loads.indices where loads[k].permitted[cell] {
            let done = min(left, loads[k].amount, loads[k].most)
            loads[k].amount -= done
            left -= done
        }
    }
}
