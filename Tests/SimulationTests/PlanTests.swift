import Execution
import Queueing
import Simulation
import Testing
import Workforce

@Suite struct PlanTests {
    static func simulated(
        _ floor: SmallFloor, replications: Int = 40, seed: UInt64 = 1, threads: Int = 2
    ) -> SimulatedService {
        simulate(
            plan: floor.plan, for: floor.scenario, options: SimulationOptions(replications: replications),
            control: RunControl(threads: threads, seed: seed))
    }

    static func only(_ service: SimulatedService) throws -> SimulatedActivity {
        try #require(service.activities.first)
    }

    /// The middle of the day, long after opening, is as good as stationary.
    @Test func evenDaysMeetErlangA() throws {
        let activity = try Self.only(Self.simulated(SmallFloor(), replications: 200))
        let exact = try ErlangA(
            callsPerHour: 120, handleTimeSeconds: 240, patienceSeconds: 120, agents: 9)
        let noon = activity.intervals.indices.filter { $0 % 96 >= 40 && $0 % 96 < 64 && $0 < 480 }
        let levels = noon.compactMap { activity.intervals[$0]?.serviceLevel?.value }
        #expect(levels.count == 120)
        let mean = levels.reduce(0, +) / 120
        #expect(abs(mean - (try exact.serviceLevel(withinSeconds: 20))) < 0.01)
        // An interval each: nearly all 95 % intervals hold the value.
        let held = try noon.filter { t in
            let level = try #require(activity.intervals[t]?.serviceLevel)
            let width = try #require(level.halfWidth)
            return abs(level.value - (try exact.serviceLevel(withinSeconds: 20))) <= width
        }
        #expect(held.count >= 105, "\(held.count)")
        #expect(activity.intervals[0] == nil)
    }

    @Test func threadsNeverShow() {
        let floor = SmallFloor(shrinkage: Shrinkage(external: 0.1, internal: 0.05))
        let once = Self.simulated(floor, replications: 37, threads: 1)
        #expect(once == Self.simulated(floor, replications: 37, threads: 3))
        #expect(once != Self.simulated(floor, replications: 37, seed: 2, threads: 1))
        #expect(once.replications == 37)
    }

    /// Common random numbers: other people, the same contacts.
    @Test func twoPlansMeetTheSameContacts() throws {
        var few = SmallFloor(agents: Array(repeating: [], count: 7))
        var many = SmallFloor(agents: Array(repeating: [], count: 12))
        few.vary(0.2)
        many.vary(0.2)
        let (low, high) = (
            try Self.only(Self.simulated(few, replications: 10)),
            try Self.only(Self.simulated(many, replications: 10))
        )
        #expect(low.days.map(\.contacts) == high.days.map(\.contacts))
        #expect(low.intervals.map { $0?.contacts } == high.intervals.map { $0?.contacts })
        for (a, b) in zip(low.days, high.days) where a.contacts > 0 {
            let (few, many) = (try #require(a.serviceLevel), try #require(b.serviceLevel))
            #expect(few.value < many.value)
        }
    }

    @Test func shrinkageTakesItsShareOfPeople() throws {
        let floor = SmallFloor(
            contacts: 1, shrinkage: Shrinkage(external: 0.2, internal: 0.1))
        let campaign = try #require(Self.simulated(floor, replications: 200).campaigns.first)
        // 9 people, 50 hours.
        #expect(abs(campaign.onlineHours - 450 * 0.8 * 0.9) < 5)
        let plain = try #require(Self.simulated(SmallFloor(contacts: 1)).campaigns.first)
        #expect(abs(plain.onlineHours - 450) < 0.5)
        // Few contacts: 4 minutes each hour of 9 people.
        #expect(abs((try #require(plain.occupancy).value) - 4 * 4.0 / (9 * 60)) < 0.005)
    }

    @Test func breaksAndTrainingEmptyTheLine() throws {
        var floor = SmallFloor(contacts: 2, tour: SmallFloor.tour(breaks: [SmallFloor.range(720, 780)]))
        floor.plan.training = TrainingPlan(
            sessions: [
                TrainingSession(
                    campaign: SmallFloor.campaign, number: 1, day: 0, range: SmallFloor.range(600, 660),
                    trainer: Identifier("t"), room: Identifier("r"),
                    agents: (0..<4).map { Identifier("a\($0)") })
            ], unplaced: [], optimality: SmallFloor.optimality)
        let people = try #require(Self.simulated(floor).campaigns.first).agents
        #expect(people[50] < 0.5)
        #expect(abs(people[42] - 5) < 0.5)
        #expect(abs(people[42 + 96] - 9) < 0.01)
        #expect(people[10] == 0)
    }

    @Test func withoutARosterTheScheduleIsPlayed() {
        var floor = SmallFloor()
        let named = Self.simulated(floor)
        floor.plan.roster = nil
        floor.plan.schedule.pools = [
            PoolWeek(
                campaign: SmallFloor.campaign, week: 0, groups: [],
                tours: [TourCount(group: 0, tour: SmallFloor.tour(), count: 9)],
                optimality: SmallFloor.optimality)
        ]
        // Nobody is absent: the same nine, named or not.
        #expect(Self.simulated(floor) == named)
    }

    @Test func whoLacksTheSkillDoesNotAnswer() throws {
        let german = Identifier<Skill>("german")
        let activities = [SmallFloor.calls("french"), SmallFloor.calls("german", skills: [german])]
        let nobody = Self.simulated(SmallFloor(activities: activities, contacts: 10))
        #expect(try #require(nobody[SmallFloor.key("german")]).overall.serviceLevel?.value == 0)
        let french = try #require(nobody[SmallFloor.key("french")]?.overall.serviceLevel).value
        let two = Self.simulated(
            SmallFloor(
                activities: activities, contacts: 10,
                agents: Array(repeating: [], count: 6) + Array(repeating: [german], count: 3)))
        let level = try #require(two[SmallFloor.key("german")]?.overall.serviceLevel).value
        // Three Germanists alone, spared by the others: Erlang A with 2.7 erlangs on three.
        let alone = try ErlangA(
            callsPerHour: 40, handleTimeSeconds: 240, patienceSeconds: 120, agents: 3)
        #expect(level < (try alone.serviceLevel(withinSeconds: 20)) + 0.01)
        #expect(level > 0.3)
        #expect(french > 0.9)
    }

    @Test func priorityIsServedFirst() throws {
        let service = Self.simulated(
            SmallFloor(
                activities: [SmallFloor.calls("low", priority: 2), SmallFloor.calls("high")], contacts: 20))
        let low = try #require(service[SmallFloor.key("low")]?.overall)
        let high = try #require(service[SmallFloor.key("high")]?.overall)
        #expect(try #require(low.serviceLevel).value + 0.1 < (try #require(high.serviceLevel).value))
    }

    @Test func dayFactorsSpreadTheDays() throws {
        var floor = SmallFloor()
        let plain = try Self.only(Self.simulated(floor, replications: 100)).days[0].levels
        floor.vary(0.25)
        let varied = try Self.only(Self.simulated(floor, replications: 100)).days[0].levels
        #expect(plain == plain.sorted() && plain.count == 5)
        #expect(varied[4] - varied[0] > 1.5 * (plain[4] - plain[0]))
    }

    @Test(arguments: ServiceLevelBasis.allCases)
    func contractsCountAsTheySay(_ basis: ServiceLevelBasis) throws {
        let exact = try ErlangA(
            callsPerHour: 120, handleTimeSeconds: 240, patienceSeconds: 120, agents: 9)
        let definition: ServiceLevelDefinition =
            switch basis {
            case .offered: .servedOverOffered
            case .answered: .servedOverAnswered
            case .exceptShortAbandons: .excludingShortAbandons(shortAbandonSeconds: 10)
            case .answeredOrAbandoned: .servedOrAbandonedOverOffered
            }
        let wanted = try exact.serviceLevel(withinSeconds: 20, definition: definition)
        // Days begin empty, and so a little better; weeks differ less than the goals do.
        for (goal, share) in [(wanted - 0.05, 1.0), (wanted + 0.07, 0)] {
            let target = ServiceTarget(serviceLevel: goal, basis: basis, shortAbandon: Seconds(10))
            let activity = try Self.only(
                Self.simulated(SmallFloor(activities: [SmallFloor.calls(target: target)]), replications: 100))
            #expect(abs((try #require(activity.overall.serviceLevel).value) - wanted) < 0.02)
            #expect(activity.overall.meetsTarget == share)
            #expect(activity.target == goal)
        }
    }

    @Test func predictionsStandBesideTheSimulation() throws {
        var floor = SmallFloor(weeks: 2)
        floor.plan.service = [
            ServicePrediction(
                activity: SmallFloor.key("calls"),
                serviceLevel: floor.scenario.horizon.intervals.map { $0 == 40 ? 0.6 : nil },
                weekly: [0.7], overall: 0.8)
        ]
        let activity = try Self.only(Self.simulated(floor, replications: 3))
        #expect(activity.overall.predicted == 0.8)
        #expect(activity.weeks.map(\.predicted) == [0.7, nil])
        #expect(activity.intervals[40]?.predicted == 0.6)
        #expect(activity.intervals[41] != nil && activity.intervals[41]?.predicted == nil)
    }

    @Test func aStoppedRunKeepsWhatItHas() {
        let floor = SmallFloor()
        let stopped = simulate(
            plan: floor.plan, for: floor.scenario, options: SimulationOptions(replications: 100),
            control: RunControl(deadline: .after(seconds: 0)))
        #expect(stopped.replications == 16)
        #expect(stopped == Self.simulated(floor, replications: 16))
    }

    @Test func oneReplicationHasNoInterval() throws {
        let activity = try Self.only(Self.simulated(SmallFloor(), replications: 1))
        #expect(activity.overall.serviceLevel?.halfWidth == nil)
        #expect(SimulationOptions(replications: -3).replications == 1)
    }

    @Test func emptyAndBrokenPlansGiveEmptyResults() {
        var floor = SmallFloor()
        floor.plan.roster?.lines = []
        let nobody = Self.simulated(floor, replications: 2)
        #expect(nobody.activities.first?.overall.serviceLevel?.value == 0)
        #expect(nobody.campaigns.first?.occupancy == nil)
        floor.plan.forecast.activities[0].contacts = [.nan, -1, .infinity]
        floor.plan.forecast.activities[0].handleSeconds = [.nan]
        #expect(Self.simulated(floor, replications: 2).activities.first?.overall.contacts == 0)
        floor.plan.forecast.activities = []
        #expect(Self.simulated(floor, replications: 2).activities.isEmpty)
        #expect(Self.simulated(SmallFloor(weeks: 0), replications: 2).activities.first?.weeks == [])
        // A plan of more weeks than its scenario has.
        var short = SmallFloor()
        short.scenario.horizon = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 0)
        let nothing = Self.simulated(short, replications: 2).activities.first
        #expect(nothing?.weeks == [] && nothing?.intervals == [])
        #expect(nothing?.overall.contacts == 0)
    }
}
