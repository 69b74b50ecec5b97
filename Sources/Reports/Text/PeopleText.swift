import Workforce

/// The named roster, week by week: start and end of every agent's days.
public func rosterText(
    _ plan: Plan, scenario: Scenario, language l: Language, colour: Bool = false
) -> String {
    guard let roster = plan.roster else { return notInSizingMode(l) }
    let text = PlanText(plan: plan, scenario: scenario, language: l, colour: colour)
    let names = AgentNames(scenario)
    var blocks = [text.heading()]
    for week in 0..<scenario.horizon.weekCount {
        var table = TextTable(
            l.week(week, of: scenario.horizon),
            columns: [.text(l("Agent", "Agent")), .text(l("Campaign", "Opération"))]
                + Weekday.allCases.map { .text(l.shortName($0)) } + [.number(l("Paid", "Payé"))])
        for line in roster.lines where line.week == week {
            let shifts = (0..<7).map { line.shift(on: $0) }
            let paid = shifts.reduce(0) { $0 + ($1?.paidMinutes ?? 0) }
            table.add(
                [.init(names[line.agent]), .init(scenario.name(line.campaign))]
                    + shifts.map { .init($0.map { l.range($0.range) } ?? l.missing) }
                    + [.init(l.duration(minutes: paid))])
        }
        table.emptyNote = l("nobody works", "personne ne travaille")
        blocks.append(table.text(l, colour: colour))
    }
    return joinBlocks(
        blocks + [
            text.agentLoans().text(l, colour: colour, limit: 40),
            unfilledTable(roster, scenario, l).text(l, colour: colour, limit: 20),
            joinBlocks(text.acrossWeeks()), text.people(),
            text.optimisers().text(l, colour: colour), text.findings(limit: 20),
        ])
}

private func unfilledTable(_ roster: Roster, _ scenario: Scenario, _ l: Language) -> TextTable {
    var table = TextTable(
        l("Tours that nobody can take", "Semaines types sans titulaire"),
        columns: [
            .text(l("Week", "Semaine")), .text(l("Campaign", "Opération")), .text(l("Contract", "Contrat")),
            .number(l("Paid", "Payé")),
        ])
    for tour in roster.unfilled {
        table.add([
            .init(l.week(tour.week, of: scenario.horizon)), .init(scenario.name(tour.campaign)),
            .init(scenario.name(tour.tour.contract)), .init(l.duration(minutes: tour.tour.paidMinutes)),
        ])
    }
    return table
}

/// Who works for which campaign, week by week, and the hours that lack.
public func staffingText(
    _ staffing: Staffing?, scenario: Scenario, language l: Language, colour: Bool = false
) -> String {
    guard let staffing else { return notInSizingMode(l) }
    let campaigns = scenario.orderedCampaigns(also: staffing.posts.map(\.campaign))
    var counts = TextTable(
        l("Staffing: agents by campaign", "Affectation : téléconseillers par opération"),
        columns: [.text(l("Week", "Semaine"))] + campaigns.map { .number(scenario.name($0)) })
    for week in 0..<scenario.horizon.weekCount {
        counts.add(
            [.init(l.week(week, of: scenario.horizon))]
                + campaigns.map { campaign in
                    let posts = staffing.posts.filter { $0.week == week && $0.campaign == campaign }
                    let trained = posts.count { $0.needsTraining }
                    return .init(
                        l.number(posts.count)
                            + (trained > 0 ? l(" (\(trained) to train)", " (dont \(trained) à former)") : ""))
                })
    }
    let away = movesTable(staffing, scenario, l)
    var shortages = TextTable(
        l("Hours that no agent can give", "Heures qu’aucun téléconseiller ne peut donner"),
        columns: [
            .text(l("Week", "Semaine")), .text(l("Campaign", "Opération")), .number(l("Hours", "Heures")),
        ])
    for shortage in staffing.shortages {
        shortages.add([
            .init(l.week(shortage.week, of: scenario.horizon)), .init(scenario.name(shortage.campaign)),
            .init(l.number(shortage.hours, decimals: 1)),
        ])
    }
    return joinBlocks([
        counts.text(l, colour: colour), away.text(l, colour: colour, limit: 40),
        shortages.text(l, colour: colour, limit: 20), optimalityLine(staffing.optimality, l),
    ])
}

/// Agents who leave their home campaign or need a course.
private func movesTable(_ staffing: Staffing, _ scenario: Scenario, _ l: Language) -> TextTable {
    let names = AgentNames(scenario)
    let homes = Dictionary(
        scenario.floor.agents.map { ($0.id, $0.homeCampaign) }, uniquingKeysWith: { a, _ in a })
    var table = TextTable(
        l("Away from home or to be trained", "Hors opération d’origine ou à former"),
        columns: [
            .text(l("Agent", "Agent")), .text(l("Week", "Semaine")), .text(l("Home", "Origine")),
            .text(l("Works for", "Travaille pour")), .text(l("Training", "Formation")),
        ])
    for post in staffing.posts {
        let home = homes[post.agent] ?? nil
        guard post.needsTraining || (home != nil && home != post.campaign) else { continue }
        table.add([
            .init(names[post.agent]), .init(l.week(post.week, of: scenario.horizon)),
            .init(home.map { scenario.name($0) } ?? l.missing), .init(scenario.name(post.campaign)),
            .init(post.needsTraining ? l("needed", "à faire") : l.missing),
        ])
    }
    return table
}

/// Teams under their supervisors.
public func teamsText(
    _ teams: TeamPlan?, scenario: Scenario, language l: Language, colour: Bool = false
) -> String {
    guard let teams else { return notInSizingMode(l) }
    let names = AgentNames(scenario)
    var table = TextTable(
        l("Teams", "Équipes"),
        columns: [
            .text(l("Supervisor", "Superviseur")), .text(l("Campaign", "Opération")),
            .number(l("Agents", "Agents")), .number(l("Presence", "Présence")),
            .text(l("Members", "Membres")),
        ])
    for team in teams.teams {
        let members = team.agents.prefix(4).map { names[$0] }.joined(separator: ", ")
        table.add([
            .init(scenario.name(team.supervisor)), .init(scenario.name(team.campaign)),
            .init(l.number(team.agents.count)), .init(l.percent(team.overlapShare, decimals: 0)),
            .init(team.agents.count > 4 ? members + " " + l.more(team.agents.count - 4) : members),
        ])
    }
    table.emptyNote = l("no team", "aucune équipe")
    let alone = teams.unassigned.map { names[$0] }
    let shown = alone.prefix(20).joined(separator: ", ")
    let rest = alone.count > 20 ? " " + l.more(alone.count - 20) : ""
    let without =
        alone.isEmpty ? "" : l("Without a team", "Sans équipe") + l.colon + singleLine(shown) + rest + "\n"
    return joinBlocks([table.text(l, colour: colour), without, optimalityLine(teams.optimality, l)])
}

/// The training calendar.
public func trainingText(
    _ training: TrainingPlan?, scenario: Scenario, language l: Language, colour: Bool = false
) -> String {
    guard let training else { return notInSizingMode(l) }
    let names = AgentNames(scenario)
    var table = TextTable(
        l("Training sessions", "Sessions de formation"),
        columns: [
            .text(l("Day", "Jour")), .text(l("Time", "Horaire")), .text(l("Campaign", "Opération")),
            .number(l("No.", "N°")), .text(l("Trainer", "Formateur")), .text(l("Room", "Salle")),
            .number(l("People", "Effectif")),
        ])
    for session in training.sessions {
        table.add([
            .init(l.shortDate(scenario.horizon.date(ofDay: session.day))), .init(l.range(session.range)),
            .init(scenario.name(session.campaign)), .init(l.number(session.number)),
            .init(scenario.name(session.trainer)), .init(session.room.name),
            .init(l.number(session.agents.count)),
        ])
    }
    table.emptyNote = l("no session needed", "aucune session nécessaire")
    let unplaced = training.unplaced.prefix(20).map {
        "  " + singleLine(names[$0.agent]) + " → " + singleLine(scenario.name($0.campaign)) + "\n"
    }.joined()
    let list =
        unplaced.isEmpty
        ? ""
        : l("Courses that could not be placed", "Formations non placées") + "\n" + unplaced
            + (training.unplaced.count > 20 ? "  " + l.more(training.unplaced.count - 20) + "\n" : "")
    return joinBlocks([table.text(l, colour: colour), list, optimalityLine(training.optimality, l)])
}

private func optimalityLine(_ optimality: Optimality, _ l: Language) -> String {
    l("Optimiser", "Optimiseur") + l.colon + l.name(optimality.status) + ", " + l("gap", "écart") + " "
        + l.percent(optimality.gap, decimals: 2) + "\n"
}

private func notInSizingMode(_ l: Language) -> String {
    l(
        "Sizing mode: no named agents, so this stage is skipped.",
        "Mode dimensionnement : pas d’agents nommés, cette étape est sautée.") + "\n"
}
