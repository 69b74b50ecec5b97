import Workforce

/// What the choice of hours costs: agents missing, overtime, voluntary time off.
extension PlanText {
    /// One row a pool whose contracts have flexible hours; empty where none has.
    func flexibleHours() -> TextTable {
        let l = language
        var table = TextTable(
            l(
                "Flexible contracts: shortage, overtime and voluntary time off",
                "Contrats souples : manques, heures supplémentaires ou complémentaires, départs anticipés"),
            columns: [
                .text(l("Week", "Semaine")), .text(l("Campaign", "Opération")),
                .number(l("Missing h", "Manque h")), .number(l("cost", "coût")),
                .number(l("Overtime h", "Suppl./compl. h")), .number(l("cost", "coût")),
                .number(l("Time off h", "Départs anticipés h")), .number(l("saved", "économisé")),
            ])
        var sum = FlexibleHours()
        var missing = (hours: 0.0, euros: 0.0)
        for week in 0..<scenario.horizon.weekCount {
            for campaign in summary.campaigns where week < campaign.weeks.count {
                let figures = campaign.weeks[week]
                guard let flexible = figures.flexible else { continue }
                let short = figures.shortage(scenario.weights)
                sum = sum + flexible
                missing = (missing.hours + short.hours, missing.euros + short.euros)
                table.add(
                    [.init(l.week(week, of: scenario.horizon)), .init(scenario.name(campaign.campaign))]
                        + cells(short, flexible))
            }
        }
        guard !table.rows.isEmpty else { return table }
        table.total = [.init(l("Total", "Total"), .strong), ""] + cells(missing, sum)
        return table
    }

    private func cells(
        _ short: (hours: Double, euros: Double), _ flexible: FlexibleHours
    ) -> [TextTable.Cell] {
        let l = language
        func hours(_ minutes: Int) -> TextTable.Cell { .init(l.number(Double(minutes) / 60, decimals: 1)) }
        func money(_ euros: Double) -> TextTable.Cell { .init(l.roundMoney(Money(euros: euros))) }
        return [
            .init(l.number(short.hours, decimals: 1)), money(short.euros), hours(flexible.overtimeMinutes),
            money(flexible.overtimeEuros), hours(flexible.timeOffMinutes), money(flexible.timeOffEuros),
        ]
    }
}

extension CampaignWeek {
    /// Hours that nobody covers or does, and what the planner's weights make of them.
    func shortage(_ weights: PlanningWeights) -> (hours: Double, euros: Double) {
        (
            missingHours + undoneHours,
            missingHours * weights.understaffingPerHour.euros + undoneHours * weights.undoneWorkPerHour.euros
        )
    }
}
