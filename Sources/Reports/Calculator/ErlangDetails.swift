/// What the calculator adds on request, as plain numbers.
public struct ErlangDetails: Sendable, Equatable {
    /// The service of one number of agents.
    public struct Service: Sendable, Equatable {
        public var agents: Int
        public var serviceLevel: Double
        public var waitProbability: Double
        /// Mean wait in seconds; infinite when the queue grows without end.
        public var asaSeconds: Double
        public var occupancy: Double
        public var abandonment: Double

        public init(
            agents: Int, serviceLevel: Double, waitProbability: Double, asaSeconds: Double,
            occupancy: Double, abandonment: Double
        ) {
            self.agents = agents
            self.serviceLevel = serviceLevel
            self.waitProbability = waitProbability
            self.asaSeconds = asaSeconds
            self.occupancy = occupancy
            self.abandonment = abandonment
        }
    }

    /// What moves the service in `Sensitivity`.
    public enum Change: String, Sendable, CaseIterable {
        case oneAgentFewer, oneAgentMore, onePercentMoreCalls, oneSecondLonger
    }

    public struct Sensitivity: Sendable, Equatable {
        public var change: Change
        public var service: Service

        public init(change: Change, service: Service) {
            self.change = change
            self.service = service
        }
    }

    /// A target or condition of a staffing.
    public enum Target: String, Sendable {
        case serviceLevel, occupancy, abandonment, averageSpeedOfAnswer, stability
    }

    /// What the service level counts.
    public enum Definition: Sendable, Equatable {
        case offered
        case shortAbandons(seconds: Double)
        case answered
        case answeredOrAbandoned

        var name: String {
            switch self {
            case .offered: "offered"
            case .shortAbandons: "short-abandons"
            case .answered: "answered"
            case .answeredOrAbandoned: "answered-or-abandoned"
            }
        }
    }

    /// Named when it was asked for.
    public var definition: Definition?
    /// The targets missed with one agent fewer; nil where no staffing was searched.
    public var binding: [Target]?
    /// Calls in one period that the agents carry under the targets; infinite for any number.
    public var largestCalls: Double?
    public var sensitivity: [Sensitivity] = []
    public var table: [Service] = []
    /// Points of the curve, by agents.
    public var curve: [Service] = []
    /// Target share that the curve marks.
    public var target: Double?

    public init() {}
}

func erlangMembers(_ details: ErlangDetails) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    if let definition = details.definition {
        members["definition"] = .string(definition.name)
        if case .shortAbandons(let seconds) = definition { members["shortAbandon"] = JSONValue(seconds) }
    }
    if let binding = details.binding {
        members["binding"] = .array(binding.map { .string($0.rawValue) })
    }
    if let calls = details.largestCalls { members["largestCalls"] = JSONValue(calls) }
    if !details.sensitivity.isEmpty {
        members["sensitivity"] = .object(
            Dictionary(
                details.sensitivity.map { ($0.change.rawValue, json($0.service)) },
                uniquingKeysWith: { first, _ in first }))
    }
    if !details.table.isEmpty { members["table"] = .array(details.table.map(json)) }
    if !details.curve.isEmpty { members["curve"] = .array(details.curve.map(json)) }
    return members
}

private func json(_ service: ErlangDetails.Service) -> JSONValue {
    .object([
        "agents": .integer(service.agents), "serviceLevel": JSONValue(service.serviceLevel),
        "waitProbability": JSONValue(service.waitProbability), "asa": JSONValue(service.asaSeconds),
        "occupancy": JSONValue(service.occupancy), "abandonment": JSONValue(service.abandonment),
    ])
}
