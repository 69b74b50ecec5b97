import Execution
import LinearProgramming
import Workforce

/// The cheapest loans for given tours: an integer programme over one week.
///
/// For each class k, campaign b it may help, and interval t: y_kbt agents lent, s_kbt of whom
/// begin there. min Σ_p (under·u + over·o + undone·short) + price·Σ s, with
/// u_pt − o_pt − work + Σ y in − Σ y out = need_pt − coverage_pt;
/// Σ_b y_kbt ≤ supply_kt; s_kbt ≥ y_kbt − y_kbt−1;
/// y_kbt ≥ Σ_{t−L < r ≤ t} s_kbr: whoever began within the last L intervals is still there, the
/// minimum up time of unit commitment (Rajan & Takriti 2005).
/// For one lender and one borrower without loads the columns of loans are intervals of a day, the
/// matrix is totally unimodular (consecutive ones), and the relaxation is whole by itself; other
/// floors branch little.
struct LoanProgramme {
    private let problem: SharedProblem
    private var program = LinearProgram(.minimize)
    private var lent: [[[Variable?]]] = []
    /// Agents that come (+) and go (−), by pool and cell.
    private var moves: [[[Term]]]

    init(_ problem: SharedProblem, supply: [[Int]]) {
        self.problem = problem
        moves = problem.pools.map { [[Term]](repeating: [], count: $0.model.grid.cellCount) }
        for (index, lenders) in problem.classes.enumerated() { add(lenders, index, supply: supply[index]) }
        let coverage = problem.coverage(supply: supply, lent: [])
        for pool in problem.pools.indices { addCover(pool, coverage: coverage[pool]) }
    }

    private mutating func add(_ lenders: LendingClass, _ index: Int, supply: [Int]) {
        var flows: [[Variable?]] = []
        for link in lenders.links {
            var flow = [Variable?](repeating: nil, count: supply.count)
            for (cell, other) in link.cells.enumerated() where other >= 0 && supply[cell] > 0 {
                let agents = program.addVariable(
                    bounds: .between(0, Double(supply[cell])), kind: .integer,
                    label: Label("lent", index, link.borrower, cell))
                flow[cell] = agents
                moves[lenders.pool][cell].append(Term(agents, -1))
                moves[link.borrower][other].append(Term(agents, 1))
            }
            addStretches(flow, day: problem.pools[lenders.pool].model.grid.slotCount)
            flows.append(flow)
        }
        for cell in supply.indices where flows.count > 1 {
            let out = flows.compactMap { flow in flow[cell].map { Term($0, 1) } }
            if out.count > 1 {
                program.addRow(out, .atMost(Double(supply[cell])), label: Label("supply", index, cell))
            }
        }
        lent.append(flows)
    }

    /// Loans begin, and last.
    private mutating func addStretches(_ flow: [Variable?], day slots: Int) {
        let least = problem.minimumSlots
        for first in stride(from: 0, to: flow.count, by: slots) {
            var begun: [(cell: Int, variable: Variable)] = []
            for cell in first..<first + slots {
                guard let agents = flow[cell] else { continue }
                // Too late in the stretch for a whole loan.
                let isOpen = (cell..<cell + least).allSatisfy { $0 < first + slots && flow[$0] != nil }
                let begins = program.addVariable(
                    cost: problem.pricePerLoan, bounds: isOpen ? .nonNegative : .equal(0),
                    label: Label("begins", cell))
                begun.append((cell, begins))
                var change = [Term(agents, 1), Term(begins, -1)]
                if cell > first, let before = flow[cell - 1] { change.append(Term(before, -1)) }
                program.addRow(change, .atMost(0), label: Label("begin", cell))
                if least > 1 {
                    let recent = begun.filter { $0.cell > cell - least }.map { Term($0.variable, -1) }
                    program.addRow([Term(agents, 1)] + recent, .atLeast(0), label: Label("last", cell))
                }
            }
        }
    }

    /// What the coverage that results costs, cells that nothing can change left out.
    private mutating func addCover(_ pool: Int, coverage: [Int]) {
        let cost = problem.pools[pool].model.cost
        var terms = moves[pool]
        for load in cost.loads {
            let short = program.addVariable(cost: cost.undone, label: "undone")
            var work = [Term(short, 1)]
            for cell in terms.indices where load.permitted[cell] && cost.needs[cell] >= 0 {
                guard coverage[cell] > 0 || !moves[pool][cell].isEmpty else { continue }
                let done = program.addVariable(
                    bounds: .between(0, min(load.most, load.amount)), label: Label("work", pool, cell))
                work.append(Term(done, 1))
                terms[cell].append(Term(done, -1))
            }
            program.addRow(work, .equal(load.amount), label: "load")
        }
        for cell in terms.indices where !terms[cell].isEmpty {
            let missing = program.addVariable(cost: cost.under, label: Label("under", pool, cell))
            let surplus = program.addVariable(cost: cost.over, label: Label("over", pool, cell))
            program.addRow(
                terms[cell] + [Term(missing, 1), Term(surplus, -1)],
                .equal(Double(cost.needs[cell] - coverage[cell])), label: Label("cover", pool, cell))
        }
    }

    /// Agents lent, by class, link and cell; nil where the search found nothing.
    func solve(nodes: Int, control: RunControl) throws(LinearProgramError) -> [[[Int]]]? {
        let options = SolveOptions {
            $0.nodeLimit = nodes
            $0.iterationLimit = 200_000
            $0.explainsInfeasibility = false
        }
        guard let values = try program.solve(options: options, control: control).solution?.values else {
            return nil
        }
        return lent.map { links in
            links.map { flow in
                flow.map { variable in variable.map { Int(values[$0.index].rounded()) } ?? 0 }
            }
        }
    }
}
