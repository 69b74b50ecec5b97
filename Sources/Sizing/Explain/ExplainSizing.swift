import Queueing
import Workforce

/// Every figure between the forecast of one interval and its number of agents.
///
/// Recomputed from the same values as `size`, so that it explains the requirement given, whatever
/// decided it. Closed intervals and intervals without contacts are explained too: with nobody.
///
/// - Parameters:
///   - interval: of the horizon.
///   - forecast, requirement: of the same scenario, all activities.
/// - Returns: nil where the activity does not exist, does not queue, or has no requirement, and
///   outside the horizon.
/// - Throws: `SizingError` as `size` does.
/// - Complexity: two evaluations of the queue, and two for each interval of the target's period.
public func explainSizing(
    of key: ActivityKey, interval t: Int, forecast: Forecast, requirement: Requirement,
    for scenario: Scenario
) throws(SizingError) -> SizingExplanation? {
    guard let campaign = scenario.campaign(key.campaign), let activity = scenario.activity(key),
        scenario.horizon.intervals.contains(t), let terms = QueueTerms(activity.channel),
        case .perInterval(let need)? = requirement[key]?.kind,
        t < need.positions.count, t < need.scheduled.count, t < need.binding.count
    else { return nil }
    let open = scenario.openIntervals(of: campaign)
    guard
        let work = try QueuedWork(
            activity.channel, key: key, forecast: forecast[key], isOpen: open, scenario: scenario)
    else { return nil }
    var account = IntervalAccount(
        answers: QueueAnswers(work), interval: t, positions: need.positions, target: terms.target,
        period: (scenario.horizon.periods(work.period).first { $0.contains(t) } ?? t..<t + 1)
            .filter { open[$0] })
    let positions = need.positions[t]
    let service = try account.service(agents: positions)
    let oneFewer = positions > 0 ? try account.service(agents: positions - 1) : nil
    var targets = open[t] && work.hasContacts(t) ? account.targets(service, oneFewer) : []
    if open[t], campaign.minimumStaffing > 0 {
        let together = requirement.positions(of: campaign.id, interval: t)
        targets.append(.minimum(campaign.minimumStaffing, together: together, hasAgents: positions > 0))
    }
    let onLine = try onLineShare(of: campaign.shrinkage, key: key)
    return SizingExplanation(
        activity: key, interval: t, isOpen: open[t], forecastMethod: forecast[key]?.method,
        contacts: work.contacts[t], handleSeconds: work.handleSeconds[t], offeredLoad: work.load(t),
        sizedLoad: work.sizedLoad(t), load: campaign.sizing.load,
        formula: activity.channel.formula ?? .erlangC,
        redialShare: work.redialShare, rateVariation: work.rateVariation[t],
        target: terms.target, targets: targets, service: service, serviceOneFewer: oneFewer,
        binding: need.binding[t], positions: positions, shrinkage: campaign.shrinkage,
        beforeRounding: Double(positions) / onLine, scheduled: need.scheduled[t],
        scheduledPerInterval: need.scheduledPerInterval.flatMap { t < $0.count ? $0[t] : nil },
        shared: requirement.shared(of: key, interval: t))
}

extension Requirement {
    /// What the lines that share agents with an activity need together.
    fileprivate func shared(of key: ActivityKey, interval t: Int) -> SizingExplanation.Shared? {
        guard let shared = shared.first(where: { $0.campaign == key.campaign }),
            shared.lines.contains(key.activity), t < shared.positions.count, t < shared.scheduled.count
        else { return nil }
        return SizingExplanation.Shared(
            lines: shared.lines, pooled: shared.pooled[t], apart: shared.apart[t],
            positions: shared.positions[t], scheduled: shared.scheduled[t])
    }

    /// Agents on the line of all the campaign's queued activities together.
    fileprivate func positions(of campaign: Identifier<Campaign>, interval t: Int) -> Int {
        activities.reduce(0) { sum, activity in
            guard activity.activity.campaign == campaign, case .perInterval(let need) = activity.kind,
                t < need.positions.count
            else { return sum }
            return sum + need.positions[t]
        }
    }
}

extension Channel {
    /// Nil for channels that do not queue.
    fileprivate var formula: SizingExplanation.Formula? {
        switch self {
        case .inbound(let terms):
            guard let patience = terms.patience else {
                let variation = terms.handleTimeVariation
                return variation == 1 ? .erlangC : .generalService(variation: variation)
            }
            return terms.patienceLaw == .exponential
                ? .erlangA(patience: patience)
                : .generalPatience(patience: patience, law: terms.patienceLaw)
        case .chat(let terms):
            return .chat(
                concurrency: terms.concurrency, slowdown: terms.slowdown, patience: terms.patience)
        case .outbound, .backOffice: return nil
        }
    }
}
