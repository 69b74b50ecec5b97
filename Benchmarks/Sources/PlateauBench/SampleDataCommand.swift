import ArgumentParser
import Foundation
import SampleData

/// Writes the sample workspaces, the same bytes every time.
struct SampleDataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample-data", abstract: "Write the synthetic workspaces of datasets/.")

    @Option(help: "Folder that gets one folder per workspace.")
    var out: String

    func run() throws {
        let folder = URL(filePath: out)
        for (name, files) in [("maxiphone", maxiphone()), ("dst-weekend", dstWeekend())] {
            let workspace = folder.appending(path: name)
            for file in files {
                let url = workspace.appending(path: file.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.contents.utf8).write(to: url, options: .atomic)
            }
            print("\(workspace.path): \(files.count) files")
        }
    }
}
