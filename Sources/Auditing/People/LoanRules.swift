import Workforce

/// Loans between campaigns, recounted from shifts and people alone. Without loans these checks
/// see nothing.

/// Agents are lent while the borrower is open. Reports the minutes when it is not.
func checkLoanHours(_ context: AuditContext) -> [Finding] {
    context.plan.schedule.loans.compactMap { loan in
        let open = context.open(loan.borrower, day: loan.day).reduce(0) {
            $0
                + max(
                    0,
                    min($1.end.minute, loan.range.end.minute) - max($1.start.minute, loan.range.start.minute))
        }
        guard open < loan.range.minutes else { return nil }
        return broken(
            .loanHours, who: name(loan), day: loan.day, actual: loan.range.minutes - open, limit: 0)
    }
}

/// Nobody is counted twice: at any moment, and for any set of borrowers, no more agents are lent
/// to the set than are on the floor and able to help one of it. By Hall's theorem (1935) everybody
/// can then be with one campaign at a time. Reports the worst moment of a day.
///
/// O(2ᵇ · intervals · groups) for a lender with b borrowers.
func checkLoanSupply(_ context: AuditContext) -> [Finding] {
    let horizon = context.horizon
    let loans = context.plan.schedule.loans.filter { (0..<horizon.dayCount).contains($0.day) }
    var findings: [Finding] = []
    for lender in Set(loans.map(\.lender)).sorted() {
        let own = loans.filter { $0.lender == lender }
        let borrowers = Set(own.map(\.borrower)).sorted()
        var worst: [Int: (lent: Int, there: Int)] = [:]
        for mask in 1..<(1 << min(borrowers.count, 12)) {
            let chosen = borrowers.indices.filter { mask >> $0 & 1 == 1 }.map { borrowers[$0] }
            var lent = [Int](repeating: 0, count: horizon.intervalCount)
            for loan in own where chosen.contains(loan.borrower) {
                for t in horizon.intervals(ofDay: loan.day, in: loan.range) { lent[t] += loan.agents }
            }
            let there = supply(of: lender, for: chosen, context)
            for t in horizon.intervals where lent[t] > there[t] {
                let day = horizon.days[t]
                if lent[t] - there[t] > worst[day].map({ $0.lent - $0.there }) ?? 0 {
                    worst[day] = (lent[t], there[t])
                }
            }
        }
        findings += worst.map {
            broken(.loanSupply, who: lender.name, day: $0.key, actual: $0.value.lent, limit: $0.value.there)
        }
    }
    return findings
}

/// Agents of a campaign on the floor per interval who surely may help one of some others: of a
/// group that not everybody can do it in, those who cannot may be the ones who are there.
private func supply(
    of lender: Identifier<Campaign>, for borrowers: [Identifier<Campaign>], _ context: AuditContext
) -> [Int] {
    let horizon = context.horizon
    var supply = [Int](repeating: 0, count: horizon.intervalCount)
    for pool in context.plan.schedule.pools where pool.campaign == lender {
        for (index, group) in pool.groups.enumerated() {
            var there = [Int](repeating: 0, count: horizon.intervalCount)
            for entry in pool.tours where entry.group == index {
                for case (let weekday, let shift?) in entry.tour.shifts.enumerated() {
                    let day = pool.week * 7 + weekday
                    horizon.addCoverage(of: shift, day: day, count: entry.count, to: &there)
                }
            }
            let unable = group.agents.count { agent in
                !borrowers.contains { context.mayTake(agent, $0, day: pool.week * 7 + 6) }
            }
            for t in horizon.intervals(ofWeek: pool.week) { supply[t] += max(0, there[t] - unable) }
        }
    }
    return supply
}

/// Whoever is lent is at work, outside breaks, and with one campaign at a time. Reports the
/// minutes of a loan for which that does not hold.
func checkLoanPresence(_ context: AuditContext) -> [Finding] {
    guard let roster = context.plan.roster else { return [] }
    let horizon = context.horizon
    var taken: [Identifier<Agent>: Set<Int>] = [:]
    return roster.loans.compactMap { loan in
        guard (0..<horizon.dayCount).contains(loan.day) else {
            return broken(.loanPresence, who: loan.agent.name, day: loan.day, actual: 0, limit: 0)
        }
        let line = roster.lines.first { $0.agent == loan.agent && $0.week == loan.day / 7 }
        var there = [Int](repeating: 0, count: horizon.intervalCount)
        if let line, line.campaign != loan.borrower, let shift = line.shift(on: loan.day % 7) {
            horizon.addCoverage(of: shift, day: loan.day, count: 1, to: &there)
        }
        var missing = 0
        for t in horizon.intervals(ofDay: loan.day, in: loan.range) {
            if there[t] == 0 || !taken[loan.agent, default: []].insert(t).inserted { missing += 1 }
        }
        guard missing > 0 else { return nil }
        return broken(
            .loanPresence, who: loan.agent.name, day: loan.day, actual: missing * horizon.intervalMinutes,
            limit: 0)
    }
}

/// Whoever is lent may take the borrower's contacts.
func checkLoanSkill(_ context: AuditContext) -> [Finding] {
    (context.plan.roster?.loans ?? []).compactMap { loan in
        guard !context.mayTake(loan.agent, loan.borrower, day: loan.day) else { return nil }
        return broken(.loanSkill, who: loan.agent.name, day: loan.day, actual: 0, limit: 0)
    }
}

/// Every loan of the schedule is somebody's, and nobody else is lent: by lender, borrower and day,
/// in agent-minutes. Fewer is a named fact (a day struck out), more is a mistake.
func checkLoanNames(_ context: AuditContext) -> [Finding] {
    guard let roster = context.plan.roster else { return [] }
    struct Key: Hashable {
        var lender: Identifier<Campaign>?
        var borrower: Identifier<Campaign>
        var day: Int
    }
    var planned: [Key: Int] = [:]
    var named: [Key: Int] = [:]
    for loan in context.plan.schedule.loans {
        planned[Key(lender: loan.lender, borrower: loan.borrower, day: loan.day), default: 0] +=
            loan.agentMinutes
    }
    for loan in roster.loans {
        let line = roster.lines.first { $0.agent == loan.agent && $0.week == loan.day / 7 }
        named[Key(lender: line?.campaign, borrower: loan.borrower, day: loan.day), default: 0] +=
            loan.range.minutes
    }
    return Set(planned.keys).union(named.keys).compactMap { key in
        let (given, wanted) = (named[key] ?? 0, planned[key] ?? 0)
        guard given != wanted else { return nil }
        return broken(
            .loanUnnamed, who: "\(key.lender?.name ?? "") → \(key.borrower)", day: key.day, actual: given,
            limit: wanted, severity: given > wanted ? .violation : .warning)
    }
}

private func name(_ loan: Loan) -> String { "\(loan.lender) → \(loan.borrower)" }

extension AuditContext {
    /// Whether an agent may take a campaign's contacts on a day: of its site, listed for it or
    /// free, with its skills, and taught before where its course is given within the horizon.
    fileprivate func mayTake(
        _ id: Identifier<Agent>, _ campaign: Identifier<Campaign>, day: Int
    ) -> Bool {
        guard let agent = agents[id], let campaign = campaigns[campaign], agent.site == campaign.site else {
            return false
        }
        guard agent.homeCampaign == nil || agent.campaigns.contains(campaign.id) else { return false }
        let lacksSkill = !campaign.requiredSkills.subtracting(agent.skills).isEmpty
        let isLaunching = campaign.launch.map { scenario.horizon.day(of: $0) != nil } ?? false
        guard campaign.training != nil, isLaunching, lacksSkill || campaign.requiredSkills.isEmpty else {
            return !lacksSkill
        }
        if plan.training != nil {
            return sessions[id]?.contains { $0.campaign == campaign.id && $0.day < day } ?? false
        }
        return plan.staffing?.posts.contains {
            $0.agent == id && $0.campaign == campaign.id && $0.week < day / 7
        } ?? false
    }
}
