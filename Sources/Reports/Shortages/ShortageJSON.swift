import Workforce

/// `agentHours` in hours, money in units of currency, times `08:30`; `reason.kind` is the case of
/// `ShortageReason`, its values beside it.
func json(_ shortage: ScheduleShortage, _ scenario: Scenario) -> JSONValue {
    [
        "campaign": .string(shortage.campaign.name), "week": .integer(shortage.week),
        "date": .string(scenario.horizon.date(ofDay: shortage.day).iso8601),
        "from": .string(shortage.range.start.description),
        "until": .string(shortage.range.end.description), "leastMissing": .integer(shortage.least),
        "mostMissing": .integer(shortage.most), "agentHours": JSONValue(shortage.hours),
        "cost": JSONValue(shortage.cost.euros), "reason": json(shortage.reason),
        "remedies": .array(shortage.remedies.map(json)),
    ]
}

func json(_ reason: ShortageReason) -> JSONValue {
    switch reason {
    case .nobody: ["kind": "nobody"]
    case .closed: ["kind": "closed"]
    case .weekday: ["kind": "weekday"]
    case .away: ["kind": "away"]
    case .training: ["kind": "training"]
    case .window(let hours):
        [
            "kind": "window", "from": .string(hours.start.description),
            "until": .string(hours.end.description),
        ]
    case .noShift(let rule): ["kind": "noShift", "rule": JSONValue(rule?.rawValue)]
    case .everyoneWorks(let agents): ["kind": "everyoneWorks", "agents": .integer(agents)]
    case .rule(let rule): ["kind": "rule", "rule": .string(rule.rawValue)]
    case .dayFull(let agents): ["kind": "dayFull", "agents": .integer(agents)]
    case .hours(let missing, let surplus):
        ["kind": "hours", "weekMissingHours": JSONValue(missing), "weekSurplusHours": JSONValue(surplus)]
    case .headcount: ["kind": "headcount"]
    case .choice(let added): ["kind": "choice", "addedCost": JSONValue(added.euros)]
    case .search: ["kind": "search"]
    case .unproved(let gap): ["kind": "unproved", "gap": JSONValue(gap.euros)]
    }
}

private func json(_ remedy: ShortageRemedy) -> JSONValue {
    [
        "change": json(remedy.change), "agentHours": JSONValue(remedy.hours),
        "weekAgentHoursBefore": JSONValue(remedy.weekHoursBefore),
        "weekAgentHours": JSONValue(remedy.weekHours), "saving": JSONValue(remedy.saving.euros),
        "pay": JSONValue(remedy.pay?.euros),
    ]
}

private func json(_ change: ShortageRemedy.Change) -> JSONValue {
    func of(_ kind: JSONValue, _ id: Identifier<EmploymentContract>) -> JSONValue {
        ["kind": kind, "contract": .string(id.name)]
    }
    return switch change {
    case .workUntil(let id, let end): of("workUntil", id).with(["until": .string(end.description)])
    case .workFrom(let id, let start): of("workFrom", id).with(["from": .string(start.description)])
    case .workOn(let id, let day): of("workOn", id).with(["weekday": .integer(day.rawValue + 1)])
    case .lunchWindow(let window):
        [
            "kind": "lunchWindow", "from": .string(window.start.description),
            "until": .string(window.end.description),
        ]
    case .shortestDay(let id, let minutes): of("shortestDay", id).with(["minutes": .integer(minutes)])
    case .startSpread(let id, let minutes): of("startSpread", id).with(["minutes": .integer(minutes)])
    case .daysPerWeek(let id, let most): of("daysPerWeek", id).with(["most": .integer(most)])
    case .moreHours(let id, let minutes): of("moreHours", id).with(["minutes": .integer(minutes)])
    case .oneMore(let id): of("oneMore", id)
    }
}

/// One row a shortage, in order of time within each campaign and week; remedies in words.
public func shortageCSV(
    _ shortages: [ScheduleShortage], scenario: Scenario, language l: Language
) -> [UInt8] {
    var file = DelimitedText(
        l,
        header: [
            l("date", "date"), l("from", "début"), l("until", "fin"), l("campaign", "opération"),
            l("least missing", "manque minimal"), l("most missing", "manque maximal"),
            l("agent-hours", "heures-agents"), l("cost", "coût"), l("reason", "cause"),
            l("remedies", "remèdes"),
        ])
    for one in shortages {
        let remedies = one.remedies.map { l.phrase($0.change, in: scenario) + l.colon + l.phrase($0) }
        file.add([
            .plain(l.fileDate(scenario.horizon.date(ofDay: one.day))),
            .plain(one.range.start.description), .plain(one.range.end.description),
            .text(one.campaign.name), .plain("\(one.least)"), .plain("\(one.most)"),
            .number(one.hours, decimals: 2), .number(one.cost.euros, decimals: 2),
            .text(l.phrase(one)), .text(remedies.joined(separator: " | ")),
        ])
    }
    return Array(file.text.utf8)
}
