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
    private let terms: CallList.Terms
    private let dayCount: Int

    /// - Returns: nil for other work, or where the plan wants none.
    init?(_ index: Int, of campaign: Campaign, plan: Plan, scenario: Scenario) {
        let activity = campaign.activities[index]
        key = ActivityKey(campaign.id, activity.id)
        self.index = index
        guard case .outbound(let outbound) = activity.channel,
            case .workload(let loads)? = plan.requirement[key]?.kind
        else { return nil }
        let horizon = scenario.horizon
        let contacts = loads.reduce(0) { $0 + FloorList.plain($1.contacts) }
        guard contacts > 0 else { return nil }
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
        let gaps = (0..<horizon.dayCount).map { day in
            let rules = scenario.rules.callingRules(on: horizon.date(ofDay: day))
            let gap = outbound.isComplex ? rules?.complexGap : rules?.simpleGap
            return Double(max(0, gap?.count ?? 0))
        }
        let setup = Double(max(0, outbound.setupTime.count))
        let answer = Double(max(0, outbound.answerTime.count))
        terms = CallList.Terms(
            reachRate: outbound.reachRate,
            failedSeconds: setup + Double(max(0, outbound.failedAttemptTime.count)),
            aroundSeconds: gaps.map { setup + answer + $0 },
            handleSeconds: Double(max(1, outbound.handleTime.count + outbound.handleTimeShift.count)),
            mostAgents: most, wanted: horizon.intervals.map { cumulated[horizon.week(of: $0)] },
            slotDays: horizon.days, slotSeconds: Double(horizon.intervalMinutes * 60))
        dayCount = horizon.dayCount
    }

    private static func plain(_ value: Double) -> Double { value.isFinite ? max(0, value) : 0 }

    func list(groups: [Int], key: StreamKey) -> CallList {
        CallList(terms, groups: groups, dayCount: dayCount, key: key)
    }
}
