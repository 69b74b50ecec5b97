import Workforce

/// What one campaign pays for over the horizon, counted from shifts and absences.
private struct PayCount {
    var paidMinutes = 0
    /// Gross wages before premiums, in micro-currency × minutes.
    var wages = 0.0
    /// Premiums on hours beyond what a week owes, in micro-currency × minutes.
    var overtime = 0.0
    /// People with a tour, summed over weeks.
    var tours = 0
}

/// Headcount and paid hours of each campaign's production, counted again.
///
/// Paid time is what is worked plus paid absence days (those of a week without a
/// line fall on the home campaign); time in another campaign's training session
/// is that campaign's.
func recountProduction(_ context: AuditContext) -> [Finding] {
    guard !context.plan.cost.production.isEmpty else { return [] }
    let counts = payCounts(context)
    let weeks = Double(max(1, context.horizon.weekCount))
    return context.plan.cost.production.flatMap { production -> [Finding] in
        let count = counts[production.campaign] ?? PayCount()
        let headcount = Double(count.tours) / weeks
        let hours = Double(count.paidMinutes) / 60
        var findings: [Finding] = []
        if differs(production.headcount, headcount, by: 1e-6) {
            findings.append(
                mismatch(
                    .headcount, who: production.campaign.name, stated: production.headcount,
                    recomputed: headcount))
        }
        if differs(production.paidHours, hours, by: 1e-6) {
            findings.append(
                mismatch(
                    .paidHours, who: production.campaign.name, stated: production.paidHours,
                    recomputed: hours))
        }
        return findings
    }
}

/// Each cost line is quantity × price rounded once; wages are those of the
/// hours paid; a quote's cost is the sum of its campaign's lines. In cents.
func recountCost(_ context: AuditContext) -> [Finding] {
    let cost = context.plan.cost
    var findings: [Finding] = []
    for line in cost.lines {
        let amount = line.unitPrice.amount(for: line.quantity)
        guard amount != line.amount else { continue }
        findings.append(
            mismatch(
                .cost, who: "\(line.campaign)/\(line.item.rawValue)", stated: Double(line.amount.cents),
                recomputed: Double(amount.cents)))
    }
    if !cost.lines.isEmpty {
        let counts = payCounts(context)
        for campaign in context.scenario.campaigns {
            let stated = cost.lines.filter { $0.campaign == campaign.id && $0.item == .agentWages }
                .reduce(Money.zero) { $0 + $1.amount }
            let wages = (counts[campaign.id]?.wages ?? 0) / 60 / 10_000
            // The mean wage is cut at a millionth: a cent and its share of the hours.
            let hours = Double(counts[campaign.id]?.paidMinutes ?? 0) / 60
            if differs(Double(stated.cents), wages, by: 1 + hours * 1e-4) {
                findings.append(
                    mismatch(
                        .cost, who: "\(campaign.id)/\(CostItem.agentWages.rawValue)",
                        stated: Double(stated.cents), recomputed: wages))
            }
            let extra = (counts[campaign.id]?.overtime ?? 0) / 60 / 10_000
            let charged = cost.lines.filter { $0.campaign == campaign.id && $0.item == .overtime }
                .reduce(Money.zero) { $0 + $1.amount }
            if differs(Double(charged.cents), extra, by: 1 + hours * 1e-4) {
                findings.append(
                    mismatch(
                        .cost, who: "\(campaign.id)/\(CostItem.overtime.rawValue)",
                        stated: Double(charged.cents), recomputed: extra))
            }
        }
    }
    for quote in context.plan.quotes where quote.cost != cost.total(of: quote.campaign) {
        findings.append(
            mismatch(
                .cost, who: quote.campaign.name, stated: Double(quote.cost.cents),
                recomputed: Double(cost.total(of: quote.campaign).cents)))
    }
    return findings
}

private func differs(_ stated: Double, _ recomputed: Double, by tolerance: Double) -> Bool {
    !(abs(stated - recomputed) <= tolerance)
}

private func payCounts(_ context: AuditContext) -> [Identifier<Campaign>: PayCount] {
    var counts: [Identifier<Campaign>: PayCount] = [:]
    func add(_ minutes: Int, at wage: UnitPrice, to campaign: Identifier<Campaign>) {
        counts[campaign, default: PayCount()].paidMinutes += minutes
        counts[campaign, default: PayCount()].wages += Double(minutes) * Double(wage.micros)
    }
    guard let roster = context.plan.roster else {
        for pool in context.plan.schedule.pools where (0..<context.horizon.weekCount).contains(pool.week) {
            for entry in pool.tours where entry.count > 0 {
                let worked = entry.tour.shifts.enumerated().reduce(0) {
                    $0 + paid($1.element, day: pool.week * 7 + $1.offset, context)
                }
                let minutes =
                    worked + absenceMinutes(nil, entry.tour.contract, pool.campaign, pool.week, context)
                guard let contract = context.scenario.floor.contract(entry.tour.contract) else { continue }
                add(minutes * entry.count, at: contract.grossHourlyWage, to: pool.campaign)
                let premium = overtimePremium(worked, nil, contract, pool.campaign, pool.week, context)
                counts[pool.campaign, default: PayCount()].overtime +=
                    Double(entry.count) * premium * Double(contract.grossHourlyWage.micros)
                counts[pool.campaign, default: PayCount()].tours += entry.count
            }
        }
        return counts
    }
    for line in roster.lines where (0..<context.horizon.weekCount).contains(line.week) {
        guard let agent = context.agents[line.agent],
            let contract = context.scenario.floor.contract(agent.contract)
        else { continue }
        let wage = agent.grossHourlyWage ?? contract.grossHourlyWage
        if line.tour != nil { counts[line.campaign, default: PayCount()].tours += 1 }
        add(
            absenceMinutes(agent, contract.id, line.campaign, line.week, context), at: wage, to: line.campaign
        )
        let worked = (0..<7).reduce(0) {
            $0 + paid(line.shift(on: $1), day: line.week * 7 + $1, context)
        }
        counts[line.campaign, default: PayCount()].overtime +=
            overtimePremium(worked, agent, contract, line.campaign, line.week, context) * Double(wage.micros)
        for weekday in 0..<7 {
            guard let shift = line.shift(on: weekday) else { continue }
            let day = line.week * 7 + weekday
            add(paid(shift, day: day, context), at: wage, to: line.campaign)
            for session in context.sessions[agent.id] ?? []
            where session.day == day && session.campaign != line.campaign {
                let lent = session.range.overlapMinutes(with: shift.range)
                add(-lent, at: wage, to: line.campaign)
                add(lent, at: wage, to: session.campaign)
            }
        }
    }
    for agent in context.scenario.floor.agents {
        let own = roster.lines.filter { $0.agent == agent.id }
        guard let contract = context.scenario.floor.contract(agent.contract),
            let campaign = agent.homeCampaign ?? own.first?.campaign
        else { continue }
        for week in 0..<context.horizon.weekCount where !own.contains(where: { $0.week == week }) {
            add(
                absenceMinutes(agent, contract.id, campaign, week, context),
                at: agent.grossHourlyWage ?? contract.grossHourlyWage, to: campaign)
        }
    }
    return counts
}

private func paid(_ shift: Shift?, day: Int, _ context: AuditContext) -> Int {
    shift.map { context.horizon.paidMinutes(of: $0, day: day) } ?? 0
}

private func absenceMinutes(
    _ agent: Agent?, _ contract: Identifier<EmploymentContract>, _ campaign: Identifier<Campaign>,
    _ week: Int, _ context: AuditContext
) -> Int {
    guard let contract = context.scenario.floor.contract(contract), let campaign = context.campaigns[campaign]
    else { return 0 }
    return context.scenario.absences(agent: agent, contract: contract, campaign: campaign, week: week)
        .count { $0.isPaid } * contract.absenceDayMinutes
}

/// Premium of the minutes worked beyond what a week owes, minute by minute, as minutes of wage.
private func overtimePremium(
    _ worked: Int, _ agent: Agent?, _ contract: EmploymentContract, _ campaign: Identifier<Campaign>,
    _ week: Int, _ context: AuditContext
) -> Double {
    guard contract.overtimeMinutes > 0, let campaign = context.campaigns[campaign] else { return 0 }
    let absences = context.scenario.absences(
        agent: agent, contract: contract, campaign: campaign, week: week)
    let owed = max(0, contract.weeklyMinutes - absences.count * contract.absenceDayMinutes)
    let rules = context.rules.overtime
    let legal = context.rules.legalWeeklyMinutes
    var premium = 0.0
    var minute = contract.weeklyMinutes
    for _ in 0..<max(0, worked - owed) {
        if contract.weeklyMinutes < legal {
            let tenth =
                contract.weeklyMinutes + Int((rules.complementaryShare * contract.weeklyHours * 60).rounded())
            premium += minute < tenth ? rules.complementaryPremium : rules.complementaryFurtherPremium
        } else {
            premium += minute < legal + rules.firstMinutes ? rules.premium : rules.furtherPremium
        }
        minute += 1
    }
    return premium
}
