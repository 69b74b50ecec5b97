import Workforce

/// One JSON object a stage, named by `schema`; keys sorted, dates ISO 8601,
/// money in units of currency, times `08:30`, series per interval of `horizon`.
public func forecastJSON(_ forecast: Forecast, scenario: Scenario) -> String {
    document("plateau.forecast.v1", scenario).with(["activities": json(forecast, scenario)]).text
}

public func requirementJSON(
    _ requirement: Requirement, technical: TechnicalNeeds, scenario: Scenario
) -> String {
    document("plateau.requirement.v1", scenario).with([
        "activities": .array(requirement.activities.map { json($0, scenario) }),
        "sharedAgents": .array(requirement.shared.map(json)),
        "technicalNeeds": json(technical),
    ]).text
}

public func staffingJSON(_ staffing: Staffing?, scenario: Scenario) -> String {
    document("plateau.staffing.v1", scenario).with(["staffing": json(staffing, scenario)]).text
}

public func scheduleJSON(
    _ plan: Plan, shortages: [ScheduleShortage] = [], scenario: Scenario
) -> String {
    let headcounts = JSONValue.array(plan.headcounts.map { json($0, scenario) })
    return document("plateau.schedule.v1", scenario).with([
        "shortages": .array(shortages.map { json($0, scenario) }),
        "pools": .array(plan.schedule.pools.map { json($0, scenario) }),
        "campaignWeeks": json(PlanSummary(plan, scenario), scenario.weights),
        "findings": .array(plan.findings.map { json($0, scenario) }),
    ]).with(shiftKindsJSON(plan.schedule)).with(placedNeedsJSON(plan.schedule, scenario))
        .withWeeks(plan, scenario).with(loansOf: plan.schedule, scenario)
        .with(plan.headcounts.isEmpty ? [:] : ["headcounts": headcounts]).text
}

public func rosterJSON(_ plan: Plan, scenario: Scenario) -> String {
    document("plateau.roster.v1", scenario).with([
        "roster": json(plan.roster, scenario),
        "findings": .array(plan.findings.map { json($0, scenario) }),
    ]).withWeeks(plan, scenario).text
}

public func teamsJSON(_ teams: TeamPlan?, scenario: Scenario) -> String {
    document("plateau.teams.v1", scenario).with(["teams": json(teams)]).text
}

public func trainingJSON(_ training: TrainingPlan?, scenario: Scenario) -> String {
    document("plateau.training.v1", scenario).with(["training": json(training, scenario)]).text
}

public func costJSON(_ plan: Plan, scenario: Scenario) -> String {
    document("plateau.cost.v1", scenario).with([
        "cost": json(plan.cost), "quotes": .array(plan.quotes.map { json($0) }),
    ]).text
}

/// The whole plan.
public func planJSON(_ plan: Plan, scenario: Scenario) -> String {
    document("plateau.plan.v1", scenario).with([
        "forecast": json(plan.forecast, scenario),
        "requirement": .array(plan.requirement.activities.map { json($0, scenario) }),
        "sharedAgents": .array(plan.requirement.shared.map(json)),
        "staffing": json(plan.staffing, scenario),
        "schedule": .array(plan.schedule.pools.map { json($0, scenario) }),
        "roster": json(plan.roster, scenario), "teams": json(plan.teams),
        "training": json(plan.training, scenario),
        "service": .array(
            plan.service.map {
                [
                    "campaign": .string($0.activity.campaign.name),
                    "activity": .string($0.activity.activity.name),
                    "serviceLevel": JSONValue(numbers: $0.serviceLevel),
                    "weekly": JSONValue(numbers: $0.weekly), "overall": JSONValue($0.overall),
                ]
            }),
        "cost": json(plan.cost), "quotes": .array(plan.quotes.map { json($0) }),
        "campaignWeeks": json(PlanSummary(plan, scenario), scenario.weights),
        "findings": .array(plan.findings.map { json($0, scenario) }),
    ]).with(shiftKindsJSON(plan.schedule)).with(placedNeedsJSON(plan.schedule, scenario))
        .withWeeks(plan, scenario).with(loansOf: plan.schedule, scenario)
        .text
}

/// What every document begins with.
func document(_ schema: String, _ scenario: Scenario) -> JSONValue {
    let horizon = scenario.horizon
    return [
        "schema": .string(schema), "scenario": .string(scenario.name),
        "horizon": [
            "firstDay": .string(horizon.firstDay.iso8601), "weeks": .integer(horizon.weekCount),
            "intervalMinutes": .integer(horizon.intervalMinutes),
            "intervals": .integer(horizon.intervalCount),
            "dayStarts": JSONValue(integers: horizon.dayStarts),
        ],
    ]
}

/// - Parameter unit: of cost and bound.
func json(_ optimality: Optimality, unit: String = "cents") -> JSONValue {
    [
        "unit": .string(unit), "status": .string(optimality.status.rawValue),
        "cost": JSONValue(optimality.cost), "bound": JSONValue(optimality.bound),
        "gap": JSONValue(optimality.gap),
    ]
}

func json(_ band: PredictionBand) -> JSONValue {
    [
        "probability": JSONValue(band.probability), "low": JSONValue(numbers: band.low),
        "high": JSONValue(numbers: band.high),
    ]
}

func json(_ forecast: Forecast, _ scenario: Scenario) -> JSONValue {
    .array(
        forecast.activities.map { activity in
            [
                "campaign": .string(activity.activity.campaign.name),
                "activity": .string(activity.activity.activity.name),
                "contacts": JSONValue(numbers: activity.contacts),
                "handleSeconds": JSONValue(numbers: activity.handleSeconds),
                "bands": .array(activity.bands.map { json($0) }),
                "dailyContacts": JSONValue(numbers: activity.dailyContacts),
                "dailyBands": .array(activity.dailyBands.map { json($0) }),
                "method": .string(activity.method.rawValue),
                "accuracy": activity.accuracy.map { json($0) } ?? .null,
                "remarks": .array(activity.remarks.map { json($0) }),
                "effects": .array(activity.effects.map { json($0) }),
                "overrides": .array(activity.overrides.map { json($0) }),
            ]
        })
}

func json(_ activity: ActivityRequirement, _ scenario: Scenario) -> JSONValue {
    let head: JSONValue = [
        "campaign": .string(activity.activity.campaign.name),
        "activity": .string(activity.activity.activity.name),
    ]
    switch activity.kind {
    case .perInterval(let need):
        let alone = need.scheduledPerInterval.map { ["scheduledPerInterval": JSONValue(integers: $0)] }
        let cheapest = need.scheduledCheapest.map { ["scheduledCheapest": JSONValue(integers: $0)] }
        return head.with([
            "kind": "perInterval", "positions": JSONValue(integers: need.positions),
            "scheduled": JSONValue(integers: need.scheduled),
            "offeredLoad": JSONValue(numbers: need.offeredLoad),
            "sizedLoad": JSONValue(numbers: need.sizedLoad),
            "binding": .array(need.binding.map { .string($0.rawValue) }),
            "serviceAround": JSONValue(numbers: need.serviceAround),
        ]).with(alone ?? [:]).with(cheapest ?? [:])
    case .workload(let loads):
        return head.with([
            "kind": "workload",
            "workloads": .array(
                loads.map {
                    [
                        "from": .string(scenario.horizon.date(ofDay: $0.days.lowerBound).iso8601),
                        "through": .string(scenario.horizon.date(ofDay: $0.days.upperBound).iso8601),
                        "hours": JSONValue($0.hours),
                        "permittedIntervals": .integer($0.permitted.count { $0 }),
                        "leastAgents": .integer($0.agentsAtOnce.lowerBound),
                        "mostAgents": .integer($0.agentsAtOnce.upperBound),
                        "contacts": JSONValue($0.contacts), "sales": JSONValue($0.sales),
                    ]
                }),
        ])
    }
}

func json(_ shared: SharedRequirement) -> JSONValue {
    let origin: JSONValue =
        switch shared.origin {
        case .apart: ["kind": "apart"]
        case .stopped: ["kind": "stopped"]
        case .skillsMissing: ["kind": "skillsMissing"]
        case .simulated(let share): ["kind": "simulated", "share": JSONValue(share)]
        }
    return [
        "campaign": .string(shared.campaign.name),
        "activities": .array(shared.lines.map { .string($0.name) }),
        "pooled": JSONValue(integers: shared.pooled), "apart": JSONValue(integers: shared.apart),
        "positions": JSONValue(integers: shared.positions),
        "scheduled": JSONValue(integers: shared.scheduled), "origin": origin,
    ]
}
