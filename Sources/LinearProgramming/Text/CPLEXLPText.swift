extension LinearProgram {
    /// The program in CPLEX LP format, the same text for the same program.
    ///
    /// A row with two different finite bounds is written as two rows (`name`
    /// and `name_upper`), the format having no portable ranges; a row without
    /// bounds is left out.
    ///
    /// - Throws: what `validate()` throws.
    public func cplexLPText() throws(LinearProgramError) -> String {
        try validate()
        let names = ModelNames(self)
        var text = "\\ \(rowCount) rows, \(variableCount) variables, \(entryCount) coefficients\n"
        text += sense == .minimize ? "Minimize\n" : "Maximize\n"
        text += objectiveText(names)
        text += "Subject To\n"
        let terms = rowTerms()
        var written = 0
        for index in rowBounds.indices {
            written += appendRow(index, terms[index], names, to: &text)
        }
        if written == 0 { text += " v_empty: 0 \(firstName(names)) <= 0\n" }
        text += boundsText(names)
        let whole = kinds.indices.filter { kinds[$0].isIntegral }.map { names.variables[$0] }
        if !whole.isEmpty { text += "Generals\n" + whole.map { " \($0)\n" }.joined() }
        return text + "End\n"
    }

    private func firstName(_ names: ModelNames) -> String { names.variables.first ?? "v_none" }

    private func objectiveText(_ names: ModelNames) -> String {
        // Every variable is named here, even at cost 0: the reader numbers
        // variables by first appearance.
        var parts = costs.indices.map { (costs[$0], names.variables[$0]) }
        if parts.isEmpty { parts = [(0, "v_none")] }
        var text = " \(names.objective):" + sum(parts)
        // GLPK's reader takes no constant in the objective but as the cost of a
        // variable fixed at 1.
        if constant != 0 { text += "\n  " + signed(constant) + " \(names.constant)" }
        return text + "\n"
    }

    private func appendRow(
        _ index: Int, _ terms: [Term], _ names: ModelNames, to text: inout String
    ) -> Int {
        let bounds = rowBounds[index]
        let name = names.rows[index]
        let parts = terms.map { ($0.coefficient, names.variables[$0.variable.index]) }
        let left = parts.isEmpty ? " 0 \(firstName(names))" : sum(parts)
        switch (bounds.lower.isFinite, bounds.upper.isFinite) {
        case (false, false): return 0
        case (true, false): text += " \(name):\(left) >= \(plainNumber(bounds.lower))\n"
        case (false, true): text += " \(name):\(left) <= \(plainNumber(bounds.upper))\n"
        case (true, true) where bounds.lower == bounds.upper:
            text += " \(name):\(left) = \(plainNumber(bounds.lower))\n"
        case (true, true):
            text += " \(name):\(left) >= \(plainNumber(bounds.lower))\n"
            text += " \(names.upperRows[index]):\(left) <= \(plainNumber(bounds.upper))\n"
            return 2
        }
        return 1
    }

    private func boundsText(_ names: ModelNames) -> String {
        var text = "Bounds\n"
        for index in variableBounds.indices {
            let name = names.variables[index]
            let bounds = variableBounds[index]
            switch (bounds.lower.isFinite, bounds.upper.isFinite) {
            case (false, false): text += " \(name) free\n"
            case (true, false): if bounds.lower != 0 { text += " \(name) >= \(plainNumber(bounds.lower))\n" }
            case (false, true): text += " -inf <= \(name) <= \(plainNumber(bounds.upper))\n"
            case (true, true) where bounds.lower == bounds.upper:
                text += " \(name) = \(plainNumber(bounds.lower))\n"
            case (true, true):
                text += " \(plainNumber(bounds.lower)) <= \(name) <= \(plainNumber(bounds.upper))\n"
            }
        }
        if constant != 0 { text += " \(names.constant) = 1\n" }
        return text
    }

    private func sum(_ parts: [(Double, String)]) -> String {
        var text = ""
        for (index, part) in parts.enumerated() {
            // Lines are kept short: readers limit their length.
            if index > 0, index % 8 == 0 { text += "\n  " }
            text += " " + signed(part.0) + " " + part.1
        }
        return text
    }

    private func signed(_ value: Double) -> String {
        value < 0 ? "- \(plainNumber(-value))" : "+ \(plainNumber(value))"
    }

    /// The terms of every row, in order of variable.
    func rowTerms() -> [[Term]] {
        var terms = [[Term]](repeating: [], count: rowCount)
        for position in entryValues.indices {
            terms[Int(entryRows[position]) - 1].append(
                Term(Variable(Int(entryColumns[position]) - 1), entryValues[position]))
        }
        for index in terms.indices { terms[index].sort { $0.variable < $1.variable } }
        return terms
    }
}
