import Execution
import LinearProgramming

/// Branch and cut on which kinds are in use: best bound first, each node followed down to a leaf.
final class KindTree {
    private struct Node {
        var fixed: [(kind: Int, used: Bool)]
        var bound: Double
    }

    private let grid: KindGrid
    private let relaxation: KindRelaxation
    private let incumbents: KindIncumbents
    private let control: RunControl
    private var pseudocosts: KindPseudocosts
    private var open: [Node] = []
    /// Bound of the nodes given up because simplex could not settle them.
    private var unsettled = Double.infinity
    /// Use that the relaxation allows each kind at present.
    private var ranges: [ClosedRange<Int>]
    private(set) var nodes = 0

    init(
        grid: KindGrid, relaxation: KindRelaxation, incumbents: KindIncumbents, control: RunControl
    ) {
        self.grid = grid
        self.relaxation = relaxation
        self.incumbents = incumbents
        self.control = control
        pseudocosts = KindPseudocosts(kinds: grid.kinds.count, price: Double(grid.price))
        ranges = Array(repeating: 0...1, count: grid.kinds.count)
    }

    /// - Returns: the cost that no design beats.
    func run(nodeLimit: Int) throws(LinearProgramError) -> Int {
        guard let root = try solveRoot() else { return 0 }
        open = [Node(fixed: [], bound: root)]
        var next: Node?
        while nodes < nodeLimit, !control.shouldStop, let node = next ?? popBest() {
            next = nil
            guard incumbents.isOpen(node.bound) else { continue }
            nodes += 1
            guard let bound = try process(node), incumbents.isOpen(bound) else { continue }
            guard let kind = try branching(node, bound) else { continue }
            let used: Bool = relaxation.use(kind) > 0.5
            next = Node(fixed: node.fixed + [(kind, used)], bound: bound)
            open.append(Node(fixed: node.fixed + [(kind, !used)], bound: bound))
        }
        let left = (open + [next].compactMap { $0 }).map(\.bound).min() ?? .infinity
        let least = min(left, unsettled)
        return incumbents.isOpen(least) ? grid.bound(least) : incumbents.best.cost
    }

    private func popBest() -> Node? {
        guard let index = open.indices.min(by: { (open[$0].bound, -$0) < (open[$1].bound, -$1) })
        else { return nil }
        open.swapAt(index, open.count - 1)
        return open.removeLast()
    }

    // MARK: Root

    /// Cuts until they no longer pay, then looks for a good design.
    private func solveRoot() throws(LinearProgramError) -> Double? {
        guard let plain = try relaxation.solve().objective else { return nil }
        var bound = plain
        var stalled = 0
        while !control.shouldStop, stalled < 3, incumbents.isOpen(bound) {
            guard try relaxation.tighten(most: grid.intervals, depth: 0.005) > 0,
                let tighter = try relaxation.solve().objective
            else { break }
            stalled = tighter - bound < 0.005 * (tighter - plain) ? stalled + 1 : 0
            bound = tighter
            try relaxation.purge()
        }
        relaxation.keepCuts()
        try incumbents.round(relaxation.uses, thresholds: [0.01, 0.1, 0.3, 0.5], budget: 400)
        try dive(from: bound)
        try incumbents.wander(bound: bound, budget: 300)
        return bound
    }

    /// Rounds the relaxation up, kinds in most use first, with cuts between, and improves what it
    /// ends in.
    private func dive(from bound: Double) throws(LinearProgramError) {
        var lower = bound
        var target = ranges
        while incumbents.isOpen(lower), !control.shouldStop {
            let uses = relaxation.uses
            let loose = grid.kinds.indices.filter { target[$0].count == 2 && uses[$0] > 1e-6 }
            guard let most = loose.map({ uses[$0] }).max(),
                loose.contains(where: { uses[$0] < 1 - 1e-6 })
            else { break }
            for kind in loose where uses[kind] >= min(most, 0.95) { target[kind] = 1...1 }
            try apply(target)
            guard let next = try relaxation.solve().objective else { break }
            lower = try cut(next, rounds: 1)
        }
        try incumbents.round(relaxation.uses, thresholds: [0.5], budget: 400)
    }

    // MARK: Nodes

    /// - Returns: the node's bound; nil when it is empty, or given up.
    private func process(_ node: Node) throws(LinearProgramError) -> Double? {
        var target = [ClosedRange<Int>](repeating: 0...1, count: grid.kinds.count)
        for (kind, used) in node.fixed { target[kind] = used ? 1...1 : 0...0 }
        try apply(target)
        switch try relaxation.solve() {
        case .infeasible: return nil
        case .optimal(let objective):
            let bound = try max(node.bound, cut(objective, rounds: 2))
            guard incumbents.isOpen(bound) else { return bound }
            if nodes % 10 == 0 { try incumbents.round(relaxation.uses, thresholds: [0.3], budget: 60) }
            // As many pivots on sets of kinds as on the tree: where its nodes are dear they rarely
            // come to a leaf, and the best designs come from the sets.
            if incumbents.iterations < relaxation.iterations {
                try incumbents.wander(bound: bound, budget: 200)
            }
            return bound
        case .unbounded, .stopped:
            unsettled = min(unsettled, node.bound)
            return nil
        }
    }

    /// Tightens the present relaxation as long as that moves its bound.
    private func cut(_ objective: Double, rounds: Int) throws(LinearProgramError) -> Double {
        var bound = objective
        for _ in 0..<rounds where incumbents.isOpen(bound) {
            guard try relaxation.tighten(most: max(20, grid.intervals / 8), depth: 0.02) > 0,
                let tighter = try relaxation.solve().objective
            else { break }
            let gain = tighter - bound
            bound = tighter
            if gain < 0.02 * (Double(incumbents.best.cost) - bound) { break }
        }
        if relaxation.cutCount > 2 * relaxation.rootCuts + 100 { try relaxation.purge() }
        return bound
    }

    private func apply(_ target: [ClosedRange<Int>]) throws(LinearProgramError) {
        for kind in target.indices where target[kind] != ranges[kind] {
            try relaxation.setUse(of: kind, to: target[kind])
        }
        ranges = target
    }

    // MARK: Branching

    /// The kind to branch on; nil when the node is settled, or given up.
    private func branching(_ node: Node, _ bound: Double) throws(LinearProgramError) -> Int? {
        let uses = relaxation.uses
        let fractional = grid.kinds.indices.filter { min(uses[$0], 1 - uses[$0]) > 1e-6 }
        guard fractional.isEmpty else { return try strongest(fractional, bound) }
        // Every kind is in use or not: the design of that set is found exactly.
        try incumbents.consider(Set(grid.kinds.indices.filter { uses[$0] > 0.5 }))
        guard incumbents.isOpen(bound) else { return nil }
        // Only the circle's own integrality gap is left (see `KindEvaluation`), or the clock.
        let kind = ranges.indices.first { ranges[$0].count == 2 }
        if kind == nil, control.shouldStop { unsettled = min(unsettled, bound) }
        return kind
    }

    /// Reliability branching (Achterberg, Koch and Martin 2005): pseudocosts, and a few
    /// iterations of dual simplex on both sides for the best kinds that have none yet.
    private func strongest(_ kinds: [Int], _ bound: Double) throws(LinearProgramError) -> Int? {
        let uses = relaxation.uses
        let scores = kinds.map { (kind: $0, score: pseudocosts.score($0, use: uses[$0])) }
            .sorted { ($1.score, $0.kind) < ($0.score, $1.kind) }
        let unknown = scores.prefix(8).filter { !pseudocosts.isKnown($0.kind) }.prefix(4)
        guard !unknown.isEmpty, kinds.count > 1 else { return scores.first?.kind }
        let basis = try relaxation.basis()
        for (kind, _) in unknown {
            for used in [false, true] {
                try relaxation.setUse(of: kind, to: used ? 1...1 : 0...0)
                let objective = try relaxation.probe(iterations: 40)
                let gain = objective.map { max(0, $0 - bound) } ?? Double(incumbents.best.cost) - bound
                pseudocosts.note(kind, used: used, gain: gain, use: uses[kind])
                try relaxation.restore(basis)
            }
            try relaxation.setUse(of: kind, to: ranges[kind])
        }
        return kinds.map { (kind: $0, score: pseudocosts.score($0, use: uses[$0])) }
            .max { ($0.score, $1.kind) < ($1.score, $0.kind) }?.kind
    }
}
