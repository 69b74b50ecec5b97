import Queueing
import Workforce

/// Agents per interval for deferred work that is due within less than a day.
///
/// The work of each day follows the smoothest curve between what has come in and what is due
/// (`smoothWork`, `DueDay`); agents are whole, and stay ahead of that curve while there is work.
/// What comes in after the last opening of the horizon is left to the next plan. It also stands for
/// what waits when this one begins, unless the terms name a backlog.
///
/// The service around a number of agents is the share of the interval's work that they do.
///
/// - Parameter minimum: fewest agents in open intervals.
/// - Complexity: O(intervals × intervals of a day) at worst.
func dueRequirement(
    _ terms: DeferredTerms, key: ActivityKey, shrinkage: Workforce.Shrinkage, minimum: Int,
    forecast: ActivityForecast?, isOpen: [Bool], horizon: Horizon
) throws(SizingError) -> IntervalRequirement {
    let arrivals = horizon.intervals.map { workHours($0, terms: terms, forecast: forecast) }
    let open = (0..<horizon.dayCount).map { day in horizon.intervals(ofDay: day).filter { isOpen[$0] } }
    let end = open.last { !$0.isEmpty }?.last ?? -1
    var waiting: Double
    if let backlog = terms.backlog {
        waiting = Double(max(0, backlog)) * Double(max(1, terms.handleTime.count)) / 3600
    } else {
        waiting = arrivals[(end + 1)...].reduce(0, +)
    }
    var positions = [Int](repeating: 0, count: horizon.intervalCount)
    var erlangs = [Double](repeating: 0, count: horizon.intervalCount)
    var closedSince = 0
    let dueIntervals = Double(max(0, terms.dueWithin.count)) / Double(horizon.intervalMinutes * 60)
    for intervals in open {
        guard let first = intervals.first, let last = intervals.last else { continue }
        waiting += arrivals[closedSince..<first].reduce(0, +)
        closedSince = last + 1
        let day = DueDay(
            intervals: intervals, arrivals: arrivals, waiting: waiting, dueIntervals: dueIntervals)
        waiting = 0
        let work = smoothWork(due: day.due, available: day.available)
        let agents = try wholeAgents(
            work, available: day.available, intervalHours: horizon.intervalHours, key: key)
        for (index, t) in intervals.enumerated() {
            positions[t] = agents[index]
            erlangs[t] = work[index] / horizon.intervalHours
        }
    }
    return try requirement(
        positions, erlangs: erlangs, isOpen: isOpen, minimum: min(maximumAgents, max(0, minimum)),
        shrinkage: shrinkage, key: key)
}

/// Hours of work that come in during an interval.
private func workHours(_ t: Int, terms: DeferredTerms, forecast: ActivityForecast?) -> Double {
    guard let forecast, t < forecast.contacts.count else { return 0 }
    let count = forecast.contacts[t]
    guard count.isFinite, count > 0 else { return 0 }
    let seconds = t < forecast.handleSeconds.count ? forecast.handleSeconds[t] : 0
    return count * (seconds.isFinite && seconds > 0 ? seconds : Double(max(1, terms.handleTime.count))) / 3600
}

/// Whole agents whose work is never behind the curve; an agent more works ahead as far as work has
/// come in, and is then missed later.
private func wholeAgents(
    _ work: [Double], available: [Double], intervalHours: Double, key: ActivityKey
) throws(SizingError) -> [Int] {
    var agents: [Int] = []
    var (planned, done) = (0.0, 0.0)
    for (step, hours) in work.enumerated() {
        planned += hours
        let wanted = (max(0, planned - done) / intervalHours - 1e-9).rounded(.up)
        guard wanted <= Double(maximumAgents) else {
            throw .impossibleTerm(key, .offeredLoad, value: wanted)
        }
        agents.append(Int(max(0, wanted)))
        done = min(max(planned, available[step]), done + max(0, wanted) * intervalHours)
    }
    return agents
}

private func requirement(
    _ needed: [Int], erlangs: [Double], isOpen: [Bool], minimum: Int, shrinkage: Workforce.Shrinkage,
    key: ActivityKey
) throws(SizingError) -> IntervalRequirement {
    var need = IntervalRequirement(
        positions: [], scheduled: [], offeredLoad: erlangs, binding: [], serviceAround: [])
    for t in needed.indices {
        let fewest = isOpen[t] ? minimum : 0
        let agents = max(needed[t], fewest)
        need.positions.append(agents)
        need.binding.append(needed[t] < fewest ? .minimumStaffing : needed[t] > 0 ? .dueTime : .none)
        do {
            let share = try Queueing.Shrinkage(external: shrinkage.external, internal: shrinkage.internal)
            need.scheduled.append(try share.scheduledAgents(forAgents: agents))
        } catch {
            throw SizingError(error, of: key)
        }
        for step in -2...2 {
            let present = Double(max(0, agents + step))
            need.serviceAround.append(erlangs[t] > 0 ? min(1, present / erlangs[t]) : 1)
        }
    }
    return need
}
