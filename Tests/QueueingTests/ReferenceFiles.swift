import Foundation
import Testing

/// The reference tables beside the package, in ../shared/benchmarks/erlang. They are read where
/// present and never committed.
enum ReferenceFiles {
    /// The folder, or nil where it is absent.
    static let folder: URL? = {
        var place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while place.path != "/" {
            let manifest = place.appendingPathComponent("Package.swift")
            if FileManager.default.fileExists(atPath: manifest.path) {
                let folder = place.deletingLastPathComponent()
                    .appendingPathComponent("shared/benchmarks/erlang")
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
        let lines = text.split(whereSeparator: \.isNewline).map(fields)
        let header = try #require(lines.first)
        return lines.dropFirst().map { line in
            Dictionary(zip(header, line), uniquingKeysWith: { first, _ in first })
        }
    }

    /// Fields of one line; a quoted field may hold commas.
    private static func fields(of line: Substring) -> [String] {
        var fields = [""]
        var quoted = false
        for character in line {
            if character == "\"" {
                quoted.toggle()
            } else if character == ",", !quoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

extension [String: String] {
    /// A number; an empty field is a failure of the test, not a zero.
    func number(_ column: String) throws -> Double {
        try #require(Double(self[column] ?? ""), "column \(column)")
    }

    func has(_ column: String) -> Bool { !(self[column] ?? "").isEmpty }
}

/// |value − expected| over |expected|; 0 for two equal infinities, absolute near 0.
func relativeError(_ value: Double, _ expected: Double) -> Double {
    if value == expected { return 0 }
    guard value.isFinite, expected.isFinite else { return .infinity }
    // Under 1e-300 the expected value cannot be represented with full precision.
    return abs(value - expected) / max(abs(expected), 1e-300)
}
