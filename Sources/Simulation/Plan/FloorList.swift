import Queueing
import Workforce

/// An outbound list of a plan, as a list of the engine: what the plan wants of it week by week,
/// at the hours it permits.
struct FloorList: Sendable {
    let key: ActivityKey
    /// Place among the campaign's activities.
    let index: Int
    /// Conversations wanted per week, and sales for each.
    let wanted: [Double]
    let salesPerContact: Double
    /// The list that is first in this order is called first: priority, then whose end is near.
    let order: [Int]
    private let terms: CallList.Terms
    private let dayCount: Int

    /// - Parameter people: most agents of the campaign ever there at once.
    /// - Returns: nil for other work, or where the plan wants none.
    init?(_ index: Int, of campaign: Campaign, people: Int, plan: Plan, scenario: Scenario) {
        let activity = campaign.activities[index]
        key = ActivityKey(campaign.id, activity.id)
        self.index = index
        guard case .outbound(let outbound) = activity.channel,
            case .workload(let loads)? = plan.requirement[key]?.kind
        else { return nil }
        let horizon = scenario.horizon
        let contacts = loads.reduce(0) { $0 + FloorList.plain($1.contacts) }
        guard contacts > 0 else { return nil }
        order = [activity.priority, loads.map(\.days.upperBound).max() ?? 0, index]
        salesPerContact = loads.reduce(0) { $0 + FloorList.plain($1.sales) } / contacts
        wanted = (0..<horizon.weekCount).map { week in
            loads.filter { $0.days.lowerBound / 7 == week }.reduce(0) { $0 + FloorList.plain($1.contacts) }
        }
        var most = [Int](repeating: 0, count: horizon.intervalCount)
        for load in loads {
            for t in horizon.intervals
            where t < load.permitted.count && load.permitted[t] && load.days.contains(horizon.days[t]) {
                most[t] += min(1_000_000, max(0, load.agentsAtOnce.upperBound))
            }
        }
        let byWeek = wanted
        let cumulated = byWeek.indices.map { byWeek[...$0].reduce(0, +) }
        let paces = FloorList.paces(
            outbound, of: campaign, agents: min(people, most.max() ?? 0), scenario: scenario)
        terms = CallList.Terms(
            paces: paces, handleSeconds: outbound.talkSeconds,
            mostAgents: most, wanted: horizon.intervals.map { cumulated[horizon.week(of: $0)] },
            slotDays: horizon.days, slotSeconds: Double(horizon.intervalMinutes * 60))
        dayCount = horizon.dayCount
    }

    /// Per day: the legal gap after a conversation changes with the rules in force.
    ///
    /// - Parameter agents: most ever at the list.
    private static func paces(
        _ terms: OutboundTerms, of campaign: Campaign, agents: Int, scenario: Scenario
    ) -> [DialingPace] {
        let reachRate = terms.meanReachRate(of: campaign, scenario: scenario)
        var known: [Int: DialingPace] = [:]
        return (0..<scenario.horizon.dayCount).map { day in
            let rules = scenario.rules.callingRules(on: scenario.horizon.date(ofDay: day))
            let gap = max(0, (terms.isComplex ? rules?.complexGap : rules?.simpleGap)?.count ?? 0)
            if let pace = known[gap] { return pace }
            var pace = DialingPace(terms, reachRate: reachRate, gapSeconds: Double(gap))
            if terms.mode == .predictive {
                pace =
                    DialingPace(
                        predictive: terms, handleSeconds: terms.talkSeconds, gapSeconds: Double(gap),
                        agents: agents) ?? pace
            }
            known[gap] = pace
            return pace
        }
    }

    private static func plain(_ value: Double) -> Double { value.isFinite ? max(0, value) : 0 }

    func list(groups: [Int], key: StreamKey) -> CallList {
        CallList(terms, groups: groups, dayCount: dayCount, key: key)
    }
}

extension OutboundTerms {
    /// Talk and wrap-up of a conversation, at least a second.
    fileprivate var talkSeconds: Double { max(1, Double(handleTime.count) + Double(handleTimeShift.count)) }

    /// Chance that an attempt reaches the person, on average over the attempts made on a list whose
    /// records differ: as it is sized (`listPenetration`, `attemptsPerRecord`), with no account of
    /// the first ones being better than the last.
    fileprivate func meanReachRate(of campaign: Campaign, scenario: Scenario) -> Double {
        guard reachSpread > 0, let period = callingPeriod(of: campaign, horizon: scenario.horizon) else {
            return reachRate
        }
        let days = period.reduce(0) { count, _ in count + 1 }
        let attempts = attemptsPerRecord(days: days, rules: scenario.rules.callingRules(in: period))
        // Of more than these, none changes the sum.
        let counted = min(attempts, 10_000)
        guard
            let reached = try? listPenetration(
                afterAttempts: counted, answerProbability: reachRate, spread: reachSpread),
            let made = try? Queueing.attemptsPerRecord(
                upTo: counted, answerProbability: reachRate, spread: reachSpread), made > 0
        else { return reachRate }
        return min(1, reached / made)
    }
}
