import Execution
import Workforce

/// A Monday without a clock change or a holiday near it.
let firstMonday = CivilDate(iso8601: "2026-11-23") ?? CivilDate(dayNumber: 20_780)
let paris = Identifier<Site>("paris")
let helpline = Identifier<Campaign>("helpline")
let sales = Identifier<Campaign>("sales")
let selling = Identifier<Skill>("selling")

let frenchRules = WorkRules(
    maximumDailyEffectiveMinutes: 600, maximumDailySpanMinutes: 780, maximumWeeklyEffectiveMinutes: 2880,
    minimumDailyRestMinutes: 660, minimumWeeklyRestMinutes: 2100, maximumConsecutiveDays: 6,
    maximumCallStretchMinutes: 180, minimumCallStretchMinutes: 60, restBreakMinutes: 10,
    workPerRestBreakMinutes: 120, lunchRequiredFromMinutes: 360, lunchMinutes: 45...90,
    lunchWindow: ClockRange(ClockTime(hour: 11), ClockTime(hour: 15)), lunchLatestAfterMinutes: 240,
    legalWeeklyMinutes: 2100, partTimeMinimumWeeklyMinutes: 1440, sundayPremium: 1, holidayPremium: 1,
    nightPremium: 0.5, dayWindow: ClockRange(ClockTime(hour: 6), ClockTime(hour: 22)))

/// 35 hours in five days of seven hours, breaks unpaid: a paid hour is an hour on the line.
let fullTime = EmploymentContract(
    id: Identifier("full"), name: "Full time", weeklyMinutes: 2100, daysPerWeek: 5...5,
    dailyMinutes: 420...420, breaksArePaid: false, weekdays: Set(Weekday.allCases.prefix(5)),
    grossHourlyWage: UnitPrice(euros: 12.5))

func hours(_ from: Int, _ to: Int) -> ClockRange {
    ClockRange(ClockTime(hour: from), ClockTime(hour: to))
}

func makeCampaign(
    _ id: Identifier<Campaign>, skills: Set<Identifier<Skill>> = [], launchDay: Int? = nil,
    training: TrainingNeed? = nil, site: Identifier<Site> = paris
) -> Campaign {
    Campaign(
        id: id, name: id.name, client: "client", site: site,
        openingHours: .daily(hours(8, 20), on: Set(Weekday.allCases.prefix(5))), activities: [],
        requiredSkills: skills, launch: launchDay.map { firstMonday + $0 }, training: training)
}

func agentID(_ index: Int) -> Identifier<Agent> { Identifier("A\(index < 10 ? "0" : "")\(index)") }

func makeAgent(
    _ index: Int, home: Identifier<Campaign>? = helpline, also: [Identifier<Campaign>] = [],
    skills: Set<Identifier<Skill>> = [], hired: CivilDate? = nil
) -> Agent {
    Agent(
        id: agentID(index), firstName: "Agent", lastName: "\(index)", contract: fullTime.id, site: paris,
        skills: skills, homeCampaign: home, secondaryCampaigns: also, hired: hired)
}

func makeScenario(
    agents: [Agent], campaigns: [Campaign], weeks: Int = 1, requests: [LeaveRequest] = [],
    supervisors: [Supervisor] = [], trainers: [Trainer] = [], rooms: [Room] = [],
    weights: PlanningWeights = PlanningWeights(), teamSize: ClosedRange<Int> = 10...14
) -> Scenario {
    Scenario(
        name: "fixture", horizon: Horizon(firstDay: firstMonday, weekCount: weeks),
        floor: Floor(
            name: "floor", sites: [Site(id: paris, name: "Paris")], contracts: [fullTime], agents: agents,
            supervisors: supervisors, trainers: trainers, rooms: rooms),
        campaigns: campaigns, requests: requests,
        rules: RulePack(
            name: "test", work: frenchRules, calling: [],
            tariff: EmployerTariff(
                minimumWages: [], contributionShare: 0.4, reductionReferenceWage: .zero, reductionFloor: 0,
                reductionDelta: 0, reductionExponent: 1, reductionLimitMultiple: 3)),
        costs: FloorCosts(
            seatPerMonth: .zero, telecomPerMinute: .zero, softwarePerAgentAndMonth: .zero,
            supervisorGrossMonthly: .zero, trainerGrossHourly: .zero, recruitmentPerHire: .zero,
            overheadShare: 0, teamSize: teamSize), weights: weights)
}

/// So many agents wanted from 9:00 to 16:00, Monday to Friday, of every week named.
func need(
    _ campaign: Identifier<Campaign>, agents: Int, weeks: [Int], horizon: Horizon
) -> ActivityRequirement {
    var scheduled = [Int](repeating: 0, count: horizon.intervalCount)
    for t in horizon.intervals {
        let isWorkday = horizon.days[t] % 7 < 5 && weeks.contains(horizon.week(of: t))
        if isWorkday, hours(9, 16).contains(horizon.clock(of: t)) { scheduled[t] = agents }
    }
    return ActivityRequirement(
        activity: ActivityKey(campaign, Identifier("calls")),
        kind: .perInterval(
            IntervalRequirement(
                positions: scheduled, scheduled: scheduled,
                offeredLoad: scheduled.map(Double.init), binding: scheduled.map { _ in .serviceLevel },
                serviceAround: [])))
}

/// Every agent works these hours on the days given (0 = Monday), lunch from 12 to 13 where inside.
func shift(_ from: Int, _ to: Int, lunch: Bool = true) -> Shift {
    Shift(
        range: hours(from, to),
        breaks: lunch && from < 12 && to > 13
            ? [ShiftBreak(kind: .lunch, range: hours(12, 13), isPaid: false)] : [])
}

func line(
    _ agent: Int, week: Int = 0, campaign: Identifier<Campaign> = helpline, shift: Shift?,
    days: [Int] = [0, 1, 2, 3, 4]
) -> RosterLine {
    RosterLine(
        agent: agentID(agent), week: week, campaign: campaign,
        tour: shift.map { own in
            Tour(contract: fullTime.id, shifts: (0..<7).map { days.contains($0) ? own : nil })
        })
}

func makeRoster(_ lines: [RosterLine]) -> Roster {
    Roster(lines: lines, unfilled: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
}

func leave(_ agent: Int, _ days: ClosedRange<Int>) -> LeaveRequest {
    LeaveRequest(
        agent: agentID(agent), kind: .annualLeave, from: firstMonday + days.lowerBound,
        through: firstMonday + days.upperBound, status: .approved)
}
