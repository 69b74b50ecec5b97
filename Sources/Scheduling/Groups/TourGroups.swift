import Workforce

extension WeekOfWork {
    /// Named mode: the agents posted to the campaign this week, grouped by what
    /// they can be given. By first employee number.
    ///
    /// - Parameter choices: hours and weekends decided for all weeks together.
    func namedGroups(
        _ staffing: Staffing, scenario: Scenario, choices: WeekChoices = WeekChoices()
    ) -> [TourGroup] {
        var groups: [TourGroup] = []
        for id in Set(staffing.agents(on: campaign.id, week: week)).sorted() {
            guard let agent = scenario.floor.agent(id), let contract = scenario.floor.contract(agent.contract)
            else { continue }
            var group = offer(
                to: agent, contract: contract, staffing, scenario: scenario,
                choice: choices.choice(of: id, week: week))
            if let index = groups.firstIndex(where: { $0.offersSame(as: group) }) {
                groups[index].agents.append(id)
                groups[index].headcount = groups[index].agents.count
            } else {
                group.headcount = 1
                group.agents = [id]
                groups.append(group)
            }
        }
        return groups
    }

    /// What one agent can be given this week, as a group of nobody yet.
    func offer(
        to agent: Agent, contract: EmploymentContract, _ staffing: Staffing, scenario: Scenario,
        choice: WeekChoice? = nil
    ) -> TourGroup {
        var days = availability(of: agent, contract: contract, scenario: scenario)
        let window = contract.workingWindow.clipped(to: agent.availableWindow)
        let course = courseWindow(of: agent, contract: contract, staffing, scenario: scenario)
        if let course {
            let taught = zip(days.workable, course.days).map { $0 && $1 }
            let wanted = contract.daysPerWeek.upperBound - days.absences
            if taught.count(where: { $0 }) >= wanted { days.workable = taught }
        }
        for day in choice?.freeDays ?? [] { days.workable[day.rawValue] = false }
        return group(
            contract, workable: days.workable, absences: days.absences,
            window: window.clipped(to: course?.hours), rules: scenario.rules.work, wanted: choice?.minutes)
    }

    /// Paid days off of an agent this week, as many as a week may lose.
    func daysOff(_ agent: Agent, contract: EmploymentContract, scenario: Scenario) -> Int {
        let absences = availability(of: agent, contract: contract, scenario: scenario).absences
        return min(absences, max(0, contract.daysPerWeek.upperBound))
    }

    /// Sizing mode: one group for each contract, of at most its headcount; with
    /// rotations, one for those whose turn it is, and others for the rest.
    func sizingGroups(scenario: Scenario) -> [TourGroup] {
        scenario.floor.contracts.flatMap { contract in
            let absences = (0..<7).filter { paidHolidays[$0] && contract.weekdays.contains(weekday: $0) }
                .count
            return contract.turnSizes.map { turn in
                let workable = (0..<7).map { day in
                    isWorkable(day, contract: contract) && !turn.freeDays.contains { $0.rawValue == day }
                }
                var group = group(
                    contract, workable: workable, absences: absences, window: contract.workingWindow,
                    rules: scenario.rules.work)
                // Nobody to ask: a plan to hire for counts on no voluntary time off.
                group.flexibility?.timeOffMinutes = 0
                group.headcount = turn.people
                return group
            }
        }
    }

    private func isWorkable(_ weekday: Int, contract: EmploymentContract) -> Bool {
        !hours[weekday].isEmpty && contract.weekdays.contains(weekday: weekday)
    }

    /// Days an agent can work, and days off that count as worked: leave and
    /// days before hiring that would otherwise be workable, and public holidays.
    private func availability(
        of agent: Agent, contract: EmploymentContract, scenario: Scenario
    ) -> (workable: [Bool], absences: Int) {
        let leave = scenario.requests.filter { $0.agent == agent.id && $0.isBinding }
        var workable: [Bool] = []
        var absences = 0
        // Whoever has worked as many days in a row as the law allows rests on Monday.
        let run = week == 0 ? publishedRun(of: agent, scenario: scenario) : 0
        let mustRest = run >= max(1, scenario.rules.work.maximumConsecutiveDays)
        for weekday in 0..<7 {
            let date = scenario.horizon.date(ofDay: week * 7 + weekday)
            let isAvailable = !agent.unavailableWeekdays.contains(weekday: weekday)
            let isPresent =
                !leave.contains { $0.covers(date) } && (agent.hired.map { date >= $0 } ?? true)
            let isOpen = isWorkable(weekday, contract: contract) && isAvailable
            workable.append(isOpen && isPresent && !(mustRest && weekday == 0))
            let isHoliday =
                paidHolidays[weekday] && contract.weekdays.contains(weekday: weekday) && isAvailable
            if isHoliday || (isOpen && !isPresent) { absences += 1 }
        }
        return (workable, absences)
    }

    /// Days in a row that an agent's published roster works up to the eve of the horizon.
    private func publishedRun(of agent: Agent, scenario: Scenario) -> Int {
        let first = scenario.horizon.firstDay
        let worked = Set(scenario.published.filter { $0.agent == agent.id }.map(\.date))
        var run = 0
        while worked.contains(first - (run + 1)) { run += 1 }
        return run
    }

    /// The week a contract gives after `absences` paid days off.
    ///
    /// Each takes `absenceDayMinutes` and a day off the week, at most the days
    /// the contract works; what is owed never exceeds what the remaining
    /// workable days can hold. A modulated week has its own `wanted` minutes.
    private func group(
        _ contract: EmploymentContract, workable: [Bool], absences: Int, window: ClockRange,
        rules: WorkRules, wanted: Int? = nil
    ) -> TourGroup {
        let days = contract.daysPerWeek
        let off = min(absences, max(0, days.upperBound))
        let most = max(0, min(days.upperBound - off, workable.filter { $0 }.count))
        var least = max(0, min(days.lowerBound - off, most))
        let daily = contract.dailyMinutes
        var owed = wanted ?? contract.weeklyMinutes - off * contract.absenceDayMinutes
        owed = max(0, min(owed, most * max(0, daily.upperBound)))
        if most == 0 { owed = 0 }
        if owed > 0 {
            let holds = daily.lowerBound > 0 ? owed / daily.lowerBound : most
            least = max(1, min(least, holds))
        }
        return TourGroup(
            contract: contract.id, workableDays: workable, window: window, owedMinutes: owed,
            daysPerWeek: least...max(least, most), headcount: nil, agents: [],
            flexibility: flexibility(contract, owed: owed, daysOff: off, rules: rules))
    }

    /// How far paid time may lie from what is owed; nil where the contract fixes it.
    private func flexibility(
        _ contract: EmploymentContract, owed: Int, daysOff: Int, rules: WorkRules
    ) -> HoursFlexibility? {
        guard contract.hasFlexibleHours, owed > 0 else { return nil }
        let least =
            (contract.leastWeeklyMinutes ?? contract.weeklyMinutes) - daysOff * contract.absenceDayMinutes
        return HoursFlexibility(
            normalMinutes: owed, leastMinutes: max(0, min(least, owed)),
            overtimeMinutes: rules.overtimeLimit(of: contract),
            timeOffMinutes: max(0, contract.voluntaryTimeOffMinutes))
    }
}

extension TourGroup {
    fileprivate func offersSame(as other: TourGroup) -> Bool {
        contract == other.contract && workableDays == other.workableDays && window == other.window
            && owedMinutes == other.owedMinutes && daysPerWeek == other.daysPerWeek
            && flexibility == other.flexibility
    }
}

extension Set where Element == Weekday {
    fileprivate func contains(weekday: Int) -> Bool {
        Weekday(rawValue: weekday).map { contains($0) } ?? false
    }
}

extension ClockRange {
    /// The part inside another range; all of it where there is none.
    fileprivate func clipped(to other: ClockRange?) -> ClockRange {
        guard let other else { return self }
        let from = max(start, other.start)
        return ClockRange(from, max(from, min(end, other.end)))
    }
}
