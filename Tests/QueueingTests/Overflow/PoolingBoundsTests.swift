import Execution
import Queueing
import Testing

struct PoolingBoundsTests {
    private func line(
        _ calls: Double, handle: Double = 300, patience: Double = .infinity, share: Double = 0.8
    ) throws -> PooledLine {
        PooledLine(
            targets: try StaffingTargets(serviceLevel: .init(share: share, thresholdSeconds: 20)),
            callsPerHour: calls, handleTimeSeconds: handle, patienceSeconds: patience)
    }

    @Test func equalLinesAreOneQueueOfTheirSum() throws {
        let one = try line(60)
        let bounds = try poolingBounds(of: [one, one, one])
        let alone = try smallestStaffing(
            meeting: one.targets, model: .erlangC, callsPerHour: 60, handleTimeSeconds: 300)
        let all = try smallestStaffing(
            meeting: one.targets, model: .erlangC, callsPerHour: 180, handleTimeSeconds: 300)
        #expect(bounds.apart == [alone.agents, alone.agents, alone.agents])
        #expect(bounds.pooled == all.agents)
        #expect(bounds.pooled < bounds.siloed)
    }

    @Test func pooledIsNeverMore() throws {
        var generator = SeededGenerator(seed: 61)
        for _ in 0..<200 {
            let lines = try (0..<(1 + generator.below(4))).map { _ in
                try line(
                    300 * generator.uniform(), handle: 60 + 600 * generator.uniform(),
                    patience: generator.below(2) == 0 ? .infinity : 30 + 300 * generator.uniform(),
                    share: 0.5 + 0.49 * generator.uniform())
            }
            let bounds = try poolingBounds(of: lines)
            #expect(bounds.pooled <= bounds.siloed)
            #expect(bounds.apart.count == lines.count)
            if lines.count == 1 { #expect(bounds.pooled == bounds.siloed) }
        }
    }

    /// A patient line among impatient ones keeps the pooled queue patient in part: the rates of
    /// leaving are averaged, not the patiences.
    @Test func patienceIsAveragedByRate() throws {
        let mixed = try poolingBounds(of: [line(100, patience: 60), line(100)])
        let same = try poolingBounds(of: [line(200, patience: 120)])
        #expect(mixed.pooled == same.pooled)
    }

    @Test func edges() throws {
        let nothing = try poolingBounds(of: [])
        #expect(nothing.pooled == 0 && nothing.apart.isEmpty)
        let quiet = try poolingBounds(of: [line(0), line(0)])
        #expect(quiet.pooled == 0 && quiet.siloed == 0)
        let half = try poolingBounds(of: [line(0), line(50)])
        #expect(half.pooled == half.siloed)
        #expect(throws: QueueingError.self) { try poolingBounds(of: [line(-1)]) }
        #expect(throws: QueueingError.targetUnreachable(.serviceLevel)) {
            try poolingBounds(of: [line(10, share: 1)])
        }
    }
}
