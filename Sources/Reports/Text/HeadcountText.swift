import Workforce

/// Whom to hire, in sizing mode.
extension PlanText {
    /// People to hire of each contract for each campaign: the most that any week uses, with the
    /// proved range of any plan of about the same cost. Empty where no ranges were asked for.
    func hiring() -> TextTable {
        let l = language
        var table = TextTable(
            l("Headcount to hire", "Effectif à recruter"),
            columns: [
                .text(l("Campaign", "Opération")), .text(l("Contract", "Contrat")),
                .number(l("People", "Effectif")), .number(l("at least", "au moins")),
                .number(l("at most", "au plus")), .text(l("Peak week", "Semaine la plus chargée")),
                .number(l("Cost over the horizon", "Coût sur l’horizon")),
            ])
        var sum = Money.zero
        for need in hiringNeeds(plan.headcounts, scenario) {
            sum = sum + need.cost
            table.add([
                .init(scenario.name(need.campaign)), .init(scenario.name(need.contract)),
                .init(l.number(need.people)), .init(l.number(need.least)),
                .init(need.most.map { l.number($0) } ?? l.missing),
                .init(l.week(need.peak, of: scenario.horizon)),
                .init(l.roundMoney(need.cost)),
            ])
        }
        if !table.rows.isEmpty {
            table.total = [.init(l("Total", "Total"), .strong), "", "", "", "", "", .init(l.roundMoney(sum))]
        }
        return table
    }

    /// The same week by week.
    func headcountRanges() -> TextTable {
        let l = language
        var table = TextTable(
            l("People by contract and week", "Effectif par contrat et par semaine"),
            columns: [
                .text(l("Week", "Semaine")), .text(l("Campaign", "Opération")),
                .text(l("Contract", "Contrat")), .number(l("People", "Effectif")),
                .number(l("at least", "au moins")), .number(l("at most", "au plus")),
                .number(l("Cost of the week", "Coût de la semaine")),
            ])
        for range in plan.headcounts where range.chosen > 0 || range.most != 0 {
            table.add([
                .init(l.week(range.week, of: scenario.horizon)), .init(scenario.name(range.campaign)),
                .init(scenario.name(range.contract)), .init(l.number(range.chosen)),
                .init(l.number(range.least)), .init(range.most.map { l.number($0) } ?? l.missing),
                .init(l.roundMoney(range.cost)),
            ])
        }
        return table
    }

    /// What the bounds mean, below the tables.
    func hiringNote() -> String {
        guard let share = plan.headcounts.first?.tolerance else { return "" }
        let l = language
        let more = l.percent(share, decimals: share * 100 == (share * 100).rounded() ? 0 : 1)
        return l(
            "  To hire: the most people that any week uses, paid every week of the horizon. At least, at most: no plan whose weeks each cost at most \(more) more goes beyond.",
            "  À recruter : le plus grand effectif de toutes les semaines, payé chaque semaine de l’horizon. Au moins, au plus : aucun plan dont chaque semaine coûte au plus \(more) de plus ne sort de ces bornes."
        ) + "\n"
    }
}

/// People of one contract to hire for one campaign.
struct HiringNeed {
    var campaign: Identifier<Campaign>
    var contract: Identifier<EmploymentContract>
    var people: Int
    var least: Int
    var most: Int?
    /// First week that uses so many.
    var peak: Int
    /// Their contracts' weeks over the horizon, and the overtime planned.
    var cost: Money
}

/// The most people of any week; every week pays them their contract, whether it uses them or not.
func hiringNeeds(_ ranges: [HeadcountRange], _ scenario: Scenario) -> [HiringNeed] {
    var needs: [HiringNeed] = []
    for range in ranges {
        guard
            let index = needs.firstIndex(where: {
                $0.campaign == range.campaign && $0.contract == range.contract
            })
        else {
            needs.append(
                HiringNeed(
                    campaign: range.campaign, contract: range.contract, people: range.chosen,
                    least: range.least, most: range.most, peak: range.week, cost: .zero))
            continue
        }
        if range.chosen > needs[index].people {
            (needs[index].people, needs[index].peak) = (range.chosen, range.week)
        }
        needs[index].least = max(needs[index].least, range.least)
        needs[index].most = needs[index].most.flatMap { most in range.most.map { max(most, $0) } }
    }
    for index in needs.indices {
        let own = ranges.filter {
            $0.campaign == needs[index].campaign && $0.contract == needs[index].contract
        }
        let week = scenario.weeklyCost(of: needs[index].contract)
        let euros = own.reduce(0.0) {
            $0 + $1.cost.euros + week * Double(needs[index].people - $1.chosen)
        }
        needs[index].cost = Money(euros: euros)
    }
    return needs.filter { $0.people > 0 || $0.most != 0 }
}
