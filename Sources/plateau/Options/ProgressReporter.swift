import Execution
import Foundation
import Reports
import Synchronization

/// Shows progress on one line of the terminal that standard error is, if it is one.
final class ProgressReporter: Sendable {
    private let language: Language
    private let isTerminal: Bool
    private let shown = Mutex(Shown())

    fileprivate struct Shown {
        var width = 0
        var last = ContinuousClock.now - .seconds(1)
        /// Best cost and bound of each search: parts of it report what they alone have found.
        var best: [String: (incumbent: Double, bound: Double)] = [:]
    }

    init(language: Language) {
        self.language = language
        isTerminal = isatty(STDERR_FILENO) == 1
    }

    func show(_ progress: StageProgress) {
        guard isTerminal else { return }
        shown.withLock { state in
            let progress = state.joining(progress)
            // Ten lines a second are as many as anyone reads.
            guard ContinuousClock.now - state.last > .milliseconds(100) else { return }
            let line = progressLine(
                stage: progress.stage.rawValue, done: progress.done, total: progress.total,
                subject: progress.subject, incumbent: progress.incumbent, bound: progress.bound,
                language: language)
            let padding = String(repeating: " ", count: max(0, state.width - line.count))
            Console.error("\r" + line + padding)
            state.width = line.count
            state.last = .now
        }
    }

    /// Clears the line before anything else is printed.
    func finish() {
        shown.withLock { state in
            guard state.width > 0 else { return }
            Console.error("\r" + String(repeating: " ", count: state.width) + "\r")
            state.width = 0
        }
    }
}

extension ProgressReporter.Shown {
    /// A report with the best that any part of the same search has found.
    fileprivate mutating func joining(_ progress: StageProgress) -> StageProgress {
        guard let incumbent = progress.incumbent else { return progress }
        let key = progress.stage.rawValue + " " + progress.subject
        let known = best[key] ?? (.infinity, -.infinity)
        let joint = (min(known.incumbent, incumbent), max(known.bound, progress.bound ?? -.infinity))
        best[key] = joint
        var progress = progress
        progress.incumbent = joint.0
        progress.bound = joint.1.isFinite ? joint.1 : nil
        return progress
    }
}

/// The two output streams as UTF-8.
enum Console {
    static var colours: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    static func print(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

    static func print(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    static func error(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// Writes everything; stops in silence when the reader has gone away (`plateau … | head`),
    /// and with exit code 73 when the output is lost.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let step = Foundation.write(
                    descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
                if step <= 0 {
                    if errno == EINTR { continue }
                    if errno != EPIPE, descriptor == STDOUT_FILENO {
                        error("standard output: \(String(cString: strerror(errno)))\n")
                        exit(73)
                    }
                    return
                }
                sent += step
            }
        }
    }
}
