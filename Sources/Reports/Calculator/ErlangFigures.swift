import Workforce

/// Answer of the waiting-time calculator (`plateau erlang --model c`), as plain numbers.
public struct ErlangFigures: Sendable, Equatable {
    /// `a` or `c`.
    public var model: String
    public var agents: Int
    /// Agents to schedule after shrinkage.
    public var scheduled: Int
    /// Erlangs.
    public var offeredLoad: Double
    /// Share answered within the threshold; nil when no threshold was named.
    public var serviceLevel: Double?
    public var thresholdSeconds: Double?
    public var waitProbability: Double
    /// Mean wait in seconds; infinite when the queue grows without end.
    public var asaSeconds: Double
    public var occupancy: Double
    public var abandonment: Double

    public init(
        model: String, agents: Int, scheduled: Int, offeredLoad: Double, serviceLevel: Double?,
        thresholdSeconds: Double?,
        waitProbability: Double, asaSeconds: Double, occupancy: Double, abandonment: Double
    ) {
        self.model = model
        self.agents = agents
        self.scheduled = scheduled
        self.offeredLoad = offeredLoad
        self.serviceLevel = serviceLevel
        self.thresholdSeconds = thresholdSeconds
        self.waitProbability = waitProbability
        self.asaSeconds = asaSeconds
        self.occupancy = occupancy
        self.abandonment = abandonment
    }
}

/// - Parameter details: what was asked for beside the answer.
public func erlangText(
    _ figures: ErlangFigures, details: ErlangDetails = ErlangDetails(), language l: Language,
    colour: Bool = false
) -> String {
    var table = TextTable("Erlang", columns: [.text(""), .number("")])
    func row(_ name: String, _ value: String) { table.add([.init(name), .init(value)]) }
    row(l("Agents on the line", "Téléconseillers en ligne"), l.number(figures.agents))
    row(l("Agents to schedule", "Téléconseillers à planifier"), l.number(figures.scheduled))
    row(l("Offered load (erlangs)", "Charge offerte (erlangs)"), l.number(figures.offeredLoad, decimals: 2))
    if let threshold = figures.thresholdSeconds {
        let within = l.number(threshold, decimals: threshold == threshold.rounded() ? 0 : 1)
        row(
            l("Service level within \(within) s", "Niveau de service en \(within) s"),
            l.percent(figures.serviceLevel, decimals: 2))
    }
    row(l("Probability of waiting", "Probabilité d’attente"), l.percent(figures.waitProbability, decimals: 2))
    row(
        l("Average speed of answer", "Délai moyen de réponse"),
        figures.asaSeconds.isFinite
            ? l.number(figures.asaSeconds, decimals: 1) + Language.noBreakSpace + "s"
            : l("infinite: the queue grows without end", "infini : la file s’allonge sans fin"))
    row(l("Occupancy", "Taux d’occupation"), l.percent(figures.occupancy, decimals: 2))
    row(l("Abandonment", "Taux d’abandon"), l.percent(figures.abandonment, decimals: 2))
    for (name, value) in details.rows(l) { row(name, value) }
    return table.text(l, colour: colour) + details.sections(l, colour: colour, standing: figures)
}

/// `plateau.erlang.v1`: seconds and fractions; an infinite wait is null, with a `reason`.
///
/// - Parameter details: what was asked for beside the answer, each under a member of its own.
public func erlangJSON(_ figures: ErlangFigures, details: ErlangDetails = ErlangDetails()) -> String {
    var members: [String: JSONValue] = [
        "schema": "plateau.erlang.v1", "model": .string(figures.model), "agents": .integer(figures.agents),
        "scheduled": .integer(figures.scheduled), "offeredLoad": JSONValue(figures.offeredLoad),
        "serviceLevel": JSONValue(figures.serviceLevel),
        "waitProbability": JSONValue(figures.waitProbability),
        "asa": JSONValue(figures.asaSeconds), "occupancy": JSONValue(figures.occupancy),
        "abandonment": JSONValue(figures.abandonment),
    ]
    if let threshold = figures.thresholdSeconds { members["threshold"] = JSONValue(threshold) }
    if !figures.asaSeconds.isFinite {
        members["reason"] =
            figures.offeredLoad < Double(figures.agents)
            ? "on days of more calls the queue grows without end"
            : "offered load is not below the number of agents"
    }
    return JSONValue.object(members).with(erlangMembers(details)).text
}

/// Answer of the loss calculator (`--model b`): lines or agents without a queue.
public struct LossFigures: Sendable, Equatable {
    public var agents: Int
    public var offeredLoad: Double
    public var blocking: Double
    public var occupancy: Double

    public init(agents: Int, offeredLoad: Double, blocking: Double, occupancy: Double) {
        self.agents = agents
        self.offeredLoad = offeredLoad
        self.blocking = blocking
        self.occupancy = occupancy
    }
}

public func erlangText(_ figures: LossFigures, language l: Language, colour: Bool = false) -> String {
    var table = TextTable("Erlang B", columns: [.text(""), .number("")])
    table.add([.init(l("Lines or agents", "Lignes ou agents")), .init(l.number(figures.agents))])
    table.add([
        .init(l("Offered load (erlangs)", "Charge offerte (erlangs)")),
        .init(l.number(figures.offeredLoad, decimals: 2)),
    ])
    table.add([.init(l("Blocking", "Taux de blocage")), .init(l.percent(figures.blocking, decimals: 2))])
    table.add([.init(l("Occupancy", "Taux d’occupation")), .init(l.percent(figures.occupancy, decimals: 2))])
    return table.text(l, colour: colour)
}

public func erlangJSON(_ figures: LossFigures) -> String {
    JSONValue.object([
        "schema": "plateau.erlang.v1", "model": "b", "agents": .integer(figures.agents),
        "offeredLoad": JSONValue(figures.offeredLoad), "blocking": JSONValue(figures.blocking),
        "occupancy": JSONValue(figures.occupancy),
    ]).text
}
