import Execution
import Foundation
import Queueing
import Testing

/// Properties that hold for every load, on seeded draws over many orders of magnitude.
struct ServicePerformanceTests {
    struct Draw {
        let model: QueueModel
        let calls: Double
        let handleTime: Double
        let agents: Int
        let threshold: Double

        init(_ generator: inout SeededGenerator) {
            handleTime = pow(10, 1 + 2 * generator.uniform())
            let load = pow(10, 4.5 * generator.uniform() - 1.5)
            calls = load * 3600 / handleTime
            agents = Int(load * (0.3 + 1.4 * generator.uniform())) + generator.below(3)
            threshold = generator.below(4) == 0 ? 0 : pow(10, 3 * generator.uniform())
            let patience = pow(10, 10 * generator.uniform() - 3)
            model = generator.below(3) == 0 ? .erlangC : .erlangA(patienceSeconds: patience)
        }

        func performance(
            calls other: Double? = nil, agents more: Int = 0, threshold later: Double = 0
        ) throws -> ServicePerformance {
            try Queueing.performance(
                of: model, callsPerHour: other ?? calls, handleTimeSeconds: handleTime,
                agents: agents + more, thresholdSeconds: threshold + later)
        }
    }

    /// Rounding slack for comparisons of neighbours.
    let slack = 1e-11

    @Test func staysInRangeAndImprovesMonotonically() throws {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<1500 {
            let draw = Draw(&generator)
            let place: Comment = "\(draw)"
            let here = try draw.performance()
            for share in [
                here.serviceLevel, here.waitProbability, here.occupancy, here.abandonment,
            ] {
                #expect(share >= 0 && share <= 1, place)
            }
            #expect(here.averageSpeedOfAnswerSeconds >= 0, place)

            let staffed = try draw.performance(agents: 1)
            #expect(staffed.serviceLevel >= here.serviceLevel - slack, place)
            #expect(staffed.waitProbability <= here.waitProbability + slack, place)
            #expect(staffed.abandonment <= here.abandonment + slack, place)
            #expect(staffed.occupancy <= here.occupancy + slack, place)
            let wait = here.averageSpeedOfAnswerSeconds
            #expect(staffed.averageSpeedOfAnswerSeconds <= wait * (1 + slack), place)

            let busier = try draw.performance(calls: draw.calls * 1.01)
            #expect(busier.serviceLevel <= here.serviceLevel + slack, place)
            #expect(busier.waitProbability >= here.waitProbability - slack, place)
            #expect(busier.occupancy >= here.occupancy - slack, place)

            let later = try draw.performance(threshold: 1)
            #expect(later.serviceLevel >= here.serviceLevel - slack, place)
        }
    }

    /// What goes in comes out: load × served = agents × occupancy.
    @Test func conservesCalls() throws {
        var generator = SeededGenerator(seed: 32)
        for _ in 0..<500 {
            let draw = Draw(&generator)
            guard case .erlangA = draw.model, draw.agents > 0 else { continue }
            let here = try draw.performance()
            let load = draw.calls * draw.handleTime / 3600
            let served = load * (1 - here.abandonment)
            #expect(abs(served - Double(draw.agents) * here.occupancy) <= 1e-11 * load, "\(draw)")
        }
    }

    @Test func neverCrashesOnExtremes() throws {
        let values: [Double] = [
            0, .leastNonzeroMagnitude, 1e-300, 1e-9, 1, 1e9, 1e300, .greatestFiniteMagnitude, .infinity,
        ]
        var answered = 0
        for calls in values {
            for handleTime in values {
                for patience in values {
                    for agents in [0, 1, 7, 100_000] {
                        for threshold in [0, 20, Double.infinity] as [Double] {
                            guard
                                let result = try? performance(
                                    of: .erlangA(patienceSeconds: patience), callsPerHour: calls,
                                    handleTimeSeconds: handleTime, agents: agents,
                                    thresholdSeconds: threshold,
                                    definition: .excludingShortAbandons(shortAbandonSeconds: 5))
                            else { continue }
                            let shares = [
                                result.serviceLevel, result.waitProbability, result.occupancy,
                                result.abandonment,
                            ]
                            let inRange = shares.allSatisfy { $0 >= 0 && $0 <= 1 }
                            let place: Comment =
                                "\(calls) \(handleTime) \(patience) \(agents) \(threshold) \(result)"
                            #expect(inRange, place)
                            #expect(result.averageSpeedOfAnswerSeconds >= 0, place)
                            answered += 1
                        }
                    }
                }
            }
        }
        #expect(answered > 3000)
    }

    @Test func hundredThousandAgents() throws {
        for model in [QueueModel.erlangC, .erlangA(patienceSeconds: 180)] {
            let result = try performance(
                of: model, callsPerHour: 1_200_000, handleTimeSeconds: 300, agents: 100_500,
                thresholdSeconds: 20)
            #expect(result.serviceLevel > 0.999)
            #expect(result.occupancy > 0.99)
        }
    }

    @Test func contractDefinitions() throws {
        func level(_ definition: ServiceLevelDefinition) throws -> Double {
            try performance(
                of: .erlangA(patienceSeconds: 60), callsPerHour: 240, handleTimeSeconds: 300,
                agents: 22, thresholdSeconds: 20, definition: definition
            ).serviceLevel
        }
        let queue = try ErlangA(
            callsPerHour: 240, handleTimeSeconds: 300, patienceSeconds: 60, agents: 22)
        let served = try level(.servedOverOffered)
        #expect(abs(served - 0.85952496492720864) < 1e-12)
        let answered = try level(.servedOverAnswered)
        #expect(relativeError(answered, served / (1 - queue.abandonment)) < 1e-13)
        let excluding = try level(.excludingShortAbandons(shortAbandonSeconds: 5))
        let short = try queue.abandonment(withinSeconds: 5)
        #expect(relativeError(excluding, served / (1 - short)) < 1e-13)
        #expect(try level(.excludingShortAbandons(shortAbandonSeconds: 0)) == served)
        let either = try level(.servedOrAbandonedOverOffered)
        let tail = try queue.waitProbability(longerThanSeconds: 20)
        #expect(relativeError(either, 1 - tail) < 1e-13)
        // P(W > T) = P(patience > T) · P(V > T).
        let virtual = try queue.virtualServiceLevel(withinSeconds: 20)
        #expect(relativeError(tail, exp(-20 / 60.0) * (1 - virtual)) < 1e-12)
        #expect(served < excluding && excluding < answered)
        #expect(throws: QueueingError.self) {
            try level(.excludingShortAbandons(shortAbandonSeconds: .nan))
        }
    }
}
