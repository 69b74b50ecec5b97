import Workforce

extension JSONValue {
    /// The document with the loans of its schedule; unchanged where campaigns do not share agents.
    func with(loansOf schedule: Schedule, _ scenario: Scenario) -> JSONValue {
        guard !schedule.shared.isEmpty else { return self }
        return with([
            "loans": .array(
                schedule.loans.map {
                    [
                        "lender": .string($0.lender.name), "borrower": .string($0.borrower.name),
                        "date": .string(scenario.horizon.date(ofDay: $0.day).iso8601),
                        "start": .string($0.range.start.description),
                        "end": .string($0.range.end.description), "agents": .integer($0.agents),
                    ]
                }),
            "sharedWeeks": .array(
                schedule.shared.map {
                    [
                        "weekOf": monday($0.week, scenario),
                        "campaigns": .array($0.campaigns.map { .string($0.name) }),
                        "apartCost": JSONValue($0.apartCost), "optimality": json($0.optimality),
                    ]
                }),
        ])
    }

    /// The roster with who is lent when; unchanged where nobody is.
    func with(_ loans: [AgentLoan], _ scenario: Scenario) -> JSONValue {
        guard !loans.isEmpty else { return self }
        return with([
            "loans": .array(
                loans.map {
                    [
                        "agent": .string($0.agent.name), "borrower": .string($0.borrower.name),
                        "date": .string(scenario.horizon.date(ofDay: $0.day).iso8601),
                        "start": .string($0.range.start.description),
                        "end": .string($0.range.end.description),
                    ]
                })
        ])
    }
}
