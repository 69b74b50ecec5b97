import Execution
import LinearProgramming

/// Designs few kinds of shifts for a requirement, with a bound that proves how good they are.
///
/// Branch and cut on the fixed-charge programme (`KindRelaxation`, `KindCuts`, `KindTree`), its
/// incumbents from local search on exact evaluations (`KindIncumbents`). Same problem and seed,
/// same design, unless the clock stops the run; the best design so far is then returned.
///
/// - Parameter nodeLimit: nodes of the search tree after which the search ends.
/// - Returns: nil for a problem that is none: sizes that disagree, negative numbers, a kind that
///   starts outside its day or is longer than the horizon.
public func designShiftKinds(
    _ problem: MinimumShiftDesign, nodeLimit: Int = 100_000, control: RunControl = RunControl()
) throws(LinearProgramError) -> ShiftKindDesign? {
    guard problem.isSound else { return nil }
    let grid = KindGrid(problem)
    let program = KindCover(grid: grid).program(integral: true)
    return try program.withSession { (session) throws(LinearProgramError) in
        let evaluation = KindEvaluation(grid: grid, session: session, control: control)
        if grid.price == 0, grid.maximum == grid.kinds.count {
            return try grid.designOfAll(evaluation)
        }
        let incumbents = KindIncumbents(grid: grid, evaluation: evaluation, control: control)
        return try KindRelaxation.program(grid).withSession { (session) throws(LinearProgramError) in
            let relaxation = KindRelaxation(grid: grid, session: session, control: control)
            let tree = KindTree(
                grid: grid, relaxation: relaxation, incumbents: incumbents, control: control)
            let bound = try tree.run(nodeLimit: nodeLimit)
            return grid.design(incumbents.best.agents, bound: bound, nodes: tree.nodes)
        }
    }
}

extension KindGrid {
    /// Kinds that somebody works.
    func used(_ agents: [Int]) -> Set<Int> {
        Set(kinds.indices.filter { kind in (0..<days).contains { agents[kind * days + $0] > 0 } })
    }

    fileprivate func design(_ agents: [Int], bound: Int, nodes: Int) -> ShiftKindDesign {
        let used = used(agents).sorted()
        return ShiftKindDesign(
            kinds: used.map { kinds[$0] },
            agents: used.map { Array(agents[$0 * days..<($0 + 1) * days]) },
            cost: cost(of: agents), bound: Double(bound), nodes: nodes)
    }

    /// Free kinds without limit: a covering programme and no search.
    fileprivate func designOfAll(
        _ evaluation: KindEvaluation
    ) throws(LinearProgramError) -> ShiftKindDesign {
        let every = Set(kinds.indices)
        let bound = try evaluation.relaxedCost(every).map { self.bound($0) } ?? 0
        let agents = try evaluation.assign(every)?.agents ?? [Int](repeating: 0, count: shifts)
        return design(agents, bound: bound, nodes: 0)
    }
}
