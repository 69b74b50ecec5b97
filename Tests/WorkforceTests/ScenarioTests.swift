import Foundation
import Testing
import Workforce

@Suite struct ScenarioTests {
    private static let monday = CivilDate(dayNumber: 20_766)

    private static func range(_ from: Int, _ to: Int) -> ClockRange {
        ClockRange(ClockTime(hour: from), ClockTime(hour: to))
    }

    /// One of everything, in the week of 11 November 2026 (a Wednesday).
    private static let scenario: Scenario = {
        let calls = Activity(
            id: Identifier("calls"),
            channel: .inbound(
                InboundTerms(
                    demand: .monthlyVolume(
                        .everyMonth(12_000),
                        spread: .profile(
                            VolumeProfile(name: "flat", weekdayWeights: [1], hourWeights: [1]))),
                    handleTime: Seconds(240), patience: Seconds(120))))
        let list = Activity(
            id: Identifier("list"),
            channel: .outbound(
                OutboundTerms(listSize: 9000, reachRate: 0.3, conversionRate: 0.1, handleTime: Seconds(180))))
        let post = Activity(
            id: Identifier("post"),
            channel: .backOffice(
                DeferredTerms(demand: .history, handleTime: Seconds(400), dueWithin: Seconds(86_400))))
        let chat = Activity(
            id: Identifier("chat"),
            channel: .chat(
                ChatTerms(demand: .history, handleTime: Seconds(500), concurrency: 3, target: ServiceTarget())
            ))
        var hours = OpeningHours.daily(range(8, 20), on: Set(Weekday.allCases.prefix(5)))
        hours.exceptions[monday + 1] = [range(8, 12), range(14, 18)]
        hours.exceptions[monday + 4] = []
        let campaign = Campaign(
            id: Identifier("help"), name: "Help", client: "Client", site: Identifier("lille"),
            openingHours: hours, activities: [calls, list, post, chat], requiredSkills: [Identifier("de")],
            launch: monday + 1, end: monday + 60,
            training: TrainingNeed(sessionMinutes: 180, sessions: 2, classSize: 2...8),
            shrinkage: Shrinkage(external: 0.1, internal: 0.08), minimumStaffing: 2,
            priceTerms: PriceTerms(basis: .sale, unitPrice: UnitPrice(euros: 42.5)),
            quality: QualityPlan(listeningsPerAgentAndMonth: 4, listeningMinutes: 20))
        let contract = EmploymentContract(
            id: Identifier("35h"), name: "35 h", weeklyMinutes: 2100, daysPerWeek: 4...5,
            dailyMinutes: 360...540, weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
            maximumHeadcount: 9, grossHourlyWage: UnitPrice(euros: 12.31), startSpreadMinutes: 120)
        let agent = Agent(
            id: Identifier("m1"), firstName: "Zoé", lastName: "L’Hôte", contract: contract.id,
            site: Identifier("lille"), skills: [Identifier("de")], homeCampaign: campaign.id,
            hired: monday + 2, unavailableWeekdays: [.friday])
        return Scenario(
            name: "all", horizon: Horizon(firstDay: monday, weekCount: 2),
            floor: Floor(
                name: "Floor",
                sites: [
                    Site(
                        id: Identifier("lille"), name: "Lille",
                        holidays: HolidayCalendar(region: .france, extraDates: [monday + 3]), seats: 40)
                ], contracts: [contract], agents: [agent],
                supervisors: [
                    Supervisor(
                        id: Identifier("s"), name: "S", site: Identifier("lille"), hours: [nil, range(9, 17)])
                ]),
            campaigns: [campaign],
            histories: [
                History(
                    activity: ActivityKey(campaign.id, post.id), slotMinutes: 720, firstDay: monday - 7,
                    offered: [1, nil, 3.5])
            ],
            requests: [
                LeaveRequest(
                    agent: agent.id, kind: .annualLeave, from: monday, through: monday + 6, status: .approved)
            ],
            published: [PublishedShift(agent: agent.id, date: monday - 1, range: range(9, 17))],
            rules: rules,
            costs: FloorCosts(
                seatPerMonth: Money(cents: 1), telecomPerMinute: UnitPrice(micros: 7),
                softwarePerAgentAndMonth: Money(cents: 2), supervisorGrossMonthly: Money(cents: 3),
                trainerGrossHourly: UnitPrice(micros: 4), recruitmentPerHire: Money(cents: 5),
                overheadShare: 0.1, teamSize: 8...12),
            variants: [
                NamedVariant(
                    name: "v",
                    changes: [
                        ScenarioChange(key: .demand, campaign: campaign.id, amount: .relative(share: 0.1)),
                        ScenarioChange(
                            key: .target, amount: .target(serviceLevel: 0.9, thresholdSeconds: 15)),
                    ])
            ])
    }()

    private static let rules = RulePack(
        name: "fr",
        work: WorkRules(
            maximumDailyEffectiveMinutes: 600, maximumDailySpanMinutes: 780,
            maximumWeeklyEffectiveMinutes: 2880, minimumDailyRestMinutes: 660,
            minimumWeeklyRestMinutes: 2100, maximumConsecutiveDays: 6, maximumCallStretchMinutes: 180,
            minimumCallStretchMinutes: 45, restBreakMinutes: 10, workPerRestBreakMinutes: 120,
            lunchRequiredFromMinutes: 360, lunchMinutes: 45...120, lunchWindow: range(11, 15),
            lunchLatestAfterMinutes: 240, legalWeeklyMinutes: 2100, partTimeMinimumWeeklyMinutes: 1440,
            sundayPremium: 1, holidayPremium: 1, nightPremium: 0.5, dayWindow: range(6, 21)),
        calling: [
            CallingRules(
                from: monday - 90, windows: [[range(10, 13), range(14, 20)]], allowsHolidays: false,
                maximumAttempts: 4, attemptPeriodDays: 30, requiresConsent: true, simpleGap: Seconds(8),
                complexGap: Seconds(10))
        ],
        tariff: EmployerTariff(
            minimumWages: [
                DatedWage(from: monday - 300, grossHourly: UnitPrice(euros: 12.02)),
                DatedWage(from: monday + 2, grossHourly: UnitPrice(euros: 12.31)),
            ], contributionShare: 0.427, reductionReferenceWage: UnitPrice(euros: 12.02),
            reductionFloor: 0.02, reductionDelta: 0.3821, reductionExponent: 1.75, reductionLimitMultiple: 3),
        sources: ["work.daily": "L3121-18"])

    @Test func aScenarioSurvivesJSON() throws {
        let scenario = ScenarioTests.scenario
        let bytes = try JSONEncoder().encode(scenario)
        #expect(try JSONDecoder().decode(Scenario.self, from: bytes) == scenario)
    }

    @Test func openIntervalsAreThoseThatAreOpen() {
        let scenario = ScenarioTests.scenario
        let campaign = scenario.campaigns[0]
        let open = scenario.openIntervals(of: campaign)
        #expect(open.count == scenario.horizon.intervalCount)
        #expect(scenario.horizon.intervals.allSatisfy { open[$0] == scenario.isOpen(campaign, interval: $0) })
        let hours = (0..<7).map { day in scenario.horizon.intervals(ofDay: day).count { open[$0] } / 4 }
        // Not launched, two stretches, holiday, extra holiday, closed, weekend.
        #expect(hours == [0, 8, 0, 0, 0, 0, 0])
    }

    @Test func absencesCountOnceAndOnlyWhereOneWouldWork() throws {
        let scenario = ScenarioTests.scenario
        let agent = scenario.floor.agents[0]
        let campaign = scenario.campaigns[0]
        let contract = scenario.floor.contracts[0]
        let first = scenario.absences(agent: agent, contract: contract, campaign: campaign, week: 0)
        // Not launched on Monday; Wednesday and Thursday are holidays inside the
        // leave; Friday is never worked.
        #expect(first.map(\.weekday) == [1, 2, 3])
        #expect(first.map(\.reason) == [.notHired, .publicHoliday, .publicHoliday])
        #expect(first.map(\.isPaid) == [false, true, true])
        var earlier = agent
        earlier.hired = nil
        let hired = scenario.absences(agent: earlier, contract: contract, campaign: campaign, week: 0)
        #expect(hired.map(\.reason) == [.leave(.annualLeave), .publicHoliday, .publicHoliday])
        #expect(hired.map(\.isPaid) == [true, true, true])
        #expect(scenario.absences(agent: agent, contract: contract, campaign: campaign, week: 1).isEmpty)
        let anyone = scenario.absences(agent: nil, contract: contract, campaign: campaign, week: 0)
        #expect(anyone.map(\.reason) == [.publicHoliday, .publicHoliday])
    }

    @Test func datedRulesAreThoseInForce() {
        let rules = ScenarioTests.rules
        let monday = ScenarioTests.monday
        #expect(rules.tariff.minimumWage(on: monday - 301) == nil)
        #expect(rules.tariff.minimumWage(on: monday + 1)?.euros == 12.02)
        #expect(rules.tariff.minimumWage(on: monday + 2)?.euros == 12.31)
        #expect(rules.callingRules(on: monday - 91) == nil)
        #expect(rules.callingRules(on: monday)?.maximumAttempts == 4)
    }
}
