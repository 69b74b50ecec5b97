import Execution
import Testing
import Workforce

@testable import Scheduling

extension PoolEffort {
    /// Enough for tests of what is legal and proved rather than how good it is.
    static var light: PoolEffort {
        var effort = PoolEffort()
        effort.subgradientSteps = 120
        effort.relaxed.syncs = 2
        effort.finishing.syncs = 2
        effort.relaxationGap = 0.03
        effort.boundGap = 0.03
        effort.polish.steps = 20_000
        effort.smallPool = 0
        return effort
    }
}

@Suite struct ScheduleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var contract: EmploymentContract
        var open: ClockRange
        var days: Set<Weekday>
        var step = 15
        var testDescription: String { name }
    }

    static let week: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]
    static let cases = [
        Case(
            name: "35 h, office hours", contract: FloorFixture.fullTime(),
            open: ClockRange(ClockTime(hour: 8), ClockTime(hour: 20)), days: week.union([.saturday])),
        Case(
            name: "part time 24 h", contract: FloorFixture.fullTime(hours: 24, days: 4...5, daily: 240...420),
            open: ClockRange(ClockTime(hour: 8), ClockTime(hour: 20)), days: week),
        Case(
            name: "39 h over six days, long opening",
            contract: FloorFixture.fullTime(hours: 39, days: 5...6, daily: 360...480),
            open: ClockRange(ClockTime(hour: 6), ClockTime(hour: 23)), days: Set(Weekday.allCases), step: 30),
        Case(
            name: "around the clock", contract: FloorFixture.fullTime(days: 5...5, daily: 420...420),
            open: ClockRange(.midnight, .endOfDay), days: Set(Weekday.allCases), step: 30),
        Case(
            name: "regular starts", contract: FloorFixture.fullTime(spread: 60),
            open: ClockRange(ClockTime(hour: 7), ClockTime(hour: 21)), days: week.union([.saturday])),
        Case(
            name: "afternoons", contract: FloorFixture.fullTime(hours: 30, daily: 300...420),
            open: ClockRange(ClockTime(hour: 13), ClockTime(hour: 21)), days: week),
    ]

    @Test(arguments: cases) func everyTourIsLegalAndTheCostIsTheRecount(_ example: Case) throws {
        let campaign = FloorFixture.campaign("c", open: example.open, days: example.days)
        let agents = FloorFixture.agents(7, contract: example.contract)
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [example.contract], agents: agents, step: example.step)
        let needs = FloorFixture.humps(scenario, campaign, peak: 4)
        let requirement = Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)])
        let schedule = try schedule(
            requirement, staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario,
            effort: .light, control: RunControl())
        let pool = try #require(schedule.pools.first)
        #expect(schedule.pools.count == 1)
        #expect(pool.tours.reduce(0) { $0 + $1.count } == 7)
        #expect(Set(pool.tours.map(\.tour.paidMinutes)) == [example.contract.weeklyMinutes])
        #expect(brokenRules(pool, scenario).isEmpty)
        let recount =
            recountedPenalty(schedule, pool: pool, needs: needs, scenario)
            + recountedPremiums(pool, scenario)
        #expect(abs(pool.optimality.cost - recount) < 1e-6)
        #expect(pool.optimality.bound <= pool.optimality.cost + 1e-9)
        #expect(pool.optimality.bound >= 0)
    }

    @Test func sameBytesOnAnyNumberOfThreads() throws {
        let contract = FloorFixture.fullTime()
        let campaigns = ["a", "b"].map {
            FloorFixture.campaign($0, open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 19)))
        }
        let scenario = FloorFixture.scenario(
            campaigns: campaigns, contracts: [contract], agents: FloorFixture.agents(4, contract: contract),
            weeks: 2)
        let posts = scenario.floor.agents.enumerated().flatMap { index, agent in
            (0..<2).map {
                Staffing.Post(
                    agent: agent.id, week: $0, campaign: campaigns[index % 2].id, needsTraining: false)
            }
        }
        let staffing = Staffing(
            posts: posts, shortages: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
        let requirement = Requirement(
            activities: campaigns.map {
                FloorFixture.perInterval($0.id, FloorFixture.humps(scenario, $0, peak: 3))
            })
        let runs = try [1, 3].map {
            try schedule(
                requirement, staffing: staffing, for: scenario, effort: .light,
                control: RunControl(threads: $0))
        }
        #expect(runs[0] == runs[1])
        #expect(runs[0].pools.map(\.week) == [0, 0, 1, 1])
    }

    @Test func withoutAgentsEverythingIsMissing() throws {
        let campaign = FloorFixture.campaign("c", open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 17)))
        let scenario = FloorFixture.scenario(campaigns: [campaign], contracts: [FloorFixture.fullTime()])
        let needs = scenario.openIntervals(of: campaign).map { $0 ? 2 : 0 }
        let schedule = try schedule(
            Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]),
            staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario, effort: .light,
            control: RunControl())
        let pool = try #require(schedule.pools.first)
        #expect(pool.tours.isEmpty)
        #expect(pool.optimality == Optimality(status: .optimal, cost: 5 * 8 * 2 * 6000, bound: 480_000))
    }

    @Test func neitherPeopleNorWorkGiveNoPool() throws {
        let campaign = FloorFixture.campaign("c", open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 17)))
        let scenario = FloorFixture.scenario(campaigns: [campaign], contracts: [FloorFixture.fullTime()])
        for staffing in [nil, FloorFixture.staffing(scenario, campaign.id)] {
            let schedule = try schedule(
                Requirement(activities: []), staffing: staffing, for: scenario, effort: .light,
                control: RunControl())
            #expect(schedule.pools.isEmpty)
        }
        let empty = FloorFixture.scenario(campaigns: [campaign], contracts: [], weeks: 0)
        let nothing = try schedule(
            Requirement(activities: []), staffing: nil, for: empty, effort: .light, control: RunControl())
        #expect(nothing.pools.isEmpty)
    }

    @Test func peopleWithoutWorkStillGetTheirTours() throws {
        let contract = FloorFixture.fullTime()
        let campaign = FloorFixture.campaign("c", open: ClockRange(ClockTime(hour: 8), ClockTime(hour: 20)))
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract], agents: FloorFixture.agents(3, contract: contract))
        let schedule = try schedule(
            Requirement(activities: []), staffing: FloorFixture.staffing(scenario, campaign.id),
            for: scenario,
            effort: .light, control: RunControl())
        let pool = try #require(schedule.pools.first)
        #expect(pool.tours.reduce(0) { $0 + $1.count } == 3)
        #expect(brokenRules(pool, scenario).isEmpty)
    }

    @Test func noLegalPatternLeavesANamedGap() throws {
        // Ten hours a day in an opening of eight: nobody can be given a tour.
        let contract = FloorFixture.fullTime(hours: 40, days: 4...4, daily: 600...600)
        let campaign = FloorFixture.campaign("c", open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 17)))
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract], agents: FloorFixture.agents(2, contract: contract))
        let needs = scenario.openIntervals(of: campaign).map { $0 ? 1 : 0 }
        let schedule = try schedule(
            Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]),
            staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario, effort: .light,
            control: RunControl())
        let pool = try #require(schedule.pools.first)
        #expect(pool.tours.isEmpty)
        #expect(pool.groups.map(\.agents.count) == [2])
        #expect(pool.optimality.cost == 240_000)
    }

    @Test func lunchBridgesTheLegalHole() throws {
        let contract = FloorFixture.fullTime()
        var campaign = FloorFixture.campaign("c", open: ClockRange(.midnight, .midnight))
        let hours = [
            ClockRange(ClockTime(hour: 10), ClockTime(hour: 13)),
            ClockRange(ClockTime(hour: 14), ClockTime(hour: 20)),
        ]
        campaign.openingHours = OpeningHours(weekdays: (0..<7).map { $0 < 5 ? hours : [] })
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract], agents: FloorFixture.agents(4, contract: contract))
        let permitted = scenario.openIntervals(of: campaign)
        let load = WorkloadRequirement(
            days: 0...6, hours: 100, permitted: permitted, agentsAtOnce: 0...3, contacts: 0, sales: 0)
        let requirement = Requirement(activities: [
            ActivityRequirement(
                activity: ActivityKey(campaign.id, Identifier("out")), kind: .workload([load]))
        ])
        let schedule = try schedule(
            requirement, staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario,
            effort: .light, control: RunControl())
        let pool = try #require(schedule.pools.first)
        #expect(pool.tours.reduce(0) { $0 + $1.count } == 4)
        #expect(brokenRules(pool, scenario).isEmpty)
        let coverage = scenario.horizon.coverage(of: schedule, campaign: campaign.id)
        let outside = zip(coverage, permitted).filter { $0 > 0 && !$1 }
        #expect(outside.isEmpty)
        // Surplus over the load is overstaffing, what is missing is undone: no less than the truth.
        let done = min(100, coverage.reduce(0) { $0 + Double(min(3, $1)) } / 4)
        let surplus = coverage.reduce(0) { $0 + Double($1) } / 4 - done
        let cost = (100 - done) * 4000 + surplus * 600
        #expect(abs(pool.optimality.cost - cost) < 1e-6)
        #expect(pool.optimality.bound <= cost + 1e-6)
    }

    @Test(arguments: [60, -60]) func clockChangeWeek(forward: Int) throws {
        let contract = FloorFixture.fullTime(days: 5...5, daily: 420...420)
        let campaign = FloorFixture.campaign(
            "c", open: ClockRange(.midnight, .endOfDay), days: Set(Weekday.allCases))
        let sunday = FloorFixture.monday + 6
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract], agents: FloorFixture.agents(6, contract: contract),
            step: 30,
            changes: [ClockChange(date: sunday, clock: ClockTime(hour: 2), forwardMinutes: forward)])
        let needs = scenario.horizon.intervals.map { $0 % 5 == 0 ? 2 : 1 }
        let schedule = try schedule(
            Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]),
            staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario, effort: .light,
            control: RunControl())
        let pool = try #require(schedule.pools.first)
        #expect(brokenRules(pool, scenario).isEmpty)
        let recount =
            recountedPenalty(schedule, pool: pool, needs: needs, scenario)
            + recountedPremiums(pool, scenario)
        #expect(abs(pool.optimality.cost - recount) < 1e-6)
        #expect(pool.optimality.bound <= pool.optimality.cost)
    }

    @Test func sizingHiresWhereItPays() throws {
        let contract = FloorFixture.fullTime(maximum: 5)
        let campaign = FloorFixture.campaign("c", open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 18)))
        let scenario = FloorFixture.scenario(campaigns: [campaign], contracts: [contract])
        let open = scenario.openIntervals(of: campaign)
        func pool(_ need: Int) throws -> PoolWeek {
            let needs = open.map { $0 ? need : 0 }
            let schedule = try schedule(
                Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]), staffing: nil,
                for: scenario, effort: .light, control: RunControl())
            return try #require(schedule.pools.first)
        }
        let few = try pool(2)
        let capped = try pool(12)
        #expect((2...5).contains(few.tours.reduce(0) { $0 + $1.count }))
        #expect(capped.tours.reduce(0) { $0 + $1.count } == 5)
        #expect(few.groups.map(\.agents) == [[]])
        for pool in [few, capped] {
            #expect(brokenRules(pool, scenario).isEmpty)
            #expect(pool.optimality.bound <= pool.optimality.cost)
        }
    }

    @Test func unlimitedHeadcountMeetsAHighNeed() throws {
        let contract = FloorFixture.fullTime()
        let campaign = FloorFixture.campaign("c", open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 18)))
        let scenario = FloorFixture.scenario(campaigns: [campaign], contracts: [contract])
        let needs = scenario.openIntervals(of: campaign).map { $0 ? 10 : 0 }
        let schedule = try schedule(
            Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]), staffing: nil,
            for: scenario, effort: .light, control: RunControl())
        let pool = try #require(schedule.pools.first)
        #expect(pool.tours.reduce(0) { $0 + $1.count } >= 12)
        #expect(pool.optimality.gap < 0.15)
    }

    @Test func aPastDeadlineStillGivesLegalTours() throws {
        let contract = FloorFixture.fullTime()
        let campaign = FloorFixture.campaign("c", open: ClockRange(ClockTime(hour: 8), ClockTime(hour: 20)))
        let scenario = FloorFixture.scenario(
            campaigns: [campaign], contracts: [contract], agents: FloorFixture.agents(5, contract: contract))
        let needs = FloorFixture.humps(scenario, campaign, peak: 4)
        let schedule = try schedule(
            Requirement(activities: [FloorFixture.perInterval(campaign.id, needs)]),
            staffing: FloorFixture.staffing(scenario, campaign.id), for: scenario,
            effort: .light, control: RunControl(deadline: .after(seconds: -1)))
        let pool = try #require(schedule.pools.first)
        #expect(pool.tours.reduce(0) { $0 + $1.count } == 5)
        #expect(brokenRules(pool, scenario).isEmpty)
        #expect(pool.optimality.status == .stopped)
        #expect(pool.optimality.bound <= pool.optimality.cost)
    }
}
