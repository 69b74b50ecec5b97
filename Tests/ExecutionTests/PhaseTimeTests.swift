import Execution
import Synchronization
import Testing

@Suite struct PhaseTimeTests {
    private struct Failure: Error, Equatable {}

    private final class Log: Sendable {
        let times = Mutex<[PhaseTime]>([])
        let reports = Mutex<[StageProgress]>([])
    }

    @Test func timesNameTheirSubjectAndPassResultsAndErrorsOn() {
        let log = Log()
        var control = RunControl()
        control.measure = { time in log.times.withLock { $0.append(time) } }
        let named = control.naming("hotline", done: { 0 }, total: 1)
        #expect(named.timed(.dive) { 42 } == 42)
        #expect(throws: Failure()) {
            try named.timed(.bound) { () throws(Failure) -> Int in throw Failure() }
        }
        let times = log.times.withLock { $0 }
        #expect(times.map(\.phase) == [.dive, .bound])
        #expect(times.allSatisfy { $0.subject == "hotline" && $0.seconds >= 0 })
    }

    @Test func nothingIsMeasuredWhereNobodyAsked() {
        let named = RunControl().naming("hotline", done: { 0 }, total: 1)
        #expect(named.measure == nil)
        #expect(named.timed(.days) { "result" } == "result")
    }

    @Test func reportsSayWhereTheyStandUnlessTheyDo() {
        let log = Log()
        let control = RunControl(report: { progress in log.reports.withLock { $0.append(progress) } })
        let named = control.naming("hotline", done: { 5 }, total: 12)
        named.report(StageProgress(stage: .schedule, done: 0, total: 0, incumbent: 3, bound: 2))
        named.report(StageProgress(stage: .schedule, done: 6, total: 12, subject: "sales"))
        #expect(
            log.reports.withLock { $0 } == [
                StageProgress(
                    stage: .schedule, done: 5, total: 12, subject: "hotline", incumbent: 3, bound: 2),
                StageProgress(stage: .schedule, done: 6, total: 12, subject: "sales"),
            ])
    }
}
