import Workforce

/// A simulated plan: service by week and by day beside what the formulas predict, and how busy
/// people are.
public func simulatedText(
    _ service: SimulatedService, scenario: Scenario, language l: Language, colour: Bool = false
) -> String {
    var blocks = [
        l("Simulation", "Simulation") + l.colon + l.number(service.replications) + " "
            + l("replications, seed ", "réplications, graine ") + "\(service.seed)\n"
    ]
    for activity in service.activities {
        blocks.append(serviceTable(activity, scenario, l).text(l, colour: colour, limit: 80))
    }
    if !service.works.isEmpty {
        blocks.append(workTable(service.works, scenario, l).text(l, colour: colour))
    }
    if !service.campaigns.isEmpty {
        blocks.append(occupancyTable(service, scenario, l).text(l, colour: colour))
    }
    if service.activities.isEmpty, service.works.isEmpty {
        blocks.append(l("There is nothing to simulate.", "Rien à simuler.") + "\n")
    }
    return joinBlocks(blocks)
}

private func serviceTable(
    _ activity: SimulatedActivity, _ scenario: Scenario, _ l: Language
) -> TextTable {
    var table = TextTable(
        l("Simulated service", "Service simulé") + l.colon + scenario.name(activity.activity)
            + (activity.target.map { l(", target ", ", objectif ") + l.percent($0, decimals: 0) } ?? ""),
        columns: [
            .text(l("Period", "Période")), .number(l("Contacts", "Contacts")),
            .number(l("Service", "Service")), .number(l("± 95%", "± 95 %")),
            .number(l("Predicted", "Prévu")), .number(l("5% worst", "5 % pires")),
            .number(l("median", "médiane")), .number(l("5% best", "5 % meilleurs")),
            .number(l("Target met", "Objectif tenu")), .number(l("Abandoned", "Abandons")),
            .number(l("Answered after", "Répondus après")),
        ])
    let horizon = scenario.horizon
    for (week, period) in activity.weeks.enumerated() where period.contacts > 0 {
        table.add(cells(l.week(week, of: horizon), period, activity.target, l, .strong))
        for day in week * 7..<min(week * 7 + 7, activity.days.count) where activity.days[day].contacts > 0 {
            let name = "  " + l.shortDate(horizon.date(ofDay: day))
            table.add(cells(name, activity.days[day], activity.target, l, .plain))
        }
    }
    table.total = cells(l("Total", "Total"), activity.overall, activity.target, l, .strong)
    return table
}

private func cells(
    _ name: String, _ period: SimulatedPeriod, _ target: Double?, _ l: Language,
    _ style: TextTable.Style
) -> [TextTable.Cell] {
    let level = period.serviceLevel?.value
    let isMissed = target.map { goal in level.map { $0 < goal } ?? false } ?? false
    let levels = period.levels
    return [
        .init(name, style), .init(l.number(period.contacts)),
        .init(l.percent(level), isMissed ? .caution : .plain),
        .init(period.serviceLevel?.halfWidth.map { l.number($0 * 100, decimals: 1) } ?? l.missing),
        .init(l.percent(period.predicted)), .init(l.percent(levels.first)),
        .init(l.percent(levels.isEmpty ? nil : levels[levels.count / 2])), .init(l.percent(levels.last)),
        .init(l.percent(period.meetsTarget, decimals: 0)), .init(l.percent(period.abandonment?.value)),
        .init(period.answerSeconds.map { l.number($0.value, decimals: 1) + " s" } ?? l.missing),
    ]
}

private func occupancyTable(
    _ service: SimulatedService, _ scenario: Scenario, _ l: Language
) -> TextTable {
    var table = TextTable(
        l("People on the line", "Agents en ligne"),
        columns: [
            .text(l("Campaign", "Opération")), .number(l("Agent-hours", "Heures-agents")),
            .number(l("Occupancy", "Occupation")), .number(l("± 95%", "± 95 %")),
        ])
    for campaign in service.campaigns {
        table.add([
            .init(scenario.name(campaign.campaign)), .init(l.number(campaign.onlineHours, decimals: 1)),
            .init(l.percent(campaign.occupancy?.value)),
            .init(campaign.occupancy?.halfWidth.map { l.number($0 * 100, decimals: 1) } ?? l.missing),
        ])
    }
    return table
}

/// Backlogs and lists: what the plan wants of them, what is done, what is late.
private func workTable(_ works: [SimulatedWork], _ scenario: Scenario, _ l: Language) -> TextTable {
    var table = TextTable(
        l("Simulated work that can wait", "Travail différé et fichiers simulés"),
        columns: [
            .text(l("Activity", "Activité")), .text(l("Week", "Semaine")),
            .number(l("Wanted", "Demandés")), .number(l("Done", "Faits")),
            .number(l("± 95%", "± 95 %")), .number(l("Agent-hours", "Heures-agents")),
            .number(l("In time", "À temps")), .number(l("Left", "Restants")),
            .number(l("Sales", "Ventes")),
        ])
    for work in works {
        for (week, part) in work.weeks.enumerated() where part.wanted > 0 || part.done.value > 0 {
            table.add(
                [.init(scenario.name(work.activity)), .init(l.week(week, of: scenario.horizon))]
                    + counts(part, l))
        }
        table.add(
            [.init(scenario.name(work.activity), .strong), .init(l("Total", "Total"), .strong)]
                + counts(work.overall, l) + [
                    .init(l.number(work.hours, decimals: 1)), .init(l.percent(work.inTime?.value)),
                    .init(work.left.map { l.number($0) } ?? l.missing),
                    .init(work.sales.map { l.number($0) } ?? l.missing),
                ])
    }
    return table
}

private func counts(_ week: SimulatedWork.Week, _ l: Language) -> [TextTable.Cell] {
    [
        .init(l.number(week.wanted)), .init(l.number(week.done.value)),
        .init(week.done.halfWidth.map { l.number($0, decimals: 1) } ?? l.missing),
    ]
}
