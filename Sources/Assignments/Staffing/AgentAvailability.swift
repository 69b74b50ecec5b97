import Workforce

/// What one agent can give in one week, before any choice of campaign.
struct AgentWeek {
    /// Weekdays that neither the contract nor the agent excludes, Monday first.
    var usualDays: [Bool]
    /// Of these, the days without approved leave, from the hiring on.
    var workableDays: [Bool]
}

/// The agents' contracts, windows and leave, week by week.
struct AgentAvailability {
    let scenario: Scenario
    private let leave: [Identifier<Agent>: [LeaveRequest]]
    private let contracts: [Identifier<EmploymentContract>: EmploymentContract]

    init(scenario: Scenario) {
        self.scenario = scenario
        leave = Dictionary(grouping: scenario.requests.filter(\.isBinding), by: \.agent)
        contracts = Dictionary(scenario.floor.contracts.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    }

    func contract(of agent: Agent) -> EmploymentContract? { contracts[agent.contract] }

    /// Nil where the agent's contract is unknown or nothing of the week is left.
    func week(_ week: Int, of agent: Agent) -> AgentWeek? {
        guard let contract = contracts[agent.contract] else { return nil }
        let usual = Weekday.allCases.map {
            contract.weekdays.contains($0) && !agent.unavailableWeekdays.contains($0)
        }
        let workable = usual.indices.map { weekday in
            let date = scenario.horizon.date(ofDay: week * 7 + weekday)
            return usual[weekday] && agent.hired.map { date >= $0 } ?? true
                && !(leave[agent.id]?.contains { $0.covers(date) } ?? false)
        }
        guard workable.contains(true) else { return nil }
        return AgentWeek(usualDays: usual, workableDays: workable)
    }

    /// Paid minutes the agent can give a campaign in a week: what is owed, cut to
    /// what the days that both are there can hold. 0 = the agent cannot work there.
    func paidMinutes(of agent: Agent, in week: Int, at campaign: CampaignOpening) -> Int {
        guard let own = self.week(week, of: agent), let contract = contracts[agent.contract]
        else { return 0 }
        let window = agent.availableWindow ?? contract.workingWindow
        let start = max(window.start, contract.workingWindow.start)
        let end = min(window.end, contract.workingWindow.end)
        guard start < end else { return 0 }
        var capacities: [Int] = []
        // Leave on a day the campaign opens, and a public holiday it closes for,
        // count as worked (see `Scenario.absences`).
        let absent = (0..<7).count { weekday in
            let day = week * 7 + weekday
            return own.usualDays[weekday]
                && (campaign.closedHolidays[day]
                    || (campaign.hulls[day] != nil && !own.workableDays[weekday]))
        }
        let counted = min(absent, max(0, contract.daysPerWeek.upperBound))
        let owed = contract.weeklyMinutes - counted * contract.absenceDayMinutes
        for weekday in 0..<7 where own.workableDays[weekday] {
            guard let open = campaign.hulls[week * 7 + weekday] else { continue }
            let minutes = min(
                contract.dailyMinutes.upperBound, open.overlapMinutes(with: ClockRange(start, end)))
            if minutes > 0, minutes >= contract.dailyMinutes.lowerBound { capacities.append(minutes) }
        }
        let held = capacities.sorted(by: >).prefix(max(0, contract.daysPerWeek.upperBound)).reduce(0, +)
        return max(0, min(owed, held))
    }

    /// Share of a paid minute that covers the line on a typical day of the
    /// contract: a break takes away every interval it touches.
    func coveringShare(of contract: EmploymentContract) -> Double {
        let rules = scenario.rules.work
        let paid = contract.absenceDayMinutes
        guard contract.breaksArePaid, paid > 0 else { return 1 }
        let step = scenario.horizon.intervalMinutes
        let touched = (max(0, rules.restBreakMinutes) + step - 1) / step * step
        let lost = rules.restBreaksDue(paidMinutes: paid) * touched
        return max(0, Double(paid - lost) / Double(paid))
    }
}

/// A campaign's hours on each day of the horizon.
struct CampaignOpening {
    /// From the first opening to the last closing; nil on days it is closed, not launched or ended.
    var hulls: [ClockRange?]
    /// Public holidays it closes for, on weekdays it normally opens.
    var closedHolidays: [Bool]

    init(_ campaign: Campaign, scenario: Scenario) {
        let holidays = scenario.holidays(of: campaign)
        hulls = (0..<scenario.horizon.dayCount).map { day in
            let date = scenario.horizon.date(ofDay: day)
            guard campaign.isLive(on: date) else { return nil }
            let ranges = campaign.openingHours.ranges(on: date, holidays: holidays)
            guard let first = ranges.map(\.start).min(), let last = ranges.map(\.end).max(), first < last
            else { return nil }
            return ClockRange(first, last)
        }
        closedHolidays = (0..<scenario.horizon.dayCount).map { day in
            let date = scenario.horizon.date(ofDay: day)
            return holidays.isHoliday(date)
                && !campaign.openingHours.weekdays[date.weekday.rawValue].isEmpty
                && campaign.openingHours.ranges(on: date, holidays: holidays).isEmpty
        }
    }
}
