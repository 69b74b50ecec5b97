import CGLPK
import CGLPKGuard

extension LinearProgramSession {
    // MARK: Adding

    /// Adds columns; all are checked before any is added. O(entries).
    @discardableResult
    public func addColumns(_ columns: [Column]) throws(LinearProgramError) -> [Variable] {
        let pointer = try problem.live()
        for (offset, column) in columns.enumerated() {
            try check(column, as: Variable(variablePositions.count + offset))
        }
        guard !columns.isEmpty else { return [] }
        let first = glp_add_cols(pointer, Int32(columns.count))
        var added: [Variable] = []
        for (offset, column) in columns.enumerated() {
            let j = first + Int32(offset)
            let bounds = column.kind == .binary ? column.bounds.cutToUnit : column.bounds
            glp_set_obj_coef(pointer, j, column.cost)
            glp_set_col_bnds(pointer, j, bounds.solverType, bounds.lower, bounds.upper)
            let pairs = merged(column.entries.map { ($0.row.index, $0.coefficient) })
            let rows = [0] + pairs.map { Int32(rowPositions[$0.0] + 1) }
            let values = [0] + pairs.map { $0.1 }
            glp_set_mat_col(pointer, j, Int32(pairs.count), rows, values)
            added.append(Variable(variablePositions.count))
            variablePositions.append(variableHandles.count)
            variableHandles.append(variablePositions.count - 1)
            variableLabels.append(column.label)
            kinds.append(column.kind)
            tags.append(column.tag)
            if bounds.nearestToZero != 0 { losesPrimal = true }
        }
        losesDual = true
        return added
    }

    @discardableResult
    public func addColumn(_ column: Column) throws(LinearProgramError) -> Variable {
        try addColumns([column])[0]
    }

    private func check(_ column: Column, as variable: Variable) throws(LinearProgramError) {
        guard column.cost.isFinite else { throw .costNotFinite(variable, column.label) }
        let bounds = column.kind == .binary ? column.bounds.cutToUnit : column.bounds
        guard bounds.isValid else { throw .invalidVariableBounds(variable, column.label, column.bounds) }
        for entry in column.entries {
            _ = try position(of: entry.row)
            guard entry.coefficient.isFinite else {
                throw .coefficientNotFinite(entry.row, rowLabels[entry.row.index], variable)
            }
        }
    }

    /// Adds a row; terms on the same variable are added up.
    @discardableResult
    public func addRow(
        _ terms: [Term], _ bounds: Bounds, label: Label = "row"
    ) throws(LinearProgramError) -> Row {
        let row = Row(rowPositions.count)
        guard bounds.isValid else { throw .invalidRowBounds(row, label, bounds) }
        for term in terms {
            _ = try position(of: term.variable)
            guard term.coefficient.isFinite else { throw .coefficientNotFinite(row, label, term.variable) }
        }
        let pointer = try problem.live()
        let i = glp_add_rows(pointer, 1)
        glp_set_row_bnds(pointer, i, bounds.solverType, bounds.lower, bounds.upper)
        let pairs = merged(terms.map { ($0.variable.index, $0.coefficient) })
        let columns = [0] + pairs.map { Int32(variablePositions[$0.0] + 1) }
        let values = [0] + pairs.map { $0.1 }
        glp_set_mat_row(pointer, i, Int32(pairs.count), columns, values)
        rowPositions.append(rowHandles.count)
        rowHandles.append(rowPositions.count - 1)
        rowLabels.append(label)
        losesPrimal = true
        return row
    }

    @discardableResult
    public func addRow(
        _ expression: LinearExpression, _ bounds: Bounds, label: Label = "row"
    ) throws(LinearProgramError) -> Row {
        let shift = expression.constant
        return try addRow(
            expression.terms, Bounds(lower: bounds.lower - shift, upper: bounds.upper - shift), label: label)
    }

    // MARK: Deleting

    /// Deletes columns. Deleting non-basic ones keeps the basis; a basic one is
    /// replaced by the slack of one of its rows. O(live variables).
    public func delete(_ variables: [Variable]) throws(LinearProgramError) {
        var numbers: [Int32] = [0]
        for variable in Set(variables).sorted() { numbers.append(try position(of: variable)) }
        guard numbers.count > 1 else { return }
        let pointer = try problem.live()
        for j in numbers.dropFirst() where glp_get_col_stat(pointer, j) == GLP_BS {
            losesPrimal = true
            losesDual = true
            replaceBasicColumn(j, pointer)
        }
        glp_del_cols(pointer, Int32(numbers.count - 1), numbers)
        for variable in variables { variablePositions[variable.index] = -1 }
        variableHandles.removeAll { variablePositions[$0] < 0 }
        for (position, handle) in variableHandles.enumerated() { variablePositions[handle] = position }
    }

    /// Deletes rows. Deleting rows that do not bind keeps the basis.
    public func delete(_ rows: [Row]) throws(LinearProgramError) {
        var numbers: [Int32] = [0]
        for row in Set(rows).sorted() { numbers.append(try position(of: row)) }
        guard numbers.count > 1 else { return }
        let pointer = try problem.live()
        for i in numbers.dropFirst() where glp_get_row_stat(pointer, i) != GLP_BS {
            losesPrimal = true
            losesDual = true
            replaceBindingRow(i, pointer)
        }
        glp_del_rows(pointer, Int32(numbers.count - 1), numbers)
        for row in rows { rowPositions[row.index] = -1 }
        rowHandles.removeAll { rowPositions[$0] < 0 }
        for (position, handle) in rowHandles.enumerated() { rowPositions[handle] = position }
    }

    /// Puts the slack of the column's heaviest binding row into the basis, so
    /// that the number of basic variables still fits the rows.
    private func replaceBasicColumn(_ j: Int32, _ pointer: OpaquePointer) {
        let (rows, values) = entries(ofColumn: j, pointer)
        let candidates = rows.indices.filter { glp_get_row_stat(pointer, rows[$0]) != GLP_BS }
        guard let best = candidates.max(by: { abs(values[$0]) < abs(values[$1]) }) else { return }
        glp_set_row_stat(pointer, rows[best], GLP_BS)
    }

    /// Takes the row's heaviest basic column out of the basis.
    private func replaceBindingRow(_ i: Int32, _ pointer: OpaquePointer) {
        let (columns, values) = entries(ofRow: i, pointer)
        let candidates = columns.indices.filter { glp_get_col_stat(pointer, columns[$0]) == GLP_BS }
        guard let best = candidates.max(by: { abs(values[$0]) < abs(values[$1]) }) else { return }
        glp_set_col_stat(pointer, columns[best], GLP_NL)
    }

    func entries(ofColumn j: Int32, _ pointer: OpaquePointer) -> (rows: [Int32], values: [Double]) {
        let count = Int(glp_get_mat_col(pointer, j, nil, nil))
        var rows = [Int32](repeating: 0, count: count + 1)
        var values = [Double](repeating: 0, count: count + 1)
        glp_get_mat_col(pointer, j, &rows, &values)
        return (Array(rows.dropFirst()), Array(values.dropFirst()))
    }

    func entries(ofRow i: Int32, _ pointer: OpaquePointer) -> (columns: [Int32], values: [Double]) {
        let count = Int(glp_get_mat_row(pointer, i, nil, nil))
        var columns = [Int32](repeating: 0, count: count + 1)
        var values = [Double](repeating: 0, count: count + 1)
        glp_get_mat_row(pointer, i, &columns, &values)
        return (Array(columns.dropFirst()), Array(values.dropFirst()))
    }

    // MARK: Changing

    public func setCost(of variable: Variable, to cost: Double) throws(LinearProgramError) {
        let j = try position(of: variable)
        guard cost.isFinite else { throw .costNotFinite(variable, variableLabels[variable.index]) }
        glp_set_obj_coef(try problem.live(), j, cost)
        losesDual = true
    }

    public func setBounds(of variable: Variable, to bounds: Bounds) throws(LinearProgramError) {
        let j = try position(of: variable)
        guard bounds.isValid else {
            throw .invalidVariableBounds(variable, variableLabels[variable.index], bounds)
        }
        glp_set_col_bnds(try problem.live(), j, bounds.solverType, bounds.lower, bounds.upper)
        losesPrimal = true
    }

    /// New bounds (right-hand sides) of a row.
    public func setBounds(of row: Row, to bounds: Bounds) throws(LinearProgramError) {
        let i = try position(of: row)
        guard bounds.isValid else { throw .invalidRowBounds(row, rowLabels[row.index], bounds) }
        glp_set_row_bnds(try problem.live(), i, bounds.solverType, bounds.lower, bounds.upper)
        losesPrimal = true
    }

    /// Only `solveInteger` and `Dive` look at kinds.
    public func setKind(of variable: Variable, to kind: VariableKind) throws(LinearProgramError) {
        _ = try position(of: variable)
        kinds[variable.index] = kind
    }
}

extension Bounds {
    var cutToUnit: Bounds { Bounds(lower: max(0, lower), upper: min(1, upper)) }
}
