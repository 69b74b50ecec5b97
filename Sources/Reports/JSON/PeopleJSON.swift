import Workforce

func json(_ staffing: Staffing?, _ scenario: Scenario) -> JSONValue {
    guard let staffing else { return .null }
    return [
        "posts": .array(
            staffing.posts.map {
                [
                    "agent": .string($0.agent.name), "campaign": .string($0.campaign.name),
                    "weekOf": monday($0.week, scenario), "needsTraining": .bool($0.needsTraining),
                ]
            }),
        "shortages": .array(
            staffing.shortages.map {
                [
                    "campaign": .string($0.campaign.name), "weekOf": monday($0.week, scenario),
                    "hours": JSONValue($0.hours),
                ]
            }),
        "optimality": json(staffing.optimality),
    ]
}

func json(_ pool: PoolWeek, _ scenario: Scenario) -> JSONValue {
    [
        "campaign": .string(pool.campaign.name), "weekOf": monday(pool.week, scenario),
        "tours": .array(
            pool.tours.map {
                json($0.tour, scenario, week: pool.week).with(["count": .integer($0.count)])
            }),
        "optimality": json(pool.optimality),
    ]
}

func json(_ range: HeadcountRange, _ scenario: Scenario) -> JSONValue {
    [
        "campaign": .string(range.campaign.name), "contract": .string(range.contract.name),
        "weekOf": monday(range.week, scenario), "people": .integer(range.chosen),
        "cost": JSONValue(range.cost.euros), "least": .integer(range.least),
        "most": range.most.map { .integer($0) } ?? .null, "tolerance": JSONValue(range.tolerance),
    ]
}

func json(_ tour: Tour, _ scenario: Scenario, week: Int) -> JSONValue {
    [
        "contract": .string(tour.contract.name), "paidMinutes": .integer(tour.paidMinutes),
        "shifts": .array(
            tour.shifts.enumerated().compactMap { weekday, shift in
                shift.map { json($0, scenario.horizon.date(ofDay: week * 7 + weekday)) }
            }),
    ]
}

func json(_ shift: Shift, _ date: CivilDate) -> JSONValue {
    [
        "date": .string(date.iso8601), "start": .string(shift.range.start.description),
        "end": .string(shift.range.end.description), "paidMinutes": .integer(shift.paidMinutes),
        "breaks": .array(
            shift.breaks.map {
                [
                    "kind": .string($0.kind.rawValue), "start": .string($0.range.start.description),
                    "end": .string($0.range.end.description), "isPaid": .bool($0.isPaid),
                ]
            }),
    ]
}

/// Shifts that are worked; struck days are absent without a reason.
func json(_ roster: Roster?, _ scenario: Scenario) -> JSONValue {
    guard let roster else { return .null }
    return
        ([
            "lines": .array(
                roster.lines.map { line in
                    [
                        "agent": .string(line.agent.name), "campaign": .string(line.campaign.name),
                        "weekOf": monday(line.week, scenario),
                        "contract": JSONValue(line.tour?.contract.name),
                        "shifts": .array(
                            (0..<7).compactMap { weekday in
                                line.shift(on: weekday).map {
                                    json($0, scenario.horizon.date(ofDay: line.week * 7 + weekday))
                                }
                            }),
                    ]
                }),
            "unfilled": .array(
                roster.unfilled.map {
                    json($0.tour, scenario, week: $0.week).with([
                        "campaign": .string($0.campaign.name), "weekOf": monday($0.week, scenario),
                    ])
                }),
            "optimality": json(roster.optimality),
        ] as JSONValue).with(roster.loans, scenario)
}

func json(_ teams: TeamPlan?) -> JSONValue {
    guard let teams else { return .null }
    return [
        "teams": .array(
            teams.teams.map {
                [
                    "supervisor": .string($0.supervisor.name), "campaign": .string($0.campaign.name),
                    "agents": .array($0.agents.map { .string($0.name) }),
                    "overlapShare": JSONValue($0.overlapShare),
                ]
            }),
        "unassigned": .array(teams.unassigned.map { .string($0.name) }),
        "optimality": json(teams.optimality, unit: "agentMinutes"),
    ]
}

func json(_ training: TrainingPlan?, _ scenario: Scenario) -> JSONValue {
    guard let training else { return .null }
    return [
        "sessions": .array(
            training.sessions.map {
                [
                    "campaign": .string($0.campaign.name), "number": .integer($0.number),
                    "date": .string(scenario.horizon.date(ofDay: $0.day).iso8601),
                    "start": .string($0.range.start.description), "end": .string($0.range.end.description),
                    "trainer": .string($0.trainer.name), "room": .string($0.room.name),
                    "agents": .array($0.agents.map { .string($0.name) }),
                ]
            }),
        "unplaced": .array(
            training.unplaced.map {
                ["agent": .string($0.agent.name), "campaign": .string($0.campaign.name)]
            }),
        "optimality": json(training.optimality, unit: "agentMinutes"),
    ]
}

func monday(_ week: Int, _ scenario: Scenario) -> JSONValue {
    .string(scenario.horizon.date(ofDay: week * 7).iso8601)
}
