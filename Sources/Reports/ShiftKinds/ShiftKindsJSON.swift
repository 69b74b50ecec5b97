import Workforce

/// The kinds chosen and what they cost; nothing where any shift is allowed.
func shiftKindsJSON(_ schedule: Schedule) -> [String: JSONValue] {
    guard !schedule.kinds.isEmpty else { return [:] }
    return ["shiftKinds": .array(schedule.kinds.map { json($0, schedule) })]
}

private func json(_ choice: CampaignShiftKinds, _ schedule: Schedule) -> JSONValue {
    let pools = schedule.pools.filter { $0.campaign == choice.campaign }
    return [
        "campaign": .string(choice.campaign.name),
        "limit": choice.limit.map { .integer($0) } ?? .null,
        "unit": "cents",
        "cost": JSONValue(pools.reduce(0) { $0 + $1.optimality.cost }),
        "relaxedCost": JSONValue(choice.relaxedCost),
        "anyKindsBound": JSONValue(choice.anyKindsBound),
        "kept": .array(choice.kinds.map { .string("\($0.start)-\($0.end)") }),
        "used": .array(
            schedule.shiftKinds(of: choice.campaign).map {
                [
                    "start": .string("\($0.range.start)"), "end": .string("\($0.range.end)"),
                    "peopleByWeekday": JSONValue(integers: $0.people),
                ]
            }),
    ]
}
