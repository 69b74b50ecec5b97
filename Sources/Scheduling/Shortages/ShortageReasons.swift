import Execution
import Workforce

/// Decides why agents are missing in the stretches of one campaign and week.
struct ShortageReasons {
    private let pool: PoolShortages
    private let control: RunControl
    private var probe: WeekProbe
    /// The same people without one family of rules, made when first asked for.
    private var relaxed: [ShiftRule: WeekProbe?] = [:]
    private var reaching: [Int: [Int]] = [:]
    /// Agent-hours of the week: missing or left undone, and too many.
    let missing: Double
    let surplus: Double

    init(_ pool: PoolShortages, control: RunControl) {
        self.pool = pool
        self.control = control
        probe = WeekProbe(pool.instance, pool: pool.pool, coverage: pool.coverage, isNamed: pool.isNamed)
        var (short, over) = (0, 0)
        for t in pool.week {
            let spare = pool.coverage[t] - pool.needs[t]
            if spare < 0 { short -= spare } else { over += spare }
        }
        let cost = pool.instance.model.cost
        let shares = LoadShares(cost: cost, coverage: pool.instance.byCell(pool.coverage))
        let undone = cost.loads.reduce(0) { $0 + $1.amount } - shares.fromSurplus - shares.fromNeed
        let hours = pool.horizon.intervalHours
        missing = (Double(short) + shares.fromNeed + max(0, undone)) * hours
        surplus = (Double(over) - shares.fromSurplus) * hours
    }

    /// Groups of which some legal week covers an interval.
    mutating func groups(reaching t: Int) -> [Int] {
        guard let cell = pool.instance.cell(ofInterval: t) else { return [] }
        if let known = reaching[cell] { return known }
        let groups = probe.groups(reaching: cell)
        reaching[cell] = groups
        return groups
    }

    /// The reason of a stretch, judged at its worst interval.
    mutating func reason(of stretch: PoolShortages.Stretch) -> ShortageReason {
        if let barrier = stretch.barrier { return barrier }
        let t = worst(stretch.intervals)
        guard let cell = pool.instance.cell(ofInterval: t) else { return .closed }
        let able = pool.pool.tours.filter { stretch.groups.contains($0.group) }
        let count = able.reduce(0) { $0 + $1.count }
        let isFull = pool.isNamed || !stretch.groups.contains(where: probe.hasRoom)
        if isFull, able.allSatisfy({ state(of: $0, at: t) == .working }) {
            return pool.isNamed ? .everyoneWorks(agents: count) : .headcount
        }
        let added = control.shouldStop ? 0 : probe.leastCost(covering: cell) ?? 0
        if added < -WeekProbe.tolerance { return .search }
        if surplus > 0, let rule = limitingRule(able, at: t, cell: cell) { return .rule(rule) }
        if pool.isNamed, able.allSatisfy({ isLongest($0, day: pool.horizon.days[t]) }) {
            return .dayFull(agents: count)
        }
        if isFull, missing > surplus {
            return pool.isNamed ? .hours(missing: missing, surplus: surplus) : .headcount
        }
        let optimality = pool.pool.optimality
        let cost = stretch.intervals.reduce(0) { $0 + Double(pool.needs[$1] - pool.coverage[$1]) }
        let open = optimality.cost - optimality.bound
        if optimality.status != .optimal, cost * pool.instance.model.cost.under <= open {
            return .unproved(gap: Money(euros: open / 100))
        }
        return .choice(addedCost: Money(euros: added / 100))
    }

    private func worst(_ intervals: Range<Int>) -> Int {
        var worst = intervals.lowerBound
        for t in intervals
        where pool.needs[t] - pool.coverage[t] > pool.needs[worst] - pool.coverage[worst] { worst = t }
        return worst
    }

    // MARK: What people do

    private enum State { case working, onLunch, onBreak, away, off }

    private func state(of entry: TourCount, at t: Int) -> State {
        guard let shift = entry.tour.shifts[pool.horizon.days[t] % 7] else { return .off }
        let clock = pool.horizon.clock(of: t)
        let interval = ClockRange(clock, clock + pool.horizon.intervalMinutes)
        guard shift.range.contains(interval) else { return .away }
        let pause = shift.breaks.first { $0.range.overlapMinutes(with: interval) > 0 }
        return pause.map { $0.kind == .lunch ? .onLunch : .onBreak } ?? .working
    }

    /// Whether someone works that day for as long as the contract allows.
    private func isLongest(_ entry: TourCount, day: Int) -> Bool {
        guard let shift = entry.tour.shifts[day % 7],
            let contract = pool.scenario.floor.contract(entry.tour.contract)
        else { return false }
        return shift.paidMinutes + pool.horizon.intervalMinutes > contract.dailyMinutes.upperBound
    }

    // MARK: Rules

    /// The first family of rules without which one person's week alone would cover the cell and
    /// lower the whole cost. Families that bind nobody here are not tried.
    private mutating func limitingRule(_ able: [TourCount], at t: Int, cell: Int) -> ShiftRule? {
        let states = able.map { state(of: $0, at: t) }
        let spans = pool.instance.groups.map(\.window)
        let contracts = pool.instance.groups.compactMap { pool.scenario.floor.contract($0.contract) }
        let work = pool.scenario.rules.work
        for rule in [
            ShiftRule.shiftKinds, .lunch, .restBreaks, .rest, .startSpread, .daysPerWeek, .shiftLength,
        ] {
            let matters =
                switch rule {
                case .shiftKinds: pool.kinds != nil
                case .lunch: states.contains(.onLunch)
                case .restBreaks: states.contains(.onBreak)
                case .rest: spans.contains { 1440 - $0.minutes < work.minimumDailyRestMinutes }
                case .startSpread: contracts.contains { $0.startSpreadMinutes != nil }
                case .daysPerWeek: states.contains(.off)
                case .shiftLength: states.contains(.away) || states.contains(.off)
                }
            guard matters else { continue }
            prepare(rule)
            if let cost = relaxed[rule]??.leastCost(covering: cell), cost < -WeekProbe.tolerance {
                return rule
            }
        }
        return nil
    }

    private mutating func prepare(_ rule: ShiftRule) {
        guard relaxed[rule] == nil, !control.shouldStop else { return }
        let (scenario, groups) = rule.dropped(from: pool.scenario, groups: pool.instance.groups)
        let instance = PoolInstance(
            pool.pool, groups: groups, requirement: pool.requirement, scenario: scenario,
            isNamed: pool.isNamed, kinds: rule == .shiftKinds ? nil : pool.kinds)
        relaxed[rule] = .some(
            instance.map { WeekProbe($0, pool: pool.pool, coverage: pool.coverage, isNamed: pool.isNamed) })
    }

    // MARK: What keeps everybody away

    /// Why no legal week of those present covers an interval.
    mutating func barrier(at t: Int) -> ShortageReason {
        let day = pool.horizon.days[t]
        let weekday = day % 7
        let clock = pool.horizon.clock(of: t)
        let range = ClockRange(clock, clock + pool.horizon.intervalMinutes)
        let present = pool.instance.groups.filter { $0.headcount != 0 }
        guard !present.isEmpty else { return .nobody }
        guard pool.instance.work.hours[weekday].contains(where: { $0.contains(clock) }) else {
            return .closed
        }
        let working = present.filter { group in
            pool.scenario.floor.contract(group.contract)?.weekdays.contains {
                $0.rawValue == weekday
            } == true
        }
        guard !working.isEmpty else { return .weekday }
        let free = working.filter { $0.workableDays[weekday] }
        guard !free.isEmpty else { return working.contains(where: isInTraining) ? .training : .away }
        guard free.contains(where: { $0.window.contains(range) }) else { return window(of: free, range) }
        guard let cell = pool.instance.cell(ofInterval: t) else { return .noShift(nil) }
        for rule in [
            ShiftRule.shiftKinds, .shiftLength, .lunch, .restBreaks, .rest, .startSpread, .daysPerWeek,
        ] {
            prepare(rule)
            if relaxed[rule]??.groups(reaching: cell).isEmpty == false { return .noShift(rule) }
        }
        return .noShift(nil)
    }

    /// The hours that keep an interval free: those of a course, or of contracts and agents.
    private func window(of groups: [TourGroup], _ range: ClockRange) -> ShortageReason {
        let learns = groups.contains { group in
            isInTraining(group)
                && pool.scenario.floor.contract(group.contract)?.workingWindow.contains(range) == true
                && group.agents.contains {
                    pool.scenario.floor.agent($0)?.availableWindow?.contains(range) ?? true
                }
        }
        if learns { return .training }
        let first = groups.map(\.window.start).min() ?? .midnight
        let last = groups.map(\.window.end).max() ?? .endOfDay
        return .window(ClockRange(first, last))
    }

    /// Whether someone of a group has hours reserved for a course this week.
    private func isInTraining(_ group: TourGroup) -> Bool {
        guard let staffing = pool.staffing, let contract = pool.scenario.floor.contract(group.contract)
        else { return false }
        return group.agents.contains { id in
            pool.scenario.floor.agent(id).map {
                pool.instance.work.courseWindow(
                    of: $0, contract: contract, staffing, scenario: pool.scenario) != nil
            } ?? false
        }
    }
}
