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

    /// The variable along which the objective was seen to have no limit.
    func unboundedVariable() throws(LinearProgramError) -> Variable? {
        let problem = try live()
        let position = Int(glp_get_unbnd_ray(problem)) - Int(glp_get_num_rows(problem)) - 1
        return position >= 0 ? Variable(position) : nil
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
