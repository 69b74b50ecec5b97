/// A table for a terminal: text to the left, numbers to the right, columns as
/// wide as their widest cell by displayed characters.
public struct TextTable: Sendable {
    public enum Alignment: Sendable { case left, right }

    public enum Style: Sendable { case plain, strong, faint, good, caution, bad }

    public struct Column: Sendable {
        public var title: String
        public var alignment: Alignment

        public init(_ title: String, _ alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }

        public static func text(_ title: String) -> Column { Column(title, .left) }
        public static func number(_ title: String) -> Column { Column(title, .right) }
    }

    public struct Cell: Sendable, ExpressibleByStringInterpolation {
        public var text: String
        public var style: Style

        public init(_ text: String, _ style: Style = .plain) {
            self.text = singleLine(text)
            self.style = style
        }

        public init(stringLiteral value: String) { self.init(value) }
    }

    public var title: String
    public var columns: [Column]
    public private(set) var rows: [[Cell]] = []
    /// A last row, under a line of its own.
    public var total: [Cell]?
    /// Said instead of rows when there are none; nil = an empty table prints nothing.
    public var emptyNote: String?

    public init(_ title: String = "", columns: [Column]) {
        self.title = title
        self.columns = columns
    }

    /// Adds a row; cells beyond the columns are dropped, missing ones stay blank.
    public mutating func add(_ cells: [Cell]) {
        rows.append((0..<columns.count).map { $0 < cells.count ? cells[$0] : Cell("") })
    }

    /// The table as lines, each ended by a newline.
    ///
    /// - Parameters:
    ///   - colour: true only when the caller writes to a terminal.
    ///   - limit: most rows shown; the rest is counted in a last line.
    public func text(_ language: Language, colour: Bool = false, limit: Int = .max) -> String {
        if rows.isEmpty && total == nil && emptyNote == nil { return "" }
        var out = title.isEmpty ? "" : paint(singleLine(title), .strong, colour) + "\n"
        guard !rows.isEmpty || total != nil else { return out + (emptyNote.map { "  \($0)\n" } ?? "") }
        let shown = rows.prefix(max(0, limit))
        let header = columns.map { Cell($0.title, .faint) }
        let last = total.map { cells in (0..<columns.count).map { $0 < cells.count ? cells[$0] : Cell("") } }
        var widths = header.map { displayWidth($0.text) }
        for row in shown + (last.map { [$0] } ?? []) {
            for (c, cell) in row.enumerated() { widths[c] = max(widths[c], displayWidth(cell.text)) }
        }
        let rule = paint(
            "  " + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), .faint, colour)
        if columns.contains(where: { !$0.title.isEmpty }) {
            out += line(header, widths, colour) + rule + "\n"
        }
        for row in shown { out += line(row, widths, colour) }
        if rows.count > shown.count { out += "  " + language.more(rows.count - shown.count) + "\n" }
        if let last { out += rule + "\n" + line(last, widths, colour) }
        return out
    }

    private func line(_ cells: [Cell], _ widths: [Int], _ colour: Bool) -> String {
        var out = ""
        var blanks = 2
        for (c, cell) in cells.enumerated() {
            let pad = widths[c] - displayWidth(cell.text)
            if columns[c].alignment == .right { blanks += pad }
            if !cell.text.isEmpty {
                out += String(repeating: " ", count: blanks) + paint(cell.text, cell.style, colour)
                blanks = 0
            }
            blanks += columns[c].alignment == .left ? pad + 2 : 2
        }
        return out + "\n"
    }
}

/// ANSI colours of one piece of text; the text itself when `colour` is false.
func paint(_ text: String, _ style: TextTable.Style, _ colour: Bool) -> String {
    guard colour else { return text }
    let code: String
    switch style {
    case .plain: return text
    case .strong: code = "1"
    case .faint: code = "2"
    case .good: code = "32"
    case .caution: code = "33"
    case .bad: code = "31"
    }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
}

extension Language {
    /// `… and 12 more`.
    func more(_ count: Int) -> String {
        self("… and \(number(count)) more", "… et \(number(count)) de plus")
    }
}
