import Execution
import Foundation
import Queueing
import Testing
import Workforce

@testable import Simulation

@Suite struct SingleQueueTests {
    static func queue(
        agents: Int, callsPerHour: Double = 120, hours: Double = 2000,
        handleTime: HandleTimeLaw = .exponential, patienceSeconds: Double? = 120,
        patience: PatienceLaw = .exponential
    ) -> SingleQueue {
        SingleQueue(
            arrivals: ArrivalProfile(callsPerHour: callsPerHour, seconds: hours * 3600), handleSeconds: 240,
            handleTime: handleTime, patienceSeconds: patienceSeconds, patience: patience,
            agents: Array(repeating: agents, count: Int(hours)), slotSeconds: 3600, thresholdSeconds: 20)
    }

    static func total(_ run: SingleQueueRun) -> SlotCounts {
        run.slots.reduce(into: SlotCounts()) { $0 += $1 }
    }

    @Test func sameSeedSameRun() {
        let queue = Self.queue(agents: 9, hours: 50)
        #expect(simulate(queue, seed: 4) == simulate(queue, seed: 4))
        #expect(simulate(queue, seed: 4) != simulate(queue, seed: 5))
    }

    @Test func withoutPatienceItIsErlangC() throws {
        let run = Self.total(simulate(Self.queue(agents: 10, hours: 20_000, patienceSeconds: nil), seed: 1))
        let exact = try ErlangC(callsPerHour: 120, handleTimeSeconds: 240, agents: 10)
        let level = Double(run.answeredInTime) / Double(run.offered)
        #expect(run.abandoned == 0)
        #expect(abs(level - (try exact.serviceLevel(withinSeconds: 20))) < 0.005)
        #expect(
            abs(run.answeredWaitSeconds / Double(run.offered) - exact.averageSpeedOfAnswerSeconds) < 1)
    }

    @Test func busyAndOnlineTimeGiveTheOccupancy() throws {
        let queue = Self.queue(agents: 7, hours: 10_000)
        let run = simulate(queue, seed: 2)
        let exact = try ErlangA(
            callsPerHour: 120, handleTimeSeconds: 240, patienceSeconds: 120, agents: 7)
        let online = run.onlineSeconds.reduce(0, +)
        #expect(abs(online - 7 * 10_000 * 3600) < 1)
        #expect(abs(run.busySeconds.reduce(0, +) / online - exact.occupancy) < 0.003)
    }

    /// M/M/n+G (Zeltyn & Mandelbaum 2005) by a fine numerical integral, no product formula.
    @Test(arguments: [
        PatienceLaw.deterministic, .uniform, .weibull(shape: 2), .lognormal(variation: 0.8),
    ])
    func otherPatiencesMeetTheirIntegral(_ law: PatienceLaw) {
        let (agents, lambda, mu, mean) = (8, 120.0 / 3600, 1.0 / 240, 90.0)
        let survival: (Double) -> Double = { x in
            switch law {
            case .deterministic: x < mean ? 1 : 0
            case .uniform: max(0, 1 - x / (2 * mean))
            case .weibull(let shape): exp(-pow(x * tgamma(1 + 1 / shape) / mean, shape))
            case .lognormal(let variation):
                0.5
                    * erfc(
                        (log(x / mean) / log(1 + variation * variation).squareRoot() + 0.5
                            * log(1 + variation * variation).squareRoot()) / 2.0.squareRoot())
            case .exponential: exp(-x / mean)
            }
        }
        var loss = 1.0
        for k in 1..<agents { loss = lambda / mu * loss / (Double(k) + lambda / mu * loss) }
        let step = 0.01
        var (hazard, integral) = (0.0, 0.0)
        for index in 0..<400_000 {
            let middle = (Double(index) + 0.5) * step
            hazard += 0.5 * step * survival(middle)
            integral += step * exp(lambda * hazard - Double(agents) * mu * middle)
            hazard += 0.5 * step * survival(middle)
        }
        let whole = 1 / loss + lambda * integral
        let abandonment = (1 + (lambda - Double(agents) * mu) * integral) / whole
        let run = Self.total(
            simulate(
                Self.queue(agents: agents, hours: 20_000, patienceSeconds: mean, patience: law), seed: 3))
        #expect(abs(Double(run.abandoned) / Double(run.offered) - abandonment) < 0.002)
    }

    /// Equal means: less varied handle times wait less.
    @Test func variedHandleTimesWaitLonger() {
        let waits = [0, 0.5, 2].map { variation in
            Self.total(
                simulate(
                    Self.queue(
                        agents: 9, hours: 8000, handleTime: .lognormal(variation: variation),
                        patienceSeconds: nil), seed: 7)
            ).answeredWaitSeconds
        }
        #expect(waits[0] < waits[1] && waits[1] < waits[2])
    }

    @Test func whoLeavesFinishesFirst() {
        // One agent, on duty for the first second only; the caller of that second is served to the end.
        let queue = SingleQueue(
            arrivals: ArrivalProfile(callsPerHour: 36_000, seconds: 1), handleSeconds: 500,
            handleTime: .lognormal(variation: 0), patienceSeconds: 60, patience: .deterministic,
            agents: [1, 0], slotSeconds: 1, thresholdSeconds: 20)
        let run = simulate(queue, seed: 1)
        let all = Self.total(run)
        #expect(all.offered > 3)
        #expect(all.answered == 1)
        #expect(all.abandonedWaitSeconds == Double(all.abandoned) * 60)
    }

    @Test func fewerAgentsTakeNoMoreCallsThanTheirNumber() {
        // Two conversations of 500 s are in hand when one agent of two goes: the next call is taken
        // at the end of the second, not of the first.
        let queue = SingleQueue(
            arrivals: ArrivalProfile(callsPerHour: 36_000, seconds: 10), handleSeconds: 500,
            handleTime: .lognormal(variation: 0), agents: [2, 1], slotSeconds: 10, thresholdSeconds: 20)
        let run = simulate(queue, seed: 1)
        let all = Self.total(run)
        let waits = (1..<all.offered - 1).reduce(0) { $0 + 500 * $1 }
        #expect(abs(all.answeredWaitSeconds - Double(waits)) < 10 * Double(all.offered))
    }

    @Test func nobodyOnDutyAnswersNobody() {
        let run = Self.total(simulate(Self.queue(agents: 0, hours: 50), seed: 1))
        #expect(run.offered > 5000)
        #expect(run.answered == 0 && run.answeredInTime == 0)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [Double.nan, .infinity, -1, 0, 1e300, 1e-300])
    func absurdNumbersGiveEmptyOrFiniteRuns(_ value: Double) {
        var queues = [Self.queue(agents: 3, callsPerHour: value, hours: 3)]
        queues.append(Self.queue(agents: 3, hours: 3, patienceSeconds: value))
        queues.append(Self.queue(agents: 3, hours: 3, handleTime: .lognormal(variation: value)))
        queues.append(Self.queue(agents: 3, hours: 3, patience: .weibull(shape: value)))
        queues.append(Self.queue(agents: 3, hours: 3, patience: .lognormal(variation: value)))
        var queue = Self.queue(agents: -4, hours: 3)
        queue.slotSeconds = value
        queues.append(queue)
        queue.agents = [3, 1, 2]
        queues.append(queue)
        queue.slotSeconds = 3600
        queues.append(Self.queue(agents: 3, callsPerHour: 1e-6, hours: 3))
        queues[queues.count - 1].arrivals = ArrivalProfile(callsPerHour: 120, seconds: value)
        queue.handleSeconds = value
        queues.append(queue)
        queue.handleSeconds = 100
        queue.thresholdSeconds = value
        queues.append(queue)
        for queue in queues {
            let run = simulate(queue, seed: 1)
            for slot in run.slots {
                #expect(slot.answeredInTime <= slot.answered && slot.abandoned <= slot.offered)
                #expect(slot.answeredWaitSeconds >= 0 && slot.answeredWaitSeconds.isFinite)
                #expect(slot.abandonedWaitSeconds >= 0 && slot.abandonedWaitSeconds.isFinite)
            }
            #expect(run.busySeconds.allSatisfy { $0 >= 0 && $0.isFinite })
        }
    }
}
