import CGLPK
import CGLPKGuard
import Execution

/// A GLPK problem object with the rules of its thread: made, used and deleted on
/// one thread, and never touched again after GLPK lost its environment.
///
/// Positions count from 0 here and from 1 in GLPK. Callers have checked every
/// index and number before they come here.
final class SolverProblem {
    private let pointer: OpaquePointer
    private let thread: UnsafeRawPointer?
    private let epoch: UInt32
    private(set) var isClosed = false

    init() throws(LinearProgramError) {
        glpk_guard_prepare_thread()
        thread = glpk_guard_thread()
        epoch = glpk_guard_epoch()
        guard let made = glp_create_prob() else { throw .solverFailed("glp_create_prob") }
        pointer = made
    }

    deinit { close() }

    /// Frees the problem; on a foreign thread it leaks it, for freeing would abort.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        if thread == glpk_guard_thread(), epoch == glpk_guard_epoch() { glp_delete_prob(pointer) }
    }

    /// The problem object, if this thread may use it.
    func live() throws(LinearProgramError) -> OpaquePointer {
        guard !isClosed, thread == glpk_guard_thread(), epoch == glpk_guard_epoch() else {
            throw .sessionClosed
        }
        return pointer
    }

    /// Turns a guarded call's return code into a throw where GLPK would have aborted.
    @discardableResult
    func checked(_ code: Int32) throws(LinearProgramError) -> Int32 {
        guard code == GLPK_GUARD_ABORTED else { return code }
        isClosed = true
        throw .solverFailed(String(cString: glpk_guard_message()))
    }

    // MARK: Loading

    func load(_ program: LinearProgram) throws(LinearProgramError) {
        let problem = try live()
        glp_set_obj_dir(problem, program.sense == .minimize ? GLP_MIN : GLP_MAX)
        glp_set_obj_coef(problem, 0, program.constant)
        if program.rowCount > 0 { glp_add_rows(problem, Int32(program.rowCount)) }
        if program.variableCount > 0 { glp_add_cols(problem, Int32(program.variableCount)) }
        for (position, bounds) in program.rowBounds.enumerated() {
            glp_set_row_bnds(problem, Int32(position + 1), bounds.solverType, bounds.lower, bounds.upper)
        }
        for (position, bounds) in program.variableBounds.enumerated() {
            let column = Int32(position + 1)
            glp_set_col_bnds(problem, column, bounds.solverType, bounds.lower, bounds.upper)
            glp_set_obj_coef(problem, column, program.costs[position])
            if program.kinds[position].isIntegral { glp_set_col_kind(problem, column, GLP_IV) }
        }
        try loadMatrix(program, into: problem)
    }

    private func loadMatrix(
        _ program: LinearProgram, into problem: OpaquePointer
    ) throws(LinearProgramError) {
        let count = Int32(program.entryCount)
        // GLPK counts array elements from 1: a pointer one before the first
        // element, never dereferenced there, saves a copy of the whole matrix.
        let code = program.entryRows.withUnsafeBufferPointer { rows in
            program.entryColumns.withUnsafeBufferPointer { columns in
                program.entryValues.withUnsafeBufferPointer { values -> Int32 in
                    guard let r = rows.baseAddress, let c = columns.baseAddress, let v = values.baseAddress
                    else { return 0 }
                    return glpk_guard_load_matrix(problem, count, r - 1, c - 1, v - 1)
                }
            }
        }
        try checked(code)
    }

    // MARK: Sizes

    func rowCount() throws(LinearProgramError) -> Int { Int(glp_get_num_rows(try live())) }

    func variableCount() throws(LinearProgramError) -> Int { Int(glp_get_num_cols(try live())) }
}

extension Bounds {
    var solverType: Int32 {
        switch (lower.isFinite, upper.isFinite) {
        case (false, false): GLP_FR
        case (true, false): GLP_LO
        case (false, true): GLP_UP
        case (true, true): lower == upper ? GLP_FX : GLP_DB
        }
    }
}

extension SolverProblem {
    /// Makes GLPK abort within the backstop: only tests call it.
    static func provokeAbort() throws(LinearProgramError) {
        guard glpk_guard_provoke() == GLPK_GUARD_ABORTED else { return }
        throw .solverFailed(String(cString: glpk_guard_message()))
    }
}
