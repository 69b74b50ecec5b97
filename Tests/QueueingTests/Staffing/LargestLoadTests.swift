import Execution
import Foundation
import Queueing
import Testing

struct LargestLoadTests {
    static func randomTargets(_ generator: inout SeededGenerator, abandonment: Bool) throws -> StaffingTargets
    {
        let definitions: [ServiceLevelDefinition] = [
            .servedOverOffered, .servedOverAnswered, .servedOrAbandonedOverOffered,
            .excludingShortAbandons(shortAbandonSeconds: 5),
        ]
        let level = try StaffingTargets.ServiceLevel(
            share: 0.2 + 0.79 * generator.uniform(),
            thresholdSeconds: generator.below(4) == 0 ? 0 : 60 * generator.uniform(),
            definition: definitions[generator.below(4)])
        return try StaffingTargets(
            serviceLevel: generator.below(5) == 0 ? nil : level,
            maxOccupancy: 0.5 + 0.5 * generator.uniform(),
            maxAbandonment: abandonment && generator.below(2) == 0 ? 0.2 * generator.uniform() : nil,
            maxAverageSpeedOfAnswerSeconds: generator.below(2) == 0 ? 60 * generator.uniform() : nil)
    }

    /// The load found is carried, and a little more is not; the staffing for it is the agents.
    @Test func invertsSmallestStaffing() throws {
        var generator = SeededGenerator(seed: 81)
        for _ in 0..<300 {
            let agents = 1 + Int(pow(10, 3.5 * generator.uniform()))
            let waits = generator.below(2) == 0
            let model: QueueModel =
                waits ? .erlangC : .erlangA(patienceSeconds: pow(10, 4 * generator.uniform()))
            let targets = try Self.randomTargets(&generator, abandonment: !waits)
            let handleTime = 30 + 600 * generator.uniform()
            let calls = try largestLoad(
                agents: agents, meeting: targets, model: model, handleTimeSeconds: handleTime)
            #expect(calls > 0 && calls < .infinity)
            func staffing(_ calls: Double) throws -> Int {
                try smallestStaffing(
                    meeting: targets, model: model, callsPerHour: calls, handleTimeSeconds: handleTime
                ).agents
            }
            #expect(try staffing(calls) <= agents, "\(agents) \(model) \(targets)")
            #expect(try staffing(calls * (1 + 1e-11)) == agents + 1, "\(agents) \(model) \(targets)")
        }
    }

    @Test func growsWithTheAgents() throws {
        let targets = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        for model in [QueueModel.erlangC, .erlangA(patienceSeconds: 120)] {
            var last = 0.0
            for agents in 1...60 {
                let calls = try largestLoad(
                    agents: agents, meeting: targets, model: model, handleTimeSeconds: 300)
                #expect(calls > last)
                last = calls
            }
        }
    }

    /// With calls made again and an uncertain rate.
    @Test func invertsTheStaffingOfAQueue() throws {
        let targets = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        let queues = [
            ServiceQueue(model: .erlangA(patienceSeconds: 90), redialShare: 0.4),
            ServiceQueue(model: .erlangC, rateVariation: 0.1),
            ServiceQueue(model: .generalPatience(.uniform(upToSeconds: 240)), redialShare: 0.3),
        ]
        for queue in queues {
            for agents in [3, 20, 60] {
                let calls = try largestLoad(
                    agents: agents, meeting: targets, queue: queue, handleTimeSeconds: 300)
                for (part, expected) in [(1 - 1e-6, agents), (1 + 1e-6, agents + 1)] {
                    let staffing = try smallestStaffing(
                        meeting: targets, queue: queue, callsPerHour: calls * part,
                        handleTimeSeconds: 300)
                    #expect(staffing.agents == expected, "\(queue) \(agents)")
                }
            }
        }
    }

    /// 85 % of 20 agents are 17 erlangs; a queue that must only be stable carries less than n.
    @Test func closedForms() throws {
        let byOccupancy = try largestLoad(
            agents: 20, meeting: StaffingTargets(maxOccupancy: 0.85), model: .erlangC,
            handleTimeSeconds: 360)
        #expect(abs(byOccupancy / 170 - 1) < 1e-11)
        let byStability = try largestLoad(
            agents: 20, meeting: StaffingTargets(maxAbandonment: 0.5), model: .erlangC,
            handleTimeSeconds: 360)
        #expect(byStability < 200)
        #expect(byStability > 200 * (1 - 1e-11))
        // One agent, no waiting at all: 1 − a within no time, exactly.
        let single = try largestLoad(
            agents: 1,
            meeting: StaffingTargets(serviceLevel: .init(share: 0.75, thresholdSeconds: 0)),
            model: .erlangC, handleTimeSeconds: 3600)
        #expect(abs(single - 0.25) < 1e-12)
    }

    @Test func edges() throws {
        let common = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        let all = try StaffingTargets(serviceLevel: .init(share: 1, thresholdSeconds: 20))
        let nothing = try StaffingTargets(serviceLevel: .init(share: 0, thresholdSeconds: 20))
        func calls(_ agents: Int, _ targets: StaffingTargets, _ model: QueueModel) throws -> Double {
            try largestLoad(agents: agents, meeting: targets, model: model, handleTimeSeconds: 300)
        }
        #expect(try calls(0, common, .erlangC) == 0)
        #expect(try calls(0, common, .erlangA(patienceSeconds: 60)) == 0)
        #expect(try calls(5, all, .erlangC) == 0)
        #expect(try calls(0, nothing, .erlangA(patienceSeconds: 60)) == .infinity)
        #expect(try calls(5, nothing, .erlangA(patienceSeconds: 60)) == .infinity)
        #expect(try calls(maximumAgents, common, .erlangC) < 1.2e8)
        for handleTime in [1e-300, 1e300] {
            let extreme = try largestLoad(
                agents: 3, meeting: common, model: .erlangC, handleTimeSeconds: handleTime)
            #expect(extreme >= 0)
        }
    }

    @Test(arguments: [Double.nan, .infinity, 0, -1]) func rejects(handleTime: Double) throws {
        let common = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        #expect(throws: QueueingError.self) {
            try largestLoad(agents: 3, meeting: common, model: .erlangC, handleTimeSeconds: handleTime)
        }
        #expect(throws: QueueingError.self) {
            try largestLoad(agents: -1, meeting: common, model: .erlangC, handleTimeSeconds: 300)
        }
    }
}

struct ServiceSensitivityTests {
    @Test func neighboursOfAStaffing() throws {
        let sensitivity = try serviceSensitivity(
            of: ServiceQueue(model: .erlangA(patienceSeconds: 180)), callsPerHour: 1200,
            handleTimeSeconds: 300, agents: 100, thresholdSeconds: 20)
        func level(_ calls: Double, _ handleTime: Double, _ agents: Int) throws -> Double {
            try ErlangA(
                callsPerHour: calls, handleTimeSeconds: handleTime, patienceSeconds: 180, agents: agents
            ).serviceLevel(withinSeconds: 20)
        }
        #expect(sensitivity.asStaffed.serviceLevel == (try level(1200, 300, 100)))
        #expect(sensitivity.oneAgentFewer?.serviceLevel == (try level(1200, 300, 99)))
        #expect(sensitivity.oneAgentMore.serviceLevel == (try level(1200, 300, 101)))
        #expect(sensitivity.onePercentMoreCalls.serviceLevel == (try level(1212, 300, 100)))
        #expect(sensitivity.oneSecondLonger.serviceLevel == (try level(1200, 301, 100)))
    }

    @Test func nobodyToTakeAway() throws {
        let sensitivity = try serviceSensitivity(
            of: ServiceQueue(model: .erlangC), callsPerHour: 10, handleTimeSeconds: 300, agents: 0,
            thresholdSeconds: 20)
        #expect(sensitivity.oneAgentFewer == nil)
        #expect(sensitivity.oneAgentMore.serviceLevel > 0)
        let all = try serviceSensitivity(
            of: ServiceQueue(model: .erlangC), callsPerHour: 10, handleTimeSeconds: 300,
            agents: maximumAgents, thresholdSeconds: 20)
        #expect(all.oneAgentMore == all.asStaffed)
    }
}
