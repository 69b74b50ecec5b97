import Queueing
import Workforce

/// The cheapest agents per interval whose service level over each day, week or calendar month
/// reaches the target; periods cut by the horizon's ends are judged on what lies inside.
///
/// Contacts count where they arrive, so that a weak hour is made up for where most people call
/// (`smallestPeriodStaffing`). In every interval at least `floor` agents stay, and those that
/// the limits of the contract ask for (`QueueAnswers.least`).
///
/// - Parameter floor: agents that minimum staffing keeps, per interval.
/// - Complexity: O(intervals × (log load + √load)) evaluations of the queue at most; equal
///   intervals share theirs.
func periodSizes(
    _ answers: inout QueueAnswers, floor: [Int], isOpen: [Bool], horizon: Horizon
) throws(SizingError) -> [SizedInterval] {
    var sizes = [SizedInterval](repeating: .nobody, count: isOpen.count)
    for t in isOpen.indices where isOpen[t] { sizes[t] = try answers.least(t).atLeast(floor[t]) }
    for period in horizon.periods(answers.work.period) {
        let open = period.filter { isOpen[$0] }
        let agents = try staffing(&answers, open: open, least: sizes)
        for (t, count) in zip(open, agents) where count > sizes[t].agents {
            sizes[t] = SizedInterval(agents: count, binding: .periodServiceLevel)
        }
    }
    return sizes
}

private func staffing(
    _ answers: inout QueueAnswers, open: [Int], least: [SizedInterval]
) throws(SizingError) -> [Int] {
    let work = answers.work
    var intervals: [PeriodInterval] = []
    do throws(QueueingError) {
        for t in open {
            let calls = work.hasContacts(t) ? work.contacts[t] : 0
            intervals.append(try PeriodInterval(calls: calls, leastAgents: least[t].agents))
        }
    } catch {
        throw SizingError(error, of: work.key)
    }
    do {
        return try smallestPeriodStaffing(share: work.share, intervals: intervals) {
            index, agents throws(SizingError) in
            let counts = try answers.service(open[index], agents: agents)
            return (counts.inTime, counts.counted)
        }.agents
    } catch {
        switch error {
        case .queueing(let error): throw SizingError(error, of: work.key)
        case .service(let error): throw error
        }
    }
}

extension SizedInterval {
    /// The same with no fewer than `minimum` agents.
    func atLeast(_ minimum: Int) -> SizedInterval {
        agents < minimum ? SizedInterval(agents: minimum, binding: .minimumStaffing) : self
    }
}

extension Horizon {
    /// The intervals of each period, in order.
    func periods(_ period: TargetPeriod) -> [Range<Int>] {
        switch period {
        case .interval: intervals.map { $0..<$0 + 1 }
        case .day: (0..<dayCount).map(intervals(ofDay:))
        case .week: (0..<weekCount).map(intervals(ofWeek:))
        case .month:
            intervals(cutAt: (1..<max(1, dayCount)).filter { date(ofDay: $0).day == 1 })
        }
    }

    private func intervals(cutAt days: [Int]) -> [Range<Int>] {
        let bounds = [0] + days + (dayCount > 0 ? [dayCount] : [])
        return zip(bounds, bounds.dropFirst()).map { dayStarts[$0]..<dayStarts[$1] }
    }
}
