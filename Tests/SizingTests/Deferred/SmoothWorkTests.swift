import Execution
import Testing

@testable import Sizing

@Suite struct SmoothWorkTests {
    @Test func byHand() {
        // 6 at once, 6 more half-way, all due at the end: a straight line.
        #expect(smoothWork(due: [0, 0, 0, 12], available: [6, 6, 12, 12]) == [3, 3, 3, 3])
        // Only 2 come in first: 1 a step, then 5 for the rest.
        #expect(smoothWork(due: [0, 0, 0, 12], available: [1, 2, 12, 12]) == [1, 1, 5, 5])
        // 8 due after the first step, the rest whenever.
        #expect(smoothWork(due: [8, 8, 8, 11], available: [11, 11, 11, 11]) == [8, 1, 1, 1])
        // Nothing may wait.
        #expect(smoothWork(due: [1, 3, 3], available: [1, 3, 3]) == [1, 2, 0])
        #expect(smoothWork(due: [], available: []).isEmpty)
        #expect(smoothWork(due: [0, 0], available: [0, 0]) == [0, 0])
    }

    /// Work falls from one step to the next only where all that may wait does, and rises only where
    /// all that has come in is done: what makes a schedule in a corridor the best for every convex
    /// cost. The peak is max (due by j − come in by i) / (j − i).
    @Test func randomCorridors() {
        var generator = SeededGenerator(seed: 71)
        for _ in 0..<2000 {
            let count = 1 + Int(generator.uniform() * 30)
            var (due, available) = ([Double](), [Double]())
            var (low, high) = (0.0, 0.0)
            for _ in 0..<count {
                if generator.uniform() < 0.7 { high += (generator.uniform() * 9).rounded() }
                if generator.uniform() < 0.6 { low += generator.uniform() * (high - low) }
                available.append(high)
                due.append(low)
            }
            due[count - 1] = high
            let work = smoothWork(due: due, available: available)
            var done = 0.0
            var peak = 0.0
            for step in 0..<count {
                #expect(work[step] >= 0)
                done += work[step]
                #expect(done >= due[step] - 1e-9 && done <= available[step] + 1e-9)
                if step + 1 < count, work[step] > work[step + 1] + 1e-9 {
                    #expect(abs(done - due[step]) < 1e-9)
                }
                if step + 1 < count, work[step] < work[step + 1] - 1e-9 {
                    #expect(abs(done - available[step]) < 1e-9)
                }
                for before in -1..<step {
                    let came = before < 0 ? 0 : available[before]
                    peak = max(peak, (due[step] - came) / Double(step - before))
                }
            }
            #expect(abs((work.max() ?? 0) - peak) < 1e-9)
        }
    }
}
