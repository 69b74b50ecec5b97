import Workforce

/// What one agent can give in one week, before any choice of campaign.
struct AgentWeek {
    /// Weekdays neither excluded by contract, by the agent, nor by approved leave, Monday first.
    var workableDays: [Bool]
    /// Paid minutes owed: the contract's week less its absence days.
    var owedMinutes: Int
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
        var workable = [Bool](repeating: false, count: 7)
        var absent = 0
        for weekday in Weekday.allCases {
            guard contract.weekdays.contains(weekday), !agent.unavailableWeekdays.contains(weekday)
            else { continue }
            let date = scenario.horizon.date(ofDay: week * 7 + weekday.rawValue)
            if leave[agent.id]?.contains(where: { $0.covers(date) }) ?? false {
                absent += 1
            } else {
                workable[weekday.rawValue] = true
            }
        }
        // A week of six workable days owes five: leave of the sixth frees nothing.
        let counted = min(absent, max(1, contract.daysPerWeek.upperBound))
        let owed = contract.weeklyMinutes - counted * contract.absenceDayMinutes
        guard owed > 0, workable.contains(true) else { return nil }
        return AgentWeek(workableDays: workable, owedMinutes: owed)
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
        for weekday in 0..<7 where own.workableDays[weekday] {
            guard let open = campaign.hulls[week * 7 + weekday] else { continue }
            let minutes = min(
                contract.dailyMinutes.upperBound, open.overlapMinutes(with: ClockRange(start, end)))
            if minutes > 0, minutes >= contract.dailyMinutes.lowerBound { capacities.append(minutes) }
        }
        let held = capacities.sorted(by: >).prefix(max(0, contract.daysPerWeek.upperBound)).reduce(0, +)
        return min(own.owedMinutes, held)
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

/// From the first opening to the last closing of a campaign on each day of the
/// horizon; nil on days it is closed, not launched or ended.
struct CampaignOpening {
    var hulls: [ClockRange?]

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
    }
}
