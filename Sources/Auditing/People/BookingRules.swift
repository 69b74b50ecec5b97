import Workforce

/// One line per person and week, and no two training sessions at once.
func checkDoubleBooking(_ context: AuditContext) -> [Finding] {
    struct Key: Hashable {
        var agent: Identifier<Agent>
        var week: Int
    }
    var lines: [Key: Int] = [:]
    for line in context.plan.roster?.lines ?? [] {
        lines[Key(agent: line.agent, week: line.week), default: 0] += 1
    }
    var findings = lines.filter { $0.value > 1 }.map { key, count in
        broken(.doubleBooking, who: key.agent.name, day: key.week * 7, actual: count, limit: 1)
    }
    for (agent, sessions) in context.sessions {
        for clash in overlaps(of: sessions) {
            findings.append(broken(.doubleBooking, who: agent.name, day: clash.day, actual: 2, limit: 1))
        }
    }
    return findings
}

/// Sessions that begin before an earlier one of the same day has ended.
func overlaps(of sessions: [TrainingSession]) -> [TrainingSession] {
    let sorted = sessions.sorted { ($0.day, $0.range.start.minute) < ($1.day, $1.range.start.minute) }
    var clashes: [TrainingSession] = []
    var busyUntil: (day: Int, end: ClockTime)?
    for session in sorted {
        if let busy = busyUntil, busy.day == session.day {
            if session.range.start < busy.end { clashes.append(session) }
            busyUntil = (session.day, max(busy.end, session.range.end))
        } else {
            busyUntil = (session.day, session.range.end)
        }
    }
    return clashes
}

/// Tours given to a group against its people: never more; fewer is a warning
/// (the group's rules offered none). In sizing mode a contract's own ceiling
/// binds over all campaigns of the week.
func checkGroupHeadcount(_ context: AuditContext) -> [Finding] {
    var findings: [Finding] = []
    struct Key: Hashable {
        var contract: Identifier<EmploymentContract>
        var week: Int
    }
    var totals: [Key: Int] = [:]
    for pool in context.plan.schedule.pools {
        for (index, group) in pool.groups.enumerated() {
            let count = pool.tours.reduce(0) { $0 + ($1.group == index ? $1.count : 0) }
            totals[Key(contract: group.contract, week: pool.week), default: 0] += count
            let limit = group.agents.isEmpty ? group.headcount : group.agents.count
            guard let limit, count > limit || (!group.agents.isEmpty && count < limit) else { continue }
            findings.append(
                broken(
                    .headcount, who: "\(pool.campaign)/\(group.contract)", day: pool.week * 7, actual: count,
                    limit: limit, severity: count > limit ? .violation : .warning))
        }
        let stray = pool.tours.reduce(0) { $0 + (pool.groups.indices.contains($1.group) ? 0 : $1.count) }
        if stray > 0 {
            findings.append(
                broken(.headcount, who: pool.campaign.name, day: pool.week * 7, actual: stray, limit: 0))
        }
    }
    guard context.plan.roster == nil else { return findings }
    for (key, count) in totals {
        guard let limit = context.scenario.floor.contract(key.contract)?.maximumHeadcount, count > limit
        else { continue }
        findings.append(
            broken(.headcount, who: key.contract.name, day: key.week * 7, actual: count, limit: limit))
    }
    return findings
}

/// More people present at once than a site has workstations: a warning, for no
/// stage promises seats.
func checkSeats(_ context: AuditContext) -> [Finding] {
    let horizon = context.horizon
    return context.scenario.floor.sites.flatMap { site -> [Finding] in
        guard let seats = site.seats else { return [] }
        let present = presence(at: site, context)
        return (0..<horizon.dayCount).compactMap { day in
            let peak = horizon.intervals(ofDay: day).map { present[$0] }.max() ?? 0
            guard peak > seats else { return nil }
            return broken(
                .seats, who: site.id.name, day: day, actual: peak, limit: seats, severity: .warning)
        }
    }
}

/// People on the premises of a site per interval, breaks inside.
private func presence(at site: Site, _ context: AuditContext) -> [Int] {
    let horizon = context.horizon
    var present = [Int](repeating: 0, count: horizon.intervalCount)
    func add(_ shift: Shift, day: Int, count: Int) {
        let whole = Shift(range: shift.range, breaks: [])
        horizon.addCoverage(of: whole, day: day, count: count, to: &present)
    }
    func isHere(_ campaign: Identifier<Campaign>) -> Bool { context.campaigns[campaign]?.site == site.id }
    if context.plan.roster != nil {
        for worker in context.workers where (worker.agent?.site ?? site.id) == site.id {
            for worked in worker.worked { add(worked.shift, day: worked.day, count: 1) }
        }
        return present
    }
    for pool in context.plan.schedule.pools where isHere(pool.campaign) {
        for entry in pool.tours {
            for (weekday, shift) in entry.tour.shifts.enumerated() {
                if let shift { add(shift, day: pool.week * 7 + weekday, count: entry.count) }
            }
        }
    }
    return present
}
