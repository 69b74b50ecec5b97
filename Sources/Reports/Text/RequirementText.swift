import Workforce

/// What each campaign needs, by day: agent-hours, busiest interval, what decided it.
public func requirementText(
    _ requirement: Requirement, scenario: Scenario, language l: Language, colour: Bool = false
) -> String {
    var blocks: [String] = []
    let horizon = scenario.horizon
    for activity in requirement.activities {
        let title = l("Requirement", "Besoin") + l.colon + scenario.name(activity.activity)
        switch activity.kind {
        case .perInterval(let need):
            var table = TextTable(
                title,
                columns: [
                    .text(l("Day", "Jour")), .number(l("Agent-hours", "Heures-agents")),
                    .number(l("Peak", "Pointe")), .number(l("On the line", "En ligne")),
                    .text(l("at", "à")), .text(l("decided by", "décidé par")),
                ])
            for day in 0..<horizon.dayCount {
                let range = horizon.intervals(ofDay: day).clamped(to: 0..<need.scheduled.count)
                guard let peak = range.max(by: { need.scheduled[$0] < need.scheduled[$1] }),
                    need.scheduled[peak] > 0
                else { continue }
                let hours = Double(range.reduce(0) { $0 + need.scheduled[$1] }) * horizon.intervalHours
                table.add([
                    .init(l.shortDate(horizon.date(ofDay: day))), .init(l.number(hours, decimals: 1)),
                    .init(l.number(need.scheduled[peak])),
                    .init(peak < need.positions.count ? l.number(need.positions[peak]) : l.missing),
                    .init(horizon.clock(of: peak).description),
                    .init(peak < need.binding.count ? l.name(need.binding[peak]) : ""),
                ])
            }
            table.emptyNote = l("none", "aucun")
            let note = periodNote(need, of: activity.activity, scenario, l).map { "  \($0)\n" }
            blocks.append(table.text(l, colour: colour, limit: 56) + (note ?? ""))
        case .workload(let loads):
            blocks.append(workloadTable(title, loads, horizon, l).text(l, colour: colour, limit: 56))
        }
    }
    for shared in requirement.shared { blocks.append(sharedNote(shared, scenario, l)) }
    return blocks.isEmpty ? l("Nothing is required.", "Aucun besoin.") + "\n" : joinBlocks(blocks)
}

private func workloadTable(
    _ title: String, _ loads: [WorkloadRequirement], _ horizon: Horizon, _ l: Language
) -> TextTable {
    var table = TextTable(
        title,
        columns: [
            .text(l("From", "Du")), .text(l("to", "au")), .number(l("Agent-hours", "Heures-agents")),
            .number(l("At once", "Simultanés")), .number(l("Contacts", "Contacts")),
            .number(l("Sales", "Ventes")),
        ])
    for load in loads {
        table.add([
            .init(l.shortDate(horizon.date(ofDay: load.days.lowerBound))),
            .init(l.shortDate(horizon.date(ofDay: load.days.upperBound))),
            .init(l.number(load.hours, decimals: 1)),
            .init("\(l.number(load.agentsAtOnce.lowerBound))–\(l.number(load.agentsAtOnce.upperBound))"),
            .init(l.number(load.contacts, decimals: 0)), .init(l.number(load.sales, decimals: 1)),
        ])
    }
    table.emptyNote = l("none", "aucun")
    return table
}

/// What a target over a day, week or month saves against every interval on its own.
private func periodNote(
    _ need: IntervalRequirement, of key: ActivityKey, _ scenario: Scenario, _ l: Language
) -> String? {
    guard let alone = need.scheduledPerInterval, let period = scenario.serviceTarget(of: key)?.period
    else { return nil }
    func hours(_ agents: [Int]) -> Double { Double(agents.reduce(0, +)) * scenario.horizon.intervalHours }
    let (asked, each) = (hours(need.scheduled), hours(alone))
    let cheapest =
        need.scheduledCheapest.map {
            l(" placed with the tours, cheapest ", " placées avec les vacations, au plus juste ")
                + l.number(hours($0), decimals: 1)
        } ?? ""
    let saving = each > 0 ? l.percent(1 - asked / each) : l.missing
    return l.sentence(
        l("service level over each ", "niveau de service sur chaque ") + l.name(period) + l.colon
            + l.number(asked, decimals: 1) + cheapest
            + l(" agent-hours; every interval on its own: ", " heures-agents ; chaque intervalle seul : ")
            + l.number(each, decimals: 1) + l(" (saving ", " (économie ") + saving + ")")
}

/// What agents who serve several lines save.
private func sharedNote(_ shared: SharedRequirement, _ scenario: Scenario, _ l: Language) -> String {
    func hours(_ agents: [Int]) -> String {
        l.number(Double(agents.reduce(0, +)) * scenario.horizon.intervalHours, decimals: 1)
    }
    let names = shared.lines.map { scenario.name(ActivityKey(shared.campaign, $0)) }.joined(separator: ", ")
    let title = l("Agents shared by ", "Téléconseillers communs à ") + names + l.colon
    let origin =
        switch shared.origin {
        case .apart: l("as separate lines, the safe extreme", "comme des lignes séparées, par prudence")
        case .skillsMissing:
            l(
                "as separate lines; with the agents' skills even these miss a target",
                "comme des lignes séparées ; avec les compétences des agents, même elles manquent un objectif"
            )
        case .stopped:
            l(
                "as separate lines, for the simulation was stopped",
                "comme des lignes séparées, la simulation ayant été interrompue")
        case .simulated:
            l("by simulation with the agents' skills", "par simulation, selon les compétences des agents")
        }
    return title + hours(shared.positions) + l(" hours on the line, ", " heures en ligne, ") + origin
        + ".\n  "
        + l.sentence(
            l("one queue for all", "une seule file pour tous") + l.colon + hours(shared.pooled)
                + l(" h", " h")
                + l("; separate lines", " ; lignes séparées") + l.colon + hours(shared.apart) + l(" h", " h"))
        + "\n"
}

extension Scenario {
    /// Nil for channels without a queue.
    func serviceTarget(of key: ActivityKey) -> ServiceTarget? {
        switch campaign(key.campaign)?.activities.first(where: { $0.id == key.activity })?.channel {
        case .inbound(let terms): terms.target
        case .chat(let terms): terms.target
        case .outbound, .backOffice, nil: nil
        }
    }
}
