extension LinearProgram {
    /// The program in free MPS format, the same text for the same program. The
    /// objective's constant is written as its negative in the right-hand sides,
    /// as the format has it.
    ///
    /// The format does not say which way to optimise: a maximisation is written
    /// as the minimisation of the negated objective.
    ///
    /// - Throws: what `validate()` throws.
    public func mpsText() throws(LinearProgramError) -> String {
        try validate()
        let names = ModelNames(self)
        var text = "NAME plateau\nROWS\n N \(names.objective)\n"
        for index in rowBounds.indices { text += " \(rowBounds[index].mpsType) \(names.rows[index])\n" }
        text += columnsText(names)
        text += rightHandSides(names)
        text += "BOUNDS\n"
        for index in variableBounds.indices {
            text += variableBounds[index].mpsLines(names.variables[index], kinds[index])
        }
        if constant != 0 { text += " FX BND \(names.constant) 1\n" }
        return text + "ENDATA\n"
    }

    private func columnsText(_ names: ModelNames) -> String {
        var entries = [[Entry]](repeating: [], count: variableCount)
        for position in entryValues.indices {
            entries[Int(entryColumns[position]) - 1].append(
                Entry(Row(Int(entryRows[position]) - 1), entryValues[position]))
        }
        let sign: Double = sense == .minimize ? 1 : -1
        var text = "COLUMNS\n"
        var inWhole = false
        for index in costs.indices {
            if kinds[index].isIntegral != inWhole {
                inWhole.toggle()
                text += " MARKER 'MARKER' '\(inWhole ? "INTORG" : "INTEND")'\n"
            }
            let name = names.variables[index]
            // Written even at 0, so that a variable without entries exists.
            text += " \(name) \(names.objective) \(plainNumber(sign * costs[index]))\n"
            for entry in entries[index].sorted(by: { $0.row < $1.row }) {
                text += " \(name) \(names.rows[entry.row.index]) \(plainNumber(entry.coefficient))\n"
            }
        }
        if inWhole { text += " MARKER 'MARKER' 'INTEND'\n" }
        if constant != 0 { text += " \(names.constant) \(names.objective) \(plainNumber(sign * constant))\n" }
        return text
    }

    private func rightHandSides(_ names: ModelNames) -> String {
        var text = "RHS\n"
        var ranges = ""
        for index in rowBounds.indices {
            let bounds = rowBounds[index]
            let side = bounds.lower.isFinite ? bounds.lower : bounds.upper
            if side.isFinite, side != 0 { text += " RHS \(names.rows[index]) \(plainNumber(side))\n" }
            if bounds.lower.isFinite, bounds.upper.isFinite, bounds.lower != bounds.upper {
                ranges += " RNG \(names.rows[index]) \(plainNumber(bounds.upper - bounds.lower))\n"
            }
        }
        return ranges.isEmpty ? text : text + "RANGES\n" + ranges
    }
}

extension Bounds {
    fileprivate var mpsType: String {
        switch (lower.isFinite, upper.isFinite) {
        case (false, false): "N"
        case (true, false): "G"
        case (false, true): "L"
        case (true, true): lower == upper ? "E" : "G"
        }
    }

    /// Every end is spelt out: readers differ on the defaults of integers.
    fileprivate func mpsLines(_ name: String, _ kind: VariableKind) -> String {
        switch (lower.isFinite, upper.isFinite) {
        case (false, false): return " FR BND \(name)\n"
        case (true, true) where lower == upper: return " FX BND \(name) \(plainNumber(lower))\n"
        default:
            let low = lower.isFinite ? " LO BND \(name) \(plainNumber(lower))\n" : " MI BND \(name)\n"
            let high = upper.isFinite ? " UP BND \(name) \(plainNumber(upper))\n" : " PL BND \(name)\n"
            return low + high
        }
    }
}
