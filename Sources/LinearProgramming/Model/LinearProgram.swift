/// A linear program, possibly with integer variables, as a value:
///
///     minimise (or maximise)  constant + Σ cost·x
///     subject to              lower ≤ Σ coefficient·x ≤ upper    for each row
///                             lower ≤ x ≤ upper                  for each variable
///
/// Building never fails: what is wrong with a program (a NaN, crossed bounds, an
/// unknown variable) is found by `validate()`, which every solve calls before
/// GLPK sees anything. Coefficients are stored as one list of triplets, so that
/// building and handing over to GLPK take time linear in their number.
///
///     var program = LinearProgram(.minimize)
///     let x = program.addVariable(cost: 2)
///     let y = program.addVariable(cost: 3, bounds: .between(0, 4), kind: .integer)
///     program.addRow(x + 2 * y, .atLeast(5), label: "demand")
public struct LinearProgram: Sendable, Equatable {
    public var sense: ObjectiveSense
    /// Added to the objective.
    public var constant: Double

    public internal(set) var costs: [Double] = []
    public internal(set) var variableBounds: [Bounds] = []
    public internal(set) var kinds: [VariableKind] = []
    public internal(set) var variableLabels: [Label] = []
    public internal(set) var rowBounds: [Bounds] = []
    public internal(set) var rowLabels: [Label] = []

    // Coefficients as triplets with indices from 1, the form GLPK takes.
    var entryRows: [Int32] = []
    var entryColumns: [Int32] = []
    var entryValues: [Double] = []
    // The first index that did not exist, kept for `validate()`.
    var fault: LinearProgramError?

    public init(_ sense: ObjectiveSense = .minimize, constant: Double = 0) {
        self.sense = sense
        self.constant = constant
    }

    public var variableCount: Int { costs.count }
    public var rowCount: Int { rowBounds.count }
    /// Coefficients other than zero.
    public var entryCount: Int { entryValues.count }
    public var isInteger: Bool { kinds.contains { $0.isIntegral } }

    public var variables: some Sequence<Variable> { (0..<variableCount).lazy.map { Variable($0) } }
    public var rows: some Sequence<Row> { (0..<rowCount).lazy.map { Row($0) } }

    /// Adds a variable.
    ///
    /// - Parameters:
    ///   - cost: its weight in the objective.
    ///   - bounds: 0 or more where not given; a binary is cut to 0 … 1.
    @discardableResult
    public mutating func addVariable(
        cost: Double = 0, bounds: Bounds = .nonNegative, kind: VariableKind = .continuous, label: Label = "x"
    ) -> Variable {
        costs.append(cost)
        let cut = Bounds(lower: max(0, bounds.lower), upper: min(1, bounds.upper))
        variableBounds.append(kind == .binary ? cut : bounds)
        kinds.append(kind)
        variableLabels.append(label)
        return Variable(costs.count - 1)
    }

    /// Adds a variable with its coefficients in rows that exist already.
    @discardableResult
    public mutating func addVariable(
        cost: Double = 0, bounds: Bounds = .nonNegative, kind: VariableKind = .continuous, label: Label = "x",
        entries: [Entry]
    ) -> Variable {
        let variable = addVariable(cost: cost, bounds: bounds, kind: kind, label: label)
        for (row, coefficient) in merged(entries.map { ($0.row.index, $0.coefficient) }) {
            append(row: row, column: variable.index, coefficient)
        }
        return variable
    }

    /// Adds a row; the expression's constant moves to the bounds.
    @discardableResult
    public mutating func addRow(
        _ expression: LinearExpression, _ bounds: Bounds, label: Label = "row"
    ) -> Row {
        let shift = expression.constant
        let shifted = Bounds(lower: bounds.lower - shift, upper: bounds.upper - shift)
        return addRow(expression.terms, shift == 0 ? bounds : shifted, label: label)
    }

    /// Adds a row from its terms, without building an expression; terms on the
    /// same variable are added up. O(n) for terms in increasing order of
    /// variable, O(n log n) otherwise.
    @discardableResult
    public mutating func addRow(_ terms: [Term], _ bounds: Bounds, label: Label = "row") -> Row {
        let row = Row(rowCount)
        rowBounds.append(bounds)
        rowLabels.append(label)
        if isIncreasing(terms) {
            for term in terms { append(row: row.index, column: term.variable.index, term.coefficient) }
        } else {
            for (column, coefficient) in merged(terms.map { ($0.variable.index, $0.coefficient) }) {
                append(row: row.index, column: column, coefficient)
            }
        }
        return row
    }

    private mutating func append(row: Int, column: Int, _ coefficient: Double) {
        guard coefficient != 0 else { return }
        guard (0..<rowCount).contains(row) else { return note(.unknownRow(Row(row))) }
        guard (0..<variableCount).contains(column) else { return note(.unknownVariable(Variable(column))) }
        entryRows.append(Int32(row + 1))
        entryColumns.append(Int32(column + 1))
        entryValues.append(coefficient)
    }

    mutating func note(_ error: LinearProgramError) {
        fault = fault ?? error
    }

    /// Adds the expression's terms to the costs and its constant to the constant.
    public mutating func addToObjective(_ expression: LinearExpression) {
        constant += expression.constant
        for term in expression.terms {
            guard contains(term.variable) else { return note(.unknownVariable(term.variable)) }
            costs[term.variable.index] += term.coefficient
        }
    }

    public mutating func setCost(of variable: Variable, to cost: Double) {
        guard contains(variable) else { return note(.unknownVariable(variable)) }
        costs[variable.index] = cost
    }

    public mutating func setBounds(of variable: Variable, to bounds: Bounds) {
        guard contains(variable) else { return note(.unknownVariable(variable)) }
        variableBounds[variable.index] = bounds
    }

    public mutating func setBounds(of row: Row, to bounds: Bounds) {
        guard contains(row) else { return note(.unknownRow(row)) }
        rowBounds[row.index] = bounds
    }

    public mutating func setKind(of variable: Variable, to kind: VariableKind) {
        guard contains(variable) else { return note(.unknownVariable(variable)) }
        kinds[variable.index] = kind
        guard kind == .binary else { return }
        let bounds = variableBounds[variable.index]
        variableBounds[variable.index] = Bounds(lower: max(0, bounds.lower), upper: min(1, bounds.upper))
    }

    /// The same program with every variable continuous: its LP relaxation.
    public var relaxed: LinearProgram {
        var copy = self
        copy.kinds = Array(repeating: .continuous, count: variableCount)
        return copy
    }

    private func contains(_ variable: Variable) -> Bool { costs.indices.contains(variable.index) }

    private func contains(_ row: Row) -> Bool { rowBounds.indices.contains(row.index) }

    private func isIncreasing(_ terms: [Term]) -> Bool {
        for index in terms.indices.dropFirst() where terms[index - 1].variable >= terms[index].variable {
            return false
        }
        return true
    }
}

/// Sorts by index and adds up what shares one.
func merged(_ pairs: [(Int, Double)]) -> [(Int, Double)] {
    var result: [(Int, Double)] = []
    result.reserveCapacity(pairs.count)
    for pair in pairs.sorted(by: { $0.0 < $1.0 }) {
        if let last = result.last, last.0 == pair.0 {
            result[result.count - 1].1 += pair.1
        } else {
            result.append(pair)
        }
    }
    return result
}
