import Foundation
import Testing

/// The reference tables beside the package, in ../shared/benchmarks. They are read where present
/// and never committed.
enum ReferenceFiles {
    /// The folder, or nil where it is absent.
    static let folder: URL? = {
        var place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while place.path != "/" {
            let manifest = place.appendingPathComponent("Package.swift")
            if FileManager.default.fileExists(atPath: manifest.path) {
                let folder = place.deletingLastPathComponent()
                    .appendingPathComponent("shared/benchmarks")
                return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
            }
            place.deleteLastPathComponent()
        }
        return nil
    }()

    static var arePresent: Bool { folder != nil }

    /// The rows of a comma-separated file, by column name.
    static func rows(of name: String) throws -> [[String: String]] {
        let folder = try #require(folder)
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        return lines.dropFirst().map { line in
            Dictionary(zip(header, line), uniquingKeysWith: { first, _ in first })
        }
    }
}

extension [String: String] {
    /// A number; an empty field is a failure of the test, not a zero.
    func number(_ column: String) throws -> Double {
        try #require(Double(self[column] ?? ""), "column \(column)")
    }
}
