import Workforce

/// Named shortages of a schedule: the dearest with their reasons, sums by reason, and remedies
/// where they were sought. Empty when nobody is missing.
///
/// - Parameter limit: shortages shown; the rest is counted.
public func shortageText(
    _ shortages: [ScheduleShortage], scenario: Scenario, language l: Language, colour: Bool = false,
    limit: Int = 12
) -> String {
    guard !shortages.isEmpty else { return "" }
    let dearest = shortages.dearestFirst
    var table = TextTable(
        l("Shortages", "Sous-effectifs"),
        columns: [
            .text(l("Day", "Jour")), .text(l("Hours", "Horaire")), .text(l("Campaign", "Opération")),
            .number(l("Missing", "Manque")), .number(l("Agent-hours", "Heures-agents")),
            .number(l("Cost", "Coût")), .text(l("Why", "Cause")),
        ])
    for one in dearest {
        table.add([
            .init(l.shortDate(scenario.horizon.date(ofDay: one.day))), .init(l.range(one.range)),
            .init(scenario.name(one.campaign)), .init(l.missing(one)),
            .init(l.number(one.hours, decimals: 1)), .init(l.money(one.cost)), .init(l.phrase(one)),
        ])
    }
    table.total = [
        .init(l("Total", "Total"), .strong), "", "", "",
        .init(l.number(shortages.reduce(0) { $0 + $1.hours }, decimals: 1)),
        .init(l.money(shortages.reduce(.zero) { $0 + $1.cost })), .init(sums(shortages, l)),
    ]
    return joinBlocks([
        table.text(l, colour: colour, limit: limit),
        remedies(dearest.filter { !$0.remedies.isEmpty }, scenario, l, colour),
    ])
}

/// Agent-hours by reason, most first.
private func sums(_ shortages: [ScheduleShortage], _ l: Language) -> String {
    var names: [String] = []
    var hours: [String: Double] = [:]
    for one in shortages {
        let name = l.name(one.reason)
        if hours[name] == nil { names.append(name) }
        hours[name, default: 0] += one.hours
    }
    let order = names.indices.sorted { (hours[names[$1]] ?? 0, $0) < (hours[names[$0]] ?? 0, $1) }
    return order.map { names[$0] + " " + l.hours(hours[names[$0]] ?? 0) }.joined(separator: ", ")
}

/// What would lift each, checked by solving the week again.
private func remedies(
    _ shortages: [ScheduleShortage], _ scenario: Scenario, _ l: Language, _ colour: Bool
) -> String {
    guard !shortages.isEmpty else { return "" }
    var out =
        paint(
            l(
                "What would lift them (each change solved again, alone)",
                "Ce qui les lèverait (chaque changement seul, semaine recalculée)"), .strong, colour) + "\n"
    for one in shortages {
        let date = scenario.horizon.date(ofDay: one.day)
        out +=
            "  \(l.shortDate(date)) \(l.range(one.range)) \(singleLine(scenario.name(one.campaign))), "
            + l.hours(one.hours) + "\n"
        for remedy in one.remedies {
            let change = singleLine(l.phrase(remedy.change, in: scenario))
            out += "    " + change + l.colon + l.phrase(remedy) + "\n"
        }
    }
    return out
}

extension Language {
    /// `2`, or `1–3` where it varies.
    fileprivate func missing(_ shortage: ScheduleShortage) -> String {
        shortage.least == shortage.most
            ? number(shortage.most) : "\(number(shortage.least))–\(number(shortage.most))"
    }
}

extension [ScheduleShortage] {
    /// Dearest first, otherwise in the order given.
    var dearestFirst: [ScheduleShortage] {
        indices.sorted { (self[$1].cost, $0) < (self[$0].cost, $1) }.map { self[$0] }
    }
}

/// Where the time of each search went: seconds by subject and phase, which depend on the machine
/// and so never stand among the results.
///
/// - Parameter times: subject, raw value of the phase and seconds, in any order.
public func timingText(
    _ times: [(subject: String, phase: String, seconds: Double)], language l: Language,
    colour: Bool = false
) -> String {
    let phases = ["firstSolution", "bound", "relaxation", "dive", "annealing", "days", "finishing"]
    let extra = Set(times.map(\.phase)).subtracting(phases).sorted()
    let used = (phases + extra).filter { phase in times.contains { $0.phase == phase } }
    var table = TextTable(
        l(
            "Where time went (seconds; parallel parts overlap)",
            "Où le temps est passé (secondes ; en parallèle)"),
        columns: [.text(l("Search", "Recherche"))] + used.map { .number(l.name(phase: $0)) }
            + [.number(l("Sum", "Somme"))])
    func cells(_ times: [(subject: String, phase: String, seconds: Double)]) -> [TextTable.Cell] {
        let sums = used.map { phase in
            times.reduce(0) { $0 + ($1.phase == phase ? $1.seconds : 0) }
        }
        return (sums + [sums.reduce(0, +)]).map { .init(l.number($0, decimals: 2)) }
    }
    for subject in Set(times.map(\.subject)).sorted() {
        table.add([.init(subject)] + cells(times.filter { $0.subject == subject }))
    }
    table.total = [.init(l("Total", "Total"), .strong)] + cells(times)
    return times.isEmpty ? "" : table.text(l, colour: colour)
}

extension Language {
    /// The name of a phase of a search, by its raw value.
    fileprivate func name(phase: String) -> String {
        switch phase {
        case "firstSolution": self("first", "départ")
        case "bound": self("bound", "borne")
        case "relaxation": self("relaxation", "relaxation")
        case "dive": self("dive", "plongée")
        case "annealing": self("annealing", "recuit")
        case "days": self("days", "journées")
        case "finishing": self("finishing", "finition")
        default: singleLine(phase)
        }
    }
}
