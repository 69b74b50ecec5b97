import Workforce

/// Needs placed together with the tours, where service levels are measured over a day, week or
/// month; empty elsewhere.
extension PlanText {
    /// Week by week: agent-hours missing and cost in the three ways to state the need, and the joint bound.
    func placedNeeds() -> TextTable {
        let l = language
        var table = TextTable(
            l("Needs placed with the tours", "Besoin placé avec les vacations"),
            columns: [
                .text(l("Week", "Semaine")), .text(l("Campaign", "Opération")),
                .text(l("Target by", "Objectif par")),
                .number(l("Missing, each interval", "Manque, intervalle seul")),
                .number(l("Missing, cheapest first", "Manque, au plus juste")),
                .number(l("Missing, placed", "Manque, placé")),
                .number(l("Cost, cheapest first", "Coût, au plus juste")),
                .number(l("Cost, placed", "Coût, placé")), .number(l("Bound", "Borne")),
                .number(l("Gap", "Écart")),
            ])
        for week in plan.schedule.placed {
            table.add([
                .init(l.week(week.week, of: scenario.horizon)), .init(scenario.name(week.campaign)),
                .init(l.name(week.period)),
                .init(week.perInterval.map { l.hours($0.missingHours) } ?? l.missing),
                .init(l.hours(week.cheapest.missingHours)), .init(l.hours(week.placed.missingHours)),
                .init(l.money(Money(euros: week.cheapest.cost / 100))),
                .init(l.money(Money(euros: week.optimality.cost / 100))),
                .init(l.money(Money(euros: week.optimality.bound / 100))),
                .init(l.percent(week.optimality.gap, decimals: 2)),
            ])
        }
        return table
    }

    /// What placing gains over the horizon, a sentence for each campaign.
    func placementGains() -> [String] {
        let l = language
        return scenario.orderedCampaigns(also: plan.schedule.placed.map(\.campaign)).compactMap { campaign in
            let weeks = plan.schedule.placed.filter { $0.campaign == campaign }
            guard let period = weeks.first?.period else { return nil }
            func missing(_ outcome: (PlacedNeeds) -> PlacedNeeds.Outcome?) -> String? {
                let hours = weeks.compactMap(outcome)
                return hours.count == weeks.count
                    ? l.number(hours.reduce(0) { $0 + $1.missingHours }, decimals: 1) : nil
            }
            let placed = missing(\.placed) ?? l.missing
            let cheapest = missing(\.cheapest) ?? l.missing
            let alone = missing(\.perInterval).map {
                l(
                    " (\($0) with every interval meeting the target on its own)",
                    " (\($0) si chaque intervalle devait tenir l’objectif seul)")
            }
            return scenario.name(campaign) + ", "
                + l("target by the \(l.name(period))", "objectif par \(l.name(period))") + l.colon
                + l(
                    "with the need placed together with the tours, \(placed) agent-hours missing instead of \(cheapest)",
                    "besoin placé avec les vacations, \(placed) heures-agents manquantes au lieu de \(cheapest)"
                ) + (alone ?? "") + "."
        }
    }

    /// Table and sentences for a terminal.
    func placement() -> String {
        guard !plan.schedule.placed.isEmpty else { return "" }
        return placedNeeds().text(language, colour: colour, limit: 24)
            + placementGains().map { "  " + $0 + "\n" }.joined()
    }
}
