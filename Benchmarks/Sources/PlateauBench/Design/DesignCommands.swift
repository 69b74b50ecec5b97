import ArgumentParser
import Execution
import Foundation
import Scheduling
import Synchronization

/// What the suites `cover` and `week` understand.
struct DesignOptions: ParsableArguments {
    @Option(help: "One instance; default: every one of the family.") var file: String?
    @Option(help: "Folder of the instances.") var folder = "../shared/benchmarks/week"
    @Option(help: "Stop each run after so many seconds.") var seconds = 60.0
    @Option(help: "Runs of each instance; the median counts.") var runs = 1
    @Option(help: "Rounds of further search of a week.") var rounds = 1_000_000
    @Option(help: "Worker threads.") var threads = 2
    @Option(help: "Folder to write the solutions into.") var out: String?
    @Flag(help: "Print JSON.") var json = false

    /// The instances of a family, in order of name; none, with a message, where they are absent.
    func files(prefix: String) -> [URL] {
        if let file { return [URL(filePath: file)] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let found = names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }
            .sorted { $0.localizedStandardCompare($1) == .orderedAscending }
        if found.isEmpty {
            FileHandle.standardError.write(Data("\(folder): no \(prefix) instance, skipped\n".utf8))
        }
        return found.map { URL(filePath: folder).appending(path: $0) }
    }

    func run(prefix: String, suite: String) throws {
        var results: [Measurement] = []
        for url in files(prefix: prefix) {
            let result = try measure(DesignInstance(contentsOf: url), suite: suite)
            results.append(result)
            if !json { print(result.line) }
        }
        if json { print(try Measurement.json(results)) }
    }

    private func measure(_ instance: DesignInstance, suite: String) throws -> Measurement {
        var times: [Double] = []
        var last: ShiftDesign?
        var incumbents: [Measurement.Incumbent] = []
        for _ in 0..<max(1, runs) {
            let start = ContinuousClock.now
            let course = Course(start: start)
            last = try designShifts(
                instance.problem, rounds: rounds,
                control: RunControl(
                    deadline: .after(seconds: seconds), threads: threads, report: course.note))
            times.append(start.duration(to: .now).seconds)
            incumbents = course.incumbents
        }
        guard let design = last else { throw ValidationError("\(instance.name): no problem") }
        let text = solution(design, instance)
        let (cost, violations) = DesignChecker(instance: instance).check(text)
        guard violations.isEmpty, cost == design.cost else {
            throw ValidationError(
                "\(instance.name): cost \(design.cost), checked \(cost); "
                    + violations.prefix(3).joined(separator: "; "))
        }
        if let out {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            try Data(text.utf8).write(
                to: URL(filePath: out).appending(path: instance.name + ".csv"), options: .atomic)
        }
        var measured = Measurement(
            suite: suite, instance: instance.name, seconds: times.sorted()[times.count / 2])
        measured.objective = Double(design.cost)
        measured.bound = design.bound
        measured.incumbents = incumbents
        return measured
    }

    /// `tour,contract,day,start,paid,breaks`, breaks as `start:length` pairs.
    private func solution(_ design: ShiftDesign, _ instance: DesignInstance) -> String {
        var text = "tour,contract,day,start,paid,breaks\n"
        for (number, tour) in design.tours.enumerated() {
            let contract = instance.contracts[tour.contract]
            for (day, shift) in tour.days.enumerated() {
                guard let shift else { continue }
                let shape = contract.shapes[shift.shape]
                let breaks = zip(shift.breaks, shape.breaks).map { "\($0):\($1.length)" }
                text += "\(number),\(contract.id),\(day),\(shift.start),\(shape.paid),"
                text += breaks.joined(separator: " ") + "\n"
            }
        }
        return text
    }
}

/// The incumbents of one run, as they were reported.
private final class Course: Sendable {
    private let start: ContinuousClock.Instant
    private let best = Mutex<[Measurement.Incumbent]>([])

    init(start: ContinuousClock.Instant) { self.start = start }

    var incumbents: [Measurement.Incumbent] { best.withLock { $0 } }

    func note(_ progress: StageProgress) {
        guard let cost = progress.incumbent else { return }
        let seconds = start.duration(to: .now).seconds
        best.withLock { incumbents in
            if cost < (incumbents.last?.objective ?? .infinity) {
                incumbents.append(Measurement.Incumbent(seconds: seconds, objective: cost))
            }
        }
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

/// `plateau-bench cover`: shifts of one day.
struct CoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cover", abstract: "Design the shifts of one day; every solution is checked again.")
    @OptionGroup var options: DesignOptions
    func run() throws { try options.run(prefix: "day-", suite: "cover") }
}

/// `plateau-bench week`: tours of one week.
struct WeekCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "week", abstract: "Design the tours of one week; every solution is checked again.")
    @OptionGroup var options: DesignOptions
    func run() throws { try options.run(prefix: "week-", suite: "week") }
}
