import Workforce

/// The forecast by activity: daily volumes with bands, accuracy, remarks, what the calendar does and
/// what was corrected.
public func forecastText(
    _ forecast: Forecast, scenario: Scenario, language l: Language, colour: Bool = false
) -> String {
    var blocks: [String] = []
    for activity in forecast.activities {
        var table = TextTable(
            l("Forecast", "Prévision") + l.colon + scenario.name(activity.activity),
            columns: [.text(l("Day", "Jour")), .number(l("Contacts", "Contacts"))]
                + activity.dailyBands.flatMap { band -> [TextTable.Column] in
                    let share = l.percent(band.probability, decimals: 0)
                    return [.number(l("low ", "bas ") + share), .number(l("high ", "haut ") + share)]
                })
        for day in 0..<min(scenario.horizon.dayCount, activity.dailyContacts.count)
        where activity.dailyContacts[day] > 0 {
            var cells: [TextTable.Cell] = [
                .init(l.shortDate(scenario.horizon.date(ofDay: day))),
                .init(l.number(activity.dailyContacts[day], decimals: 0)),
            ]
            for band in activity.dailyBands {
                cells.append(.init(day < band.low.count ? l.number(band.low[day], decimals: 0) : l.missing))
                cells.append(.init(day < band.high.count ? l.number(band.high[day], decimals: 0) : l.missing))
            }
            table.add(cells)
        }
        table.total = [
            .init(l("Total", "Total"), .strong),
            .init(l.number(activity.dailyContacts.reduce(0, +), decimals: 0)),
        ]
        if let nothing = l.nothingExpected(of: activity.dailyContacts, from: scenario.horizon.firstDay) {
            (table.total, table.emptyNote) = (nil, nothing)
        }
        let notes = methodNotes(activity, l).map { "  " + singleLine($0) + "\n" }.joined()
        blocks += [
            table.text(l, colour: colour, limit: 56) + notes,
            effectTable(activity.effects, l).text(l, colour: colour, limit: 20),
            overrideTable(activity.overrides, l).text(l, colour: colour, limit: 20),
        ]
    }
    return blocks.isEmpty ? l("Nothing to forecast.", "Rien à prévoir.") + "\n" : joinBlocks(blocks)
}

/// Method, accuracy and remarks of one activity, a sentence each.
func methodNotes(_ activity: ActivityForecast, _ l: Language) -> [String] {
    [l("Method", "Méthode") + l.colon + l.name(activity.method)]
        + (activity.accuracy.map { [l.sentence(l.phrase($0))] } ?? [])
        + activity.remarks.map { l.sentence(l.phrase($0)) }
}

/// Shifts and tours: coverage by week, headcount per contract, shortages, bound and gap.
public func scheduleText(
    _ plan: Plan, shortages: [ScheduleShortage] = [], scenario: Scenario, language l: Language,
    colour: Bool = false
) -> String {
    let text = PlanText(plan: plan, scenario: scenario, language: l, colour: colour)
    var shifts = TextTable(
        l("Most used shifts", "Vacations les plus utilisées"),
        columns: [
            .text(l("Campaign", "Opération")), .text(l("Shift", "Vacation")), .text(l("Lunch", "Déjeuner")),
            .number(l("Paid", "Payé")), .number(l("Person-days", "Jours-personnes")),
        ])
    for use in shiftUses(plan.schedule, scenario) {
        shifts.add([
            .init(scenario.name(use.campaign)), .init(l.range(use.range)),
            .init(use.lunch.map { l.range($0) } ?? l.missing),
            .init(l.duration(minutes: use.paidMinutes)), .init(l.number(use.count)),
        ])
    }
    return joinBlocks([
        text.heading(), text.campaignWeeks().text(l, colour: colour),
        text.headcount().text(l, colour: colour), text.flexibleHours().text(l, colour: colour),
        text.hiring().text(l, colour: colour),
        text.headcountRanges().text(l, colour: colour, limit: 60) + text.hiringNote(),
        shifts.text(l, colour: colour, limit: 15),
        text.fewKinds(),
        shortageText(shortages, scenario: scenario, language: l, colour: colour),
        joinBlocks(text.acrossWeeks()), text.placement(),
        text.loans().text(l, colour: colour, limit: 20), text.sharedWeeks().text(l, colour: colour),
        text.optimiserTable(text.optimiserResults(everyPool: true)).text(l, colour: colour, limit: 40),
        text.findings(limit: 20),
    ])
}

/// Shifts alike but for their rest breaks.
struct ShiftUse: Hashable {
    var campaign: Identifier<Campaign>
    var range: ClockRange
    var lunch: ClockRange?
    var paidMinutes: Int
    var count = 0

    fileprivate var order: [Int] {
        [-count, range.start.minute, range.end.minute, lunch?.start.minute ?? -1, paidMinutes]
    }
}

/// Distinct shifts of each campaign with the person-days they are worked, most used first.
func shiftUses(_ schedule: Schedule, _ scenario: Scenario) -> [ShiftUse] {
    scenario.orderedCampaigns(also: schedule.pools.map(\.campaign)).flatMap { campaign in
        var counts: [ShiftUse: Int] = [:]
        for entry in schedule.pools.lazy.filter({ $0.campaign == campaign }).flatMap(\.tours) {
            for case let shift? in entry.tour.shifts {
                let lunch = shift.breaks.first { $0.kind == .lunch }?.range
                let use = ShiftUse(
                    campaign: campaign, range: shift.range, lunch: lunch, paidMinutes: shift.paidMinutes)
                counts[use, default: 0] += entry.count
            }
        }
        return counts.map { use, count in
            var use = use
            use.count = count
            return use
        }.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    }
}

/// Cost build-up, line by line, and the price of each campaign.
public func costText(
    _ plan: Plan, scenario: Scenario, language l: Language, colour: Bool = false
) -> String {
    let text = PlanText(plan: plan, scenario: scenario, language: l, colour: colour)
    var table = TextTable(
        l("Cost build-up", "Décomposition des coûts"),
        columns: [
            .text(l("Campaign", "Opération")), .text(l("Item", "Poste")), .number(l("Quantity", "Quantité")),
            .text(l("unit", "unité")), .number(l("× unit price", "× prix unitaire")),
            .number(l("= amount", "= montant")),
        ])
    for line in plan.cost.lines {
        table.add([
            .init(scenario.name(line.campaign)), .init(l.name(line.item)),
            .init(quantity(line, l)), .init(line.unit == .share ? "" : l.name(line.unit)),
            .init(l.money(line.unitPrice)), .init(l.money(line.amount)),
        ])
    }
    table.total = [.init(l("Total", "Total"), .strong), "", "", "", "", .init(l.money(plan.cost.total))]
    return joinBlocks([
        text.heading(), table.text(l, colour: colour), text.costs().text(l, colour: colour),
        text.findings(limit: 6),
    ])
}

/// The quantity of a cost line in the reader's format, a share as a percentage.
func quantity(_ line: CostLine, _ l: Language) -> String {
    switch line.unit {
    case .share: l.percent(line.quantity, decimals: 2)
    // Few and dear: enough digits that quantity × price gives the amount.
    case .agentMonths, .supervisorMonths, .seatMonths: l.number(line.quantity, decimals: 6)
    case .hours, .minutes: l.number(line.quantity, decimals: 2)
    }
}
