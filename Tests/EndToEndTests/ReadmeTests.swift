import Foundation
import Testing

/// Every output in the README comes from a run: its `console` blocks are run
/// here and compared to the letter.
@Suite struct ReadmeTests {
    struct Block: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var output: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let text =
        (try? String(contentsOf: PlateauRun.root.appending(path: "README.md"), encoding: .utf8)) ?? ""

    static let blocks: [Block] = text.components(separatedBy: "```console\n").dropFirst().map { part in
        let body = part.components(separatedBy: "```")[0]
        let lines = body.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let command = lines[0].replacing("$ ", with: "", maxReplacements: 1)
        let output = lines.count > 1 ? String(lines[1]) : ""
        return Block(arguments: words(of: String(command)), output: output)
    }

    /// Splits a command, double quotes kept together.
    static func words(of command: String) -> [String] {
        var words: [String] = []
        for (index, part) in command.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            words += index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
        return words
    }

    @Test func thereAreBlocks() { #expect(ReadmeTests.blocks.count >= 5) }

    @Test(arguments: blocks)
    func theBlockIsWhatTheProgramPrints(_ block: Block) throws {
        let folder = try TemporaryFolder()
        let arguments =
            block.arguments == ["make", "demo"]
            ? ["plan", "datasets/maxiphone", "--lang", "fr", "--out", folder.url.path]
            : Array(block.arguments.dropFirst())
        let run = try PlateauRun(arguments)
        #expect(run.errors + run.output == block.output)
        guard block.arguments == ["make", "demo"] else { return }
        // The picture of the README is one of the report's.
        let page = try String(contentsOf: folder.url.appending(path: "plan.html"), encoding: .utf8)
        let picture = try String(
            contentsOf: PlateauRun.root.appending(path: "Documentation/coverage.svg"), encoding: .utf8)
        let drawing = try #require(picture.components(separatedBy: "</style>\n").last)
        #expect(drawing.count > 1000)
        #expect(page.contains(drawing.replacing("</svg>\n", with: "</svg>")))
    }
}
