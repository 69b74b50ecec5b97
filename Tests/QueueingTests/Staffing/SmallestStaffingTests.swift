import Execution
import Foundation
import Queueing
import Testing

struct SmallestStaffingTests {
    func staffing(
        _ targets: StaffingTargets, _ model: QueueModel = .erlangC, calls: Double = 720
    ) throws -> Staffing {
        try smallestStaffing(
            meeting: targets, model: model, callsPerHour: calls, handleTimeSeconds: 240)
    }

    /// A plain walk from 0 upwards finds the same.
    @Test func agreesWithLinearSearch() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<120 {
            let calls = pow(10, 3.3 * generator.uniform() - 0.5)
            let model: QueueModel =
                generator.below(2) == 0
                ? .erlangC : .erlangA(patienceSeconds: pow(10, 4 * generator.uniform()))
            let targets = try StaffingTargets(
                serviceLevel: .init(
                    share: 0.3 + 0.69 * generator.uniform(),
                    thresholdSeconds: generator.below(3) == 0 ? 0 : 40 * generator.uniform()),
                maxOccupancy: generator.below(2) == 0 ? nil : 0.5 + 0.5 * generator.uniform(),
                maxAbandonment: generator.below(2) == 0 ? nil : 0.2 * generator.uniform(),
                maxAverageSpeedOfAnswerSeconds: generator.below(2) == 0
                    ? nil : 100 * generator.uniform())
            func meets(_ agents: Int) throws -> Bool {
                let performance = try performance(
                    of: model, callsPerHour: calls, handleTimeSeconds: 240, agents: agents,
                    thresholdSeconds: targets.serviceLevel?.thresholdSeconds ?? 0)
                return targets.missed(by: performance).isEmpty
            }
            var expected = 0
            while try !meets(expected) { expected += 1 }
            let found = try staffing(targets, model, calls: calls)
            #expect(found.agents == expected, "\(calls) \(model) \(targets)")
            #expect(!found.binding.isEmpty)
        }
    }

    @Test func saysWhichTargetBinds() throws {
        let level = try StaffingTargets.ServiceLevel(share: 0.8, thresholdSeconds: 20)
        let byService = try staffing(StaffingTargets(serviceLevel: level, maxOccupancy: 0.95))
        #expect(byService.agents == 54)
        #expect(byService.binding == [.serviceLevel])
        // 48 erlangs at 80 %: 60 agents exactly.
        let byOccupancy = try staffing(StaffingTargets(serviceLevel: level, maxOccupancy: 0.8))
        #expect(byOccupancy.agents == 60)
        #expect(byOccupancy.binding == [.occupancy])
        let byWait = try staffing(
            StaffingTargets(serviceLevel: level, maxAverageSpeedOfAnswerSeconds: 1))
        #expect(byWait.binding == [.averageSpeedOfAnswer])
        let byAbandonment = try staffing(
            StaffingTargets(maxAbandonment: 0.02), .erlangA(patienceSeconds: 120))
        #expect(byAbandonment.binding == [.abandonment])
        #expect(byAbandonment.performance.abandonment <= 0.02)
        // Targets that an endless queue would meet still need a steady state in Erlang C.
        let byStability = try staffing(StaffingTargets(maxAbandonment: 0))
        #expect(byStability.agents == 49)
        #expect(byStability.binding == [.stability])
    }

    @Test func occupancyOnARoundNumber() throws {
        // 17 erlangs on 20 agents are 85 %, however the load was rounded.
        for handleTime in [170.0, 306, 0.17, 1.0 / 3] {
            let found = try smallestStaffing(
                meeting: StaffingTargets(maxOccupancy: 0.85), model: .erlangC,
                callsPerHour: 17 * 3600 / handleTime, handleTimeSeconds: handleTime)
            #expect(found.agents == 20)
        }
    }

    @Test func withoutCallsNobodyIsNeeded() throws {
        let targets = try StaffingTargets(serviceLevel: .init(share: 1, thresholdSeconds: 0))
        for model in [QueueModel.erlangC, .erlangA(patienceSeconds: 60)] {
            let found = try staffing(targets, model, calls: 0)
            #expect(found.agents == 0)
            #expect(found.binding.isEmpty)
            #expect(found.performance.serviceLevel == 1)
            #expect(found.performance.averageSpeedOfAnswerSeconds == 0)
        }
    }

    @Test func unreachableTargets() throws {
        let all = try StaffingTargets(serviceLevel: .init(share: 1, thresholdSeconds: 20))
        #expect(throws: QueueingError.targetUnreachable(.serviceLevel)) { try staffing(all) }
        #expect(throws: QueueingError.targetUnreachable(.serviceLevel)) {
            try staffing(all, .erlangA(patienceSeconds: 60))
        }
        #expect(throws: QueueingError.targetUnreachable(.occupancy)) {
            try staffing(StaffingTargets(maxOccupancy: 0))
        }
        #expect(throws: QueueingError.targetUnreachable(.abandonment)) {
            try staffing(StaffingTargets(maxAbandonment: 0), .erlangA(patienceSeconds: 60))
        }
        #expect(throws: QueueingError.targetUnreachable(.averageSpeedOfAnswer)) {
            try staffing(StaffingTargets(maxAverageSpeedOfAnswerSeconds: 0))
        }
        // More load than `maximumAgents` can carry.
        let common = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        #expect(throws: QueueingError.targetUnreachable(.serviceLevel)) {
            try staffing(common, calls: 1e12)
        }
        #expect(throws: QueueingError.targetUnreachable(.occupancy)) {
            try staffing(StaffingTargets(maxOccupancy: 1e-300))
        }
    }

    @Test func nearlyUnreachableTargets() throws {
        let targets = try StaffingTargets(
            serviceLevel: .init(share: 1 - 1e-12, thresholdSeconds: 0))
        let found = try staffing(targets)
        #expect(found.agents > 80 && found.agents < 120)
        let easy = try StaffingTargets(serviceLevel: .init(share: 0, thresholdSeconds: 0))
        #expect(try staffing(easy, .erlangA(patienceSeconds: 60)).agents == 0)
        #expect(try staffing(easy).agents == 49)
    }

    @Test(arguments: [Double.nan, -0.1, 1.1]) func rejectsTargets(value: Double) {
        #expect(throws: QueueingError.self) {
            try StaffingTargets.ServiceLevel(share: value, thresholdSeconds: 20)
        }
        #expect(throws: QueueingError.self) { try StaffingTargets(maxOccupancy: value) }
        #expect(throws: QueueingError.self) { try StaffingTargets(maxAbandonment: value) }
    }

    @Test func rejectsNothingAndBadSeconds() {
        #expect(throws: QueueingError.noTarget) { try StaffingTargets() }
        #expect(throws: QueueingError.self) {
            try StaffingTargets.ServiceLevel(share: 0.8, thresholdSeconds: .infinity)
        }
        #expect(throws: QueueingError.self) {
            try StaffingTargets(maxAverageSpeedOfAnswerSeconds: -1)
        }
    }
}
