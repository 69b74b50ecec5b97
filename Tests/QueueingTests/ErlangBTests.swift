import Execution
import Foundation
import Queueing
import Testing

struct ErlangBTests {
    @Test(
        arguments: [
            (0, 5, 1, 1), (1, 1, 1, 2), (2, 1, 1, 5), (3, 1, 1, 16), (5, 2, 4, 109), (1, 3, 3, 4),
            (0, 0, 1, 1), (4, 0, 0, 1),
        ] as [(Int, Double, Double, Double)])
    func exactFractions(agents: Int, load: Double, top: Double, bottom: Double) throws {
        let computed = try ErlangB.blocking(agents: agents, offeredLoad: load)
        #expect(relativeError(computed, top / bottom) < 4e-16)
    }

    /// The warm start forgets its error: the full recursion from 0 gives the same.
    @Test func warmStartAgreesWithFullRecursion() throws {
        var generator = SeededGenerator(seed: 11)
        var checked = 0
        for _ in 0..<300 {
            let load = pow(10, 5 * generator.uniform() - 1)
            let agents = Int(load * (0.05 + 1.5 * generator.uniform()))
            var inverse = 1.0
            for k in 0..<agents { inverse = 1 + Double(k + 1) / load * inverse }
            guard inverse.isFinite else { continue }
            let blocking = try ErlangB.blocking(agents: agents, offeredLoad: load)
            #expect(relativeError(blocking, 1 / inverse) < 1e-13, "n \(agents), a \(load)")
            checked += 1
        }
        #expect(checked > 200)
    }

    @Test func smallestAgentsIsExact() throws {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<200 {
            let load = pow(10, 4 * generator.uniform() - 1)
            let target = pow(10, -4 * generator.uniform())
            let agents = try ErlangB.smallestAgents(offeredLoad: load, blockingTarget: target)
            #expect(try ErlangB.blocking(agents: agents, offeredLoad: load) <= target * (1 + 1e-14))
            if agents > 0 {
                let below = try ErlangB.blocking(agents: agents - 1, offeredLoad: load)
                #expect(below > target * (1 - 1e-14))
            }
        }
        #expect(try ErlangB.smallestAgents(offeredLoad: 12.031, blockingTarget: 0.0101) == 20)
        #expect(try ErlangB.smallestAgents(offeredLoad: 50, blockingTarget: 1) == 0)
        #expect(try ErlangB.smallestAgents(offeredLoad: 0, blockingTarget: 0) == 0)
    }

    /// The search that starts near its answer finds what the full recursion finds.
    @Test func smallestAgentsAgreesWithTheFullRecursion() throws {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<400 {
            let load = pow(10, 7.5 * generator.uniform() - 2)
            let target =
                generator.below(2) == 0
                ? pow(10, -12 * generator.uniform()) : 1 - pow(10, -6 * generator.uniform())
            var expected = 0
            var inverse = 1.0
            while 1 / inverse > target {
                expected += 1
                inverse = 1 + Double(expected) / load * inverse
            }
            let found = try ErlangB.smallestAgents(offeredLoad: load, blockingTarget: target)
            #expect(found == expected, "a \(load), target \(target)")
        }
    }

    @Test func smallestAgentsAtTheLimits() throws {
        // B ≥ 1 − n/a: 1e300 erlangs lose nearly everything.
        #expect(throws: QueueingError.targetUnreachable(.blocking)) {
            try ErlangB.smallestAgents(offeredLoad: 1e300, blockingTarget: 1 - 1e-16)
        }
        #expect(try ErlangB.smallestAgents(offeredLoad: 1e300, blockingTarget: 1) == 0)
        // Half of the load is lost: n/(a/2) → 1, one agent idle on average.
        #expect(try ErlangB.smallestAgents(offeredLoad: 1.8e7, blockingTarget: 0.5) == 9_000_001)
        #expect(
            try ErlangB.smallestAgents(
                offeredLoad: .leastNonzeroMagnitude, blockingTarget: .leastNonzeroMagnitude) == 1)
    }

    @Test func occupancy() throws {
        #expect(try ErlangB.occupancy(agents: 1, offeredLoad: 1) == 0.5)
        #expect(try ErlangB.occupancy(agents: 0, offeredLoad: 1) == 1)
        #expect(try ErlangB.occupancy(agents: 0, offeredLoad: 0) == 0)
        #expect(try ErlangB.occupancy(agents: 200, offeredLoad: 1e-3) == 5e-6)
        // n = 1: a/(1 + a), where 1 − B alone would have lost half of its digits.
        let crushed = try ErlangB.occupancy(agents: 1, offeredLoad: 1e8)
        #expect(relativeError(crushed, 1e8 / (1 + 1e8)) < 1e-15)
    }

    @Test func edges() throws {
        #expect(try ErlangB.blocking(agents: 200, offeredLoad: 1e-3) == 0)
        #expect(try ErlangB.blocking(agents: maximumAgents, offeredLoad: 1) == 0)
        #expect(try ErlangB.blocking(agents: maximumAgents, offeredLoad: 1e300) == 1)
        #expect(try ErlangB.blocking(agents: 5, offeredLoad: .leastNonzeroMagnitude) == 0)
        let even = try ErlangB.blocking(agents: maximumAgents, offeredLoad: Double(maximumAgents))
        // B(n, n) ≈ √(2/πn).
        #expect(relativeError(even, (2 / (Double.pi * 1e7)).squareRoot()) < 1e-3)
    }

    @Test(arguments: [Double.nan, Double.infinity, -1]) func rejectsLoads(load: Double) {
        #expect(throws: QueueingError.self) { try ErlangB.blocking(agents: 3, offeredLoad: load) }
        #expect(throws: QueueingError.self) { try ErlangB.occupancy(agents: 3, offeredLoad: load) }
        #expect(throws: QueueingError.self) {
            try ErlangB.smallestAgents(offeredLoad: load, blockingTarget: 0.01)
        }
    }

    @Test func rejectsAgentsAndTargets() {
        #expect(throws: QueueingError.outOfDomain(.agents, value: -1)) {
            try ErlangB.blocking(agents: -1, offeredLoad: 1)
        }
        #expect(throws: QueueingError.self) { try ErlangB.blocking(agents: .max, offeredLoad: 1) }
        #expect(throws: QueueingError.targetUnreachable(.blocking)) {
            try ErlangB.smallestAgents(offeredLoad: 1, blockingTarget: 0)
        }
        #expect(throws: QueueingError.targetUnreachable(.blocking)) {
            try ErlangB.smallestAgents(offeredLoad: 1e9, blockingTarget: 0.01)
        }
        #expect(throws: QueueingError.self) {
            try ErlangB.smallestAgents(offeredLoad: 1, blockingTarget: .nan)
        }
    }
}
