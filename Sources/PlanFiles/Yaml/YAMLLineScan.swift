import Workforce

/// A pass over the lines of a YAML file before the library sees them, for
/// what the library would stop at or swallow: tabs, anchors and aliases
/// (which could expand without end), duplicate keys, deep nesting.
struct YAMLLineScan {
    /// Levels of nesting that no workspace needs.
    static let nestingLimit = 30

    let file: String
    private(set) var log = DiagnosticLog()
    /// The text must not be parsed.
    private(set) var isHopeless = false

    private struct Scope {
        var indent: Int
        var firstLines: [String: Int] = [:]
    }

    private var scopes: [Scope] = []
    private var flowDepth = 0
    private var quote: Unicode.Scalar?
    /// Lines indented deeper than this belong to a block scalar.
    private var blockScalarIndent: Int?
    /// Lines of a duplicate key, deeper than this, are dropped.
    private var droppedIndent: Int?

    init(file: String) { self.file = file }

    /// The text without the lines of duplicate keys.
    mutating func run(_ text: String) -> String {
        let normal = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        var kept: [String] = []
        var number = 0
        for line in normal.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            kept.append(keeps(Array(line.unicodeScalars), number: number) ? String(line) : "")
        }
        return kept.joined(separator: "\n")
    }

    private func place(_ line: Int, _ column: Int) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column + 1)
    }

    private mutating func keeps(_ line: [Unicode.Scalar], number: Int) -> Bool {
        var column = 0
        while column < line.count, line[column] == " " { column += 1 }
        guard column < line.count, line[column] != "#" || flowDepth > 0 || quote != nil else { return true }
        if let indent = blockScalarIndent {
            if column > indent { return true }
            blockScalarIndent = nil
        }
        let isInside = flowDepth > 0 || quote != nil
        if column == 0, !isInside, line.starts(with: "---".unicodeScalars) { scopes = [] }
        if let indent = droppedIndent {
            let isItem = column == indent && line[column] == "-"
            if column > indent || isItem || isInside {
                if isInside { scanText(line, from: column, number: number) }
                return false
            }
            droppedIndent = nil
        }
        if isInside {
            scanText(line, from: column, number: number)
            return true
        }
        if line[column] == "\t" {
            if line[column...].allSatisfy({ $0 == "\t" || $0 == " " }) { return true }
            log.error(.yaml(.tabIndentation), at: place(number, column))
            isHopeless = true
            return true
        }
        return scanBlockLine(line, from: column, number: number)
    }

    /// `- - key: value`: dashes, then perhaps a key, then text.
    private mutating func scanBlockLine(_ line: [Unicode.Scalar], from start: Int, number: Int) -> Bool {
        var column = start
        var dashes = 0
        while column < line.count, line[column] == "-" || line[column] == "?",
            column + 1 == line.count || line[column + 1] == " "
        {
            scopes.removeAll { $0.indent > column }
            column += 1
            dashes += 1
            while column < line.count, line[column] == " " { column += 1 }
        }
        if dashes > Self.nestingLimit || column > 400 || scopes.count > Self.nestingLimit {
            tooDeep(number, column)
        }
        guard column < line.count else { return true }
        guard let (key, after) = key(in: line, from: column) else {
            scanText(line, from: column, number: number)
            return true
        }
        scopes.removeAll { $0.indent > column }
        if scopes.last?.indent != column { scopes.append(Scope(indent: column)) }
        if let first = scopes[scopes.count - 1].firstLines[key] {
            log.error(.yaml(.duplicateKey(key: key, firstLine: first)), at: place(number, column))
            droppedIndent = column
            scanValue(line, from: after, keyColumn: column, number: number)
            return false
        }
        scopes[scopes.count - 1].firstLines[key] = number
        scanValue(line, from: after, keyColumn: column, number: number)
        return true
    }

    /// A block key and the column after its colon.
    private func key(in line: [Unicode.Scalar], from start: Int) -> (String, Int)? {
        var column = start
        if line[start] == "\"" || line[start] == "'" {
            guard let close = line[(start + 1)...].firstIndex(of: line[start]) else { return nil }
            column = close + 1
            while column < line.count, line[column] == " " { column += 1 }
            guard column < line.count, line[column] == ":",
                column + 1 == line.count || line[column + 1] == " "
            else { return nil }
            return (String(String.UnicodeScalarView(line[(start + 1)..<close])), column + 1)
        }
        guard line[start] != "[", line[start] != "{", line[start] != "&", line[start] != "*" else {
            return nil
        }
        while column < line.count {
            if line[column] == "#", column > start, line[column - 1] == " " { return nil }
            if line[column] == ":",
                column + 1 == line.count || line[column + 1] == " " || line[column + 1] == "\t"
            {
                let text = String(String.UnicodeScalarView(line[start..<column])).trimmed
                return (text, column + 1)
            }
            column += 1
        }
        return nil
    }

    private mutating func scanValue(
        _ line: [Unicode.Scalar], from start: Int, keyColumn: Int, number: Int
    ) {
        var column = start
        while column < line.count, line[column] == " " || line[column] == "\t" { column += 1 }
        guard column < line.count else { return }
        if line[column] == "|" || line[column] == ">" {
            blockScalarIndent = keyColumn
            return
        }
        scanText(line, from: column, number: number)
    }

    /// Quotes, brackets, anchors of a value or of a continued line. A plain
    /// scalar in block context runs to the end of its line.
    private mutating func scanText(_ line: [Unicode.Scalar], from start: Int, number: Int) {
        var column = start
        var isTokenStart = quote == nil
        while column < line.count {
            let scalar = line[column]
            if let open = quote {
                if scalar == "\\", open == "\"" { column += 1 } else if scalar == open { quote = nil }
                isTokenStart = false
            } else if scalar == "#", column == start || line[column - 1] == " " {
                return
            } else if isTokenStart, scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if isTokenStart, scalar == "&" || scalar == "*" {
                column = reportAnchor(line, from: column, number: number)
                continue
            } else if scalar == "[" || scalar == "{", isTokenStart || flowDepth > 0 {
                flowDepth += 1
                isTokenStart = true
                if flowDepth > Self.nestingLimit { tooDeep(number, column) }
            } else if flowDepth > 0, scalar == "]" || scalar == "}" {
                flowDepth -= 1
            } else if flowDepth > 0, scalar == "," || scalar == ":" {
                isTokenStart = true
            } else if scalar != " ", scalar != "\t" {
                isTokenStart = false
                if flowDepth == 0 { return }
            }
            column += 1
        }
    }

    /// The column after the anchor or alias.
    private mutating func reportAnchor(_ line: [Unicode.Scalar], from column: Int, number: Int) -> Int {
        let word = line[column...].prefix { $0 != " " && $0 != "," && $0 != "]" && $0 != "}" }
        let token = String(String.UnicodeScalarView(word))
        log.error(.yaml(.anchorOrAlias(token: token)), at: place(number, column))
        isHopeless = true
        return word.endIndex
    }

    private mutating func tooDeep(_ number: Int, _ column: Int) {
        if !isHopeless {
            log.error(.yaml(.nestedTooDeeply(limit: Self.nestingLimit)), at: place(number, column))
        }
        isHopeless = true
    }
}
