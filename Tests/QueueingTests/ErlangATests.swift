import Execution
import Foundation
import Queueing
import Testing

struct ErlangATests {
    /// With patience = handle time the calls present are Poisson (M/M/∞), whatever n.
    @Test(arguments: [(1, 0.5), (1, 3), (2, 2), (3, 10)] as [(Int, Double)]) func poissonCase(
        agents: Int, load: Double
    ) throws {
        let queue = try ErlangA(
            callsPerHour: load * 36, handleTimeSeconds: 100, patienceSeconds: 100, agents: agents)
        var probability = exp(-load)
        var free = 0.0
        var busy = 0.0
        for state in 0..<agents {
            free += probability
            busy += Double(state) * probability
            probability *= load / Double(state + 1)
        }
        busy += Double(agents) * (1 - free)
        #expect(relativeError(queue.waitProbability, 1 - free) < 1e-13)
        #expect(relativeError(queue.occupancy, busy / Double(agents)) < 1e-13)
        #expect(relativeError(queue.abandonment, 1 - busy / load) < 1e-12)
        #expect(relativeError(queue.averageSpeedOfAnswerSeconds, 100 * (1 - busy / load)) < 1e-12)
    }

    /// The balance equations and a tagged caller, with no formula in common.
    @Test(
        arguments: [
            (1, 2.0, 3.0), (3, 2, 0.5), (5, 8, 1.5), (10, 9, 0.2), (4, 4, 10), (12, 6, 2), (2, 0.1, 1),
            (6, 30, 1),
        ] as [(Int, Double, Double)])
    func birthDeathEquations(agents: Int, load: Double, rate: Double) throws {
        let queue = try ErlangA(
            callsPerHour: load * 3600 / 240, handleTimeSeconds: 240, patienceSeconds: 240 / rate,
            agents: agents)
        let chain = BirthDeath(agents: agents, load: load, abandonmentRate: rate)
        #expect(relativeError(queue.waitProbability, chain.waitProbability) < 1e-12)
        let abandonment = rate * chain.meanWaiting / load
        #expect(relativeError(queue.abandonment, abandonment) < 1e-12)
        #expect(relativeError(queue.occupancy, chain.occupancy) < 1e-12)
        for seconds in [0.0, 5, 20, 120, 600] {
            let fates = chain.fates(within: seconds / 240)
            let served = try queue.serviceLevel(withinSeconds: seconds)
            #expect(relativeError(served, fates.served) < 1e-10, "T \(seconds)")
            let gone = try queue.abandonment(withinSeconds: seconds)
            #expect(abs(gone - fates.gone) < 1e-12, "T \(seconds)")
            let waiting = try queue.waitProbability(longerThanSeconds: seconds)
            #expect(abs(waiting - fates.waiting) < 1e-12, "T \(seconds)")
            #expect(abs(served + gone + waiting - 1) < 1e-13)
        }
        // The mean wait of the answered is the integral of P(served) − P(served within t).
        let served = try queue.serviceLevel(withinSeconds: .infinity)
        var area = 0.0
        let steps = 4000
        let end = 240 * 12 / Double(agents).squareRoot()
        for step in 0...steps {
            let weight = step == 0 || step == steps ? 1.0 : step.isMultiple(of: 2) ? 2 : 4
            let time = end * Double(step) / Double(steps)
            area += weight * (served - (try queue.serviceLevel(withinSeconds: time)))
        }
        let mean = area * end / Double(steps) / 3 / served
        #expect(relativeError(queue.averageSpeedOfAnswerOfAnsweredSeconds, mean) < 1e-4)
    }

    @Test func endlessPatienceIsErlangC() throws {
        for (agents, calls) in [(11, 200.0), (105, 1200), (3, 12)] as [(Int, Double)] {
            let limit = try ErlangC(callsPerHour: calls, handleTimeSeconds: 180, agents: agents)
            let level = try limit.serviceLevel(withinSeconds: 20)
            var last = Double.infinity
            for patience in [1e3, 1e5, 1e7, 1e9, 1e11] {
                let queue = try ErlangA(
                    callsPerHour: calls, handleTimeSeconds: 180, patienceSeconds: patience,
                    agents: agents)
                let gap = abs(queue.waitProbability - limit.waitProbability)
                #expect(gap < last || gap < 1e-13)
                last = gap
                #expect(queue.waitProbability <= limit.waitProbability * (1 + 1e-13))
            }
            #expect(last < 1e-8)
            let endless = try ErlangA(
                callsPerHour: calls, handleTimeSeconds: 180, patienceSeconds: .infinity,
                agents: agents)
            #expect(endless.waitProbability == limit.waitProbability)
            #expect(try endless.serviceLevel(withinSeconds: 20) == level)
            #expect(endless.averageSpeedOfAnswerSeconds == limit.averageSpeedOfAnswerSeconds)
            #expect(endless.averageSpeedOfAnswerOfAnsweredSeconds == limit.averageSpeedOfAnswerSeconds)
        }
        let crushed = try ErlangA(
            callsPerHour: 1200, handleTimeSeconds: 300, patienceSeconds: .infinity, agents: 60)
        #expect(relativeError(crushed.abandonment, 0.4) < 1e-15)
        #expect(crushed.averageSpeedOfAnswerSeconds == .infinity)
    }

    @Test func noPatienceIsErlangB() throws {
        let blocking = try ErlangB.blocking(agents: 10, offeredLoad: 8)
        for patience in [0.0, 1e-300, 1e-9] {
            let queue = try ErlangA(
                callsPerHour: 160, handleTimeSeconds: 180, patienceSeconds: patience, agents: 10)
            #expect(relativeError(queue.waitProbability, blocking) < 1e-9)
            #expect(relativeError(queue.abandonment, blocking) < 1e-9)
            #expect(relativeError(try queue.serviceLevel(withinSeconds: 20), 1 - blocking) < 1e-9)
            #expect(relativeError(try queue.abandonment(withinSeconds: 20), blocking) < 1e-9)
            #expect(queue.averageSpeedOfAnswerSeconds < 1e-8)
            // An answer comes at rate n/AHT after the busy state is met.
            let virtual = 1 - blocking * exp(-10 * 20 / 180.0)
            #expect(relativeError(try queue.virtualServiceLevel(withinSeconds: 20), virtual) < 1e-9)
        }
    }

    @Test func withoutAgentsOrCalls() throws {
        let unmanned = try ErlangA(
            callsPerHour: 100, handleTimeSeconds: 180, patienceSeconds: 60, agents: 0)
        #expect(unmanned.abandonment == 1)
        #expect(unmanned.averageSpeedOfAnswerSeconds == 60)
        #expect(unmanned.averageSpeedOfAnswerOfAnsweredSeconds == .infinity)
        #expect(try unmanned.serviceLevel(withinSeconds: 20) == 0)
        let gone = 1 - exp(-20 / 60.0)
        #expect(relativeError(try unmanned.abandonment(withinSeconds: 20), gone) < 1e-14)
        #expect(relativeError(try unmanned.waitProbability(longerThanSeconds: 20), 1 - gone) < 1e-14)
        #expect(unmanned.occupancy == 1)
        let quiet = try ErlangA(
            callsPerHour: 0, handleTimeSeconds: 180, patienceSeconds: 60, agents: 4)
        #expect(try quiet.serviceLevel(withinSeconds: 0) == 1)
        #expect(quiet.abandonment == 0)
        #expect(quiet.occupancy == 0)
    }

    @Test(arguments: [Double.nan, -1, -Double.infinity]) func rejects(value: Double) throws {
        #expect(throws: QueueingError.self) {
            try ErlangA(
                callsPerHour: 1, handleTimeSeconds: 300, patienceSeconds: value, agents: 1)
        }
        let queue = try ErlangA(
            callsPerHour: 1, handleTimeSeconds: 300, patienceSeconds: 60, agents: 1)
        #expect(throws: QueueingError.self) { try queue.serviceLevel(withinSeconds: value) }
        #expect(throws: QueueingError.self) { try queue.virtualServiceLevel(withinSeconds: value) }
        #expect(throws: QueueingError.self) { try queue.abandonment(withinSeconds: value) }
        #expect(throws: QueueingError.self) { try queue.waitProbability(longerThanSeconds: value) }
    }
}
