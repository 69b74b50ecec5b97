import Execution
import Foundation
import Queueing
import Testing

struct OutboundTests {
    @Test func contactsPerAgentHour() throws {
        // One answer in four: 3 × (10 + 25) lost, then 10 + 12 + 240 and 8 of gap: 375 s.
        let cycle = try DialingCycle(
            answerProbability: 0.25, setupSeconds: 10, failedAttemptSeconds: 25,
            answerDelaySeconds: 12, handleTimeSeconds: 240, gapSeconds: 8)
        #expect(cycle.secondsPerContact == 375)
        #expect(cycle.contactsPerAgentHour == 9.6)
        #expect(cycle.attemptsPerAgentHour == 38.4)
        #expect(cycle.occupancy == 0.64)
    }

    @Test func edges() throws {
        func cycle(_ probability: Double, setup: Double = 10) throws -> DialingCycle {
            try DialingCycle(
                answerProbability: probability, setupSeconds: setup, failedAttemptSeconds: 20,
                answerDelaySeconds: 0, handleTimeSeconds: 110, gapSeconds: 0)
        }
        #expect(try cycle(1).contactsPerAgentHour == 30)
        let nobody = try cycle(0)
        #expect(nobody.contactsPerAgentHour == 0)
        #expect(nobody.attemptsPerAgentHour == 120)
        #expect(nobody.occupancy == 0)
        #expect(throws: QueueingError.self) { try cycle(.nan) }
        #expect(throws: QueueingError.self) { try cycle(1.2) }
        #expect(throws: QueueingError.self) { try cycle(0.5, setup: -1) }
        #expect(throws: QueueingError.self) { try cycle(0.5, setup: .infinity) }
    }

    @Test(
        arguments: [
            (0, 0.3, 0.0), (1, 0.3, 0.3), (2, 0.3, 0.51), (4, 0.5, 0.9375), (4, 1, 1), (4, 0, 0),
            (2, 1e-12, 1.999999999999e-12),
        ] as [(Int, Double, Double)])
    func penetration(attempts: Int, probability: Double, expected: Double) throws {
        let reached = try listPenetration(afterAttempts: attempts, answerProbability: probability)
        #expect(relativeError(reached, expected) < 1e-14)
    }

    @Test func rejects() {
        #expect(throws: QueueingError.self) {
            try listPenetration(afterAttempts: -1, answerProbability: 0.5)
        }
        #expect(throws: QueueingError.self) {
            try listPenetration(afterAttempts: 1, answerProbability: .nan)
        }
    }

    /// A spread of 1/(α + β + 1): the chances of the Beta law integrated numerically.
    @Test(arguments: [(1.0, 3.0), (0.5, 2.5), (2.0, 2.0), (6.0, 1.5)])
    func recordsThatDiffer(alpha: Double, beta: Double) throws {
        let spread = 1 / (alpha + beta + 1)
        let mean = alpha / (alpha + beta)
        // p = u^m turns an unbounded density at either end into a smooth integrand.
        let power = 8.0
        func integral(_ value: (Double) -> Double) -> Double {
            let steps = 200_000
            var (sum, weights) = (0.0, 0.0)
            for step in 0..<steps {
                let u = (Double(step) + 0.5) / Double(steps)
                let (low, high) = (pow(u, power), pow(1 - u, power))
                let p = low / (low + high)
                let slope = p * (1 - p) * (1 / u + 1 / (1 - u))
                let weight = pow(p, alpha - 1) * pow(1 - p, beta - 1) * slope
                sum += weight * value(p)
                weights += weight
            }
            return sum / weights
        }
        for attempts in [1, 2, 3, 4, 10, 40] {
            let reached = try listPenetration(
                afterAttempts: attempts, answerProbability: mean, spread: spread)
            #expect(abs(reached - integral { 1 - pow(1 - $0, Double(attempts)) }) < 1e-7)
            let made = try attemptsPerRecord(upTo: attempts, answerProbability: mean, spread: spread)
            let expected = integral { (1 - pow(1 - $0, Double(attempts))) / $0 }
            #expect(abs(made - expected) < 1e-6 * expected, "\(attempts)")
        }
    }

    @Test func moreSpreadReachesFewerAndTakesMoreAttempts() throws {
        var generator = SeededGenerator(seed: 33)
        for _ in 0..<300 {
            let attempts = 2 + Int(generator.uniform() * 20)
            let p = 0.01 + 0.98 * generator.uniform()
            let spread = 0.9 * generator.uniform()
            func reached(_ attempts: Int, _ spread: Double) throws -> Double {
                try listPenetration(afterAttempts: attempts, answerProbability: p, spread: spread)
            }
            let one = try reached(attempts, spread)
            #expect(one <= (try reached(attempts, 0)) && one >= p * (1 - 1e-12) && one <= 1)
            #expect((try reached(attempts, spread + 0.05)) < one)
            #expect((try reached(attempts + 1, spread)) > one)
            #expect(abs(try reached(1, spread) - p) < 1e-14)
            let made = try attemptsPerRecord(upTo: attempts, answerProbability: p, spread: spread)
            #expect(made <= Double(attempts))
            #expect(made >= (try attemptsPerRecord(upTo: attempts, answerProbability: p)) * (1 - 1e-12))
            // Without spread the limit: attempts made are reached/p.
            let plain = try attemptsPerRecord(upTo: attempts, answerProbability: p, spread: 1e-12)
            #expect(abs(plain * p - (try reached(attempts, 0))) < 1e-9)
        }
    }

    @Test func edgesOfALists() throws {
        // Each record always or never answers.
        #expect(try listPenetration(afterAttempts: 9, answerProbability: 0.3, spread: 1) == 0.3)
        #expect(abs(try attemptsPerRecord(upTo: 9, answerProbability: 0.3, spread: 1) - 6.6) < 1e-12)
        #expect(try attemptsPerRecord(upTo: 4, answerProbability: 0, spread: 0.5) == 4)
        #expect(try attemptsPerRecord(upTo: 0, answerProbability: 0.5, spread: 0.5) == 0)
        #expect(try attemptsPerRecord(upTo: .max, answerProbability: 0.25) == 4)
        #expect(try listPenetration(afterAttempts: 3, answerProbability: 1, spread: 0.4) == 1)
        for spread in [-0.1, 1.1, .nan] {
            #expect(throws: QueueingError.self) {
                try listPenetration(afterAttempts: 3, answerProbability: 0.5, spread: spread)
            }
            #expect(throws: QueueingError.self) {
                try attemptsPerRecord(upTo: 3, answerProbability: 0.5, spread: spread)
            }
        }
        #expect(throws: QueueingError.self) { try attemptsPerRecord(upTo: -1, answerProbability: 0.5) }
    }
}
