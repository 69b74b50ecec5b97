import Reports
import Testing
import Workforce

@testable import PlanFiles

struct ParseYAMLTests {
    private func parse(_ text: String) -> (YAMLValue?, [String]) {
        var log = DiagnosticLog()
        let value = parseYAML(text, file: "f.yaml", log: &log)
        return (value, log.sorted.map { diagnosticLine($0, .english) })
    }

    private func text(_ key: String, in yaml: String) -> String? {
        guard case .mapping(let entries)? = parse(yaml).0?.content,
            case .text(let text)? = entries.first(where: { $0.key == key })?.value.content
        else { return nil }
        return text
    }

    @Test(arguments: [
        "20:00", "no", "yes", "012", "0x1F", "1e3", "12 %", "80/20", "08:00-20:00", "2026-11-23", "1_000",
        "0o17",
    ])
    func scalarsStayAsWritten(_ scalar: String) { #expect(text("key", in: "key: \(scalar)\n") == scalar) }

    @Test func onlyNothingIsNothing() {
        guard case .mapping(let entries)? = parse("a:\nb: ~\nc: null\nd: ''\n").0?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.value.shape) == [.nothing, .nothing, .nothing, .text])
    }

    @Test func placesAreThoseOfTheFile() throws {
        let value = try #require(parse("a:\n  - b: été\n    c: [1, 2]\n").0)
        guard case .mapping(let root) = value.content, case .list(let items) = root[0].value.content,
            case .mapping(let entries) = items[0].content
        else {
            Issue.record("wrong shape")
            return
        }
        #expect((entries[1].place.line, entries[1].place.column) == (3, 5))
        #expect((entries[1].value.place.line, entries[1].value.place.column) == (3, 8))
    }

    @Test func everyDuplicateIsFoundAndTheRestIsKept() {
        let (value, found) = parse("a: 1\nb:\n  c: 1\n  c: 2\na: 2\nd: 3\n")
        #expect(
            found == [
                "f.yaml:4:3: error: c is already on line 3; keep one of the two",
                "f.yaml:5:1: error: a is already on line 1; keep one of the two",
            ])
        if case .mapping(let entries)? = value?.content { #expect(entries.map(\.key) == ["a", "b", "d"]) }
    }

    @Test(arguments: [
        "a:\n- id: x\n- id: x\n", "a: {b: 1}\nc: {b: 1}\n", "- a: 1\n- a: 1\n", "a:\n  b: 1\nc:\n  b: 1\n",
        "t: |\n  a: 1\n  a: 2\nb: 1\n", "a: 'it is: fine'\nb: \"x: y\"\n", "a: Salle & Co\nb: 5 * 4\n",
        "# a: 1\na: 1\n",
        "a: [x,\n  y]\nb: 1\n",
    ])
    func rightTextHasNoDiagnostic(_ yaml: String) { #expect(parse(yaml).1 == []) }

    @Test func aliasesNeverExpand() {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
        let (value, found) = parse(bomb)
        #expect(value == nil)
        #expect(found.count == 7)
    }

    @Test func anotherDocumentIsFound() {
        #expect(
            parse("a: 1\n---\nb: 2\n").1 == [
                "f.yaml:2:1: error: a second document begins here; keep one document a file"
            ])
    }

    @Test func deepNestingIsRefused() {
        #expect(parse(String(repeating: "[", count: 100_000)).0 == nil)
        #expect(parse(String(repeating: "- ", count: 100_000) + "x").0 == nil)
        #expect(
            parse((0..<500).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")).0 == nil
        )
    }
}
