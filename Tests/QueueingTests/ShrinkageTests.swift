import Queueing
import Testing

struct ShrinkageTests {
    @Test(
        arguments: [
            (10, 0.5, 0.0, 20), (7, 0.3, 0, 10), (63, 0.3, 0.1, 100), (54, 0.3, 0, 78), (0, 0.9, 0.9, 0),
            (1, 0, 0, 1), (10, 0.05, 0.1, 12), (100, 0.1, 0.2, 139), (81, 0.1, 0.1, 100),
        ] as [(Int, Double, Double, Int)])
    func roundsUpOnce(agents: Int, external: Double, inner: Double, scheduled: Int) throws {
        let shrinkage = try Shrinkage(external: external, internal: inner)
        #expect(try shrinkage.scheduledAgents(forAgents: agents) == scheduled)
    }

    /// k/(1 − s) is whole whenever s = j/100 and 100 − j divides 100k: no phantom agent.
    @Test func wholeQuotientsStayWhole() throws {
        var checked = 0
        for percent in 0..<100 {
            let shrinkage = try Shrinkage(external: Double(percent) / 100)
            for agents in 1...200 {
                let scheduled = try shrinkage.scheduledAgents(forAgents: agents)
                let exact = (agents * 100 + (100 - percent) - 1) / (100 - percent)
                #expect(scheduled == exact, "\(agents) at \(percent) %")
                checked += 1
            }
        }
        #expect(checked == 20_000)
    }

    @Test(arguments: [Double.nan, 1, 1.5, -0.1, Double.infinity]) func rejects(share: Double) {
        #expect(throws: QueueingError.self) { try Shrinkage(external: share) }
        #expect(throws: QueueingError.self) { try Shrinkage(internal: share) }
    }

    @Test func rejectsAgentsAndOverflow() throws {
        #expect(throws: QueueingError.self) { try Shrinkage().scheduledAgents(forAgents: -1) }
        let nearlyAll = try Shrinkage(external: 1.0.nextDown, internal: 1.0.nextDown)
        #expect(throws: QueueingError.self) { try nearlyAll.scheduledAgents(forAgents: 5) }
    }
}
