import Workforce

/// Diagnostics gathered while files are read; readers append and go on.
struct DiagnosticLog {
    private(set) var diagnostics: [Diagnostic] = []

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    mutating func add(_ severity: Diagnostic.Severity, _ problem: Problem, at place: SourceLocation) {
        diagnostics.append(Diagnostic(severity: severity, location: place, problem: problem))
    }

    mutating func error(_ problem: Problem, at place: SourceLocation) { add(.error, problem, at: place) }
    mutating func warning(_ problem: Problem, at place: SourceLocation) { add(.warning, problem, at: place) }
    mutating func note(_ problem: Problem, at place: SourceLocation) { add(.note, problem, at: place) }

    mutating func append(_ other: DiagnosticLog) { diagnostics += other.diagnostics }

    /// At most `limit` diagnostics of one file, then one that counts the others.
    func capped(_ limit: Int, file: String) -> DiagnosticLog {
        guard diagnostics.count > limit else { return self }
        var capped = DiagnosticLog()
        // The first errors matter more than the first notes.
        let errors = diagnostics.filter { $0.severity == .error }
        let ranked = errors + diagnostics.filter { $0.severity != .error }
        capped.diagnostics = Array(ranked.prefix(limit))
        capped.add(
            ranked[limit].severity, .table(.furtherErrors(count: ranked.count - limit)),
            at: ranked[limit].location)
        return capped
    }

    /// By file, line and column; of one place in the order found, without repeats.
    var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        // A key missing only because it is mistyped is one mistake, not two.
        var mistyped: Set<[String]> = []
        for diagnostic in diagnostics {
            if case .yaml(.unknownKey(_, let nearest?)) = diagnostic.problem {
                mistyped.insert([diagnostic.location.file, nearest])
            }
        }
        return diagnostics.enumerated()
            .sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }
            .map(\.element)
            .filter { diagnostic in
                if case .yaml(.missingKey(let key, _)) = diagnostic.problem,
                    mistyped.contains([diagnostic.location.file, key])
                {
                    return false
                }
                return seen.insert(diagnostic).inserted
            }
    }
}
