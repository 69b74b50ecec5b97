import Execution
import Foundation
import Queueing
import Testing

struct ChatQueueTests {
    struct Floor: CustomTestStringConvertible {
        var chats: Double
        var solo: Double
        var slots: Int
        var slowdown: Double
        var patience: Double
        var agents: Int

        var testDescription: String { "\(self)" }

        func queue() throws -> ChatQueue {
            try ChatQueue(
                chatsPerHour: chats, soloHandleTimeSeconds: solo, slots: slots, slowdown: slowdown,
                patienceSeconds: patience, agents: agents)
        }

        static func random(_ generator: inout SeededGenerator) -> Floor {
            let solo = 60 + 900 * generator.uniform()
            let slots = 1 + generator.below(4)
            let slowdown = generator.uniform()
            let agents = 1 + generator.below(6)
            let capacity = Double(agents * slots) / (1 + slowdown * Double(slots - 1))
            return Floor(
                chats: 3600 / solo * capacity * (0.2 + 1.5 * generator.uniform()), solo: solo,
                slots: slots, slowdown: slowdown, patience: solo * pow(10, 2 * generator.uniform() - 1),
                agents: agents)
        }
    }

    @Test(.enabled(if: ReferenceFiles.arePresent, "../shared/benchmarks/erlang is absent: skipped"))
    func referenceRowsWithin1e8() throws {
        let rows = try ReferenceFiles.rows(of: "chat_reference.csv")
        try #require(rows.count >= 3)
        for row in rows {
            let queue = try ChatQueue(
                chatsPerHour: row.number("chats_per_h"),
                soloHandleTimeSeconds: row.number("solo_handle_s"), slots: Int(row.number("c")),
                slowdown: row.number("g"), patienceSeconds: row.number("patience_s"),
                agents: Int(row.number("n")))
            let results = [
                ("PW", queue.waitProbability), ("PAb", queue.abandonment),
                ("ASA_s", queue.averageSpeedOfAnswerSeconds),
                ("mean_chats_per_agent", queue.meanChatsPerAgent),
                ("mean_chat_duration_s", queue.meanChatDurationSeconds),
            ]
            for (column, value) in results {
                let expected = try row.number(column)
                #expect(relativeError(value, expected) < 1e-8, "\(column): \(value), not \(expected)")
            }
        }
    }

    /// Against the balance equations of the whole chain and the fate of a tagged customer.
    @Test func agreesWithTheChain() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<60 {
            let floor = Floor.random(&generator)
            let queue = try floor.queue()
            let chain = ChatChain(floor)
            let place = Comment(rawValue: floor.testDescription)
            #expect(abs(queue.waitProbability - chain.waitProbability) < 1e-10, place)
            #expect(abs(queue.abandonment - chain.abandonment) < 1e-10, place)
            #expect(relativeError(queue.meanChatsPerAgent, chain.meanChatsPerAgent) < 1e-9, place)
            let threshold = floor.solo * generator.uniform()
            let fates = chain.fates(within: threshold / floor.solo)
            let level = try queue.serviceLevel(withinSeconds: threshold)
            #expect(abs(level - fates.served) < 1e-9, place)
            let gone = try queue.abandonment(withinSeconds: threshold)
            #expect(abs(gone - fates.gone) < 1e-9, place)
        }
    }

    @Test func oneSlotIsErlangA() throws {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<50 {
            var floor = Floor.random(&generator)
            floor.slots = 1
            floor.agents = 1 + generator.below(300)
            floor.chats = 3600 / floor.solo * Double(floor.agents) * 1.5 * generator.uniform()
            if generator.below(3) == 0 { floor.patience = .infinity }
            let queue = try floor.queue()
            let other = try ErlangA(
                callsPerHour: floor.chats, handleTimeSeconds: floor.solo,
                patienceSeconds: floor.patience, agents: floor.agents)
            #expect(relativeError(queue.waitProbability, other.waitProbability) < 1e-12)
            #expect(relativeError(queue.abandonment, other.abandonment) < 1e-12)
            #expect(
                try relativeError(
                    queue.serviceLevel(withinSeconds: 20), other.serviceLevel(withinSeconds: 20)) < 1e-12)
            #expect(relativeError(queue.meanChatsPerAgent, other.occupancy) < 1e-9)
        }
    }

    /// Without slowdown, n agents with c slots are nc agents with one.
    @Test func withoutSlowdownSlotsAreAgents() throws {
        let queue = try ChatQueue(
            chatsPerHour: 90, soloHandleTimeSeconds: 600, slots: 3, slowdown: 0,
            patienceSeconds: .infinity, agents: 6)
        let erlangC = try ErlangC(callsPerHour: 90, handleTimeSeconds: 600, agents: 18)
        #expect(relativeError(queue.waitProbability, erlangC.waitProbability) < 1e-12)
        #expect(
            relativeError(queue.averageSpeedOfAnswerSeconds, erlangC.averageSpeedOfAnswerSeconds) < 1e-12)
        #expect(
            try relativeError(
                queue.serviceLevel(withinSeconds: 30), erlangC.serviceLevel(withinSeconds: 30)) < 1e-12)
        #expect(relativeError(queue.meanChatDurationSeconds, 600) < 1e-9)
    }

    /// More agents or patience-free slots never serve worse; more load never better.
    @Test func monotone() throws {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<100 {
            let floor = Floor.random(&generator)
            let level = try floor.queue().serviceLevel(withinSeconds: 30)
            var more = floor
            more.agents += 1
            #expect(try more.queue().serviceLevel(withinSeconds: 30) >= level - 1e-12)
            var busier = floor
            busier.chats *= 1.05
            #expect(try busier.queue().serviceLevel(withinSeconds: 30) <= level + 1e-12)
            #expect(try floor.queue().serviceLevel(withinSeconds: 31) >= level - 1e-12)
            var slower = floor
            slower.slowdown = min(1, floor.slowdown + 0.1)
            #expect(try slower.queue().serviceLevel(withinSeconds: 30) <= level + 1e-12)
        }
    }

    @Test(arguments: [
        Floor(chats: 0, solo: 300, slots: 3, slowdown: 0.5, patience: 60, agents: 2),
        Floor(chats: 30, solo: 300, slots: 3, slowdown: 0.5, patience: 60, agents: 0),
        Floor(chats: 0, solo: 300, slots: 1, slowdown: 0.5, patience: 60, agents: 0),
        Floor(chats: 1e9, solo: 300, slots: 3, slowdown: 0.5, patience: 60, agents: 2),
        Floor(chats: 1e9, solo: 300, slots: 3, slowdown: 0.5, patience: .infinity, agents: 2),
        Floor(chats: 1e-300, solo: 300, slots: 3, slowdown: 0.5, patience: 60, agents: 2),
        Floor(chats: 30, solo: 300, slots: 3, slowdown: 1, patience: 0, agents: 2),
        Floor(chats: 30, solo: 300, slots: 3, slowdown: 1, patience: 1e-9, agents: 2),
        Floor(chats: 30, solo: 300, slots: 3, slowdown: 1, patience: 1e12, agents: 2),
        Floor(chats: 3e5, solo: 300, slots: 4, slowdown: 0.3, patience: 120, agents: 10_000),
        Floor(chats: 1e6, solo: 300, slots: 10, slowdown: 0.3, patience: 120, agents: 20_000),
    ])
    func edgesAreDefined(floor: Floor) throws {
        let queue = try floor.queue()
        for share in [queue.waitProbability, queue.abandonment, queue.occupancy] {
            #expect(share >= 0 && share <= 1)
        }
        #expect(queue.meanChatsPerAgent >= 0 && queue.meanChatsPerAgent <= Double(floor.slots) * 1.000001)
        #expect(queue.meanChatDurationSeconds >= floor.solo * 0.999999)
        #expect(queue.averageSpeedOfAnswerSeconds >= 0)
        for threshold in [0, 20, Double.infinity] {
            for definition in [
                ServiceLevelDefinition.servedOverOffered, .servedOverAnswered,
                .servedOrAbandonedOverOffered, .excludingShortAbandons(shortAbandonSeconds: 5),
            ] {
                let level = try queue.serviceLevel(withinSeconds: threshold, definition: definition)
                #expect(level >= 0 && level <= 1)
            }
        }
        if floor.agents == 0 { #expect(try queue.serviceLevel(withinSeconds: 20) == 0) }
        if floor.chats == 0, floor.agents > 0 {
            #expect(try queue.serviceLevel(withinSeconds: 0) == 1)
        }
    }

    /// The search finds what trying every number finds.
    @Test func smallestStaffingSkipsNone() throws {
        var generator = SeededGenerator(seed: 14)
        for _ in 0..<40 {
            var floor = Floor.random(&generator)
            if generator.below(3) == 0 { floor.patience = .infinity }
            let model = QueueModel.chat(
                slots: floor.slots, slowdown: floor.slowdown, patienceSeconds: floor.patience)
            let targets = try StaffingTargets(
                serviceLevel: .init(share: 0.5 + 0.45 * generator.uniform(), thresholdSeconds: 30))
            let found = try smallestStaffing(
                meeting: targets, model: model, callsPerHour: floor.chats, handleTimeSeconds: floor.solo)
            var agents = 0
            while try performance(
                of: model, callsPerHour: floor.chats, handleTimeSeconds: floor.solo, agents: agents,
                thresholdSeconds: 30
            ).serviceLevel < targets.serviceLevel?.share ?? 1 {
                agents += 1
            }
            #expect(found.agents == agents)
            #expect(found.binding.contains(.serviceLevel))
        }
    }

    @Test func rejectsWhatIsOutsideItsDomain() throws {
        let good = Floor(chats: 30, solo: 300, slots: 3, slowdown: 0.5, patience: 60, agents: 2)
        let broken: [(inout Floor) -> Void] = [
            { $0.chats = -1 }, { $0.solo = 0 }, { $0.slots = 0 }, { $0.slots = 101 },
            { $0.slowdown = 1.1 }, { $0.slowdown = .nan }, { $0.patience = -1 }, { $0.agents = -1 },
        ]
        for change in broken {
            var floor = good
            change(&floor)
            #expect(throws: QueueingError.self) { try floor.queue() }
        }
    }
}

/// A chat floor solved without any of the product's formulas. Time unit: solo handle time.
private struct ChatChain {
    let floor: ChatQueueTests.Floor
    let load: Double
    let leaving: Double
    let probabilities: [Double]

    init(_ floor: ChatQueueTests.Floor) {
        self.floor = floor
        load = floor.chats * floor.solo / 3600
        leaving = floor.solo / floor.patience
        var weights = [1.0]
        for state in 1..<4000 {
            let rate = ChatChain.rate(min(state, floor.agents * floor.slots), floor)
            let queue = Double(max(0, state - floor.agents * floor.slots))
            weights.append(weights[state - 1] * load / (rate + queue * leaving))
        }
        let total = weights.reduce(0, +)
        probabilities = weights.map { $0 / total }
    }

    /// Deals the conversations one by one to the agent with the fewest.
    static func rate(_ chats: Int, _ floor: ChatQueueTests.Floor) -> Double {
        var held = [Int](repeating: 0, count: floor.agents)
        for chat in 0..<chats { held[chat % floor.agents] += 1 }
        return held.reduce(0) { sum, m in
            sum + Double(m) / (1 + floor.slowdown * Double(max(0, m - 1)))
        }
    }

    var places: Int { floor.agents * floor.slots }
    var waitProbability: Double { probabilities.dropFirst(places).reduce(0, +) }
    var abandonment: Double {
        probabilities.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - places)) * $1.element }
            * leaving / load
    }
    var meanChatsPerAgent: Double {
        probabilities.enumerated().reduce(0) { $0 + Double(min($1.offset, places)) * $1.element }
            / Double(floor.agents)
    }

    /// Uniformisation of the place of a tagged customer.
    func fates(within time: Double) -> (served: Double, gone: Double) {
        var ahead = Array(probabilities.dropFirst(places).prefix(600))
        let full = ChatChain.rate(places, floor)
        let rate = full + 600 * leaving
        var state = (served: 0.0, gone: 0.0)
        var result = (served: 0.0, gone: 0.0)
        let mean = rate * time
        for step in 0..<Int(mean + 12 * mean.squareRoot() + 60) {
            let weight = exp(Double(step) * log(mean) - mean - lgamma(Double(step) + 1))
            result.served += weight * state.served
            result.gone += weight * state.gone
            var next = [Double](repeating: 0, count: ahead.count)
            for place in ahead.indices {
                let forward = (full + Double(place) * leaving) / rate
                next[place] += ahead[place] * (1 - forward - leaving / rate)
                if place == 0 {
                    state.served += ahead[place] * forward
                } else {
                    next[place - 1] += ahead[place] * forward
                }
                state.gone += ahead[place] * leaving / rate
            }
            ahead = next
        }
        result.served += probabilities.prefix(places).reduce(0, +)
        return result
    }
}
