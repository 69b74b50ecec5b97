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
}
