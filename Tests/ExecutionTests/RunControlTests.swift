import Synchronization
import Testing

@testable import Execution

@Suite struct RunControlTests {
    @Test func neverHasNoEnd() {
        #expect(!Deadline.never.isPast)
        #expect(Deadline.never.remainingSeconds == .infinity)
    }

    @Test(arguments: [0, -1, -1e9]) func aPastDeadlineIsPast(_ seconds: Double) {
        let deadline = Deadline.after(seconds: seconds)
        #expect(deadline.isPast)
        #expect(deadline.remainingSeconds == 0)
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan]) func noFiniteLengthIsNoLimit(_ seconds: Double) {
        #expect(Deadline.after(seconds: seconds).remainingSeconds == .infinity)
    }

    @Test func theEarlierOfTwoEndsCounts() {
        let hour = Deadline.after(seconds: 3600)
        #expect(hour.capped(seconds: 10).remainingSeconds <= 10)
        #expect(hour.capped(seconds: 7200).remainingSeconds > 3500)
        #expect(Deadline.never.capped(seconds: 10).remainingSeconds <= 10)
        #expect(!hour.isPast)
    }

    @Test func aRunStopsWhenCancelledOrLate() {
        let control = RunControl(threads: -3)
        #expect(control.threads == 1)
        #expect(!control.shouldStop)
        control.cancellation.cancel()
        #expect(control.shouldStop)
        #expect(RunControl(deadline: .after(seconds: -1)).shouldStop)
    }

    @Test func progressReachesItsListener() {
        let heard = Mutex([StageProgress]())
        let control = RunControl(report: { progress in heard.withLock { $0.append(progress) } })
        let step = StageProgress(stage: .schedule, done: 1, total: 3, subject: "help")
        control.report(step)
        #expect(heard.withLock { $0 } == [step])
    }
}
