import CGLPK
import CGLPKGuard
import Execution

extension SolverProblem {
    /// Loads and solves the continuous relaxation.
    func solveRelaxation(
        of program: LinearProgram, _ options: SolveOptions, _ control: RunControl
    ) throws(LinearProgramError) -> (end: SimplexEnd, iterations: Int) {
        try load(program)
        let limit = options.iterationLimit ?? program.defaultIterationLimit
        return try optimizeRelaxation(options, limit: limit, control)
    }

    func optimizeRelaxation(
        _ options: SolveOptions, limit: Int, _ control: RunControl
    ) throws(LinearProgramError) -> (end: SimplexEnd, iterations: Int) {
        if options.scaling { try checked(glpk_guard_scale(try live(), GLP_SF_AUTO)) }
        try setStartingBasis(options.startingBasis)
        return try simplex(method: options.method, iterationLimit: limit, control: control)
    }

    func erase() throws(LinearProgramError) { glp_erase_prob(try live()) }

    func objective() throws(LinearProgramError) -> Double { glp_get_obj_val(try live()) }

    /// Whether the current basic point is primal feasible, and dual feasible.
    func feasibility() throws(LinearProgramError) -> (primal: Bool, dual: Bool) {
        let problem = try live()
        return (glp_get_prim_stat(problem) == GLP_FEAS, glp_get_dual_stat(problem) == GLP_FEAS)
    }

    func continuousSolution(iterations: Int) throws(LinearProgramError) -> Solution {
        let problem = try live()
        let columns = Int(glp_get_num_cols(problem))
        let rows = Int(glp_get_num_rows(problem))
        let objective = glp_get_obj_val(problem)
        guard objective.isFinite else { throw .solverFailed("objective \(objective)") }
        return Solution(
            values: (0..<columns).map { glp_get_col_prim(problem, Int32($0 + 1)) },
            objective: objective, bound: objective,
            duals: (0..<rows).map { glp_get_row_dual(problem, Int32($0 + 1)) },
            reducedCosts: (0..<columns).map { glp_get_col_dual(problem, Int32($0 + 1)) },
            basis: try basis(), iterations: iterations, nodes: 0)
    }

    func integerValues(kinds: [VariableKind]) throws(LinearProgramError) -> [Double] {
        let problem = try live()
        let values = kinds.indices.map { index in
            let value = glp_mip_col_val(problem, Int32(index + 1))
            return kinds[index].isIntegral ? value.rounded() : value
        }
        guard values.allSatisfy(\.isFinite) else { throw .solverFailed("a value is not finite") }
        return values
    }

    /// A variable that grows without limit along the ray simplex ended on: the
    /// one entering or, where that is a row's slack, the one it moves most.
    func unboundedVariable() throws(LinearProgramError) -> Variable? {
        let problem = try live()
        let ray = glp_get_unbnd_ray(problem)
        let rows = Int(glp_get_num_rows(problem))
        guard ray > 0 else { return nil }
        if Int(ray) > rows { return Variable(Int(ray) - rows - 1) }
        guard glp_bf_exists(problem) != 0, glp_get_row_stat(problem, ray) != GLP_BS else { return nil }
        var indices = [Int32](repeating: 0, count: rows + 1)
        var values = [Double](repeating: 0, count: rows + 1)
        let count = Int(glp_eval_tab_col(problem, ray, &indices, &values))
        let moved = (0..<count).map { $0 + 1 }.filter { Int(indices[$0]) > rows }
        let most = moved.max { abs(values[$0]) < abs(values[$1]) }
        return most.map { Variable(Int(indices[$0]) - rows - 1) }
    }
}

/// A problem after GLPK's presolve, and the way back.
final class PresolvedProblem {
    let reduced: SolverProblem
    private let workspace: OpaquePointer

    /// nil when presolve found the answer itself (nothing left, no solution).
    init?(_ problem: SolverProblem) throws(LinearProgramError) {
        reduced = try SolverProblem()
        var made: OpaquePointer?
        let code = glpk_guard_presolve(try problem.live(), GLP_MIP, try reduced.live(), &made)
        try problem.checked(code)
        guard code == 0, let made else { return nil }
        workspace = made
        guard try reduced.rowCount() > 0, try reduced.variableCount() > 0 else {
            close()
            return nil
        }
    }

    /// Carries the reduced problem's integer solution back; once only.
    func postsolve(into problem: SolverProblem) throws(LinearProgramError) {
        try problem.checked(glpk_guard_postsolve(workspace, try reduced.live(), try problem.live()))
    }

    /// Frees both, unless GLPK has lost them already.
    func close() {
        if (try? reduced.live()) != nil { glp_npp_free_wksp(workspace) }
        reduced.close()
    }
}
