import Workforce

/// One cell: its bytes (without quotes) and where it starts.
struct CSVCell {
    var range: Range<Int>
    /// Holds `""`, to be read as one quote.
    var hasDoubledQuotes = false
    var line: Int
    /// First byte of the cell's line.
    var lineStart: Int
    /// First byte of the cell, its quote included.
    var start: Int
}

/// Walks through the rows of a CSV file, one at a time, in linear time: cells
/// are stretches of the file's bytes, decoded only when asked for.
struct CSVScanner {
    let source: FileBytes
    let file: String
    let separator: UInt8
    private(set) var cells: [CSVCell] = []
    private var position: Int
    private var line: Int
    private var lineStart: Int

    /// - Parameter firstLine: number of the line that `source` starts on.
    init(_ source: FileBytes, file: String, firstLine: Int = 1) {
        self.source = source
        self.file = file
        position = source.start
        lineStart = source.start
        line = firstLine
        (separator, position) = CSVScanner.separator(of: source)
        if position > source.start {
            line += 1
            lineStart = position
        }
    }

    /// The commonest of `;`, tab and `,` outside quotes on the first line that
    /// holds any text, and where rows begin (after Excel's `sep=;` line).
    private static func separator(of source: FileBytes) -> (UInt8, Int) {
        var counts: [UInt8: Int] = [:]
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
        var (position, isQuoted, hasText) = (source.start, false, false)
        let bytes = source.bytes
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == 10 || byte == 13, hasText { break }
            if !isQuoted, candidates.contains(byte) { counts[byte, default: 0] += 1 }
            if byte > 32 { hasText = true }
            position += 1
        }
        let first = bytes[source.start..<position]
        if first.count == 5, first.starts(with: "sep=".utf8), let given = first.last {
            while position < bytes.count, bytes[position] == 13 || bytes[position] == 10 {
                position += 1
                if bytes[position - 1] == 10 { break }
            }
            return (given, position)
        }
        let best = candidates.max { counts[$0, default: 0] < counts[$1, default: 0] }
        // `max` keeps the last of equals: prefer `;`.
        let most = best.map { counts[$0, default: 0] } ?? 0
        return (candidates.first { counts[$0, default: 0] == most } ?? UInt8(ascii: ";"), source.start)
    }

    /// Reads the next row that is not blank into `cells`; false at the end.
    mutating func next(_ log: inout DiagnosticLog) -> Bool {
        while position < source.bytes.count {
            scanRow(&log)
            if cells.contains(where: { !isBlank($0) }) { return true }
        }
        cells.removeAll(keepingCapacity: true)
        return false
    }

    private mutating func scanRow(_ log: inout DiagnosticLog) {
        cells.removeAll(keepingCapacity: true)
        let bytes = source.bytes
        while true {
            scanCell(&log)
            guard position < bytes.count else { return }
            let byte = bytes[position]
            position += 1
            if byte == separator {
                // A separator at the very end of the file opens one more, empty cell.
                if position == bytes.count {
                    cells.append(
                        CSVCell(range: position..<position, line: line, lineStart: lineStart, start: position)
                    )
                }
                continue
            }
            if byte == 13, position < bytes.count, bytes[position] == 10 { position += 1 }
            newLine()
            return
        }
    }

    private mutating func newLine() {
        line += 1
        lineStart = position
    }

    /// Leaves `position` on the separator or line end after the cell, or at the end.
    private mutating func scanCell(_ log: inout DiagnosticLog) {
        let bytes = source.bytes
        let start = position
        var cell = CSVCell(range: start..<start, line: line, lineStart: lineStart, start: start)
        while position < bytes.count, bytes[position] == 32 { position += 1 }
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            cell.start = position
            scanQuoted(&cell, &log)
        } else {
            position = start
            while position < bytes.count, bytes[position] != separator, bytes[position] != 10,
                bytes[position] != 13
            {
                position += 1
            }
            cell.range = start..<position
        }
        cells.append(cell)
    }

    private mutating func scanQuoted(_ cell: inout CSVCell, _ log: inout DiagnosticLog) {
        let bytes = source.bytes
        let quote = UInt8(ascii: "\"")
        position += 1
        let first = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == quote {
                guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
                cell.hasDoubledQuotes = true
                position += 1
            } else if byte == 10 || byte == 13 {
                if byte == 13, position + 1 < bytes.count, bytes[position + 1] == 10 { position += 1 }
                line += 1
                lineStart = position + 1
            }
            position += 1
        }
        cell.range = first..<position
        guard position < bytes.count else {
            log.error(.table(.unclosedQuote), at: place(of: cell))
            return
        }
        position += 1
        let after = position
        while position < bytes.count, bytes[position] != separator, bytes[position] != 10,
            bytes[position] != 13
        {
            position += 1
        }
        if bytes[after..<position].contains(where: { $0 != 32 }) {
            log.error(.table(.textAfterQuote), at: place(of: cell))
        }
    }

    // MARK: What cells hold

    func isBlank(_ cell: CSVCell) -> Bool {
        source.bytes[cell.range].allSatisfy { $0 == 32 || $0 == 9 }
    }

    /// Trimmed text of a cell.
    func text(_ cell: CSVCell) -> String {
        let text = source.text(cell.range)
        let plain =
            cell.hasDoubledQuotes
            ? text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") : text
        return plain.trimmed
    }

    /// Line of the current row.
    var rowLine: Int { cells.first?.line ?? line }

    /// Line and column (in characters) of a cell.
    func place(of cell: CSVCell) -> SourceLocation {
        let column = source.text(cell.lineStart..<max(cell.lineStart, cell.start)).unicodeScalars.count + 1
        return SourceLocation(file: file, line: cell.line, column: column)
    }
}
