import Reports
import Testing
import Workforce

@testable import PlanFiles

struct CSVTableTests {
    private static let columns = [
        TableColumn("nom", ["name"], required: true), TableColumn("prénom", ["first name"]),
    ]

    private func rows(_ bytes: [UInt8]) -> ([[String?]], [String]) {
        var log = DiagnosticLog()
        var rows: [[String?]] = []
        if let source = FileBytes(bytes: bytes, file: "f.csv", &log),
            var table = CSVTable(source, file: "f.csv", columns: Self.columns, &log)
        {
            while table.next(&log) { rows.append([table.text(0), table.text(1)]) }
        }
        return (rows, log.sorted.map { diagnosticLine($0, .english) })
    }

    private func rows(_ text: String) -> ([[String?]], [String]) { rows(Array(text.utf8)) }

    @Test(arguments: [";", ",", "\t"], ["\r\n", "\n", "\r"])
    func separatorsAndLineEnds(_ separator: String, _ end: String) {
        let text = [["Nom", "Prénom"], ["Lefebvre", "Inès"], ["Dubois", ""]].map {
            $0.joined(separator: separator)
        }
        .joined(separator: end)
        let (found, notes) = rows(text + end)
        #expect(found == [["Lefebvre", "Inès"], ["Dubois", nil]])
        #expect(notes == [])
        #expect(rows(text).0 == found)
    }

    @Test func byteOrderMarkAndSepLine() {
        #expect(rows([0xEF, 0xBB, 0xBF] + Array("nom;prénom\nA;B\n".utf8)).0 == [["A", "B"]])
        #expect(rows("sep=,\r\nnom,prénom\r\nA,B;C\r\n").0 == [["A", "B;C"]])
    }

    @Test func windows1252IsReadAndSaid() {
        // é = 0xE9, œ = 0x9C, € = 0x80.
        let bytes =
            Array("nom;pr".utf8) + [0xE9] + Array("nom\nC".utf8) + [0x9C] + Array("ur;5".utf8) + [0x80, 10]
        let (found, notes) = rows(bytes)
        #expect(found == [["Cœur", "5€"]])
        #expect(
            notes == ["f.csv:1: note: the text is not UTF-8 and was read as Windows-1252; check the accents"])
    }

    @Test func quotes() {
        let (found, notes) = rows("nom;prénom\n\"a;b\";\"say \"\"hi\"\"\"\n \"x\" ;y\n\"two\nlines\";z\n")
        #expect(found == [["a;b", "say \"hi\""], ["x", "y"], ["two\nlines", "z"]])
        #expect(notes == [])
    }

    @Test func headersInAnyOrderCaseAndAccent() {
        #expect(rows("FIRST NAME;NAME\nB;A\n").0 == [["A", "B"]])
        #expect(rows("Prenom , Nom\nB,A\n").0 == [["A", "B"]])
    }

    @Test func rowsOfTheWrongWidthAreNamed() {
        let (found, notes) = rows("nom;prénom\nA\nB;C\nD;E;F\nG;H;;\n\n;;\n")
        #expect(found == [["B", "C"], ["G", "H"]])
        #expect(
            notes == [
                "f.csv:2: error: the row has 1 cells; write 2",
                "f.csv:4: error: the row has 3 cells; write 2, and quote cells that hold the separator",
            ])
    }

    @Test func totalsAreLeftOut() {
        let (found, notes) = rows("nom;prénom\nA;B\nTOTAL;12\nSous-total : 3;1\n")
        #expect(found == [["A", "B"]])
        #expect(notes.count == 2 && notes.allSatisfy { $0.contains("note") })
    }

    @Test func repeatedAndUnknownColumns() {
        let notes = rows("nom;name;prenon\nA;B;C\n").1
        #expect(
            notes == [
                "f.csv:1:5: error: the column name is already column 1; keep one of the two",
                "f.csv:1:10: note: the column prenon is not used; did you mean prénom?",
            ])
    }

    @Test func brokenFiles() {
        #expect(rows("").1 == ["f.csv: error: the file is empty; fill it in or delete it"])
        #expect(rows("\n\n  \n").1 == ["f.csv: error: the file is empty; fill it in or delete it"])
        #expect(rows("nom\nA\0").1.first?.hasPrefix("f.csv:2: error: there is a NUL byte") == true)
        #expect(
            rows("nom;prénom\n\"a\"b;c\n").1 == [
                "f.csv:2:1: error: text follows a closing quote; double quotes inside a quoted cell"
            ])
        #expect(
            rows("nom;prénom\nA;\"b\n").1.contains { $0.hasPrefix("f.csv:2:3: error: a quote opened here") })
    }
}
