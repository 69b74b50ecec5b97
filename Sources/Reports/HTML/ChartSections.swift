import Workforce

/// Sections drawn with charts.
extension PlanPage {
    func coverage(_ html: inout MarkupWriter) {
        let l = language
        html.key(
            [
                ("kc", l("covered", "couvert")), ("kr", l("required", "requis")),
                ("ks", l("short", "manque")),
            ])
        for campaign in summary.campaigns {
            html.leaf("h3", scenario.name(campaign.campaign))
            workloads(of: campaign.campaign, &html)
            let chart = CoverageChart(campaign, scenario: scenario, language: l)
            for week in 0..<scenario.horizon.weekCount {
                let drawings = (0..<7).map { (day: week * 7 + $0, svg: chart.svg(day: week * 7 + $0)) }
                figures(
                    title: l.week(week, of: scenario.horizon), style: "charts", isOpen: week == 0, drawings,
                    &html)
            }
        }
    }

    /// Hours that may be done at any permitted time, beside the charts.
    private func workloads(of campaign: Identifier<Campaign>, _ html: inout MarkupWriter) {
        let l = language
        let loads = plan.requirement.workloads(for: campaign)
        guard !loads.isEmpty else { return }
        let hours = loads.reduce(0) { $0 + $1.1.hours }
        let undone = plan.findings.reduce(0.0) { sum, finding in
            guard case .undoneWork(let activity, _, let hours) = finding.subject,
                activity.campaign == campaign
            else { return sum }
            return sum + hours
        }
        html.leaf(
            "p", ["class": "sub"],
            l(
                "Workload of \(l.hours(hours)) at any permitted time beside the line; \(l.hours(undone)) not scheduled.",
                "Charge de \(l.hours(hours)) à toute heure permise, en plus de la courbe ; \(l.hours(undone)) non planifiées."
            ))
    }

    func forecast(_ html: inout MarkupWriter) {
        let l = language
        html.key(
            [
                ("kr", l("expected contacts", "contacts attendus")),
                ("kn", l("inner band", "fourchette étroite")), ("kd", l("outer band", "fourchette large")),
            ])
        for activity in plan.forecast.activities {
            html.leaf("h3", scenario.name(activity.activity))
            let chart = ForecastChart(activity, scenario: scenario, language: l)
            for week in 0..<scenario.horizon.weekCount {
                let svg = chart.svg(week: week)
                guard !svg.isEmpty else { continue }
                html.element("figure") { html in
                    let range = scenario.horizon.intervals(ofWeek: week)
                    let sum = range.reduce(0) {
                        $0 + ($1 < activity.contacts.count ? activity.contacts[$1] : 0)
                    }
                    html.leaf(
                        "figcaption",
                        l.week(week, of: scenario.horizon) + " – " + l.number(sum, decimals: 0)
                            + l(" contacts", " contacts"))
                    html.writeMarkup(svg)
                }
                html.newline()
            }
            html.table(effectTable(activity.effects, l))
            html.table(overrideTable(activity.overrides, l))
        }
    }

    func shifts(_ html: inout MarkupWriter) {
        let l = language
        html.table(text.shiftKinds())
        html.table(text.simplicityPrices())
        for sentence in text.kindsThatStay() { html.leaf("p", sentence) }
        html.key(
            [("kw", l("work", "travail")), ("kb", l("break", "pause")), ("kl", l("lunch", "déjeuner"))])
        for campaign in summary.campaigns {
            html.leaf("h3", scenario.name(campaign.campaign))
            for week in 0..<scenario.horizon.weekCount {
                let drawings = (week * 7..<week * 7 + 7).map { day in
                    let bars = ShiftChart.bars(
                        campaign: campaign.campaign, day: day, plan: plan, scenario: scenario, names: names)
                    let date = scenario.horizon.date(ofDay: day)
                    return (day: day, svg: ShiftChart(bars: bars, date: date, language: l).svg)
                }
                figures(
                    title: l.week(week, of: scenario.horizon), style: "bars", isOpen: false, drawings, &html)
            }
        }
    }

    private func figures(
        title: String, style: String, isOpen: Bool, _ drawings: [(day: Int, svg: String)],
        _ html: inout MarkupWriter
    ) {
        let shown = drawings.filter { !$0.svg.isEmpty }
        guard !shown.isEmpty else { return }
        let body: (inout MarkupWriter) -> Void = { html in
            html.leaf("summary", title)
            html.element("div", ["class": style]) { html in
                for drawing in shown {
                    html.element("figure") { html in
                        html.leaf("figcaption", caption(day: drawing.day))
                        html.writeMarkup(drawing.svg)
                    }
                    html.newline()
                }
            }
        }
        if isOpen { html.element("details", ["open": "open"], body) } else { html.element("details", body) }
    }

    /// The date, and the holiday where it is one.
    private func caption(day: Int) -> String {
        let date = scenario.horizon.date(ofDay: day)
        let holiday = scenario.floor.sites.lazy.compactMap { $0.holidays.holiday(on: date) }.first
        return language.longDate(date) + (holiday.map { " – " + language.name($0) } ?? "")
    }
}
