import Execution
import Foundation
import Queueing
import Testing

struct PeriodStaffingTests {
    /// One interval of a random period, with its answers for 0 … `most` agents.
    struct Case {
        var share: Double
        var intervals: [PeriodInterval]
        var answers: [[(inTime: Double, counted: Double)]]

        /// Smallest total cost over every combination, nil when none meets the target.
        var cheapest: Double? {
            var best: Double?
            func extend(_ interval: Int, _ gain: Double, _ cost: Double) {
                if let best, cost >= best { return }
                guard interval < intervals.count else {
                    if gain >= 0 { best = cost }
                    return
                }
                let terms = intervals[interval]
                for agents in terms.leastAgents..<answers[interval].count {
                    let answer = answers[interval][agents]
                    extend(
                        interval + 1,
                        gain + terms.calls * (answer.inTime - share * answer.counted),
                        cost + terms.costPerAgent * Double(agents))
                }
            }
            extend(0, 0, 0)
            return best
        }
    }

    static let most = 14

    func randomCase(_ generator: inout SeededGenerator) throws -> Case {
        let count = 2 + generator.below(3)
        let model: QueueModel =
            generator.below(3) == 0 ? .erlangC : .erlangA(patienceSeconds: 20 + 300 * generator.uniform())
        let answered = generator.below(3) == 0
        let mixedCosts = generator.below(2) == 0
        var random = Case(share: 0.3 + 0.65 * generator.uniform(), intervals: [], answers: [])
        for _ in 0..<count {
            let calls = generator.below(8) == 0 ? 0 : 60 * generator.uniform()
            random.intervals.append(
                try PeriodInterval(
                    calls: calls, leastAgents: generator.below(3),
                    costPerAgent: mixedCosts ? 0.7 + generator.uniform() : 2))
            random.answers.append(
                try (0...Self.most).map { agents in
                    let service = try performance(
                        of: model, callsPerHour: calls, handleTimeSeconds: 240, agents: agents,
                        thresholdSeconds: 20)
                    return (service.serviceLevel, answered ? 1 - service.abandonment : 1)
                })
        }
        return random
    }

    func solve(_ random: Case) throws -> PeriodStaffing {
        try smallestPeriodStaffing(share: random.share, intervals: random.intervals) { interval, agents in
            random.answers[interval][min(agents, Self.most)]
        }
    }

    /// Every combination tried: the bound holds, the staffing meets the target, and nearly
    /// always nothing is cheaper.
    @Test func agreesWithEveryCombination() throws {
        var generator = SeededGenerator(seed: 71)
        var optimal = 0
        var proved = 0
        var solved = 0
        for _ in 0..<300 {
            let random = try randomCase(&generator)
            guard let cheapest = random.cheapest else { continue }
            let found = try solve(random)
            solved += 1
            #expect(found.serviceLevel >= random.share - 1e-12)
            #expect(found.bound <= cheapest + 1e-9)
            #expect(found.cost >= cheapest - 1e-9)
            #expect(zip(found.agents, random.intervals).allSatisfy { $0 >= $1.leastAgents })
            if found.cost <= cheapest + 1e-9 { optimal += 1 }
            if found.cost <= found.bound + 1e-9 { proved += 1 }
        }
        #expect(solved > 250)
        #expect(optimal > solved * 95 / 100)
        #expect(proved > solved / 2)
    }

    /// A day of 60 quarters: cheaper than the target in every interval, within an agent of the
    /// bound, after few questions.
    @Test func aDayCostsLessThanItsIntervals() throws {
        let targets = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        let model = QueueModel.erlangA(patienceSeconds: 180)
        let calls = (0..<60).map { 40 + 500 * pow(sin(Double.pi * (Double($0) + 0.5) / 60), 2) }
        let perInterval = try calls.map {
            try smallestStaffing(
                meeting: targets, model: model, callsPerHour: $0, handleTimeSeconds: 300
            ).agents
        }
        var asked: Set<[Int]> = []
        var repeated = 0
        let found = try smallestPeriodStaffing(
            share: 0.8, intervals: try calls.map { try PeriodInterval(calls: $0) }
        ) { interval, agents in
            if !asked.insert([interval, agents]).inserted { repeated += 1 }
            let service = try performance(
                of: model, callsPerHour: calls[interval], handleTimeSeconds: 300, agents: agents,
                thresholdSeconds: 20)
            return (service.serviceLevel, 1)
        }
        #expect(repeated == 0)
        #expect(asked.count < 60 * 60)
        #expect(found.serviceLevel >= 0.8)
        #expect(found.serviceLevel < 0.81)
        #expect(found.cost == Double(found.agents.reduce(0, +)))
        #expect(found.cost <= found.bound + 1)
        #expect(found.cost < Double(perInterval.reduce(0, +)))
    }

    @Test func aDearIntervalGetsFewerAgents() throws {
        func agents(cost: Double) throws -> [Int] {
            let intervals = [
                try PeriodInterval(calls: 100), try PeriodInterval(calls: 100, costPerAgent: cost),
            ]
            return try smallestPeriodStaffing(share: 0.8, intervals: intervals) { _, agents in
                (
                    try performance(
                        of: .erlangA(patienceSeconds: 120), callsPerHour: 100, handleTimeSeconds: 300,
                        agents: agents, thresholdSeconds: 20
                    ).serviceLevel, 1
                )
            }.agents
        }
        let even = try agents(cost: 1)
        #expect(abs(even[0] - even[1]) <= 1)
        let skewed = try agents(cost: 3)
        #expect(skewed[0] > skewed[1])
    }

    @Test func edges() throws {
        let nothing = try smallestPeriodStaffing(share: 0.8, intervals: []) { _, _ in (0, 1) }
        #expect(nothing.agents.isEmpty)
        #expect(nothing.serviceLevel == 1)
        #expect(nothing.cost == 0)
        // Without calls only the fewest allowed are there.
        let idle = try smallestPeriodStaffing(
            share: 1, intervals: [try PeriodInterval(calls: 0, leastAgents: 3)]
        ) { _, _ in (0, 1) }
        #expect(idle.agents == [3])
        #expect(idle.serviceLevel == 1)
        #expect(idle.bound == 3)
        // The fewest allowed suffice.
        let easy = try smallestPeriodStaffing(
            share: 0, intervals: [try PeriodInterval(calls: 9, leastAgents: 1)]
        ) { _, _ in (0, 1) }
        #expect(easy.agents == [1])
        #expect(easy.cost == 1)
    }

    @Test func unreachableTargets() throws {
        let intervals = [try PeriodInterval(calls: 50), try PeriodInterval(calls: 1)]
        for share in [0.5, 1] {
            #expect(throws: PeriodStaffingError<Never>.queueing(.targetUnreachable(.serviceLevel))) {
                try smallestPeriodStaffing(share: share, intervals: intervals) { _, _ in (0.4, 1) }
            }
        }
    }

    /// Values outside [0, 1], counts below the served, gains that are no S: still a staffing that
    /// meets the target by its own (forced) figures, with a bound under its cost.
    @Test func strangeAnswers() throws {
        var generator = SeededGenerator(seed: 72)
        for _ in 0..<300 {
            let table = (0..<2).map { _ in
                (0..<30).map { _ in
                    (
                        generator.below(9) == 0 ? Double.nan : 2 * generator.uniform() - 0.5,
                        generator.below(9) == 0 ? -Double.infinity : 2 * generator.uniform() - 0.5
                    )
                }
            }
            let found = try? smallestPeriodStaffing(
                share: 0.9 * generator.uniform(),
                intervals: [PeriodInterval(calls: 1e300), PeriodInterval(calls: 3e299, leastAgents: 4)]
            ) { interval, agents in table[interval][min(29, agents)] }
            guard let found else { continue }
            #expect((0...1).contains(found.serviceLevel))
            #expect(found.bound <= found.cost)
            #expect(found.agents[1] >= 4)
        }
    }

    /// Two steps instead of one S: the envelope passes over the hollow between.
    @Test func twoSteps() throws {
        let found = try smallestPeriodStaffing(
            share: 0.5, intervals: [try PeriodInterval(calls: 10), try PeriodInterval(calls: 10)]
        ) { _, agents in (agents >= 20 ? 0.9 : agents >= 4 ? 0.3 : 0, 1) }
        // 0.9 and 0.3 are more than enough; 0.9 alone is not.
        #expect(found.agents.sorted() == [4, 20])
        #expect(found.cost == 24)
    }

    struct Broken: Error, Equatable {}

    @Test func passesFailuresOn() throws {
        let intervals = [try PeriodInterval(calls: 50)]
        #expect(throws: PeriodStaffingError<Broken>.service(Broken())) {
            try smallestPeriodStaffing(share: 0.8, intervals: intervals) {
                (_, agents) throws(Broken) -> (inTime: Double, counted: Double) in
                guard agents < 3 else { throw Broken() }
                return (0.1 * Double(agents), 1)
            }
        }
    }

    @Test(arguments: [Double.nan, .infinity, -1]) func rejectsNumbers(value: Double) throws {
        #expect(throws: QueueingError.self) { try PeriodInterval(calls: value) }
        #expect(throws: QueueingError.self) { try PeriodInterval(calls: 1, costPerAgent: value) }
        #expect(throws: PeriodStaffingError<Never>.self) {
            try smallestPeriodStaffing(share: value, intervals: []) { _, _ in (1, 1) }
        }
    }

    @Test func rejectsMore() throws {
        #expect(throws: QueueingError.self) { try PeriodInterval(calls: 1, leastAgents: -1) }
        #expect(throws: QueueingError.self) { try PeriodInterval(calls: 1, leastAgents: .max) }
        #expect(throws: QueueingError.self) { try PeriodInterval(calls: 1, costPerAgent: 0) }
    }
}
