import Execution
import Foundation
import Queueing
import Testing

struct ServiceQueueTests {
    static let models: [QueueModel] = [
        .erlangC, .erlangA(patienceSeconds: 180), .generalPatience(.deterministic(seconds: 90)),
        .generalPatience(.lognormal(meanSeconds: 120, variation: 1.2)), .generalService(variation: 0.4),
        .chat(slots: 3, slowdown: 0.4, patienceSeconds: 240),
    ]

    @Test(arguments: models) func certainRateIsThePlainModel(model: QueueModel) throws {
        let plain = try performance(
            of: model, callsPerHour: 1200, handleTimeSeconds: 300, agents: 104, thresholdSeconds: 20)
        let queue = try performance(
            of: ServiceQueue(model: model), callsPerHour: 1200, handleTimeSeconds: 300, agents: 104,
            thresholdSeconds: 20)
        #expect(plain == queue)
        // A tiny variation changes next to nothing.
        let nearly = try performance(
            of: ServiceQueue(model: model, rateVariation: 1e-7), callsPerHour: 1200,
            handleTimeSeconds: 300, agents: 104, thresholdSeconds: 20)
        #expect(abs(nearly.serviceLevel - plain.serviceLevel) < 1e-10)
        #expect(abs(nearly.occupancy - plain.occupancy) < 1e-10)
    }

    /// Simpson's rule over a wide range of the gamma density, in G itself.
    @Test(
        arguments: [
            (QueueModel.erlangA(patienceSeconds: 180), 0.1, 0.0, 104),
            (.erlangA(patienceSeconds: 180), 0.2, 0, 112), (.erlangA(patienceSeconds: 30), 0.6, 0.5, 100),
            (.generalPatience(.uniform(upToSeconds: 200)), 0.15, 0.3, 95), (.erlangC, 0.2, 0, 110),
            (.generalService(variation: 0), 0.1, 0, 120), (.erlangA(patienceSeconds: 400), 0.02, 0, 97),
            (.chat(slots: 3, slowdown: 0.5, patienceSeconds: .infinity), 0.15, 0, 72),
        ] as [(QueueModel, Double, Double, Int)])
    func meansOverTheRate(model: QueueModel, variation: Double, redials: Double, agents: Int) throws {
        let shape = 1 / (variation * variation)
        let panels = 3000
        let low = max(0, 1 - 9 * variation)
        let high = 1 + 14 * variation
        // Split at the load that fills the agents, where Erlang C has a kink.
        // Three chats at slowdown 1/2 make 1.5 servers.
        let pace = if case .chat = model { 1.5 } else { 1.0 }
        let kink = min(high, Double(agents) * pace / 100)
        var sums = [Double](repeating: 0, count: 7)
        for (from, to) in [(low, kink), (kink, high)] {
            for index in 0...panels {
                let factor = from + (to - from) * Double(index) / Double(panels)
                guard factor > 0 else { continue }
                let simpson = index == 0 || index == panels ? 1.0 : index.isMultiple(of: 2) ? 2 : 4
                let density = exp(
                    shape * log(shape) - lgamma(shape) + (shape - 1) * log(factor) - shape * factor)
                let weight = simpson * (to - from) / Double(panels) / 3 * density
                let here = try Retrials(
                    model: model, redialShare: redials, callsPerHour: 1200 * factor,
                    handleTimeSeconds: 300, agents: agents, thresholdSeconds: 20)
                let calls = weight * here.totalCallsPerHour
                sums[0] += weight
                sums[1] += calls
                sums[2] += calls * here.performance.serviceLevel
                sums[3] += calls * here.performance.waitProbability
                sums[4] += calls * here.performance.abandonment
                sums[5] += weight * here.performance.occupancy
                if here.performance.averageSpeedOfAnswerSeconds.isFinite {
                    sums[6] += calls * here.performance.averageSpeedOfAnswerSeconds
                }
            }
        }
        #expect(abs(sums[0] - 1) < 1e-9)
        let result = try performance(
            of: ServiceQueue(model: model, redialShare: redials, rateVariation: variation),
            callsPerHour: 1200, handleTimeSeconds: 300, agents: agents, thresholdSeconds: 20)
        #expect(abs(result.serviceLevel - sums[2] / sums[1]) < 1e-8)
        #expect(abs(result.waitProbability - sums[3] / sums[1]) < 1e-8)
        #expect(abs(result.abandonment - sums[4] / sums[1]) < 1e-8)
        #expect(abs(result.occupancy - sums[5]) < 1e-8)
        switch model {
        case .erlangC, .generalService, .chat: #expect(result.averageSpeedOfAnswerSeconds == .infinity)
        default: #expect(abs(result.averageSpeedOfAnswerSeconds - sums[6] / sums[1]) < 1e-6)
        }
    }

    /// 100 erlangs, 300 s, patience 180 s, 80 % within 20 s: 100, 104 and 112 agents.
    @Test(arguments: [(0, 100), (0.1, 104), (0.2, 112)] as [(Double, Int)])
    func uncertaintyCostsAgents(variation: Double, agents: Int) throws {
        let staffing = try smallestStaffing(
            meeting: try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20)),
            queue: ServiceQueue(model: .erlangA(patienceSeconds: 180), rateVariation: variation),
            callsPerHour: 1200, handleTimeSeconds: 300)
        #expect(staffing.agents == agents)
        #expect(staffing.performance.serviceLevel >= 0.8)
        #expect(staffing.binding == [.serviceLevel])
    }

    /// The contract's ratio over many days is one of sums, not a mean of ratios.
    @Test func ratiosOfExpectations() throws {
        let queue = ServiceQueue(model: .erlangA(patienceSeconds: 90), rateVariation: 0.3)
        func result(_ definition: ServiceLevelDefinition) throws -> ServicePerformance {
            try performance(
                of: queue, callsPerHour: 1200, handleTimeSeconds: 300, agents: 100,
                thresholdSeconds: 20, definition: definition)
        }
        let offered = try result(.servedOverOffered)
        let answered = try result(.servedOverAnswered)
        #expect(abs(answered.countedShare - (1 - offered.abandonment)) < 1e-9)
        #expect(abs(answered.serviceLevel * answered.countedShare - offered.serviceLevel) < 1e-9)
        let excluding = try result(.excludingShortAbandons(shortAbandonSeconds: 5))
        #expect(abs(excluding.serviceLevel * excluding.countedShare - offered.serviceLevel) < 1e-9)
        #expect(excluding.countedShare > answered.countedShare && excluding.countedShare < 1)
    }

    @Test(arguments: models) func improvesWithAgentsAndStaysInRange(model: QueueModel) throws {
        for variation in [0.0, 0.05, 0.5, 3, 10] {
            for redials in [0.0, 0.6] {
                let queue = ServiceQueue(model: model, redialShare: redials, rateVariation: variation)
                var last: ServicePerformance?
                for agents in [0, 1, 5, 9, 10, 11, 14, 30, 200] {
                    let here = try performance(
                        of: queue, callsPerHour: 120, handleTimeSeconds: 300, agents: agents,
                        thresholdSeconds: 20)
                    for share in [
                        here.serviceLevel, here.waitProbability, here.occupancy, here.abandonment,
                        here.countedShare,
                    ] {
                        #expect(share >= 0 && share <= 1)
                    }
                    #expect(here.averageSpeedOfAnswerSeconds >= 0)
                    if let last {
                        #expect(here.serviceLevel >= last.serviceLevel - 1e-9)
                        #expect(here.abandonment <= last.abandonment + 1e-9)
                    }
                    last = here
                }
            }
        }
    }

    @Test func staffingOverQueues() throws {
        let targets = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        func agents(_ queue: ServiceQueue) throws -> Int {
            let staffing = try smallestStaffing(
                meeting: targets, queue: queue, callsPerHour: 600, handleTimeSeconds: 240)
            let below = try performance(
                of: queue, callsPerHour: 600, handleTimeSeconds: 240, agents: staffing.agents - 1,
                thresholdSeconds: 20)
            #expect(below.serviceLevel < 0.8)
            return staffing.agents
        }
        let plain = try agents(ServiceQueue(model: .erlangA(patienceSeconds: 60)))
        let redialing = try agents(
            ServiceQueue(model: .erlangA(patienceSeconds: 60), redialShare: 0.5))
        let both = try agents(
            ServiceQueue(model: .erlangA(patienceSeconds: 60), redialShare: 0.5, rateVariation: 0.15))
        #expect(plain <= redialing && redialing < both)
        let constant = try agents(ServiceQueue(model: .generalService(variation: 0)))
        let exponential = try agents(ServiceQueue(model: .erlangC))
        let erratic = try agents(ServiceQueue(model: .generalService(variation: 3)))
        #expect(constant <= exponential && exponential <= erratic && constant > 40)
        // Overloaded days have no mean wait.
        let limit = try StaffingTargets(maxAverageSpeedOfAnswerSeconds: 30)
        #expect(throws: QueueingError.targetUnreachable(.averageSpeedOfAnswer)) {
            try smallestStaffing(
                meeting: limit, queue: ServiceQueue(model: .erlangC, rateVariation: 0.1),
                callsPerHour: 600, handleTimeSeconds: 240)
        }
    }

    @Test func brokenInputs() {
        for variation in [-0.1, 11, .nan, .infinity] {
            #expect(throws: QueueingError.self) {
                try performance(
                    of: ServiceQueue(model: .erlangC, rateVariation: variation), callsPerHour: 1,
                    handleTimeSeconds: 1, agents: 1, thresholdSeconds: 1)
            }
        }
        for calls in [0, .leastNonzeroMagnitude, 1e-300, 1e300, .infinity] as [Double] {
            let result = try? performance(
                of: ServiceQueue(
                    model: .erlangA(patienceSeconds: 10), redialShare: 0.9, rateVariation: 10),
                callsPerHour: calls, handleTimeSeconds: 1e-5, agents: 3, thresholdSeconds: 1)
            if let result { #expect(result.serviceLevel >= 0 && result.serviceLevel <= 1) }
        }
    }
}
