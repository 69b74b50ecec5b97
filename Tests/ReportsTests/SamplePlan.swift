import Workforce

/// A week made by hand: Zoé and Léo, one inbound campaign, one outbound one.
enum Sample {
    static let monday = CivilDate(year: 2026, month: 11, day: 23)!
    static let horizon = Horizon(firstDay: monday, weekCount: 1, intervalMinutes: 30)
    static let hotline = Identifier<Campaign>("hotline")
    static let sales = Identifier<Campaign>("sales")
    static let calls = ActivityKey(hotline, Identifier("calls"))
    static let dials = ActivityKey(sales, Identifier("dials"))
    static let full = Identifier<EmploymentContract>("full")
    static let (zoe, leo) = (Identifier<Agent>("A1"), Identifier<Agent>("A2"))

    static func clock(_ from: Int, _ to: Int) -> ClockRange {
        ClockRange(ClockTime(hour: from), ClockTime(hour: to))
    }

    /// 09:00–17:00 with lunch at 12:00 and a paid break at 10:30 and 15:00.
    static let shift = Shift(
        range: clock(9, 17),
        breaks: [
            ShiftBreak(
                kind: .rest,
                range: ClockRange(ClockTime(hour: 10, minute: 30), ClockTime(hour: 10, minute: 45)),
                isPaid: true),
            ShiftBreak(kind: .lunch, range: clock(12, 13), isPaid: false),
            ShiftBreak(
                kind: .rest, range: ClockRange(ClockTime(hour: 15), ClockTime(hour: 15, minute: 15)),
                isPaid: true),
        ])
    static let tour = Tour(contract: full, shifts: (0..<7).map { $0 < 5 ? shift : nil })

    static func rules() -> RulePack {
        RulePack(
            name: "France, IDCC 2098",
            work: WorkRules(
                maximumDailyEffectiveMinutes: 600, maximumDailySpanMinutes: 780,
                maximumWeeklyEffectiveMinutes: 2880, minimumDailyRestMinutes: 660,
                minimumWeeklyRestMinutes: 2100, maximumConsecutiveDays: 6, maximumCallStretchMinutes: 180,
                minimumCallStretchMinutes: 60, restBreakMinutes: 10, workPerRestBreakMinutes: 120,
                lunchRequiredFromMinutes: 360, lunchMinutes: 45...120, lunchWindow: clock(11, 15),
                lunchLatestAfterMinutes: 240, legalWeeklyMinutes: 2100, partTimeMinimumWeeklyMinutes: 1440,
                sundayPremium: 1, holidayPremium: 1, nightPremium: 0.5, dayWindow: clock(6, 22)),
            calling: [],
            tariff: EmployerTariff(
                minimumWages: [], contributionShare: 0.427, reductionReferenceWage: .zero,
                reductionFloor: 0.02, reductionDelta: 0.38, reductionExponent: 1.75,
                reductionLimitMultiple: 3))
    }

    static func scenario(horizon: Horizon = horizon) -> Scenario {
        let site = Identifier<Site>("paris")
        let week = OpeningHours.daily(
            clock(9, 18), on: [.monday, .tuesday, .wednesday, .thursday, .friday])
        let floor = Floor(
            name: "Plateau <Sud> & Cie", sites: [Site(id: site, name: "Paris")],
            contracts: [
                EmploymentContract(
                    id: full, name: "CDI 35 h", weeklyMinutes: 2100, daysPerWeek: 5...5,
                    dailyMinutes: 420...420, grossHourlyWage: UnitPrice(euros: 13))
            ],
            agents: [
                Agent(
                    id: zoe, firstName: "Zoé", lastName: "<script>alert(1)</script>", contract: full,
                    site: site, homeCampaign: hotline),
                Agent(id: leo, firstName: "Léo", lastName: "Dupont", contract: full, site: site),
            ],
            supervisors: [
                Supervisor(id: Identifier("S1"), name: "Inès", site: site, hours: [clock(9, 17)])
            ])
        return Scenario(
            name: "Semaine d’essai", horizon: horizon, floor: floor,
            campaigns: [
                Campaign(
                    id: hotline, name: "Hotline", client: "Alpha", site: site, openingHours: week,
                    activities: [
                        Activity(
                            id: calls.activity,
                            channel: .inbound(InboundTerms(demand: .history, handleTime: Seconds(245))))
                    ],
                    training: TrainingNeed(sessionMinutes: 180, sessions: 2, classSize: 1...8),
                    priceTerms: PriceTerms(setupFee: Money(cents: 150_000), billsTraining: true)),
                Campaign(
                    id: sales, name: "Ventes | été*", client: "Beta", site: site, openingHours: week,
                    activities: [
                        Activity(
                            id: dials.activity,
                            channel: .outbound(
                                OutboundTerms(
                                    listSize: 12_000, reachRate: 0.3, conversionRate: 0.1,
                                    handleTime: Seconds(300))))
                    ]),
            ],
            requests: LeaveKind.allCases.map {
                LeaveRequest(agent: leo, kind: $0, from: monday + 5, through: monday + 6, status: .approved)
            }, rules: rules(),
            costs: FloorCosts(
                seatPerMonth: .zero, telecomPerMinute: .zero, softwarePerAgentAndMonth: .zero,
                supervisorGrossMonthly: .zero, trainerGrossHourly: .zero, recruitmentPerHire: .zero,
                overheadShare: 0.1, teamSize: 10...14))
    }

    /// Two agents needed 09:00–12:00 and one 12:00–18:00, Monday to Friday.
    static func requirement(horizon: Horizon = horizon) -> Requirement {
        let need = horizon.intervals.map { t -> Int in
            guard horizon.days[t] % 7 < 5 else { return 0 }
            switch horizon.clockMinutes[t] {
            case 540..<720: return 2
            case 720..<1080: return 1
            default: return 0
            }
        }
        let open = horizon.intervals.map { need[$0] > 0 }
        return Requirement(activities: [
            ActivityRequirement(
                activity: calls,
                kind: .perInterval(
                    IntervalRequirement(
                        positions: need, scheduled: need, offeredLoad: need.map { Double($0) * 0.6 },
                        binding: need.map { $0 > 0 ? .serviceLevel : .none },
                        serviceAround: need.flatMap { _ in [0, 0.4, 0.8, 0.95, 1] }))),
            ActivityRequirement(
                activity: dials,
                kind: .workload([
                    WorkloadRequirement(
                        days: 0...4, hours: 40, permitted: open, agentsAtOnce: 0...5, contacts: 300,
                        sales: 30)
                ])),
        ])
    }

    static func forecast(horizon: Horizon = horizon) -> Forecast {
        let contacts = horizon.intervals.map { t in
            horizon.days[t] % 7 < 5 && (540..<1080).contains(horizon.clockMinutes[t]) ? 10.0 : 0
        }
        let daily = (0..<horizon.dayCount).map { $0 % 7 < 5 ? 180.0 : 0 }
        return Forecast(activities: [
            ActivityForecast(
                activity: calls, contacts: contacts, handleSeconds: contacts.map { $0 > 0 ? 245 : 0 },
                bands: [
                    PredictionBand(
                        probability: 0.8, low: contacts.map { $0 * 0.8 }, high: contacts.map { $0 * 1.2 }),
                    PredictionBand(
                        probability: 0.95, low: contacts.map { $0 * 0.7 }, high: contacts.map { $0 * 1.4 }),
                ], dailyContacts: daily,
                dailyBands: [
                    PredictionBand(
                        probability: 0.8, low: daily.map { $0 * 0.9 }, high: daily.map { $0 * 1.1 })
                ], method: .weightedCombination,
                accuracy: ForecastAccuracy(origins: 6, dailyWAPE: 0.081, slotWAPE: 0.193, bias: -0.012),
                remarks: [.missingDays([monday - 10, monday - 9]), .shortHistory(days: 60)])
        ])
    }

    static func plan() -> Plan {
        let optimality = Optimality(status: .optimal, cost: 12_345, bound: 12_345)
        return Plan(
            forecast: forecast(), requirement: requirement(),
            staffing: Staffing(
                posts: [
                    Staffing.Post(agent: zoe, week: 0, campaign: hotline, needsTraining: false),
                    Staffing.Post(agent: leo, week: 0, campaign: sales, needsTraining: true),
                ], shortages: [Staffing.Shortage(campaign: hotline, week: 0, hours: 25)],
                optimality: optimality),
            schedule: schedule(optimality),
            roster: Roster(
                lines: [
                    RosterLine(agent: zoe, week: 0, campaign: hotline, tour: tour),
                    RosterLine(
                        agent: leo, week: 0, campaign: sales, tour: tour,
                        struck: [false, false, true, false, false, false, false]),
                ], unfilled: [], optimality: Optimality(status: .feasible, cost: 20_000, bound: 15_000)),
            teams: TeamPlan(
                teams: [
                    Team(supervisor: Identifier("S1"), campaign: hotline, agents: [zoe], overlapShare: 0.8)
                ], unassigned: [leo], optimality: optimality),
            training: TrainingPlan(
                sessions: [
                    TrainingSession(
                        campaign: sales, number: 1, day: 0, range: clock(9, 11), trainer: Identifier("T1"),
                        room: Identifier("R1"), agents: [leo])
                ], unplaced: [], optimality: Optimality(status: .stopped, cost: 120, bound: 0)),
            service: [
                ServicePrediction(
                    activity: calls, serviceLevel: horizon.intervals.map { _ in nil }, weekly: [0.723],
                    overall: 0.723)
            ], cost: cost(), quotes: quotes(), findings: findings())
    }

    private static func schedule(_ optimality: Optimality) -> Schedule {
        Schedule(
            pools: [hotline, sales].map {
                PoolWeek(
                    campaign: $0, week: 0, groups: [], tours: [TourCount(group: 0, tour: tour, count: 1)],
                    optimality: optimality)
            })
    }

    private static func cost() -> CostEstimate {
        CostEstimate(
            lines: [
                CostLine(
                    campaign: hotline, item: .agentWages, quantity: 35, unit: .hours,
                    unitPrice: UnitPrice(euros: 13), amount: Money(cents: 45_500)),
                CostLine(
                    campaign: hotline, item: .overhead, quantity: 0.1, unit: .share,
                    unitPrice: UnitPrice(euros: 455), amount: Money(cents: 4550)),
                CostLine(
                    campaign: sales, item: .agentWages, quantity: 28, unit: .hours,
                    unitPrice: UnitPrice(euros: 13), amount: Money(cents: 36_400)),
            ],
            production: [
                Production(
                    campaign: hotline, headcount: 1, fullTimeEquivalent: 1, paidHours: 35,
                    effectiveHours: 32.5,
                    loggedHours: 30, contacts: 900, sales: 0)
            ])
    }

    private static func quotes() -> [Quote] {
        [
            Quote(
                campaign: hotline, basis: .loggedHour, quantity: 30, unitPrice: UnitPrice(euros: 20.85),
                setupFee: Money(cents: 150_000), trainingBilled: Money(cents: 30_000),
                cost: Money(cents: 50_050), pricePerLoggedHour: UnitPrice(euros: 20.85),
                pricePerContact: UnitPrice(euros: 0.6951), pricePerSale: nil)
        ]
    }

    private static func findings() -> [Finding] {
        [
            Finding(
                severity: .warning,
                subject: .short(
                    campaign: hotline, day: 1,
                    range: ClockRange(ClockTime(hour: 10), ClockTime(hour: 10, minute: 30)),
                    worst: 3, cause: .tooFewHours)),
            Finding(
                severity: .violation,
                subject: .rule(.dailyRest, who: "A2", day: 2, actual: 600, limit: 660)),
        ]
    }
}
