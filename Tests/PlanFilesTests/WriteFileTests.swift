import Foundation
import PlanFiles
import Testing
import Workforce

struct WriteFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "plateau-\(UUID().uuidString)")

    @Test func itWritesFoldersAndWholeFiles() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent("a/b/c.txt")
        try writeFile(Array("one".utf8), to: url)
        try writeFile(Array("two".utf8), to: url)
        #expect(try String(contentsOf: url, encoding: .utf8) == "two")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path) == [
                "c.txt"
            ])
        try writeFile([UInt8](), to: url)
        #expect(try Data(contentsOf: url).isEmpty)
    }

    @Test func itRefusesToOverwriteWhenAsked() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent("c.txt")
        try writeFile(Array("one".utf8), to: url, overwriting: false)
        #expect(throws: Problem.file(.alreadyThere)) {
            try writeFile(Array("two".utf8), to: url, overwriting: false)
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == "one")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["c.txt"])
    }

    @Test func itMakesNoFolderWhenAsked() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent("c.txt")
        #expect(throws: Problem.file(.noSuchFolder(folder: folder.path))) {
            try writeFile(Array("one".utf8), to: url, makingFolders: false)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try writeFile(Array("one".utf8), to: url, makingFolders: false)
        #expect(try String(contentsOf: url, encoding: .utf8) == "one")
    }

    @Test func itSaysWhyItCannot() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try writeFile(Array("x".utf8), to: folder.appendingPathComponent("file"))
        #expect(throws: Problem.self) {
            try writeFile(Array("y".utf8), to: folder.appendingPathComponent("file/below.txt"))
        }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("dir"), withIntermediateDirectories: true)
        #expect(throws: Problem.self) {
            try writeFile(Array("y".utf8), to: folder.appendingPathComponent("dir"))
        }
    }
}
