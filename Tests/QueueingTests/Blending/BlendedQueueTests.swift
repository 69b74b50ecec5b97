import Execution
import Foundation
import Queueing
import Testing

struct BlendedQueueTests {
    /// The chain from n − reserve upwards, by its balance equations; deferred work is what finishes
    /// at the lowest state.
    @Test func agreesWithTheChain() throws {
        var generator = SeededGenerator(seed: 51)
        for _ in 0..<80 {
            let agents = 1 + generator.below(30)
            let reserve = generator.below(agents + 1)
            let load = Double(agents) * (0.1 + 1.3 * generator.uniform())
            let leaving = pow(10, 2 * generator.uniform() - 1)
            let queue = try BlendedQueue(
                callsPerHour: load * 12, handleTimeSeconds: 300, patienceSeconds: 300 / leaving,
                agents: agents, reserve: reserve)
            let lowest = agents - reserve
            var weights = [1.0]
            for j in (lowest + 1)...(lowest + 3000) {
                let rate = Double(min(j, agents)) + Double(max(0, j - agents)) * leaving
                weights.append(weights[weights.count - 1] * load / rate)
            }
            let total = weights.reduce(0, +)
            let p = weights.map { $0 / total }
            let waits = p.dropFirst(reserve).reduce(0, +)
            let waiting = p.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - reserve)) * $1.element }
            let deferred = reserve == agents ? 0 : p[0] * Double(lowest) * 12
            #expect(abs(queue.waitProbability - waits) < 1e-10)
            #expect(abs(queue.abandonment - waiting * leaving / load) < 1e-10)
            #expect(abs(queue.deferredPerHour - deferred) < 1e-8)
            let busy = p.enumerated().reduce(0) { $0 + Double(min($1.offset + lowest, agents)) * $1.element }
            #expect(abs(queue.occupancy - busy / Double(agents)) < 1e-10)
        }
    }

    @Test func allKeptFreeIsErlangA() throws {
        let blended = try BlendedQueue(
            callsPerHour: 200, handleTimeSeconds: 240, patienceSeconds: 120, agents: 14, reserve: 14)
        let plain = try ErlangA(
            callsPerHour: 200, handleTimeSeconds: 240, patienceSeconds: 120, agents: 14)
        #expect(relativeError(blended.waitProbability, plain.waitProbability) < 1e-12)
        #expect(
            try relativeError(
                blended.serviceLevel(withinSeconds: 20), plain.serviceLevel(withinSeconds: 20)) < 1e-12)
        #expect(blended.deferredPerHour == 0)
    }

    /// A larger reserve serves calls better and leaves less deferred work.
    @Test func monotoneInTheReserve() throws {
        var last: BlendedQueue?
        for reserve in 0...14 {
            let queue = try BlendedQueue(
                callsPerHour: 150, handleTimeSeconds: 240, patienceSeconds: .infinity, agents: 14,
                reserve: reserve)
            if let last {
                #expect(queue.waitProbability <= last.waitProbability)
                #expect(queue.deferredPerHour <= last.deferredPerHour + 1e-9)
            }
            last = queue
        }
    }

    @Test func smallestReserveIsTheFirstThatMeets() throws {
        let targets = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        let found = try #require(
            try smallestReserve(
                meeting: targets, callsPerHour: 150, handleTimeSeconds: 240, patienceSeconds: 180,
                agents: 16))
        let levels = try (0...16).map { reserve in
            try BlendedQueue(
                callsPerHour: 150, handleTimeSeconds: 240, patienceSeconds: 180, agents: 16,
                reserve: reserve
            ).serviceLevel(withinSeconds: 20)
        }
        #expect(found.reserve == levels.firstIndex { $0 >= 0.8 })
        #expect(
            try smallestReserve(
                meeting: targets, callsPerHour: 900, handleTimeSeconds: 240, patienceSeconds: 180,
                agents: 16) == nil)
    }

    @Test func edges() throws {
        let quiet = try BlendedQueue(
            callsPerHour: 0, handleTimeSeconds: 240, patienceSeconds: 60, agents: 4, reserve: 1)
        #expect(quiet.deferredPerHour == 45)
        #expect(quiet.occupancy == 0.75)
        let drowned = try BlendedQueue(
            callsPerHour: 1e6, handleTimeSeconds: 240, patienceSeconds: .infinity, agents: 4, reserve: 1)
        #expect(drowned.waitProbability == 1)
        #expect(drowned.deferredPerHour == 0)
        for (agents, reserve) in [(0, 0), (4, -1), (4, 5)] {
            #expect(throws: QueueingError.self) {
                try BlendedQueue(
                    callsPerHour: 10, handleTimeSeconds: 240, patienceSeconds: 60, agents: agents,
                    reserve: reserve)
            }
        }
    }
}
