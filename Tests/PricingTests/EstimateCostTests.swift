import Testing
import Workforce

@testable import Pricing

@Suite struct EstimateCostTests {
    private func line(
        _ cost: CostEstimate, _ item: CostItem, _ campaign: Identifier<Campaign> = TinyFloor.help
    )
        -> CostLine?
    {
        cost.lines.first { $0.item == item && $0.campaign == campaign }
    }

    /// Half an erlang of callbacks for an hour each Monday, 5 minutes each: 6 a week, 30 minutes of
    /// telephone; letters take no telephone.
    @Test(arguments: [true, false])
    func deferredWorkOfTheHourIsHandled(isCallback: Bool) {
        var floor = TinyFloor()
        let before = Handled(
            campaign: floor.scenario.campaigns[0], plan: floor.plan, scenario: floor.scenario)
        let demand: DemandSource = isCallback ? .share(of: Identifier("calls"), share: 0.1) : .history
        floor.scenario.campaigns[0].activities.append(
            Activity(
                id: Identifier("more"),
                channel: .backOffice(
                    DeferredTerms(demand: demand, handleTime: Seconds(300), dueWithin: Seconds(7200)))))
        var need = floor.plan.requirement.activities[0]
        need.activity.activity = Identifier("more")
        floor.plan.requirement.activities.append(need)
        let after = Handled(
            campaign: floor.scenario.campaigns[0], plan: floor.plan, scenario: floor.scenario)
        #expect(abs(after.contacts - before.contacts - 24) < 1e-9)
        #expect(abs(after.voiceMinutes - before.voiceMinutes - (isCallback ? 120 : 0)) < 1e-9)
    }

    /// Four people work a sixth day of 7 h in each of four weeks: 112 h at a quarter more, and
    /// contributions on the premiums too.
    @Test func overtimeBearsItsPremium() throws {
        var floor = TinyFloor()
        floor.scenario.rules.work.overtime = OvertimeRules(
            premium: 0.25, firstMinutes: 360, furtherPremium: 0.5, complementaryShare: 0.1,
            complementaryPremium: 0.1, complementaryLimit: 1.0 / 3, complementaryFurtherPremium: 0.25)
        for i in floor.plan.roster!.lines.indices { floor.plan.roster!.lines[i].tour = TinyFloor.tour(0..<6) }
        #expect(line(estimateCost(of: floor.plan, for: floor.scenario), .overtime) == nil)
        floor.scenario.floor.contracts[0].overtimeMinutes = 420
        let cost = estimateCost(of: floor.plan, for: floor.scenario)
        let overtime = try #require(line(cost, .overtime))
        // Six hours at +25 %, the seventh at +50 %: 2 h of wage for 7.
        #expect(overtime.quantity == 112)
        #expect(overtime.amount == Money(euros: 16 * 2 * 12.31))
        #expect(line(cost, .agentWages)?.quantity == 672)
        let tariff = floor.scenario.rules.tariff
        let gross = 12.31 * 44 / 42
        let contributions = try #require(line(cost, .employerContributions))
        let euros = 672 * gross * tariff.netContributionShare(grossHourly: gross)
        #expect(abs(contributions.amount.euros - euros) < 0.01)
    }

    /// Going home an hour early is an hour that nobody pays.
    @Test func voluntaryTimeOffSavesItsPay() throws {
        var floor = TinyFloor()
        floor.scenario.floor.contracts[0].voluntaryTimeOffMinutes = 420
        for i in floor.plan.roster!.lines.indices { floor.plan.roster!.lines[i].tour = TinyFloor.tour(0..<4) }
        let wages = try #require(line(estimateCost(of: floor.plan, for: floor.scenario), .agentWages))
        #expect((wages.quantity, wages.unitPrice.euros) == (448, 12.31))
    }

    /// Four people × four weeks × 35 h = 560 h at 12.31 €; months are 52/12 weeks.
    @Test func theBuildUpByHand() throws {
        let floor = TinyFloor()
        let cost = estimateCost(of: floor.plan, for: floor.scenario)
        #expect(
            cost.lines.map(\.item) == [
                .agentWages, .employerContributions, .supervision, .seats, .telecom, .software, .overhead,
            ])
        let wages = try #require(line(cost, .agentWages))
        #expect((wages.quantity, wages.unitPrice.euros, wages.amount.cents) == (560, 12.31, 689_360))
        let contributions = try #require(line(cost, .employerContributions))
        // 12.31 × (0.427 − 0.3788) = 0.593342
        #expect((contributions.quantity, contributions.unitPrice.micros) == (560, 593_342))
        #expect(contributions.amount.cents == 33_227)
        let months = 16.0 * 12 / 52
        let supervision = try #require(line(cost, .supervision))
        #expect(abs(supervision.quantity - months / 10) < 1e-12)
        // 2,400 € for 151.67 h is 15.824 € an hour: coefficient 0.1947, share 23.23 %.
        #expect(abs(supervision.unitPrice.euros - 2400 * 1.2323) < 0.01)
        #expect(line(cost, .seats)?.amount == Money(euros: 200 * months))
        #expect(line(cost, .software)?.amount == Money(euros: 60 * months))
        // 8 contacts a week of 5 minutes.
        let telecom = try #require(line(cost, .telecom))
        #expect((telecom.quantity, telecom.amount.cents) == (160, 192))
        let direct = cost.lines.dropLast().reduce(Money.zero) { $0 + $1.amount }
        #expect(line(cost, .overhead)?.amount == Money(euros: direct.euros * 0.1))
    }

    @Test func theClocksByHand() throws {
        var floor = TinyFloor()
        floor.scenario.campaigns[0].shrinkage = Shrinkage(external: 0.1, internal: 0.2)
        let cost = estimateCost(of: floor.plan, for: floor.scenario)
        let production = try #require(cost.production.first)
        #expect(production.headcount == 4)
        #expect(abs(production.fullTimeEquivalent - 4) < 1e-12)
        #expect(production.paidHours == 560)
        #expect(abs(production.effectiveHours - 520 * 0.9) < 1e-9)
        #expect(abs(production.loggedHours - 520 * 0.9 * 0.8) < 1e-9)
        #expect(production.contacts == 32)
        #expect(production.sales == 0)
    }

    @Test func linesAddUpToTheTotalAndEachIsRoundedOnce() {
        var floor = TinyFloor(wage: 13.37)
        floor.teach(TinyFloor.sales, day: 1, from: 540, minutes: 120, agents: [1, 2])
        floor.scenario.campaigns[0].quality = QualityPlan(listeningsPerAgentAndMonth: 4, listeningMinutes: 20)
        let cost = estimateCost(of: floor.plan, for: floor.scenario)
        for line in cost.lines { #expect(line.amount == line.unitPrice.amount(for: line.quantity)) }
        let campaigns = floor.scenario.campaigns.reduce(Money.zero) { $0 + cost.total(of: $1.id) }
        #expect(campaigns == cost.total)
        #expect(cost.lines.reduce(0) { $0 + $1.amount.cents } == cost.total.cents)
    }

    @Test func totalCostRisesWithTheWage() {
        let totals = stride(from: 11.0, through: 20, by: 0.25).map { wage in
            let floor = TinyFloor(wage: wage)
            return estimateCost(of: floor.plan, for: floor.scenario).total
        }
        #expect(zip(totals, totals.dropFirst()).allSatisfy { $0 < $1 })
    }

    /// The same people and hours cost the same with names as without.
    @Test func sizingModePricesContractsAsPeople() {
        let named = TinyFloor()
        var anonymous = TinyFloor()
        anonymous.plan.roster = nil
        anonymous.scenario.floor.agents = []
        #expect(
            estimateCost(of: named.plan, for: named.scenario)
                == estimateCost(of: anonymous.plan, for: anonymous.scenario))
    }

    @Test func listeningIsCarvedOutOfSupervision() throws {
        let plain = TinyFloor()
        var listened = TinyFloor()
        listened.scenario.campaigns[0].quality = QualityPlan(
            listeningsPerAgentAndMonth: 4, listeningMinutes: 20)
        let before = estimateCost(of: plain.plan, for: plain.scenario)
        let after = estimateCost(of: listened.plan, for: listened.scenario)
        let listening = try #require(line(after, .listening))
        #expect(abs(listening.quantity - 16.0 * 12 / 52 * 4 * 20 / 60) < 1e-9)
        #expect(abs(after.total.cents - before.total.cents) <= 4)
        // More listening than supervisors have hours is extra.
        listened.scenario.campaigns[0].quality?.listeningsPerAgentAndMonth = 400
        #expect(estimateCost(of: listened.plan, for: listened.scenario).total > after.total)
    }

    @Test func teamsFormedAreWhatSupervisionCosts() throws {
        var floor = TinyFloor()
        let agents = floor.scenario.floor.agents.map(\.id)
        floor.plan.teams = TeamPlan(
            teams: [
                Team(supervisor: Identifier("s1"), campaign: TinyFloor.help, agents: agents, overlapShare: 1)
            ], unassigned: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
        let supervision = line(estimateCost(of: floor.plan, for: floor.scenario), .supervision)
        #expect(abs(try #require(supervision).quantity - 4.0 * 12 / 52) < 1e-12)
    }

    @Test func premiumsRaiseContributionsToo() throws {
        var floor = TinyFloor(agents: 1, weeks: 1)
        floor.plan.roster?.lines[0].tour = TinyFloor.tour(2..<7)
        let cost = estimateCost(of: floor.plan, for: floor.scenario)
        let premiums = try #require(line(cost, .premiums))
        #expect((premiums.quantity, premiums.unitPrice.euros) == (7, 12.31))
        // Gross of 42 h pay for 35 h: 14.772 € an hour.
        let share = floor.scenario.rules.tariff.netContributionShare(grossHourly: 12.31 * 42 / 35)
        let contributions = try #require(line(cost, .employerContributions))
        #expect(abs(contributions.amount.euros - 12.31 * 42 * share) < 0.02)
    }
}

@Suite struct PaidTimeTests {
    private func production(_ floor: TinyFloor, _ campaign: Identifier<Campaign> = TinyFloor.help)
        -> Production?
    {
        estimateCost(of: floor.plan, for: floor.scenario).production.first { $0.campaign == campaign }
    }

    @Test(arguments: [
        (LeaveKind.annualLeave, 560.0), (.sickness, 525), (.unpaid, 525), (.unionDelegation, 560),
    ])
    func aWeekAwayWithoutALineFallsOnTheHomeCampaign(_ kind: LeaveKind, _ hours: Double) {
        var floor = TinyFloor()
        floor.absent(kind, from: 7, through: 13)
        floor.plan.roster?.lines.removeAll { $0.agent.name == "a1" && $0.week == 1 }
        #expect(production(floor)?.paidHours == hours)
    }

    @Test func aStruckDayIsPaidAsItsLeaveIs() {
        var floor = TinyFloor()
        floor.absent(.annualLeave, from: 2, through: 2)
        floor.plan.roster?.lines[0].struck[2] = true
        #expect(production(floor)?.paidHours == 560)
        floor.scenario.requests[0].kind = .sickness
        #expect(production(floor)?.paidHours == 553)
    }

    /// 14 July 2026 is a Tuesday: closed, paid, not worked.
    @Test func aClosedHolidayIsPaid() {
        var floor = TinyFloor(agents: 1, weeks: 1)
        floor.scenario.horizon = Horizon(firstDay: CivilDate(dayNumber: 20_648), weekCount: 1)
        #expect(floor.scenario.horizon.date(ofDay: 1).iso8601 == "2026-07-14")
        floor.scenario.campaigns[0].openingHours.onHolidays = []
        floor.plan.roster?.lines[0].tour?.shifts[1] = nil
        #expect(production(floor)?.paidHours == 35)
        #expect(production(floor)?.effectiveHours == 26)
    }

    /// Two people learn for `sales` in the shifts of `help`: four hours move.
    @Test func learningForAnotherCampaignIsItsCost() {
        var floor = TinyFloor()
        floor.teach(TinyFloor.sales, day: 1, from: 540, minutes: 120, agents: [1, 2])
        #expect(production(floor)?.paidHours == 556)
        #expect(production(floor)?.loggedHours == 516)
        #expect(production(floor, TinyFloor.sales)?.paidHours == 4)
        #expect(production(floor, TinyFloor.sales)?.loggedHours == 0)
    }

    @Test func learningForTheSameCampaignIsNotLogged() {
        var floor = TinyFloor()
        floor.teach(TinyFloor.help, day: 1, from: 540, minutes: 60, agents: [1, 2])
        #expect(production(floor)?.paidHours == 560)
        #expect(production(floor)?.loggedHours == 518)
    }

    @Test func callsBeyondTheAgentsAreNotHandled() {
        var floor = TinyFloor(agents: 1, weeks: 1)
        #expect(production(floor)?.contacts == 8)
        guard case .perInterval(var need) = floor.plan.requirement.activities[0].kind else { return }
        need.offeredLoad = need.offeredLoad.map { $0 * 4 }
        floor.plan.requirement.activities[0].kind = .perInterval(need)
        #expect(production(floor)?.contacts == 4)
    }

    @Test func listsAreSoldAsFarAsTheyAreWorked() {
        var floor = TinyFloor(agents: 2, weeks: 1)
        let horizon = floor.scenario.horizon
        var permitted = [Bool](repeating: false, count: horizon.intervalCount)
        for t in horizon.intervals(ofDay: 1, in: TinyFloor.range(540, 600)) { permitted[t] = true }
        floor.plan.requirement.activities = [
            ActivityRequirement(
                activity: ActivityKey(TinyFloor.help, Identifier("list")),
                kind: .workload([
                    WorkloadRequirement(
                        days: 0...6, hours: 8, permitted: permitted, agentsAtOnce: 0...9, contacts: 40,
                        sales: 12)
                ]))
        ]
        floor.plan.forecast.activities = []
        #expect(production(floor)?.contacts == 10)
        #expect(production(floor)?.sales == 3)
    }
}

@Suite struct EmptyPlanTests {
    @Test func nothingCostsNothing() {
        var floor = TinyFloor(agents: 0, weeks: 0)
        floor.plan.schedule.pools = []
        let cost = estimateCost(of: floor.plan, for: floor.scenario)
        #expect(cost.lines.isEmpty)
        #expect(cost.production.allSatisfy { $0.paidHours == 0 && $0.headcount == 0 })
        floor.scenario.campaigns = []
        #expect(estimateCost(of: floor.plan, for: floor.scenario).production.isEmpty)
    }

    @Test func linesThatPointNowhereCostNothing() {
        var floor = TinyFloor(agents: 1, weeks: 1)
        let base = estimateCost(of: floor.plan, for: floor.scenario)
        for line in [
            RosterLine(
                agent: Identifier("ghost"), week: 0, campaign: Identifier("x"), tour: TinyFloor.tour()),
            RosterLine(agent: Identifier("a1"), week: 50, campaign: TinyFloor.help, tour: TinyFloor.tour()),
        ] { floor.plan.roster?.lines.append(line) }
        #expect(estimateCost(of: floor.plan, for: floor.scenario).total == base.total)
    }

    @Test func aNewFloorTeachesEverybodyBeforeItsLaunch() {
        var floor = TinyFloor(agents: 0)
        floor.plan.schedule.pools = floor.plan.schedule.pools.map {
            var pool = $0
            pool.tours[0].count = 5
            return pool
        }
        floor.scenario.campaigns[0].training = TrainingNeed(
            sessionMinutes: 180, sessions: 4, classSize: 2...4)
        let before = estimateCost(of: floor.plan, for: floor.scenario)
        #expect(!before.lines.contains { $0.item == .training })
        floor.scenario.campaigns[0].launch = floor.scenario.horizon.firstDay
        let lines = estimateCost(of: floor.plan, for: floor.scenario).lines.filter { $0.item == .training }
        // Two classes of twelve hours, five learners of twelve hours.
        #expect(lines.map(\.quantity) == [24, 60])
    }
}
