import Workforce

/// A shift somebody works, on a day of the horizon.
struct WorkedDay {
    var day: Int
    var shift: Shift
    var campaign: Identifier<Campaign>
}

/// One week of one person, or of one anonymous tour.
struct WorkWeek {
    var week: Int
    var campaign: Identifier<Campaign>
    var tour: Tour?
    /// Shifts worked, without the days struck out, Monday first.
    var worked: [WorkedDay]
    var hasStruckDays: Bool
}

/// A person with a roster, or an anonymous tour of the sizing mode.
struct Worker {
    var who: String
    var agent: Agent?
    var contract: EmploymentContract
    var weeks: [WorkWeek]
    /// Shifts of rosters sent for days outside the horizon.
    var published: [(day: Int, range: ClockRange)]

    var worked: [WorkedDay] { weeks.flatMap(\.worked) }
}

/// What the checks read, indexed once.
struct AuditContext {
    let plan: Plan
    let scenario: Scenario
    let workers: [Worker]
    let campaigns: [Identifier<Campaign>: Campaign]
    let agents: [Identifier<Agent>: Agent]
    let sessions: [Identifier<Agent>: [TrainingSession]]
    let leaves: [Identifier<Agent>: [LeaveRequest]]
    /// Open stretches of each campaign on each day of the horizon; empty when closed or not live.
    let openRanges: [Identifier<Campaign>: [[ClockRange]]]

    var horizon: Horizon { scenario.horizon }
    var rules: WorkRules { scenario.rules.work }

    init(plan: Plan, scenario: Scenario) {
        self.plan = plan
        self.scenario = scenario
        let agents = Dictionary(scenario.floor.agents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        self.agents = agents
        campaigns = Dictionary(scenario.campaigns.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        var sessions: [Identifier<Agent>: [TrainingSession]] = [:]
        for session in plan.training?.sessions ?? [] {
            for agent in session.agents { sessions[agent, default: []].append(session) }
        }
        self.sessions = sessions.mapValues {
            $0.sorted { ($0.day, $0.range.start.minute) < ($1.day, $1.range.start.minute) }
        }
        leaves = Dictionary(grouping: scenario.requests.filter(\.isBinding), by: \.agent)
        var open: [Identifier<Campaign>: [[ClockRange]]] = [:]
        for campaign in scenario.campaigns {
            let calendar = scenario.holidays(of: campaign)
            open[campaign.id] = (0..<scenario.horizon.dayCount).map { day in
                let date = scenario.horizon.date(ofDay: day)
                return campaign.isLive(on: date)
                    ? campaign.openingHours.ranges(on: date, holidays: calendar) : []
            }
        }
        openRanges = open
        workers =
            plan.roster.map { AuditContext.people(of: $0, agents: agents, scenario: scenario) }
            ?? AuditContext.tours(of: plan.schedule, scenario: scenario)
    }

    /// The people of a roster, in the order of the floor. Lines of unknown
    /// people, contracts or weeks are left to `recountRoster`, second lines of
    /// one week to `checkDoubleBooking`.
    private static func people(
        of roster: Roster, agents: [Identifier<Agent>: Agent], scenario: Scenario
    ) -> [Worker] {
        let horizon = scenario.horizon
        var weeks: [Identifier<Agent>: [WorkWeek]] = [:]
        for line in roster.lines where (0..<horizon.weekCount).contains(line.week) {
            guard weeks[line.agent]?.contains(where: { $0.week == line.week }) != true else { continue }
            let worked = (0..<7).compactMap { weekday in
                line.shift(on: weekday).map {
                    WorkedDay(day: line.week * 7 + weekday, shift: $0, campaign: line.campaign)
                }
            }
            let struck = (0..<7).contains { line.struck[$0] && line.tour?.shifts[$0] != nil }
            weeks[line.agent, default: []].append(
                WorkWeek(
                    week: line.week, campaign: line.campaign, tour: line.tour, worked: worked,
                    hasStruckDays: struck))
        }
        let published = Dictionary(grouping: scenario.published, by: \.agent)
        return scenario.floor.agents.compactMap { agent in
            guard let contract = scenario.floor.contract(agent.contract), let own = weeks[agent.id],
                agents[agent.id] == agent
            else { return nil }
            let sent = (published[agent.id] ?? []).map {
                (day: horizon.firstDay.distance(to: $0.date), range: $0.range)
            }
            return Worker(
                who: agent.id.name, agent: agent, contract: contract, weeks: own.sorted { $0.week < $1.week },
                published: sent.filter { !(0..<horizon.dayCount).contains($0.day) })
        }
    }

    /// Every distinct tour of a schedule as a worker of one week.
    private static func tours(of schedule: Schedule, scenario: Scenario) -> [Worker] {
        var workers: [Worker] = []
        for pool in schedule.pools where (0..<scenario.horizon.weekCount).contains(pool.week) {
            for (index, entry) in pool.tours.enumerated() where entry.count > 0 {
                guard let contract = scenario.floor.contract(entry.tour.contract) else { continue }
                let worked = entry.tour.shifts.enumerated().compactMap { weekday, shift in
                    shift.map { WorkedDay(day: pool.week * 7 + weekday, shift: $0, campaign: pool.campaign) }
                }
                let week = WorkWeek(
                    week: pool.week, campaign: pool.campaign, tour: entry.tour, worked: worked,
                    hasStruckDays: false)
                workers.append(
                    Worker(
                        who: "\(pool.campaign)/\(contract.id)#\(index + 1)", agent: nil, contract: contract,
                        weeks: [week], published: []))
            }
        }
        return workers
    }

    func open(_ campaign: Identifier<Campaign>, day: Int) -> [ClockRange] {
        guard let days = openRanges[campaign], days.indices.contains(day) else { return [] }
        return days[day]
    }

    func isOnLeave(_ agent: Agent, day: Int) -> Bool {
        leaves[agent.id]?.contains { $0.covers(horizon.date(ofDay: day)) } ?? false
    }
}
