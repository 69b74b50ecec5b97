import Execution
import Workforce

/// Small floors for tests, with the defaults of the trade (DOMAIN §2).
enum FloorFixture {
    static let site = Identifier<Site>("lyon")
    static let monday = CivilDate(dayNumber: 20_451).monday

    static func workRules() -> WorkRules {
        WorkRules(
            maximumDailyEffectiveMinutes: 600, maximumDailySpanMinutes: 780,
            maximumWeeklyEffectiveMinutes: 2880, minimumDailyRestMinutes: 660, minimumWeeklyRestMinutes: 2100,
            maximumConsecutiveDays: 6, maximumCallStretchMinutes: 180, minimumCallStretchMinutes: 45,
            restBreakMinutes: 10, workPerRestBreakMinutes: 120, lunchRequiredFromMinutes: 360,
            lunchMinutes: 45...120, lunchWindow: ClockRange(ClockTime(hour: 11), ClockTime(hour: 15)),
            lunchLatestAfterMinutes: 240, legalWeeklyMinutes: 2100, partTimeMinimumWeeklyMinutes: 1440,
            sundayPremium: 1, holidayPremium: 1, nightPremium: 0.5,
            dayWindow: ClockRange(ClockTime(minute: 390), ClockTime(minute: 1290)))
    }

    static func rules(_ work: WorkRules = workRules()) -> RulePack {
        RulePack(
            name: "test", work: work, calling: [],
            tariff: EmployerTariff(
                minimumWages: [], contributionShare: 0.427, reductionReferenceWage: UnitPrice(euros: 12.02),
                reductionFloor: 0.02, reductionDelta: 0.3821, reductionExponent: 1.75,
                reductionLimitMultiple: 3))
    }

    static let costs = FloorCosts(
        seatPerMonth: .zero, telecomPerMinute: .zero, softwarePerAgentAndMonth: .zero,
        supervisorGrossMonthly: .zero, trainerGrossHourly: .zero, recruitmentPerHire: .zero,
        overheadShare: 0, teamSize: 10...14)

    static func fullTime(
        hours: Int = 35, days: ClosedRange<Int> = 5...5, daily: ClosedRange<Int> = 360...480,
        window: ClockRange = ClockRange(.midnight, .endOfDay), maximum: Int? = nil, spread: Int? = nil
    ) -> EmploymentContract {
        EmploymentContract(
            id: Identifier("h\(hours)"), name: "\(hours) h", weeklyMinutes: hours * 60, daysPerWeek: days,
            dailyMinutes: daily, workingWindow: window, maximumHeadcount: maximum,
            grossHourlyWage: UnitPrice(euros: 12.31), startSpreadMinutes: spread)
    }

    static func agents(_ count: Int, contract: EmploymentContract, prefix: String = "a") -> [Agent] {
        (0..<count).map {
            Agent(
                id: Identifier("\(prefix)\($0 < 10 ? "0" : "")\($0)"), firstName: "", lastName: "",
                contract: contract.id, site: site)
        }
    }

    static func campaign(
        _ name: String, open: ClockRange,
        days: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]
    ) -> Campaign {
        Campaign(
            id: Identifier(name), name: name, client: name, site: site,
            openingHours: .daily(open, on: days),
            activities: [Activity(id: Identifier("calls"), channel: .inbound(inbound))])
    }

    static let inbound = InboundTerms(demand: .history, handleTime: Seconds(240))

    static func scenario(
        campaigns: [Campaign], contracts: [EmploymentContract], agents: [Agent] = [], weeks: Int = 1,
        step: Int = 15, first: CivilDate = monday, changes: [ClockChange] = [], work: WorkRules = workRules(),
        requests: [LeaveRequest] = [], region: HolidayRegion = .none
    ) -> Scenario {
        Scenario(
            name: "test",
            horizon: Horizon(firstDay: first, weekCount: weeks, intervalMinutes: step, clockChanges: changes),
            floor: Floor(
                name: "test",
                sites: [Site(id: site, name: "Lyon", holidays: HolidayCalendar(region: region))],
                contracts: contracts, agents: agents),
            campaigns: campaigns, requests: requests, rules: rules(work), costs: costs)
    }

    /// Everyone works for the same campaign all the time.
    static func staffing(_ scenario: Scenario, _ campaign: Identifier<Campaign>) -> Staffing {
        Staffing(
            posts: (0..<scenario.horizon.weekCount).flatMap { week in
                scenario.floor.agents.map {
                    Staffing.Post(agent: $0.id, week: week, campaign: campaign, needsTraining: false)
                }
            }, shortages: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
    }

    static func perInterval(_ campaign: Identifier<Campaign>, _ needs: [Int]) -> ActivityRequirement {
        ActivityRequirement(
            activity: ActivityKey(campaign, Identifier("calls")),
            kind: .perInterval(
                IntervalRequirement(
                    positions: needs, scheduled: needs, offeredLoad: needs.map(Double.init),
                    binding: needs.map { _ in .none }, serviceAround: [])))
    }

    /// A day with two humps, as call centres have, scaled to `peak`, while the campaign is open.
    static func humps(_ scenario: Scenario, _ campaign: Campaign, peak: Double, seed: UInt64 = 7) -> [Int] {
        var generator = SeededGenerator(seed: seed)
        let open = scenario.openIntervals(of: campaign)
        return scenario.horizon.intervals.map { t in
            guard open[t] else { return 0 }
            let hour = Double(scenario.horizon.clockMinutes[t]) / 60
            func hump(_ at: Double, _ width: Double) -> Double {
                let x = (hour - at) / width
                return 1 / (1 + x * x * x * x)
            }
            let weekday = [1.15, 1.0, 0.95, 0.95, 1.0, 0.6, 0.3][scenario.horizon.days[t] % 7]
            let level = peak * weekday * max(hump(10.5, 2.2), 0.85 * hump(15.5, 2.6))
            return max(1, Int((level + 0.4 * generator.normal()).rounded()))
        }
    }
}
