/// How simplex pivots.
public enum SimplexMethod: Sendable, Equatable {
    /// Dual where the slack basis is dual feasible (costs all of the sense's
    /// sign, as in cover models), primal otherwise.
    case automatic
    case primal
    /// Dual, and primal should dual fail.
    case dual
}

/// The basis a solve starts from.
public enum StartingBasis: Sendable, Equatable {
    /// All rows basic: free to make, and good with the dual simplex.
    case slack
    /// A triangular basis built from the matrix.
    case advanced
    case given(Basis)
}

/// Which node variable branch and bound branches on.
public enum Branching: Sendable, Equatable {
    case firstFractional, lastFractional, mostFractional, driebeckTomlin, pseudocost
}

/// Which open node branch and bound takes next.
public enum Backtracking: Sendable, Equatable {
    case depthFirst, breadthFirst, bestBound, bestProjection
}

/// Cutting planes to generate.
public struct Cuts: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let gomory = Cuts(rawValue: 1)
    public static let mixedIntegerRounding = Cuts(rawValue: 2)
    public static let cover = Cuts(rawValue: 4)
    public static let clique = Cuts(rawValue: 8)
    public static let all: Cuts = [.gomory, .mixedIntegerRounding, .cover, .clique]
}

/// How to solve. Effort is counted in iterations and nodes, never in seconds:
/// the clock is the `RunControl`'s, and only stops a run.
public struct SolveOptions: Sendable, Equatable {
    /// Simplex on the LP, and on the root of an integer program.
    public var method: SimplexMethod = .automatic
    public var startingBasis: StartingBasis = .slack
    /// Scales rows and columns where the coefficients are badly spread.
    public var scaling = true
    /// Simplex iterations in all; nil: 50,000 + 50 × (rows + variables) for one
    /// LP (a run that hangs must end), none for an integer search.
    public var iterationLimit: Int?
    /// Nodes of the search tree; nil: none.
    public var nodeLimit: Int?
    /// Stop an integer search once |objective − bound| ≤ this × |objective|;
    /// 0 searches to the end.
    public var relativeGap = 0.0
    /// Remove redundant rows and columns first (integer programs only; off when
    /// a start is given). Hurts feasibility-like day models, helps most others.
    public var presolve = false
    public var cuts: Cuts = []
    public var branching = Branching.driebeckTomlin
    public var backtracking = Backtracking.bestBound
    /// GLPK's simple rounding heuristic at every node.
    public var roundingHeuristic = true
    /// A feasible point to start an integer search from, one value per variable.
    public var start: [Double]?
    /// Looks for the rows in conflict when there is no solution.
    public var explainsInfeasibility = true

    public init() {}

    /// Options with changes: `SolveOptions { $0.relativeGap = 0.01 }`.
    public init(_ change: (inout SolveOptions) -> Void) {
        self.init()
        change(&self)
    }

    /// Last-fractional branching, depth first, no presolve: what finds a
    /// feasible day roster in 0.15 s where the cost form takes 5 s.
    public static let feasibilityDive = SolveOptions {
        $0.branching = .lastFractional
        $0.backtracking = .depthFirst
    }

    func validate() throws(LinearProgramError) {
        guard relativeGap >= 0, relativeGap.isFinite else { throw .invalidOption("relativeGap") }
        if let iterationLimit, iterationLimit < 1 { throw .invalidOption("iterationLimit") }
        if let nodeLimit, nodeLimit < 1 { throw .invalidOption("nodeLimit") }
    }
}
