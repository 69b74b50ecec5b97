import Execution
import Foundation
import Queueing
import Testing

struct StaffingTableTests {
    /// Random loads and loads within some 1e-16 … 1e-6 of a threshold: the same agents as the
    /// search, always.
    @Test func agreesWithTheSearch() throws {
        var generator = SeededGenerator(seed: 91)
        for _ in 0..<60 {
            let waits = generator.below(2) == 0
            let model: QueueModel =
                waits ? .erlangC : .erlangA(patienceSeconds: pow(10, 4 * generator.uniform()))
            let targets = try LargestLoadTests.randomTargets(&generator, abandonment: !waits)
            let handleTime = 30 + 600 * generator.uniform()
            let most = 3600 / handleTime * pow(10, 2.5 * generator.uniform())
            let table = try StaffingTable(
                meeting: targets, model: model, handleTimeSeconds: handleTime, upToCallsPerHour: most)
            func check(_ calls: Double) throws {
                let expected = try smallestStaffing(
                    meeting: targets, model: model, callsPerHour: calls, handleTimeSeconds: handleTime
                ).agents
                #expect(
                    try table.smallestAgents(callsPerHour: calls) == expected,
                    "\(calls) \(model) \(targets)")
            }
            for _ in 0..<100 { try check(1.1 * most * generator.uniform()) }
            for _ in 0..<10 {
                let threshold = try largestLoad(
                    agents: 1 + generator.below(Int(most * handleTime / 3600) + 2), meeting: targets,
                    model: model, handleTimeSeconds: handleTime)
                for sign in [-1.0, 0, 1] {
                    try check(threshold * (1 + sign * pow(10, -6 - 10 * generator.uniform())))
                }
                try check(threshold.nextUp)
                try check(threshold.nextDown)
            }
        }
    }

    @Test func referenceRows() throws {
        let targets = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        let table = try StaffingTable(
            meeting: targets, model: .erlangC, handleTimeSeconds: 240, upToCallsPerHour: 900)
        #expect(try table.smallestAgents(callsPerHour: 720) == 54)
        #expect(try table.smallestAgents(callsPerHour: 0) == 0)
        #expect(try table.smallestAgents(callsPerHour: .leastNonzeroMagnitude) == 1)
        #expect(try table.smallestAgents(callsPerHour: [720, 0, 720]) == [54, 0, 54])
        // Beyond what was prepared.
        #expect(try table.smallestAgents(callsPerHour: 30_000) > 2000)
    }

    /// Targets that are met by anything, by nobody, or only where rounding ends.
    @Test func edges() throws {
        for share in [0, 1e-12, 1 - 1e-12] {
            let targets = try StaffingTargets(serviceLevel: .init(share: share, thresholdSeconds: 20))
            for model in [QueueModel.erlangC, .erlangA(patienceSeconds: 60), .erlangA(patienceSeconds: 0)] {
                let table = try StaffingTable(
                    meeting: targets, model: model, handleTimeSeconds: 240, upToCallsPerHour: 300)
                for calls in [0.0, 1e-9, 15, 299, 400] {
                    let expected = try smallestStaffing(
                        meeting: targets, model: model, callsPerHour: calls, handleTimeSeconds: 240
                    ).agents
                    #expect(try table.smallestAgents(callsPerHour: calls) == expected)
                }
            }
        }
        let everything = try StaffingTargets(maxAbandonment: 1)
        let free = try StaffingTable(
            meeting: everything, model: .erlangA(patienceSeconds: 60), handleTimeSeconds: 240,
            upToCallsPerHour: 300)
        #expect(try free.smallestAgents(callsPerHour: 250) == 0)
        let all = try StaffingTargets(serviceLevel: .init(share: 1, thresholdSeconds: 20))
        let impossible = try StaffingTable(
            meeting: all, model: .erlangC, handleTimeSeconds: 240, upToCallsPerHour: 300)
        #expect(throws: QueueingError.targetUnreachable(.serviceLevel)) {
            try impossible.smallestAgents(callsPerHour: 1)
        }
        let few = try StaffingTable(
            meeting: everything, model: .erlangC, handleTimeSeconds: 240, upToCallsPerHour: 1e12,
            mostAgents: 10)
        #expect(try few.smallestAgents(callsPerHour: 720) == 49)
    }

    @Test(arguments: [Double.nan, .infinity, -1]) func rejects(value: Double) throws {
        let targets = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        let table = try StaffingTable(
            meeting: targets, model: .erlangC, handleTimeSeconds: 240, upToCallsPerHour: 300)
        #expect(throws: QueueingError.self) { try table.smallestAgents(callsPerHour: value) }
        #expect(throws: QueueingError.self) {
            try StaffingTable(
                meeting: targets, model: .erlangC, handleTimeSeconds: value, upToCallsPerHour: 300)
        }
        #expect(throws: QueueingError.self) {
            try StaffingTable(
                meeting: targets, model: .erlangC, handleTimeSeconds: 240, upToCallsPerHour: value)
        }
    }
}
