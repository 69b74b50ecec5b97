import Workforce

/// Sections about named people, and the cost build-up.
extension PlanPage {
    func roster(_ html: inout MarkupWriter) {
        guard let roster = plan.roster else { return }
        let l = language
        if let line = text.fairness(roster) { html.leaf("p", line) }
        for week in 0..<scenario.horizon.weekCount {
            let lines = roster.lines.filter { $0.week == week }
            guard !lines.isEmpty else { continue }
            var table = TextTable(
                columns: [.text(l("Agent", "Agent")), .text(l("Campaign", "Opération"))]
                    + (0..<7).map { .text(l.shortDate(scenario.horizon.date(ofDay: week * 7 + $0))) }
                    + [.number(l("Paid", "Payé"))])
            for line in lines {
                let shifts = (0..<7).map { line.shift(on: $0) }
                table.add(
                    [.init(names[line.agent]), .init(scenario.name(line.campaign))]
                        + shifts.map { .init($0.map { l.range($0.range) } ?? l.missing) }
                        + [.init(l.duration(minutes: shifts.reduce(0) { $0 + ($1?.paidMinutes ?? 0) }))])
            }
            let body: (inout MarkupWriter) -> Void = { html in
                html.leaf(
                    "summary", l.week(week, of: scenario.horizon) + " – " + l.agents(lines.count))
                html.table(table, style: "grid")
            }
            // The first week lies open: a reader sees what the others hold.
            if week == 0 {
                html.element("details", ["open": "open"], body)
            } else {
                html.element("details", body)
            }
        }
        unfilled(roster, &html)
    }

    private func unfilled(_ roster: Roster, _ html: inout MarkupWriter) {
        let l = language
        var table = TextTable(
            l("Tours that nobody can take", "Semaines types sans titulaire"),
            columns: [
                .text(l("Week", "Semaine")), .text(l("Campaign", "Opération")),
                .text(l("Contract", "Contrat")), .number(l("Paid", "Payé")), .text(l("Days", "Jours")),
            ])
        for entry in roster.unfilled {
            let days = entry.tour.shifts.enumerated().compactMap { weekday, shift in
                shift.map { "\(l.shortName(Weekday(rawValue: weekday) ?? .monday)) \(l.range($0.range))" }
            }
            table.add([
                .init(l.week(entry.week, of: scenario.horizon)), .init(scenario.name(entry.campaign)),
                .init(scenario.name(entry.tour.contract)), .init(l.duration(minutes: entry.tour.paidMinutes)),
                .init(days.joined(separator: ", ")),
            ])
        }
        html.table(table)
    }

    func teams(_ html: inout MarkupWriter) {
        guard let teams = plan.teams else { return }
        let l = language
        var table = TextTable(
            columns: [
                .text(l("Supervisor", "Superviseur")), .text(l("Campaign", "Opération")),
                .number(l("Agents", "Agents")), .number(l("Supervisor present", "Superviseur présent")),
                .text(l("Members", "Membres")),
            ])
        for team in teams.teams {
            table.add([
                .init(scenario.name(team.supervisor)), .init(scenario.name(team.campaign)),
                .init(l.number(team.agents.count)), .init(l.percent(team.overlapShare, decimals: 0)),
                .init(team.agents.map { names[$0] }.joined(separator: ", ")),
            ])
        }
        html.table(table)
        guard !teams.unassigned.isEmpty else { return }
        html.leaf(
            "p",
            l("Without a team", "Sans équipe") + l.colon
                + teams.unassigned.map { names[$0] }.joined(separator: ", "))
    }

    func training(_ html: inout MarkupWriter) {
        guard let training = plan.training else { return }
        let l = language
        var table = TextTable(
            columns: [
                .text(l("Day", "Jour")), .text(l("Time", "Horaire")), .text(l("Campaign", "Opération")),
                .number(l("Session", "Session")), .text(l("Trainer", "Formateur")),
                .text(l("Room", "Salle")), .text(l("Agents", "Agents")),
            ])
        table.emptyNote = l("no session needed", "aucune session nécessaire")
        let sessions = training.sessions.enumerated().sorted { a, b in
            (a.element.day, a.element.range.start, a.offset) < (
                b.element.day, b.element.range.start, b.offset
            )
        }
        for (_, session) in sessions {
            table.add([
                .init(l.longDate(scenario.horizon.date(ofDay: session.day))), .init(l.range(session.range)),
                .init(scenario.name(session.campaign)), .init(l.number(session.number)),
                .init(scenario.name(session.trainer)), .init(session.room.name),
                .init(session.agents.map { names[$0] }.joined(separator: ", ")),
            ])
        }
        html.table(table)
        guard !training.unplaced.isEmpty else { return }
        let list = training.unplaced.map { "\(names[$0.agent]) (\(scenario.name($0.campaign)))" }
        html.leaf(
            "p",
            l("Courses that could not be placed", "Formations non placées") + l.colon
                + list.joined(separator: ", "))
    }

    /// Quantity × unit price = amount, campaign by campaign.
    func costs(_ html: inout MarkupWriter) {
        let l = language
        for campaign in scenario.orderedCampaigns(also: plan.cost.lines.map(\.campaign)) {
            let lines = plan.cost.lines.filter { $0.campaign == campaign }
            guard !lines.isEmpty else { continue }
            var table = TextTable(
                scenario.name(campaign),
                columns: [
                    .text(l("Item", "Poste")), .number(l("Quantity", "Quantité")), .text(l("Unit", "Unité")),
                    .number(l("× unit price", "× prix unitaire")), .number(l("= amount", "= montant")),
                    .number(l("Share", "Part")),
                ])
            let total = plan.cost.total(of: campaign)
            for line in lines {
                let share = total == .zero ? nil : Double(line.amount.cents) / Double(total.cents)
                table.add([
                    .init(l.sentence(l.name(line.item))), .init(quantity(line, l)), .init(l.name(line.unit)),
                    .init("× " + l.money(line.unitPrice)), .init("= " + l.money(line.amount)),
                    .init(l.percent(share)),
                ])
            }
            table.total = [.init(l("Total", "Total")), "", "", "", .init(l.money(total))]
            html.table(table)
        }
    }
}
