import ArgumentParser
import Queueing
import Reports

/// `LOW..HIGH`, two whole numbers.
struct AgentRangeArgument: ExpressibleByArgument, Equatable {
    let range: ClosedRange<Int>

    init?(argument: String) {
        let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].isEmpty, let low = Int(parts[0]), let high = Int(parts[2]),
            0 <= low, low <= high, high <= maximumAgents
        else { return nil }
        range = low...high
    }
}

/// What the calculator shows beside the answer.
struct ErlangViewOptions: ParsableArguments {
    @Option(name: .long, help: "Service of every number of agents from LOW to HIGH (50..60).")
    var table: AgentRangeArgument?
    @Flag(name: .long, help: "Draw the service level over the number of agents.")
    var chart = false
    @Flag(
        name: .long,
        help: "Service with one agent fewer or more, 1% more calls, 1 s longer; which target binds.")
    var sensitivity = false
    @Flag(name: .long, help: "Largest number of calls that the agents carry under the targets.")
    var maxLoad = false

    var isAny: Bool { table != nil || chart || sensitivity || maxLoad }

    func validate() throws {
        if let range = table?.range, range.count > 10_000 {
            throw ValidationError("--table \(range.lowerBound)..\(range.upperBound): 10000 rows at most")
        }
    }
}

/// What a contract's service level counts.
struct ErlangDefinitionOptions: ParsableArguments {
    enum Definition: String, ExpressibleByArgument, CaseIterable {
        case offered, answered
        case shortAbandons = "short-abandons"
        case answeredOrAbandoned = "answered-or-abandoned"
    }

    @Option(
        name: .long,
        help: """
            What the service level counts: calls in time over offered ones (default), over offered \
            ones less short abandonments, over answered ones, or answered or abandoned in time over \
            offered ones.
            """)
    var definition: Definition?
    @Option(name: .long, help: "Abandonments up to this wait are short (default 5s).")
    var shortAbandon: DurationArgument?

    func validate() throws {
        if shortAbandon != nil, definition != .shortAbandons {
            throw ValidationError("--short-abandon goes with --definition short-abandons")
        }
    }

    private var shortSeconds: Double { shortAbandon?.seconds ?? 5 }

    var counted: ServiceLevelDefinition {
        switch definition {
        case nil, .offered: .servedOverOffered
        case .shortAbandons: .excludingShortAbandons(shortAbandonSeconds: shortSeconds)
        case .answered: .servedOverAnswered
        case .answeredOrAbandoned: .servedOrAbandonedOverOffered
        }
    }

    /// For people; nil when none was asked for.
    var named: ErlangDetails.Definition? {
        switch definition {
        case nil: nil
        case .offered: .offered
        case .shortAbandons: .shortAbandons(seconds: shortSeconds)
        case .answered: .answered
        case .answeredOrAbandoned: .answeredOrAbandoned
        }
    }
}
