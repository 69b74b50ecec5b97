import Execution
import LinearProgramming

/// The best agents for given kinds, and their cost.
struct KindAssignment {
    /// Agents by shift.
    var agents: [Int]
    var cost: Int
}

/// Evaluates sets of open kinds on one covering programme, each from the basis of the last.
///
/// On a line the programme is a network (consecutive ones: Veinott and Wagner 1962) and its
/// vertices are integral; on a circle they nearly always are, and branch and bound settles the rest.
final class KindEvaluation {
    private let grid: KindGrid
    private let session: LinearProgramSession
    private let control: RunControl
    private var open: [Bool]
    private(set) var evaluations = 0
    /// Simplex iterations spent.
    var iterations: Int { session.iterations }

    init(grid: KindGrid, session: LinearProgramSession, control: RunControl) {
        self.grid = grid
        self.session = session
        self.control = control
        open = Array(repeating: true, count: grid.kinds.count)
    }

    /// The least cost with the given kinds open; a kind left without agents is not paid.
    ///
    /// - Returns: nil when stopped.
    func assign(_ kinds: Set<Int>) throws(LinearProgramError) -> KindAssignment? {
        guard try relaxedCost(kinds) != nil else { return nil }
        var values = try session.values()
        if (0..<grid.shifts).contains(where: { abs(values[$0] - values[$0].rounded()) > 1e-6 }) {
            let options = SolveOptions { $0.branching = .firstFractional }
            guard let solution = try session.solveInteger(options: options, control: control).solution
            else { return nil }
            values = solution.values
        }
        let agents = (0..<grid.shifts).map { Int(values[$0].rounded()) }
        return KindAssignment(agents: agents, cost: grid.cost(of: agents))
    }

    /// The cost of the relaxation, kinds included: a lower bound that is nearly always exact.
    func relaxedCost(_ kinds: Set<Int>) throws(LinearProgramError) -> Double? {
        for kind in open.indices where open[kind] != kinds.contains(kind) {
            open[kind].toggle()
            for shift in kind * grid.days..<(kind + 1) * grid.days {
                let most = open[kind] ? Double(grid.useful[shift]) : 0
                try session.setBounds(of: Variable(shift), to: .between(0, most))
            }
        }
        evaluations += 1
        let status = try session.solve(method: .dual, control: control)
        return status.objective.map { $0 + Double(grid.price * kinds.count) }
    }

    /// What opening each kind may save at the last relaxed cost, its price apart: by its first
    /// agents on every day, and at most (the relaxation is convex in the agents).
    func gains() throws(LinearProgramError) -> [(first: Double, most: Double)] {
        let costs = try session.reducedCosts()
        return grid.kinds.indices.map { kind in
            var first = 0.0
            var most = 0.0
            for shift in kind * grid.days..<(kind + 1) * grid.days where costs[shift] < 0 {
                first -= costs[shift]
                most -= costs[shift] * Double(grid.useful[shift])
            }
            return (first, most)
        }
    }
}

extension KindGrid {
    /// What agents by shift cost, kinds included.
    func cost(of agents: [Int]) -> Int {
        var change = [Int](repeating: 0, count: intervals + 1)
        var level = 0
        var cost = 0
        for kind in kinds.indices where (0..<days).contains(where: { agents[kind * days + $0] > 0 }) {
            cost += price
        }
        for shift in agents.indices where agents[shift] > 0 {
            let first = first(shift)
            let end = first + length(shift)
            change[first] += agents[shift]
            change[end % intervals] -= agents[shift]
            if end >= intervals { level += agents[shift] }
        }
        for t in 0..<intervals {
            level += change[t]
            cost += level < needs[t] ? under * (needs[t] - level) : over * (level - needs[t])
        }
        return cost
    }
}
