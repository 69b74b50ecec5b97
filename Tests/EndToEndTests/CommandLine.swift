import Foundation

/// Runs the built program as a user would.
struct PlateauRun {
    var status: Int32
    var output: String
    var errors: String

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The program stands beside the test bundle that the same build made.
    static let program: URL = {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "plateau")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return root.appending(path: ".build/release/plateau")
    }()

    /// - Parameter language: of the environment (`LANG`).
    init(_ arguments: [String], language: String = "C") throws {
        let process = Process()
        process.executableURL = PlateauRun.program
        process.arguments = arguments
        process.currentDirectoryURL = PlateauRun.root
        process.environment = ["LANG": language, "PATH": "/usr/bin:/bin"]
        // Files rather than pipes: nothing to drain, nothing to deadlock on.
        let folder = try TemporaryFolder()
        let files = ["out", "err"].map { folder.url.appending(path: $0) }
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = String(decoding: try Data(contentsOf: files[0]), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    }

    /// The output as one JSON object.
    func json() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "plateau-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
