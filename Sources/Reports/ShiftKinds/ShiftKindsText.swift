import Workforce

extension PlanText {
    /// The kinds of shift of campaigns that keep to few: hours, paid time, and people on each weekday
    /// in the mean week. Empty where any shift is allowed.
    func shiftKinds() -> TextTable {
        let l = language
        var table = TextTable(
            l(
                "Kinds of shift (people in a mean week)",
                "Types de vacations (effectif d’une semaine moyenne)"),
            columns: [
                .text(l("Campaign", "Opération")), .text(l("Shift", "Vacation")), .number(l("Paid", "Payé")),
            ] + Weekday.allCases.map { .number(l.shortName($0)) })
        for choice in plan.schedule.kinds {
            let weeks = Double(max(1, plan.schedule.pools.count { $0.campaign == choice.campaign }))
            for (index, use) in plan.schedule.shiftKinds(of: choice.campaign).enumerated() {
                table.add(
                    [
                        .init(index == 0 ? scenario.name(choice.campaign) : ""), .init(l.range(use.range)),
                        .init(paid(use.paidMinutes)),
                    ] + use.people.map { people($0, weeks: weeks) })
            }
        }
        return table
    }

    private func paid(_ minutes: ClosedRange<Int>) -> String {
        let (least, most) = (minutes.lowerBound, minutes.upperBound)
        let first = language.duration(minutes: least)
        return least == most ? first : first + "–" + language.duration(minutes: most)
    }

    private func people(_ sum: Int, weeks: Double) -> TextTable.Cell {
        let mean = Double(sum) / weeks
        return sum == 0
            ? .init(language.missing, .faint)
            : .init(language.number(mean, decimals: mean == mean.rounded() ? 0 : 1))
    }

    /// What keeping to few kinds costs: the plan's cost beside what no plan can go below, however
    /// many kinds it has.
    func simplicityPrices() -> TextTable {
        let l = language
        var table = TextTable(
            l("Price of few kinds of shift", "Prix de la simplicité des horaires"),
            columns: [
                .text(l("Campaign", "Opération")), .number(l("Kinds", "Types")),
                .number(l("at most", "au plus")), .number(l("Cost", "Coût")),
                .number(l("Bound, any kinds", "Borne, tous types")),
                .number(l("Price of simplicity, at most", "Prix de la simplicité, au plus")),
            ])
        for choice in plan.schedule.kinds {
            let cost = simplicityCost(choice)
            let kinds = plan.schedule.shiftKinds(of: choice.campaign).count
            let price = max(0, cost - choice.anyKindsBound)
            let share = cost > 0 ? " (\(l.percent(price / cost)))" : ""
            table.add([
                .init(scenario.name(choice.campaign)),
                .init(l.number(kinds), choice.excess > 0 ? .bad : .plain),
                .init(choice.limit.map { l.number($0) } ?? l.missing), .init(euros(cost)),
                .init(euros(choice.anyKindsBound)), .init(euros(price) + share),
            ])
        }
        return table
    }

    /// The plan's cost of coverage for a campaign, cents.
    private func simplicityCost(_ choice: CampaignShiftKinds) -> Double {
        plan.schedule.pools.filter { $0.campaign == choice.campaign }.reduce(0) { $0 + $1.optimality.cost }
    }

    private func euros(_ cents: Double) -> String { language.roundMoney(Money(euros: cents / 100)) }

    /// Campaigns for which fewer kinds were wanted than people need, a sentence each.
    func kindsThatStay() -> [String] {
        let l = language
        return plan.schedule.kinds.filter { $0.excess > 0 }.map { choice in
            let name = scenario.name(choice.campaign)
            let (kept, limit) = (l.number(choice.kinds.count), l.number(choice.limit ?? 0))
            return name + l.colon
                + l(
                    "\(kept) kinds of shift are kept, \(limit) wanted: with fewer found, somebody's contract or availability leaves no legal week.",
                    "\(kept) types de vacations conservés pour \(limit) souhaités : avec moins, le contrat ou les disponibilités de certains ne laissent aucune semaine légale."
                )
        }
    }

    /// Both tables and what stayed, for a terminal; empty where any shift is allowed.
    func fewKinds() -> String {
        joinBlocks([
            shiftKinds().text(language, colour: colour),
            simplicityPrices().text(language, colour: colour)
                + kindsThatStay().map { "  " + paint($0, .bad, colour) + "\n" }.joined(),
        ])
    }
}
