import Workforce

/// One row a slot (a day for daily histories): `start,mean,low80,high80,low95,high95`.
///
/// For machines: comma, decimal point and ISO dates in every language.
public func historyForecastCSV(_ forecast: HistoryForecast) -> [UInt8] {
    var text = "start,mean"
    for band in forecast.bands {
        let share = Int((band.probability * 100).rounded())
        text += ",low\(share),high\(share)"
    }
    text += "\n"
    for slot in forecast.mean.indices {
        text += forecast.start(ofSlot: slot) + ",\(forecast.mean[slot])"
        for band in forecast.bands { text += ",\(band.low[slot]),\(band.high[slot])" }
        text += "\n"
    }
    return Array(text.utf8)
}

/// `plateau.forecast-history.v1`: the same rows, with accuracy.
public func historyForecastJSON(_ forecast: HistoryForecast) -> String {
    let rows = forecast.mean.indices.map { slot -> JSONValue in
        var row: [String: JSONValue] = [
            "start": .string(forecast.start(ofSlot: slot)), "mean": JSONValue(forecast.mean[slot]),
        ]
        for band in forecast.bands {
            let share = Int((band.probability * 100).rounded())
            row["low\(share)"] = JSONValue(band.low[slot])
            row["high\(share)"] = JSONValue(band.high[slot])
        }
        return .object(row)
    }
    var members: [String: JSONValue] = [
        "schema": "plateau.forecast-history.v1", "intervalMinutes": .integer(forecast.slotMinutes),
        "rows": .array(rows),
    ]
    if let accuracy = forecast.accuracy {
        members["accuracy"] = .object([
            "origins": .integer(accuracy.origins), "dailyWAPE": JSONValue(accuracy.dailyWAPE),
            "slotWAPE": JSONValue(accuracy.slotWAPE), "bias": JSONValue(accuracy.bias),
        ])
    }
    return JSONValue.object(members).text
}

/// The days to come with their bands, the accuracy in backtest and what was noticed.
public func historyForecastText(
    _ forecast: HistoryForecast, language l: Language, colour: Bool = false
) -> String {
    var table = TextTable(
        l("Forecast", "Prévision"),
        columns: [.text(l("Day", "Jour")), .number(l("Contacts", "Contacts"))]
            + forecast.dailyBands.flatMap { band -> [TextTable.Column] in
                let share = l.percent(band.probability, decimals: 0)
                return [.number(l("low ", "bas ") + share), .number(l("high ", "haut ") + share)]
            })
    for (day, mean) in forecast.dailyMean.enumerated() where mean > 0 {
        var cells: [TextTable.Cell] = [
            .init(l.date(forecast.firstDay + day)), .init(l.number(mean, decimals: 0)),
        ]
        for band in forecast.dailyBands {
            cells.append(.init(l.number(band.low[day], decimals: 0)))
            cells.append(.init(l.number(band.high[day], decimals: 0)))
        }
        table.add(cells)
    }
    table.total = [
        .init(l("Total", "Total"), .strong), .init(l.number(forecast.dailyMean.reduce(0, +), decimals: 0)),
    ]
    let notes =
        (forecast.accuracy.map { [l.sentence(l.phrase($0))] } ?? [])
        + forecast.remarks.map { l.sentence(l.phrase($0)) }
    return table.text(l, colour: colour) + notes.map { "  " + $0 + "\n" }.joined()
}

extension HistoryForecast {
    /// `2026-11-23` for daily slots, else `2026-11-23 08:30`.
    func start(ofSlot slot: Int) -> String {
        let perDay = max(1, 1440 / max(1, slotMinutes))
        let date = (firstDay + slot / perDay).iso8601
        return perDay == 1 ? date : "\(date) \(ClockTime(minute: slot % perDay * slotMinutes))"
    }
}
