import Workforce

/// Names that files may refer to. Nil where the file that defines them could
/// not be read: nothing is then said about references to them.
struct KnownNames {
    var sites: [String]?
    var contracts: [String]?
    var campaigns: [String]?
    var agents: [String]?
    var profiles: [String]?

    func names(of thing: NamedThing) -> [String]? {
        switch thing {
        case .site: sites
        case .contract: contracts
        case .campaign: campaigns
        case .agent: agents
        case .profile: profiles
        default: nil
        }
    }

    /// False, with a diagnostic, when a name refers to nothing.
    func check(_ name: String, _ thing: NamedThing, at place: SourceLocation, _ log: inout DiagnosticLog)
        -> Bool
    {
        guard let known = names(of: thing), !known.contains(name) else { return true }
        log.error(
            .reference(.unknown(thing: thing, name: name, nearest: nearestName(to: name, among: known))),
            at: place)
        return false
    }
}

/// Names given so far, with the line of each, to find one given twice.
struct NameRegister {
    let thing: NamedThing
    private var lines: [String: Int] = [:]

    init(_ thing: NamedThing) { self.thing = thing }

    /// False, with a diagnostic, when the name is already taken.
    mutating func add(_ name: String, at place: SourceLocation, _ log: inout DiagnosticLog) -> Bool {
        if let first = lines[name] {
            log.error(.reference(.duplicate(thing: thing, name: name, firstLine: first)), at: place)
            return false
        }
        lines[name] = place.line
        return true
    }

    func line(of name: String) -> Int? { lines[name] }
}
