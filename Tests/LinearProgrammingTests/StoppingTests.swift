import Execution
import Foundation
import LinearProgramming
import Testing

/// Times are measured alone, one after the other; the limits are those that the
/// design states, doubled for a machine that is busy with other tests.
@Suite(.serialized) struct StoppingTests {
    private func seconds(_ work: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let (whole, attoseconds) = try clock.measure(work).components
        return Double(whole) + Double(attoseconds) * 1e-18
    }

    /// Runs `work` with a control that another thread cancels after `delay`
    /// seconds, and gives how long it went on from there.
    private func delayAfterCancel(
        _ delay: Double, _ work: (RunControl) throws -> SolveOutcome
    ) throws -> (seconds: Double, outcome: SolveOutcome) {
        let control = RunControl()
        let flag = control.cancellation
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: delay)
            flag.cancel()
        }
        var outcome: SolveOutcome?
        let took = try seconds { outcome = try work(control) }
        return (took - delay, try #require(outcome))
    }

    @Test func linearProgramIsCancelled() throws {
        let program = RandomPrograms.cover(rows: 3000, columns: 12_000, perColumn: 30, seed: 1)
        let (delay, outcome) = try delayAfterCancel(0.3) { try program.solve(control: $0) }
        print("cancelled LP after", delay)
        #expect(outcome.stopCause == .cancelled)
        #expect(delay < 0.5)
    }

    @Test func daySizedSearchIsCancelled() throws {
        let program = RandomPrograms.marketSplit(rows: 6, columns: 60, seed: 1)
        let (delay, outcome) = try delayAfterCancel(0.3) { try program.solve(control: $0) }
        print("cancelled day search after", delay)
        #expect(outcome.stopCause == .cancelled)
        #expect(delay >= 0)
        #expect(delay < 0.5)
        let bound = try #require(outcome.solution).bound
        #expect(bound.isFinite)
    }

    @Test(arguments: [false, true]) func weekSizedSearchIsCancelled(presolve: Bool) throws {
        let program = RandomPrograms.cover(
            rows: 672, columns: 3000, perColumn: 30, seed: 2, kind: .integer)
        let (delay, outcome) = try delayAfterCancel(2) {
            try program.solve(options: SolveOptions { $0.presolve = presolve }, control: $0)
        }
        print("cancelled week search after", delay, outcome.solution?.relativeGap ?? .nan)
        #expect(outcome.stopCause == .cancelled)
        #expect(delay < 3)
        // The search itself was under way: the root's bound is there.
        switch outcome {
        case .stopped(_, let bound): #expect(bound.isFinite)
        default: #expect(outcome.solution?.bound.isFinite == true)
        }
    }

    @Test func deadlineIsKept() throws {
        let program = RandomPrograms.marketSplit(rows: 6, columns: 60, seed: 1)
        var outcome: SolveOutcome?
        let took = try seconds {
            outcome = try program.solve(control: RunControl(deadline: .after(seconds: 0.4)))
        }
        #expect(outcome?.stopCause == .deadline)
        #expect(took >= 0.4)
        #expect(took < 0.8)
        #expect(try #require(outcome?.solution).relativeGap > 0)
    }

    @Test func deadlineOfALinearProgram() throws {
        let program = RandomPrograms.cover(rows: 3000, columns: 12_000, perColumn: 30, seed: 1)
        var outcome: SolveOutcome?
        let took = try seconds {
            outcome = try program.solve(control: RunControl(deadline: .after(seconds: 0.3)))
        }
        #expect(outcome?.stopCause == .deadline)
        #expect(took < 0.8)
    }

    @Test func aPastDeadlineGivesNothingOrTheStart() throws {
        let program = RandomPrograms.marketSplit(rows: 3, columns: 20, seed: 1)
        let control = RunControl(deadline: .after(seconds: -1))
        let bare = try program.solve(control: control)
        #expect(bare.isTimedOut)
        #expect(bare == .stopped(.deadline, bound: -.infinity))
        var start = [Double](repeating: 0, count: program.variableCount)
        for row in 0..<program.rowCount { start[21 + 2 * row] = program.rowBounds[row].lower }
        let kept = try program.solve(options: SolveOptions { $0.start = start }, control: control)
        #expect(kept.stopCause == .deadline)
        #expect(kept.solution?.values == start)
        #expect(!kept.isTimedOut)
    }

    @Test func iterationLimitOfALinearProgram() throws {
        let program = RandomPrograms.cover(rows: 100, columns: 300, perColumn: 8, seed: 1)
        let whole = try #require(try program.solve().solution)
        #expect(whole.iterations > 60)
        let cut = try program.solve(options: SolveOptions { $0.iterationLimit = 50 })
        #expect(cut.stopCause == .iterationLimit)
        // The dual simplex holds a bound all the way.
        guard case .stopped(_, let bound) = cut else {
            Issue.record("\(cut)")
            return
        }
        #expect(bound.isFinite)
        #expect(bound <= whole.objective + 1e-6)
        let primal = try program.solve(
            options: SolveOptions {
                $0.method = .primal
                $0.iterationLimit = 90
            })
        #expect(primal.stopCause == .iterationLimit)
        if let solution = primal.solution {
            #expect(solution.objective >= whole.objective - 1e-6)
            #expect(solution.bound == -.infinity)
        }
    }

    @Test func slicesReachTheSameOptimumAndCanGoOn() throws {
        let program = RandomPrograms.cover(rows: 200, columns: 800, perColumn: 10, seed: 5)
        let whole = try #require(try program.solve().solution)
        let sliced = try program.withSession { session throws(LinearProgramError) in
            var rounds = 0
            while true {
                rounds += 1
                let status = try session.solve(iterationLimit: 40)
                if status != .stopped(.iterationLimit) { return (status, rounds) }
            }
        }
        #expect(sliced.1 > 3)
        #expect(abs((sliced.0.objective ?? 0) - whole.objective) < 1e-6 * whole.objective)
    }
}
