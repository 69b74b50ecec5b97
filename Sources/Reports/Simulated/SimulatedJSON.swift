import Workforce

/// The simulated service as one JSON object, `plateau.simulate.v1`: shares between 0 and 1, half
/// widths of 95 % confidence intervals, series per interval of `horizon` (null where no contact came).
public func simulatedJSON(_ service: SimulatedService, scenario: Scenario) -> String {
    document("plateau.simulate.v1", scenario).with([
        "replications": .integer(service.replications), "seed": .string("\(service.seed)"),
        "percentiles": JSONValue(integers: SimulatedPeriod.percentiles),
        "campaigns": .array(
            service.campaigns.map { campaign in
                [
                    "campaign": .string(campaign.campaign.name),
                    "onlineHours": JSONValue(campaign.onlineHours), "occupancy": json(campaign.occupancy),
                    "agents": JSONValue(numbers: campaign.agents),
                ]
            }),
        "activities": .array(service.activities.map { json($0, scenario) }),
        "works": .array(service.works.map { json($0) }),
    ]).text
}

private func json(_ mean: SimulatedMean?) -> JSONValue {
    guard let mean else { return .null }
    return ["mean": JSONValue(mean.value), "halfWidth": JSONValue(mean.halfWidth)]
}

private func json(_ period: SimulatedPeriod) -> JSONValue {
    [
        "contacts": JSONValue(period.contacts), "serviceLevel": json(period.serviceLevel),
        "levels": JSONValue(numbers: period.levels), "meetsTarget": JSONValue(period.meetsTarget),
        "predicted": JSONValue(period.predicted), "abandonment": json(period.abandonment),
        "answerSeconds": json(period.answerSeconds),
    ]
}

private func json(_ activity: SimulatedActivity, _ scenario: Scenario) -> JSONValue {
    let intervals = activity.intervals
    return [
        "campaign": .string(activity.activity.campaign.name),
        "activity": .string(activity.activity.activity.name), "target": JSONValue(activity.target),
        "overall": json(activity.overall), "weeks": .array(activity.weeks.map { json($0) }),
        "days": .array(
            activity.days.enumerated().map { day, period in
                json(period).with(["date": .string(scenario.horizon.date(ofDay: day).iso8601)])
            }),
        "intervals": [
            "contacts": JSONValue(numbers: intervals.map { $0?.contacts }),
            "serviceLevel": JSONValue(numbers: intervals.map { $0?.serviceLevel?.value }),
            "halfWidth": JSONValue(numbers: intervals.map { $0?.serviceLevel?.halfWidth }),
            "predicted": JSONValue(numbers: intervals.map { $0?.predicted }),
            "abandonment": JSONValue(numbers: intervals.map { $0?.abandonment }),
        ],
    ]
}

private func json(_ work: SimulatedWork) -> JSONValue {
    func week(_ week: SimulatedWork.Week) -> JSONValue {
        ["wanted": JSONValue(week.wanted), "done": json(week.done)]
    }
    return [
        "campaign": .string(work.activity.campaign.name),
        "activity": .string(work.activity.activity.name), "weeks": .array(work.weeks.map(week)),
        "overall": week(work.overall), "hours": JSONValue(work.hours), "inTime": json(work.inTime),
        "left": JSONValue(work.left), "sales": JSONValue(work.sales),
    ]
}
