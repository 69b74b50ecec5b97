import Queueing
import Simulation
import Testing
import Workforce

/// Work that can wait, alone and beside calls.
@Suite struct WorkTests {
    /// - Parameter dueWithin: ten hours, unless given: by closing time.
    static func letters(dueWithin: Int = 36_000, backlog: Int? = nil) -> Activity {
        Activity(
            id: Identifier("letters"),
            channel: .backOffice(
                DeferredTerms(
                    demand: .history, handleTime: Seconds(240), dueWithin: Seconds(dueWithin),
                    backlog: backlog)))
    }

    /// 0.25 of 60-second attempts succeed: 3 · 60 + 20 + 240 s = 440 s a conversation.
    static let dials = Activity(
        id: Identifier("dials"),
        channel: .outbound(
            OutboundTerms(
                listSize: 1000, reachRate: 0.25, conversionRate: 0.1, handleTime: Seconds(240),
                setupTime: Seconds(10), failedAttemptTime: Seconds(50), answerTime: Seconds(10))))

    @Test func aLightBacklogIsDoneInTime() throws {
        // 5.3 erlangs for nine people.
        let work = try #require(
            PlanTests.simulated(SmallFloor(activities: [Self.letters()], contacts: 20)).works.first)
        #expect(abs(work.overall.wanted - 4000) < 40)
        // Only the last minutes of a day are late.
        let inTime = try #require(work.inTime)
        #expect(inTime.value > 0.97 && inTime.value <= 1)
        #expect(abs(work.hours - work.overall.done.value * 240 / 3600) < 5)
        #expect(abs(work.overall.done.value + (try #require(work.left)) - work.overall.wanted) < 1e-6)
        #expect(work.sales == nil)
    }

    @Test func aHeavyBacklogGrows() throws {
        // 13.3 erlangs for nine people: two thirds are done.
        let work = try #require(
            PlanTests.simulated(SmallFloor(activities: [Self.letters()], contacts: 50)).works.first)
        #expect(abs(work.overall.done.value - 450 * 3600 / 240) < 100)
        #expect(try #require(work.left) > 3000)
        #expect(try #require(work.inTime).value < 0.5)
        let patient = try #require(
            PlanTests.simulated(SmallFloor(activities: [Self.letters(dueWithin: 2 * 86_400)], contacts: 50))
                .works.first)
        #expect(try #require(patient.inTime).value > (try #require(work.inTime)).value + 0.1)
    }

    @Test func whatWaitsAtTheStartIsWorkToo() throws {
        let some = SmallFloor(activities: [Self.letters(backlog: 500)], contacts: 5)
        let none = SmallFloor(activities: [Self.letters(backlog: 0)], contacts: 5)
        let (more, less) = (
            try #require(PlanTests.simulated(some).works.first),
            try #require(PlanTests.simulated(none).works.first)
        )
        #expect(abs(more.overall.done.value - less.overall.done.value - 500) < 2)
    }

    @Test func aListIsCalledAtThePaceOfTheCycle() throws {
        var floor = SmallFloor(activities: [Self.dials])
        floor.want(100_000, from: "dials")
        let work = try #require(PlanTests.simulated(floor).works.first)
        let cycle = try DialingCycle(
            answerProbability: 0.25, setupSeconds: 10, failedAttemptSeconds: 50, answerDelaySeconds: 10,
            handleTimeSeconds: 240, gapSeconds: 0)
        #expect(abs(work.hours - 450) < 4)
        #expect(abs(work.overall.done.value / (450 * cycle.contactsPerAgentHour) - 1) < 0.02)
        #expect(abs((try #require(work.sales)) - work.overall.done.value / 10) < 1e-6)
        #expect(work.overall.wanted == 100_000 && work.inTime == nil && work.left == nil)
    }

    /// Exactly the hours of the list at the dialler's pace for nine; three are dialled for far worse.
    @Test func aPredictiveListIsCalledAtThePaceOfItsTeam() throws {
        var dials = Self.dials
        guard case .outbound(var terms) = dials.channel else { return }
        terms.mode = .predictive
        terms.reachRate = 0.05
        dials.channel = .outbound(terms)
        func done(_ wanted: Double, agents: Int) throws -> Double {
            var floor = SmallFloor(
                activities: [dials], agents: Array(repeating: [], count: agents))
            floor.want(wanted, from: "dials")
            return try #require(PlanTests.simulated(floor).works.first).overall.done.value
        }
        func pace(_ agents: Int) throws -> Double {
            try PredictiveDialing(
                agents: agents, handleTimeSeconds: 240, maximumDropped: 0.03, connectWithinSeconds: 2
            ).contactsPerAgentHour
        }
        let sized = 450 * (try pace(9))
        #expect(abs(try done(sized, agents: 9) / sized - 1) < 0.03)
        #expect(abs(try done(100_000, agents: 9) / sized - 1) < 0.03)
        #expect(abs(try done(100_000, agents: 3) / (150 * (try pace(3))) - 1) < 0.03)
        #expect(try pace(3) < 0.8 * (try pace(9)))
    }

    /// Records that differ: Beta(0.75, 2.25) reach rates of mean 0.25, three attempts at most. Of those
    /// missed i times 0.75 / (3 + i) answer next: reached 0.25 + 0.75 · 3/16 + 0.75 · 13/16 · 3/20, in
    /// 1 + 0.75 + 0.75 · 13/16 attempts, 0.205 of them.
    @Test func aListOfUnequalRecordsIsCalledAtItsMeanPace() throws {
        var dials = Self.dials
        guard case .outbound(var terms) = dials.channel else { return }
        terms.reachSpread = 0.25
        terms.maximumAttempts = 3
        dials.channel = .outbound(terms)
        var floor = SmallFloor(activities: [dials])
        floor.want(100_000, from: "dials")
        let work = try #require(PlanTests.simulated(floor).works.first)
        let missed = 0.75 * 13 / 16
        let rate = (1 - missed * 17 / 20) / (1.75 + missed)
        let cycle = (1 / rate - 1) * 60 + 260
        #expect(abs(work.overall.done.value * cycle / (450 * 3600) - 1) < 0.02)
    }

    @Test func aListEndsWhereThePlanDoes() throws {
        var floor = SmallFloor(activities: [Self.dials])
        floor.want(700, from: "dials", agents: 3)
        let work = try #require(PlanTests.simulated(floor).works.first)
        #expect(work.overall.done.value == 700)
        #expect(work.hours < 3 * 50)
        floor.want(0, from: "nothing")
        floor.plan.requirement.activities.removeFirst()
        #expect(PlanTests.simulated(floor).works.isEmpty)
    }

    @Test func theListThatEndsFirstIsCalledFirst() throws {
        var long = Self.dials
        long.id = Identifier("long")
        var floor = SmallFloor(activities: [long, Self.dials])
        // Nine people make some 3,700 conversations a week, 1,470 in two days.
        floor.want(3000, from: "long")
        floor.want(1400, from: "dials", days: 0...1)
        let works = PlanTests.simulated(floor, replications: 20).works
        #expect(works.map(\.activity.activity.name) == ["dials", "long"])
        #expect(try #require(works.first).overall.done.value > 1380)
        #expect(try #require(works.last).overall.done.value < 2500)
    }

    @Test func callersComeFirst() throws {
        func service(reserve: Int, wanted: Double) throws -> (level: Double, done: Double) {
            var floor = SmallFloor(activities: [SmallFloor.calls(), Self.dials], contacts: 20)
            floor.plan.forecast.activities.removeLast()
            floor.require(reserve)
            floor.want(wanted, from: "dials")
            let result = PlanTests.simulated(floor)
            return (
                try #require(result.activities.first?.overall.serviceLevel).value,
                result.works.first?.overall.done.value ?? 0
            )
        }
        let alone = try service(reserve: 0, wanted: 0)
        let kept = try service(reserve: 9, wanted: 1000)
        let shared = try service(reserve: 7, wanted: 1000)
        let greedy = try service(reserve: 0, wanted: 100_000)
        #expect(alone.done == 0 && kept.done == 0 && kept.level == alone.level)
        #expect(shared.done > 200 && shared.level < alone.level)
        #expect(greedy.done > shared.done && greedy.level < shared.level)
    }
}
