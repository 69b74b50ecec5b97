import Workforce

private struct PoolKey: Hashable {
    var campaign: Identifier<Campaign>
    var week: Int
}

/// Every tour of the schedule is in the roster once, given or unfilled; every
/// line names a person, a contract and a week that exist.
func recountRoster(_ context: AuditContext) -> [Finding] {
    guard let roster = context.plan.roster else { return [] }
    var findings: [Finding] = []
    var unknown: [String: Int] = [:]
    var given: [PoolKey: Int] = [:]
    for line in roster.lines {
        let contract = context.agents[line.agent].flatMap { context.scenario.floor.contract($0.contract) }
        if contract == nil || context.campaigns[line.campaign] == nil
            || !(0..<context.horizon.weekCount).contains(line.week)
        {
            unknown[line.agent.name, default: 0] += 1
        }
        if line.tour != nil {
            given[PoolKey(campaign: line.campaign, week: line.week), default: 0] += 1
        }
    }
    for (who, lines) in unknown {
        findings.append(mismatch(.headcount, who: who, stated: Double(lines), recomputed: 0))
    }
    for tour in roster.unfilled { given[PoolKey(campaign: tour.campaign, week: tour.week), default: 0] += 1 }
    var planned: [PoolKey: Int] = [:]
    for pool in context.plan.schedule.pools {
        planned[PoolKey(campaign: pool.campaign, week: pool.week), default: 0] +=
            pool.tours.reduce(0) { $0 + $1.count }
    }
    for key in Set(given.keys).union(planned.keys) {
        let (stated, recount) = (planned[key] ?? 0, given[key] ?? 0)
        guard stated != recount else { continue }
        findings.append(
            mismatch(
                .headcount, who: "\(key.campaign)/\(key.week + 1)", stated: Double(stated),
                recomputed: Double(recount)))
    }
    return findings
}

/// The schedule's coverage against that of the roster's tours, struck days and
/// unfilled tours put back: in agents, at the interval that differs most.
func recountCoverage(_ context: AuditContext) -> [Finding] {
    guard let roster = context.plan.roster else { return [] }
    let horizon = context.horizon
    return context.scenario.campaigns.compactMap { campaign in
        // Tours alone: loans are `checkLoans`.
        let tours = Schedule(pools: context.plan.schedule.pools)
        let stated = horizon.coverage(of: tours, campaign: campaign.id)
        var recount = [Int](repeating: 0, count: horizon.intervalCount)
        var given = roster.unfilled.filter { $0.campaign == campaign.id }.map { ($0.week, $0.tour) }
        for line in roster.lines where line.campaign == campaign.id {
            if let tour = line.tour { given.append((line.week, tour)) }
        }
        for (week, tour) in given {
            for (weekday, shift) in tour.shifts.enumerated() {
                guard let shift else { continue }
                horizon.addCoverage(of: shift, day: week * 7 + weekday, count: 1, to: &recount)
            }
        }
        guard
            let worst = horizon.intervals.max(by: {
                abs(stated[$0] - recount[$0]) < abs(stated[$1] - recount[$1])
            }),
            stated[worst] != recount[worst]
        else { return nil }
        return mismatch(
            .coverage, who: campaign.id.name, stated: Double(stated[worst]),
            recomputed: Double(recount[worst]))
    }
}

func mismatch(_ figure: Finding.Figure, who: String, stated: Double, recomputed: Double) -> Finding {
    Finding(
        severity: .violation,
        subject: .mismatch(figure, who: who, stated: stated, recomputed: recomputed))
}
