import Workforce

extension ScheduleShortage {
    /// Changes that may lift the shortage, by its reason.
    ///
    /// What the law fixes (rest, breaks) is never among them: there only people or hours help.
    func candidates(_ pool: PoolWeek, _ scenario: Scenario) -> [ShortageRemedy.Change] {
        let used = Set(pool.groups.map(\.contract))
        let contracts = scenario.floor.contracts.filter { used.contains($0.id) }
        let people = contracts.map { ShortageRemedy.Change.oneMore($0.id) }
        switch reason {
        case .closed: return []
        case .nobody, .away, .training:
            let all = contracts.isEmpty ? scenario.floor.contracts : contracts
            return all.map { .oneMore($0.id) }
        case .weekday:
            let day = Weekday(rawValue: day % 7)
            return contracts.compactMap { contract in day.map { .workOn(contract.id, $0) } }
        case .window: return windows(contracts)
        case .noShift(let rule), .rule(let rule as ShiftRule?):
            return rule.map { loosened($0, contracts, scenario) } ?? people
        case .everyoneWorks, .dayFull, .hours, .headcount, .choice, .search, .unproved:
            let named = Set(pool.groups.filter { !$0.agents.isEmpty }.map(\.contract))
            let overtime = contracts.filter { named.contains($0.id) }
                .map { ShortageRemedy.Change.moreHours($0.id, minutes: 120) }
            return people + overtime + windows(contracts)
                + [ShiftRule.lunch, .shiftLength, .daysPerWeek, .startSpread].flatMap {
                    loosened($0, contracts, scenario)
                }
        }
    }

    /// Contracts whose hours end or begin inside the stretch, or leave it out.
    private func windows(_ contracts: [EmploymentContract]) -> [ShortageRemedy.Change] {
        contracts.flatMap { contract -> [ShortageRemedy.Change] in
            let window = contract.workingWindow
            return (window.end < range.end ? [.workUntil(contract.id, range.end)] : [])
                + (window.start > range.start ? [.workFrom(contract.id, range.start)] : [])
        }
    }

    /// A family of rules made looser by a step that can be agreed.
    private func loosened(
        _ rule: ShiftRule, _ contracts: [EmploymentContract], _ scenario: Scenario
    ) -> [ShortageRemedy.Change] {
        switch rule {
        case .lunch:
            // Half an hour at both ends, where the grid has half hours.
            let step = max(30, scenario.horizon.intervalMinutes)
            let window = scenario.rules.work.lunchWindow
            guard window.start.minute >= step, window.end.minute + step <= 1440 else { return [] }
            return [.lunchWindow(ClockRange(window.start + -step, window.end + step))]
        case .restBreaks, .rest, .shiftKinds: return contracts.map { .oneMore($0.id) }
        case .shiftLength:
            let least = max(60, scenario.rules.work.minimumCallStretchMinutes)
            return contracts.compactMap {
                let shorter = max(least, min($0.dailyMinutes.lowerBound - 60, range.minutes))
                return shorter < $0.dailyMinutes.lowerBound ? .shortestDay($0.id, minutes: shorter) : nil
            }
        case .startSpread:
            return contracts.compactMap { contract in
                contract.startSpreadMinutes.map { .startSpread(contract.id, minutes: $0 + 60) }
            }
        case .daysPerWeek:
            let most = scenario.rules.work.maximumConsecutiveDays
            return contracts.compactMap {
                let days = $0.daysPerWeek.upperBound + 1
                return days <= most ? .daysPerWeek($0.id, most: days) : nil
            }
        }
    }
}
