import Workforce

/// The needs placed together with the tours; nothing where none were.
func placedNeedsJSON(_ schedule: Schedule, _ scenario: Scenario) -> [String: JSONValue] {
    guard !schedule.placed.isEmpty else { return [:] }
    return [
        "placedNeeds": .array(
            schedule.placed.map { week in
                [
                    "campaign": .string(week.campaign.name), "weekOf": monday(week.week, scenario),
                    "period": .string(week.period.rawValue),
                    "perInterval": week.perInterval.map(json) ?? .null, "cheapest": json(week.cheapest),
                    "placed": json(week.placed), "optimality": json(week.optimality),
                    "activities": .array(
                        week.lines.map {
                            [
                                "activity": .string($0.activity.activity.name),
                                "positions": JSONValue(integers: $0.positions),
                            ]
                        }),
                ]
            })
    ]
}

private func json(_ outcome: PlacedNeeds.Outcome) -> JSONValue {
    [
        "hours": JSONValue(outcome.hours), "missingHours": JSONValue(outcome.missingHours),
        "cost": JSONValue(outcome.cost),
    ]
}
