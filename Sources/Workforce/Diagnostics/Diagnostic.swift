/// Where in the user's files something was found; line and column count from 1, 0 = the whole file.
public struct SourceLocation: Hashable, Sendable, Codable, Comparable {
    /// Path inside the workspace.
    public var file: String
    public var line: Int
    public var column: Int

    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.file, lhs.line, lhs.column) < (rhs.file, rhs.line, rhs.column)
    }
}

/// Something a reader found in a file.
public struct Diagnostic: Hashable, Sendable, Codable {
    public enum Severity: String, Sendable, Codable { case error, warning, note }

    public var severity: Severity
    public var location: SourceLocation
    public var problem: Problem

    public init(severity: Severity, location: SourceLocation, problem: Problem) {
        self.severity = severity
        self.location = location
        self.problem = problem
    }
}
