import ArgumentParser
import Foundation
import PlanFiles
import Reports
import Workforce

/// `plateau init`: a commented starter workspace.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a commented starter workspace.")

    @Argument(help: "Folder to make; files that exist are never overwritten.")
    var folder: String
    @Option(name: .long, help: "Sample agents; 0 leaves agents out (sizing mode).")
    var agents = 12
    @Option(name: .long, help: "First day of the plan, a Monday (2027-01-04); default: next Monday.")
    var start: CivilDate?
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (0...5000).contains(agents) else {
            throw ValidationError("--agents \(agents): write a number from 0 to 5000")
        }
        if let start, start.weekday != .monday || !(2001...2098).contains(start.year) {
            throw ValidationError(
                "--start \(start): write a Monday from 2001 to 2098, for example \(start.monday)")
        }
    }

    func run() throws {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        let files = starterWorkspace(
            agents: agents, firstDay: start ?? InitCommand.nextMonday, language: output.language.rawValue)
        let existing = files.map(\.path).filter {
            FileManager.default.fileExists(atPath: root.appending(path: $0).path)
        }
        guard existing.isEmpty else {
            Console.error(output.language.phrase(alreadyThere: existing, in: folder) + "\n")
            throw ExitCode(73)
        }
        for file in files {
            try OutputFolder.write(
                file.contents, output.language, to: root.appending(path: file.path), makingFolders: true)
        }
        Console.print(output.language.phrase(written: folder, files: files.map(\.path)))
    }
}

extension InitCommand {
    /// The one place that asks the machine for its date.
    static var nextMonday: CivilDate {
        let today = CivilDate(dayNumber: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
        return today.monday + 7
    }
}

extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso8601: argument) }
}

/// `plateau check`: every problem in the workspace's files.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Name every problem in the workspace's files, located.")

    @Argument(help: "Folder of the workspace.", completion: .directory)
    var workspace: String
    @OptionGroup var output: OutputOptions

    func run() throws {
        let reading = readWorkspace(at: URL(filePath: workspace))
        if output.json {
            Console.print(diagnosticsJSON(reading.diagnostics, language: output.language) + "\n")
        } else {
            for diagnostic in reading.diagnostics {
                Console.print(diagnosticLine(diagnostic, output.language) + "\n")
            }
            Console.print(
                output.language.phrase(checked: reading.scenario, diagnostics: reading.diagnostics))
        }
        if reading.scenario == nil { throw ExitCode.badData }
    }
}
