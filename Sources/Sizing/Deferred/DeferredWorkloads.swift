import Workforce

/// Back-office work: the items of each day, to be done in opening hours within
/// their due time.
///
/// Items that came in on day d with `dueWithin` of k whole days may be done from
/// the first open day of d … d + k on, cut at the end of that week (a workload lies
/// within one week); where no day of that stretch is open, on the next one that is.
/// Due times of a week or more give one workload a week: then the backlog of the
/// week before evens out. Due times under a day ask for the same day: their hour
/// within it is not modelled. Items that come in after the horizon's last open day
/// are left to the next plan; as many of the same weekdays stand for those that wait
/// when this one begins.
///
/// - Complexity: O(days × intervals).
func deferredWorkloads(
    _ terms: DeferredTerms, key: ActivityKey, campaign: Campaign, forecast: ActivityForecast?,
    isOpen: [Bool], horizon: Horizon
) throws(SizingError) -> [WorkloadRequirement] {
    let onLine = try onLineShare(of: campaign.shrinkage, key: key)
    guard let forecast else { return [] }
    let openDays = (0..<horizon.dayCount).map { day in horizon.intervals(ofDay: day).contains { isOpen[$0] } }
    let dueDays = max(0, terms.dueWithin.count) / 86_400
    var loads: [(days: ClosedRange<Int>, items: Double, hours: Double)] = []
    for day in 0..<horizon.dayCount {
        let work = dayWork(day, terms: terms, forecast: forecast, horizon: horizon)
        guard work.items > 0,
            let days = dueRange(day: day, dueDays: dueDays, openDays: openDays)
                ?? dueRange(day: day - horizon.dayCount, dueDays: dueDays, openDays: openDays)
        else { continue }
        if let known = loads.firstIndex(where: { $0.days == days }) {
            loads[known].items += work.items
            loads[known].hours += work.hours
        } else {
            loads.append((days, work.items, work.hours))
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
    _ day: Int, terms: DeferredTerms, forecast: ActivityForecast, horizon: Horizon
) -> (items: Double, hours: Double) {
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
