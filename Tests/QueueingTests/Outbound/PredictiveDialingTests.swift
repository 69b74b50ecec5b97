import Execution
import Foundation
import Queueing
import Testing

struct PredictiveDialingTests {
    private func team(
        _ agents: Int, cap: Double = 0.03, within: Double = 0, handle: Double = 200, gap: Double = 0
    ) throws -> PredictiveDialing {
        try PredictiveDialing(
            agents: agents, handleTimeSeconds: handle, gapSeconds: gap, maximumDropped: cap,
            connectWithinSeconds: within)
    }

    @Test(arguments: [(10, 0.54), (20, 0.68), (50, 0.81), (100, 0.88)])
    func smallTeamsDialBadly(_ agents: Int, occupancy: Double) throws {
        #expect(abs(try team(agents).occupancy - occupancy) < 0.005)
    }

    /// One agent, B = a/(1 + a) = 3 %: a = 3/97, and the agent carries 3 % of an erlang.
    @Test func oneAgentByHand() throws {
        let alone = try team(1, gap: 40)
        #expect(abs(alone.offeredLoad - 3.0 / 97) < 1e-12)
        #expect(abs(alone.occupancy - 0.03) < 1e-12)
        // 3 % of an hour in conversations of 240 s.
        #expect(abs(alone.contactsPerAgentHour - 0.45) < 1e-11)
        #expect(abs(try alone.attemptsPerHour(answerProbability: 0.25) - 4 * 0.45 / 0.97) < 1e-11)
        #expect(try alone.attemptsPerHour(answerProbability: 0) == .infinity)
    }

    /// The birth–death chain of the waiting answers drops the cap, and no load above it does.
    @Test func theCapIsReachedInTheChain() throws {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<60 {
            let agents = 1 + Int(generator.uniform() * 60)
            let cap = 0.005 + 0.2 * generator.uniform()
            let handle = 60 + 400 * generator.uniform()
            let within = generator.uniform() < 0.3 ? 0 : 0.5 + 9 * generator.uniform()
            let team = try team(agents, cap: cap, within: within, handle: handle)
            // Without a wait the chain is the loss system: answers that wait leave at once.
            let chain = BirthDeath(
                agents: agents, load: team.offeredLoad,
                abandonmentRate: within > 0 ? handle / within : 1e15)
            let dropped = 1 - chain.occupancy * Double(agents) / team.offeredLoad
            #expect(abs(dropped - cap) < 1e-9, "n \(agents), cap \(cap), within \(within)")
            #expect(team.droppedShare <= cap)
        }
    }

    @Test func largerTeamsLooserCapsAndLongerWaitsKeepAgentsBusier() throws {
        var generator = SeededGenerator(seed: 32)
        for _ in 0..<100 {
            let agents = 1 + Int(generator.uniform() * 200)
            let cap = 0.001 + 0.3 * generator.uniform()
            let within = 5 * generator.uniform()
            let plain = try team(agents, cap: cap, within: within)
            #expect(plain.occupancy > 0 && plain.occupancy < 1)
            #expect(try team(agents + 1, cap: cap, within: within).occupancy > plain.occupancy)
            #expect(try team(agents, cap: cap * 1.2, within: within).occupancy > plain.occupancy)
            #expect(try team(agents, cap: cap, within: within + 1).occupancy > plain.occupancy)
            // Ever slower dialling as the cap closes, never none at all.
            #expect(try team(agents, cap: cap / 1000, within: within).offeredLoad > 0)
        }
    }

    @Test func edges() throws {
        let many = try team(maximumAgents, within: 2)
        #expect(many.occupancy > 0.999 && many.occupancy <= 1)
        let loose = try team(10, cap: 0.999_999)
        #expect(loose.occupancy <= 1 && loose.offeredLoad.isFinite)
        #expect(throws: QueueingError.outOfDomain(.agents, value: 0)) { try team(0) }
        #expect(throws: QueueingError.outOfDomain(.agents, value: -1)) { try team(-1) }
        #expect(throws: QueueingError.outOfDomain(.droppedShare, value: 0)) { try team(3, cap: 0) }
        #expect(throws: QueueingError.outOfDomain(.droppedShare, value: 1)) { try team(3, cap: 1) }
        #expect(throws: QueueingError.self) { try team(3, cap: .nan) }
        #expect(throws: QueueingError.self) { try team(3, within: -1) }
        #expect(throws: QueueingError.self) { try team(3, within: .infinity) }
        #expect(throws: QueueingError.self) { try team(3, handle: 0) }
        #expect(throws: QueueingError.self) { try team(3, handle: 1e308, gap: 1e308) }
        #expect(throws: QueueingError.self) { try team(3).attemptsPerHour(answerProbability: 1.2) }
    }
}
