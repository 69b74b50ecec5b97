import Workforce

extension ShortageRemedy.Change {
    /// The scenario and a week's groups with this change.
    ///
    /// - Returns: nil when it changes nothing for these groups.
    func applied(
        to scenario: Scenario, groups: [TourGroup], work: WeekOfWork, isNamed: Bool
    ) -> (scenario: Scenario, groups: [TourGroup])? {
        var changed = ChangedRules(scenario: scenario, groups: groups, work: work, isNamed: isNamed)
        switch self {
        case .workUntil(let contract, let end):
            changed.setWindow(of: contract) { ClockRange($0.start, max($0.end, end)) }
        case .workFrom(let contract, let start):
            changed.setWindow(of: contract) { ClockRange(min($0.start, start), $0.end) }
        case .workOn(let contract, let weekday): changed.allow(weekday, contract)
        case .lunchWindow(let window): changed.scenario.rules.work.lunchWindow = window
        case .shortestDay(let contract, let minutes):
            changed.edit(contract) { terms in
                terms.dailyMinutes =
                    min(minutes, terms.dailyMinutes.upperBound)...terms.dailyMinutes.upperBound
            }
        case .startSpread(let contract, let minutes):
            changed.edit(contract) { $0.startSpreadMinutes = $0.startSpreadMinutes.map { max($0, minutes) } }
        case .daysPerWeek(let contract, let most): changed.setDays(of: contract, most: most)
        case .moreHours(let contract, let minutes): changed.addHours(to: contract, minutes: minutes)
        case .oneMore(let contract): changed.addPerson(contract)
        }
        return changed.scenario == scenario && changed.groups == groups
            ? nil : (changed.scenario, changed.groups)
    }
}

/// A scenario and the groups of one of its weeks, changed together.
private struct ChangedRules {
    var scenario: Scenario
    var groups: [TourGroup]
    let work: WeekOfWork
    let isNamed: Bool

    mutating func edit(
        _ contract: Identifier<EmploymentContract>, _ change: (inout EmploymentContract) -> Void
    ) {
        guard let index = scenario.floor.contracts.firstIndex(where: { $0.id == contract }) else { return }
        change(&scenario.floor.contracts[index])
    }

    /// Groups whose end or start was the contract's follow it; agents' own hours stay.
    mutating func setWindow(
        of contract: Identifier<EmploymentContract>, _ change: (ClockRange) -> ClockRange
    ) {
        guard let old = scenario.floor.contract(contract)?.workingWindow else { return }
        let new = change(old)
        edit(contract) { $0.workingWindow = new }
        for index in groups.indices where groups[index].contract == contract {
            let window = groups[index].window
            groups[index].window = ClockRange(
                window.start == old.start ? new.start : window.start,
                window.end == old.end ? new.end : window.end)
        }
    }

    /// People who are there and not otherwise bound may work a weekday more.
    mutating func allow(_ weekday: Weekday, _ contract: Identifier<EmploymentContract>) {
        let date = scenario.horizon.date(ofDay: work.week * 7 + weekday.rawValue)
        guard !work.hours[weekday.rawValue].isEmpty,
            scenario.floor.contract(contract)?.weekdays.contains(weekday) == false
        else { return }
        edit(contract) { $0.weekdays.insert(weekday) }
        for index in groups.indices where groups[index].contract == contract {
            let isFree = groups[index].agents.allSatisfy { id in
                guard let agent = scenario.floor.agent(id) else { return false }
                return !agent.unavailableWeekdays.contains(weekday)
                    && (agent.hired.map { date >= $0 } ?? true)
                    && !scenario.requests.contains {
                        $0.agent == id && $0.isBinding && $0.covers(date)
                    }
            }
            if isFree { groups[index].workableDays[weekday.rawValue] = true }
        }
    }

    /// The same hours over up to `most` days.
    mutating func setDays(of contract: Identifier<EmploymentContract>, most: Int) {
        edit(contract) { $0.daysPerWeek = $0.daysPerWeek.lowerBound...max(most, $0.daysPerWeek.upperBound) }
        for index in groups.indices
        where groups[index].contract == contract && groups[index].owedMinutes > 0 {
            let days = groups[index].daysPerWeek
            let workable = groups[index].workableDays.count { $0 }
            groups[index].daysPerWeek =
                days.lowerBound...max(days.upperBound, min(days.upperBound + 1, workable))
        }
    }

    /// More paid time in the week, on longer days where those of the contract cannot hold it.
    mutating func addHours(to contract: Identifier<EmploymentContract>, minutes: Int) {
        var longest = 0
        for index in groups.indices
        where groups[index].contract == contract && groups[index].owedMinutes > 0 {
            groups[index].owedMinutes += minutes
            let days = max(1, groups[index].daysPerWeek.upperBound)
            longest = max(longest, (groups[index].owedMinutes + days - 1) / days)
        }
        guard longest > 0 else { return }
        let step = scenario.horizon.intervalMinutes
        edit(contract) {
            $0.weeklyMinutes += minutes
            let most = max($0.dailyMinutes.upperBound, (longest + step - 1) / step * step)
            $0.dailyMinutes = $0.dailyMinutes.lowerBound...most
        }
    }

    /// One more person, there all week; in sizing mode one more allowed.
    mutating func addPerson(_ contract: Identifier<EmploymentContract>) {
        if isNamed {
            guard var group = work.sizingGroups(scenario: scenario).first(where: { $0.contract == contract })
            else { return }
            group.headcount = 1
            groups.append(group)
        } else {
            edit(contract) { $0.maximumHeadcount = $0.maximumHeadcount.map { $0 + 1 } }
            for index in groups.indices where groups[index].contract == contract {
                groups[index].headcount = groups[index].headcount.map { $0 + 1 }
            }
        }
    }
}
