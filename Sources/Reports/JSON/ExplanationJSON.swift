import Workforce

/// `plateau.explanation.v1`: shares as fractions, times in seconds, loads in erlangs of agents.
public func explanationJSON(_ explanations: [SizingExplanation], scenario: Scenario) -> String {
    document("plateau.explanation.v1", scenario).with([
        "explanations": .array(explanations.map { json($0, scenario) })
    ]).text
}

private func json(_ one: SizingExplanation, _ scenario: Scenario) -> JSONValue {
    [
        "campaign": .string(one.activity.campaign.name),
        "activity": .string(one.activity.activity.name),
        "interval": .integer(one.interval),
        "date": .string(scenario.horizon.date(of: one.interval).iso8601),
        "time": .string(scenario.horizon.clock(of: one.interval).description),
        "isOpen": .bool(one.isOpen), "forecastMethod": JSONValue(one.forecastMethod?.rawValue),
        "contacts": JSONValue(one.contacts), "handleSeconds": JSONValue(one.handleSeconds),
        "offeredLoad": JSONValue(one.offeredLoad), "sizedLoad": JSONValue(one.sizedLoad),
        "load": .string(one.load.rawValue), "formula": json(one.formula),
        "redialShare": JSONValue(one.redialShare), "rateVariation": JSONValue(one.rateVariation),
        "period": .string(one.target.period.rawValue), "basis": .string(one.target.basis.rawValue),
        "thresholdSeconds": .integer(one.target.threshold.count),
        "targets": .array(one.targets.map(json)), "service": json(one.service),
        "serviceOneFewer": one.serviceOneFewer.map(json) ?? .null,
        "binding": .string(one.binding.rawValue), "positions": .integer(one.positions),
        "externalShrinkage": JSONValue(one.shrinkage.external),
        "internalShrinkage": JSONValue(one.shrinkage.internal),
        "beforeRounding": JSONValue(one.beforeRounding), "scheduled": .integer(one.scheduled),
        "scheduledPerInterval": JSONValue(one.scheduledPerInterval),
        "shared": one.shared.map(json) ?? .null,
    ]
}

private func json(_ shared: SizingExplanation.Shared) -> JSONValue {
    [
        "activities": .array(shared.lines.map { .string($0.name) }), "pooled": .integer(shared.pooled),
        "apart": .integer(shared.apart), "positions": .integer(shared.positions),
        "scheduled": .integer(shared.scheduled),
    ]
}

private func json(_ formula: SizingExplanation.Formula) -> JSONValue {
    switch formula {
    case .erlangC: ["name": "erlangC"]
    case .generalService(let variation):
        ["name": "generalService", "handleTimeVariation": JSONValue(variation)]
    case .erlangA(let patience): ["name": "erlangA", "patienceSeconds": .integer(patience.count)]
    case .generalPatience(let patience, let law):
        json(law).with(["name": "generalPatience", "patienceSeconds": .integer(patience.count)])
    case .chat(let slots, let slowdown, let patience):
        [
            "name": "chat", "concurrency": .integer(slots), "slowdown": JSONValue(slowdown),
            "patienceSeconds": JSONValue(patience?.count),
        ]
    }
}

private func json(_ law: PatienceLaw) -> JSONValue {
    switch law {
    case .exponential: ["law": "exponential"]
    case .deterministic: ["law": "deterministic"]
    case .uniform: ["law": "uniform"]
    case .lognormal(let variation): ["law": "lognormal", "variation": JSONValue(variation)]
    case .weibull(let shape): ["law": "weibull", "shape": JSONValue(shape)]
    }
}

private func json(_ target: SizingExplanation.Target) -> JSONValue {
    [
        "kind": .string(target.kind.rawValue), "limit": JSONValue(target.limit),
        "value": JSONValue(target.value), "valueOneFewer": JSONValue(target.valueOneFewer),
        "isMet": .bool(target.isMet), "binds": .bool(target.binds),
    ]
}

private func json(_ service: SizingExplanation.Service) -> JSONValue {
    [
        "agents": .integer(service.agents), "serviceLevel": JSONValue(service.serviceLevel),
        "occupancy": JSONValue(service.occupancy), "abandonment": JSONValue(service.abandonment),
        "answerSpeedSeconds": JSONValue(service.answerSpeedSeconds),
        "periodServiceLevel": JSONValue(service.periodServiceLevel),
    ]
}
