import Workforce

/// Four people for four weeks from Monday 1 June 2026 (no holiday of theirs is
/// closed: the campaign also opens on holidays), on an inbound campaign.
struct TinyFloor {
    var scenario: Scenario
    var plan: Plan

    static let help = Identifier<Campaign>("help")
    static let sales = Identifier<Campaign>("sales")
    static let fullTime = Identifier<EmploymentContract>("35h")

    static func range(_ from: Int, _ to: Int) -> ClockRange {
        ClockRange(ClockTime(minute: from), ClockTime(minute: to))
    }

    /// 7 h paid, 6.5 h effective.
    static func day(_ start: Int = 540) -> Shift {
        Shift(
            range: range(start, start + 480),
            breaks: [
                ShiftBreak(kind: .rest, range: range(start + 90, start + 105), isPaid: true),
                ShiftBreak(kind: .lunch, range: range(start + 180, start + 240), isPaid: false),
                ShiftBreak(kind: .rest, range: range(start + 360, start + 375), isPaid: true),
            ])
    }

    static func tour(_ days: Range<Int> = 0..<5, start: Int = 540) -> Tour {
        Tour(contract: fullTime, shifts: (0..<7).map { days.contains($0) ? day(start) : nil })
    }

    init(wage: Double = 12.31, agents count: Int = 4, weeks: Int = 4) {
        let horizon = Horizon(firstDay: CivilDate(dayNumber: 20_605), weekCount: weeks)
        let agents = (0..<count).map {
            Agent(
                id: Identifier("a\($0 + 1)"), firstName: "A", lastName: "B", contract: TinyFloor.fullTime,
                site: Identifier("lille"), homeCampaign: TinyFloor.help)
        }
        scenario = Scenario(
            name: "tiny", horizon: horizon,
            floor: Floor(
                name: "Lille", sites: [Site(id: Identifier("lille"), name: "Lille")],
                contracts: [
                    EmploymentContract(
                        id: TinyFloor.fullTime, name: "35 h", weeklyMinutes: 2100, daysPerWeek: 5...5,
                        dailyMinutes: 420...420, grossHourlyWage: UnitPrice(euros: wage))
                ], agents: agents),
            campaigns: [TinyFloor.campaign(TinyFloor.help), TinyFloor.campaign(TinyFloor.sales)],
            rules: TinyFloor.rules, costs: TinyFloor.costs)
        plan = TinyFloor.plan(agents: agents, horizon: horizon)
    }

    static func campaign(_ id: Identifier<Campaign>) -> Campaign {
        Campaign(
            id: id, name: id.name, client: "C", site: Identifier("lille"),
            openingHours: OpeningHours(
                weekdays: [[ClockRange]](repeating: [range(480, 1200)], count: 7), onHolidays: nil),
            activities: [
                Activity(
                    id: Identifier("calls"),
                    channel: .inbound(InboundTerms(demand: .history, handleTime: Seconds(300))))
            ])
    }

    /// Everybody on `help` from Monday to Friday; 2 contacts and 0.5 erlang an
    /// interval from 9:00 to 10:00 on each Monday.
    static func plan(agents: [Agent], horizon: Horizon) -> Plan {
        let none = Optimality(status: .optimal, cost: 0, bound: 0)
        let group = TourGroup(
            contract: fullTime, workableDays: [true, true, true, true, true, false, false],
            window: range(480, 1200), owedMinutes: 2100, daysPerWeek: 5...5, headcount: agents.count,
            agents: agents.map(\.id))
        let weeks = 0..<horizon.weekCount
        var contacts = [Double](repeating: 0, count: horizon.intervalCount)
        var load = contacts
        for week in weeks {
            for t in horizon.intervals(ofDay: week * 7, in: range(540, 600)) {
                contacts[t] = 2
                load[t] = 0.5
            }
        }
        let calls = ActivityKey(help, Identifier("calls"))
        return Plan(
            forecast: Forecast(activities: [
                ActivityForecast(
                    activity: calls, contacts: contacts, handleSeconds: contacts.map { $0 > 0 ? 300 : 0 },
                    dailyContacts: [], method: .volumeProfile)
            ]),
            requirement: Requirement(activities: [
                ActivityRequirement(
                    activity: calls,
                    kind: .perInterval(
                        IntervalRequirement(
                            positions: [], scheduled: [], offeredLoad: load, binding: [], serviceAround: [])))
            ]), staffing: nil,
            schedule: Schedule(
                pools: weeks.map {
                    PoolWeek(
                        campaign: help, week: $0, groups: [group],
                        tours: [TourCount(group: 0, tour: tour(), count: max(1, agents.count))],
                        optimality: none)
                }),
            roster: agents.isEmpty
                ? nil
                : Roster(
                    lines: weeks.flatMap { week in
                        agents.map { RosterLine(agent: $0.id, week: week, campaign: help, tour: tour()) }
                    }, unfilled: [], optimality: none),
            teams: nil, training: nil, service: [], cost: CostEstimate(lines: [], production: []), quotes: [],
            findings: [])
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
            minimumWages: [], contributionShare: 0.427, reductionReferenceWage: UnitPrice(euros: 12.02),
            reductionFloor: 0.02, reductionDelta: 0.3821, reductionExponent: 1.75, reductionLimitMultiple: 3))

    /// A supervisor for ten people.
    static let costs = FloorCosts(
        seatPerMonth: Money(cents: 20_000), telecomPerMinute: UnitPrice(euros: 0.012),
        softwarePerAgentAndMonth: Money(cents: 6_000), supervisorGrossMonthly: Money(cents: 240_000),
        trainerGrossHourly: UnitPrice(euros: 18), recruitmentPerHire: .zero, overheadShare: 0.1,
        teamSize: 8...12)

    mutating func teach(_ campaign: Identifier<Campaign>, day: Int, from: Int, minutes: Int, agents: [Int]) {
        var training =
            plan.training
            ?? TrainingPlan(
                sessions: [], unplaced: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
        training.sessions.append(
            TrainingSession(
                campaign: campaign, number: 1, day: day, range: TinyFloor.range(from, from + minutes),
                trainer: Identifier("t"), room: Identifier("r"), agents: agents.map { Identifier("a\($0)") }))
        plan.training = training
    }

    mutating func absent(_ kind: LeaveKind, from: Int, through: Int) {
        scenario.requests.append(
            LeaveRequest(
                agent: Identifier("a1"), kind: kind, from: scenario.horizon.date(ofDay: from),
                through: scenario.horizon.date(ofDay: through), status: .approved))
    }
}
