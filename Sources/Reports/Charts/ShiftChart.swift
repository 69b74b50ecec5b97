import Workforce

/// One day of one campaign, a bar for each person: work, breaks, lunch.
struct ShiftChart {
    struct Bar {
        var label: String
        var shift: Shift
    }

    /// Earliest start first.
    let bars: [Bar]
    let date: CivilDate
    let language: Language
    /// Whole hours of the wall clock.
    let from: Int
    let to: Int

    private let width = 520.0
    private let left = 118.0
    private let above = 14.0
    private let row = 11.0

    /// Bars from the roster where there is one, else one for each person of a tour.
    static func bars(
        campaign: Identifier<Campaign>, day: Int, plan: Plan, scenario: Scenario, names: AgentNames
    ) -> [Bar] {
        var bars: [Bar] = []
        if let roster = plan.roster {
            for line in roster.lines where line.campaign == campaign && line.week == day / 7 {
                guard let shift = line.shift(on: day % 7) else { continue }
                bars.append(Bar(label: names[line.agent], shift: shift))
            }
        } else {
            for pool in plan.schedule.pools where pool.campaign == campaign && pool.week == day / 7 {
                for entry in pool.tours {
                    guard let shift = entry.tour.shifts[day % 7] else { continue }
                    let bar = Bar(label: scenario.name(entry.tour.contract), shift: shift)
                    // A bar a person, but no endless picture from an absurd count.
                    bars += [Bar](repeating: bar, count: min(500, max(0, entry.count)))
                }
            }
        }
        return bars.enumerated().sorted { a, b in
            let (x, y) = (a.element.shift.range, b.element.shift.range)
            return (x.start.minute, x.end.minute, a.offset) < (y.start.minute, y.end.minute, b.offset)
        }.map(\.element)
    }

    init(bars: [Bar], date: CivilDate, language: Language) {
        self.bars = bars
        self.date = date
        self.language = language
        let first = bars.map(\.shift.range.start.minute).min() ?? 480
        let last = bars.map(\.shift.range.end.minute).max() ?? 1200
        from = first / 60 * 60
        to = max(from + 60, (last + 59) / 60 * 60)
    }

    var svg: String {
        guard !bars.isEmpty else { return "" }
        let height = above + Double(bars.count) * row + 4
        var writer = MarkupWriter()
        writer.element(
            "svg", ["viewBox": "0 0 \(short(width)) \(short(height))", "class": "shifts", "role": "img"]
        ) { svg in
            let l = language
            svg.leaf("title", l("Shifts, ", "Vacations, ") + l.longDate(date))
            svg.leaf("desc", l.people(bars.count) + ", " + l.range(ClockRange(clock(from), clock(to))))
            axis(height, &svg)
            var (work, rests, lunches) = (PathData(), PathData(), PathData())
            for (position, bar) in bars.enumerated() {
                let y = above + Double(position) * row
                svg.leaf(
                    "text", ["x": short(left - 4), "y": short(y + 8), "class": "e"], clipped(bar.label))
                add(bar.shift.range, at: y + 1.5, height: row - 3, to: &work)
                for pause in bar.shift.breaks {
                    if pause.kind != .rest {
                        add(pause.range, at: y + 1.5, height: row - 3, to: &lunches)
                    } else {
                        add(pause.range, at: y + 1.5, height: row - 3, to: &rests)
                    }
                }
            }
            svg.empty("path", ["class": "work", "d": work.text])
            if !rests.isEmpty { svg.empty("path", ["class": "rest", "d": rests.text]) }
            if !lunches.isEmpty { svg.empty("path", ["class": "lunch", "d": lunches.text]) }
        }
        return writer.text
    }

    private func clock(_ minute: Int) -> ClockTime { ClockTime(minute: minute) }

    private func x(_ minute: Int) -> Double {
        left + (width - left - 12) * Double(minute - from) / Double(to - from)
    }

    private func add(_ range: ClockRange, at y: Double, height: Double, to path: inout PathData) {
        let (start, end) = (x(range.start.minute), x(range.end.minute))
        path.rectangle(x: start, y: y, width: end - start, height: height)
    }

    private func axis(_ height: Double, _ svg: inout MarkupWriter) {
        var grid = PathData()
        let step = to - from > 720 ? 120 : 60
        for minute in stride(from: from, through: to, by: step) {
            grid.move(x(minute), above - 3)
            grid.vertical(height)
            svg.leaf("text", ["x": short(x(minute)), "y": "8", "class": "m"], "\(minute / 60)h")
        }
        svg.empty("path", ["class": "grid", "d": grid.text])
    }

    private func clipped(_ label: String) -> String {
        label.count > 22 ? label.prefix(21) + "…" : label
    }
}
