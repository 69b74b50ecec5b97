import Workforce

/// Back-office work: the items of each day, to be done in opening hours within
/// their due time.
///
/// Items that came in on day d with `dueWithin` of k whole days may be done from
/// the first open day of d … d + k on, cut at the end of that week (a workload lies
/// within one week); where no day of that stretch is open, on the next one that is.
/// Due times of a week or more give one workload a week: then the backlog of the
/// week before evens out. Items that come in after the horizon's last open day
/// are left to the next plan. As many of the same weekdays stand for those that wait
/// when this one begins, unless the terms name a backlog: it came in evenly over the
/// k days before. Due times under a day are hours of their own (`dueRequirement`).
///
/// - Complexity: O(days × intervals).
func deferredWorkloads(
    _ terms: DeferredTerms, key: ActivityKey, campaign: Campaign, forecast: ActivityForecast?,
    isOpen: [Bool], horizon: Horizon
) throws(SizingError) -> [WorkloadRequirement] {
    let onLine = try onLineShare(of: campaign.shrinkage, key: key)
    guard forecast != nil || terms.backlog != nil else { return [] }
    let openDays = (0..<horizon.dayCount).map { day in horizon.intervals(ofDay: day).contains { isOpen[$0] } }
    let dueDays = max(0, terms.dueWithin.count) / 86_400
    var loads: [(days: ClosedRange<Int>, items: Double, hours: Double)] = []
    func add(_ work: (items: Double, hours: Double), _ days: ClosedRange<Int>?) {
        guard work.items > 0, let days else { return }
        if let known = loads.firstIndex(where: { $0.days == days }) {
            loads[known].items += work.items
            loads[known].hours += work.hours
        } else {
            loads.append((days, work.items, work.hours))
        }
    }
    for day in 0..<horizon.dayCount {
        var days = dueRange(day: day, dueDays: dueDays, openDays: openDays)
        if terms.backlog == nil, days == nil {
            days = dueRange(day: day - horizon.dayCount, dueDays: dueDays, openDays: openDays)
        }
        add(dayWork(day, terms: terms, forecast: forecast, horizon: horizon), days)
    }
    if let backlog = terms.backlog {
        let since = min(7, max(1, dueDays))
        let items = Double(max(0, backlog)) / Double(since)
        let hours = items * Double(max(1, terms.handleTime.count)) / 3600
        for day in -since ... -1 {
            add((items, hours), dueRange(day: day, dueDays: dueDays, openDays: openDays))
        }
    }
    loads.sort { ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound) }
    return loads.map { load in
        let from = horizon.dayStarts[load.days.lowerBound]
        let to = horizon.dayStarts[load.days.upperBound + 1]
        let permitted = isOpen.indices.map { $0 >= from && $0 < to && isOpen[$0] }
        let time = Double(permitted.reduce(0) { $0 + ($1 ? 1 : 0) }) * horizon.intervalHours
        let hours = load.hours / onLine
        return WorkloadRequirement(
            days: load.days, hours: hours, permitted: permitted,
            agentsAtOnce: 0...generousLimit(hours: hours, permittedHours: time), contacts: load.items,
            sales: 0)
    }
}

private func dayWork(
    _ day: Int, terms: DeferredTerms, forecast: ActivityForecast?, horizon: Horizon
) -> (items: Double, hours: Double) {
    guard let forecast else { return (0, 0) }
    var items = 0.0
    var hours = 0.0
    for t in horizon.intervals(ofDay: day) where t < forecast.contacts.count {
        let count = forecast.contacts[t]
        guard count.isFinite, count > 0 else { continue }
        let seconds = t < forecast.handleSeconds.count ? forecast.handleSeconds[t] : 0
        items += count
        hours +=
            count * (seconds.isFinite && seconds > 0 ? seconds : Double(max(1, terms.handleTime.count)))
            / 3600
    }
    return (items, hours)
}

/// Days within which the items of a day may be done; nil when none is left.
///
/// - Parameter day: negative for days before the horizon.
private func dueRange(day: Int, dueDays: Int, openDays: [Bool]) -> ClosedRange<Int>? {
    guard let first = (max(0, day)..<openDays.count).first(where: { openDays[$0] }) else { return nil }
    let weekEnd = first / 7 * 7 + 6
    if dueDays >= 7 {
        let start = (first / 7 * 7...first).first { openDays[$0] } ?? first
        return start...weekEnd
    }
    return first...min(weekEnd, max(first, day + dueDays))
}
