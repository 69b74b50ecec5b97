import Foundation
import Testing

/// Reads DESIGN.md's table of modules and the `import` lines of `Sources`, and
/// fails on any arrow that the table does not have.
@Suite struct ImportTableTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Modules of the toolchain that any module may use.
    static let platform: Set<String> = [
        "Foundation", "FoundationXML", "Dispatch", "Synchronization", "Glibc", "Darwin",
    ]

    /// Module → modules it may import, from the rows `| layer | `Module` | … | `A`, `B` |`.
    static func table() throws -> [String: Set<String>] {
        let text = try String(contentsOf: root.appending(path: "DESIGN.md"), encoding: .utf8)
        var table: [String: Set<String>] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 4, cells[1].hasPrefix("`") else { continue }
            let allowed = Set(names(in: cells[3]))
            for module in names(in: cells[1]) { table[module] = allowed }
        }
        return table
    }

    /// The words between backquotes.
    static func names(in cell: String) -> [String] {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    static func imports(of module: String) throws -> [(file: String, line: Int, module: String)] {
        let folder = root.appending(path: "Sources/\(module)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var found: [(String, Int, String)] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let words = line.split(separator: " ").filter { !$0.hasPrefix("@") && $0 != "public" }
                guard words.first == "import", let last = words.last else { continue }
                found.append((file.lastPathComponent, index + 1, String(last.split(separator: ".")[0])))
            }
        }
        return found
    }

    static func modules() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test func everyModuleHasARowInTheTable() throws {
        let table = try Self.table()
        let modules = try Self.modules()
        #expect(modules.count >= 17)
        for module in modules {
            #expect(table[module] != nil, "Sources/\(module) has no row in DESIGN.md")
        }
    }

    @Test func noModuleImportsBeyondItsRow() throws {
        let table = try Self.table()
        var seen = 0
        for module in try Self.modules() {
            for entry in try Self.imports(of: module) {
                seen += 1
                let allowed = Self.platform.union(table[module] ?? [])
                #expect(
                    allowed.contains(entry.module),
                    "\(module)/\(entry.file):\(entry.line) imports \(entry.module)")
            }
        }
        #expect(seen > 50, "the import lines were not found")
    }

    @Test func timeZoneAppearsInOneFile() throws {
        let files = FileManager.default.enumerator(
            at: Self.root.appending(path: "Sources"), includingPropertiesForKeys: nil)
        var found: [String] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            if text.contains(/\bTimeZone\b/) { found.append(file.lastPathComponent) }
        }
        #expect(found == ["ClockChanges.swift"])
    }
}
