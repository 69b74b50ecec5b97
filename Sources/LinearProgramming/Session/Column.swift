/// A variable together with its coefficients, as column generation makes them.
public struct Column: Sendable, Equatable {
    public var cost: Double
    public var bounds: Bounds
    public var kind: VariableKind
    /// Coefficients by row; entries on the same row are added up.
    public var entries: [Entry]
    public var label: Label
    /// The caller's own number for what the column stands for (the index of its
    /// tour, say); the session gives it back by `tag(of:)`.
    public var tag: Int

    public init(
        cost: Double, entries: [Entry], bounds: Bounds = .nonNegative, kind: VariableKind = .continuous,
        label: Label = "column", tag: Int = -1
    ) {
        self.cost = cost
        self.bounds = bounds
        self.kind = kind
        self.entries = entries
        self.label = label
        self.tag = tag
    }

    /// cost − Σ dual × coefficient, `duals` by row index; O(entries).
    public func reducedCost(duals: [Double]) -> Double {
        entries.reduce(cost) { $0 - duals[$1.row.index] * $1.coefficient }
    }
}

/// How a session's LP solve ended.
public enum SessionStatus: Sendable, Equatable {
    case optimal(objective: Double)
    case infeasible
    case unbounded
    case stopped(StopCause)

    /// The objective of an optimal LP.
    public var objective: Double? {
        if case .optimal(let objective) = self { objective } else { nil }
    }
}
