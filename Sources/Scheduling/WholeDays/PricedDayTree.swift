import Execution
import LinearProgramming

/// Branch and bound over the counts of a priced day, least bound first, by strong branching.
///
/// It raises the bound and keeps no solution. Effort is counted in linear programmes.
final class PricedDayTree {
    private struct Node {
        var value: Double
        var limits: [(variable: Variable, bounds: Bounds)]
        var basis: Basis
    }

    private let day: PricedDay
    private let session: LinearProgramSession
    private var solved = 0

    /// Counts tried at a node, and how many in a row may be worse than the best.
    private static let candidates = 6
    /// Nodes after which a tree whose bound has not moved is given up: its day has many whole
    /// solutions of the relaxation's value.
    private static let patience = 3

    init(_ day: PricedDay, session: LinearProgramSession) {
        self.day = day
        self.session = session
    }

    /// What no whole day costs less than, as far as so many linear programmes tell.
    func bound(programmes: Int, control: RunControl) throws(LinearProgramError) -> Double {
        guard case .optimal(let root) = try session.solve(control: control) else { return -.infinity }
        var open = [Node(value: root, limits: [], basis: try session.basis())]
        var nodes = 0
        while let place = open.indices.min(by: { open[$0].value < open[$1].value }) {
            let least = open[place].value
            let isStuck = nodes >= PricedDayTree.patience && least < root + 1e-6 * max(1, abs(root))
            guard solved < programmes, !isStuck, !control.shouldStop,
                let sides = try branch(open[place], control)
            else { return least }
            open.remove(at: place)
            open += sides.filter { $0.value < .infinity }
            nodes += 1
        }
        return .infinity
    }

    /// The sides of the best split; nil where the node is whole or could not be examined.
    private func branch(_ node: Node, _ control: RunControl) throws(LinearProgramError) -> [Node]? {
        for (variable, bounds) in node.limits { try session.setBounds(of: variable, to: bounds) }
        defer { for (variable, _) in node.limits { try? session.setBounds(of: variable, to: .nonNegative) } }
        try session.restore(node.basis)
        guard case .optimal = try session.solve(method: .dual, control: control) else { return nil }
        let values = try session.values()
        var best: (sides: [Node], score: Double)?
        for variable in fractional(values).prefix(PricedDayTree.candidates) {
            let below = values[variable.index].rounded(.down)
            var sides: [Node] = []
            var score = 1.0
            for bounds in [Bounds(lower: 0, upper: below), .atLeast(below + 1)] {
                guard let side = try side(of: node, variable, bounds, control) else { return nil }
                score *= max(1e-4, min(side.value - node.value, 1e9))
                sides.append(side)
            }
            if score > best?.score ?? 0 { best = (sides, score) }
        }
        return best?.sides
    }

    /// Counts between whole numbers, the most undecided first; single shifts where every count is
    /// whole.
    private func fractional(_ values: [Double]) -> [Variable] {
        func undecided(_ variables: [Variable]) -> [Variable] {
            variables.map { variable -> (Variable, Double) in
                let part = values[variable.index] - values[variable.index].rounded(.down)
                return (variable, min(part, 1 - part))
            }.filter { $0.1 > 1e-6 }.sorted { ($1.1, $0.0.index) < ($0.1, $1.0.index) }.map(\.0)
        }
        let found = undecided(day.counts)
        return found.isEmpty ? undecided(day.shifts) : found
    }

    /// A node with one more limit, of infinite value where nothing meets it. Nil when stopped.
    private func side(
        of node: Node, _ variable: Variable, _ bounds: Bounds, _ control: RunControl
    ) throws(LinearProgramError) -> Node? {
        let before = try session.bounds(of: variable)
        let both = Bounds(lower: max(before.lower, bounds.lower), upper: min(before.upper, bounds.upper))
        var side = Node(value: .infinity, limits: node.limits + [(variable, both)], basis: node.basis)
        guard both.lower <= both.upper else { return side }
        try session.setBounds(of: variable, to: both)
        defer { try? session.setBounds(of: variable, to: before) }
        solved += 1
        switch try session.solve(method: .dual, control: control) {
        case .optimal(let value):
            side.value = max(node.value, value)
            side.basis = try session.basis()
        case .infeasible: break
        case .unbounded, .stopped: return nil
        }
        try session.restore(node.basis)
        return side
    }
}
