import Queueing
import Workforce

/// What targets over a day, week or month leave open for the schedule to decide: for every interval
/// the numbers of agents that it may have, from the fewest that are allowed, and what each gains.
///
/// Few are allowed where `periodSizes` allows them. The list ends where a further agent would gain
/// less than a tenth of what the next agents of the period's intervals gain on average: such an
/// agent is surplus, not need. Lines that share their agents have no leeway, for their needs are
/// one number together.
///
/// - Parameter requirement: the cheapest one, as `size` gives it.
/// - Returns: one leeway for every activity with such a target; none costs nothing.
/// - Throws: `SizingError`, as `size` does.
/// - Complexity: O(intervals × √load) evaluations of the queue.
public func periodLeeways(
    of requirement: Requirement, forecast: Forecast, for scenario: Scenario
) throws(SizingError) -> [PeriodLeeway] {
    var leeways: [PeriodLeeway] = []
    for campaign in scenario.campaigns {
        for line in try periodLines(of: campaign, requirement, forecast: forecast, scenario: scenario) {
            var line = line
            let periods = scenario.horizon.periods(line.answers.work.period)
            var points = [[PeriodLeeway.Point]](
                repeating: [], count: scenario.horizon.intervalCount)
            for period in periods {
                let worth = try line.meanNextGain(in: period)
                for t in period where line.need.positions[t] > 0 {
                    points[t] = try line.points(t, leastGain: worth / 10)
                }
            }
            leeways.append(
                PeriodLeeway(
                    activity: line.answers.work.key, period: line.answers.work.period, periods: periods,
                    points: points, asked: line.need.positions,
                    alone: line.need.scheduledPerInterval ?? line.need.scheduled))
        }
    }
    return leeways
}

/// The requirement with the needs that were placed together with the tours, and the service that
/// goes with them computed anew.
///
/// - Parameter requirement: the cheapest one, whose agents stay beside (`scheduledCheapest`).
/// - Throws: `SizingError`, as `size` does.
public func placing(
    _ placed: [PlacedNeeds], in requirement: Requirement, forecast: Forecast, for scenario: Scenario
) throws(SizingError) -> Requirement {
    var result = requirement
    for campaign in scenario.campaigns {
        let weeks = placed.filter { $0.campaign == campaign.id }
        guard !weeks.isEmpty else { continue }
        for line in try periodLines(of: campaign, requirement, forecast: forecast, scenario: scenario) {
            var line = line
            let key = line.answers.work.key
            guard let index = result.activities.firstIndex(where: { $0.activity == key }) else { continue }
            var positions = line.need.positions
            for week in weeks {
                for own in week.lines where own.activity == key {
                    for (offset, agents) in own.positions.enumerated()
                    where positions.indices.contains(week.firstInterval + offset) {
                        positions[week.firstInterval + offset] = agents
                    }
                }
            }
            result.activities[index].kind = .perInterval(try line.requirement(with: positions))
        }
    }
    return result
}

/// One activity whose service level is measured over a longer period.
private struct PeriodLine {
    var answers: QueueAnswers
    let need: IntervalRequirement
    let shrinkage: Workforce.Shrinkage
    /// Agents that minimum staffing leaves to this activity, per interval.
    let minimum: [Int]

    /// Contacts gained for the target by `agents`.
    private mutating func gain(_ t: Int, _ agents: Int) throws(SizingError) -> Double {
        let work = answers.work
        guard work.hasContacts(t) else { return 0 }
        let counts = try answers.service(t, agents: agents)
        return work.contacts[t] * (counts.inTime - work.share * counts.counted)
    }

    /// What one agent more than required gains, on average over the intervals with contacts.
    mutating func meanNextGain(in period: Range<Int>) throws(SizingError) -> Double {
        var sum = 0.0
        var count = 0
        for t in period where need.positions[t] > 0 && answers.work.hasContacts(t) {
            sum += try gain(t, need.positions[t] + 1) - gain(t, need.positions[t])
            count += 1
        }
        return count > 0 ? sum / Double(count) : 0
    }

    mutating func points(_ t: Int, leastGain: Double) throws(SizingError) -> [PeriodLeeway.Point] {
        let asked = need.positions[t]
        var last = asked
        var value = try gain(t, last)
        while last < maximumAgents {
            let next = try gain(t, last + 1)
            guard next - value >= leastGain, next > value else { break }
            (last, value) = (last + 1, next)
        }
        let least = min(asked, max(try answers.least(t).agents, minimum[t]))
        let positions = Array(least...last)
        let scheduled = try scheduledAgents(for: positions, shrinkage: shrinkage, key: answers.work.key)
        var points: [PeriodLeeway.Point] = []
        for (agents, people) in zip(positions, scheduled) {
            points.append(
                PeriodLeeway.Point(positions: agents, scheduled: people, gain: try gain(t, agents)))
        }
        return points
    }

    /// The requirement of this activity with other numbers of agents.
    mutating func requirement(with positions: [Int]) throws(SizingError) -> IntervalRequirement {
        guard positions != need.positions else { return need }
        var sizes: [SizedInterval] = []
        for (t, agents) in positions.enumerated() {
            let least = try answers.least(t)
            let binding =
                agents == need.positions[t]
                ? need.binding[t]
                : agents > max(least.agents, minimum[t])
                    ? .periodServiceLevel : least.agents >= minimum[t] ? least.binding : .minimumStaffing
            sizes.append(SizedInterval(agents: agents, binding: binding))
        }
        var result = try intervalRequirement(sizes, answers: &answers, shrinkage: shrinkage)
        result.scheduledPerInterval = need.scheduledPerInterval
        result.scheduledCheapest = need.scheduled
        return result
    }
}

/// The activities of a campaign whose service level is measured over a period, and that do not
/// share their agents.
///
/// The campaign's minimum is kept by all queued activities together: each but the first keeps what
/// it gives to it, and the first the rest.
private func periodLines(
    of campaign: Campaign, _ requirement: Requirement, forecast: Forecast, scenario: Scenario
) throws(SizingError) -> [PeriodLine] {
    let together = requirement.shared.first { $0.campaign == campaign.id }?.lines ?? []
    guard campaign.activities.contains(where: { $0.channel.targetPeriod != .interval }) else { return [] }
    let open = scenario.openIntervals(of: campaign)
    var queued: [(work: QueuedWork, need: IntervalRequirement)] = []
    for activity in campaign.activities {
        let key = ActivityKey(campaign.id, activity.id)
        guard case .perInterval(let need)? = requirement[key]?.kind,
            let work = try QueuedWork(
                activity.channel, key: key, forecast: forecast[key], isOpen: open, scenario: scenario)
        else { continue }
        queued.append((work, need))
    }
    let minimum = min(maximumAgents, max(0, campaign.minimumStaffing))
    return queued.indices.compactMap { index in
        let (work, need) = queued[index]
        guard work.period != .interval, !together.contains(work.key.activity) else { return nil }
        let floor = open.indices.map { t -> Int in
            guard open[t] else { return 0 }
            guard index == 0 else { return min(need.positions[t], minimum) }
            return max(0, minimum - queued.dropFirst().reduce(0) { $0 + $1.need.positions[t] })
        }
        return PeriodLine(
            answers: QueueAnswers(work), need: need, shrinkage: campaign.shrinkage, minimum: floor)
    }
}

extension Channel {
    /// Stretch over which the service level is measured; `.interval` for channels without a queue.
    fileprivate var targetPeriod: TargetPeriod {
        guard let target = QueueTerms(self)?.target, target.serviceLevel != nil else { return .interval }
        return target.period
    }
}
