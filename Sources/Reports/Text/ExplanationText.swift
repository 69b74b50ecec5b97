import Workforce

/// How the agents of intervals came about, step by step, each formula with its source.
public func explanationText(
    _ explanations: [SizingExplanation], scenario: Scenario, language l: Language, colour: Bool = false
) -> String {
    joinBlocks(
        explanations.map { one in
            facts(one, scenario, l).text(l, colour: colour) + targets(one, l).text(l, colour: colour)
        })
}

private func facts(_ one: SizingExplanation, _ scenario: Scenario, _ l: Language) -> TextTable {
    let horizon = scenario.horizon
    let start = horizon.clock(of: one.interval)
    let range = ClockRange(start, ClockTime(minute: start.minute + horizon.intervalMinutes))
    var table = TextTable(
        "\(scenario.name(one.activity))\(l.colon)\(l.longDate(horizon.date(of: one.interval))), \(l.range(range))",
        columns: [.text(""), .number(""), .text("")])
    func row(_ name: String, _ value: String, _ how: String = "") {
        table.add([.init(name), .init(value), .init(how)])
    }
    if !one.isOpen { row(l("Closed", "Fermé"), "", l("nobody is needed", "personne n’est requis")) }
    row(
        l("Contacts expected", "Contacts attendus"), l.number(one.contacts, decimals: 1),
        one.forecastMethod.map { l.name($0) } ?? l("no forecast", "aucune prévision"))
    row(
        l("Handle time", "Durée de traitement"),
        l.number(one.handleSeconds, decimals: 1) + Language.noBreakSpace + "s")
    row(
        l("Offered load", "Charge offerte"), l.number(one.offeredLoad, decimals: 2),
        l.offeredLoad(one.formula))
    row(l("Load staffed for", "Charge dimensionnée"), l.number(one.sizedLoad, decimals: 2), l.name(one.load))
    row(l("Formula", "Formule"), l.name(one.formula), l.formula(one.formula))
    if one.redialShare > 0 {
        row(
            l("Redials", "Rappels"), l.percent(one.redialShare),
            l("of those who hang up call again", "de ceux qui raccrochent rappellent"))
    }
    row(
        l("Uncertainty of the day", "Incertitude du jour"), l.percent(one.rateVariation),
        one.rateVariation > 0
            ? l(
                "coefficient of variation of the volume, gamma (Whitt 1999; Jongbloed & Koole 2001)",
                "coefficient de variation du volume, loi gamma (Whitt 1999 ; Jongbloed & Koole 2001)")
            : l("sized for the volume expected", "dimensionné au volume attendu"))
    row(
        l("Agents on the line", "Téléconseillers en ligne"), l.number(one.positions),
        l("decided by: ", "décidé par : ") + l.name(one.binding))
    row(
        l("After shrinkage", "Après absences"), l.number(one.beforeRounding, decimals: 2),
        "\(l.number(one.positions)) / ((1 − \(l.percent(one.shrinkage.external)))"
            + " × (1 − \(l.percent(one.shrinkage.internal))))")
    row(
        l("Agents to schedule", "Téléconseillers à planifier"), l.number(one.scheduled),
        one.scheduledPerInterval.map { l.alone($0) } ?? l("rounded up once", "arrondi une fois au-dessus"))
    if let shared = one.shared {
        let names = shared.lines.map { scenario.name(ActivityKey(one.activity.campaign, $0)) }
            .joined(separator: ", ")
        row(
            l("Shared agents on the line", "Communs, en ligne"), l.number(shared.positions),
            names + l.colon + l("one queue for all ", "une seule file ") + l.number(shared.pooled)
                + l(", separate lines ", ", lignes séparées ") + l.number(shared.apart))
        row(
            l("Shared agents to schedule", "Communs, à planifier"), l.number(shared.scheduled),
            l("instead of each line's own", "à la place de ceux de chaque ligne"))
    }
    return table
}

private func targets(_ one: SizingExplanation, _ l: Language) -> TextTable {
    var table = TextTable(columns: [
        .text(l("Target", "Objectif")), .number(l("asked", "demandé")),
        .number(l("with ", "avec ") + l.number(one.positions)),
        .number(l("with ", "avec ") + (one.serviceOneFewer.map { l.number($0.agents) } ?? l.missing)),
        .text(""),
    ])
    for target in one.targets {
        let judgement =
            target.binds
            ? l("decides: one fewer misses it", "décide : un de moins le manque")
            : target.isMet ? "" : l("missed", "manqué")
        table.add([
            .init(l.name(target.kind, of: one.target)), .init(l.limit(target)),
            .init(l.value(target.value, of: target.kind)),
            .init(one.serviceOneFewer == nil ? l.missing : l.value(target.valueOneFewer, of: target.kind)),
            .init(judgement),
        ])
    }
    return table
}
