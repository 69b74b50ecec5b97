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
/// Where the rules require consent and let it expire, a day's work is that share of its part of the
/// list whose consent still holds (`CallingPlan`); a list that does not say when consents were given
/// has them all.
///
/// A predictive dialler whose team is too small to be dialled ahead for within its cap on dropped
/// answers dials one call for each free agent instead, wherever that takes fewer hours a person
/// reached.
///
/// - Complexity: O(days of the period × intervals of a day).
func outboundWorkloads(
    _ terms: OutboundTerms, key: ActivityKey, campaign: Campaign, scenario: Scenario
) throws(SizingError) -> [WorkloadRequirement] {
    let horizon = scenario.horizon
    let onLine = try onLineShare(of: campaign.shrinkage, key: key)
    guard horizon.dayCount > 0,
        let period = terms.callingPeriod(of: campaign, horizon: horizon)
    else { return [] }
    let windows = CallingWindows(
        terms: terms, campaign: campaign, rules: scenario.rules,
        siteHolidays: scenario.holidays(of: campaign), intervalMinutes: horizon.intervalMinutes)
    let days = period.map { CallingDay(date: $0, permitted: windows.permitted(on: $0)) }
    let firstInside = days.firstIndex { horizon.day(of: $0.date) != nil }
    func calling(_ terms: OutboundTerms) throws(SizingError) -> CallingPlan {
        let list = try ListWork(terms, key: key, period: period, rules: scenario.rules)
        return try CallingPlan(
            list, days: days, rules: scenario.rules, intervalHours: horizon.intervalHours,
            dayIfNever: firstInside ?? 0)
    }
    var plan = try calling(terms)
    if terms.mode == .predictive {
        var oneByOne = terms
        oneByOne.mode = .progressive
        let other = try calling(oneByOne)
        // The cap on dropped answers makes a dialler slow for a small team.
        if other.totalHours * plan.totalContacts < plan.totalHours * other.totalContacts { plan = other }
    }
    guard plan.totalHours > 0 else { return [] }
    var workloads: [WorkloadRequirement] = []
    for week in 0..<horizon.weekCount {
        let load = plan.workload(
            week: week, horizon: horizon, onLineShare: onLine, maximumAgents: terms.maximumAgents)
        if let load { workloads.append(load) }
    }
    return workloads
}

extension ListWork {
    /// - Parameter period: days of calling, from `callingPeriod`.
    init(
        _ terms: OutboundTerms, key: ActivityKey, period: StrideTo<CivilDate>, rules: RulePack
    ) throws(SizingError) {
        let days = period.reduce(0) { count, _ in count + 1 }
        try self.init(terms, key: key, days: days, rules: rules.callingRules(in: period))
    }
}
