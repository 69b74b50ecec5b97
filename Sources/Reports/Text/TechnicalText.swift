import Workforce

/// Seats, lines and licences by site: what the floor's technicians must provide.
public func technicalText(
    _ needs: TechnicalNeeds, scenario: Scenario, language l: Language, colour: Bool = false
) -> String {
    joinBlocks(
        needs.sites.map { site in
            technicalTable(site, scenario, l).text(l, colour: colour)
                + technicalNotes(site, scenario, l).map { "  " + $0 + "\n" }.joined()
        })
}

private func technicalTable(
    _ needs: SiteTechnicalNeeds, _ scenario: Scenario, _ l: Language
) -> TextTable {
    let name = scenario.floor.site(needs.site)?.name ?? needs.site.name
    var table = TextTable(
        l("Technical needs", "Besoins techniques") + l.colon + (name.isEmpty ? needs.site.name : name),
        columns: [
            .text(l("Campaign", "Opération")), .number(l("Seats", "Positions")),
            .text(l("busiest", "pointe")), .number(l("Lines", "Lignes")),
            .text(l("busiest", "pointe")), .number(l("Erlangs", "Erlangs")),
        ])
    for campaign in needs.campaigns {
        table.add([.init(scenario.name(campaign.campaign))] + cells(campaign.peak, scenario.horizon, l))
    }
    table.total =
        [.init(l("Together", "Ensemble"), .strong)] + cells(needs.peak, scenario.horizon, l)
    return table
}

private func cells(_ peak: PeakNeeds, _ horizon: Horizon, _ l: Language) -> [TextTable.Cell] {
    func moment(_ interval: Int?) -> TextTable.Cell {
        guard let interval, horizon.intervals.contains(interval) else { return .init(l.missing, .faint) }
        return .init(l.shortDate(horizon.date(of: interval)) + " " + horizon.clock(of: interval).description)
    }
    return [
        .init(l.number(peak.seats)), moment(peak.seatsInterval), .init(l.number(peak.lines)),
        moment(peak.linesInterval), .init(l.number(peak.lineLoad, decimals: 1)),
    ]
}

private func technicalNotes(_ needs: SiteTechnicalNeeds, _ scenario: Scenario, _ l: Language) -> [String] {
    var notes: [String] = []
    if let site = scenario.floor.site(needs.site) {
        let share = l.percent(site.lineBlocking, decimals: 2)
        notes.append(
            l(
                "Lines so that at most \(share) of calls find them all busy (Erlang B)",
                "Lignes pour qu’au plus \(share) des appels les trouvent toutes occupées (Erlang B)"))
        if let seats = site.seats, seats < needs.peak.seats {
            notes.append(
                l(
                    "The site has \(l.number(seats)) seats: \(l.number(needs.peak.seats - seats)) too few",
                    "Le site a \(l.number(seats)) positions : il en manque \(l.number(needs.peak.seats - seats))"
                ))
        }
    }
    if !needs.licences.isEmpty {
        let list = needs.licences.map { l.name($0.tool) + " " + l.number($0.concurrent) }
        notes.append(
            l("Licences at the same time", "Licences simultanées") + l.colon + list.joined(separator: ", "))
    }
    for pace in needs.campaigns.flatMap(\.dialing) where pace.mode == .predictive {
        notes.append(
            scenario.name(pace.activity) + l.colon + l.name(pace.mode) + ", "
                + l(
                    "\(l.number(pace.linesPerAgent, decimals: 2)) lines per agent",
                    "\(l.number(pace.linesPerAgent, decimals: 2)) lignes par téléconseiller"))
    }
    return notes
}
