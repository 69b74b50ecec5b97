import Workforce

/// The comparison as a page: the table and, where variants carry a swept
/// value, one curve a figure.
///
/// - Parameter key: what is swept, as the user wrote it (`demand`).
public func whatIfHTML(
    base: WhatIfRow, variants: [WhatIfRow], key: String = "", language l: Language
) -> String {
    let title = l("What if", "Et si") + l.colon + (key.isEmpty ? base.scenario.name : key)
    return htmlDocument(title: title, stylesheet: reportStylesheet + sweepStyles, language: l) { html in
        html.leaf("h1", title)
        html.leaf("p", ["class": "sub"], base.scenario.name + " · " + base.scenario.period(l))
        var table = whatIfTable(base: base, variants: variants, l)
        table.title = ""
        html.table(table)
        let curves = SweepChart.curves(variants: variants, key: key, language: l)
        if !curves.isEmpty {
            html.element("div", ["class": "bars"]) { html in
                for curve in curves {
                    html.element("figure") { html in
                        html.leaf("figcaption", curve.title)
                        html.writeMarkup(curve.svg)
                    }
                    html.newline()
                }
            }
        }
    }
}

private let sweepStyles = "\n.dot{fill:#1f4e79}.curve{fill:none;stroke:#1f4e79;stroke-width:1.6}"

/// One figure over the swept value.
struct SweepChart {
    var title: String
    var key: String
    var points: [(x: Double, y: Double)]
    /// A value of the figure in the reader's format.
    var label: (Double) -> String
    var language: Language

    /// Cost, people, service and margin; empty unless two variants carry a value.
    static func curves(variants: [WhatIfRow], key: String, language l: Language) -> [SweepChart] {
        let rows = variants.compactMap { row in
            row.value.flatMap { $0.isFinite ? (x: $0, figures: WhatIfFigures(row)) : nil }
        }.sorted { $0.x < $1.x }
        func curve(
            _ title: String, _ value: (WhatIfFigures) -> Double?, _ label: @escaping (Double) -> String
        ) -> SweepChart? {
            let points = rows.compactMap { row in value(row.figures).map { (x: row.x, y: $0) } }
            guard points.count > 1 else { return nil }
            return SweepChart(title: title, key: key, points: points, label: label, language: l)
        }
        let money: (Double) -> String = { l.roundMoney(Money(euros: $0)) }
        let share: (Double) -> String = { l.percent($0) }
        return [
            curve(l("Cost", "Coût"), { $0.cost.euros }, money),
            curve(l("FTE", "ETP"), { $0.fullTimeEquivalent }, { l.number($0, decimals: 1) }),
            curve(l("Service level", "Niveau de service"), { $0.service }, share),
            curve(l("Requirement covered", "Besoin couvert"), { $0.coveredShare }, share),
            curve(
                l("Margin", "Marge"), { $0.revenue == .zero ? nil : $0.margin.euros }, money),
        ].compactMap { $0 }
    }

    private let width = 420.0
    private let height = 190.0
    private let left = 62.0
    private let right = 14.0
    private let above = 10.0
    private let below = 26.0

    var svg: String {
        let xs = points.map(\.x)
        let ys = points.map(\.y)
        guard let first = xs.first, let last = xs.last, let low = ys.min(), let high = ys.max() else {
            return ""
        }
        // A flat curve lies in the middle of a scale around it.
        let slack = high > low ? (high - low) * 0.08 : max(abs(high) * 0.05, 1e-6)
        let (bottom, top) = (low - slack, high + slack)
        func x(_ value: Double) -> Double {
            left + (width - left - right) * (last > first ? (value - first) / (last - first) : 0.5)
        }
        func y(_ value: Double) -> Double {
            above + (height - above - below) * (1 - (value - bottom) / (top - bottom))
        }
        var writer = MarkupWriter()
        writer.element(
            "svg", ["viewBox": "0 0 \(short(width)) \(short(height))", "class": "sweep", "role": "img"]
        ) { svg in
            svg.leaf("title", key.isEmpty ? title : "\(title) – \(key)")
            svg.leaf("desc", points.map { "\(abscissa($0.x)): \(label($0.y))" }.joined(separator: "; "))
            var grid = PathData()
            for value in high > low ? [low, (low + high) / 2, high] : [low] {
                grid.move(left, y(value))
                grid.horizontal(width - right)
                svg.leaf(
                    "text", ["x": short(left - 5), "y": short(y(value) + 3), "class": "e"], label(value))
            }
            svg.empty("path", ["class": "grid", "d": grid.text])
            var curve = PathData()
            for (position, point) in points.enumerated() {
                if position == 0 {
                    curve.move(x(point.x), y(point.y))
                } else {
                    curve.line(x(point.x), y(point.y))
                }
            }
            svg.empty("path", ["class": "curve", "d": curve.text])
            let every = max(1, (points.count + 7) / 8)
            for (position, point) in points.enumerated() {
                svg.empty(
                    "circle", ["class": "dot", "cx": short(x(point.x)), "cy": short(y(point.y)), "r": "2.6"])
                guard position % every == 0 else { continue }
                svg.leaf(
                    "text", ["x": short(x(point.x)), "y": short(height - 12), "class": "m"], abscissa(point.x)
                )
            }
            svg.leaf("text", ["x": short(width - right), "y": short(height - 2), "class": "e"], key)
        }
        return writer.text
    }

    private func abscissa(_ value: Double) -> String {
        language.number(value, decimals: value == value.rounded() ? 0 : abs(value) < 1 ? 3 : 2)
    }
}
