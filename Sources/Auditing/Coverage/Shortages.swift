import Workforce

/// Stretches of coverage below requirement, each with the cause found. Stretches
/// of one day and cause at most an hour apart are told as one.
func findShortages(_ context: AuditContext) -> [Finding] {
    context.scenario.campaigns.flatMap { shortages(of: $0, context) }
}

private func shortages(of campaign: Campaign, _ context: AuditContext) -> [Finding] {
    let horizon = context.horizon
    let required = context.plan.requirement.scheduled(
        for: campaign.id, intervalCount: horizon.intervalCount)
    let covered = context.plan.coverage(of: campaign.id, horizon: horizon)
    let gaps = horizon.gaps(required: required, covered: covered)
    guard !gaps.isEmpty else { return [] }
    let untaught = context.plan.roster.map { horizon.coverage(of: $0, campaign: campaign.id) } ?? covered
    let absent = absentees(of: campaign, context)
    let saturated = (0..<horizon.weekCount).map {
        isSaturated(week: $0, campaign, required: required, covered: covered, context)
    }
    var told: [(gap: CoverageGap, cause: Finding.ShortageCause)] = []
    for gap in gaps {
        let cause: Finding.ShortageCause =
            if relief(of: gap, required: required, covered: covered, without: untaught, horizon) >= 0.5 {
                .training
            } else if away(during: gap, absent, context) >= gap.worst {
                .absence
            } else if saturated[gap.day / 7] { .tooFewHours } else { .shape }
        if let last = told.last, last.gap.day == gap.day, last.cause == cause,
            gap.range.start.minute - last.gap.range.end.minute <= 60,
            gap.range.start >= last.gap.range.end
        {
            told[told.count - 1].gap.range = ClockRange(last.gap.range.start, gap.range.end)
            told[told.count - 1].gap.worst = max(last.gap.worst, gap.worst)
        } else {
            told.append((gap, cause))
        }
    }
    return told.map { gap, cause in
        Finding(
            severity: .warning,
            subject: .short(
                campaign: campaign.id, day: gap.day, range: gap.range, worst: gap.worst, cause: cause))
    }
}

/// Share of a gap's missing agent-time that would be there without training.
private func relief(
    of gap: CoverageGap, required: [Int], covered: [Int], without: [Int], _ horizon: Horizon
) -> Double {
    var missing = 0
    var relieved = 0
    for t in horizon.intervals(ofDay: gap.day, in: gap.range) {
        let short = max(0, required[t] - covered[t])
        missing += short
        relieved += short - max(0, required[t] - without[t])
    }
    return missing > 0 ? Double(relieved) / Double(missing) : 0
}

/// People of a campaign on approved leave, by day of the horizon.
private func absentees(of campaign: Campaign, _ context: AuditContext) -> [[Worker]] {
    var days = [[Worker]](repeating: [], count: context.horizon.dayCount)
    for worker in context.workers {
        guard let agent = worker.agent else { continue }
        for week in worker.weeks where week.campaign == campaign.id {
            for day in week.week * 7..<week.week * 7 + 7 where context.isOnLeave(agent, day: day) {
                days[day].append(worker)
            }
        }
    }
    return days
}

/// Of those on leave, how many work that weekday at all and at these hours.
private func away(during gap: CoverageGap, _ absent: [[Worker]], _ context: AuditContext) -> Int {
    let weekday = context.horizon.date(ofDay: gap.day).weekday
    return absent[gap.day].count { worker in
        worker.contract.weekdays.contains(weekday)
            && worker.agent?.unavailableWeekdays.contains(weekday) != true
            && personWindow(worker).contains(gap.range)
    }
}

/// Whether the hours required in a week reach the hours covered: then no other
/// placing of the same hours could have closed every gap.
private func isSaturated(
    week: Int, _ campaign: Campaign, required: [Int], covered: [Int], _ context: AuditContext
) -> Bool {
    let horizon = context.horizon
    let intervals = horizon.intervals(ofWeek: week)
    var wanted = Double(intervals.reduce(0) { $0 + required[$1] }) * horizon.intervalHours
    for (_, load) in context.plan.requirement.workloads(for: campaign.id)
    where load.days.lowerBound / 7 == week { wanted += max(0, load.hours) }
    let given = Double(intervals.reduce(0) { $0 + covered[$1] }) * horizon.intervalHours
    return wanted >= given
}
