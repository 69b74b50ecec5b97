import Workforce

/// Who reads a proposal: the client never sees cost, margin or mark-up.
public enum ProposalAudience: Sendable { case client, `internal` }

/// Clients of the campaigns of a scenario, in its order: a proposal is written for one.
public func proposalClients(_ scenario: Scenario) -> [String] {
    var seen = Set<String>()
    return scenario.campaigns.map(\.client).filter { seen.insert($0).inserted }
}

/// A commercial proposal (*proposition commerciale*) for one client's campaigns, as Markdown.
///
/// Only that client's campaigns are read, so that no client sees another's.
public func quoteMarkdown(
    _ plan: Plan, scenario: Scenario, client: String, language: Language,
    audience: ProposalAudience = .client
) -> String {
    ProposalWriter(plan: plan, scenario: scenario, client: client, language: language, audience: audience)
        .document().markdown
}

/// The same proposal as a page to print.
public func quoteHTML(
    _ plan: Plan, scenario: Scenario, client: String, language: Language,
    audience: ProposalAudience = .client
) -> String {
    ProposalWriter(plan: plan, scenario: scenario, client: client, language: language, audience: audience)
        .document().html(language)
}

/// `plateau.quote.v1`: the prices of one client's campaigns; cost, margin and
/// mark-up only for internal readers.
public func quoteJSON(
    _ plan: Plan, scenario: Scenario, client: String, audience: ProposalAudience = .client
) -> String {
    let own = Set(scenario.campaigns.filter { $0.client == client }.map(\.id))
    let quotes = plan.quotes.filter { own.contains($0.campaign) }.map { quote -> JSONValue in
        guard audience == .client, case .object(var members) = json(quote) else { return json(quote) }
        for key in ["cost", "margin", "marginShare", "markUpShare"] { members[key] = nil }
        return .object(members)
    }
    return JSONValue.object([
        "schema": "plateau.quote.v1", "client": .string(client), "quotes": .array(quotes),
    ]).text
}

struct ProposalWriter {
    let plan: Plan
    let scenario: Scenario
    let client: String
    let language: Language
    let audience: ProposalAudience
    private let summary: PlanSummary

    init(plan: Plan, scenario: Scenario, client: String, language: Language, audience: ProposalAudience) {
        self.plan = plan
        self.scenario = scenario
        self.client = client
        self.language = language
        self.audience = audience
        summary = PlanSummary(plan, scenario)
    }

    private var campaigns: [Campaign] { scenario.campaigns.filter { $0.client == client } }

    func document() -> ProposalDocument {
        let l = language
        let who = client.isEmpty ? scenario.name : client
        var document = ProposalDocument(
            title: l("Commercial proposal", "Proposition commerciale") + " – " + who)
        if audience == .internal {
            document.paragraph(
                l(
                    "INTERNAL VERSION with cost and margin: not to be sent.",
                    "VERSION INTERNE avec coûts et marges : ne pas transmettre."))
        }
        document.heading(2, l("Context", "Contexte"))
        document.paragraph(
            l(
                "\(scenario.floor.name) proposes to run \(l.campaigns(campaigns.count)) for \(who), over the period from \(scenario.period(l)).",
                "\(scenario.floor.name) propose de prendre en charge \(l.campaigns(campaigns.count)) pour \(who), sur la période du \(scenario.period(l))."
            ))
        for campaign in campaigns { write(campaign, &document) }
        prices(&document)
        if audience == .internal { margins(&document) }
        conditions(&document)
        return document
    }

    private func write(_ campaign: Campaign, _ document: inout ProposalDocument) {
        let l = language
        document.heading(2, campaign.name.isEmpty ? campaign.id.name : campaign.name)
        document.heading(3, l("Scope", "Périmètre"))
        document.list(scope(campaign))
        document.heading(3, l("Volumes and assumptions", "Volumes et hypothèses"))
        document.list(campaign.activities.flatMap { assumptions($0, campaign) })
        let targets = campaign.activities.compactMap { $0.channel.serviceTarget }.flatMap { promises($0) }
        if !targets.isEmpty {
            document.heading(3, l("Service target", "Engagement de service"))
            let predicted = summary[campaign.id]?.service.map {
                l("Expected with this organisation", "Attendu avec cette organisation") + l.colon
                    + l.percent($0)
            }
            document.list(targets + (predicted.map { [$0] } ?? []))
        }
        document.heading(3, l("Organisation", "Organisation"))
        document.list(organisation(campaign))
    }

    private func scope(_ campaign: Campaign) -> [String] {
        let l = language
        var items = campaign.activities.map { l.sentence(l.name($0.channel)) }
        let opening = openingHours(campaign.openingHours)
        if !opening.isEmpty { items.append(l("Opening hours", "Horaires d’ouverture") + l.colon + opening) }
        if let launch = campaign.launch {
            items.append(l("Launch", "Lancement") + l.colon + l.longDate(launch))
        }
        if let end = campaign.end { items.append(l("End", "Fin") + l.colon + l.longDate(end)) }
        if campaign.minimumStaffing > 0 {
            items.append(
                l("Always on the line", "Toujours en ligne") + l.colon + l.agents(campaign.minimumStaffing))
        }
        return items
    }

    /// `Monday to Friday 09:00–18:00; Saturday 09:00–12:00`.
    private func openingHours(_ hours: OpeningHours) -> String {
        let l = language
        var parts: [String] = []
        var first = 0
        while first < 7 {
            var last = first
            while last < 6, hours.weekdays[last + 1] == hours.weekdays[first] { last += 1 }
            if !hours.weekdays[first].isEmpty {
                let names = [first, last].map { l.name(Weekday(rawValue: $0) ?? .monday) }
                let days = first == last ? names[0] : names[0] + l(" to ", " au ") + names[1]
                parts.append(days + " " + hours.weekdays[first].map { l.range($0) }.joined(separator: ", "))
            }
            first = last + 1
        }
        return parts.joined(separator: l("; ", " ; "))
    }

    private func organisation(_ campaign: Campaign) -> [String] {
        let l = language
        var items: [String] = []
        if let figures = summary[campaign.id], figures.people > 0 {
            let production = plan.cost.production.first { $0.campaign == campaign.id }
            let fte = production.map {
                " (" + l.number($0.fullTimeEquivalent, decimals: 1) + " " + l("FTE", "ETP") + ")"
            }
            items.append(
                l("Agents a week", "Téléconseillers par semaine") + l.colon
                    + l.number(figures.people, decimals: 1) + (fte ?? ""))
            let least = scenario.costs.teamSize.lowerBound
            let most = scenario.costs.teamSize.upperBound
            let teams = plan.teams?.teams.count { $0.campaign == campaign.id } ?? 0
            items.append(
                teams > 0
                    ? l("Supervisors", "Superviseurs") + l.colon + l.number(teams)
                    : l(
                        "One supervisor for \(least) to \(most) agents",
                        "Un superviseur pour \(least) à \(most) téléconseillers"))
        }
        if let training = campaign.training {
            items.append(
                l("Training before taking up the post", "Formation avant la prise de poste") + l.colon
                    + l.count(training.sessions, ("session", "sessions"), ("session", "sessions")) + " "
                    + l("of ", "de ") + l.duration(minutes: training.sessionMinutes))
        }
        if let quality = campaign.quality {
            items.append(
                l(
                    "Quality: \(quality.listeningsPerAgentAndMonth) calls listened to per agent and month",
                    "Qualité : \(quality.listeningsPerAgentAndMonth) écoutes par téléconseiller et par mois"))
        }
        return items
    }

    private func conditions(_ document: inout ProposalDocument) {
        let l = language
        document.heading(2, l("Conditions", "Conditions"))
        document.list([
            l(
                "Prices are in euros before tax.", "Les prix s’entendent en euros hors taxes."),
            l(
                "Quantities are estimates over the period; the quantity really produced is invoiced.",
                "Les quantités sont estimées sur la période ; les quantités réellement produites sont facturées."
            ),
            l(
                "The service target holds for volumes within the assumptions above.",
                "L’engagement de service vaut pour des volumes conformes aux hypothèses ci-dessus."),
            l(
                "Rosters obey the working-time rules named “\(scenario.rules.name)”.",
                "Les plannings respectent les règles de temps de travail « \(scenario.rules.name) »."),
        ])
    }
}
