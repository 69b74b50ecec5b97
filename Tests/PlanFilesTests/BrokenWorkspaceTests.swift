import Foundation
import PlanFiles
import Reports
import Testing
import Workforce

/// One mistake per folder of `Tests/Fixtures/broken`: its files are laid over
/// `Tests/Fixtures/base`, those that `absent.txt` names are left out, and the
/// diagnostics must be the lines of `expected.txt`, to the letter.
struct BrokenWorkspaceTests {
    @Test func manyMistakesAreCovered() { #expect(Fixtures.brokenNames.count >= 45) }

    @Test func theBaseHasNoDiagnostic() throws {
        let reading = readWorkspace(at: Fixtures.base)
        #expect(lines(reading) == [])
        #expect(reading.scenario != nil)
    }

    @Test(arguments: Fixtures.brokenNames)
    func aMistakeGivesItsDiagnostic(_ name: String) throws {
        var overlay = Fixtures.files(of: Fixtures.broken.appendingPathComponent(name))
        let expected = String(decoding: overlay.removeValue(forKey: "expected.txt") ?? [], as: UTF8.self)
        let absent = String(decoding: overlay.removeValue(forKey: "absent.txt") ?? [], as: UTF8.self)
        var files = Fixtures.files(of: Fixtures.base).merging(overlay) { $1 }
        for path in absent.split(separator: "\n") { files[String(path)] = nil }
        let reading = try reading(files)
        let found = lines(reading).joined(separator: "\n") + "\n"
        #expect(!expected.isEmpty)
        #expect(found == expected)
        #expect((reading.scenario == nil) == reading.diagnostics.contains { $0.severity == .error })
        for diagnostic in reading.diagnostics {
            let french = diagnosticLine(diagnostic, .french)
            #expect(!french.isEmpty && french != diagnosticLine(diagnostic, .english))
        }
    }
}
