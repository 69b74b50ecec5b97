import Queueing
import Workforce

/// The service that callers should meet with the coverage planned.
///
/// Of `coverage` scheduled agents, coverage × (1 − external)(1 − internal) are on
/// the line on average; shares of contacts are linear between whole agents. The service
/// level is the contract's (`ServiceLevelBasis`), over weeks and the horizon as over
/// intervals: contacts in time over contacts counted. In a
/// mixed campaign queued contacts come first, and agents beyond their requirement
/// work on lists or items wherever those are permitted; elsewhere everybody answers.
/// Several queued activities share the agents in proportion to their requirements, and inbound
/// lines that share theirs are one queue of them all in the order of arrival
/// (`QueuedWork.pooled`): what priorities and missing skills change, only a simulation says.
///
/// - Parameter coverage: scheduled agents per campaign and interval; missing = none.
/// - Returns: one prediction an inbound or chat activity, in the order of the
///   scenario. Activities whose terms cannot be sized are left out.
/// - Complexity: O(intervals × √load).
public func predictService(
    coverage: [Identifier<Campaign>: [Int]], forecast: Forecast, requirement: Requirement,
    for scenario: Scenario
) -> [ServicePrediction] {
    var predictions: [ServicePrediction] = []
    for campaign in scenario.campaigns {
        let shared = SharedAgents(
            campaign, coverage: coverage[campaign.id] ?? [], requirement: requirement,
            intervalCount: scenario.horizon.intervalCount)
        let open = scenario.openIntervals(of: campaign)
        let works = campaign.activities.compactMap { activity in
            try? QueuedWork(
                activity.channel, key: ActivityKey(campaign.id, activity.id),
                forecast: forecast[ActivityKey(campaign.id, activity.id)], isOpen: open,
                scenario: scenario)
        }
        let together = works.filter { shared.lines.contains($0.key.activity) }
        for work in works {
            let key = work.key
            guard let onLine = try? onLineShare(of: campaign.shrinkage, key: key) else { continue }
            let isShared = shared.lines.contains(key.activity)
            var answers = QueueAnswers(isShared ? work.pooled(with: together) : work)
            let service = scenario.horizon.intervals.map { t -> ServiceCounts? in
                guard work.hasContacts(t) else { return nil }
                return try? answers.service(t, onLine: shared.agents(of: key, interval: t) * onLine)
            }
            predictions.append(weighted(service, by: work.contacts, key: key, horizon: scenario.horizon))
        }
    }
    return predictions
}

/// Contacts in time over contacts counted, over weeks and the horizon; nil where none counts.
private func weighted(
    _ service: [ServiceCounts?], by contacts: [Double], key: ActivityKey, horizon: Horizon
) -> ServicePrediction {
    func mean(_ range: Range<Int>) -> Double? {
        var together = ServiceCounts(inTime: 0, counted: 0)
        for t in range {
            guard let share = service[t] else { continue }
            together.inTime += share.inTime * contacts[t]
            together.counted += share.counted * contacts[t]
        }
        return together.counted > 0 ? together.level : nil
    }
    return ServicePrediction(
        activity: key, serviceLevel: service.map { $0?.level },
        weekly: (0..<horizon.weekCount).map { mean(horizon.intervals(ofWeek: $0)) },
        overall: mean(horizon.intervals))
}

/// How the queued activities of one campaign share its agents.
private struct SharedAgents {
    private let coverage: [Int]
    /// Lines that share their agents.
    let lines: [Identifier<Activity>]
    /// Scheduled agents required per queued activity (lines that share: all of theirs), and for
    /// all of them.
    private let required: [ActivityKey: [Int]]
    private let together: [Int]
    /// Whether other work takes the agents left over.
    private let hasOtherWork: [Bool]

    init(_ campaign: Campaign, coverage: [Int], requirement: Requirement, intervalCount: Int) {
        self.coverage = coverage
        let sharing = requirement.shared.first { $0.campaign == campaign.id }
        lines = sharing?.lines ?? []
        var required: [ActivityKey: [Int]] = [:]
        for activity in requirement.activities where activity.activity.campaign == campaign.id {
            guard case .perInterval(let need) = activity.kind else { continue }
            let isShared = lines.contains(activity.activity.activity)
            required[activity.activity] = isShared ? sharing?.scheduled ?? [] : need.scheduled
        }
        self.required = required
        together = requirement.scheduled(for: campaign.id, intervalCount: intervalCount)
        var other = [Bool](repeating: false, count: intervalCount)
        for (_, load) in requirement.workloads(for: campaign.id) where load.hours > 0 {
            for (t, permitted) in load.permitted.enumerated() where permitted && t < intervalCount {
                other[t] = true
            }
        }
        hasOtherWork = other
    }

    func agents(of key: ActivityKey, interval t: Int) -> Double {
        guard t < coverage.count, coverage[t] > 0, let own = required[key], t < own.count else { return 0 }
        let available = hasOtherWork[t] ? min(coverage[t], together[t]) : coverage[t]
        guard together[t] > 0 else { return Double(available) / Double(max(1, required.count)) }
        return Double(available) * Double(own[t]) / Double(together[t])
    }
}
