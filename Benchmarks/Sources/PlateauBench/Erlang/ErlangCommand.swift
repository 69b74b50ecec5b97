import ArgumentParser
import Foundation

/// Speed and accuracy of the queueing formulas and their inverses.
struct ErlangCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erlang",
        abstract: "Measure the queueing formulas: staffing, tables, batches, periods.",
        discussion: """
            Loads are random with a fixed seed. `mismatches` counts answers that differ from the \
            search over exact evaluations (at most 100000 compared). The rival tries every number \
            of agents from the load upwards with the recursion of Erlang's loss formula; `ratio` is \
            its seconds over ours, each per load.
            """)

    @Option(
        help: """
            Reference rows in CSV, with the columns model, n, calls_per_h, aht_s, … of values or \
            model, calls_per_h, …, n_min of staffings. Repeatable.
            """)
    var file: [String] = []
    @Option(help: "Least time spent measuring an instance; the best run counts.")
    var seconds = 1.0
    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard seconds.isFinite, seconds >= 0 else {
            throw ValidationError("--seconds: write a number from 0")
        }
    }

    func run() throws {
        var results: [Measurement] = []
        for instance in try ErlangInstance.all() {
            let result = try instance.measure(atLeast: seconds)
            results.append(result)
            if !json { print(result.line) }
        }
        results.append(try PeriodInstance.measure(atLeast: seconds))
        if !json, let last = results.last { print(last.line) }
        for name in file {
            let url = URL(filePath: name)
            guard FileManager.default.fileExists(atPath: url.path) else {
                FileHandle.standardError.write(Data("\(name): absent, skipped\n".utf8))
                continue
            }
            let result = try ReferenceRows(contentsOf: url).measure()
            results.append(result)
            if !json { print(result.line) }
        }
        if json { print(try Measurement.json(results)) }
    }
}
