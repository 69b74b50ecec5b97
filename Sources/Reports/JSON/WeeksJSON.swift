import Workforce

extension JSONValue {
    /// With what a plan decides over several weeks; as it is where nothing is.
    func withWeeks(_ plan: Plan, _ scenario: Scenario) -> JSONValue {
        var members: [String: JSONValue] = [:]
        if let optimality = plan.schedule.acrossWeeks { members["acrossWeeks"] = json(optimality) }
        let accounts = scenario.hoursAccounts(of: plan)
        if !accounts.isEmpty { members["hoursAccounts"] = .array(accounts.map { json($0, scenario) }) }
        let counts = plan.roster.map(scenario.rotationCounts) ?? []
        if !counts.isEmpty { members["weekendRotations"] = .array(counts.map(json)) }
        return members.isEmpty ? self : with(members)
    }
}

private func json(_ account: HoursAccount, _ scenario: Scenario) -> JSONValue {
    [
        "agent": .string(account.agent.name), "contract": .string(account.contract.name),
        "carriedMinutes": .integer(account.carried),
        "balanceMinutes": .integer(account.balance(through: account.weeks.count - 1)),
        "weeks": .array(
            account.weeks.enumerated().compactMap { week, hours in
                hours.map {
                    [
                        "weekOf": monday(week, scenario), "paidMinutes": .integer($0.given),
                        "contractMinutes": .integer($0.owed),
                    ]
                }
            }),
    ]
}

private func json(_ count: RotationCount) -> JSONValue {
    [
        "agent": .string(count.agent.name), "contract": .string(count.contract.name),
        "days": .string(count.rotation.days.rawValue), "atMost": .integer(count.rotation.worked),
        "ofWeeks": .integer(count.rotation.weeks), "worked": .integer(count.worked),
        "mostInThoseWeeks": .integer(count.most),
    ]
}
