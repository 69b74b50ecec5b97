import CGLPK
import CGLPKGuard
import Execution

/// A linear program held open in the solver, so that it can be changed and
/// solved again from where simplex left it: what column generation and dives
/// need.
///
/// A session lives inside the closure of `LinearProgram.withSession`, on that
/// thread; used elsewhere it throws `.sessionClosed`. Handles stay valid when
/// others are deleted. `values()`, `duals()` and `reducedCosts()` are indexed by
/// handle, with 0 for what was deleted, and speak of the last solve.
public final class LinearProgramSession {
    let problem: SolverProblem
    public let sense: ObjectiveSense
    let constant: Double
    /// Simplex iterations over all solves.
    public internal(set) var iterations = 0

    // By handle: position among the live ones (from 0), −1 once deleted.
    var variablePositions: [Int]
    var rowPositions: [Int]
    // By position: the handle.
    var variableHandles: [Int]
    var rowHandles: [Int]
    // By handle.
    var variableLabels: [Label]
    var rowLabels: [Label]
    var kinds: [VariableKind]
    var tags: [Int]
    // What changed since the last optimal solve decides which simplex fits.
    var losesPrimal = false
    var losesDual = true

    init(_ program: LinearProgram, startingBasis: StartingBasis) throws(LinearProgramError) {
        try program.validate()
        problem = try SolverProblem()
        sense = program.sense
        constant = program.constant
        variablePositions = Array(0..<program.variableCount)
        rowPositions = Array(0..<program.rowCount)
        variableHandles = variablePositions
        rowHandles = rowPositions
        variableLabels = program.variableLabels
        rowLabels = program.rowLabels
        kinds = program.kinds
        tags = Array(repeating: -1, count: program.variableCount)
        try problem.load(program)
        try problem.setStartingBasis(startingBasis)
    }

    // MARK: Looking

    /// Live variables, in order of position.
    public var variables: [Variable] { variableHandles.map { Variable($0) } }
    public var rows: [Row] { rowHandles.map { Row($0) } }
    public var variableCount: Int { variableHandles.count }
    public var rowCount: Int { rowHandles.count }

    public func isLive(_ variable: Variable) -> Bool {
        variablePositions.indices.contains(variable.index) && variablePositions[variable.index] >= 0
    }

    public func isLive(_ row: Row) -> Bool {
        rowPositions.indices.contains(row.index) && rowPositions[row.index] >= 0
    }

    /// The caller's number of a column, −1 where none was given.
    public func tag(of variable: Variable) throws(LinearProgramError) -> Int {
        _ = try position(of: variable)
        return tags[variable.index]
    }

    public func label(of variable: Variable) throws(LinearProgramError) -> Label {
        _ = try position(of: variable)
        return variableLabels[variable.index]
    }

    public func label(of row: Row) throws(LinearProgramError) -> Label {
        _ = try position(of: row)
        return rowLabels[row.index]
    }

    public func bounds(of variable: Variable) throws(LinearProgramError) -> Bounds {
        let j = try position(of: variable)
        let pointer = try problem.live()
        return Bounds(
            type: glp_get_col_type(pointer, j), glp_get_col_lb(pointer, j), glp_get_col_ub(pointer, j))
    }

    public func bounds(of row: Row) throws(LinearProgramError) -> Bounds {
        let i = try position(of: row)
        let pointer = try problem.live()
        return Bounds(
            type: glp_get_row_type(pointer, i), glp_get_row_lb(pointer, i), glp_get_row_ub(pointer, i))
    }

    public func cost(of variable: Variable) throws(LinearProgramError) -> Double {
        let j = try position(of: variable)
        return glp_get_obj_coef(try problem.live(), j)
    }

    // MARK: Solving

    /// Solves the LP relaxation from the current basis.
    ///
    /// `.automatic` takes primal simplex after new columns or costs, dual after
    /// new rows or bounds. Stops within 0.25 s of a cancellation or deadline;
    /// the next solve goes on from there.
    public func solve(
        method: SimplexMethod = .automatic, iterationLimit: Int? = nil, control: RunControl = RunControl()
    ) throws(LinearProgramError) -> SessionStatus {
        if let iterationLimit, iterationLimit < 1 { throw .invalidOption("iterationLimit") }
        let limit = iterationLimit ?? 50_000 + 50 * (rowCount + variableCount)
        let run = try problem.simplex(
            method: method == .automatic ? suitableMethod : method, iterationLimit: limit, control: control)
        iterations += run.iterations
        switch run.end {
        case .optimal:
            losesPrimal = false
            losesDual = false
            let objective = try problem.objective()
            guard objective.isFinite else { throw .solverFailed("objective \(objective)") }
            return .optimal(objective: objective)
        case .infeasible: return .infeasible
        case .unbounded: return .unbounded
        case .stopped(let cause): return .stopped(cause)
        }
    }

    private var suitableMethod: SimplexMethod {
        switch (losesPrimal, losesDual) {
        case (true, false): .dual
        case (false, true): iterations == 0 ? .automatic : .primal
        case (true, true): iterations == 0 ? .automatic : .primal
        case (false, false): .primal
        }
    }

    // MARK: Reading the last solve

    public func objective() throws(LinearProgramError) -> Double { try problem.objective() }

    public func value(of variable: Variable) throws(LinearProgramError) -> Double {
        let j = try position(of: variable)
        return glp_get_col_prim(try problem.live(), j)
    }

    /// Change of the objective per unit of the row's binding bound.
    public func dual(of row: Row) throws(LinearProgramError) -> Double {
        let i = try position(of: row)
        return glp_get_row_dual(try problem.live(), i)
    }

    public func reducedCost(of variable: Variable) throws(LinearProgramError) -> Double {
        let j = try position(of: variable)
        return glp_get_col_dual(try problem.live(), j)
    }

    /// Σ coefficient·x of the row.
    public func activity(of row: Row) throws(LinearProgramError) -> Double {
        let i = try position(of: row)
        return glp_get_row_prim(try problem.live(), i)
    }

    public func isBasic(_ variable: Variable) throws(LinearProgramError) -> Bool {
        let j = try position(of: variable)
        return glp_get_col_stat(try problem.live(), j) == GLP_BS
    }

    /// Values of all variables by handle.
    public func values() throws(LinearProgramError) -> [Double] {
        let pointer = try problem.live()
        return spread(variableHandles, variablePositions.count) { glp_get_col_prim(pointer, $0) }
    }

    /// Duals of all rows by handle.
    public func duals() throws(LinearProgramError) -> [Double] {
        let pointer = try problem.live()
        return spread(rowHandles, rowPositions.count) { glp_get_row_dual(pointer, $0) }
    }

    /// Reduced costs of all variables by handle.
    public func reducedCosts() throws(LinearProgramError) -> [Double] {
        let pointer = try problem.live()
        return spread(variableHandles, variablePositions.count) { glp_get_col_dual(pointer, $0) }
    }

    private func spread(_ handles: [Int], _ count: Int, _ read: (Int32) -> Double) -> [Double] {
        var result = [Double](repeating: 0, count: count)
        for (position, handle) in handles.enumerated() { result[handle] = read(Int32(position + 1)) }
        return result
    }

    // MARK: Positions

    /// GLPK's number of a live variable.
    func position(of variable: Variable) throws(LinearProgramError) -> Int32 {
        guard isLive(variable) else { throw .unknownVariable(variable) }
        return Int32(variablePositions[variable.index] + 1)
    }

    func position(of row: Row) throws(LinearProgramError) -> Int32 {
        guard isLive(row) else { throw .unknownRow(row) }
        return Int32(rowPositions[row.index] + 1)
    }
}

extension LinearProgram {
    /// Opens the program in the solver for the time of `body`, on this thread.
    ///
    /// Integer kinds do not matter to the session's LP solves, only to
    /// `solveInteger` and `Dive`.
    public func withSession<Result>(
        startingBasis: StartingBasis = .slack,
        _ body: (LinearProgramSession) throws(LinearProgramError) -> Result
    ) throws(LinearProgramError) -> Result {
        let session = try LinearProgramSession(self, startingBasis: startingBasis)
        defer { session.problem.close() }
        return try body(session)
    }
}

/// Opens several programs in the solver for the time of `body`, on this thread.
public func withSessions<Result>(
    _ programs: [LinearProgram],
    _ body: ([LinearProgramSession]) throws(LinearProgramError) -> Result
) throws(LinearProgramError) -> Result {
    var sessions: [LinearProgramSession] = []
    defer { for session in sessions { session.problem.close() } }
    for program in programs {
        sessions.append(try LinearProgramSession(program, startingBasis: .slack))
    }
    return try body(sessions)
}
