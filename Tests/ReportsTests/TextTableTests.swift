import Testing

@testable import Reports

@Suite struct TextTableTests {
    private func table() -> TextTable {
        var table = TextTable("Équipes", columns: [.text("Nom"), .number("Heures")])
        table.add(["Zoé", "7,5"])
        table.add(["Étienne", "12,0"])
        table.total = ["Total", "19,5"]
        return table
    }

    @Test func alignsByDisplayedCharacters() {
        let expected = """
            Équipes
              Nom      Heures
              ───────  ──────
              Zoé         7,5
              Étienne    12,0
              ───────  ──────
              Total      19,5

            """
        #expect(table().text(.french) == expected)
    }

    @Test func decomposedAccentsTakeOneColumn() {
        var table = TextTable(columns: [.text("a"), .number("b")])
        table.add(["Zoe\u{301}", "1"])
        table.add(["日本", "2"])
        #expect(table.text(.english) == "  a     b\n  ────  ─\n  Zoe\u{301}   1\n  日本  2\n")
    }

    @Test func coloursOnlyWhenAsked() {
        var table = TextTable("T", columns: [.text("a")])
        table.add([.init("bad", .bad)])
        #expect(!table.text(.english).contains("\u{1B}"))
        #expect(table.text(.english, colour: true).contains("\u{1B}[31mbad\u{1B}[0m"))
    }

    @Test func countsTheRest() {
        #expect(table().text(.french, limit: 1).contains("  … et 1 de plus\n"))
        #expect(!table().text(.french, limit: 2).contains("…"))
    }

    @Test func namesCannotSpeakToTheTerminal() {
        var table = TextTable(columns: [.text("n")])
        table.add(["\u{1B}]0;owned\u{7}x\ny\u{202E}z"])
        let text = table.text(.english)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        #expect(text.split(separator: "\n").count == 3)
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test func missingCellsAreBlank() {
        var table = TextTable(columns: [.text("a"), .text("b"), .number("c")])
        table.add(["1"])
        table.add(["1", "2", "3", "4"])
        #expect(table.text(.english).hasSuffix("  1\n  1  2  3\n"))
    }

    @Test func emptyTables() {
        var table = TextTable("T", columns: [.text("a")])
        #expect(table.text(.english) == "")
        table.emptyNote = "none"
        #expect(table.text(.english) == "T\n  none\n")
    }
}
