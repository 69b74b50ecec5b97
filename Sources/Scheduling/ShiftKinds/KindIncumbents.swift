import Execution
import LinearProgramming

/// The best design so far, and the searches that look for better ones outside the tree.
final class KindIncumbents {
    private let grid: KindGrid
    private let evaluation: KindEvaluation
    private let control: RunControl
    private var generator: SeededGenerator
    private(set) var best: KindAssignment
    private var tried: Set<Set<Int>> = []
    /// Kinds that the relaxation last used to some extent, the most used first.
    private var promising: [Int] = []

    init(grid: KindGrid, evaluation: KindEvaluation, control: RunControl) {
        self.grid = grid
        self.evaluation = evaluation
        self.control = control
        generator = SeededGenerator(seed: control.seed)
        let none = [Int](repeating: 0, count: grid.shifts)
        best = KindAssignment(agents: none, cost: grid.cost(of: none))
    }

    /// Simplex iterations spent.
    var iterations: Int { evaluation.iterations }

    /// Whether a relaxation that costs so much leaves room for a better design.
    func isOpen(_ bound: Double) -> Bool { grid.bound(bound) < best.cost }

    /// Takes the best design of a set of kinds if it is the best of all.
    func consider(_ kinds: Set<Int>) throws(LinearProgramError) {
        guard kinds.count <= grid.maximum, tried.insert(kinds).inserted else { return }
        if let found = try evaluation.assign(kinds), found.cost < best.cost { best = found }
    }

    /// Opens the kinds whose use exceeds a threshold, and improves from there.
    func round(_ uses: [Double], thresholds: [Double], budget: Int) throws(LinearProgramError) {
        let order = grid.kinds.indices.sorted { (-uses[$0], $0) < (-uses[$1], $1) }
        promising = order.filter { uses[$0] > 0.05 }
        for threshold in thresholds where !control.shouldStop {
            let start = order.prefix(grid.maximum).filter { uses[$0] > threshold }
            _ = try improve(Set(start), budget: budget)
        }
    }

    /// Iterated local search (Lourenço, Martin and Stützle 2003): exchanges a few kinds of a good
    /// set at random for promising ones, improves again, and goes on from what is no worse.
    ///
    /// - Parameters:
    ///   - bound: stops when no better design is left.
    ///   - budget: evaluations.
    func wander(bound: Double, budget: Int) throws(LinearProgramError) {
        let end = evaluation.evaluations + budget
        var base = grid.used(best.agents)
        var cost = best.cost
        while evaluation.evaluations < end, isOpen(bound), !control.shouldStop, !base.isEmpty {
            guard let found = try improve(disturbed(base), budget: min(200, budget)),
                grid.bound(found.cost) <= cost
            else { continue }
            cost = grid.bound(found.cost)
            base = found.kinds
        }
    }

    private func disturbed(_ base: Set<Int>) -> Set<Int> {
        var kinds = base
        for _ in 0...generator.below(3) where !kinds.isEmpty {
            let members = kinds.sorted()
            kinds.remove(members[generator.below(members.count)])
        }
        for _ in 0...generator.below(3) where kinds.count < grid.maximum {
            let any = generator.below(grid.kinds.count)
            kinds.insert(promising.isEmpty ? any : promising[generator.below(promising.count)])
        }
        return kinds
    }

    private func improve(
        _ start: Set<Int>, budget: Int
    ) throws(LinearProgramError) -> (kinds: Set<Int>, cost: Double)? {
        var search = KindSearch(grid: grid, evaluation: evaluation, budget: budget)
        let found = try search.improve(start)
        if let found, isOpen(found.cost) { try consider(found.kinds) }
        return found
    }
}
