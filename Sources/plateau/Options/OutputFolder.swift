import ArgumentParser
import Foundation
import PlanFiles
import Reports
import Workforce

/// Writes results into files, whole or not at all.
enum OutputFolder {
    static func write(
        _ text: String, _ language: Language, to url: URL, makingFolders: Bool = false
    ) throws {
        try write(Array(text.utf8), language, to: url, makingFolders: makingFolders)
    }

    /// - Parameter makingFolders: for verbs that are given a folder rather than a file.
    /// - Throws: exit code 73 (cannot create) after saying why.
    static func write(
        _ bytes: [UInt8], _ language: Language, to url: URL, makingFolders: Bool = false
    ) throws {
        do throws(Problem) {
            try writeFile(bytes, to: url, makingFolders: makingFolders)
        } catch {
            Console.error("\(url.path): \(error.phrase(language))\n")
            throw ExitCode(73)
        }
    }
}
