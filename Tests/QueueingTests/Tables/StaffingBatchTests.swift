import Execution
import Foundation
import Queueing
import Testing

struct StaffingBatchTests {
    private func check(
        _ loads: [CallLoad], _ targets: StaffingTargets, _ model: QueueModel
    ) throws {
        let batch = try smallestAgents(meeting: targets, model: model, for: loads)
        #expect(batch.count == loads.count)
        for (agents, load) in zip(batch, loads) {
            let expected = try smallestStaffing(
                meeting: targets, model: model, callsPerHour: load.callsPerHour,
                handleTimeSeconds: load.handleTimeSeconds
            ).agents
            #expect(agents == expected, "\(load) \(model) \(targets)")
        }
    }

    /// Every kind of targets over handle times of half a decade: the same agents as the search.
    @Test func agreesWithTheSearch() throws {
        var generator = SeededGenerator(seed: 17)
        for _ in 0..<40 {
            let waits = generator.below(2) == 0
            let model: QueueModel =
                waits ? .erlangC : .erlangA(patienceSeconds: pow(10, 0.5 + 3 * generator.uniform()))
            let targets = try LargestLoadTests.randomTargets(&generator, abandonment: !waits)
            let shortest = 20 + 400 * generator.uniform()
            let most = pow(10, 2.2 * generator.uniform())
            let loads = try (0..<3000).map { _ in
                let handleTime = shortest * pow(10, 0.4 * generator.uniform())
                return try CallLoad(
                    callsPerHour: most * generator.uniform() * 3600 / handleTime,
                    handleTimeSeconds: handleTime)
            }
            try check(loads, targets, model)
        }
    }

    /// Loads within 1e-3 … 1e-15 of a threshold.
    @Test func agreesAroundThresholds() throws {
        var generator = SeededGenerator(seed: 18)
        for _ in 0..<12 {
            let waits = generator.below(2) == 0
            let model: QueueModel =
                waits ? .erlangC : .erlangA(patienceSeconds: pow(10, 0.5 + 3 * generator.uniform()))
            let targets = try LargestLoadTests.randomTargets(&generator, abandonment: !waits)
            var loads: [CallLoad] = []
            for _ in 0..<1000 {
                let handleTime = 200 * exp(0.2 * generator.uniform())
                let threshold = try largestLoad(
                    agents: 1 + generator.below(60), meeting: targets, model: model,
                    handleTimeSeconds: handleTime)
                for sign in [-1.0, 1] {
                    let part = sign * pow(10, -3 - 12 * generator.uniform())
                    loads.append(
                        try CallLoad(
                            callsPerHour: threshold * (1 + part), handleTimeSeconds: handleTime))
                }
            }
            try check(loads, targets, model)
        }
    }

    /// Queues with other laws than exponential ones, and chats.
    @Test func agreesForOtherModels() throws {
        var generator = SeededGenerator(seed: 19)
        let targets = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        let models: [QueueModel] = [
            .generalPatience(.weibull(scaleSeconds: 100, shape: 2)),
            .generalPatience(.deterministic(seconds: 60)), .generalService(variation: 1.5),
            .chat(slots: 3, slowdown: 0.6, patienceSeconds: 120),
        ]
        for model in models {
            let loads = try (0..<400).map { _ in
                try CallLoad(
                    callsPerHour: 150 * generator.uniform(),
                    handleTimeSeconds: 285 + 30 * generator.uniform())
            }
            try check(loads, targets, model)
            let table = try StaffingTable(
                meeting: targets, model: model, handleTimeSeconds: 300, upToCallsPerHour: 150)
            for load in loads.prefix(100) {
                let expected = try smallestStaffing(
                    meeting: targets, model: model, callsPerHour: load.callsPerHour,
                    handleTimeSeconds: 300
                ).agents
                #expect(try table.smallestAgents(callsPerHour: load.callsPerHour) == expected)
            }
        }
    }

    @Test func edges() throws {
        let common = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        #expect(try smallestAgents(meeting: common, model: .erlangC, for: []) == [])
        let one = try CallLoad(callsPerHour: 720, handleTimeSeconds: 240)
        #expect(try smallestAgents(meeting: common, model: .erlangC, for: [one]) == [54])
        var mixed = Array(repeating: one, count: 500)
        for extreme in [0, .leastNonzeroMagnitude, 1e-300, 1e6] {
            mixed.append(try CallLoad(callsPerHour: extreme, handleTimeSeconds: 241))
            mixed.append(try CallLoad(callsPerHour: extreme / 1e8, handleTimeSeconds: 1e10))
            mixed.append(try CallLoad(callsPerHour: extreme, handleTimeSeconds: 1e-300))
        }
        try check(mixed, common, .erlangC)
        try check(mixed, common, .erlangA(patienceSeconds: 0))
        try check(mixed, common, .erlangA(patienceSeconds: .infinity))
        try check(mixed, try StaffingTargets(maxAbandonment: 1), .erlangA(patienceSeconds: 60))
        try check(mixed, try StaffingTargets(maxOccupancy: 0.01), .erlangC)
        let all = try StaffingTargets(serviceLevel: .init(share: 1, thresholdSeconds: 20))
        #expect(throws: QueueingError.targetUnreachable(.serviceLevel)) {
            try smallestAgents(meeting: all, model: .erlangC, for: mixed)
        }
    }

    @Test func rejects() {
        for value in [Double.nan, .infinity, -1] {
            #expect(throws: QueueingError.self) {
                try CallLoad(callsPerHour: value, handleTimeSeconds: 300)
            }
            #expect(throws: QueueingError.self) {
                try CallLoad(callsPerHour: 10, handleTimeSeconds: value)
            }
        }
    }
}
