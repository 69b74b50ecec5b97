import Execution
import LinearProgramming
import Workforce

/// The linear programme of pools that lend agents: its proved bound, prices, and how many agents
/// it lends.
struct SharedRelaxation: Sendable {
    var bound = 0.0
    var prices: [CoveragePrices]
    /// Agents lent, by class, link and cell of the lender; fractions.
    var lent: [[[Double]]]
}

/// Column generation down to a relative gap, with smoothed prices (Wentges 1997).
///
/// - Parameter start: tours of every pool to begin with, at least one for each group.
/// - Complexity: one exact pricing of every class and one simplex run a round.
func relax(
    _ problem: SharedProblem, start: [[WeekTour]], gap: Double, control: RunControl
) throws(LinearProgramError) -> SharedRelaxation {
    let master = SharedMaster(problem)
    return try master.program.withSession { session throws(LinearProgramError) in
        let generation = SharedGeneration(problem, master: master, session: session)
        try generation.run(start: start, gap: gap, control: control)
        return try generation.result()
    }
}

private final class SharedGeneration {
    private let problem: SharedProblem
    private let master: SharedMaster
    private let session: LinearProgramSession
    private var pricing: SharedPricing
    private var known: [Set<WeekTour>]
    private var columns = 0
    private var bound = 0.0
    private var prices: [CoveragePrices]
    private var isSolved = false

    init(_ problem: SharedProblem, master: SharedMaster, session: LinearProgramSession) {
        self.problem = problem
        self.master = master
        self.session = session
        pricing = SharedPricing(problem)
        known = problem.classes.map { _ in [] }
        prices = problem.pools.map { .none($0.model.cost) }
    }

    func run(start: [[WeekTour]], gap: Double, control: RunControl) throws(LinearProgramError) {
        try add(
            problem.classes.map { lenders in
                let own = Set(lenders.members.map(\.group))
                return start[lenders.pool].filter { own.contains($0.group) && !$0.isVacant }
            })
        var centre: [CoveragePrices]?
        // Column generation ends; the limit only stops endless rounding.
        for _ in 0..<2000 {
            let status = try session.solve(control: control)
            isSolved = false
            guard case .optimal(let value) = status else { return }
            isSolved = true
            if value - bound <= gap * abs(value) || control.shouldStop { return }
            let duals = try session.duals()
            let own = master.prices(duals: duals)
            var found: [[WeekTour]] = []
            var blend = centre == nil ? 0 : 0.8
            while true {
                let asked = zip(own, centre ?? own).map { $0.blended(with: $1, share: blend) }
                let outcome = pricing.price(asked)
                if outcome.bound > bound {
                    bound = outcome.bound
                    prices = asked
                    centre = asked
                }
                found = improving(outcome.tours, duals: duals)
                if found.contains(where: { !$0.isEmpty }) || blend == 0 || value - bound <= gap * abs(value) {
                    break
                }
                blend = blend > 0.3 ? blend - 0.3 : 0
            }
            if found.allSatisfy(\.isEmpty) { return }
            try add(found)
        }
    }

    private func improving(_ tours: [[WeekTour]], duals: [Double]) -> [[WeekTour]] {
        tours.enumerated().map { index, own in
            own.filter {
                !known[index].contains($0)
                    && master.column(of: $0, lenders: index, tag: 0).reducedCost(duals: duals) < -1e-3
            }
        }
    }

    private func add(_ tours: [[WeekTour]]) throws(LinearProgramError) {
        var new: [Column] = []
        for (index, own) in tours.enumerated() {
            for tour in own where known[index].insert(tour).inserted {
                new.append(master.column(of: tour, lenders: index, tag: columns))
                columns += 1
            }
        }
        _ = try session.addColumns(new)
    }

    func result() throws(LinearProgramError) -> SharedRelaxation {
        let values = isSolved ? try session.values() : []
        return SharedRelaxation(
            bound: bound, prices: prices,
            lent: master.lent.map { links in
                links.map { link in
                    link.map { variable in variable.map { isSolved ? values[$0.index] : 0 } ?? 0 }
                }
            })
    }
}
