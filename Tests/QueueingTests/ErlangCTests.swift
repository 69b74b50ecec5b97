import Execution
import Foundation
import Queueing
import Testing

struct ErlangCTests {
    /// M/M/1 and M/M/2 in closed form: C₁ = ρ, C₂ = 2ρ²/(1 + ρ).
    @Test(arguments: [0.01, 0.3, 0.5, 0.9, 0.999]) func closedForms(utilisation: Double) throws {
        let single = try ErlangC(
            callsPerHour: utilisation * 36, handleTimeSeconds: 100, agents: 1)
        #expect(relativeError(single.waitProbability, utilisation) < 1e-14)
        let wait = utilisation / (1 - utilisation) * 100
        #expect(relativeError(single.averageSpeedOfAnswerSeconds, wait) < 1e-12)
        let late = utilisation * exp(-(1 - utilisation) * 0.25)
        #expect(relativeError(try single.waitProbability(longerThanSeconds: 25), late) < 1e-14)
        #expect(relativeError(try single.serviceLevel(withinSeconds: 25), 1 - late) < 1e-12)
        let double = try ErlangC(
            callsPerHour: 2 * utilisation * 36, handleTimeSeconds: 100, agents: 2)
        let both = 2 * utilisation * utilisation / (1 + utilisation)
        #expect(relativeError(double.waitProbability, both) < 1e-14)
        #expect(relativeError(double.occupancy, utilisation) < 1e-15)
    }

    @Test func withoutSteadyState() throws {
        for agents in [0, 99, 100] {
            let queue = try ErlangC(callsPerHour: 1200, handleTimeSeconds: 300, agents: agents)
            #expect(!queue.isStable)
            #expect(queue.waitProbability == 1)
            #expect(queue.averageSpeedOfAnswerSeconds == .infinity)
            #expect(try queue.serviceLevel(withinSeconds: 20) == 0)
            #expect(try queue.serviceLevel(withinSeconds: .infinity) == 0)
            #expect(try queue.waitProbability(longerThanSeconds: 1e9) == 1)
            #expect(queue.occupancy == 1)
        }
    }

    @Test func withoutCalls() throws {
        let queue = try ErlangC(callsPerHour: 0, handleTimeSeconds: 300, agents: 3)
        #expect(queue.waitProbability == 0)
        #expect(queue.averageSpeedOfAnswerSeconds == 0)
        #expect(try queue.serviceLevel(withinSeconds: 0) == 1)
        #expect(queue.occupancy == 0)
        let empty = try ErlangC(callsPerHour: 0, handleTimeSeconds: 300, agents: 0)
        #expect(try empty.serviceLevel(withinSeconds: 20) == 0)
        #expect(empty.occupancy == 0)
    }

    @Test func extremes() throws {
        let idle = try ErlangC(callsPerHour: 1e-3, handleTimeSeconds: 300, agents: maximumAgents)
        #expect(idle.waitProbability == 0)
        #expect(try idle.serviceLevel(withinSeconds: 0) == 1)
        let instant = try ErlangC(callsPerHour: 1e300, handleTimeSeconds: 1e-300, agents: 1)
        #expect(try instant.serviceLevel(withinSeconds: 20) == 1)
        let slow = try ErlangC(callsPerHour: 1e-300, handleTimeSeconds: 1e300, agents: 1)
        #expect(try slow.serviceLevel(withinSeconds: 0) > 0.99)
    }

    @Test(arguments: [Double.nan, -1]) func rejects(value: Double) throws {
        #expect(throws: QueueingError.self) {
            try ErlangC(callsPerHour: value, handleTimeSeconds: 300, agents: 1)
        }
        #expect(throws: QueueingError.self) {
            try ErlangC(callsPerHour: 1, handleTimeSeconds: value, agents: 1)
        }
        let queue = try ErlangC(callsPerHour: 1, handleTimeSeconds: 300, agents: 1)
        #expect(throws: QueueingError.self) { try queue.serviceLevel(withinSeconds: value) }
        #expect(throws: QueueingError.self) { try queue.waitProbability(longerThanSeconds: value) }
    }

    @Test func rejectsZeroHandleTimeAndOverflow() {
        #expect(throws: QueueingError.outOfDomain(.handleTimeSeconds, value: 0)) {
            try ErlangC(callsPerHour: 1, handleTimeSeconds: 0, agents: 1)
        }
        #expect(throws: QueueingError.outOfDomain(.offeredLoad, value: .infinity)) {
            try ErlangC(callsPerHour: 1e200, handleTimeSeconds: 1e200, agents: 1)
        }
    }
}
