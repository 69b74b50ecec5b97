import ArgumentParser
import Execution
import Foundation

/// How long and how wide a run may be.
struct RunOptions: ParsableArguments {
    @Option(name: .long, help: "Seed of everything drawn at random; same seed, same output.")
    var seed: UInt64 = 1

    @Option(name: .long, help: "Stop with the best plan found after this long (30s, 5m).")
    var timeLimit: DurationArgument?

    @Option(name: .long, help: "Worker threads (default: all cores); results do not depend on it.")
    var threads: Int?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads \(threads): write a number from 1 to 1024")
        }
        if let timeLimit, timeLimit.seconds <= 0 {
            throw ValidationError("--time-limit: write a time above zero, for example 30s")
        }
    }

    func control(reporter: ProgressReporter) -> RunControl {
        // The end of a stage and the output take their part of the limit.
        let search = timeLimit.map { $0.seconds - min(0.5, 0.04 * $0.seconds + 0.1) }
        return RunControl(
            deadline: search.map { .after(seconds: max(0.05, $0)) } ?? .never,
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, seed: seed,
            report: { reporter.show($0) })
    }
}
