import Workforce

/// What is each agent's own: wishes, leave, days and hours they cannot work, and
/// the weeks already published.
struct PersonalTerms {
    private let scenario: Scenario
    private let lateAfter: ClockTime
    /// Days of the horizon, by agent.
    private let wishes: [Set<Int>]
    private let leave: [Set<Int>]
    private let windows: [ClockRange?]
    private let published: [WeekBorder]

    init(scenario: Scenario, lateAfter: ClockTime) {
        self.scenario = scenario
        self.lateAfter = lateAfter
        let horizon = scenario.horizon
        let requests = Dictionary(grouping: scenario.requests, by: \.agent)
        func days(of agent: Agent, _ isWanted: (LeaveRequest) -> Bool) -> Set<Int> {
            let own = (requests[agent.id] ?? []).filter(isWanted)
            guard !own.isEmpty else { return [] }
            return Set(
                (0..<horizon.dayCount).filter { day in
                    own.contains { $0.covers(horizon.date(ofDay: day)) }
                })
        }
        let agents = scenario.floor.agents
        wishes = agents.map { days(of: $0) { $0.kind == .wish && $0.status != .refused } }
        leave = agents.map { days(of: $0) { $0.isBinding } }
        windows = agents.map(\.availableWindow)
        let history = PublishedWeeks(scenario: scenario)
        published = agents.map { history.border(of: $0.id) }
    }

    /// Nil where the tour works on a day or at an hour that the agent never does,
    /// or clashes with the published week before the horizon.
    func option(of agent: Int, tour: Tour, week: Int, prices: RosterPrices) -> RosterInstance.Option? {
        var cost = 0
        var struck = [Bool](repeating: false, count: 7)
        var worked = tour
        for (weekday, shift) in tour.shifts.enumerated() {
            guard let shift else { continue }
            let day = week * 7 + weekday
            if let name = Weekday(rawValue: weekday),
                scenario.floor.agents[agent].unavailableWeekdays.contains(name)
            {
                return nil
            }
            if let window = windows[agent], !window.contains(shift.range) { return nil }
            if leave[agent].contains(day) {
                struck[weekday] = true
                worked.shifts[weekday] = nil
                cost += prices.struckHour * max(0, shift.effectiveMinutes) / 60
            } else if wishes[agent].contains(day) {
                cost += prices.refusedWish
            }
        }
        let preceding = week == 0 ? published[agent].tail : 0
        let border = WeekBorder(
            shifts: worked.shifts.map { $0?.range }, week: week, horizon: scenario.horizon,
            rules: scenario.rules.work, precedingTail: preceding)
        if week == 0, !published[agent].allows(border, rules: scenario.rules.work) { return nil }
        return RosterInstance.Option(
            cost: cost, burdens: Burden.allCases.map { $0.count(in: worked, lateAfter: lateAfter) },
            border: border, struck: struck)
    }
}

/// The rosters already sent, before the horizon.
struct PublishedWeeks {
    private let horizon: Horizon
    private let rules: WorkRules
    /// Shifts before the horizon by agent, in order of date.
    private let shifts: [Identifier<Agent>: [PublishedShift]]

    init(scenario: Scenario) {
        horizon = scenario.horizon
        rules = scenario.rules.work
        let first = scenario.horizon.firstDay
        shifts = Dictionary(grouping: scenario.published.filter { $0.date < first }, by: \.agent)
            .mapValues { $0.sorted { ($0.date, $0.range.start) < ($1.date, $1.range.start) } }
    }

    func burdens(of agent: Identifier<Agent>, lateAfter: ClockTime) -> [Int] {
        let own = shifts[agent] ?? []
        let saturdays = Set(own.filter { $0.date.weekday == .saturday }.map(\.date)).count
        let sundays = Set(own.filter { $0.date.weekday == .sunday }.map(\.date)).count
        let late = Set(own.filter { $0.range.end > lateAfter }.map(\.date)).count
        return [saturdays, sundays, late]
    }

    /// The last published week, its run of days counted as far back as known.
    func border(of agent: Identifier<Agent>) -> WeekBorder {
        var week = [ClockRange?](repeating: nil, count: 7)
        var dates = Set<CivilDate>()
        for shift in shifts[agent] ?? [] {
            dates.insert(shift.date)
            let weekday = shift.date.dayNumber - (horizon.firstDay.dayNumber - 7)
            guard week.indices.contains(weekday) else { continue }
            // A split day is taken from its first start to its last end.
            let known = week[weekday]
            week[weekday] = ClockRange(
                min(known?.start ?? shift.range.start, shift.range.start),
                max(known?.end ?? shift.range.end, shift.range.end))
        }
        var border = WeekBorder(shifts: week, week: -1, horizon: horizon, rules: rules)
        var run = 0
        while dates.contains(horizon.firstDay - (run + 1)) { run += 1 }
        border.suffixRun = run
        return border
    }
}
