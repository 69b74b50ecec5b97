import Workforce

/// Contacts per interval over one week with prediction bands; days side by
/// side, without the hours when nothing is expected.
struct ForecastChart {
    let activity: ActivityForecast
    let horizon: Horizon
    let window: DayWindow
    let language: Language
    let top: Double

    private let width = 760.0
    private let height = 150.0
    private let left = 30.0
    private let right = 6.0
    private let above = 8.0
    private let below = 18.0

    init(_ activity: ActivityForecast, scenario: Scenario, language: Language) {
        self.activity = activity
        self.language = language
        horizon = scenario.horizon
        let count = activity.contacts.count
        window = DayWindow(scenario.horizon) { $0 < count && activity.contacts[$0] > 0 }
        let highest = activity.bands.flatMap(\.high).filter(\.isFinite).max() ?? 0
        top = roundAbove(max(highest, activity.contacts.filter(\.isFinite).max() ?? 0, 1))
    }

    func svg(week: Int) -> String {
        let shown = (week * 7..<week * 7 + 7).flatMap { window.intervals(ofDay: $0, horizon) }
        guard !shown.isEmpty, shown.contains(where: { value(activity.contacts, $0) > 0 }) else { return "" }
        let step = (width - left - right) / Double(shown.count)
        var writer = MarkupWriter()
        writer.element(
            "svg", ["viewBox": "0 0 \(short(width)) \(short(height))", "class": "week", "role": "img"]
        ) { svg in
            let l = language
            svg.leaf("title", l("Forecast, ", "Prévision, ") + l.week(week, of: horizon))
            let sum = shown.reduce(0) { $0 + value(activity.contacts, $1) }
            svg.leaf("desc", l.number(sum, decimals: 0) + l(" contacts expected.", " contacts attendus."))
            axes(shown, step, &svg)
            // Widest band first, so that the narrow one lies on it.
            for band in activity.bands.sorted(by: { $0.probability > $1.probability }) {
                svg.empty(
                    "path",
                    ["class": band.probability > 0.9 ? "wide" : "near", "d": area(band, shown, step)])
            }
            svg.empty("path", ["class": "line", "d": line(activity.contacts, shown, step)])
        }
        return writer.text
    }

    private func value(_ series: [Double], _ t: Int) -> Double {
        t < series.count && series[t].isFinite ? max(0, series[t]) : 0
    }

    private func y(_ contacts: Double) -> Double {
        above + (height - above - below) * (1 - min(1, contacts / top))
    }

    /// One line a day: nights and closed days stand between them.
    private func line(_ series: [Double], _ shown: [Int], _ step: Double) -> String {
        var path = PathData()
        var previous = -1
        for (position, t) in shown.enumerated() where isOpen(t) {
            let x = left + (Double(position) + 0.5) * step
            let y = y(value(series, t))
            if t == previous + 1 && !path.isEmpty { path.line(x, y) } else { path.move(x, y) }
            previous = t
        }
        return path.text
    }

    private func isOpen(_ t: Int) -> Bool { value(activity.contacts, t) > 0 }

    /// One area for each run of intervals with contacts.
    private func area(_ band: PredictionBand, _ shown: [Int], _ step: Double) -> String {
        var path = PathData()
        var first = 0
        while first < shown.count {
            guard isOpen(shown[first]) else {
                first += 1
                continue
            }
            var last = first
            while last + 1 < shown.count, shown[last + 1] == shown[last] + 1, isOpen(shown[last + 1]) {
                last += 1
            }
            let x = { (position: Int) in left + (Double(position) + 0.5) * step }
            path.move(x(first), y(value(band.high, shown[first])))
            for position in first...last { path.line(x(position), y(value(band.high, shown[position]))) }
            for position in (first...last).reversed() {
                path.line(x(position), y(value(band.low, shown[position])))
            }
            path.close()
            first = last + 1
        }
        return path.text
    }

    private func axes(_ shown: [Int], _ step: Double, _ svg: inout MarkupWriter) {
        var grid = PathData()
        for level in [0, top / 2, top] {
            grid.move(left, y(level))
            grid.horizontal(width - right)
            svg.leaf(
                "text", ["x": short(left - 3), "y": short(y(level) + 3), "class": "e"],
                language.number(level, decimals: level == level.rounded() ? 0 : 1))
        }
        var previous = -1
        for (position, t) in shown.enumerated() where horizon.days[t] != previous {
            previous = horizon.days[t]
            let x = left + Double(position) * step
            grid.move(x, above)
            grid.vertical(height - below)
            svg.leaf(
                "text", ["x": short(x + 3), "y": short(height - 5)],
                language.shortDate(horizon.date(of: t)))
        }
        svg.empty("path", ["class": "grid", "d": grid.text])
    }
}
