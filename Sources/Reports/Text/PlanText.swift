import Workforce

/// The plan on one or two screens: what is needed, who comes, what callers
/// meet, what it costs, and what is wrong. Long lists are cut with a count of
/// the rest; the HTML report has everything.
///
/// - Parameter colour: true only when the text goes to a terminal.
public func textReport(
    _ plan: Plan, scenario: Scenario, language: Language, colour: Bool = false
) -> String {
    let text = PlanText(plan: plan, scenario: scenario, language: language, colour: colour)
    return joinBlocks([
        text.heading(), text.campaignWeeks().text(language, colour: colour, limit: 24),
        text.headcount().text(language, colour: colour, limit: 12),
        text.flexibleHours().text(language, colour: colour, limit: 24), text.fewKinds(),
        joinBlocks(text.acrossWeeks()), text.placement(),
        text.sharedWeeks().text(language, colour: colour), text.people(),
        text.costs().text(language, colour: colour), text.optimisers().text(language, colour: colour),
        text.findings(limit: 12),
    ])
}

/// Blocks of lines with one blank line between them; empty blocks vanish.
func joinBlocks(_ blocks: [String]) -> String { blocks.filter { !$0.isEmpty }.joined(separator: "\n") }

/// The parts of the texts about a plan, one function a part.
struct PlanText {
    let plan: Plan
    let scenario: Scenario
    let language: Language
    let colour: Bool
    let summary: PlanSummary

    init(plan: Plan, scenario: Scenario, language: Language, colour: Bool) {
        self.plan = plan
        self.scenario = scenario
        self.language = language
        self.colour = colour
        summary = PlanSummary(plan, scenario)
    }

    func heading() -> String {
        let l = language
        let title = l("Plan", "Plan") + l.colon + singleLine(scenario.name)
        let facts = [
            singleLine(scenario.floor.name), scenario.period(l), l.campaigns(scenario.campaigns.count),
            scenario.isNamed
                ? l.agents(scenario.floor.agents.count)
                : l("sizing mode (no named agents)", "mode dimensionnement (sans agents nommés)"),
        ]
        return paint(title, .strong, colour) + "\n" + facts.filter { !$0.isEmpty }.joined(separator: " · ")
            + "\n"
    }

    func campaignWeeks() -> TextTable {
        let l = language
        var table = TextTable(
            l("Campaigns by week", "Opérations par semaine"),
            columns: [
                .text(l("Week", "Semaine")), .text(l("Campaign", "Opération")),
                .number(l("Required h", "Besoin h")), .number(l("Paid h", "Payées h")),
                .number(l("Covered", "Couvert")), .number(l("Service", "Service")),
                .number(l("Target", "Objectif")), .number(l("People", "Effectif")),
            ])
        for week in 0..<scenario.horizon.weekCount {
            for (position, campaign) in summary.campaigns.enumerated() where week < campaign.weeks.count {
                let figures = campaign.weeks[week]
                table.add([
                    .init(position == 0 ? l.week(week, of: scenario.horizon) : ""),
                    .init(scenario.name(campaign.campaign)),
                    .init(l.number(figures.requiredHours, decimals: 1)),
                    .init(l.number(figures.paidHours, decimals: 1)), share(figures.coveredShare),
                    service(figures.service, campaign.target),
                    .init(campaign.target.map { l.name($0) } ?? l.missing), .init(l.number(figures.people)),
                ])
            }
        }
        table.total = [
            .init(l("Total", "Total"), .strong), "", .init(l.number(summary.requiredHours, decimals: 1)),
            .init(l.number(summary.paidHours, decimals: 1)), share(summary.coveredShare), "", "",
            .init(
                l(
                    "\(l.number(summary.people, decimals: 1))/week",
                    "\(l.number(summary.people, decimals: 1))/sem.")),
        ]
        return table
    }

    private func share(_ value: Double?) -> TextTable.Cell {
        let style: TextTable.Style =
            value.map { $0 >= 0.995 ? .good : $0 >= 0.95 ? .caution : .bad } ?? .plain
        return .init(language.percent(value), style)
    }

    private func service(_ value: Double?, _ target: ServiceTarget?) -> TextTable.Cell {
        guard let value, let level = target?.serviceLevel else { return .init(language.percent(value)) }
        return .init(language.percent(value), value >= level ? .good : .bad)
    }

    /// Mean people per week by campaign and contract.
    func headcount() -> TextTable {
        let l = language
        let used = summary.campaigns.flatMap { $0.weeks.flatMap { $0.headcount.map(\.contract) } }
        let contracts = scenario.orderedContracts(also: used).filter { used.contains($0) }
        var table = TextTable(
            l("Headcount by contract (mean a week)", "Effectif par contrat (moyenne par semaine)"),
            columns: [.text(l("Campaign", "Opération"))] + contracts.map { .number(scenario.name($0)) })
        guard !contracts.isEmpty else { return table }
        for campaign in summary.campaigns {
            var cells: [TextTable.Cell] = [.init(scenario.name(campaign.campaign))]
            for contract in contracts {
                let sum = campaign.weeks.reduce(0) { total, week in
                    total + week.headcount.reduce(0) { $0 + ($1.contract == contract ? $1.count : 0) }
                }
                let mean = Double(sum) / Double(max(1, campaign.weeks.count))
                cells.append(.init(l.number(mean, decimals: mean == mean.rounded() ? 0 : 1)))
            }
            table.add(cells)
        }
        return table
    }

    /// Roster, teams and training in a few lines.
    func people() -> String {
        let l = language
        guard plan.roster != nil || plan.teams != nil || plan.training != nil else { return "" }
        var lines = [paint(l("People", "Équipes et personnes"), .strong, colour)]
        if let roster = plan.roster {
            let agents = Set(roster.lines.filter { $0.tour != nil }.map(\.agent)).count
            lines.append(
                "  " + l("Roster", "Planning nominatif") + l.colon + l.agents(agents) + ", "
                    + l.count(
                        roster.unfilled.count, ("unfilled tour", "unfilled tours"),
                        ("semaine type sans titulaire", "semaines types sans titulaire")))
        }
        if let roster = plan.roster, let line = fairness(roster) { lines.append("  " + line) }
        if let teams = plan.teams {
            let overlap =
                teams.teams.isEmpty
                ? 0 : teams.teams.reduce(0) { $0 + $1.overlapShare } / Double(teams.teams.count)
            lines.append(
                "  " + l("Teams", "Équipes") + l.colon + l.number(teams.teams.count) + ", "
                    + l("supervisor present", "superviseur présent") + " " + l.percent(overlap, decimals: 0)
                    + l(" of the time, ", " du temps, ") + l.agents(teams.unassigned.count)
                    + l(" without a team", " sans équipe"))
        }
        if let training = plan.training {
            lines.append(
                "  " + l("Training", "Formation") + l.colon
                    + l.count(training.sessions.count, ("session", "sessions"), ("session", "sessions"))
                    + ", "
                    + l.number(training.unplaced.count) + l(" not placed", " non placée(s)"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How evenly Saturdays and late shifts fall, and wishes granted.
    func fairness(_ roster: Roster) -> String? {
        let l = language
        let fairness = scenario.fairness(of: roster)
        guard !fairness.agents.isEmpty else { return nil }
        func range(_ values: [Int]) -> String {
            let (least, most) = (values.min() ?? 0, values.max() ?? 0)
            return least == most
                ? l.number(least) : l("\(least) to \(most)", "de \(least) à \(most)")
        }
        var parts = [
            l("Saturdays ", "samedis ") + range(fairness.agents.map(\.saturdays)),
            l("late shifts ", "vacations tardives ") + range(fairness.agents.map(\.lateShifts)),
        ]
        if let share = fairness.wishShare {
            parts.append(
                l("days wished off granted ", "jours souhaités accordés ") + l.percent(share, decimals: 0))
        }
        return l("Each agent", "Par téléconseiller") + l.colon + parts.joined(separator: ", ")
    }

    func findings(limit: Int) -> String {
        let l = language
        let title = paint(l("Findings", "Constats"), .strong, colour)
        guard !plan.findings.isEmpty else {
            return title + "\n  " + l("none", "aucun") + "\n"
        }
        var out = title + " (\(l.number(plan.findings.count)))\n"
        for finding in plan.findings.bySeverity.prefix(limit) {
            let style: TextTable.Style =
                switch finding.severity {
                case .violation: .bad
                case .warning: .caution
                case .note: .faint
                }
            out +=
                "  " + paint(l.name(finding.severity), style, colour) + "  "
                + singleLine(l.phrase(finding, in: scenario)) + "\n"
        }
        if plan.findings.count > limit { out += "  " + l.more(plan.findings.count - limit) + "\n" }
        return out
    }
}

extension Scenario {
    /// `Mon 23 Nov 2026 to Sun 20 Dec 2026, 4 weeks`.
    func period(_ l: Language) -> String {
        guard horizon.weekCount > 0 else { return l("empty horizon", "horizon vide") }
        return l.longDate(horizon.firstDay) + l(" to ", " au ") + l.longDate(horizon.lastDay) + ", "
            + l.weeks(horizon.weekCount)
    }
}
