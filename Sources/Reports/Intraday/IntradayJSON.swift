import Workforce

/// `plateau.forecast-intraday.v1`: contacts until now, and the slots still to come.
public func intradayJSON(_ update: IntradayUpdate) -> String {
    json(update).with(["schema": .string(schema)]).text
}

/// The same for several activities: one object each, with its `name`, in `activities`.
public func intradayJSON(_ updates: [(name: String, update: IntradayUpdate)]) -> String {
    let activities = updates.map { json($0.update).with(["name": .string($0.name)]) }
    return JSONValue.object(["schema": .string(schema), "activities": .array(activities)]).text
}

private let schema = "plateau.forecast-intraday.v1"

private func json(_ update: IntradayUpdate) -> JSONValue {
    let rows = update.mean.indices.map { position -> JSONValue in
        var row = update.bands.members(at: position)
        row["start"] = .string(update.start(ofSlot: position))
        row["before"] = JSONValue(update.before.element(position))
        row["mean"] = JSONValue(update.mean[position])
        return .object(row)
    }
    var day = update.dayBands.members(at: 0)
    day["before"] = JSONValue(update.dayBefore)
    day["mean"] = JSONValue(update.day)
    return [
        "date": .string(update.date.iso8601), "asOf": .string("\(update.asOf)"),
        "soFar": JSONValue(update.soFar), "expectedSoFar": JSONValue(update.expectedSoFar),
        "carriedOver": JSONValue(update.carriedOver), "intervalMinutes": .integer(update.slotMinutes),
        "rows": .array(rows), "day": .object(day),
    ]
}
