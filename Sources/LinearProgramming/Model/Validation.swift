extension LinearProgram {
    /// Refuses what GLPK would accept in silence (a NaN cost comes back as an
    /// "optimal" NaN) or abort on (an unknown index). O(variables + rows + entries).
    public func validate() throws(LinearProgramError) {
        if let fault { throw fault }
        guard constant.isFinite else { throw .constantNotFinite }
        for index in costs.indices {
            let variable = Variable(index)
            guard costs[index].isFinite else { throw .costNotFinite(variable, variableLabels[index]) }
            guard variableBounds[index].isValid else {
                throw .invalidVariableBounds(variable, variableLabels[index], variableBounds[index])
            }
        }
        for index in rowBounds.indices where !rowBounds[index].isValid {
            throw .invalidRowBounds(Row(index), rowLabels[index], rowBounds[index])
        }
        for position in entryValues.indices {
            let row = Row(Int(entryRows[position]) - 1)
            let variable = Variable(Int(entryColumns[position]) - 1)
            guard entryValues[position].isFinite else {
                throw .coefficientNotFinite(row, rowLabels[row.index], variable)
            }
        }
    }

    /// Σ coefficient·x of every row at `values` (one per variable).
    public func activities(at values: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: rowCount)
        for position in entryValues.indices {
            sums[Int(entryRows[position]) - 1] +=
                entryValues[position] * values[Int(entryColumns[position]) - 1]
        }
        return sums
    }

    /// The objective at `values` (one per variable), constant included.
    public func objective(at values: [Double]) -> Double {
        var total = constant
        for index in costs.indices { total += costs[index] * values[index] }
        return total
    }

    /// The worst violation of a row, a bound or integrality at `values`, and the
    /// label of what it violates; nil when there is none. A row's violation is
    /// divided by 1 + the magnitude of its bound, as solvers measure it.
    public func worstViolation(at values: [Double]) -> (label: Label, violation: Double)? {
        var worst: (label: Label, violation: Double)?
        func consider(_ label: Label, _ violation: Double) {
            if violation > (worst?.violation ?? 0) { worst = (label, violation) }
        }
        for (index, activity) in activities(at: values).enumerated() {
            consider(rowLabels[index], rowBounds[index].scaledViolation(of: activity))
        }
        for index in values.indices {
            let value = values[index]
            consider(variableLabels[index], variableBounds[index].scaledViolation(of: value))
            if kinds[index].isIntegral { consider(variableLabels[index], abs(value - value.rounded())) }
        }
        return worst
    }
}

extension Bounds {
    /// Neither NaN nor crossed, and not empty at infinity.
    var isValid: Bool { lower <= upper && lower < .infinity && upper > -.infinity }

    func scaledViolation(of value: Double) -> Double {
        guard !value.isNaN else { return .infinity }
        if value < lower { return (lower - value) / (1 + abs(lower)) }
        if value > upper { return (value - upper) / (1 + abs(upper)) }
        return 0
    }
}
