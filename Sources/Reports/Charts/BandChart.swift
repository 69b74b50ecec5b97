import Workforce

/// Contacts of days or of weeks over the areas of both bands: what came as a line, marked where it
/// left the wide band, then what is expected.
struct BandChart {
    struct Point {
        var first: CivilDate
        /// Days that the point stands for, at least 1.
        var days = 1
        var mean: Double
        var near: (low: Double, high: Double)
        var wide: (low: Double, high: Double)
        /// Nil = still to come.
        var actual: Double?

        var end: CivilDate { first + max(1, days) }
        var isOutside: Bool { actual.map { $0 < wide.low || $0 > wide.high } ?? false }
        /// Days without contacts are left out rather than drawn at zero.
        var isShown: Bool { value(mean) > 0 || value(actual ?? 0) > 0 }
    }

    let title: String
    let points: [Point]
    let language: Language

    private let width = 760.0
    private let height = 250.0
    private let left = 52.0
    private let right = 8.0
    private let above = 10.0
    private let below = 22.0
    private let top: Double

    init(_ title: String, _ points: [Point], _ language: Language) {
        self.title = title
        self.points = points.filter(\.isShown).sorted { $0.first < $1.first }
        self.language = language
        let highest = self.points.map { max(value($0.mean), value($0.wide.high), value($0.actual ?? 0)) }
        top = roundAbove(max(1, highest.max() ?? 1))
    }

    /// Empty without anything to show.
    var svg: String {
        guard let first = points.first?.first, let last = points.last?.end else { return "" }
        let dates = first...last
        var writer = MarkupWriter()
        writer.element(
            "svg", ["viewBox": "0 0 \(short(width)) \(short(height))", "class": "days", "role": "img"]
        ) { svg in
            svg.leaf("title", title)
            svg.leaf("desc", summary)
            axes(dates, &svg)
            svg.empty("path", ["class": "wide", "d": area(dates) { $0.wide }])
            svg.empty("path", ["class": "near", "d": area(dates) { $0.near }])
            svg.empty("path", ["class": "line", "d": steps(dates)])
            svg.empty("path", ["class": "actual", "d": line(dates)])
            for point in points { dot(point, dates, &svg) }
        }
        return writer.text
    }

    /// The drawing in words.
    private var summary: String {
        let (past, coming) = (points.filter { $0.actual != nil }, points.filter { $0.actual == nil })
        let l = language
        var parts: [String] = []
        if !past.isEmpty {
            let outside = past.count { $0.isOutside }
            parts.append(
                l(
                    "Past: \(l.number(outside)) of \(l.number(past.count)) values outside the \(l.probability(0.95)) band.",
                    "Passé\(l.colon)\(l.number(outside)) valeur(s) sur \(l.number(past.count)) hors de la fourchette \(l.probability(0.95))."
                ))
        }
        if !coming.isEmpty {
            let sum = l.number(coming.reduce(0) { $0 + value($1.mean) })
            parts.append(
                l(
                    "Forecast: \(sum) contacts expected.", "Prévision\(l.colon)\(sum) contacts attendus."))
        }
        return parts.joined(separator: " ")
    }

    private func x(_ date: CivilDate, _ dates: ClosedRange<CivilDate>, shift: Double = 0) -> Double {
        let span = Double(max(1, dates.upperBound.dayNumber - dates.lowerBound.dayNumber))
        let offset = Double(date.dayNumber - dates.lowerBound.dayNumber) + shift
        return left + (width - left - right) * offset / span
    }

    private func y(_ contacts: Double) -> Double {
        above + (height - above - below) * (1 - min(1, value(contacts) / top))
    }

    /// One rectangle a point, so that a single day shows as well.
    private func area(
        _ dates: ClosedRange<CivilDate>, _ bounds: (Point) -> (low: Double, high: Double)
    ) -> String {
        var path = PathData()
        for point in points {
            let (low, high) = bounds(point)
            guard low.isFinite, high.isFinite else { continue }
            let start = x(point.first, dates)
            path.rectangle(
                x: start, y: y(high), width: x(point.end, dates) - start, height: y(low) - y(high))
        }
        return path.text
    }

    private func steps(_ dates: ClosedRange<CivilDate>) -> String {
        var path = PathData()
        for point in points where point.mean.isFinite {
            path.move(x(point.first, dates), y(point.mean))
            path.horizontal(x(point.end, dates))
        }
        return path.text
    }

    /// Broken where a day is closed or was not judged.
    private func line(_ dates: ClosedRange<CivilDate>) -> String {
        var path = PathData()
        var previous: CivilDate?
        for point in points {
            guard let actual = point.actual, actual.isFinite else { continue }
            let middle = x(point.first, dates, shift: Double(point.days) / 2)
            if previous == point.first {
                path.line(middle, y(actual))
            } else {
                path.move(middle, y(actual))
            }
            previous = point.end
        }
        return path.text
    }

    private func dot(_ point: Point, _ dates: ClosedRange<CivilDate>, _ svg: inout MarkupWriter) {
        guard let actual = point.actual, actual.isFinite else { return }
        let l = language
        let middle = short(x(point.first, dates, shift: Double(point.days) / 2))
        let place = short(y(actual))
        guard point.isOutside else {
            svg.empty("circle", ["class": "dot", "cx": middle, "cy": place, "r": "1.5"])
            return
        }
        svg.element("circle", ["class": "out", "cx": middle, "cy": place, "r": "4"]) { svg in
            svg.leaf(
                "title",
                l.longDate(point.first) + l.colon
                    + l(
                        "actual \(l.number(actual)), forecast \(l.number(point.mean))",
                        "réel \(l.number(actual)), prévu \(l.number(point.mean))"))
        }
    }

    private func axes(_ dates: ClosedRange<CivilDate>, _ svg: inout MarkupWriter) {
        var grid = PathData()
        // Fifths of a round top are round.
        for level in (0...5).map({ top * Double($0) / 5 }) {
            grid.move(left, y(level))
            grid.horizontal(width - right)
            svg.leaf(
                "text", ["x": short(left - 5), "y": short(y(level) + 4), "class": "e"],
                language.number(level, decimals: top < 10 ? 1 : 0))
        }
        for date in labelledDates(dates) {
            let place = x(date, dates)
            grid.move(place, above)
            grid.vertical(height - below + 4)
            guard place < width - 66 else { continue }
            let isLong = dates.upperBound.dayNumber - dates.lowerBound.dayNumber > 300
            svg.leaf(
                "text", ["x": short(place + 3), "y": short(height - 6)],
                isLong ? language.date(date) : language.shortDate(date))
        }
        svg.empty("path", ["class": "grid", "d": grid.text])
        if let start = points.first(where: { $0.actual == nil })?.first, start > dates.lowerBound {
            var rule = PathData()
            rule.move(x(start, dates), above)
            rule.vertical(height - below)
            svg.empty("path", ["class": "start", "d": rule.text])
        }
    }

    /// Each of a few days, else Mondays, at most eight of them.
    private func labelledDates(_ dates: ClosedRange<CivilDate>) -> [CivilDate] {
        let days = dates.upperBound.dayNumber - dates.lowerBound.dayNumber
        if days <= 8 { return (0..<days).map { dates.lowerBound + $0 } }
        let wait = (7 - dates.lowerBound.weekday.rawValue) % 7
        let step = 7 * max(1, (days / 7 + 7) / 8)
        return stride(from: wait, to: days, by: step).map { dates.lowerBound + $0 }
    }
}

/// What can be drawn of a figure: never below 0, nothing for what is not finite.
private func value(_ figure: Double) -> Double { figure.isFinite ? max(0, figure) : 0 }
