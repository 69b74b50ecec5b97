/// Writes well-formed markup (HTML5 that is also XML, and SVG): every element
/// closes, every text and attribute is escaped.
struct MarkupWriter {
    private(set) var text = ""

    /// An element around what `content` writes.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String>,
        _ content: (inout MarkupWriter) -> Void
    ) {
        open(name, attributes)
        text += ">"
        content(&self)
        text += "</\(name)>"
    }

    /// An element that holds only text.
    mutating func leaf(
        _ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String
    ) {
        open(name, attributes)
        text += ">"
        write(content)
        text += "</\(name)>"
    }

    mutating func element(_ name: String, _ content: (inout MarkupWriter) -> Void) {
        element(name, [:], content)
    }

    mutating func leaf(_ name: String, _ content: String) { leaf(name, [:], content) }

    /// An element without content (`<meta/>`, `<path/>`).
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        open(name, attributes)
        text += "/>"
    }

    mutating func write(_ content: String) { text += escapedMarkup(content) }

    mutating func newline() { text += "\n" }

    /// Content that is markup already: the style sheet, a finished drawing.
    mutating func writeMarkup(_ markup: String) { text += markup }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        text += "<\(name)"
        for (key, value) in attributes where key != "class" || !value.isEmpty {
            text += " \(key)=\"\(escapedMarkup(value))\""
        }
    }
}

/// Text for an element or a quoted attribute; characters that XML forbids become spaces.
func escapedMarkup(_ text: String) -> String {
    func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
            && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
    }
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case "\n", "\t": result.unicodeScalars.append(scalar)
        // Controls, non-characters, and marks that turn the direction of text.
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}",
            "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
            result += " "
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
