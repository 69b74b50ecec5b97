import Workforce

func json(_ remark: ForecastRemark) -> JSONValue {
    func dates(_ dates: [CivilDate]) -> JSONValue { .array(dates.map { .string($0.iso8601) }) }
    return switch remark {
    case .missingDays(let days): ["kind": "missingDays", "dates": dates(days)]
    case .missingIntervals(let count, let days):
        ["kind": "missingIntervals", "intervals": .integer(count), "dates": dates(days)]
    case .closedDays(let days): ["kind": "closedDays", "dates": dates(days)]
    case .outages(let outages):
        [
            "kind": "outages",
            "outages": .array(
                outages.map {
                    [
                        "date": .string($0.date.iso8601), "from": .string("\($0.hours.start)"),
                        "until": .string("\($0.hours.end)"), "missed": JSONValue($0.missed),
                    ]
                }),
        ]
    case .partialLastDay(let date, let until):
        ["kind": "partialLastDay", "date": .string(date.iso8601), "until": .string("\(until)")]
    case .openingHoursChanged(let weekdays, let from, let before, let after):
        [
            "kind": "openingHoursChanged", "weekdays": json(weekdays),
            "from": .string(from.iso8601), "before": json(before), "after": json(after),
        ]
    case .levelChanged(let from, let factor):
        ["kind": "levelChanged", "from": .string(from.iso8601), "factor": JSONValue(factor)]
    case .weekdaysAssumed(let weekdays): ["kind": "weekdaysAssumed", "weekdays": json(weekdays)]
    case .outlierDays(let days): ["kind": "outlierDays", "dates": dates(days)]
    case .shortHistory(let days): ["kind": "shortHistory", "days": .integer(days)]
    case .openHoursWithoutHistory(let intervals):
        ["kind": "openHoursWithoutHistory", "intervals": .integer(intervals)]
    case .learningCurve(let first, let last):
        ["kind": "learningCurve", "first": JSONValue(first), "last": JSONValue(last)]
    case .widenedBands(let reason): JSONValue.object(["kind": "widenedBands"]).with(json(reason))
    }
}

/// 1 = Monday … 7 = Sunday.
private func json(_ weekdays: [Weekday]) -> JSONValue { .array(weekdays.map { .integer($0.rawValue + 1) }) }

func json(_ range: ClockRange?) -> JSONValue {
    range.map { ["from": .string("\($0.start)"), "until": .string("\($0.end)")] } ?? .null
}

private func json(_ reason: WideningReason) -> [String: JSONValue] {
    switch reason {
    case .fewTrials(let trials): ["reason": "fewTrials", "trials": .integer(trials)]
    case .analogy(let key):
        ["reason": "analogy", "campaign": .string(key.campaign.name), "activity": .string(key.activity.name)]
    case .statedVolume: ["reason": "statedVolume"]
    case .unseenCauses(let causes):
        ["reason": "unseenCauses", "causes": .array(causes.map { .string(code($0)) })]
    case .beyondTrials(let days): ["reason": "beyondTrials", "days": .integer(days)]
    }
}

/// A stable name for programs.
func code(_ cause: DayCause) -> String {
    switch cause {
    case .holiday(let holiday): "holiday.\(holiday.rawValue)"
    case .otherHoliday(let name): "holiday:\(name)"
    case .holidayEve: "holidayEve"
    case .holidayMorrow: "holidayMorrow"
    case .bridge: "bridge"
    case .schoolHolidays(let zone): "schoolHolidays.\(zone)"
    case .event(let name): "event:\(name)"
    }
}
