import Foundation
import Workforce

/// One column a reader knows: the name shown, and what headers call it.
struct TableColumn {
    let name: String
    /// Other headers, in French and English; case, accents and blanks do not matter.
    let aliases: [String]
    let isRequired: Bool

    init(_ name: String, _ aliases: [String] = [], required: Bool = false) {
        self.name = name
        self.aliases = aliases
        isRequired = required
    }
}

/// A CSV file with headers: finds its columns, then gives row after row.
struct CSVTable {
    private(set) var scanner: CSVScanner
    private let columns: [TableColumn]
    /// Position of each known column in the rows, nil where absent.
    private var positions: [Int?]
    private let headers: [String]
    private let headerCount: Int

    /// Nil, with diagnostics, when the file cannot be read or lacks a column.
    init?(
        _ source: FileBytes, file: String, firstLine: Int = 1, columns: [TableColumn],
        _ log: inout DiagnosticLog
    ) {
        scanner = CSVScanner(source, file: file, firstLine: firstLine)
        self.columns = columns
        if source.encoding == .windows1252 {
            log.note(.file(.readAsWindows1252), at: SourceLocation(file: file, line: source.firstBadLine))
        }
        guard scanner.next(&log) else {
            log.error(.file(.empty), at: SourceLocation(file: file))
            return nil
        }
        var found = [Int?](repeating: nil, count: columns.count)
        let names = columns.map { ([$0.name] + $0.aliases).map(CSVTable.folded) }
        var cells = scanner.cells
        // A separator that closes every line makes an empty last header.
        while let last = cells.last, scanner.isBlank(last) { cells.removeLast() }
        headerCount = cells.count
        headers = cells.map { [scanner] in scanner.text($0) }
        for (position, cell) in cells.enumerated() {
            let header = scanner.text(cell)
            let word = CSVTable.folded(header)
            if word.isEmpty { continue }
            guard let column = names.firstIndex(where: { $0.contains(word) }) else {
                let known = columns.flatMap { [$0.name] + $0.aliases }
                log.note(
                    .table(.unknownColumn(column: header, nearest: nearestName(to: header, among: known))),
                    at: scanner.place(of: cell))
                continue
            }
            if let first = found[column] {
                log.error(
                    .table(.duplicateColumn(column: header, first: first + 1)), at: scanner.place(of: cell))
                continue
            }
            found[column] = position
        }
        positions = found
        var isComplete = true
        for (column, position) in zip(columns, found) where column.isRequired && position == nil {
            isComplete = false
            log.error(
                .table(.missingColumn(column: column.name, alternatives: column.aliases)),
                at: SourceLocation(file: file, line: scanner.rowLine))
        }
        if !isComplete { return nil }
    }

    func has(_ column: Int) -> Bool { positions[column] != nil }

    /// Takes an unknown column for a known one; its header.
    mutating func take(position: Int, for column: Int) -> String {
        positions[column] = position
        return headers[position]
    }

    /// Takes one known column for another.
    mutating func move(_ column: Int, to other: Int) {
        positions[other] = positions[column]
        positions[column] = nil
    }

    /// Whether the cells of a column that are not empty, in the next rows, hold a kind of text.
    func holds(_ column: Int, rows: Int, _ isOfKind: (String) -> Bool) -> Bool {
        var (probe, quiet) = (self, DiagnosticLog())
        var isFound = false
        for _ in 0..<rows where probe.next(&quiet) {
            guard let text = probe.text(column) else { continue }
            guard isOfKind(text) else { return false }
            isFound = true
        }
        return isFound
    }

    /// Position of the first unknown column whose cells, in the next rows, hold a kind of text.
    func unknownColumn(rows: Int, holding isOfKind: (String) -> Bool) -> Int? {
        var (probe, quiet) = (self, DiagnosticLog())
        var candidates = headers.indices.filter { !headers[$0].isEmpty && !positions.contains($0) }
        var isFound = false
        for _ in 0..<rows where probe.next(&quiet) {
            isFound = true
            let cells = probe.scanner.cells
            candidates.removeAll { $0 >= cells.count || !isOfKind(probe.scanner.text(cells[$0])) }
        }
        return isFound ? candidates.first : nil
    }

    /// The name of a known column.
    func name(of column: Int) -> String { columns[column].name }

    /// The next row of the right width; totals are noted and rows too short or long diagnosed, then passed over.
    mutating func next(_ log: inout DiagnosticLog) -> Bool {
        while scanner.next(&log) {
            let cells = scanner.cells
            let place = SourceLocation(file: scanner.file, line: scanner.rowLine)
            if isTotals {
                log.note(.table(.totalsRow(text: rowText)), at: place)
                continue
            }
            if cells.count < headerCount {
                log.error(.table(.rowTooShort(found: cells.count, expected: headerCount)), at: place)
                continue
            }
            if cells.count > headerCount, cells[headerCount...].contains(where: { !scanner.isBlank($0) }) {
                log.error(.table(.rowTooLong(found: cells.count, expected: headerCount)), at: place)
                continue
            }
            return true
        }
        return false
    }

    var line: Int { scanner.rowLine }
    var place: SourceLocation { SourceLocation(file: scanner.file, line: scanner.rowLine) }

    private func cell(_ column: Int) -> CSVCell? {
        guard let position = positions[column], position < scanner.cells.count else { return nil }
        return scanner.cells[position]
    }

    /// Trimmed text of a cell; nil where the column is absent or the cell empty.
    func text(_ column: Int) -> String? {
        guard let cell = cell(column), !scanner.isBlank(cell) else { return nil }
        let text = scanner.text(cell)
        return text.isEmpty ? nil : text
    }

    func place(_ column: Int) -> SourceLocation { cell(column).map { scanner.place(of: $0) } ?? place }

    /// Bytes of a cell, for fast paths; empty where absent.
    func withBytes<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard let cell = cell(column), !cell.hasDoubledQuotes else {
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        return scanner.source.bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[cell.range]))
        }
    }

    /// A required cell; diagnosed when empty.
    func required(_ column: Int, _ log: inout DiagnosticLog) -> String? {
        if let text = text(column) { return text }
        log.error(.table(.emptyCell(column: columns[column].name)), at: place(column))
        return nil
    }

    func read<Value>(
        _ column: Int, _ format: ValueFormat<Value>, _ log: inout DiagnosticLog
    ) -> Value? {
        guard let text = text(column) else { return nil }
        if let value = format.parse(text) { return value }
        log.error(
            .value(
                .malformed(
                    key: columns[column].name, found: text, expected: format.kind,
                    suggestion: format.suggest(text))),
            at: place(column))
        return nil
    }

    func read<Value: Comparable>(
        _ column: Int, _ format: ValueFormat<Value>, _ range: ClosedRange<Value>, _ log: inout DiagnosticLog
    ) -> Value? {
        guard let value = read(column, format, &log) else { return nil }
        if range.contains(value) { return value }
        let problem = Fields.outOfRange(columns[column].name, text(column) ?? "", value, format, range)
        log.error(.value(problem), at: place(column))
        return nil
    }

    /// The items of a cell, parted by `|`, `,`, `;` or `/`.
    func list(_ column: Int) -> [String] {
        (text(column) ?? "").split { "|,;/".contains($0) }.map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// Whether the row's first text is a word for totals.
    private var isTotals: Bool {
        guard let cell = scanner.cells.first(where: { !scanner.isBlank($0) }), cell.range.count < 40,
            let letter = scanner.source.bytes[cell.range].first(where: { $0 != 32 }),
            "tsmgaTSMGA".utf8.contains(letter)
        else { return false }
        let word = CSVTable.folded(scanner.text(cell))
        return CSVTable.isTotals(word)
    }

    /// Whether a folded word stands for a total or a mean.
    static func isTotals(_ word: String) -> Bool {
        ["total", "totaux", "sum", "somme", "soustotal", "grandtotal", "moyenne", "average"]
            .contains {
                word == $0
                    || (word.hasPrefix($0) && ["total", "totaux", "soustotal", "grandtotal"].contains($0))
            }
    }

    /// Text of the row, for notes.
    private var rowText: String {
        String(
            scanner.cells.map { scanner.text($0) }.filter { !$0.isEmpty }.joined(separator: " ").prefix(60))
    }

    /// Lower case, without accents, blanks and punctuation.
    static func folded(_ text: String) -> String {
        let letters = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return String(String.UnicodeScalarView(letters))
    }
}
