import Execution
import LinearProgramming

/// Designs few kinds of shifts for a requirement, with a bound that proves how good they are.
///
/// Branch and cut on the fixed-charge programme (`KindRelaxation`, `KindCuts`, `KindTree`), its
/// incumbents from local search on exact evaluations (`KindSearch`, `KindEvaluation`).
///
/// - Parameter nodeLimit: nodes of the search tree after which the best design so far is returned.
/// - Returns: nil for a problem that is none (`MinimumShiftDesign.isSound`).
public func designShiftKinds(
    _ problem: MinimumShiftDesign, nodeLimit: Int = 100_000, control: RunControl = RunControl(),
    trace: Bool = false
) throws(LinearProgramError) -> ShiftKindDesign? {
    guard problem.isSound else { return nil }
    let grid = KindGrid(problem)
    let program = KindCover(grid: grid).program(integral: true)
    return try program.withSession { (session) throws(LinearProgramError) in
        let evaluation = KindEvaluation(grid: grid, session: session, control: control)
        return try KindRelaxation.program(grid).withSession { (session) throws(LinearProgramError) in
            let relaxation = KindRelaxation(grid: grid, session: session, control: control)
            let tree = KindTree(
                grid: grid, relaxation: relaxation, evaluation: evaluation, control: control)
            tree.trace = trace
            let bound = try tree.run(nodeLimit: nodeLimit)
            return grid.design(tree.best, bound: bound, nodes: tree.nodes)
        }
    }
}

extension KindGrid {
    func design(_ assignment: KindAssignment, bound: Int, nodes: Int) -> ShiftKindDesign {
        let used = kinds.indices.filter { kind in
            (0..<days).contains { assignment.agents[kind * days + $0] > 0 }
        }
        return ShiftKindDesign(
            kinds: used.map { kinds[$0] },
            agents: used.map { Array(assignment.agents[$0 * days..<($0 + 1) * days]) },
            cost: assignment.cost, bound: Double(bound), nodes: nodes)
    }
}
