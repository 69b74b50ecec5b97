import Workforce

/// A plan without a fault: six people, two weeks from Monday 23 November 2026,
/// 9:00–17:00 from Monday to Friday with lunch at 12:00 and two rest breaks.
/// Tests spoil one thing of it.
struct TinyFloor {
    var scenario: Scenario
    var plan: Plan

    static let sales = Identifier<Campaign>("sales")
    static let help = Identifier<Campaign>("help")
    static let fullTime = Identifier<EmploymentContract>("35h")

    /// 9:00–17:00, lunch 12:00–13:00, breaks 10:30 and 15:00: 7 h paid, 6.5 h effective.
    static func day(_ start: Int = 9 * 60) -> Shift {
        Shift(
            range: range(start, start + 480),
            breaks: [
                pause(.rest, start + 90, 15), pause(.lunch, start + 180, 60), pause(.rest, start + 360, 15),
            ])
    }

    static func range(_ from: Int, _ to: Int) -> ClockRange {
        ClockRange(ClockTime(minute: from), ClockTime(minute: to))
    }

    static func pause(_ kind: BreakKind, _ from: Int, _ minutes: Int) -> ShiftBreak {
        ShiftBreak(kind: kind, range: range(from, from + minutes), isPaid: kind == .rest)
    }

    static func tour(_ shift: Shift = day(), days: Range<Int> = 0..<5) -> Tour {
        Tour(contract: fullTime, shifts: (0..<7).map { days.contains($0) ? shift : nil })
    }

    init(
        firstDay: CivilDate = CivilDate(dayNumber: 20_780), weeks: Int = 2, clockChanges: [ClockChange] = []
    ) {
        let horizon = Horizon(firstDay: firstDay, weekCount: weeks, clockChanges: clockChanges)
        let agents = (1...6).map { TinyFloor.agent($0) }
        scenario = Scenario(
            name: "tiny", horizon: horizon,
            floor: Floor(
                name: "Lille", sites: [Site(id: Identifier("lille"), name: "Lille")],
                contracts: [TinyFloor.contract], agents: agents, supervisors: TinyFloor.supervisors,
                trainers: [
                    Trainer(
                        id: Identifier("teacher"), name: "T", site: Identifier("lille"),
                        hours: [ClockRange?](repeating: TinyFloor.range(540, 1080), count: 5)),
                    Trainer(
                        id: Identifier("other"), name: "O", site: Identifier("lille"),
                        hours: [ClockRange?](repeating: TinyFloor.range(540, 1080), count: 5)),
                ],
                rooms: [
                    Room(id: Identifier("blue"), site: Identifier("lille"), capacity: 4),
                    Room(id: Identifier("red"), site: Identifier("lille"), capacity: 4),
                ]),
            campaigns: [TinyFloor.campaign(TinyFloor.help), TinyFloor.campaign(TinyFloor.sales)],
            rules: TinyFloor.rules, costs: TinyFloor.costs)
        plan = TinyFloor.plan(agents: agents, horizon: horizon)
    }

    static func agent(_ number: Int) -> Agent {
        Agent(
            id: Identifier("a\(number)"), firstName: "A", lastName: "\(number)", contract: fullTime,
            site: Identifier("lille"), skills: [Identifier("french")], homeCampaign: help,
            secondaryCampaigns: [])
    }

    static let contract = EmploymentContract(
        id: fullTime, name: "35 h", weeklyMinutes: 2100, daysPerWeek: 4...5, dailyMinutes: 240...540,
        workingWindow: range(480, 1260), weekdays: Set(Weekday.allCases.prefix(6)),
        grossHourlyWage: UnitPrice(euros: 13))

    static let supervisors = (1...3).map {
        Supervisor(
            id: Identifier("s\($0)"), name: "S", site: Identifier("lille"),
            hours: [ClockRange?](repeating: range(540, 1020), count: 5))
    }

    static func campaign(_ id: Identifier<Campaign>) -> Campaign {
        Campaign(
            id: id, name: id.name, client: "C", site: Identifier("lille"),
            openingHours: .daily(range(480, 1200), on: Set(Weekday.allCases.prefix(6))),
            activities: [
                Activity(
                    id: Identifier("calls"),
                    channel: .inbound(InboundTerms(demand: .history, handleTime: Seconds(240))))
            ],
            requiredSkills: [Identifier("french")],
            training: TrainingNeed(sessionMinutes: 120, sessions: 2, classSize: 2...4))
    }

    /// One person covers from 9:00 to 17:00 each working day but lunch and breaks.
    static func plan(agents: [Agent], horizon: Horizon) -> Plan {
        let group = TourGroup(
            contract: fullTime, workableDays: [true, true, true, true, true, true, false],
            window: range(480, 1200), owedMinutes: 2100, daysPerWeek: 4...5, headcount: agents.count,
            agents: agents.map(\.id))
        let optimality = Optimality(status: .optimal, cost: 0, bound: 0)
        let pools = (0..<horizon.weekCount).map {
            PoolWeek(
                campaign: help, week: $0, groups: [group],
                tours: [TourCount(group: 0, tour: tour(), count: agents.count)], optimality: optimality)
        }
        let lines = (0..<horizon.weekCount).flatMap { week in
            agents.map { RosterLine(agent: $0.id, week: week, campaign: help, tour: tour()) }
        }
        return Plan(
            forecast: Forecast(activities: []), requirement: Requirement(activities: []), staffing: nil,
            schedule: Schedule(pools: pools),
            roster: Roster(lines: lines, unfilled: [], optimality: optimality),
            teams: TeamPlan(
                teams: [
                    Team(
                        supervisor: Identifier("s1"), campaign: help, agents: agents.map(\.id),
                        overlapShare: 1)
                ], unassigned: [], optimality: optimality),
            training: TrainingPlan(sessions: [], unplaced: [], optimality: optimality), service: [],
            cost: CostEstimate(lines: [], production: []), quotes: [], findings: [])
    }

    static let rules = RulePack(
        name: "test",
        work: WorkRules(
            maximumDailyEffectiveMinutes: 600, maximumDailySpanMinutes: 780,
            maximumWeeklyEffectiveMinutes: 2880, minimumDailyRestMinutes: 660,
            minimumWeeklyRestMinutes: 2100, maximumConsecutiveDays: 6, maximumCallStretchMinutes: 180,
            minimumCallStretchMinutes: 45, restBreakMinutes: 10, workPerRestBreakMinutes: 120,
            lunchRequiredFromMinutes: 360, lunchMinutes: 45...120, lunchWindow: range(660, 900),
            lunchLatestAfterMinutes: 240, legalWeeklyMinutes: 2100, partTimeMinimumWeeklyMinutes: 1440,
            sundayPremium: 1, holidayPremium: 1, nightPremium: 0.5, dayWindow: range(390, 1290)),
        calling: [],
        tariff: EmployerTariff(
            minimumWages: [
                DatedWage(from: CivilDate(dayNumber: 20_454), grossHourly: UnitPrice(euros: 12.02)),
                DatedWage(from: CivilDate(dayNumber: 20_605), grossHourly: UnitPrice(euros: 12.31)),
            ], contributionShare: 0.427, reductionReferenceWage: UnitPrice(euros: 12.02),
            reductionFloor: 0.02, reductionDelta: 0.3821, reductionExponent: 1.75, reductionLimitMultiple: 3))

    static let costs = FloorCosts(
        seatPerMonth: Money(cents: 20_000), telecomPerMinute: UnitPrice(euros: 0.012),
        softwarePerAgentAndMonth: Money(cents: 6_000), supervisorGrossMonthly: Money(cents: 240_000),
        trainerGrossHourly: UnitPrice(euros: 18), recruitmentPerHire: .zero, overheadShare: 0.1,
        teamSize: 4...8)

    // MARK: Ways to spoil it

    /// Gives agent `a1` another tour in a week, in the roster and in the schedule.
    mutating func give(_ tour: Tour?, week: Int = 0) {
        guard let index = plan.roster?.lines.firstIndex(where: { $0.week == week && $0.agent.name == "a1" })
        else { return }
        plan.roster?.lines[index].tour = tour
        plan.schedule.pools[week].tours[0].count = 5
        if let tour { plan.schedule.pools[week].tours.append(TourCount(group: 0, tour: tour, count: 1)) }
    }

    /// Gives agent `a1` another shift on one weekday of the first week.
    mutating func give(_ shift: Shift, weekday: Int = 0) {
        var tour = TinyFloor.tour()
        tour.shifts[weekday] = shift
        give(tour)
    }

    mutating func changeAgent(_ change: (inout Agent) -> Void) { change(&scenario.floor.agents[0]) }

    /// Leaves agent `a1` alone on the floor, in the first of its weeks.
    /// Leaves agent `a1` alone on the floor, in the first of its weeks.
    mutating func keepOnlyFirst(weeks: Int = 2) {
        scenario.floor.agents.removeLast(5)
        plan.teams = nil
        plan.roster?.lines.removeAll { $0.agent.name != "a1" || $0.week != 0 }
        plan.schedule.pools.removeLast(weeks - 1)
        plan.schedule.pools[0].tours[0].count = 1
        plan.schedule.pools[0].groups[0].agents = [Identifier("a1")]
    }

    /// Approves an absence of agent `a1` on one day of the horizon.
    mutating func absent(_ kind: LeaveKind, day: Int, status: RequestStatus = .approved) {
        let date = scenario.horizon.date(ofDay: day)
        scenario.requests.append(
            LeaveRequest(agent: Identifier("a1"), kind: kind, from: date, through: date, status: status))
    }

    /// A roster already sent: agent `a1` from 9:00 to `end` on days before or after the horizon.
    mutating func publish(days: Range<Int>, end: Int = 1020) {
        for day in days {
            scenario.published.append(
                PublishedShift(
                    agent: Identifier("a1"), date: scenario.horizon.date(ofDay: day),
                    range: TinyFloor.range(540, end)))
        }
    }

    mutating func teach(
        number: Int = 1, day: Int = 0, from: Int = 540, minutes: Int = 120, agents: [Int] = [1, 2],
        room: String = "blue", trainer: String = "teacher", campaign: Identifier<Campaign> = help
    ) {
        plan.training?.sessions.append(
            TrainingSession(
                campaign: campaign, number: number, day: day, range: TinyFloor.range(from, from + minutes),
                trainer: Identifier(trainer), room: Identifier(room),
                agents: agents.map { Identifier("a\($0)") }))
    }
}
