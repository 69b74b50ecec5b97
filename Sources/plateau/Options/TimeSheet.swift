import Execution
import Reports
import Synchronization

/// Gathers where time goes, from any thread.
final class TimeSheet: Sendable {
    private let times = Mutex<[PhaseTime]>([])

    func add(_ time: PhaseTime) { times.withLock { $0.append(time) } }

    /// Prints the table on standard error: times depend on the machine and are no result.
    func show(_ language: Language) {
        let rows = times.withLock { $0 }.map {
            (subject: $0.subject, phase: $0.phase.rawValue, seconds: $0.seconds)
        }
        Console.error(timingText(rows, language: language))
    }
}
