import Workforce

/// What came until now, and the rest of the day as forecast before and now.
public func intradayText(_ update: IntradayUpdate, language l: Language, colour: Bool = false) -> String {
    let heading =
        l.longDate(update.date) + l(", as of ", ", à ") + "\(update.asOf)\n  "
        + l.sentence(l.phrase(update)) + ".\n"
    let nothing = l.nothingToCome(update).map { "  \($0)\n" }
    return joinBlocks([
        nothing.map { heading + $0 } ?? heading,
        nothing == nil ? remainingSlotTable(update, l).text(l, colour: colour) : "",
    ])
}

/// The same for several activities: all of them in one table, then each.
public func intradayText(
    _ updates: [(name: String, update: IntradayUpdate)], language l: Language, colour: Bool = false
) -> String {
    if updates.isEmpty {
        return l("No activity to forecast again.", "Aucune activité à prévoir à nouveau.") + "\n"
    }
    let each = updates.map { entry in
        paint(singleLine(entry.name), .strong, colour) + "\n"
            + intradayText(entry.update, language: l, colour: colour)
    }
    let all = updates.count > 1 ? [activityTable(updates, l).text(l, colour: colour)] : []
    return joinBlocks(all + each)
}

/// One row an activity: until now, and the whole day.
private func activityTable(
    _ updates: [(name: String, update: IntradayUpdate)], _ l: Language
) -> TextTable {
    var table = TextTable(
        l("The day by activity", "La journée par activité"),
        columns: [
            .text(l("Activity", "Activité")), .text(l("As of", "À")), .number(l("So far", "Reçus")),
            .number(l("Forecast", "Prévus")), .number(l("Deviation", "Écart")),
            .number(l("Day before", "Jour, avant")), .number(l("Day now", "Jour, à présent")),
        ] + l.boundColumns())
    for (name, update) in updates {
        var cells: [TextTable.Cell] = [
            .init(name), .init("\(update.asOf)"), .init(l.number(update.soFar)),
            .init(l.number(update.expectedSoFar)), .init(l.signedPercent(update.deviation)),
            .init(l.number(update.dayBefore)), .init(l.number(update.day)),
        ]
        for share in namedShares { cells += l.cells(update.dayBands.bounds(share, at: 0)) }
        table.add(cells)
    }
    return table
}

/// Slots with contacts still to come; in the last row the whole day, with what came.
private func remainingSlotTable(_ update: IntradayUpdate, _ l: Language) -> TextTable {
    var table = TextTable(
        l("Rest of the day", "Reste de la journée"),
        columns: [
            .text(l("Time", "Horaire")), .number(l("Before", "Avant")), .number(l("Now", "À présent")),
        ] + l.boundColumns())
    for (position, mean) in update.mean.enumerated() {
        let before = update.before.element(position) ?? .nan
        guard mean > 0 || before > 0 else { continue }
        var cells: [TextTable.Cell] = [
            .init(l.range(update.hours(ofSlot: position))), .init(l.number(before, decimals: 1)),
            .init(l.number(mean, decimals: 1)),
        ]
        for share in namedShares { cells += l.cells(update.bands.bounds(share, at: position)) }
        table.add(cells)
    }
    var day: [TextTable.Cell] = [
        .init(l("Whole day", "Journée entière"), .strong), .init(l.number(update.dayBefore)),
        .init(l.number(update.day)),
    ]
    for share in namedShares { day += l.cells(update.dayBands.bounds(share, at: 0)) }
    table.total = day
    return table
}
