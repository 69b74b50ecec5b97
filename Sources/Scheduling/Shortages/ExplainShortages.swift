import Execution
import Workforce

/// Every stretch of a schedule in which agents are missing, with its reason.
///
/// A reason is decided from the week's values alone, in this order: whether any legal week of
/// those present reaches the time, and which rule keeps it away; whether all who can come work
/// then; whether one person's week could be bettered as the rules stand, or without one family of
/// them; whether the day's or the week's hours are used up; and what covering it would cost. The
/// statements about one person are exact (each other week is found by the tour programme), those
/// about several at once are not made: the last two reasons say so.
///
/// - Parameters:
///   - schedule: as `schedule(_:staffing:for:control:)` gave it for the same arguments.
///   - control: threads, on which nothing depends; past its deadline no family of rules is tried.
/// - Returns: by pool, then in order of time; without remedies.
/// - Complexity: for each pool with a gap, a model with its tour programmes for each family of
///   rules that may matter, and for each stretch a tour programme for each kind of tour.
///
/// Literature: explanation of schedules by single exchanges, Čyras, Letsios, Misener & Toni (2019).
public func explainShortages(
    of schedule: Schedule, requirement: Requirement, staffing: Staffing?, for scenario: Scenario,
    control: RunControl
) -> [ScheduleShortage] {
    let found = orderedParallelMap(schedule.pools, threads: control.threads) { pool in
        PoolShortages(pool, schedule: schedule, requirement, staffing, scenario)?
            .explained(control: control) ?? []
    }
    return found.flatMap { $0 }
}

/// The shortages of one campaign and week.
struct PoolShortages {
    let pool: PoolWeek
    let requirement: Requirement
    let staffing: Staffing?
    let scenario: Scenario
    let instance: PoolInstance
    /// The few kinds of shift that the campaign keeps to; nil = any.
    let kinds: Set<ShiftKind>?
    /// Agents wanted and present in every interval of the horizon.
    let needs: [Int]
    let coverage: [Int]

    var isNamed: Bool { staffing != nil }
    var horizon: Horizon { scenario.horizon }
    var week: Range<Int> { horizon.intervals(ofWeek: pool.week) }

    /// - Returns: nil when nobody is missing, or the scenario is not the schedule's.
    init?(
        _ pool: PoolWeek, schedule: Schedule, _ requirement: Requirement, _ staffing: Staffing?,
        _ scenario: Scenario
    ) {
        guard pool.week < scenario.horizon.weekCount else { return nil }
        needs = requirement.scheduled(
            for: pool.campaign, intervalCount: scenario.horizon.intervalCount)
        coverage = scenario.horizon.coverage(of: schedule, campaign: pool.campaign)
        kinds = schedule.kinds(of: pool.campaign, step: scenario.horizon.intervalMinutes)
        let (needs, coverage) = (needs, coverage)
        guard scenario.horizon.intervals(ofWeek: pool.week).contains(where: { coverage[$0] < needs[$0] }),
            let instance = PoolInstance(
                pool, requirement: requirement, scenario: scenario, isNamed: staffing != nil, kinds: kinds)
        else { return nil }
        self.pool = pool
        self.requirement = requirement
        self.staffing = staffing
        self.scenario = scenario
        self.instance = instance
    }

    func explained(control: RunControl) -> [ScheduleShortage] {
        var reasons = ShortageReasons(self, control: control)
        var shortages: [ScheduleShortage] = []
        var last = -2
        for stretch in stretches(&reasons) {
            let next = shortage(stretch.intervals, reasons.reason(of: stretch))
            if last == stretch.intervals.lowerBound, let before = shortages.last, before.day == next.day,
                before.reason == next.reason, before.range.end == next.range.start
            {
                shortages[shortages.count - 1] = before.joined(with: next)
            } else {
                shortages.append(next)
            }
            last = stretch.intervals.upperBound
        }
        return shortages
    }

    /// Intervals in a row without enough agents, which the same groups can reach.
    struct Stretch {
        var intervals: Range<Int>
        var groups: [Int]
        /// Why nobody reaches it; nil when somebody does.
        var barrier: ShortageReason?
    }

    private func stretches(_ reasons: inout ShortageReasons) -> [Stretch] {
        var stretches: [Stretch] = []
        for t in week where coverage[t] < needs[t] {
            let groups = reasons.groups(reaching: t)
            let barrier = groups.isEmpty ? reasons.barrier(at: t) : nil
            if let last = stretches.last, last.intervals.upperBound == t, last.groups == groups,
                last.barrier == barrier, horizon.days[t - 1] == horizon.days[t],
                horizon.clockMinutes[t - 1] + horizon.intervalMinutes == horizon.clockMinutes[t]
            {
                stretches[stretches.count - 1].intervals = last.intervals.lowerBound..<t + 1
            } else {
                stretches.append(Stretch(intervals: t..<t + 1, groups: groups, barrier: barrier))
            }
        }
        return stretches
    }

    private func shortage(_ intervals: Range<Int>, _ reason: ShortageReason) -> ScheduleShortage {
        let missing = intervals.map { needs[$0] - coverage[$0] }
        let hours = Double(missing.reduce(0, +)) * horizon.intervalHours
        return ScheduleShortage(
            campaign: pool.campaign, week: pool.week, day: horizon.days[intervals.lowerBound],
            range: ClockRange(
                horizon.clock(of: intervals.lowerBound),
                horizon.clock(of: intervals.upperBound - 1) + horizon.intervalMinutes),
            least: missing.min() ?? 0, most: missing.max() ?? 0, hours: hours,
            cost: Money(euros: hours * scenario.weights.understaffingPerHour.euros), reason: reason)
    }
}

extension Schedule {
    /// The few kinds of shift of a campaign, in slots; nil where it has any.
    func kinds(of campaign: Identifier<Campaign>, step: Int) -> Set<ShiftKind>? {
        kinds.first { $0.campaign == campaign }.map { chosen in
            Set(
                chosen.kinds.map {
                    ShiftKind(start: $0.start.minute / step, length: $0.minutes / step)
                })
        }
    }
}

extension ScheduleShortage {
    /// This stretch and the one that follows it at once.
    fileprivate func joined(with next: ScheduleShortage) -> ScheduleShortage {
        var both = self
        both.range = ClockRange(range.start, next.range.end)
        both.least = min(least, next.least)
        both.most = max(most, next.most)
        both.hours += next.hours
        both.cost += next.cost
        return both
    }
}
