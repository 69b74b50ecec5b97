import Execution
import Foundation
import Queueing
import Testing

struct ModifiedOfferedLoadTests {
    /// The differential equation itself, by fine Runge–Kutta steps.
    @Test func solvesItsEquation() throws {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<20 {
            let calls = (0..<12).map { _ in 1200 * generator.uniform() }
            let handle = (0..<12).map { _ in 60 + 1500 * generator.uniform() }
            let interval = 900 + 900 * generator.uniform()
            let start = generator.below(2) == 0 ? 0 : 50 * generator.uniform()
            let loads = try modifiedOfferedLoad(
                callsPerHour: calls, handleTimeSeconds: handle, intervalSeconds: interval,
                busyAtStart: start)
            var m = start
            for t in calls.indices {
                var sum = 0.0
                var largest = m
                let steps = 2000
                let step = interval / Double(steps)
                let slope = { (m: Double) in calls[t] / 3600 - m / handle[t] }
                for _ in 0..<steps {
                    let k1 = slope(m)
                    let k2 = slope(m + step / 2 * k1)
                    let k3 = slope(m + step / 2 * k2)
                    let k4 = slope(m + step * k3)
                    let next = m + step / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
                    sum += (m + next) / 2
                    m = next
                    largest = max(largest, m)
                }
                #expect(abs(loads[t].end - m) < 1e-6)
                #expect(abs(loads[t].mean - sum / Double(steps)) < 1e-4)
                #expect(abs(loads[t].maximum - largest) < 1e-6)
            }
        }
    }

    @Test func constantRatesKeepTheirLoad() throws {
        let loads = try modifiedOfferedLoad(
            callsPerHour: [120, 120, 120], handleTimeSeconds: [300, 300, 300], intervalSeconds: 1800,
            busyAtStart: nil)
        for load in loads {
            #expect(abs(load.mean - 10) < 1e-12)
            #expect(abs(load.maximum - 10) < 1e-12)
        }
        // A handle time far longer than the interval: calls pile up at the rate they come.
        let slow = try modifiedOfferedLoad(
            callsPerHour: [60], handleTimeSeconds: [1e12], intervalSeconds: 3600)
        #expect(abs(slow[0].end - 60) < 1e-3)
        #expect(abs(slow[0].mean - 30) < 1e-3)
    }

    @Test func rejectsWhatIsOutsideItsDomain() {
        #expect(throws: QueueingError.outOfDomain(.intervalSeconds, value: 0)) {
            try modifiedOfferedLoad(callsPerHour: [1], handleTimeSeconds: [1], intervalSeconds: 0)
        }
        #expect(throws: QueueingError.outOfDomain(.handleTimeSeconds, value: 2)) {
            try modifiedOfferedLoad(callsPerHour: [1], handleTimeSeconds: [1, 2], intervalSeconds: 60)
        }
        #expect(throws: QueueingError.outOfDomain(.callsPerHour, value: -1)) {
            try modifiedOfferedLoad(callsPerHour: [-1], handleTimeSeconds: [1], intervalSeconds: 60)
        }
        #expect(throws: QueueingError.self) {
            try modifiedOfferedLoad(
                callsPerHour: [1], handleTimeSeconds: [1], intervalSeconds: 60, busyAtStart: .infinity)
        }
    }
}
