import Workforce

/// Hours of outbound and back-office work that the people on the floor cannot
/// do in its week, beside the per-interval requirement.
func findUndoneWork(_ context: AuditContext) -> [Finding] {
    struct Key: Hashable {
        var activity: ActivityKey
        var week: Int
    }
    return context.scenario.campaigns.flatMap { campaign in
        let coverage = context.plan.coverage(of: campaign.id, horizon: context.horizon)
        let progress = context.plan.requirement.progress(
            of: campaign.id, coverage: coverage, horizon: context.horizon)
        var undone: [Key: Double] = [:]
        for entry in progress {
            let key = Key(activity: entry.activity, week: entry.workload.days.lowerBound / 7)
            undone[key, default: 0] += entry.hoursUndone
        }
        // Less than a minute is rounding, not work.
        return undone.filter { $0.value > 1.0 / 60 }.map { key, hours in
            Finding(
                severity: .warning,
                subject: .undoneWork(activity: key.activity, week: key.week, hours: hours))
        }
    }
}

/// Tours of the schedule that nobody could take.
func findUnfilledTours(_ context: AuditContext) -> [Finding] {
    (context.plan.roster?.unfilled ?? []).map {
        Finding(
            severity: .warning, subject: .unfilledTour(campaign: $0.campaign, week: $0.week, tour: $0.tour))
    }
}
