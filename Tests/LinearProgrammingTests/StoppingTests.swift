import Execution
import Foundation
import LinearProgramming
import Synchronization
import Testing

/// Times are processor times of the thread that solves, so that a machine busy
/// with other work does not fail them; the limits are those that the design
/// states, with a margin for shared caches.
@Suite(.serialized) struct StoppingTests {
    /// The processor time of the thread that makes it, readable from any thread.
    private struct ThreadClock: Sendable {
        #if os(Linux)
            private let clock: clockid_t

            init() {
                var found = clockid_t()
                pthread_getcpuclockid(pthread_self(), &found)
                clock = found
            }

            var seconds: Double {
                var time = timespec()
                clock_gettime(clock, &time)
                return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
            }
        #else
            var seconds: Double { ProcessInfo.processInfo.systemUptime }
        #endif
    }

    /// Runs `work` with a control that another thread cancels once the work has
    /// taken `delay` seconds, and gives how long it went on from there.
    private func delayAfterCancel(
        _ delay: Double, _ work: (RunControl) throws -> SolveOutcome
    ) throws -> (seconds: Double, outcome: SolveOutcome) {
        let control = RunControl()
        let flag = control.cancellation
        let clock = ThreadClock()
        let begin = clock.seconds
        let raisedAt = Moment()
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            while clock.seconds - begin < delay { Thread.sleep(forTimeInterval: 0.002) }
            flag.cancel()
            raisedAt.seconds.withLock { $0 = clock.seconds }
            done.signal()
        }
        let outcome = try work(control)
        let end = clock.seconds
        // A run that ended by itself leaves the other thread waiting for its clock.
        try #require(outcome.stopCause == .cancelled)
        done.wait()
        return (end - raisedAt.seconds.withLock { $0 }, outcome)
    }

    private final class Moment: Sendable {
        let seconds = Mutex(0.0)
    }

    @Test func linearProgramIsCancelled() throws {
        let program = RandomPrograms.cover(rows: 1500, columns: 6000, perColumn: 30, seed: 1)
        let (delay, outcome) = try delayAfterCancel(0.3) { try program.solve(control: $0) }
        guard case .stopped(.cancelled, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(delay < 0.4)
    }

    @Test func daySizedSearchIsCancelled() throws {
        let program = RandomPrograms.marketSplit(rows: 6, columns: 60, seed: 1)
        let (delay, outcome) = try delayAfterCancel(0.3) { try program.solve(control: $0) }
        #expect(delay < 0.3)
        let bound = try #require(outcome.solution).bound
        #expect(bound.isFinite)
    }

    @Test(arguments: [false, true]) func weekSizedSearchIsCancelled(presolve: Bool) throws {
        let program = RandomPrograms.cover(
            rows: 672, columns: 3000, perColumn: 12, seed: 2, kind: .integer)
        let (delay, outcome) = try delayAfterCancel(3) {
            try program.solve(options: SolveOptions { $0.presolve = presolve }, control: $0)
        }
        #expect(delay < 1.5)
        // The search itself was under way: the root's bound is there.
        switch outcome {
        case .stopped(_, let bound): #expect(bound.isFinite)
        default: #expect(outcome.solution?.bound.isFinite == true)
        }
    }

    @Test func deadlineIsKept() throws {
        let program = RandomPrograms.marketSplit(rows: 6, columns: 60, seed: 1)
        let clock = ThreadClock()
        let begin = clock.seconds
        let deadline = Deadline.after(seconds: 1)
        let outcome = try program.solve(control: RunControl(deadline: deadline))
        #expect(outcome.stopCause == .deadline)
        #expect(deadline.isPast)
        #expect(clock.seconds - begin < 1.3)
        // On a busy machine a second may pass before the root is solved.
        if let solution = outcome.solution { #expect(solution.relativeGap > 0) }
    }

    @Test func deadlineOfALinearProgram() throws {
        let program = RandomPrograms.cover(rows: 1500, columns: 6000, perColumn: 30, seed: 1)
        let clock = ThreadClock()
        let begin = clock.seconds
        let deadline = Deadline.after(seconds: 0.3)
        let outcome = try program.solve(control: RunControl(deadline: deadline))
        #expect(outcome.stopCause == .deadline)
        #expect(deadline.isPast)
        // Validation and loading come on top of the deadline in a debug build.
        #expect(clock.seconds - begin < 1)
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
