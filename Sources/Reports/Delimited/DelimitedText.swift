/// A file of delimited values as a spreadsheet opens it without asking.
///
/// French: `;`, decimal comma, UTF-8 with a byte-order mark; English: `,` and
/// point. Lines end with CRLF and quotes follow RFC 4180. A *text* that a
/// spreadsheet would take for a formula (beginning with `= + - @`, tab or line
/// end) gets an apostrophe in front (OWASP, "CSV Injection").
struct DelimitedText {
    enum Cell {
        case text(String)
        /// A number, date or time made by this program, written as it is.
        case plain(String)
        case number(Double, decimals: Int)
    }

    private let language: Language
    private(set) var text: String

    init(_ language: Language, header: [String]) {
        self.language = language
        text = language == .french ? "\u{FEFF}" : ""
        add(header.map { .text($0) })
    }

    var separator: String { language(",", ";") }

    mutating func add(_ cells: [Cell]) {
        text += cells.map(encoded).joined(separator: separator) + "\r\n"
    }

    private func encoded(_ cell: Cell) -> String {
        switch cell {
        case .plain(let value): DelimitedText.quoted(value, separator)
        case .text(let value): DelimitedText.guarded(value, separator: separator)
        case .number(let value, let decimals): encoded(value, decimals)
        }
    }

    /// No thousands mark: spreadsheets would read a text.
    private func encoded(_ value: Double, _ decimals: Int) -> String {
        guard let parts = DecimalParts(value, decimals: decimals) else { return "" }
        let fraction = parts.fraction.isEmpty ? "" : language.decimalMark + parts.fraction
        return DelimitedText.quoted((parts.isNegative ? "-" : "") + parts.whole + fraction, separator)
    }

    /// A text as one cell, never a formula.
    static func guarded(_ value: String, separator: String) -> String {
        quoted(isFormula(value) ? "'" + value : value, separator)
    }

    private static func quoted(_ value: String, _ separator: String) -> String {
        let mark = separator.utf8.first
        let needsQuotes = value.utf8.contains { byte in
            byte == mark || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        guard needsQuotes else { return value }
        var result = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }

    /// By scalar, not by character: `\r\n` is one character in Swift.
    static func isFormula(_ value: String) -> Bool {
        switch value.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n": true
        default: false
        }
    }
}
