import Workforce

/// Costs, prices and optimisers of a plan as tables.
extension PlanText {
    func costs() -> TextTable {
        let l = language
        var table = TextTable(
            l("Cost and price", "Coûts et prix"),
            columns: [
                .text(l("Campaign", "Opération")), .number(l("FTE", "ETP")),
                .number(l("Logged h", "Loguées h")),
                .number(l("Cost", "Coût")), .number(l("Price", "Prix")), .text(l("per", "par")),
                .number(l("Revenue", "Chiffre d’affaires")), .number(l("Margin", "Marge")),
                .number(l("of price", "du prix")),
            ])
        var revenue = Money.zero
        for campaign in summary.campaigns.map(\.campaign) {
            let quote = plan.quotes.first { $0.campaign == campaign }
            let production = plan.cost.production.first { $0.campaign == campaign }
            let cost = plan.cost.total(of: campaign)
            if quote == nil && production == nil && cost == .zero { continue }
            revenue = revenue + (quote?.revenue ?? .zero)
            table.add([
                .init(scenario.name(campaign)),
                .init(production.map { l.number($0.fullTimeEquivalent, decimals: 1) } ?? l.missing),
                .init(production.map { l.number($0.loggedHours, decimals: 0) } ?? l.missing),
                .init(l.money(cost)), .init(quote.map { l.money($0.unitPrice) } ?? l.missing),
                .init(quote.map { l.name($0.basis) } ?? ""),
                .init(quote.map { l.money($0.revenue) } ?? l.missing),
                .init(quote.map { l.money($0.margin) } ?? l.missing),
                .init(l.percent(quote?.marginShare)),
            ])
        }
        if table.rows.isEmpty { return table }
        let margin = revenue - plan.cost.total
        let fte = plan.cost.production.reduce(0) { $0 + $1.fullTimeEquivalent }
        table.total = [
            .init(l("Total", "Total"), .strong), .init(l.number(fte, decimals: 1)),
            .init(l.number(plan.cost.production.reduce(0) { $0 + $1.loggedHours }, decimals: 0)),
            .init(l.money(plan.cost.total)), "", "",
            .init(plan.quotes.isEmpty ? "" : l.money(revenue)),
            .init(plan.quotes.isEmpty ? "" : l.money(margin)),
            .init(revenue == .zero ? "" : l.percent(Double(margin.cents) / Double(revenue.cents))),
        ]
        return table
    }

    /// Value reached, proved bound and gap of every optimiser: weighted money,
    /// agent-hours for teams and training.
    func optimisers() -> TextTable { optimiserTable(optimiserResults()) }

    func optimiserTable(_ results: [OptimiserResult]) -> TextTable {
        let l = language
        var table = TextTable(
            l("Optimisers", "Optimiseurs"),
            columns: [
                .text(l("Stage", "Étape")), .text(l("Status", "État")), .number(l("Value", "Valeur")),
                .number(l("Bound", "Borne")), .number(l("Gap", "Écart")),
            ])
        for result in results {
            table.add([
                .init(result.name), .init(l.name(result.optimality.status), result.style),
                .init(result.value(result.optimality.cost, l)),
                .init(result.value(result.optimality.bound, l)),
                .init(l.percent(result.optimality.gap, decimals: 2)),
            ])
        }
        return table
    }

    /// Staffing, the schedule by campaign (its weeks summed), roster, teams, training.
    func optimiserResults(everyPool: Bool = false) -> [OptimiserResult] {
        let l = language
        var results: [OptimiserResult] = []
        func add(_ stage: String, _ optimality: Optimality?, isMoney: Bool = true, detail: String = "") {
            guard let optimality else { return }
            results.append(
                OptimiserResult(
                    name: l.sentence(l.name(stage: stage)) + detail, optimality: optimality, isMoney: isMoney)
            )
        }
        add("staff", plan.staffing?.optimality)
        for campaign in summary.campaigns.map(\.campaign) {
            let pools = plan.schedule.pools.filter { $0.campaign == campaign }
            let name = l.colon + scenario.name(campaign)
            if everyPool {
                for pool in pools {
                    add(
                        "schedule", pool.optimality,
                        detail: name + ", " + l.week(pool.week, of: scenario.horizon))
                }
            } else {
                add("schedule", Optimality.sum(pools.map(\.optimality)), detail: name)
            }
        }
        add(
            "schedule", plan.schedule.acrossWeeks,
            detail: l.colon
                + l("all weeks together", "toutes les semaines ensemble"))
        add("roster", plan.roster?.optimality)
        add("teams", plan.teams?.optimality, isMoney: false)
        add("training", plan.training?.optimality, isMoney: false)
        return results
    }
}

/// One line of the table of optimisers.
struct OptimiserResult {
    var name: String
    var optimality: Optimality
    /// Cents, or else agent-minutes: work without one's supervisor, or below requirement.
    var isMoney: Bool

    var style: TextTable.Style {
        switch optimality.status {
        case .optimal: .good
        case .feasible: .plain
        case .stopped: .caution
        }
    }

    func value(_ value: Double, _ l: Language) -> String {
        guard value.isFinite else { return l.missing }
        return isMoney ? l.money(Money(euros: value / 100)) : l.hours(value / 60)
    }
}

extension Optimality {
    /// Independent parts taken together: costs and bounds add, the status is the weakest.
    static func sum(_ parts: [Optimality]) -> Optimality? {
        guard let first = parts.first else { return nil }
        return parts.dropFirst().reduce(first) { sum, part in
            let statuses = [sum.status, part.status]
            let status: Status =
                statuses.contains(.stopped) ? .stopped : statuses.contains(.feasible) ? .feasible : .optimal
            return Optimality(status: status, cost: sum.cost + part.cost, bound: sum.bound + part.bound)
        }
    }
}
