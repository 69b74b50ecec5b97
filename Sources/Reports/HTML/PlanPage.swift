import Workforce

/// The page of a plan, one function a section.
struct PlanPage {
    let plan: Plan
    let scenario: Scenario
    let language: Language
    let text: PlanText
    let names: AgentNames

    var summary: PlanSummary { text.summary }

    init(plan: Plan, scenario: Scenario, language: Language) {
        self.plan = plan
        self.scenario = scenario
        self.language = language
        text = PlanText(plan: plan, scenario: scenario, language: language, colour: false)
        names = AgentNames(scenario)
    }

    enum Section: String, CaseIterable {
        case weeks, findings, coverage, forecast, shifts, roster, teams, training, costs, quotes, optimisers
        case method
    }

    func title(_ section: Section) -> String {
        let l = language
        return switch section {
        case .weeks: l("Campaigns by week", "Opérations par semaine")
        case .findings: l("Findings", "Constats")
        case .coverage: l("Coverage and requirement", "Couverture et besoin")
        case .forecast: l("Forecast", "Prévision")
        case .shifts: l("Shifts of each day", "Vacations de chaque jour")
        case .roster: l("Roster", "Planning nominatif")
        case .teams: l("Teams", "Équipes")
        case .training: l("Training calendar", "Calendrier de formation")
        case .costs: l("Cost build-up", "Décomposition des coûts")
        case .quotes: l("Prices", "Prix")
        case .optimisers: l("Optimisers: value, bound, gap", "Optimiseurs : valeur, borne, écart")
        case .method: l("Method notes", "Notes de méthode")
        }
    }

    func isShown(_ section: Section) -> Bool {
        switch section {
        case .weeks, .findings, .coverage, .optimisers: true
        case .forecast, .method: !plan.forecast.activities.isEmpty
        case .shifts: !plan.schedule.pools.isEmpty
        case .roster: plan.roster != nil
        case .teams: plan.teams != nil
        case .training: plan.training != nil
        case .costs: !plan.cost.lines.isEmpty
        case .quotes: !plan.quotes.isEmpty
        }
    }

    func write(_ section: Section, _ html: inout MarkupWriter) {
        switch section {
        case .weeks: weeks(&html)
        case .findings: findings(&html)
        case .coverage: coverage(&html)
        case .forecast: forecast(&html)
        case .shifts: shifts(&html)
        case .roster: roster(&html)
        case .teams: teams(&html)
        case .training: training(&html)
        case .costs: costs(&html)
        case .quotes: html.table(text.costs())
        case .optimisers:
            html.table(text.optimiserTable(text.optimiserResults(everyPool: true)))
        case .method: method(&html)
        }
    }

    func heading(_ html: inout MarkupWriter) {
        let l = language
        html.element("header") { html in
            html.leaf("h1", scenario.name)
            let facts = [scenario.floor.name, scenario.period(l), l.campaigns(scenario.campaigns.count)]
            html.leaf("p", ["class": "sub"], facts.filter { !$0.isEmpty }.joined(separator: " · "))
            if plan.roster == nil {
                html.leaf(
                    "p", ["class": "sub"],
                    l(
                        "Sizing mode: contracts as types, no named agents.",
                        "Mode dimensionnement : contrats types, sans agents nommés."))
            }
            html.element("nav") { html in
                for section in Section.allCases where isShown(section) {
                    html.leaf("a", ["href": "#\(section.rawValue)"], title(section))
                    html.write(" ")
                }
            }
        }
    }

    func keyFigures(_ html: inout MarkupWriter) {
        let l = language
        let revenue = plan.quotes.reduce(Money.zero) { $0 + $1.revenue }
        let fte = plan.cost.production.reduce(0) { $0 + $1.fullTimeEquivalent }
        var figures: [(String, String)] = [
            (l.hours(summary.requiredHours), l("required", "de besoin")),
            (l.hours(summary.paidHours), l("paid", "payées")),
            (l.percent(summary.coveredShare), l("of the requirement covered", "du besoin couvert")),
            (l.number(summary.people, decimals: 1), l("people a week", "personnes par semaine")),
        ]
        if fte > 0 { figures.append((l.number(fte, decimals: 1), l("FTE", "ETP"))) }
        if !plan.cost.lines.isEmpty {
            figures.append((l.roundMoney(plan.cost.total), l("cost", "de coût")))
        }
        if revenue != .zero {
            let share = Double((revenue - plan.cost.total).cents) / Double(revenue.cents)
            figures.append((l.roundMoney(revenue), l("revenue", "de chiffre d’affaires")))
            figures.append((l.percent(share), l("margin on price", "de marge sur prix")))
        }
        html.keyFigures(figures)
    }

    private func weeks(_ html: inout MarkupWriter) {
        var table = text.campaignWeeks()
        table.title = ""
        html.table(table)
        html.table(text.headcount())
        for table in [text.flexibleHours(), text.hiring()] + text.acrossWeeksTables()
        where !table.rows.isEmpty { html.table(table) }
        if !plan.schedule.placed.isEmpty {
            html.table(text.placedNeeds())
            for sentence in text.placementGains() { html.leaf("p", sentence) }
        }
        guard !plan.schedule.shared.isEmpty else { return }
        html.table(text.sharedWeeks())
        html.table(text.loans())
    }

    private func findings(_ html: inout MarkupWriter) {
        let l = language
        guard !plan.findings.isEmpty else {
            html.leaf("p", l("No rule is broken, no gap is open.", "Aucune règle enfreinte, aucun manque."))
            return
        }
        html.element("ul") { html in
            for finding in plan.findings.bySeverity {
                html.element("li") { html in
                    html.leaf("span", ["class": finding.severity.rawValue], l.name(finding.severity))
                    html.write(l.colon + l.phrase(finding, in: scenario))
                }
                html.newline()
            }
        }
    }

    private func method(_ html: inout MarkupWriter) {
        for activity in plan.forecast.activities {
            html.leaf("h3", scenario.name(activity.activity))
            html.element("ul") { html in
                for note in methodNotes(activity, language) { html.leaf("li", note) }
            }
        }
    }
}
