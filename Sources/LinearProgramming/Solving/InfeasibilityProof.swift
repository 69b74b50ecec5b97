import CGLPK
import CGLPKGuard

extension SolverProblem {
    /// Rows and bounds that cannot hold together, read off the last basis.
    ///
    /// A basic variable out of its bounds whose tableau row offers no help is a
    /// certificate by itself; failing that, the sum of all violated ones is (the
    /// phase-one duals). Costs one tableau row per violated basic variable.
    func explainConflict(
        _ program: LinearProgram, _ options: SolveOptions
    ) throws(LinearProgramError) -> Infeasibility {
        guard options.explainsInfeasibility else { return Infeasibility(kind: .unknown) }
        let problem = try live()
        if program.rowCount == 0 || program.variableCount == 0 { return Infeasibility(kind: .unknown) }
        guard try checked(glpk_guard_factorize(problem)) == 0 else { return Infeasibility(kind: .unknown) }
        glp_warm_up(problem)
        var combined: [Int: Double] = [:]
        var violated: Set<Int> = []
        var smallest: Set<Int>?
        for position in 1...(program.rowCount + program.variableCount) {
            guard let direction = direction(of: position, problem) else { continue }
            violated.insert(position)
            let tableau = tableauRow(position, problem, program)
            for (member, weight) in tableau { combined[member, default: 0] += direction * weight }
            guard violated.count <= 200 else { break }
            let members = Set(tableau.keys).union([position])
            if members.count < smallest?.count ?? Int.max,
                proves(tableau.mapValues { direction * $0 }, violated: [position], problem)
            {
                smallest = members
            }
        }
        if smallest == nil, proves(combined, violated: violated, problem) {
            smallest = violated.union(combined.filter { abs($0.value) > 1e-9 }.keys)
        }
        guard let smallest else { return Infeasibility(kind: .unknown) }
        let sorted = smallest.sorted()
        return program.conflict(
            .conflict, rows: sorted.filter { $0 <= program.rowCount }.map { Row($0 - 1) },
            variables: sorted.filter { $0 > program.rowCount }.map { Variable($0 - program.rowCount - 1) })
    }

    /// +1 when the basic variable must rise to be feasible, −1 when it must
    /// fall, nil when it is feasible or not basic. Positions count rows, then
    /// columns, from 1, as GLPK's tableau does.
    private func direction(of position: Int, _ problem: OpaquePointer) -> Double? {
        let (status, value, bounds) = state(position, problem)
        guard status == GLP_BS else { return nil }
        if value < bounds.lower, bounds.scaledViolation(of: value) > 1e-7 { return 1 }
        return value > bounds.upper && bounds.scaledViolation(of: value) > 1e-7 ? -1 : nil
    }

    private func state(_ position: Int, _ problem: OpaquePointer) -> (Int32, Double, Bounds) {
        let rows = Int(glp_get_num_rows(problem))
        if position <= rows {
            let i = Int32(position)
            return (
                glp_get_row_stat(problem, i), glp_get_row_prim(problem, i),
                Bounds(
                    type: glp_get_row_type(problem, i), glp_get_row_lb(problem, i), glp_get_row_ub(problem, i)
                )
            )
        }
        let j = Int32(position - rows)
        return (
            glp_get_col_stat(problem, j), glp_get_col_prim(problem, j),
            Bounds(type: glp_get_col_type(problem, j), glp_get_col_lb(problem, j), glp_get_col_ub(problem, j))
        )
    }

    private func tableauRow(
        _ position: Int, _ problem: OpaquePointer, _ program: LinearProgram
    ) -> [Int: Double] {
        let size = program.variableCount + program.rowCount + 1
        var indices = [Int32](repeating: 0, count: size)
        var values = [Double](repeating: 0, count: size)
        let count = Int(glp_eval_tab_row(problem, Int32(position), &indices, &values))
        guard count > 0 else { return [:] }
        var row: [Int: Double] = [:]
        for k in 1...count where abs(values[k]) > 1e-9 { row[Int(indices[k])] = values[k] }
        return row
    }

    /// Whether no non-basic variable can push the (signed) sum up: then the
    /// violated variables cannot all come back within their bounds.
    private func proves(
        _ combination: [Int: Double], violated: Set<Int>, _ problem: OpaquePointer
    ) -> Bool {
        guard !violated.isEmpty else { return false }
        for (position, weight) in combination where abs(weight) > 1e-9 {
            let (_, value, bounds) = state(position, problem)
            let limit = weight > 0 ? bounds.upper : bounds.lower
            guard limit.isFinite, abs(limit - value) <= 1e-7 * (1 + abs(limit)) else { return false }
        }
        return true
    }
}

extension Bounds {
    /// Bounds as GLPK tells them: it gives the missing end as ±DBL_MAX.
    init(type: Int32, _ lower: Double, _ upper: Double) {
        self.init(
            lower: type == GLP_FR || type == GLP_UP ? -.infinity : lower,
            upper: type == GLP_FR || type == GLP_LO ? .infinity : upper)
    }
}
