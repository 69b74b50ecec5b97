import ArgumentParser
import Execution
import Foundation
import Scheduling

/// `plateau-bench shift-design`: few kinds of shifts, on TU Wien's data sets.
struct ShiftDesignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shift-design",
        abstract: "Design few kinds of shifts for a cyclic week; every solution is checked again.")

    @Option(help: "One instance; default: every one of the folder.") var file: String?
    @Option(help: "Folder of the instances (.dzn).") var folder = "../shared/benchmarks/shift_design"
    @Option(help: "Stop each run after so many seconds.") var seconds = 30.0
    @Option(help: "Runs of each instance; the median counts.") var runs = 1
    @Option(help: "Folder to write the solutions into.") var out: String?
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        var results: [Measurement] = []
        for url in files {
            let result = try measure(ShiftDesignInstance(contentsOf: url))
            results.append(result)
            if !json { print(result.line) }
        }
        if json { print(try Measurement.json(results)) }
    }

    /// The instances in order of name; none, with a message, where they are absent.
    private var files: [URL] {
        if let file { return [URL(filePath: file)] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let found = names.filter { $0.hasSuffix(".dzn") }
            .sorted { $0.localizedStandardCompare($1) == .orderedAscending }
        if found.isEmpty {
            FileHandle.standardError.write(Data("\(folder): no .dzn instance, skipped\n".utf8))
        }
        return found.map { URL(filePath: folder).appending(path: $0) }
    }

    private func measure(_ instance: ShiftDesignInstance) throws -> Measurement {
        var times: [Double] = []
        var last: ShiftKindDesign?
        for _ in 0..<max(1, runs) {
            let start = ContinuousClock.now
            last = try designShiftKinds(
                instance.problem, control: RunControl(deadline: .after(seconds: seconds)))
            let spent = (ContinuousClock.now - start).components
            times.append(Double(spent.seconds) + Double(spent.attoseconds) * 1e-18)
        }
        guard let design = last else { throw ValidationError("\(instance.name): no problem") }
        let text = instance.solution(design)
        let (cost, violations) = ShiftDesignChecker(instance: instance).check(text)
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
            suite: "shift-design", instance: instance.name, seconds: times.sorted()[times.count / 2])
        measured.objective = Double(design.cost)
        measured.bound = design.bound
        return measured
    }
}

extension ShiftDesignInstance {
    /// `day,start,length,count`, start and length in minutes.
    func solution(_ design: ShiftKindDesign) -> String {
        var text = "day,start,length,count\n"
        for day in 0..<days {
            for (kind, agents) in zip(design.kinds, design.agents) where agents[day] > 0 {
                text += "\(day),\(kind.start * interval),\(kind.length * interval),\(agents[day])\n"
            }
        }
        return text
    }
}
