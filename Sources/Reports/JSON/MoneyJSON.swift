import Workforce

func json(_ cost: CostEstimate) -> JSONValue {
    [
        "total": JSONValue(cost.total.euros),
        "lines": .array(
            cost.lines.map {
                [
                    "campaign": .string($0.campaign.name), "item": .string($0.item.rawValue),
                    "quantity": JSONValue($0.quantity), "unit": .string($0.unit.rawValue),
                    "unitPrice": JSONValue($0.unitPrice.euros), "amount": JSONValue($0.amount.euros),
                ]
            }),
        "production": .array(
            cost.production.map {
                [
                    "campaign": .string($0.campaign.name), "headcount": JSONValue($0.headcount),
                    "fullTimeEquivalent": JSONValue($0.fullTimeEquivalent),
                    "paidHours": JSONValue($0.paidHours), "effectiveHours": JSONValue($0.effectiveHours),
                    "loggedHours": JSONValue($0.loggedHours), "contacts": JSONValue($0.contacts),
                    "sales": JSONValue($0.sales),
                ]
            }),
    ]
}

func json(_ quote: Quote) -> JSONValue {
    [
        "campaign": .string(quote.campaign.name), "basis": .string(quote.basis.rawValue),
        "quantity": JSONValue(quote.quantity), "unitPrice": JSONValue(quote.unitPrice.euros),
        "setupFee": JSONValue(quote.setupFee.euros), "trainingBilled": JSONValue(quote.trainingBilled.euros),
        "cost": JSONValue(quote.cost.euros), "revenue": JSONValue(quote.revenue.euros),
        "margin": JSONValue(quote.margin.euros), "marginShare": JSONValue(quote.marginShare),
        "markUpShare": JSONValue(quote.markUpShare),
        "pricePerLoggedHour": JSONValue(quote.pricePerLoggedHour?.euros),
        "pricePerContact": JSONValue(quote.pricePerContact?.euros),
        "pricePerSale": JSONValue(quote.pricePerSale?.euros),
    ]
}

func json(_ summary: PlanSummary, _ weights: PlanningWeights) -> JSONValue {
    .array(
        summary.campaigns.flatMap { campaign in
            campaign.weeks.map { week in
                let figures: JSONValue = [
                    "campaign": .string(campaign.campaign.name), "week": .integer(week.week),
                    "requiredHours": JSONValue(week.requiredHours),
                    "coveredHours": JSONValue(week.coveredHours),
                    "presentHours": JSONValue(week.presentHours), "paidHours": JSONValue(week.paidHours),
                    "coveredShare": JSONValue(week.coveredShare), "serviceLevel": JSONValue(week.service),
                    "targetServiceLevel": JSONValue(campaign.target?.serviceLevel),
                    "headcount": .object(
                        Dictionary(
                            week.headcount.map { ($0.contract.name, .integer($0.count)) },
                            uniquingKeysWith: { a, _ in a })),
                ]
                return figures.with(week.flexible.map { json($0, week.shortage(weights)) } ?? [:])
            }
        })
}

/// Shortage, overtime and voluntary time off of a pool: hours, and money as the schedule counts it.
private func json(
    _ flexible: FlexibleHours, _ short: (hours: Double, euros: Double)
) -> [String: JSONValue] {
    [
        "shortage": ["hours": JSONValue(short.hours), "cost": JSONValue(short.euros)],
        "overtime": [
            "hours": JSONValue(Double(flexible.overtimeMinutes) / 60),
            "cost": JSONValue(flexible.overtimeEuros),
        ],
        "voluntaryTimeOff": [
            "hours": JSONValue(Double(flexible.timeOffMinutes) / 60),
            "saved": JSONValue(flexible.timeOffEuros),
        ],
    ]
}

/// A finding as data, with the English sentence beside it for who reads the file.
func json(_ finding: Finding, _ scenario: Scenario) -> JSONValue {
    let head: JSONValue = [
        "severity": .string(finding.severity.rawValue),
        "text": .string(Language.english.phrase(finding, in: scenario)),
    ]
    func date(_ day: Int) -> JSONValue { .string(scenario.horizon.date(ofDay: day).iso8601) }
    switch finding.subject {
    case .rule(let rule, let who, let day, let actual, let limit):
        return head.with([
            "kind": "rule", "rule": .string(rule.rawValue), "who": .string(who), "date": date(day),
            "actual": .integer(actual), "limit": .integer(limit),
        ])
    case .short(let campaign, let day, let range, let worst, let cause):
        return head.with([
            "kind": "short", "campaign": .string(campaign.name), "date": date(day),
            "start": .string(range.start.description), "end": .string(range.end.description),
            "worst": .integer(worst), "cause": .string(cause.rawValue),
        ])
    case .undoneWork(let activity, let week, let hours):
        return head.with([
            "kind": "undoneWork", "campaign": .string(activity.campaign.name),
            "activity": .string(activity.activity.name), "weekOf": monday(week, scenario),
            "hours": JSONValue(hours),
        ])
    case .unfilledTour(let campaign, let week, let tour):
        return head.with([
            "kind": "unfilledTour", "campaign": .string(campaign.name), "weekOf": monday(week, scenario),
            "tour": json(tour, scenario, week: week),
        ])
    case .untrained(let agent, let campaign):
        return head.with([
            "kind": "untrained", "agent": .string(agent.name), "campaign": .string(campaign.name),
        ])
    case .withoutTeam(let agent):
        return head.with(["kind": "withoutTeam", "agent": .string(agent.name)])
    case .mismatch(let figure, let who, let stated, let recomputed):
        return head.with([
            "kind": "mismatch", "figure": .string(figure.rawValue), "who": .string(who),
            "stated": JSONValue(stated), "recomputed": JSONValue(recomputed),
        ])
    }
}
