import Foundation
import PlanFiles
import Reports
import Workforce

/// Fixture folders, and workspaces laid out in temporary folders.
enum Fixtures {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appendingPathComponent("Fixtures")
    static let base = folder.appendingPathComponent("base")
    static let broken = folder.appendingPathComponent("broken")

    /// Names of the broken workspaces.
    static let brokenNames: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: broken.path)) ?? []).filter {
            !$0.hasPrefix(".")
        }
        .sorted()

    /// Every file of a folder by its path inside, with its bytes.
    static func files(of folder: URL) -> [String: [UInt8]] {
        let prefix = folder.standardizedFileURL.path + "/"
        var files: [String: [UInt8]] = [:]
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let url = walk?.nextObject() as? URL {
            guard let data = try? Data(contentsOf: url), !url.hasDirectoryPath else { continue }
            files[String(url.standardizedFileURL.path.dropFirst(prefix.count))] = [UInt8](data)
        }
        return files
    }
}

/// Reads the workspace that some files make, laid out in a folder that is then removed.
func reading(_ files: [String: [UInt8]]) throws -> WorkspaceReading {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plateau-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, bytes) in files {
        let url = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }
    return readWorkspace(at: folder)
}

/// The base workspace with some of its files replaced.
func base(replacing texts: [String: String]) throws -> WorkspaceReading {
    try reading(Fixtures.files(of: Fixtures.base).merging(texts.mapValues { Array($0.utf8) }) { $1 })
}

func lines(_ reading: WorkspaceReading, _ language: Language = .english) -> [String] {
    reading.diagnostics.map { diagnosticLine($0, language) }
}

/// Reads a history of the given bytes.
func historyReading(_ bytes: [UInt8], timeZone: String = "Europe/Paris") throws -> HistoryReading {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
        "plateau-\(UUID().uuidString).csv")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return readHistory(file: url, timeZone: timeZone)
}

func historyReading(_ text: String, timeZone: String = "Europe/Paris") throws -> HistoryReading {
    try historyReading(Array(text.utf8), timeZone: timeZone)
}

/// Writes a text to a file that is then removed.
func withFile<Result>(_ text: String, _ body: (URL) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
        "plateau-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url)
}

/// A date of a test.
func day(_ text: String) -> CivilDate { CivilDate(iso8601: text)! }
