import Workforce

/// Sheets to hang on the wall: one A4 landscape page a team and week, agents ×
/// days with start and end, lunch and breaks.
///
/// Who is away has a dash and nothing more: the reason of an absence is
/// private and never printed, nor are planned courses named as such.
///
/// - Parameters:
///   - week: week of the horizon; nil = every week.
///   - team: index into the plan's teams; nil = every team, then who has none.
///     Without teams, pages follow the campaigns.
public func wallSheetHTML(
    _ plan: Plan, scenario: Scenario, week: Int? = nil, team: Int? = nil, language: Language
) -> String {
    let sheet = WallSheet(plan: plan, scenario: scenario, language: language)
    let weeks = (0..<scenario.horizon.weekCount).filter { week == nil || $0 == week }
    let pages = weeks.flatMap { sheet.pages(week: $0, team: team) }
    let title = language("Roster", "Planning") + language.colon + scenario.name
    return htmlDocument(title: title, stylesheet: wallStylesheet, language: language) { html in
        if pages.isEmpty { html.leaf("p", language("Nobody works.", "Personne ne travaille.")) }
        for page in pages { sheet.write(page, &html) }
    }
}

/// What fits on one page.
private let rowsPerPage = 14

struct WallSheet {
    struct Page {
        var title: String
        var subtitle: String
        var week: Int
        var lines: [RosterLine]
    }

    let plan: Plan
    let scenario: Scenario
    let language: Language
    private let names: AgentNames
    private let campaigns: [Identifier<Campaign>]

    init(plan: Plan, scenario: Scenario, language: Language) {
        self.plan = plan
        self.scenario = scenario
        self.language = language
        names = AgentNames(scenario)
        campaigns = scenario.orderedCampaigns(also: plan.roster?.lines.map(\.campaign) ?? [])
    }

    func pages(week: Int, team: Int?) -> [Page] {
        guard let roster = plan.roster else { return [] }
        let lines = roster.lines.filter { $0.week == week }
        guard let teams = plan.teams?.teams, !teams.isEmpty else {
            return campaigns.flatMap { campaign in
                split(
                    scenario.name(campaign), "", week, lines.filter { $0.campaign == campaign })
            }
        }
        var pages: [Page] = []
        var placed = Set<Identifier<Agent>>()
        for (position, entry) in teams.enumerated() {
            placed.formUnion(entry.agents)
            guard team == nil || team == position else { continue }
            let members = Set(entry.agents)
            pages += split(
                language("Team ", "Équipe ") + scenario.name(entry.supervisor),
                scenario.name(entry.campaign), week, lines.filter { members.contains($0.agent) })
        }
        if team == nil {
            pages += split(
                language("Without a team", "Sans équipe"), "", week,
                lines.filter { !placed.contains($0.agent) })
        }
        return pages
    }

    private func split(_ title: String, _ subtitle: String, _ week: Int, _ lines: [RosterLine]) -> [Page] {
        let sorted = lines.enumerated().sorted {
            (names[$0.element.agent], $0.offset) < (names[$1.element.agent], $1.offset)
        }.map(\.element)
        return stride(from: 0, to: sorted.count, by: rowsPerPage).map { first in
            let rest = sorted[first..<min(first + rowsPerPage, sorted.count)]
            return Page(title: title, subtitle: subtitle, week: week, lines: Array(rest))
        }
    }

    func write(_ page: Page, _ html: inout MarkupWriter) {
        let l = language
        let horizon = scenario.horizon
        html.element("section") { html in
            html.element("header") { html in
                html.leaf("h1", page.title)
                let facts = [page.subtitle, l.week(page.week, of: horizon), scenario.floor.name]
                html.leaf("p", facts.filter { !$0.isEmpty }.joined(separator: " · "))
            }
            html.element("table") { html in
                html.element("thead") { html in
                    html.element("tr") { html in
                        html.leaf("th", ["class": "who"], l("Name", "Nom"))
                        for weekday in 0..<7 {
                            html.leaf("th", l.shortDate(horizon.date(ofDay: page.week * 7 + weekday)))
                        }
                    }
                }
                html.element("tbody") { html in
                    for line in page.lines { row(line, &html) }
                }
            }
            html.leaf(
                "p", ["class": "key"],
                l(
                    "Times are those of the site. L: lunch; B: breaks; –: does not work.",
                    "Heures du site. D : déjeuner ; P : pauses ; – : ne travaille pas."))
        }
        html.newline()
    }

    private func row(_ line: RosterLine, _ html: inout MarkupWriter) {
        html.element("tr") { html in
            html.element("th", ["scope": "row", "class": "who"]) { html in
                html.write(names[line.agent])
                // The name and the edge tell campaigns apart without colour.
                html.leaf("small", ["class": edge(line.campaign)], scenario.name(line.campaign))
            }
            for weekday in 0..<7 { cell(line, weekday, &html) }
        }
        html.newline()
    }

    private func cell(_ line: RosterLine, _ weekday: Int, _ html: inout MarkupWriter) {
        guard let shift = line.shift(on: weekday) else {
            html.leaf("td", ["class": "off"], language.missing)
            return
        }
        let l = language
        html.element("td", ["class": edge(line.campaign)]) { html in
            html.leaf("b", l.range(shift.range))
            let lunches = shift.breaks.filter { $0.kind == .lunch }.map { l.range($0.range) }
            if !lunches.isEmpty { html.leaf("span", l("L ", "D ") + lunches.joined(separator: " ")) }
            let rests = shift.breaks.filter { $0.kind == .rest }.map { $0.range.start.description }
            if !rests.isEmpty { html.leaf("span", l("B ", "P ") + rests.joined(separator: " ")) }
            for session in plan.training?.sessions ?? []
            where session.day == line.week * 7 + weekday && session.agents.contains(line.agent) {
                html.leaf(
                    "span", l("Room ", "Salle ") + session.room.name + " " + l.range(session.range))
            }
        }
    }

    /// One of four edges (solid, double, dashed, dotted), by the order of campaigns.
    private func edge(_ campaign: Identifier<Campaign>) -> String {
        "c\((campaigns.firstIndex(of: campaign) ?? 0) % 4)"
    }
}

let wallStylesheet = """
    @page{size:A4 landscape;margin:9mm}*{box-sizing:border-box}
    body{font:11.5px/1.1 system-ui,"Segoe UI","DejaVu Sans",sans-serif;color:#000;background:#fff;margin:0 auto;max-width:280mm}
    section{break-after:page;page-break-after:always}section:last-child{break-after:auto;page-break-after:auto}
    header{display:flex;justify-content:space-between;align-items:baseline;border-bottom:2px solid #000;margin-bottom:2mm}
    h1{font-size:20px;margin:0}header p{margin:0;font-size:14px}
    table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid #777;padding:2px 4px;text-align:left;vertical-align:top}
    thead th{background:#e6e6e6;font-size:13px}tr{break-inside:avoid}.who{width:15%}.who small{display:block;font-weight:400;padding-left:4px;margin-top:1px;line-height:1}
    td b{display:block;font-size:12.5px;white-space:nowrap;padding-left:4px}td span{display:block;font-size:9.5px;color:#333;white-space:nowrap;overflow:hidden}.off{text-align:center;vertical-align:middle;color:#555;background:#f3f3f3}
    td.c0 b,.who .c0{border-left:4px solid #222}td.c1 b,.who .c1{border-left:5px double #222}td.c2 b,.who .c2{border-left:4px dashed #555}td.c3 b,.who .c3{border-left:4px dotted #222}
    .key{font-size:11px;color:#333;margin:1mm 0 0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    """
