import Workforce

/// The weekly workloads of one outbound activity inside the horizon.
///
/// The list is worked from its start (else the campaign's launch, else the
/// horizon's first day) to its end (else the campaign's). **Without any end** the
/// list is what is left to call when the horizon begins, and takes four weeks from
/// then, or from a later start. Hours are spread over the days of that period in
/// proportion to their permitted hours, so that staffing is level; days outside
/// the horizon keep their share. A list that may never be called leaves all its
/// hours, with no permitted interval, on its first day inside the horizon, so that
/// the plan names them as undone.
///
/// Consent, where the rules require it, is taken as given by every record of the list.
///
/// - Complexity: O(days of the period × intervals of a day).
func outboundWorkloads(
    _ terms: OutboundTerms, key: ActivityKey, campaign: Campaign, scenario: Scenario
) throws(SizingError) -> [WorkloadRequirement] {
    let horizon = scenario.horizon
    let onLine = try onLineShare(of: campaign.shrinkage, key: key)
    guard horizon.dayCount > 0,
        let period = callingPeriod(terms, campaign: campaign, horizon: horizon)
    else { return [] }
    let windows = CallingWindows(
        terms: terms, campaign: campaign, rules: scenario.rules,
        siteHolidays: scenario.holidays(of: campaign), intervalMinutes: horizon.intervalMinutes)
    let days = period.map { CallingDay(date: $0, permitted: windows.permitted(on: $0)) }
    let list = try ListWork(
        terms, key: key, days: days.count, rules: rulesInForce(scenario.rules, in: period))
    let firstInside = days.firstIndex { horizon.day(of: $0.date) != nil }
    let plan = try CallingPlan(list, days: days, rules: scenario.rules, dayIfNever: firstInside ?? 0)
    guard plan.totalHours > 0 else { return [] }
    var workloads: [WorkloadRequirement] = []
    for week in 0..<horizon.weekCount {
        let load = plan.workload(
            week: week, horizon: horizon, onLineShare: onLine, maximumAgents: terms.maximumAgents)
        if let load { workloads.append(load) }
    }
    return workloads
}

/// Longest period considered, ten years: a mistyped end must not take for ever.
private let longestPeriodDays = 3660

private func callingPeriod(
    _ terms: OutboundTerms, campaign: Campaign, horizon: Horizon
) -> StrideTo<CivilDate>? {
    var first = [terms.start, campaign.launch].compactMap { $0 }.max() ?? horizon.firstDay
    let last: CivilDate
    if let end = [terms.end, campaign.end].compactMap({ $0 }).min() {
        last = min(end, first + longestPeriodDays)
    } else {
        first = max(first, horizon.firstDay)
        last = first + 27
    }
    guard last >= first else { return nil }
    return stride(from: first, to: last + 1, by: 1)
}

private func rulesInForce(_ rules: RulePack, in period: StrideTo<CivilDate>) -> [CallingRules] {
    var found: [CallingRules] = []
    for date in period {
        if let rule = rules.callingRules(on: date), found.last != rule { found.append(rule) }
    }
    return found
}

struct CallingDay: Sendable {
    let date: CivilDate
    /// Per interval of a 24-hour day.
    let permitted: [Bool]

    var intervals: Int { permitted.reduce(0) { $0 + ($1 ? 1 : 0) } }
}

/// Hours on the line and people reached, by day of the calling period.
private struct CallingPlan {
    private let days: [CallingDay]
    private var hours: [Double]
    private var contacts: [Double]
    private let salesPerContact: Double
    let totalHours: Double

    /// Level staffing: hours follow permitted time; people reached follow hours at
    /// each day's own pace, which the legal gap of dated rules changes.
    ///
    /// - Parameter dayIfNever: gets all hours when no day has permitted time.
    init(
        _ list: ListWork, days: [CallingDay], rules: RulePack, dayIfNever: Int
    ) throws(SizingError) {
        self.days = days
        salesPerContact = list.contacts > 0 ? list.sales / list.contacts : 0
        let time = days.map { Double($0.intervals) }
        let whole = time.reduce(0, +)
        let shares =
            whole > 0 ? time.map { $0 / whole } : days.indices.map { $0 == dayIfNever ? 1 : 0 }
        var pace: [Double] = []
        for day in days {
            let seconds = try list.secondsPerContact(rules: rules.callingRules(on: day.date))
            pace.append(seconds.map { $0 > 0 ? 3600 / $0 : 0 } ?? 0)
        }
        let meanPace = zip(shares, pace).reduce(0) { $0 + $1.0 * $1.1 }
        let total = meanPace > 0 ? list.contacts / meanPace : list.fruitlessHours
        hours = shares.map { $0 * total }
        contacts = zip(hours, pace).map { $0 * $1 }
        totalHours = total
    }

    /// Nil when no hour of the week is asked for.
    func workload(
        week: Int, horizon: Horizon, onLineShare: Double, maximumAgents: Int?
    ) -> WorkloadRequirement? {
        var permitted = [Bool](repeating: false, count: horizon.intervalCount)
        var load = (hours: 0.0, contacts: 0.0, intervals: 0)
        var first: Int?
        var last = 0
        for (index, day) in days.enumerated() where hours[index] > 0 {
            guard let d = horizon.day(of: day.date), d / 7 == week else { continue }
            load.hours += hours[index]
            load.contacts += contacts[index]
            first = first ?? d
            last = d
            for t in horizon.intervals(ofDay: d)
            where day.permitted[horizon.clockMinutes[t] / horizon.intervalMinutes] {
                permitted[t] = true
                load.intervals += 1
            }
        }
        guard let first else { return nil }
        let scheduled = load.hours / onLineShare
        let most =
            maximumAgents.map { max(0, $0) }
            ?? generousLimit(
                hours: scheduled, permittedHours: Double(load.intervals) * horizon.intervalHours)
        return WorkloadRequirement(
            days: first...last, hours: scheduled, permitted: permitted, agentsAtOnce: 0...most,
            contacts: load.contacts, sales: load.contacts * salesPerContact)
    }
}
