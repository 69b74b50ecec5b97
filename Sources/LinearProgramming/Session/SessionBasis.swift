import CGLPK
import CGLPKGuard
import Execution

extension LinearProgramSession {
    /// The current basis, one status per live variable and row.
    public func basis() throws(LinearProgramError) -> Basis { try problem.basis() }

    /// Goes back to a basis saved while the same variables and rows were live.
    public func restore(_ basis: Basis) throws(LinearProgramError) {
        try problem.restore(basis)
        losesPrimal = true
        losesDual = true
    }

    /// Lets a column enter the basis for a basic row without solving: for a new row that only
    /// this column meets, so that the basis stays feasible on both sides.
    public func exchange(_ row: Row, for variable: Variable) throws(LinearProgramError) {
        let i = try position(of: row)
        let j = try position(of: variable)
        let pointer = try problem.live()
        guard glp_get_row_stat(pointer, i) == GLP_BS, glp_get_col_stat(pointer, j) != GLP_BS else { return }
        glp_set_row_stat(pointer, i, GLP_NS)
        glp_set_col_stat(pointer, j, GLP_BS)
    }

    /// Starts the next solve from a given point, one value per handle, such as
    /// an integer solution found elsewhere.
    ///
    /// Variables off their bounds become basic, each in place of a binding row
    /// that it meets, sparsest first; the rest of the basis is slack. A point
    /// that is not a vertex is met only as far as that goes, and primal simplex
    /// takes over. Gives whether the basis could be factorized as built.
    @discardableResult
    public func start(from values: [Double]) throws(LinearProgramError) -> Bool {
        guard values.count == variablePositions.count, values.allSatisfy(\.isFinite) else {
            throw .startHasWrongLength(expected: variablePositions.count, found: values.count)
        }
        let pointer = try problem.live()
        var activity = [Double](repeating: 0, count: rowCount)
        var interior: [(column: Int32, rows: [Int32])] = []
        for (position, handle) in variableHandles.enumerated() {
            let j = Int32(position + 1)
            let (rows, coefficients) = entries(ofColumn: j, pointer)
            for k in rows.indices { activity[Int(rows[k]) - 1] += coefficients[k] * values[handle] }
            let bounds = try bounds(of: Variable(handle))
            let atUpper = values[handle] >= bounds.upper - 1e-9
            glp_set_col_stat(pointer, j, atUpper ? GLP_NU : GLP_NL)
            if !atUpper, values[handle] > bounds.lower + 1e-9 { interior.append((j, rows)) }
        }
        for (position, handle) in rowHandles.enumerated() {
            let bounds = try bounds(of: Row(handle))
            let i = Int32(position + 1)
            let slack = min(activity[position] - bounds.lower, bounds.upper - activity[position])
            activity[position] = abs(slack) <= 1e-9 * (1 + abs(activity[position])) ? 0 : 1
            glp_set_row_stat(pointer, i, GLP_BS)
        }
        for (column, rows) in interior.sorted(by: { $0.rows.count < $1.rows.count }) {
            let free = rows.filter { activity[Int($0) - 1] == 0 }
            guard let row = free.first else { continue }
            activity[Int(row) - 1] = 1
            glp_set_row_stat(pointer, row, GLP_NL)
            glp_set_col_stat(pointer, column, GLP_BS)
        }
        losesPrimal = true
        losesDual = true
        guard rowCount > 0 else { return true }
        if try problem.checked(glpk_guard_factorize(pointer)) == 0 { return true }
        glp_std_basis(pointer)
        return false
    }

    /// The session's current state as a value; handles become positions, and
    /// `variables` says which handle each position was. O(entries).
    public func snapshot() throws(LinearProgramError) -> LinearProgram {
        let pointer = try problem.live()
        var program = LinearProgram(sense, constant: constant)
        for handle in rowHandles {
            program.addRow([], try bounds(of: Row(handle)), label: rowLabels[handle])
        }
        for (position, handle) in variableHandles.enumerated() {
            let (rows, values) = entries(ofColumn: Int32(position + 1), pointer)
            let variable = Variable(handle)
            program.addVariable(
                cost: try cost(of: variable), bounds: try bounds(of: variable), kind: kinds[handle],
                label: variableLabels[handle],
                entries: zip(rows, values).map { Entry(Row(Int($0) - 1), $1) })
        }
        return program
    }

    /// Solves the present program with its integer kinds (the restricted-master
    /// program), from the present basis; the session itself does not change.
    ///
    /// Values of the solution, and of `options.start`, are by handle.
    public func solveInteger(
        options: SolveOptions = SolveOptions(), control: RunControl = RunControl()
    ) throws(LinearProgramError) -> SolveOutcome {
        var options = options
        let program = try snapshot()
        if options.startingBasis == .slack, rowCount > 0 { options.startingBasis = .given(try basis()) }
        if let start = options.start {
            guard start.count == variablePositions.count else {
                throw .startHasWrongLength(expected: variablePositions.count, found: start.count)
            }
            options.start = variableHandles.map { start[$0] }
        }
        switch try program.solve(options: options, control: control) {
        case .optimal(let solution): return .optimal(byHandle(solution))
        case .feasible(let solution, let cause): return .feasible(byHandle(solution), cause)
        case .infeasible(var reason):
            reason.rows = reason.rows.map { Row(rowHandles[$0.index]) }
            reason.variables = reason.variables.map { Variable(variableHandles[$0.index]) }
            return .infeasible(reason)
        case .unbounded(let variable):
            return .unbounded(variable.map { Variable(variableHandles[$0.index]) })
        case .stopped(let cause, let bound): return .stopped(cause, bound: bound)
        }
    }

    private func byHandle(_ solution: Solution) -> Solution {
        var result = solution
        result.values = Array(repeating: 0, count: variablePositions.count)
        for (position, handle) in variableHandles.enumerated() {
            result.values[handle] = solution.values[position]
        }
        return result
    }
}
