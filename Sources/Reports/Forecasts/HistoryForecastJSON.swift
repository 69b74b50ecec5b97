import Workforce

/// `plateau.forecast-history.v1`: one row a slot as in the CSV, with days, weeks, quantiles, what
/// moved the figures, and accuracy; handle times in seconds.
public func historyForecastJSON(_ forecast: HistoryForecast) -> String {
    json(forecast).with(["schema": "plateau.forecast-history.v1"]).text
}

func json(_ forecast: HistoryForecast) -> JSONValue {
    let rows = forecast.mean.indices.map { slot -> JSONValue in
        var row = forecast.bands.members(at: slot)
        row["start"] = .string(forecast.start(ofSlot: slot))
        row["mean"] = JSONValue(forecast.mean[slot])
        if let seconds = forecast.handleSeconds.element(slot), seconds > 0 {
            row["handleTime"] = JSONValue(seconds)
        }
        return .object(row)
    }
    var members: [String: JSONValue] = [
        "intervalMinutes": .integer(forecast.slotMinutes),
        "rows": .array(rows), "days": .array(days(forecast)),
        "weeks": .array(forecast.weeks.map { json($0) }),
        "quantiles": .array(
            forecast.quantiles.map {
                [
                    "level": JSONValue($0.level), "rows": JSONValue(numbers: $0.slots),
                    "days": JSONValue(numbers: $0.days),
                ]
            }),
        "effects": .array(forecast.effects.map { json($0) }),
        "overrides": .array(forecast.overrides.map { json($0) }),
        "remarks": .array(forecast.remarks.map { json($0) }),
    ]
    if let accuracy = forecast.accuracy { members["accuracy"] = json(accuracy) }
    if let report = forecast.report { members["report"] = json(report) }
    return .object(members)
}

private func days(_ forecast: HistoryForecast) -> [JSONValue] {
    forecast.dailyMean.enumerated().map { day, mean in
        var row = forecast.dailyBands.members(at: day)
        row["date"] = .string((forecast.firstDay + day).iso8601)
        row["mean"] = JSONValue(mean)
        if let seconds = forecast.handleSeconds(ofDay: day) { row["handleTime"] = JSONValue(seconds) }
        return .object(row)
    }
}

private func json(_ week: WeekForecast) -> JSONValue {
    let row: JSONValue = [
        "week": .string(week.monday.iso8601), "days": .integer(week.days), "mean": JSONValue(week.mean),
        "low80": JSONValue(week.low80), "high80": JSONValue(week.high80),
        "low95": JSONValue(week.low95), "high95": JSONValue(week.high95),
    ]
    return week.handleSeconds.map { row.with(["handleTime": JSONValue($0)]) } ?? row
}

func json(_ accuracy: ForecastAccuracy) -> JSONValue {
    [
        "origins": .integer(accuracy.origins), "dailyWAPE": JSONValue(accuracy.dailyWAPE),
        "slotWAPE": JSONValue(accuracy.slotWAPE), "bias": JSONValue(accuracy.bias),
    ]
}
