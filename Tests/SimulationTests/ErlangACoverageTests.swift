import Execution
import Foundation
import Queueing
import Simulation
import Testing
import Workforce

/// The engine against exact Erlang A: batch-mean intervals must hold the true value as often as
/// they say.
@Suite struct ErlangACoverageTests {
    struct Case: Sendable, CustomStringConvertible {
        var callsPerHour: Double
        var handleSeconds: Double
        var patienceSeconds: Double
        var agents: Int
        /// Length of a batch and number of batches kept.
        var batchHours: Double
        var batches: Int
        var description: String { "\(callsPerHour)/h, \(handleSeconds) s, n = \(agents)" }

        func exact() throws -> ServicePerformance {
            try performance(
                of: .erlangA(patienceSeconds: patienceSeconds), callsPerHour: callsPerHour,
                handleTimeSeconds: handleSeconds, agents: agents, thresholdSeconds: 20)
        }

        /// One warm-up batch is dropped; the last slot only serves who is left.
        func run(seed: UInt64) -> [SlotCounts] {
            let seconds = batchHours * 3600
            let queue = SingleQueue(
                arrivals: ArrivalProfile(
                    callsPerHour: callsPerHour, seconds: seconds * Double(batches + 1)),
                handleSeconds: handleSeconds, patienceSeconds: patienceSeconds,
                agents: Array(repeating: agents, count: batches + 2), slotSeconds: seconds,
                thresholdSeconds: 20)
            return Array(simulate(queue, seed: seed).slots.dropFirst().prefix(batches))
        }
    }

    static let cases = [
        Case(
            callsPerHour: 60, handleSeconds: 240, patienceSeconds: 60, agents: 5, batchHours: 40,
            batches: 30),
        Case(
            callsPerHour: 120, handleSeconds: 300, patienceSeconds: 90, agents: 12, batchHours: 32,
            batches: 30),
    ]

    /// Longer runs, for larger groups relax more slowly per call.
    static let longCases =
        cases + [
            Case(
                callsPerHour: 240, handleSeconds: 300, patienceSeconds: 180, agents: 21, batchHours: 60,
                batches: 30),
            Case(
                callsPerHour: 600, handleSeconds: 300, patienceSeconds: 180, agents: 50, batchHours: 50,
                batches: 30),
        ]

    struct Coverage {
        var held = 0
        var heldAbandonment = 0
        var widest = 0.0
        var runs: Int
        var share: Double { Double(held) / Double(runs) }
        var abandonmentShare: Double { Double(heldAbandonment) / Double(runs) }
    }

    static func coverage(of instance: Case, runs: Int) throws -> Coverage {
        let exact = try instance.exact()
        let estimates = orderedParallelMap(Array(0..<runs), threads: 2) { run in
            let slots = instance.run(seed: UInt64(run) &+ 1)
            let offered = slots.map { Double($0.offered) }
            return (
                RatioEstimate(numerators: slots.map { Double($0.answeredInTime) }, denominators: offered),
                RatioEstimate(numerators: slots.map { Double($0.abandoned) }, denominators: offered)
            )
        }
        var coverage = Coverage(runs: runs)
        for (level, abandonment) in estimates {
            let level = try #require(level)
            let abandonment = try #require(abandonment)
            coverage.widest = max(coverage.widest, level.halfWidth)
            if (level.low...level.high).contains(exact.serviceLevel) { coverage.held += 1 }
            if (abandonment.low...abandonment.high).contains(exact.abandonment) {
                coverage.heldAbandonment += 1
            }
        }
        return coverage
    }

    /// 200 runs: the share of true 95 % intervals lies in 89.5–99 % but once in a thousand.
    @Test(arguments: cases) func intervalsHoldTheExactValue(_ instance: Case) throws {
        let coverage = try Self.coverage(of: instance, runs: 200)
        #expect((0.895...0.99).contains(coverage.share), "\(coverage)")
        #expect((0.895...0.99).contains(coverage.abandonmentShare), "\(coverage)")
        #expect(coverage.widest <= 0.01, "\(coverage)")
    }

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["PLATEAU_LONG_TESTS"] != nil),
        arguments: longCases)
    func aThousandIntervalsHoldTheExactValue(_ instance: Case) throws {
        let coverage = try Self.coverage(of: instance, runs: 1000)
        print("\(instance): \(coverage)")
        #expect((0.93...0.97).contains(coverage.share), "\(coverage)")
        #expect((0.93...0.97).contains(coverage.abandonmentShare), "\(coverage)")
        #expect(coverage.widest <= 0.01, "\(coverage)")
    }
}
