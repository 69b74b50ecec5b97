import Workforce

/// One campaign, open from Monday to Friday, 8:00–18:00, with the same contacts in every interval.
struct SmallFloor {
    var scenario: Scenario
    var plan: Plan

    static let campaign = Identifier<Campaign>("desk")
    static let fullTime = Identifier<EmploymentContract>("full")
    static let optimality = Optimality(status: .optimal, cost: 0, bound: 0)

    static func key(_ activity: String) -> ActivityKey { ActivityKey(campaign, Identifier(activity)) }

    static func range(_ from: Int, _ to: Int) -> ClockRange {
        ClockRange(ClockTime(minute: from), ClockTime(minute: to))
    }

    /// On the floor from 8:00 to 18:00, with the breaks given.
    static func tour(breaks: [ClockRange] = []) -> Tour {
        let shift = Shift(
            range: range(480, 1080),
            breaks: breaks.map { ShiftBreak(kind: .rest, range: $0, isPaid: true) })
        return Tour(contract: fullTime, shifts: (0..<7).map { $0 < 5 ? shift : nil })
    }

    static func calls(
        _ name: String = "calls", skills: Set<Identifier<Skill>> = [], priority: Int = 1,
        patience: Int? = 120, redialShare: Double = 0, target: ServiceTarget = ServiceTarget()
    ) -> Activity {
        Activity(
            id: Identifier(name),
            channel: .inbound(
                InboundTerms(
                    demand: .history, handleTime: Seconds(240), patience: patience.map { Seconds($0) },
                    redialShare: redialShare, target: target)), requiredSkills: skills, priority: priority)
    }

    /// - Parameters:
    ///   - contacts: per interval and activity.
    ///   - agents: skills of each named person; all work the same tour.
    init(
        weeks: Int = 1, activities: [Activity] = [calls()], contacts: Double = 30,
        agents: [Set<Identifier<Skill>>] = Array(repeating: [], count: 9),
        shrinkage: Shrinkage = .none, tour: Tour = tour()
    ) {
        let horizon = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: weeks)
        let site = Identifier<Site>("here")
        let hours = OpeningHours.daily(SmallFloor.range(480, 1080), on: Set(Weekday.allCases.prefix(5)))
        let people = agents.enumerated().map { number, skills in
            Agent(
                id: Identifier("a\(number)"), firstName: "A", lastName: "\(number)",
                contract: SmallFloor.fullTime, site: site, skills: skills)
        }
        scenario = Scenario(
            name: "small", horizon: horizon,
            floor: Floor(
                name: "small", sites: [Site(id: site, name: "Here")], contracts: [], agents: people),
            campaigns: [
                Campaign(
                    id: SmallFloor.campaign, name: "Desk", client: "C", site: site, openingHours: hours,
                    activities: activities, shrinkage: shrinkage)
            ], rules: SmallFloor.rules, costs: SmallFloor.costs)
        let open = scenario.openIntervals(of: scenario.campaigns[0])
        let expected = open.map { $0 ? contacts : 0 }
        let daily = (0..<horizon.dayCount).map { day in
            horizon.intervals(ofDay: day).reduce(0) { $0 + expected[$1] }
        }
        let lines = (0..<weeks).flatMap { week in
            people.map { RosterLine(agent: $0.id, week: week, campaign: SmallFloor.campaign, tour: tour) }
        }
        plan = Plan(
            forecast: Forecast(
                activities: activities.map {
                    ActivityForecast(
                        activity: ActivityKey(SmallFloor.campaign, $0.id), contacts: expected,
                        handleSeconds: expected.map { $0 > 0 ? 240 : 0 }, dailyContacts: daily,
                        method: .volumeProfile)
                }), requirement: Requirement(activities: []), staffing: nil,
            schedule: Schedule(pools: []),
            roster: Roster(lines: lines, unfilled: [], optimality: SmallFloor.optimality), teams: nil,
            training: nil, service: [], cost: CostEstimate(lines: [], production: []), quotes: [],
            findings: [])
    }

    /// Wanted conversations and most agents at once of a list, at all hours of the week.
    mutating func want(_ contacts: Double, from list: String, agents: Int = 1000) {
        let open = scenario.openIntervals(of: scenario.campaigns[0])
        plan.requirement.activities.append(
            ActivityRequirement(
                activity: SmallFloor.key(list),
                kind: .workload([
                    WorkloadRequirement(
                        days: 0...4, hours: 100, permitted: open, agentsAtOnce: 0...agents,
                        contacts: contacts, sales: contacts / 10)
                ])))
    }

    /// The same number of agents on the line in every interval.
    mutating func require(_ positions: Int, for activity: String = "calls") {
        let count = scenario.horizon.intervalCount
        let need = [Int](repeating: positions, count: count)
        plan.requirement.activities.append(
            ActivityRequirement(
                activity: SmallFloor.key(activity),
                kind: .perInterval(
                    IntervalRequirement(
                        positions: need, scheduled: need, offeredLoad: need.map(Double.init),
                        binding: need.map { _ in .none }, serviceAround: []))))
    }

    /// Bands of a day's contacts for a coefficient of variation of the day's factor.
    mutating func vary(_ variation: Double) {
        scenario.campaigns[0].sizing.uncertainty = .variation(variation)
    }

    private static let rules = RulePack(
        name: "none",
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
            minimumWages: [], contributionShare: 0.4, reductionReferenceWage: .zero,
            reductionFloor: 0.02, reductionDelta: 0.38, reductionExponent: 1.75,
            reductionLimitMultiple: 3))

    private static let costs = FloorCosts(
        seatPerMonth: .zero, telecomPerMinute: .zero, softwarePerAgentAndMonth: .zero,
        supervisorGrossMonthly: .zero, trainerGrossHourly: .zero, recruitmentPerHire: .zero,
        overheadShare: 0.1, teamSize: 10...14)
}
