import Workforce

/// A commercial document as blocks, before any format.
struct ProposalDocument {
    enum Block {
        case heading(level: Int, String)
        case paragraph(String)
        case list([String])
        case table(TextTable)
    }

    var title: String
    var blocks: [Block] = []

    mutating func heading(_ level: Int, _ text: String) { blocks.append(.heading(level: level, text)) }
    mutating func paragraph(_ text: String) { blocks.append(.paragraph(text)) }
    mutating func list(_ items: [String]) { if !items.isEmpty { blocks.append(.list(items)) } }
    mutating func table(_ table: TextTable) { if !table.rows.isEmpty { blocks.append(.table(table)) } }

    /// CommonMark with tables (GFM); what the marks of Markdown would change is escaped.
    var markdown: String {
        var out = "# \(escapedMarkdown(title))\n"
        for block in blocks {
            out += "\n"
            switch block {
            case .heading(let level, let text):
                out += String(repeating: "#", count: level) + " \(escapedMarkdown(text))\n"
            case .paragraph(let text): out += escapedMarkdown(text) + "\n"
            case .list(let items): for item in items { out += "- \(escapedMarkdown(item))\n" }
            case .table(let table): out += markdownTable(table)
            }
        }
        return out
    }

    private func markdownTable(_ table: TextTable) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        var out = table.title.isEmpty ? "" : "**\(escapedMarkdown(table.title))**\n\n"
        out += line(table.columns.map { escapedMarkdown($0.title) })
        out += line(table.columns.map { $0.alignment == .right ? "---:" : "---" })
        for row in table.rows + (table.total.map { [$0] } ?? []) {
            out += line(
                (0..<table.columns.count).map { $0 < row.count ? escapedMarkdown(row[$0].text) : "" })
        }
        return out
    }

    func html(_ language: Language) -> String {
        htmlDocument(title: title, stylesheet: proposalStylesheet, language: language) { html in
            html.leaf("h1", title)
            for block in blocks {
                switch block {
                case .heading(let level, let text): html.leaf(level < 3 ? "h2" : "h3", text)
                case .paragraph(let text): html.leaf("p", text)
                case .list(let items):
                    html.element("ul") { html in for item in items { html.leaf("li", item) } }
                case .table(let table): html.table(table)
                }
                html.newline()
            }
        }
    }
}

/// Text that Markdown shows as it stands, on one line. HTML is not let through either.
func escapedMarkdown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in singleLine(text).unicodeScalars {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!": result.append("\\")
        default: break
        }
        result.append(scalar)
    }
    let line = String(result)
    // A sign that begins a list or a rule only does so at the start of a line.
    if let first = line.first, "-+=".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
        rest.count == 1 || rest.dropFirst().first == " "
    else { return line }
    return digits + "\\" + rest
}

let proposalStylesheet = """
    @page{size:A4;margin:18mm}*{box-sizing:border-box}
    body{font:15px/1.5 system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif;color:#1c2430;background:#fff;max-width:820px;margin:0 auto;padding:28px}
    h1{font-size:1.7em;border-bottom:3px solid #1f4e79;padding-bottom:.25em}h2{font-size:1.25em;margin:1.6em 0 .4em;color:#1f4e79}h3{font-size:1.05em;margin:1.2em 0 .3em}
    table{border-collapse:collapse;width:100%;margin:.6em 0 1em;font-variant-numeric:tabular-nums}th,td{padding:5px 9px;border-bottom:1px solid #d5dce4;text-align:left;vertical-align:top}
    caption{text-align:left;font-weight:600;padding:.3em 0}thead th{background:#f1f4f8}tfoot td{font-weight:700;border-top:2px solid #1f4e79}
    td.n,th.n{text-align:right;white-space:nowrap}.sub{color:#5a6675}ul{padding-left:1.3em}
    @media print{body{padding:0;font-size:11pt}h2,h3{break-after:avoid}tr{break-inside:avoid}}
    """
