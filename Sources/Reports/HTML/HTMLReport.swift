import Workforce

/// The whole plan as one self-contained page: no script, no outside file.
///
/// Well-formed as XML and valid HTML5; every name from the workspace is
/// escaped. Absences are shown without their reason.
public func htmlReport(_ plan: Plan, scenario: Scenario, language: Language) -> String {
    let page = PlanPage(plan: plan, scenario: scenario, language: language)
    return htmlDocument(
        title: language("Plan", "Plan") + language.colon + scenario.name, stylesheet: reportStylesheet,
        language: language
    ) { html in
        page.heading(&html)
        page.keyFigures(&html)
        for section in PlanPage.Section.allCases where page.isShown(section) {
            html.newline()
            html.element("section", ["id": section.rawValue]) { html in
                html.leaf("h2", page.title(section))
                page.write(section, &html)
            }
        }
    }
}

/// A page around what `content` writes into its body.
func htmlDocument(
    title: String, stylesheet: String, language: Language, _ content: (inout MarkupWriter) -> Void
) -> String {
    var html = MarkupWriter()
    html.writeMarkup("<!DOCTYPE html>\n")
    html.element("html", ["lang": language.rawValue]) { html in
        html.element("head") { html in
            html.empty("meta", ["charset": "utf-8"])
            html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            html.leaf("title", title)
            // The style sheet is a constant of this program without < or &.
            html.element("style") { $0.writeMarkup(stylesheet) }
        }
        html.newline()
        html.element("body", content)
    }
    html.newline()
    return html.text
}

extension MarkupWriter {
    /// Large figures, each over its label.
    mutating func keyFigures(_ figures: [(value: String, label: String)]) {
        guard !figures.isEmpty else { return }
        element("div", ["class": "keys"]) { html in
            for (value, label) in figures {
                html.element("div") { html in
                    html.leaf("b", value)
                    html.leaf("span", label)
                }
            }
        }
    }

    /// What the colours of a chart stand for.
    mutating func key(_ entries: [(style: String, label: String)]) {
        element("p", ["class": "key"]) { html in
            for (style, label) in entries {
                html.leaf("i", ["class": style], "")
                html.write(label)
            }
        }
    }

    /// A table with its caption; numbers to the right. Nothing when it has no rows.
    mutating func table(_ table: TextTable, style: String = "") {
        if table.rows.isEmpty {
            if let note = table.emptyNote { leaf("p", ["class": "sub"], "\(table.title) – \(note)") }
            return
        }
        element("div", ["class": "scroll"]) { html in
            html.element("table", ["class": style]) { html in
                if !table.title.isEmpty { html.leaf("caption", table.title) }
                html.element("thead") { html in
                    html.element("tr") { html in
                        for column in table.columns {
                            html.leaf(
                                "th", ["scope": "col", "class": column.alignment == .right ? "n" : "t"],
                                column.title)
                        }
                    }
                }
                html.element("tbody") { html in
                    for row in table.rows { html.row(row, table.columns) }
                }
                if let total = table.total { html.element("tfoot") { $0.row(total, table.columns) } }
            }
        }
        newline()
    }

    private mutating func row(_ cells: [TextTable.Cell], _ columns: [TextTable.Column]) {
        element("tr") { html in
            for (c, column) in columns.enumerated() {
                let cell = c < cells.count ? cells[c] : TextTable.Cell("")
                let place = column.alignment == .right ? "n" : "t"
                html.leaf("td", ["class": place + cell.style.markupClass], cell.text)
            }
        }
        newline()
    }
}

extension TextTable.Style {
    fileprivate var markupClass: String {
        switch self {
        case .plain, .strong, .faint: ""
        case .good: " good"
        case .caution: " caution"
        case .bad: " bad"
        }
    }
}
