import Workforce

/// Builds the optimiser's view of one campaign and week.
struct PoolBuilder {
    let work: WeekOfWork
    let groups: [TourGroup]
    let requirement: Requirement
    let scenario: Scenario
    /// Named mode: tours are paid anyway, and their number is given.
    let isNamed: Bool

    private var horizon: Horizon { scenario.horizon }
    private var step: Int { horizon.intervalMinutes }

    func model() -> PoolModel {
        let terms = groups.map { group in (0..<7).map { dayTerms(group, day: $0) } }
        let needs = requirement.scheduled(for: work.campaign.id, intervalCount: horizon.intervalCount)
        let loads = requirement.workloads(for: work.campaign.id).map(\.1)
            .filter { $0.days.lowerBound / 7 == work.week && $0.hours.isFinite && $0.hours > 0 }
        let grid = WeekGrid(week: work.week, step: step, used: usedSlots(terms, needs: needs, loads: loads))
        var sets: [PatternSet] = []
        var known: [SetKey: Int] = [:]
        var poolGroups: [PoolGroup] = []
        for (index, group) in groups.enumerated() {
            let daySets = (0..<7).map { day -> Int in
                guard let terms = terms[index][day] else { return -1 }
                let key = SetKey(
                    terms: terms, doubled: doubledHour(day: day),
                    premium: premium(group, day: day, open: terms.open))
                if let set = known[key] { return set }
                let set = PatternSet(key.patterns(), origin: grid.origin, premium: key.premium)
                known[key] = sets.count
                sets.append(set)
                return sets.count - 1
            }
            poolGroups.append(
                poolGroup(group, sets: daySets.map { $0 >= 0 && sets[$0].isEmpty ? -1 : $0 }, all: sets))
        }
        return PoolModel(
            grid: grid, sets: sets, groups: poolGroups,
            cost: coverageCost(grid: grid, needs: needs, loads: loads))
    }

    /// Patterns of a day depend on its terms and on the hour its clock lives twice, their costs on
    /// premiums.
    private struct SetKey: Hashable {
        var terms: PatternTerms
        var doubled: ClockRange?
        var premium: PatternPremium?

        /// Shifts over a doubled hour are that much longer than the clock says:
        /// their limits are cut by it. None begins or ends inside it, where the
        /// clock would not say which of the two hours is meant.
        func patterns() -> [ShiftPattern] {
            guard let doubled else { return terms.patterns() }
            let (from, to) = (doubled.start.minute, doubled.end.minute)
            func spans(_ pattern: ShiftPattern) -> Bool {
                pattern.start * terms.step < to && pattern.end * terms.step > from
            }
            var shortened = terms
            shortened.rules.maximumCallStretchMinutes -= doubled.minutes
            shortened.rules.maximumDailySpanMinutes -= doubled.minutes
            shortened.rules.maximumDailyEffectiveMinutes -= doubled.minutes
            let holds = shortened.rules.maximumCallStretchMinutes >= terms.step
            let over = holds ? shortened.patterns().filter(spans) : []
            return terms.patterns().filter { !spans($0) }
                + over.filter { $0.start * terms.step <= from && $0.end * terms.step >= to }
        }
    }

    private func doubledHour(day: Int) -> ClockRange? {
        let date = horizon.date(ofDay: work.week * 7 + day)
        return horizon.clockChanges.first { $0.date == date && $0.forwardMinutes < 0 }
            .map { ClockRange($0.clock, $0.clock + -$0.forwardMinutes) }
    }

    private func dayTerms(_ group: TourGroup, day: Int) -> PatternTerms? {
        guard group.workableDays[day], group.owedMinutes > 0,
            let contract = scenario.floor.contract(group.contract)
        else { return nil }
        let terms = PatternTerms(
            rules: scenario.rules.work, contract: contract, window: group.window, open: work.hours[day],
            step: step)
        return terms.open.isEmpty ? nil : terms
    }

    /// The stretch of slots that shifts, calls or loads use on any day.
    private func usedSlots(
        _ terms: [[PatternTerms?]], needs: [Int], loads: [WorkloadRequirement]
    ) -> Range<Int> {
        var first = Int.max
        var last = 0
        for open in terms.joined().compactMap({ $0?.open }).joined() {
            first = min(first, open.lowerBound)
            last = max(last, open.upperBound)
        }
        for t in horizon.intervals(ofWeek: work.week) {
            let isPermitted = loads.contains { t < $0.permitted.count && $0.permitted[t] }
            guard needs[t] > 0 || isPermitted else { continue }
            first = min(first, horizon.clockMinutes[t] / step)
            last = max(last, horizon.clockMinutes[t] / step + 1)
        }
        return first < last ? first..<last : 0..<1
    }

    private func coverageCost(
        grid: WeekGrid, needs: [Int], loads: [WorkloadRequirement]
    ) -> CoverageCost {
        let intervals = grid.intervals(in: horizon)
        var cost = CoverageCost(
            needs: intervals.map { $0.first.map { max(0, needs[$0]) } ?? -1 }, repeated: [],
            under: perInterval(scenario.weights.understaffingPerHour),
            over: perInterval(scenario.weights.overstaffingPerHour),
            undone: perInterval(scenario.weights.undoneWorkPerHour), loads: [])
        for (cell, behind) in intervals.enumerated() {
            for t in behind.dropFirst() { cost.repeated.append((cell: cell, need: max(0, needs[t]))) }
        }
        cost.loads = loads.map { load in
            PoolLoad(
                amount: load.hours / horizon.intervalHours,
                permitted: intervals.map { behind in
                    behind.first.map { t in
                        t < load.permitted.count && load.permitted[t]
                            && load.days.contains(horizon.days[t])
                    } ?? false
                },
                most: Double(max(0, load.agentsAtOnce.upperBound)))
        }
        return cost
    }

    private func perInterval(_ hourly: Money) -> Double {
        max(0, Double(hourly.cents) * horizon.intervalHours)
    }

    private func poolGroup(_ group: TourGroup, sets: [Int], all: [PatternSet]) -> PoolGroup {
        let rules = scenario.rules.work
        let contract = scenario.floor.contract(group.contract)
        let owed = min(group.owedMinutes, max(0, rules.maximumWeeklyEffectiveMinutes))
        return PoolGroup(
            sets: sets, daysPerWeek: group.daysPerWeek, owed: owed / step, headcount: group.headcount,
            isExact: isNamed, tourCost: 0,
            startBands: contract?.startSpreadMinutes.flatMap { bands(spread: $0, sets: sets, all: all) },
            rest: restRules(group), hours: paidHours(of: group),
            bearsPremiums: sets.contains { $0 >= 0 && !all[$0].costs.isEmpty })
    }

    /// Every stretch of `spread` minutes in which all starts of a week may lie;
    /// nil when no two starts are further apart.
    private func bands(spread: Int, sets: [Int], all: [PatternSet]) -> [ClosedRange<Int>]? {
        let starts = Set(sets.filter { $0 >= 0 }.flatMap { all[$0].start }).sorted()
        guard let first = starts.first, let last = starts.last else { return nil }
        let width = max(0, spread) / step
        guard last - first > width else { return nil }
        return (first...last - width).map { $0...$0 + width }
    }

    private func restRules(_ group: TourGroup) -> RestRules {
        let rules = scenario.rules.work
        let hours = work.campaign.openingHours
        let earliest = hours.weekdays[0].map { max($0.start, group.window.start).minute }.min()
        let latest = hours.weekdays[6].map { min($0.end, group.window.end).minute }.max()
        let monday = work.week * 7
        var changes: [(weekMinute: Int, forward: Int)] = []
        for change in horizon.clockChanges {
            guard let day = horizon.day(of: change.date), (monday..<monday + 7).contains(day) else {
                continue
            }
            changes.append(
                (weekMinute: (day - monday) * 1440 + change.clock.minute, forward: change.forwardMinutes))
        }
        return RestRules(
            daily: rules.minimumDailyRestMinutes, weekly: rules.minimumWeeklyRestMinutes,
            consecutiveDays: max(1, rules.maximumConsecutiveDays), before: 1440 - (latest ?? 0),
            after: earliest ?? 1440, clockChanges: changes)
    }
}

extension PoolBuilder {
    /// The pool with what its tours cost, and the tour programmes of the groups that have a legal
    /// tour. Groups without give none: their people are a named gap.
    func pricedModel() -> (model: PoolModel, programmes: [TourProgramme]) {
        var model = model()
        var programmes: [TourProgramme] = []
        for index in groups.indices {
            guard let programme = TourProgramme(group: index, model: model) else {
                model.groups[index].headcount = 0
                continue
            }
            model.groups[index].tourCost = tourCost(of: groups[index], paidSlots: programme.paid)
            if let hours = programme.hours {
                model.groups[index].hours = hours
                // In named mode pay counts from the least a group may be given, so that no cost is negative.
                if isNamed { model.groups[index].tourCost = -hours.cheapest }
            }
            programmes.append(programme)
        }
        return (model, programmes)
    }

    /// Sizing mode: cost of one normal tour of each group, cents: paid hours at the
    /// contract's gross wage, loaded with the employer's contributions before
    /// any reduction (the reduction depends on the year's pay and is Pricing's).
    func tourCost(of group: TourGroup, paidSlots: Int) -> Double {
        guard !isNamed else { return 0 }
        let loaded = scenario.loadedHourlyWage(of: group)
        return (Double(paidSlots) * horizon.intervalHours * loaded * 100).rounded()
    }

    /// Paid times that a group's flexible hours allow, at their cost: wages and contributions for
    /// every hour, and the premium for hours beyond what is owed. Paid time is held under the
    /// weekly maximum of effective time.
    fileprivate func paidHours(of group: TourGroup) -> PaidHours? {
        guard let hours = group.flexibility, group.owedMinutes > 0,
            let contract = scenario.floor.contract(group.contract)
        else { return nil }
        let rules = scenario.rules.work
        let most = min(group.owedMinutes + hours.overtimeMinutes, rules.maximumWeeklyEffectiveMinutes)
        let minute = scenario.loadedHourlyWage(of: group) * 100 / 60
        let costs = (0...max(0, most / step)).map { slots in
            let over = max(0, slots * step - group.owedMinutes)
            let premium = rules.overtimePremiumMinutes(over, contract: contract)
            return minute * (Double(slots * step) + premium)
        }
        let least = max(1, slotsUp(hours.leastMinutes - hours.timeOffMinutes, step))
        return PaidHours(least: least, costs: costs)
    }
}
