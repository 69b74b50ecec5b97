import ArgumentParser
import Foundation
import PlanFiles

/// Writes results into files, whole or not at all.
enum OutputFolder {
    static func write(_ text: String, to url: URL) throws { try write(Array(text.utf8), to: url) }

    static func write(_ bytes: [UInt8], to url: URL) throws {
        do {
            try writeFile(bytes, to: url)
        } catch {
            Console.error("\(url.path): \(error)\n")
            throw ExitCode(73)
        }
    }
}
