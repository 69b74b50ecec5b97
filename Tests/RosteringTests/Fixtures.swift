import Execution
import Workforce

/// A Monday without a clock change near it.
let firstMonday = CivilDate(iso8601: "2026-11-23") ?? CivilDate(dayNumber: 20_780)

let frenchRules = WorkRules(
    maximumDailyEffectiveMinutes: 600, maximumDailySpanMinutes: 780, maximumWeeklyEffectiveMinutes: 2880,
    minimumDailyRestMinutes: 660, minimumWeeklyRestMinutes: 2100, maximumConsecutiveDays: 6,
    maximumCallStretchMinutes: 180, minimumCallStretchMinutes: 60, restBreakMinutes: 10,
    workPerRestBreakMinutes: 120, lunchRequiredFromMinutes: 360, lunchMinutes: 45...90,
    lunchWindow: ClockRange(ClockTime(hour: 11), ClockTime(hour: 15)), lunchLatestAfterMinutes: 240,
    legalWeeklyMinutes: 2100, partTimeMinimumWeeklyMinutes: 1440, sundayPremium: 1, holidayPremium: 1,
    nightPremium: 0.5, dayWindow: ClockRange(ClockTime(hour: 6), ClockTime(hour: 22)))

let fullTime = EmploymentContract(
    id: Identifier("full"), name: "Full time", weeklyMinutes: 2100, daysPerWeek: 4...6,
    dailyMinutes: 240...600, grossHourlyWage: UnitPrice(euros: 12.5))

let helpline = Identifier<Campaign>("helpline")

func agentID(_ index: Int) -> Identifier<Agent> { Identifier("A\(index < 10 ? "0" : "")\(index)") }

func makeAgent(_ index: Int) -> Agent {
    Agent(
        id: agentID(index), firstName: "Agent", lastName: "\(index)", contract: fullTime.id,
        site: Identifier("paris"), homeCampaign: helpline)
}

func makeScenario(
    agents: Int, weeks: Int, requests: [LeaveRequest] = [], published: [PublishedShift] = [],
    weights: PlanningWeights = PlanningWeights(), clockChanges: [ClockChange] = [],
    firstDay: CivilDate = firstMonday
) -> Scenario {
    Scenario(
        name: "fixture",
        horizon: Horizon(firstDay: firstDay, weekCount: weeks, clockChanges: clockChanges),
        floor: Floor(
            name: "floor", sites: [Site(id: Identifier("paris"), name: "Paris")], contracts: [fullTime],
            agents: (0..<agents).map(makeAgent)),
        campaigns: [], requests: requests, published: published,
        rules: RulePack(
            name: "test", work: frenchRules, calling: [],
            tariff: EmployerTariff(
                minimumWages: [], contributionShare: 0.4, reductionReferenceWage: .zero, reductionFloor: 0,
                reductionDelta: 0, reductionExponent: 1, reductionLimitMultiple: 3)),
        costs: FloorCosts(
            seatPerMonth: .zero, telecomPerMinute: .zero, softwarePerAgentAndMonth: .zero,
            supervisorGrossMonthly: .zero, trainerGrossHourly: .zero, recruitmentPerHire: .zero,
            overheadShare: 0, teamSize: 10...14), weights: weights)
}

/// A tour with the same hours on each of the days given (0 = Monday).
func tour(_ days: [Int], from start: Int = 9, to end: Int = 17) -> Tour {
    var shifts = [Shift?](repeating: nil, count: 7)
    for day in days {
        shifts[day] = Shift(range: ClockRange(ClockTime(hour: start), ClockTime(hour: end)), breaks: [])
    }
    return Tour(contract: fullTime.id, shifts: shifts)
}

/// One group of everybody with these tours in a week.
func pool(
    week: Int, agents: [Int], tours: [(Tour, Int)], campaign: Identifier<Campaign> = helpline
) -> PoolWeek {
    PoolWeek(
        campaign: campaign, week: week,
        groups: [
            TourGroup(
                contract: fullTime.id, workableDays: [Bool](repeating: true, count: 7),
                window: ClockRange(.midnight, .endOfDay), owedMinutes: 2100, daysPerWeek: 4...6,
                headcount: agents.count, agents: agents.map(agentID))
        ], tours: tours.map { TourCount(group: 0, tour: $0.0, count: $0.1) },
        optimality: Optimality(status: .optimal, cost: 0, bound: 0))
}

func posts(agents: [Int], weeks: Int) -> Staffing {
    Staffing(
        posts: (0..<weeks).flatMap { week in
            agents.map {
                Staffing.Post(agent: agentID($0), week: week, campaign: helpline, needsTraining: false)
            }
        }, shortages: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
}

func wish(_ agent: Int, day: Int) -> LeaveRequest {
    LeaveRequest(
        agent: agentID(agent), kind: .wish, from: firstMonday + day, through: firstMonday + day,
        status: .pending)
}

func leave(_ agent: Int, _ days: ClosedRange<Int>) -> LeaveRequest {
    LeaveRequest(
        agent: agentID(agent), kind: .annualLeave, from: firstMonday + days.lowerBound,
        through: firstMonday + days.upperBound, status: .approved)
}

func published(_ agent: Int, day: Int, from start: Int = 9, to end: Int = 17) -> PublishedShift {
    PublishedShift(
        agent: agentID(agent), date: firstMonday + day,
        range: ClockRange(ClockTime(hour: start), ClockTime(hour: end)))
}
