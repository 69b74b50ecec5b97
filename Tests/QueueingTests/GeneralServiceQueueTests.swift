import Execution
import Foundation
import Queueing
import Testing

struct GeneralServiceQueueTests {
    /// One agent: the mean wait of Pollaczek–Khinchine, λE[S²]/(2(1 − ρ)).
    @Test(arguments: [0, 0.3, 1, 2.5] as [Double]) func pollaczekKhinchine(variation: Double) throws {
        let queue = try GeneralServiceQueue(
            callsPerHour: 18, handleTimeSeconds: 150, variation: variation, agents: 1)
        let rate = 18.0 / 3600
        let expected = rate * 150 * 150 * (1 + variation * variation) / (2 * (1 - 0.75))
        #expect(relativeError(queue.averageSpeedOfAnswerSeconds, expected) < 1e-13)
    }

    @Test func variationOneIsErlangC() throws {
        let known = try ErlangC(callsPerHour: 1200, handleTimeSeconds: 300, agents: 105)
        let queue = try GeneralServiceQueue(
            callsPerHour: 1200, handleTimeSeconds: 300, variation: 1, agents: 105)
        #expect(queue.averageSpeedOfAnswerSeconds == known.averageSpeedOfAnswerSeconds)
        #expect(try queue.serviceLevel(withinSeconds: 20) == known.serviceLevel(withinSeconds: 20))
    }

    /// A floor played call by call: constant, and two-phase handle times of c = 2.
    @Test(arguments: [(0, 10), (2, 10), (0, 3), (2, 25)] as [(Double, Int)])
    func simulation(variation: Double, agents: Int) throws {
        var generator = SeededGenerator(seed: 61)
        let calls = 400_000
        let load = 0.88 * Double(agents)
        // Balanced means: with p = (1 + √((c² − 1)/(c² + 1)))/2.
        let squared = variation * variation
        let p = variation > 1 ? 0.5 * (1 + ((squared - 1) / (squared + 1)).squareRoot()) : 1
        var free = [Double](repeating: 0, count: agents)
        var time = 0.0
        var (inTime, waited) = (0.0, 0.0)
        for _ in 0..<calls {
            time -= log(1 - generator.uniform()) * 200 / load
            var first = 0
            for agent in 1..<agents where free[agent] < free[first] { first = agent }
            let wait = max(0, free[first] - time)
            waited += wait
            if wait <= 20 { inTime += 1 }
            let handle: Double
            if variation == 0 {
                handle = 200
            } else {
                let branch = generator.uniform() < p ? p : 1 - p
                handle = -log(1 - generator.uniform()) * 200 / (2 * branch)
            }
            free[first] = time + wait + handle
        }
        let queue = try GeneralServiceQueue(
            callsPerHour: load * 18, handleTimeSeconds: 200, variation: variation, agents: agents)
        // The approximation's own error, and some noise of the simulation.
        #expect(abs(try queue.serviceLevel(withinSeconds: 20) - inTime / Double(calls)) < 0.05)
        #expect(abs(queue.averageSpeedOfAnswerSeconds / (waited / Double(calls)) - 1) < 0.15)
    }

    @Test func propertiesAndEdges() throws {
        for variation in [0, 0.5, 1, 3, 100] as [Double] {
            var last = -1.0
            for agents in [0, 1, 9, 10, 11, 12, 15, 50, 100_000] {
                let result = try performance(
                    of: .generalService(variation: variation), callsPerHour: 120,
                    handleTimeSeconds: 300, agents: agents, thresholdSeconds: 20)
                #expect(result.serviceLevel >= last && result.serviceLevel <= 1)
                #expect(result.abandonment == 0 && result.countedShare == 1)
                last = result.serviceLevel
                let queue = try GeneralServiceQueue(
                    callsPerHour: 120, handleTimeSeconds: 300, variation: variation, agents: agents)
                let tail = try queue.waitProbability(longerThanSeconds: 20)
                #expect(abs(tail + result.serviceLevel - 1) < 1e-14)
                #expect(queue.averageSpeedOfAnswerSeconds.isFinite == (agents > 10))
            }
        }
        for variation in [-1, 101, .nan] as [Double] {
            #expect(throws: QueueingError.self) {
                try GeneralServiceQueue(
                    callsPerHour: 1, handleTimeSeconds: 1, variation: variation, agents: 1)
            }
        }
    }
}
