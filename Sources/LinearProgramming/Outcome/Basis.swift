/// Where a variable or row stands in a basic solution.
public enum BasisStatus: UInt8, Sendable, Codable {
    case basic, atLower, atUpper, free, fixed
}

/// A simplex basis as a value: one status per variable and per row, in the
/// order of the program (or of the session's live columns and rows).
public struct Basis: Sendable, Equatable, Codable {
    public var variables: [BasisStatus]
    public var rows: [BasisStatus]

    public init(variables: [BasisStatus], rows: [BasisStatus]) {
        self.variables = variables
        self.rows = rows
    }
}
