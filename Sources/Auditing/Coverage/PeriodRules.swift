import Workforce

/// Service levels over days, weeks and months with the agents required, from what each interval's
/// agents are expected to serve: contacts in time over contacts counted.
func checkPeriodTargets(_ context: AuditContext) -> [Finding] {
    periodNeeds(context).flatMap { activity, need, target -> [Finding] in
        guard let share = target.serviceLevel, let served = need.served else { return [] }
        var sums: [Int: (inTime: Double, counted: Double, day: Int)] = [:]
        for t in context.horizon.intervals where t < served.count {
            let day = context.horizon.days[t]
            let (year, month, _) = context.horizon.date(ofDay: day).components
            let period =
                switch target.period {
                case .interval: t
                case .day: day
                case .week: day / 7
                case .month: 12 * year + month
                }
            let known = sums[period] ?? (0, 0, day)
            sums[period] = (known.inTime + served[t].inTime, known.counted + served[t].counted, known.day)
        }
        return sums.values.filter { $0.inTime < share * $0.counted - 1e-6 * max(1, $0.counted) }.map {
            broken(
                .periodTarget, who: "\(activity.campaign)/\(activity.activity)", day: $0.day,
                actual: Int(($0.inTime / $0.counted * 1000).rounded(.down)),
                limit: Int((share * 1000).rounded()))
        }
    }
}

/// In every interval of such a target: more agents than erlangs, minimum staffing by the campaign's
/// activities together, and enough people scheduled for those on the line.
func checkPeriodFloors(_ context: AuditContext) -> [Finding] {
    periodNeeds(context).flatMap { activity, need, _ -> [Finding] in
        guard let campaign = context.campaigns[activity.campaign] else { return [] }
        let line = "\(activity.campaign)/\(activity.activity)"
        let present = (1 - campaign.shrinkage.external) * (1 - campaign.shrinkage.internal)
        var findings: [Finding] = []
        for t in context.horizon.intervals
        where t < need.positions.count && t < need.scheduled.count && t < need.sizedLoad.count {
            let day = context.horizon.days[t]
            if need.offeredLoad[t] > 1e-6, Double(need.positions[t]) <= need.sizedLoad[t] {
                findings.append(
                    broken(
                        .periodFloor, who: line, day: day, actual: need.positions[t],
                        limit: Int(need.sizedLoad[t]) + 1))
            }
            if Double(need.scheduled[t]) * present < Double(need.positions[t]) - 1e-6 {
                findings.append(
                    broken(
                        .periodFloor, who: line, day: day, actual: need.scheduled[t],
                        limit: Int((Double(need.positions[t]) / present - 1e-6).rounded(.up))))
            }
        }
        return findings + checkMinimum(of: campaign, context)
    }
}

/// Minimum staffing of a campaign, kept by all its activities together while it is open.
private func checkMinimum(of campaign: Campaign, _ context: AuditContext) -> [Finding] {
    guard campaign.minimumStaffing > 0 else { return [] }
    var together = [Int](repeating: 0, count: context.horizon.intervalCount)
    for activity in context.plan.requirement.activities where activity.activity.campaign == campaign.id {
        guard case .perInterval(let need) = activity.kind else { continue }
        for (t, agents) in need.positions.prefix(together.count).enumerated() { together[t] += agents }
    }
    return context.horizon.intervals.compactMap { t in
        let day = context.horizon.days[t]
        let clock = ClockTime(minute: context.horizon.clockMinutes[t])
        guard together[t] < campaign.minimumStaffing,
            context.open(campaign.id, day: day).contains(where: { $0.contains(clock) })
        else { return nil }
        return broken(
            .periodFloor, who: campaign.id.name, day: day, actual: together[t],
            limit: campaign.minimumStaffing)
    }
}

/// The activities whose service level is measured over a day, week or month.
private func periodNeeds(
    _ context: AuditContext
) -> [(activity: ActivityKey, need: IntervalRequirement, target: ServiceTarget)] {
    context.plan.requirement.activities.compactMap { entry in
        guard case .perInterval(let need) = entry.kind,
            let activity = context.campaigns[entry.activity.campaign]?.activities
                .first(where: { $0.id == entry.activity.activity })
        else { return nil }
        switch activity.channel {
        case .inbound(let terms) where terms.target.period != .interval:
            return (entry.activity, need, terms.target)
        case .chat(let terms) where terms.target.period != .interval:
            return (entry.activity, need, terms.target)
        default: return nil
        }
    }
}
