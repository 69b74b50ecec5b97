import Workforce

/// What calls and chats need, one row an interval and activity: load, agents on
/// the line, agents to schedule, and the target that decided.
public func requirementCSV(_ requirement: Requirement, scenario: Scenario, language l: Language) -> [UInt8] {
    let horizon = scenario.horizon
    var file = DelimitedText(
        l,
        header: [
            l("date", "date"), l("time", "heure"), l("campaign", "opération"), l("activity", "activité"),
            l("erlangs", "erlangs"), l("positions", "positions"), l("scheduled", "planifiés"),
            l("service level", "niveau de service"), l("decided by", "déterminé par"),
        ])
    for activity in requirement.activities {
        guard case .perInterval(let need) = activity.kind else { continue }
        for t in horizon.intervals where t < need.positions.count && need.scheduled[t] > 0 {
            file.add([
                .plain(l.fileDate(horizon.date(of: t))), .plain(horizon.clock(of: t).description),
                .text(activity.activity.campaign.name), .text(activity.activity.activity.name),
                .number(need.offeredLoad[t], decimals: 4), .plain("\(need.positions[t])"),
                .plain("\(need.scheduled[t])"), .number(need.serviceAround[t * 5 + 2], decimals: 4),
                .text(l.name(need.binding[t])),
            ])
        }
    }
    return Array(file.text.utf8)
}

/// Requirement and coverage, one row an interval and campaign with any of the two.
public func coverageCSV(_ plan: Plan, scenario: Scenario, language l: Language) -> [UInt8] {
    let horizon = scenario.horizon
    let summary = PlanSummary(plan, scenario)
    var file = DelimitedText(
        l,
        header: [
            l("date", "date"), l("time", "heure"), l("campaign", "opération"),
            l("required", "besoin"), l("covered", "couverture"), l("difference", "écart"),
        ])
    for campaign in summary.campaigns {
        for t in horizon.intervals where campaign.required[t] > 0 || campaign.covered[t] > 0 {
            file.add([
                .plain(l.fileDate(horizon.date(of: t))), .plain(horizon.clock(of: t).description),
                .text(campaign.campaign.name), .plain("\(campaign.required[t])"),
                .plain("\(campaign.covered[t])"), .plain("\(campaign.covered[t] - campaign.required[t])"),
            ])
        }
    }
    return Array(file.text.utf8)
}

/// Contacts and handle time per interval of every activity, with bands.
///
/// Columns for bands follow the probabilities of the first activity that has any.
public func forecastCSV(_ forecast: Forecast, scenario: Scenario, language l: Language) -> [UInt8] {
    let horizon = scenario.horizon
    let shares = forecast.activities.first { !$0.bands.isEmpty }?.bands.map(\.probability) ?? []
    var header = [
        l("date", "date"), l("time", "heure"), l("campaign", "opération"), l("activity", "activité"),
        l("contacts", "contacts"), l("handle seconds", "DMT secondes"),
    ]
    for share in shares {
        let name = "\(DecimalParts(share * 100, decimals: 0)?.whole ?? "")"
        header += [l("low", "bas") + name, l("high", "haut") + name]
    }
    var file = DelimitedText(l, header: header)
    for activity in forecast.activities {
        for t in horizon.intervals where t < activity.contacts.count && activity.contacts[t] > 0 {
            var cells: [DelimitedText.Cell] = [
                .plain(l.fileDate(horizon.date(of: t))), .plain(horizon.clock(of: t).description),
                .text(activity.activity.campaign.name), .text(activity.activity.activity.name),
                .number(activity.contacts[t], decimals: 3),
                .number(t < activity.handleSeconds.count ? activity.handleSeconds[t] : .nan, decimals: 1),
            ]
            for share in shares {
                let band = activity.bands.first { $0.probability == share }
                cells.append(.number(value(band?.low, t), decimals: 3))
                cells.append(.number(value(band?.high, t), decimals: 3))
            }
            file.add(cells)
        }
    }
    return Array(file.text.utf8)
}

private func value(_ series: [Double]?, _ t: Int) -> Double {
    guard let series, t < series.count else { return .nan }
    return series[t]
}

/// Anonymous tours: one row a shift of a tour, with the count of people who work it.
public func scheduleCSV(_ schedule: Schedule, scenario: Scenario, language l: Language) -> [UInt8] {
    var file = DelimitedText(
        l,
        header: [
            l("week", "semaine"), l("campaign", "opération"), l("tour", "semaine type"),
            l("contract", "contrat"), l("people", "effectif"), l("date", "date"), l("start", "début"),
            l("end", "fin"), l("lunch", "déjeuner"), l("breaks", "pauses"), l("paid hours", "heures payées"),
        ])
    let horizon = scenario.horizon
    for pool in schedule.pools {
        for (number, entry) in pool.tours.enumerated() {
            for (weekday, shift) in entry.tour.shifts.enumerated() {
                guard let shift else { continue }
                let date = horizon.date(ofDay: pool.week * 7 + weekday)
                file.add([
                    .plain("\(date.isoWeek)"), .text(pool.campaign.name), .plain("\(number + 1)"),
                    .text(entry.tour.contract.name), .plain("\(entry.count)"), .plain(l.fileDate(date)),
                    .plain(shift.range.start.description), .plain(shift.range.end.description),
                    .plain(breaks(of: shift, .lunch)), .plain(breaks(of: shift, .rest, .interruption)),
                    .number(Double(shift.paidMinutes) / 60, decimals: 2),
                ])
            }
        }
    }
    return Array(file.text.utf8)
}

/// One row a worked day of an agent. Days off have no row and no reason.
public func rosterCSV(_ roster: Roster, scenario: Scenario, language l: Language) -> [UInt8] {
    var file = DelimitedText(
        l,
        header: [
            l("employee number", "matricule"), l("last name", "nom"), l("first name", "prénom"),
            l("date", "date"), l("start", "début"), l("end", "fin"), l("lunch", "déjeuner"),
            l("breaks", "pauses"), l("campaign", "opération"), l("paid hours", "heures payées"),
        ] + (roster.loans.isEmpty ? [] : [l("on loan", "renfort")]))
    let agents = Dictionary(scenario.floor.agents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let lent = Dictionary(grouping: roster.loans, by: \.agent)
    /// `10:00-12:00 fibre`, several with a blank between.
    func loans(of agent: Identifier<Agent>, day: Int) -> String {
        (lent[agent] ?? []).filter { $0.day == day }
            .map { "\($0.range.start)-\($0.range.end) \($0.borrower)" }.joined(separator: " ")
    }
    for line in roster.lines {
        for weekday in 0..<7 {
            guard let shift = line.shift(on: weekday) else { continue }
            file.add(
                [
                    .text(line.agent.name), .text(agents[line.agent]?.lastName ?? ""),
                    .text(agents[line.agent]?.firstName ?? ""),
                    .plain(l.fileDate(scenario.horizon.date(ofDay: line.week * 7 + weekday))),
                    .plain(shift.range.start.description), .plain(shift.range.end.description),
                    .plain(breaks(of: shift, .lunch)), .plain(breaks(of: shift, .rest, .interruption)),
                    .text(line.campaign.name), .number(Double(shift.paidMinutes) / 60, decimals: 2),
                ] + (roster.loans.isEmpty ? [] : [.text(loans(of: line.agent, day: line.week * 7 + weekday))])
            )
        }
    }
    return Array(file.text.utf8)
}

/// `12:00-12:45`, several with a blank between.
private func breaks(of shift: Shift, _ kinds: BreakKind...) -> String {
    shift.breaks.filter { kinds.contains($0.kind) }.map { "\($0.range.start)-\($0.range.end)" }
        .joined(separator: " ")
}

extension Language {
    /// `23/11/2026` in French files, `2026-11-23` in English ones.
    func fileDate(_ date: CivilDate) -> String { self(date.iso8601, self.date(date)) }
}
