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
    private var pseudocosts: KindPseudocosts
    private var rootCuts = 0
    var trace = false
    let begin = ContinuousClock.now
    func clock() -> Double { let d = (ContinuousClock.now - begin).components; return Double(d.seconds) + Double(d.attoseconds / 1_000_000_000_000_000) / 1000 }

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
        pseudocosts = KindPseudocosts(kinds: grid.kinds.count, price: Double(grid.price))
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
            if nodes % 200 == 0 {
                try apply(node)
                if let bound = try relaxation.solve().objective { try dive(bound) }
            }
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
                print(clock(), "node", nodes, "open", open.count, "low", open.map(\.bound).min() ?? 0, "best", best.cost, "cuts", relaxation.cutCount, "evals", evaluation.evaluations, "depth", node.fixed.count)
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
        let plain = bound
        var stalled = 0
        var round = 0
        while !control.shouldStop, stalled < 3, isOpen(bound) {
            guard try relaxation.tighten(most: 2 * grid.intervals, depth: 0.005) > 0 else { break }
            guard let tighter = try relaxation.solve().objective else { break }
            let gain = tighter - bound
            stalled = gain < 0.005 * (tighter - plain) ? stalled + 1 : 0
            bound = tighter
            round += 1
            if trace { print(clock(), "round", round, "bound", bound, "cuts", relaxation.cutCount, "best", best.cost) }
            try relaxation.purge()
            if trace { print("   kept", relaxation.cutCount) }
        }
        rootCuts = relaxation.cutCount
        try seekDesign(thresholds: [0.01, 0.1, 0.3, 0.5], budget: 400)
        if trace { print(clock(), "root", bound, "best", best.cost, "evals", evaluation.evaluations) }
        try dive(bound)
        if trace { print(clock(), "dive", bound, "best", best.cost, "evals", evaluation.evaluations) }
        return bound
    }

    /// Rounds the relaxation up, kind after kind, with cuts between, and improves what it ends in.
    private func dive(_ bound: Double) throws(LinearProgramError) {
        var fixed = current
        var lower = bound
        while isOpen(lower), !control.shouldStop {
            let uses: [Double] = grid.kinds.indices.map { relaxation.use($0) }
            let loose = grid.kinds.indices.filter { fixed[$0].count == 2 && uses[$0] > 1e-6 }
            guard let most = loose.map({ uses[$0] }).max() else { break }
            let up = loose.filter { uses[$0] >= min(most, 0.95) }
            for kind in up {
                fixed[kind] = 1...1
                try relaxation.setUse(of: kind, to: 1...1)
            }
            current = fixed
            if most > 1 - 1e-6, loose.allSatisfy({ uses[$0] > 1 - 1e-6 }) { break }
            guard let next = try relaxation.solve().objective else { break }
            lower = next
            if try relaxation.tighten(most: grid.intervals / 2, depth: 0.02) > 0,
                let next = try relaxation.solve().objective
            {
                lower = next
            }
            if relaxation.cutCount > 2 * rootCuts + 100 { try relaxation.purge() }
        }
        try seekDesign(thresholds: [0.5], budget: 400)
    }

    // MARK: Nodes

    /// - Returns: the node's bound; nil when it is empty, or stopped.
    private func process(_ node: Node, isRoot: Bool) throws(LinearProgramError) -> Double? {
        try apply(node)
        guard var bound = try relaxation.solve().objective else { return nil }
        var rounds = 0
        while rounds < 2, isOpen(bound), !control.shouldStop {
            guard try relaxation.tighten(most: grid.intervals / 2, depth: 0.02) > 0,
                let tighter = try relaxation.solve().objective
            else { break }
            rounds += 1
            let gain = tighter - bound
            bound = tighter
            if gain < 0.02 * (Double(best.cost) - bound) { break }
        }
        if relaxation.cutCount > 2 * rootCuts + 100 { try relaxation.purge() }
        if isOpen(bound), nodes % 10 == 0 { try seekDesign(thresholds: [0.3], budget: 60) }
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
        let fractional = grid.kinds.indices.filter { kind in
            let use: Double = relaxation.use(kind)
            return min(use, 1 - use) > 1e-6
        }
        guard fractional.isEmpty else { return try strongest(fractional, bound) }
        // Every kind is in use or not: the cost of that set is exact.
        try consider(Set(grid.kinds.indices.filter { relaxation.use($0) > 0.5 }))
        guard isOpen(bound) else { return nil }
        // Only the circle's own integrality gap is left (see `KindEvaluation`).
        return current.indices.first { current[$0].count == 2 }
    }

    /// Reliability branching (Achterberg, Koch and Martin 2005): pseudocosts, and a few
    /// iterations of dual simplex on both sides for the best kinds that have none yet.
    private func strongest(_ kinds: [Int], _ bound: Double) throws(LinearProgramError) -> Int? {
        let uses: [Double] = grid.kinds.indices.map { relaxation.use($0) }
        var scores = kinds.map { (kind: $0, score: pseudocosts.score($0, use: uses[$0])) }
        scores.sort { ($1.score, $0.kind) < ($0.score, $1.kind) }
        let unknown = scores.prefix(8).filter { !pseudocosts.isKnown($0.kind) }.prefix(4)
        guard !unknown.isEmpty, kinds.count > 1 else { return scores.first?.kind }
        let basis = try relaxation.basis()
        let values = relaxation.values
        for (kind, _) in unknown {
            for used in [false, true] {
                try relaxation.setUse(of: kind, to: used ? 1...1 : 0...0)
                let objective = try relaxation.probe(iterations: 40)
                let gain = objective.map { max(0, $0 - bound) } ?? Double(best.cost) - bound
                pseudocosts.note(kind, used: used, gain: gain, use: uses[kind])
                try relaxation.restore(basis)
            }
            try relaxation.setUse(of: kind, to: current[kind])
        }
        relaxation.keep(values)
        return kinds.map { ($0, pseudocosts.score($0, use: uses[$0])) }
            .max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
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
