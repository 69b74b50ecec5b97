/// What ended a run before its proof was complete.
public enum StopCause: String, Sendable, Codable {
    case deadline
    case cancelled
    case iterationLimit
    case nodeLimit
    /// The relative gap asked for was reached.
    case gapReached
    /// Simplex failed twice on numerical grounds.
    case numericalTrouble
}

/// A solution and what is proven about it.
public struct Solution: Sendable, Equatable {
    /// One value per variable; exact integers for integer variables.
    public var values: [Double]
    /// The objective at `values`, constant included.
    public var objective: Double
    /// No solution is better than this; −∞ (+∞ when maximising) when nothing is
    /// proven. Equals the objective of an optimal LP.
    public var bound: Double
    /// One per row, of an LP only: change of the objective per unit of the row's
    /// binding bound. Empty for an integer program.
    public var duals: [Double]
    /// One per variable, of an LP only: cost − Σ dual × coefficient.
    public var reducedCosts: [Double]
    /// The final basis of an LP.
    public var basis: Basis?
    /// Simplex iterations, and nodes of the search tree, spent.
    public var iterations: Int
    public var nodes: Int

    /// |objective − bound| / max(|objective|, 1e-9); infinite without a bound.
    public var relativeGap: Double { gap(from: objective, to: bound) }

    public subscript(variable: Variable) -> Double { values[variable.index] }

    /// The value of an expression at this solution.
    public subscript(expression: LinearExpression) -> Double { expression.value(at: values) }

    /// The dual of a row (LP only).
    public func dual(of row: Row) -> Double { duals[row.index] }

    public func reducedCost(of variable: Variable) -> Double { reducedCosts[variable.index] }
}

/// |objective − bound| relative to the objective.
func gap(from objective: Double, to bound: Double) -> Double {
    objective == bound ? 0 : abs(objective - bound) / max(abs(objective), 1e-9)
}

/// Why there is no solution, as far as that was found cheaply.
public struct Infeasibility: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable {
        /// The rows and variable bounds listed cannot hold together (a Farkas
        /// certificate; not always the smallest set).
        case conflict
        /// An integer variable has no integer within its bounds.
        case emptyInteger
        /// The continuous relaxation has solutions, the integer program none.
        case integrality
        case unknown
    }

    public var kind: Kind
    public var rows: [Row]
    /// Variables whose bounds take part.
    public var variables: [Variable]
    /// Labels of `rows`, then of `variables`.
    public var labels: [Label]

    public init(kind: Kind, rows: [Row] = [], variables: [Variable] = [], labels: [Label] = []) {
        self.kind = kind
        self.rows = rows
        self.variables = variables
        self.labels = labels
    }
}

/// What a solve came to.
public enum SolveOutcome: Sendable, Equatable {
    /// Proven within GLPK's tolerances (1e-7).
    case optimal(Solution)
    /// A solution, not proven optimal; `bound` and `relativeGap` say how far.
    case feasible(Solution, StopCause)
    case infeasible(Infeasibility)
    /// The objective has no limit; the variable along which it was seen.
    case unbounded(Variable?)
    /// Stopped without a solution; the bound proven so far (±∞ when none).
    case stopped(StopCause, bound: Double)

    /// The solution, optimal or not.
    public var solution: Solution? {
        switch self {
        case .optimal(let solution), .feasible(let solution, _): solution
        case .infeasible, .unbounded, .stopped: nil
        }
    }

    public var isOptimal: Bool {
        if case .optimal = self { true } else { false }
    }

    public var isInfeasible: Bool {
        if case .infeasible = self { true } else { false }
    }

    /// What stopped the run, nil when it ended by itself.
    public var stopCause: StopCause? {
        switch self {
        case .feasible(_, let cause), .stopped(let cause, _): cause
        case .optimal, .infeasible, .unbounded: nil
        }
    }

    /// The deadline passed without any solution.
    public var isTimedOut: Bool {
        if case .stopped(.deadline, _) = self { true } else { false }
    }
}
