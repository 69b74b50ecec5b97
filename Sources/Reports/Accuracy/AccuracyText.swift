import Workforce

/// Errors by distance for days and slots, the worst days with their likely cause, and what each
/// measure means.
public func accuracyText(_ report: AccuracyReport, language l: Language, colour: Bool = false) -> String {
    let tables = [dayAccuracyTable(report, l), slotAccuracyTable(report, l), worstDayTable(report.worst, l)]
    let gains = report.day.compactMap { l.gain($0) }.prefix(1)
    let measured = !report.day.isEmpty || !report.slot.isEmpty
    let notes = gains + (measured ? l.accuracyLegend : [])
    let blocks = tables.map { $0.text(l, colour: colour) } + [notes.map { "  " + $0 + "\n" }.joined()]
    let text = joinBlocks(blocks)
    return text.isEmpty ? l.nothingJudged + "\n" : text
}

extension Language {
    public var nothingJudged: String {
        self(
            "The history is too short to judge past forecasts.",
            "L’historique est trop court pour juger des prévisions passées.")
    }
}

func dayAccuracyTable(_ report: AccuracyReport, _ l: Language) -> TextTable {
    accuracyTable(l("Accuracy by day", "Précision par jour"), report.day, l)
}

func slotAccuracyTable(_ report: AccuracyReport, _ l: Language) -> TextTable {
    accuracyTable(l("Accuracy by slot", "Précision par créneau"), report.slot, l)
}

private func accuracyTable(_ title: String, _ rows: [HorizonAccuracy], _ l: Language) -> TextTable {
    let inside = l("in ", "dans ")
    var table = TextTable(
        title,
        columns: [
            .text(l("Ahead", "Échéance")), .number(l("Judged", "Jugées")), .number(l("WAPE", "WAPE")),
            .number(l("Week before", "Semaine préc.")), .number(l("Mean of 8", "Moy. de 8")),
            .number(l("MASE", "MASE")), .number(l("RMSE", "RMSE")), .number(l("Bias", "Biais")),
            .number(l("wQL", "wQL")), .number(inside + l.probability(0.8)),
            .number(inside + l.probability(0.95)),
        ])
    for row in rows {
        let worse = row.betterRival.map { row.wape > $0.wape } ?? false
        table.add([
            .init(l.name(leads: row.leads)), .init(l.number(row.count)),
            .init(l.percent(row.wape), worse ? .caution : .plain),
            .init(l.percent(row.naiveWAPE)), .init(l.percent(row.meanOfEightWAPE)),
            .init(l.number(row.mase ?? .nan, decimals: 2)), .init(l.number(row.rmse, decimals: 1)),
            .init(l.signedPercent(row.bias, decimals: 1)), .init(l.percent(row.quantileLoss)),
            .init(l.percent(row.coverage80)), .init(l.percent(row.coverage95)),
        ])
    }
    return table
}

/// The days whose forecast was furthest off, one line each.
func worstDayTable(_ days: [JudgedDay], _ l: Language) -> TextTable {
    var table = TextTable(
        l("Worst days", "Plus gros écarts"),
        columns: [
            .text(l("Day", "Jour")), .text(l("Ahead", "Échéance")), .number(l("Forecast", "Prévu")),
            .number(l("Actual", "Réel")), .number(l("Actual vs forecast", "Réel / prévu")),
            .text(l("Band", "Fourchette")), .text(l("Likely cause", "Cause probable")),
        ])
    for day in days {
        table.add([
            .init(l.longDate(day.date)), .init(l.name(leads: day.lead...day.lead)),
            .init(l.number(day.mean)), .init(l.number(day.actual)), .init(l.signedPercent(day.deviation)),
            .init(l.place(day), day.isOutside95 ? .bad : .plain), .init(l.phrase(day.cause)),
        ])
    }
    return table
}
