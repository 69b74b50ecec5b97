import Workforce

extension CostLine {
    /// A line worth `euros` in all: the unit price is their mean, and the amount
    /// is quantity × price, rounded once. Nil for nothing.
    static func spread(
        _ euros: Double, over quantity: Double, _ unit: Unit, _ item: CostItem,
        _ campaign: Identifier<Campaign>
    ) -> CostLine? {
        guard quantity > 0, euros.isFinite else { return nil }
        return priced(quantity, unit, at: UnitPrice(euros: euros / quantity), item, campaign)
    }

    /// A line of a quantity at a known price. Nil without quantity.
    static func priced(
        _ quantity: Double, _ unit: Unit, at price: UnitPrice, _ item: CostItem,
        _ campaign: Identifier<Campaign>
    ) -> CostLine? {
        guard quantity > 0, quantity.isFinite else { return nil }
        return CostLine(
            campaign: campaign, item: item, quantity: quantity, unit: unit, unitPrice: price,
            amount: price.amount(for: quantity))
    }
}

/// What one campaign's cost is built from.
struct CampaignCostBasis {
    let campaign: Campaign
    let plan: Plan
    let scenario: Scenario
    let pay: CampaignPay
    let presence: CampaignPresence
    let handled: Handled

    private var id: Identifier<Campaign> { campaign.id }
    private var costs: FloorCosts { scenario.costs }
    private var tariff: EmployerTariff { scenario.rules.tariff }
    private var personMonths: Double { Double(presence.personWeeks) * Horizon.monthsPerWeek }

    /// Hours of a full-timer's month: 151.67 at 35 h.
    private var monthlyHours: Double {
        max(1, Double(scenario.rules.work.legalWeeklyMinutes) / 60 / Horizon.monthsPerWeek)
    }

    /// All lines, in the order of `CostItem`; overhead last, on the sum of the others.
    func lines() -> [CostLine] {
        var lines = wages() + supervision() + training() + equipment()
        let direct = lines.reduce(Money.zero) { $0 + $1.amount }
        if direct > .zero,
            let overhead = CostLine.priced(
                costs.overheadShare, .share, at: UnitPrice(euros: direct.euros), .overhead, id)
        {
            lines.append(overhead)
        }
        let order = CostItem.allCases
        return lines.enumerated().sorted {
            (order.firstIndex(of: $0.element.item) ?? 0, $0.offset)
                < (order.firstIndex(of: $1.element.item) ?? 0, $1.offset)
        }.map(\.element)
    }

    private func wages() -> [CostLine] {
        [
            CostLine.spread(pay.baseEuros, over: pay.paidHours, .hours, .agentWages, id),
            CostLine.spread(pay.premiumEuros, over: pay.premiumHours, .hours, .premiums, id),
            CostLine.spread(pay.overtimeEuros, over: pay.overtimeHours, .hours, .overtime, id),
            CostLine.spread(pay.contributionEuros, over: pay.paidHours, .hours, .employerContributions, id),
        ].compactMap { $0 }
    }

    /// Supervisors by the month: one per team formed, and one per middle team
    /// size of the people without a team (of all people in sizing mode).
    ///
    /// Listening is their work (DOMAIN §1), so its hours are shown on their own
    /// line and taken out of the supervision line; only what exceeds their whole
    /// time is extra cost.
    private func supervision() -> [CostLine] {
        let middle = max(1, Double(costs.teamSize.lowerBound + costs.teamSize.upperBound) / 2)
        let months: Double
        if plan.roster != nil, let teams = plan.teams {
            let own = teams.teams.filter { $0.campaign == id }
            let led = own.reduce(0) { $0 + $1.agents.count }
            let weeks = Double(presence.activeWeeks)
            let meanPeople = weeks > 0 ? Double(presence.personWeeks) / weeks : 0
            let leaders = Double(own.count) + max(0, meanPeople - Double(led)) / middle
            months = leaders * weeks * Horizon.monthsPerWeek
        } else {
            months = personMonths / middle
        }
        let hourly = tariff.loadedHourlyWage(
            grossHourly: costs.supervisorGrossMonthly.euros / monthlyHours)
        let listeningHours =
            campaign.quality.map {
                personMonths * Double(max(0, $0.listeningsPerAgentAndMonth))
                    * Double(max(0, $0.listeningMinutes))
                    / 60
            } ?? 0
        return [
            CostLine.priced(
                max(0, months - listeningHours / monthlyHours), .supervisorMonths,
                at: UnitPrice(euros: hourly * monthlyHours), .supervision, id),
            CostLine.priced(listeningHours, .hours, at: UnitPrice(euros: hourly), .listening, id),
        ].compactMap { $0 }
    }

    /// Trainers' hours. Agents' time in sessions is inside their paid hours; in
    /// sizing mode a campaign that launches within the horizon teaches all its
    /// people before their first tour, so their hours are a second line.
    private func training() -> [CostLine] {
        let trainer = UnitPrice(
            euros: tariff.loadedHourlyWage(grossHourly: costs.trainerGrossHourly.euros))
        if let plan = plan.training {
            let minutes = plan.sessions.reduce(0) { $0 + ($1.campaign == id ? $1.range.minutes : 0) }
            return [CostLine.priced(Double(minutes) / 60, .hours, at: trainer, .training, id)]
                .compactMap { $0 }
        }
        guard plan.roster == nil, let need = campaign.training, let launch = campaign.launch,
            launch >= scenario.horizon.firstDay, launch <= scenario.horizon.lastDay
        else { return [] }
        let learners = Double(presence.headcount.max() ?? 0)
        let hours = Double(max(0, need.sessionMinutes)) * Double(max(0, need.sessions)) / 60
        let classes = (learners / Double(max(1, need.classSize.upperBound))).rounded(.up)
        let loaded = UnitPrice(euros: pay.loadedHour ?? 0)
        return [
            CostLine.priced(classes * hours, .hours, at: trainer, .training, id),
            CostLine.priced(learners * hours, .hours, at: loaded, .training, id),
        ].compactMap { $0 }
    }

    /// Seats by the peak of each week, telecom by the minute, software by the agent.
    private func equipment() -> [CostLine] {
        [
            CostLine.priced(
                Double(presence.peakWeeks) * Horizon.monthsPerWeek, .seatMonths,
                at: UnitPrice(euros: costs.seatPerMonth.euros), .seats, id),
            CostLine.priced(handled.voiceMinutes, .minutes, at: costs.telecomPerMinute, .telecom, id),
            CostLine.priced(
                personMonths, .agentMonths, at: UnitPrice(euros: costs.softwarePerAgentAndMonth.euros),
                .software, id),
        ].compactMap { $0 }
    }

    /// The clocks: paid and effective as rostered, effective and logged without
    /// the unplanned absent; logged also without internal shrinkage and without
    /// the sessions held inside working time.
    func production() -> Production {
        let weeks = Double(max(1, scenario.horizon.weekCount))
        let legal = max(1, Double(scenario.rules.work.legalWeeklyMinutes)) / 60
        let external = campaign.shrinkage.external
        let there = external.isFinite ? min(1, max(0, 1 - external)) : 0
        let onFloor = pay.effectiveHours * there
        let trained = pay.sessionHours * there
        let line = there > 0 ? campaign.shrinkage.presentShare / there : 0
        return Production(
            campaign: id, headcount: Double(presence.personWeeks) / weeks,
            fullTimeEquivalent: pay.paidHours / legal / weeks, paidHours: pay.paidHours,
            effectiveHours: onFloor, loggedHours: max(0, (onFloor - trained) * line),
            contacts: handled.contacts, sales: handled.sales)
    }
}
