import CGLPK
import CGLPKGuard
import Execution

extension LinearProgram {
    /// Solves the program; integer variables make it a branch and bound.
    ///
    /// The call blocks its thread until the end, `control`'s deadline or its
    /// cancellation: within 0.25 s on an LP or a day-sized integer program, 1.5 s
    /// on a week-sized one (the time of a node's LP). The same program and
    /// options give the same outcome bit for bit unless the clock or a
    /// cancellation stopped the run.
    ///
    /// - Throws: `LinearProgramError` for a model that is not one, an option out
    ///   of range, a start that is not feasible, and a solver that broke down.
    public func solve(
        options: SolveOptions = SolveOptions(), control: RunControl = RunControl()
    ) throws(LinearProgramError) -> SolveOutcome {
        try validate()
        try options.validate()
        guard isInteger else {
            return rowCount == 0 || variableCount == 0
                ? solveTrivially() : try solveContinuous(options, control)
        }
        var whole = self
        for index in kinds.indices where kinds[index].isIntegral {
            whole.variableBounds[index] = variableBounds[index].roundedInward
            if whole.variableBounds[index].lower > whole.variableBounds[index].upper {
                return .infeasible(conflict(.emptyInteger, variables: [Variable(index)]))
            }
        }
        try whole.validateStart(options.start)
        if rowCount == 0 { return whole.solveTrivially() }
        return try whole.solveInteger(options, control)
    }

    var defaultIterationLimit: Int { 50_000 + 50 * (rowCount + variableCount) }

    func conflict(
        _ kind: Infeasibility.Kind, rows: [Row] = [], variables: [Variable] = []
    ) -> Infeasibility {
        Infeasibility(
            kind: kind, rows: rows, variables: variables,
            labels: rows.map { rowLabels[$0.index] } + variables.map { variableLabels[$0.index] })
    }

    /// The bound before anything is proven.
    var openBound: Double { sense == .minimize ? -.infinity : .infinity }

    private func validateStart(_ start: [Double]?) throws(LinearProgramError) {
        guard let start else { return }
        guard start.count == variableCount else {
            throw .startHasWrongLength(expected: variableCount, found: start.count)
        }
        if let worst = worstViolation(at: start), worst.violation > 1e-6 {
            throw .startNotFeasible(worst.label, violation: worst.violation)
        }
    }

    /// No row or no variable: each variable goes to its better bound.
    private func solveTrivially() -> SolveOutcome {
        if let row = rowBounds.firstIndex(where: { $0.scaledViolation(of: 0) > 1e-9 }), variableCount == 0 {
            return .infeasible(conflict(.conflict, rows: [Row(row)]))
        }
        var values = [Double](repeating: 0, count: variableCount)
        for index in costs.indices {
            let bounds = variableBounds[index]
            let cost = sense == .minimize ? costs[index] : -costs[index]
            let best = cost > 0 ? bounds.lower : cost < 0 ? bounds.upper : bounds.nearestToZero
            guard best.isFinite else { return .unbounded(Variable(index)) }
            values[index] = best
        }
        let objective = objective(at: values)
        return .optimal(
            Solution(
                values: values, objective: objective, bound: objective,
                duals: isInteger ? [] : Array(repeating: 0, count: rowCount),
                reducedCosts: isInteger ? [] : costs, basis: nil, iterations: 0, nodes: 0))
    }

    // MARK: Continuous

    private func solveContinuous(
        _ options: SolveOptions, _ control: RunControl
    ) throws(LinearProgramError) -> SolveOutcome {
        let problem = try SolverProblem()
        defer { problem.close() }
        let run = try problem.solveRelaxation(of: self, options, control)
        switch run.end {
        case .optimal:
            return .optimal(try problem.continuousSolution(iterations: run.iterations))
        case .infeasible:
            return .infeasible(try problem.explainConflict(self, options))
        case .unbounded:
            return .unbounded(try problem.unboundedVariable())
        case .stopped(let cause):
            let status = try problem.feasibility()
            guard status.primal else {
                return .stopped(cause, bound: status.dual ? try problem.objective() : openBound)
            }
            var solution = try problem.continuousSolution(iterations: run.iterations)
            solution.bound = openBound
            return .feasible(solution, cause)
        }
    }

    // MARK: Integer

    private func solveInteger(
        _ options: SolveOptions, _ control: RunControl
    ) throws(LinearProgramError) -> SolveOutcome {
        let problem = try SolverProblem()
        defer { problem.close() }
        if options.presolve, options.start == nil,
            let outcome = try solvePresolved(problem, options, control)
        {
            return outcome
        }
        let run = try problem.solveRelaxation(of: self, options, control)
        switch run.end {
        case .infeasible: return .infeasible(try problem.explainConflict(self, options))
        case .unbounded: return .unbounded(try problem.unboundedVariable())
        case .stopped(let cause): return stoppedOutcome(cause, bound: openBound, run.iterations, options)
        case .optimal: break
        }
        let left = options.iterationLimit.map { $0 - run.iterations }
        var end = try problem.search(options, iterationsLeft: left, control: control)
        end.iterations += run.iterations
        if end.bound.isNaN { end.bound = try problem.objective() }
        return try outcome(of: end, from: problem, options)
    }

    /// nil when presolve decided everything by itself: the plain path then says
    /// why, in terms of the program's own rows.
    private func solvePresolved(
        _ problem: SolverProblem, _ options: SolveOptions, _ control: RunControl
    ) throws(LinearProgramError) -> SolveOutcome? {
        try problem.load(self)
        guard let presolved = try PresolvedProblem(problem) else {
            try problem.erase()
            return nil
        }
        let reduced = presolved.reduced
        var options = options
        // A given basis does not fit what presolve leaves.
        if case .given = options.startingBasis { options.startingBasis = .slack }
        defer { presolved.close() }
        let run = try reduced.optimizeRelaxation(
            options, limit: options.iterationLimit ?? defaultIterationLimit, control)
        if case .stopped(let cause) = run.end {
            return stoppedOutcome(cause, bound: openBound, run.iterations, options)
        }
        guard run.end == .optimal else {
            try problem.erase()
            return nil
        }
        let left = options.iterationLimit.map { $0 - run.iterations }
        var end = try reduced.search(options, iterationsLeft: left, control: control)
        end.iterations += run.iterations
        if end.bound.isNaN { end.bound = try reduced.objective() }
        if end.status == GLP_OPT || end.status == GLP_FEAS { try presolved.postsolve(into: problem) }
        return try outcome(of: end, from: problem, options)
    }

    private func outcome(
        of end: SearchEnd, from problem: SolverProblem, _ options: SolveOptions
    ) throws(LinearProgramError) -> SolveOutcome {
        if end.status == GLP_NOFEAS { return .infeasible(Infeasibility(kind: .integrality)) }
        let bound = roundedBound(end.bound)
        guard end.status == GLP_OPT || end.status == GLP_FEAS else {
            return stoppedOutcome(end.cause ?? .numericalTrouble, bound: bound, end.iterations, options)
        }
        let values = try problem.integerValues(kinds: kinds)
        let objective = objective(at: values)
        var solution = Solution(
            values: values, objective: objective, bound: bound, duals: [], reducedCosts: [], basis: nil,
            iterations: end.iterations, nodes: end.nodes)
        guard let cause = end.cause else {
            solution.bound = objective
            return .optimal(solution)
        }
        // A node's LP may end a hair beyond the incumbent that it proves best.
        let overshoots = sense == .minimize ? bound > objective : bound < objective
        if overshoots { solution.bound = objective }
        return solution.bound == objective ? .optimal(solution) : .feasible(solution, cause)
    }

    /// A run stopped without a solution of its own: the start, if one was given.
    private func stoppedOutcome(
        _ cause: StopCause, bound: Double, _ iterations: Int, _ options: SolveOptions
    ) -> SolveOutcome {
        guard let start = options.start else { return .stopped(cause, bound: bound) }
        let values = start.indices.map { kinds[$0].isIntegral ? start[$0].rounded() : start[$0] }
        return .feasible(
            Solution(
                values: values, objective: objective(at: values), bound: bound, duals: [],
                reducedCosts: [], basis: nil, iterations: iterations, nodes: 0), cause)
    }

    /// The bound moved to the next value that a sum of integer costs can take.
    private func roundedBound(_ bound: Double) -> Double {
        guard bound.isFinite, abs(bound) < 1e9 else { return bound }
        for index in costs.indices where costs[index] != 0 {
            guard kinds[index].isIntegral, costs[index] == costs[index].rounded() else { return bound }
        }
        let free = bound - constant
        let slack = 1e-6 * (1 + abs(free))
        let rounded =
            sense == .minimize ? (free - slack).rounded(.up) : (free + slack).rounded(.down)
        return rounded + constant
    }
}

extension Bounds {
    var nearestToZero: Double { min(max(0, lower), upper) }
}
