import Execution
import LinearProgramming

/// Branch and bound over a day's counts (`DayAggregates`), best bound first, by strong branching.
///
/// It raises the bound; a design it meets is a gift. Effort is counted in nodes.
final class DayTree {
    private struct Node {
        var value: Double
        var number: Int
        var limits: [(variable: Variable, bounds: Bounds)]
        var basis: Basis

        func isBefore(_ other: Node, for aim: Aim) -> Bool {
            switch aim {
            case .bound: (value, -number) < (other.value, -other.number)
            case .design:
                (DayTree.whole(value), -limits.count, value, number)
                    < (DayTree.whole(other.value), -other.limits.count, other.value, other.number)
            }
        }
    }

    /// What nodes are opened for.
    enum Aim {
        /// A higher bound: the least node first, its split chosen with care.
        case bound
        /// A design: of the nodes that round up to the bound the deepest first, split quickly.
        case design

        var candidates: Int { self == .bound ? 10 : 3 }
    }

    /// A count to split at a whole number, and what either side is worth.
    private struct Split {
        var variable: Variable
        var below: Int
        var sides: [Node]
        var score: Double
    }

    private let programme: DayDesignProgramme
    private let counts: [Variable]
    private let session: LinearProgramSession
    private var open: [Node] = []
    private var made = 0
    /// Least value of nodes that could not be split further.
    private var closed = Double.infinity
    /// A design cheaper than the cutoff, met while the tree last grew.
    private(set) var design: [DesignedTour]?

    init(_ programme: DayDesignProgramme, counts: [Variable], session: LinearProgramSession) {
        self.programme = programme
        self.counts = counts
        self.session = session
    }

    /// Begins with the relaxation, solved.
    func plant() throws(LinearProgramError) {
        open = [
            Node(
                value: try session.objective(), number: 0, limits: [], basis: try session.basis())
        ]
    }

    /// No design costs less, `cutoff` apart.
    func bound(cutoff: Int) -> Int {
        let least = min(closed, open.map(\.value).min() ?? .infinity)
        return least < Double(cutoff) ? min(cutoff, DayTree.whole(least)) : cutoff
    }

    /// Costs are whole numbers.
    static func whole(_ value: Double) -> Int { Int((value - 1e-6).rounded(.up)) }

    /// Opens nodes until the bound rises, a design is met, or so many nodes are spent.
    ///
    /// - Parameter limit: designs of this cost and more are of no interest.
    /// - Returns: nodes opened.
    func grow(
        for aim: Aim, _ limit: Int, nodes: Int, control: RunControl
    ) throws(LinearProgramError) -> Int {
        var cutoff = limit
        let start = bound(cutoff: cutoff)
        var spent = 0
        design = nil
        while spent < nodes, !control.shouldStop, bound(cutoff: cutoff) == start, start < cutoff {
            guard let index = open.indices.min(by: { open[$0].isBefore(open[$1], for: aim) }) else { break }
            let node = open.remove(at: index)
            spent += 1
            let dives = aim == .design && spent % 4 == 1
            let isDone = try branch(
                node, aim.candidates, dives: dives, cutoff: cutoff, control: control)
            guard isDone else {
                open.append(node)
                break
            }
            if let design { cutoff = min(cutoff, programme.cost(of: design)) }
        }
        return spent
    }

    /// Replaces a node by its sides. False where it could not be examined.
    private func branch(
        _ node: Node, _ candidates: Int, dives: Bool, cutoff: Int, control: RunControl
    ) throws(LinearProgramError) -> Bool {
        try enter(node)
        defer { leave(node) }
        guard case .optimal = try session.solve(method: .dual, control: control) else { return false }
        let values = try session.values()
        var split: Split?
        for variable in fractional(values).prefix(candidates) {
            let below = Int(values[variable.index].rounded(.down))
            var sides: [Node] = []
            var score = 1.0
            for bounds in [Bounds(lower: 0, upper: Double(below)), .atLeast(Double(below + 1))] {
                guard let side = try side(of: node, variable, bounds, cutoff: cutoff, control: control)
                else { return false }
                score *= max(1e-4, min(side.value, Double(cutoff)) - node.value)
                sides.append(side)
            }
            if split.map({ score > $0.score }) ?? true {
                split = Split(variable: variable, below: below, sides: sides, score: score)
            }
            if sides.allSatisfy({ DayTree.whole($0.value) >= cutoff }) { break }
        }
        guard let split else {
            closed = min(closed, node.value)
            design = programme.tours(values) ?? design
            return true
        }
        for side in split.sides where DayTree.whole(side.value) < cutoff { open.append(side) }
        if dives {
            try session.restore(node.basis)
            guard case .optimal = try session.solve(method: .dual, control: control) else { return true }
            design = try dive(cutoff: cutoff, control: control) ?? design
        }
        return true
    }

    /// From the present solution, a quarter of the split shifts rounded at a time. Nil where that
    /// costs the cutoff or more, or contracts run out.
    func dive(cutoff: Int, control: RunControl) throws(LinearProgramError) -> [DesignedTour]? {
        let basis = try session.basis()
        let shifts = programme.shifts.map(\.variable)
        defer { for shift in shifts { try? session.setBounds(of: shift, to: .nonNegative) } }
        var fixed: Set<Variable> = []
        var tours: [DesignedTour]?
        while !control.shouldStop {
            let values = try session.values()
            let split = shifts.map { ($0, abs(values[$0.index] - values[$0.index].rounded())) }
                .filter { $0.1 > 1e-6 }.sorted { ($0.1, $0.0.index) < ($1.1, $1.0.index) }
            guard !split.isEmpty else {
                tours = try programme.tours(shifts: values, control: control)
                break
            }
            for shift in shifts where values[shift.index] >= 1 && !fixed.contains(shift) {
                try session.setBounds(of: shift, to: .atLeast(values[shift.index].rounded(.down)))
            }
            for (shift, _) in split.prefix(max(1, split.count / 4)) {
                try session.setBounds(of: shift, to: .equal(values[shift.index].rounded()))
                fixed.insert(shift)
            }
            guard case .optimal(let value) = try session.solve(method: .dual, control: control),
                DayTree.whole(value) < cutoff
            else { break }
        }
        try session.restore(basis)
        return tours
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
        let found = undecided(counts)
        return found.isEmpty ? undecided(programme.shifts.map(\.variable)) : found
    }

    /// A node with one more limit; of value `cutoff` where nothing meets it. Nil when stopped.
    private func side(
        of node: Node, _ variable: Variable, _ bounds: Bounds, cutoff: Int, control: RunControl
    ) throws(LinearProgramError) -> Node? {
        let before = try session.bounds(of: variable)
        let both = Bounds(
            lower: max(before.lower, bounds.lower), upper: min(before.upper, bounds.upper))
        let basis = try session.basis()
        made += 1
        var side = Node(
            value: Double(cutoff), number: made, limits: node.limits + [(variable, both)], basis: basis)
        guard both.lower <= both.upper else { return side }
        try session.setBounds(of: variable, to: both)
        let status = try session.solve(method: .dual, control: control)
        switch status {
        case .optimal(let value):
            side.value = max(node.value, value)
            side.basis = try session.basis()
        case .infeasible: break
        case .unbounded, .stopped:
            try session.setBounds(of: variable, to: before)
            return nil
        }
        try session.setBounds(of: variable, to: before)
        try session.restore(basis)
        return side
    }

    private func enter(_ node: Node) throws(LinearProgramError) {
        for (variable, bounds) in node.limits { try session.setBounds(of: variable, to: bounds) }
        try session.restore(node.basis)
    }

    private func leave(_ node: Node) {
        for (variable, _) in node.limits { try? session.setBounds(of: variable, to: .nonNegative) }
    }
}
