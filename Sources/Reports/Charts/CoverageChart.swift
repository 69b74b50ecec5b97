import Workforce

/// Coverage against requirement over one day: covered area, required line,
/// shortage shaded between the two.
struct CoverageChart {
    let campaign: CampaignSummary
    let horizon: Horizon
    let window: DayWindow
    let language: Language
    /// Agents at the top of the scale.
    let top: Double

    private let width = 252.0
    private let height = 104.0
    private let left = 22.0
    private let right = 6.0
    private let above = 8.0
    private let below = 15.0

    init(_ campaign: CampaignSummary, scenario: Scenario, language: Language) {
        self.campaign = campaign
        self.language = language
        horizon = scenario.horizon
        window = DayWindow(scenario.horizon) { campaign.required[$0] > 0 || campaign.covered[$0] > 0 }
        top = roundAbove(Double(max(campaign.required.max() ?? 0, campaign.covered.max() ?? 0, 2)))
    }

    /// An empty string when nothing is needed and nobody comes.
    func svg(day: Int) -> String {
        let shown = window.intervals(ofDay: day, horizon)
        guard shown.contains(where: { campaign.required[$0] > 0 || campaign.covered[$0] > 0 }) else {
            return ""
        }
        let step = (width - left - right) / Double(shown.count)
        var writer = MarkupWriter()
        writer.element(
            "svg", ["viewBox": "0 0 \(short(width)) \(short(height))", "class": "day", "role": "img"]
        ) { svg in
            describe(day, shown, &svg)
            axes(shown, step, &svg)
            svg.empty("path", ["class": "cov", "d": area(shown, step)])
            let (short, line) = requirement(shown, step)
            if !short.isEmpty { svg.empty("path", ["class": "short", "d": short]) }
            if !line.isEmpty { svg.empty("path", ["class": "req", "d": line]) }
        }
        return writer.text
    }

    private func y(_ agents: Int) -> Double {
        above + (height - above - below) * (1 - min(1, Double(agents) / top))
    }

    private func area(_ shown: [Int], _ step: Double) -> String {
        var path = PathData()
        path.move(left, y(0))
        var level = 0
        for (position, t) in shown.enumerated() where campaign.covered[t] != level {
            path.horizontal(left + Double(position) * step)
            path.vertical(y(campaign.covered[t]))
            level = campaign.covered[t]
        }
        path.horizontal(left + Double(shown.count) * step)
        path.vertical(y(0))
        path.close()
        return path.text
    }

    private func requirement(_ shown: [Int], _ step: Double) -> (short: String, line: String) {
        var short = PathData()
        var line = PathData()
        var level = 0
        for (position, t) in shown.enumerated() {
            let x = left + Double(position) * step
            let (need, have) = (campaign.required[t], campaign.covered[t])
            if need > have {
                short.rectangle(x: x, y: y(need), width: step, height: y(have) - y(need))
            }
            if need != level {
                if line.isEmpty { line.move(x, y(level)) } else { line.horizontal(x) }
                line.vertical(y(need))
                level = need
            }
        }
        if !line.isEmpty { line.horizontal(left + Double(shown.count) * step) }
        if !line.isEmpty && level > 0 { line.vertical(y(0)) }
        return (short.text, line.text)
    }

    private func axes(_ shown: [Int], _ step: Double, _ svg: inout MarkupWriter) {
        var grid = PathData()
        for level in [0, top / 2, top] {
            let y = above + (height - above - below) * (1 - level / top)
            grid.move(left, y)
            grid.horizontal(width - right)
            guard level == level.rounded() else { continue }
            svg.leaf(
                "text", ["x": short(left - 3), "y": short(y + 3), "class": "e"],
                language.number(level, decimals: 0))
        }
        svg.empty("path", ["class": "grid", "d": grid.text])
        for (position, t) in shown.enumerated() {
            let clock = horizon.clockMinutes[t]
            guard clock % window.labelStep == 0 else { continue }
            let x = left + Double(position) * step
            svg.leaf("text", ["x": short(x), "y": short(height - 4), "class": "m"], "\(clock / 60)h")
        }
    }

    private func describe(_ day: Int, _ shown: [Int], _ svg: inout MarkupWriter) {
        let l = language
        let date = l.longDate(horizon.date(ofDay: day))
        let peak = shown.map { campaign.required[$0] }.max() ?? 0
        let missing = shown.reduce(0) { $0 + max(0, campaign.required[$1] - campaign.covered[$1]) }
        let most = shown.map { campaign.covered[$0] }.max() ?? 0
        svg.leaf("title", l("Coverage, \(date)", "Couverture, \(date)"))
        let short = l.hours(Double(missing) * horizon.intervalHours)
        svg.leaf(
            "desc",
            l(
                "At most \(l.agents(peak)) required and \(number(most)) present; \(short) short.",
                "Au plus \(l.agents(peak)) requis et \(number(most)) présents ; \(short) manquantes."))
    }

    private func number(_ value: Int) -> String { language.number(value) }
}
