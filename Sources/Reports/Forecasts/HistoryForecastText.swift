import Workforce

/// The days to come with their bands (the weeks, beyond five of them) or that nothing is expected, then what the calendar does,
/// what was corrected, the accuracy in backtest and what was noticed.
public func historyForecastText(
    _ forecast: HistoryForecast, language l: Language, colour: Bool = false
) -> String {
    let isLong = forecast.dailyMean.count > 35 && !forecast.weeks.isEmpty
    let table = isLong ? weekTable(forecast, l) : dayTable(forecast, l)
    return historyForecastText(forecast, table: table, l, colour)
}

/// The same with one row a week, however short the forecast is.
public func historyForecastWeeksText(
    _ forecast: HistoryForecast, language l: Language, colour: Bool = false
) -> String {
    historyForecastText(forecast, table: weekTable(forecast, l), l, colour)
}

private func historyForecastText(
    _ forecast: HistoryForecast, table: TextTable, _ l: Language, _ colour: Bool
) -> String {
    let nothing = l.nothingExpected(of: forecast.dailyMean, from: forecast.firstDay)
    return joinBlocks([
        nothing.map { $0 + "\n" } ?? table.text(l, colour: colour),
        effectTable(forecast.effects, l).text(l, colour: colour),
        overrideTable(forecast.overrides, l).text(l, colour: colour),
        forecastNotes(forecast, l).map { "  " + singleLine($0) + "\n" }.joined(),
    ])
}

/// Accuracy and remarks, a sentence each.
func forecastNotes(_ forecast: HistoryForecast, _ l: Language) -> [String] {
    (forecast.accuracy.map { [l.sentence(l.phrase($0))] } ?? [])
        + forecast.remarks.map { l.sentence(l.phrase($0)) }
}

/// One row a day on which contacts are expected.
func dayTable(_ forecast: HistoryForecast, _ l: Language) -> TextTable {
    let hasHandleTime = forecast.handleSeconds.contains { $0 > 0 }
    let shares = forecast.dailyBands.map(\.probability)
    let quantiles = forecast.quantiles.filter { $0.level.isFinite }
    var table = TextTable(
        l("Forecast", "Prévision"),
        columns: [.text(l("Day", "Jour")), .number(l("Contacts", "Contacts"))] + l.boundColumns(shares)
            + quantiles.map { .number(l("quantile ", "quantile ") + l.probability($0.level)) }
            + (hasHandleTime ? [.number(l("AHT", "DMT"))] : []))
    for (day, mean) in forecast.dailyMean.enumerated() where mean > 0 {
        var cells: [TextTable.Cell] = [.init(l.date(forecast.firstDay + day)), .init(l.number(mean))]
        for share in shares { cells += l.cells(forecast.dailyBands.bounds(share, at: day)) }
        cells += quantiles.map { .init(l.number($0.days.element(day) ?? .nan)) }
        if hasHandleTime { cells.append(.init(l.duration(seconds: forecast.handleSeconds(ofDay: day)))) }
        table.add(cells)
    }
    table.total = total(forecast, l)
    return table
}

/// One row a week; the first and the last may have fewer than seven days.
func weekTable(_ forecast: HistoryForecast, _ l: Language) -> TextTable {
    let hasHandleTime = forecast.weeks.contains { $0.handleSeconds != nil }
    var table = TextTable(
        l("Forecast by week", "Prévision par semaine"),
        columns: [
            .text(l("Week", "Semaine")), .number(l("Days", "Jours")), .number(l("Contacts", "Contacts")),
        ] + l.boundColumns() + (hasHandleTime ? [.number(l("AHT", "DMT"))] : []))
    for week in forecast.weeks {
        var cells: [TextTable.Cell] = [
            .init(l.week(from: week.monday)), .init(l.number(week.days), week.days < 7 ? .faint : .plain),
            .init(l.number(week.mean)),
        ]
        cells += l.cells((week.low80, week.high80)) + l.cells((week.low95, week.high95))
        if hasHandleTime { cells.append(.init(l.duration(seconds: week.handleSeconds))) }
        table.add(cells)
    }
    table.total = total(forecast, l)
    table.total?.insert(.init(l.number(forecast.weeks.reduce(0) { $0 + $1.days })), at: 1)
    return table
}

/// Bounds of single days or weeks do not add up, so that a total has none.
private func total(_ forecast: HistoryForecast, _ l: Language) -> [TextTable.Cell] {
    [.init(l("Total", "Total"), .strong), .init(l.number(forecast.dailyMean.reduce(0, +)))]
}
