import Execution
import LinearProgramming

/// Branch and cut on which kinds are in use.
final class KindTree {
    private struct Node {
        var fixed: [(kind: Int, used: Bool)]
        var bound: Double
    }

    private let grid: KindGrid
    private let relaxation: KindRelaxation
    private let evaluation: KindEvaluation
    private let control: RunControl
    private(set) var best: KindAssignment
    private(set) var nodes = 0
    private var open: [Node] = []
    private var ranges: [ClosedRange<Int>]
    private var current: [ClosedRange<Int>]
    private var tried: Set<Set<Int>> = []
    var trace = false

    init(
        grid: KindGrid, relaxation: KindRelaxation, evaluation: KindEvaluation, control: RunControl
    ) {
        self.grid = grid
        self.relaxation = relaxation
        self.evaluation = evaluation
        self.control = control
        let none = [Int](repeating: 0, count: grid.shifts)
        best = KindAssignment(agents: none, cost: grid.cost(of: none))
        ranges = Array(repeating: 0...1, count: grid.kinds.count)
        current = ranges
    }

    /// Whether a relaxation that costs so much leaves room for a better design.
    private func isOpen(_ bound: Double) -> Bool { grid.bound(bound) < best.cost }

    /// - Returns: the cost that no design beats.
    func run(nodeLimit: Int) throws(LinearProgramError) -> Int {
        guard let root = try solveRoot() else { return 0 }
        guard isOpen(root) else { return best.cost }
        open = [Node(fixed: [], bound: root)]
        var next: Node?
        while nodes < nodeLimit, !control.shouldStop {
            guard let node = next ?? popBest() else { return best.cost }
            next = nil
            guard isOpen(node.bound) else { continue }
            nodes += 1
            guard let bound = try process(node, isRoot: nodes == 1) else {
                if control.shouldStop { open.append(node) }
                continue
            }
            guard isOpen(bound) else { continue }
            guard let kind = try branching(node, bound) else { continue }
            let up = relaxation.use(kind) > 0.5
            for used in [!up, up] {
                let child = Node(fixed: node.fixed + [(kind, used)], bound: bound)
                if used == up { next = child } else { open.append(child) }
            }
            if trace, nodes % 50 == 0 {
                print("node", nodes, "open", open.count, "low", open.map(\.bound).min() ?? 0, "best", best.cost, "cuts", relaxation.cutCount, "evals", evaluation.evaluations, "depth", node.fixed.count)
            }
        }
        if let next { open.append(next) }
        return min(best.cost, open.map { grid.bound($0.bound) }.min() ?? best.cost)
    }

    private func popBest() -> Node? {
        var index: Int?
        for i in open.indices where index.map({ open[i].bound < open[$0].bound }) ?? true { index = i }
        guard let index else { return nil }
        open.swapAt(index, open.count - 1)
        return open.removeLast()
    }

    // MARK: Root

    private func solveRoot() throws(LinearProgramError) -> Double? {
        guard var bound = try relaxation.solve().objective else { return nil }
        var stalled = 0
        var round = 0
        while !control.shouldStop, stalled < 3, isOpen(bound) {
            guard try relaxation.tighten(most: 2 * grid.intervals, depth: 0.005) > 0 else { break }
            guard let tighter = try relaxation.solve().objective else { break }
            let gain = tighter - bound
            stalled = gain < 0.002 * max(Double(grid.unit), Double(best.cost) - bound) ? stalled + 1 : 0
            bound = tighter
            round += 1
            if trace { print("round", round, "bound", bound, "cuts", relaxation.cutCount, "best", best.cost) }
            try relaxation.purge()
            if trace { print("   kept", relaxation.cutCount) }
        }
        try seekDesign(thresholds: [0.01, 0.1, 0.3, 0.5], budget: 400)
        if trace { print("root", bound, "best", best.cost, "evals", evaluation.evaluations) }
        return bound
    }

    // MARK: Nodes

    /// - Returns: the node's bound; nil when it is empty, or stopped.
    private func process(_ node: Node, isRoot: Bool) throws(LinearProgramError) -> Double? {
        try apply(node)
        guard var bound = try relaxation.solve().objective else { return nil }
        var rounds = 0
        while rounds < 4, isOpen(bound), !control.shouldStop {
            guard try relaxation.tighten(most: grid.intervals / 2, depth: 0.02) > 0,
                let tighter = try relaxation.solve().objective
            else { break }
            rounds += 1
            let gain = tighter - bound
            bound = tighter
            if gain < 0.02 * (Double(best.cost) - bound) { break }
        }
        if relaxation.cutCount > 3 * grid.intervals { try relaxation.purge() }
        if isOpen(bound), nodes % 10 == 1 { try seekDesign(thresholds: [0.3], budget: 60) }
        return max(bound, node.bound)
    }

    private func apply(_ node: Node) throws(LinearProgramError) {
        var target = ranges
        for (kind, used) in node.fixed { target[kind] = used ? 1...1 : 0...0 }
        for kind in target.indices where target[kind] != current[kind] {
            try relaxation.setUse(of: kind, to: target[kind])
        }
        current = target
    }

    /// The kind to branch on; nil when the node is settled.
    private func branching(_ node: Node, _ bound: Double) throws(LinearProgramError) -> Int? {
        var candidates: [(kind: Int, score: Double)] = []
        for kind in grid.kinds.indices {
            let use: Double = relaxation.use(kind)
            let fraction = min(use, 1 - use)
            if fraction > 1e-6 { candidates.append((kind, fraction)) }
        }
        guard candidates.isEmpty else {
            candidates.sort { ($1.score, $0.kind) < ($0.score, $1.kind) }
            return try strongest(candidates.prefix(8).map(\.kind), bound)
        }
        // Every kind is in use or not: the cost of that set is exact.
        try consider(Set(grid.kinds.indices.filter { relaxation.use($0) > 0.5 }))
        guard isOpen(bound) else { return nil }
        // Only the circle's own integrality gap is left (see `KindEvaluation`).
        return current.indices.first { current[$0].count == 2 }
    }

    /// Strong branching: the kind whose two children move the relaxation most.
    private func strongest(_ kinds: [Int], _ bound: Double) throws(LinearProgramError) -> Int? {
        guard kinds.count > 1 else { return kinds.first }
        let basis = try relaxation.basis()
        let values = relaxation.values
        var best: (kind: Int, score: Double)?
        for kind in kinds {
            var gains: [Double] = []
            for side in [0...0, 1...1] {
                try relaxation.setUse(of: kind, to: side)
                let status = try relaxation.probe(iterations: 40)
                gains.append(status.map { max(0, $0 - bound) } ?? Double(grid.price))
                try relaxation.restore(basis)
            }
            try relaxation.setUse(of: kind, to: current[kind])
            let score = max(gains[0], 1e-3) * max(gains[1], 1e-3)
            if score > best?.score ?? -1 { best = (kind, score) }
        }
        relaxation.keep(values)
        return best?.kind
    }

    // MARK: Incumbents

    private func consider(_ kinds: Set<Int>) throws(LinearProgramError) {
        guard kinds.count <= grid.maximum, tried.insert(kinds).inserted else { return }
        if let found = try evaluation.assign(kinds), found.cost < best.cost { best = found }
    }

    /// Opens the kinds that the relaxation uses to some extent, and improves from there.
    private func seekDesign(thresholds: [Double], budget: Int) throws(LinearProgramError) {
        let uses: [Double] = grid.kinds.indices.map { relaxation.use($0) }
        let order = grid.kinds.indices.filter { uses[$0] > 0.05 }
            .sorted { (-uses[$0], $0) < (-uses[$1], $1) }
        for threshold in thresholds where !control.shouldStop {
            let start = grid.kinds.indices.filter { uses[$0] > threshold }
                .sorted { (-uses[$0], $0) < (-uses[$1], $1) }
            var search = KindSearch(grid: grid, evaluation: evaluation, budget: budget)
            guard let found = try search.improve(Set(start.prefix(grid.maximum)), candidates: order, enough: 0)
            else { continue }
            if grid.bound(found.cost) < best.cost { try consider(found.kinds) }
        }
    }
}
