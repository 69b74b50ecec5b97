import Execution
import Queueing
import Workforce

/// Turns expected contacts, lists and items into the work that agents must do.
///
/// - Inbound calls and chats: agents per interval, the fewest that meet every
///   target of the client contract (Erlang C, or Erlang A where callers have a
///   patience, several at once for chats; see `QueueTerms`), at the load that `sizedCallsPerHour` finds for the interval.
///   Several inbound lines of a campaign may share agents (`SharedRequirement`).
/// - Outbound lists: agent-hours a week within the legal calling windows
///   (see `ListWork`, `CallingWindows`).
/// - Back office, e-mail, callbacks: agent-hours due a number of days after the items came in
///   (see `deferredWorkloads`), agents per interval where they are due within less than a day
///   (see `dueRequirement`).
///
/// Shrinkage is applied once, at the end: scheduled = needed / ((1 − external)
/// (1 − internal)), rounded up for agents, not rounded for hours.
///
/// - Parameter forecast: arrays over the scenario's horizon; an activity without a
///   forecast has no contacts.
/// - Returns: one requirement an activity, in the order of the scenario.
/// - Throws: `SizingError`, the first in the order of the scenario.
/// - Complexity: O(intervals × √load), each distinct load sized once, campaigns on
///   `control.threads` threads.
public func size(
    _ forecast: Forecast, for scenario: Scenario, control: RunControl
) throws(SizingError) -> Requirement {
    let total = scenario.campaigns.count
    control.report(StageProgress(stage: .size, done: 0, total: total))
    let sized = orderedParallelMap(scenario.campaigns, threads: control.threads) { campaign in
        Result { () throws(SizingError) in
            try requirements(of: campaign, forecast: forecast, scenario: scenario)
        }
    }
    var requirement = Requirement(activities: [])
    for result in sized {
        let campaign = try result.get()
        requirement.activities += campaign.activities
        requirement.shared += campaign.shared
    }
    control.report(StageProgress(stage: .size, done: total, total: total))
    return requirement
}

private func requirements(
    of campaign: Campaign, forecast: Forecast, scenario: Scenario
) throws(SizingError) -> Requirement {
    let open = scenario.openIntervals(of: campaign)
    var queued: [QueuedWork] = []
    for activity in campaign.activities {
        let key = ActivityKey(campaign.id, activity.id)
        if let work = try QueuedWork(
            activity.channel, key: key, forecast: forecast[key], isOpen: open, scenario: scenario)
        {
            queued.append(work)
        }
    }
    let sized = try intervalRequirements(
        queued, campaign: campaign, isOpen: open, horizon: scenario.horizon)
    let calls = queued.indices.filter { campaign.isInbound(queued[$0].key.activity) }
    let shared = try sharedRequirement(
        of: calls.map { queued[$0] }, needs: calls.map { sized[$0] }, campaign: campaign, isOpen: open)
    var needs = sized.makeIterator()
    var result: [ActivityRequirement] = []
    for activity in campaign.activities {
        let key = ActivityKey(campaign.id, activity.id)
        switch activity.channel {
        case .inbound, .chat:
            guard let need = needs.next() else { continue }
            result.append(ActivityRequirement(activity: key, kind: .perInterval(need)))
        case .outbound(let terms):
            let loads = try outboundWorkloads(terms, key: key, campaign: campaign, scenario: scenario)
            result.append(ActivityRequirement(activity: key, kind: .workload(loads)))
        case .backOffice(let terms) where terms.dueWithin.count < 86_400:
            // Queued activities, and otherwise the first of these, keep the minimum staffing.
            let keepsMinimum =
                queued.isEmpty
                && !result.contains { if case .perInterval = $0.kind { true } else { false } }
            let need = try dueRequirement(
                terms, key: key, shrinkage: campaign.shrinkage,
                minimum: keepsMinimum ? campaign.minimumStaffing : 0, forecast: forecast[key],
                isOpen: open, horizon: scenario.horizon)
            result.append(ActivityRequirement(activity: key, kind: .perInterval(need)))
        case .backOffice(let terms):
            let loads = try deferredWorkloads(
                terms, key: key, campaign: campaign, forecast: forecast[key], isOpen: open,
                horizon: scenario.horizon)
            result.append(ActivityRequirement(activity: key, kind: .workload(loads)))
        }
    }
    return Requirement(activities: result, shared: shared.map { [$0] } ?? [])
}

extension Campaign {
    fileprivate func isInbound(_ id: Identifier<Activity>) -> Bool {
        guard case .inbound = activities.first(where: { $0.id == id })?.channel else { return false }
        return true
    }
}

/// Share of scheduled people who are on the line, in (0, 1].
func onLineShare(of shrinkage: Workforce.Shrinkage, key: ActivityKey) throws(SizingError) -> Double {
    do {
        let checked = try Queueing.Shrinkage(external: shrinkage.external, internal: shrinkage.internal)
        return (1 - checked.externalShare) * (1 - checked.internalShare)
    } catch {
        throw SizingError(error, of: key)
    }
}

/// Most agents at once on a workload that names no limit: three times the mean
/// over its permitted time, so that it can be done at convenient hours.
func generousLimit(hours: Double, permittedHours: Double) -> Int {
    guard hours > 0, permittedHours > 0 else { return 0 }
    let most = (3 * hours / permittedHours).rounded(.up)
    return max(1, Int(min(most, Double(maximumAgents))))
}
