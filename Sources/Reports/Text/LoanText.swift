import Workforce

/// Agents lent between campaigns, as tables; empty where campaigns do not share agents.
extension PlanText {
    /// Week by week: what sharing saves, with the joint bound.
    func sharedWeeks() -> TextTable {
        let l = language
        var table = TextTable(
            l("Agents shared between campaigns", "Agents partagés entre opérations"),
            columns: [
                .text(l("Week", "Semaine")), .text(l("Campaigns", "Opérations")),
                .number(l("Apart", "Séparément")), .number(l("Shared", "Ensemble")),
                .number(l("Saved", "Gain")), .number(l("Bound", "Borne")), .number(l("Gap", "Écart")),
                .number(l("Loans", "Renforts")), .number(l("Hours lent", "Heures prêtées")),
            ])
        for week in plan.schedule.shared {
            let loans = plan.schedule.loans.filter {
                $0.week == week.week && week.campaigns.contains($0.lender)
            }
            table.add([
                .init(l.week(week.week, of: scenario.horizon)),
                .init(week.campaigns.map { scenario.name($0) }.joined(separator: ", ")),
                .init(cents(week.apartCost)), .init(cents(week.optimality.cost)), .init(cents(week.saving)),
                .init(cents(week.optimality.bound)), .init(l.percent(week.optimality.gap, decimals: 2)),
                .init(l.number(loans.reduce(0) { $0 + $1.agents })),
                .init(l.hours(Double(loans.reduce(0) { $0 + $1.agentMinutes }) / 60)),
            ])
        }
        return table
    }

    private func cents(_ value: Double) -> String {
        value.isFinite ? language.money(Money(euros: value / 100)) : language.missing
    }

    /// Loans of the anonymous schedule.
    func loans() -> TextTable {
        let l = language
        var table = TextTable(
            l("Loans between campaigns", "Renforts entre opérations"),
            columns: [
                .text(l("Day", "Jour")), .text(l("From", "De")), .text(l("To", "Vers")),
                .text(l("Hours", "Horaires")), .number(l("Agents", "Agents")),
            ])
        for loan in plan.schedule.loans {
            table.add([
                .init(l.shortDate(scenario.horizon.date(ofDay: loan.day))), .init(scenario.name(loan.lender)),
                .init(scenario.name(loan.borrower)), .init(l.range(loan.range)), .init(l.number(loan.agents)),
            ])
        }
        return table
    }

    /// Loans of named agents.
    func agentLoans() -> TextTable {
        let l = language
        let names = AgentNames(scenario)
        var table = TextTable(
            l("Agents on loan", "Agents en renfort"),
            columns: [
                .text(l("Day", "Jour")), .text(l("Agent", "Agent")), .text(l("Helps", "En renfort sur")),
                .text(l("Hours", "Horaires")),
            ])
        for loan in plan.roster?.loans ?? [] {
            table.add([
                .init(l.shortDate(scenario.horizon.date(ofDay: loan.day))), .init(names[loan.agent]),
                .init(scenario.name(loan.borrower)), .init(l.range(loan.range)),
            ])
        }
        return table
    }
}
