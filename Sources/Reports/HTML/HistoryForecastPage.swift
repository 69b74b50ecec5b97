import Workforce

/// One history and its forecast as a self-contained page: no script, no outside file.
///
/// Well-formed as XML and valid HTML5; every text is escaped.
public func historyForecastPage(
    _ forecast: HistoryForecast, title: String, language l: Language
) -> String {
    let name = title.isEmpty ? l("Forecast", "Prévision") : title
    let page = HistoryForecastPage(forecast: forecast, title: name, language: l)
    return htmlDocument(title: name, stylesheet: reportStylesheet + forecastStylesheet, language: l) { html in
        page.heading(&html)
        html.keyFigures(page.keyFigures)
        page.days(&html)
        page.weeks(&html)
        page.causes(&html)
        page.accuracy(&html)
        page.remarks(&html)
    }
}

/// The page of one history's forecast, one function a section.
struct HistoryForecastPage {
    let forecast: HistoryForecast
    let title: String
    let language: Language

    /// Days of the forecast that the chart by day shows.
    private let shownDays = 35

    func heading(_ html: inout MarkupWriter) {
        let l = language
        html.element("header") { html in
            html.leaf("h1", title)
            let count = forecast.dailyMean.count
            let last = forecast.firstDay + max(0, count - 1)
            html.leaf(
                "p", ["class": "sub"],
                l.nothingExpected(of: forecast.dailyMean, from: forecast.firstDay)
                    ?? l("Forecast from ", "Prévision du ") + l.longDate(forecast.firstDay)
                    + l(" to ", " au ") + l.longDate(last) + ", " + l.days(count))
        }
    }

    /// Value and label of each.
    var keyFigures: [(String, String)] {
        let l = language
        let open = forecast.dailyMean.filter { $0 > 0 }
        let sum = open.reduce(0, +)
        guard !open.isEmpty else { return [] }
        var figures = [
            (l.number(sum), l("contacts expected", "contacts attendus")),
            (l.number(sum / Double(open.count)), l("contacts per open day", "contacts par jour ouvert")),
        ]
        let most = forecast.dailyMean.enumerated().filter { $0.element.isFinite }
            .max { $0.element < $1.element }
        if let most {
            let date = l.shortDate(forecast.firstDay + most.offset)
            figures.append(
                (l.number(most.element), l("on the busiest day, \(date)", "le jour le plus chargé, \(date)")))
        }
        if let seconds = forecast.handleSeconds(ofSlots: forecast.mean.indices) {
            figures.append((l.duration(seconds: seconds), l("handle time", "de DMT")))
        }
        if let accuracy = forecast.accuracy {
            figures.append(
                (
                    l.percent(accuracy.dailyWAPE),
                    l("mean error by day on the past (WAPE)", "d’erreur moyenne par jour sur le passé (WAPE)")
                ))
        }
        return figures
    }

    func days(_ html: inout MarkupWriter) {
        let l = language
        let past = (forecast.report?.recent ?? []).map {
            BandChart.Point(
                first: $0.date, mean: $0.mean, near: ($0.low80, $0.high80), wide: ($0.low95, $0.high95),
                actual: $0.actual)
        }
        let coming = forecast.dailyMean.enumerated().prefix(shownDays).map { day, mean in
            BandChart.Point(
                first: forecast.firstDay + day, mean: mean,
                near: forecast.dailyBands.bounds(0.8, at: day),
                wide: forecast.dailyBands.bounds(0.95, at: day))
        }
        let heading = l("Contacts by day", "Contacts par jour")
        let svg = BandChart(heading, past + coming, l).svg
        section("days", heading, isShown: !svg.isEmpty, &html) { html in
            html.key(legend(withPast: !past.isEmpty))
            var caption =
                past.isEmpty
                ? ""
                : l(
                    "The last weeks judged, then the forecast. ",
                    "Les dernières semaines jugées, puis la prévision. ")
            if forecast.dailyMean.count > shownDays {
                caption += l(
                    "First \(l.days(shownDays)) of the forecast.",
                    "Les \(l.days(shownDays)) premiers de la prévision.")
            }
            figure(svg, caption: caption, &html)
            var table = dayTable(forecast, l)
            table.title = ""
            html.element("details") { html in
                html.leaf("summary", l("Every day in figures", "Chaque jour en chiffres"))
                html.table(table)
            }
        }
    }

    /// Only where the chart by day does not show everything.
    func weeks(_ html: inout MarkupWriter) {
        guard forecast.dailyMean.count > shownDays else { return }
        let l = language
        let points = forecast.weeks.map { week in
            let first = max(week.monday, forecast.firstDay)
            return BandChart.Point(
                first: first, days: week.days, mean: week.mean, near: (week.low80, week.high80),
                wide: (week.low95, week.high95))
        }
        let heading = l("Contacts by week", "Contacts par semaine")
        let svg = BandChart(heading, points, l).svg
        section("weeks", heading, isShown: !svg.isEmpty, &html) { html in
            html.key(legend(withPast: false))
            let isCut = forecast.weeks.contains { $0.days < 7 }
            figure(
                svg,
                caption: isCut
                    ? l(
                        "A week at either end has fewer days.",
                        "Une semaine en bout de période compte moins de jours.") : "",
                &html)
            var table = weekTable(forecast, l)
            table.title = ""
            html.element("details") { html in
                html.leaf("summary", l("Every week in figures", "Chaque semaine en chiffres"))
                html.table(table)
            }
        }
    }

    /// Effects of the calendar, and corrections.
    func causes(_ html: inout MarkupWriter) {
        for (id, var table) in [
            ("effects", effectTable(forecast.effects, language)),
            ("overrides", overrideTable(forecast.overrides, language)),
        ] {
            let heading = table.title
            table.title = ""
            section(id, heading, isShown: !table.rows.isEmpty, &html) { $0.table(table) }
        }
    }

    func accuracy(_ html: inout MarkupWriter) {
        let l = language
        let (report, sentence) = (forecast.report, forecast.accuracy.map { l.sentence(l.phrase($0)) })
        section("accuracy", l("Accuracy on the past", "Précision sur le passé"), isShown: true, &html) {
            html in
            if let sentence { html.leaf("p", sentence) }
            guard let report, !report.day.isEmpty || !report.slot.isEmpty || !report.worst.isEmpty else {
                if sentence == nil { html.leaf("p", l.nothingJudged) }
                return
            }
            if let gain = report.day.lazy.compactMap({ l.gain($0) }).first { html.leaf("p", gain) }
            html.table(dayAccuracyTable(report, l))
            html.table(slotAccuracyTable(report, l))
            if !report.day.isEmpty || !report.slot.isEmpty {
                html.element("details") { html in
                    html.leaf("summary", l("What the measures say", "Lire ces mesures"))
                    html.element("ul") { html in for line in l.accuracyLegend { html.leaf("li", line) } }
                }
            }
            html.table(worstDayTable(report.worst, l))
        }
    }

    func remarks(_ html: inout MarkupWriter) {
        let l = language
        section("remarks", l("Remarks", "Remarques"), isShown: !forecast.remarks.isEmpty, &html) { html in
            html.element("ul") { html in
                for remark in forecast.remarks { html.leaf("li", l.sentence(l.phrase(remark))) }
            }
        }
    }

    private func section(
        _ id: String, _ heading: String, isShown: Bool, _ html: inout MarkupWriter,
        _ content: (inout MarkupWriter) -> Void
    ) {
        guard isShown else { return }
        html.newline()
        html.element("section", ["id": id]) { html in
            html.leaf("h2", heading)
            content(&html)
        }
    }

    private func figure(_ svg: String, caption: String, _ html: inout MarkupWriter) {
        html.element("figure") { html in
            if !caption.isEmpty { html.leaf("figcaption", caption) }
            html.writeMarkup(svg)
        }
        html.newline()
    }

    private func legend(withPast: Bool) -> [(String, String)] {
        let l = language
        let past = [
            ("ka", l("actual", "réel")),
            (
                "ko",
                l("outside the \(l.probability(0.95)) band", "hors de la fourchette \(l.probability(0.95))")
            ),
        ]
        return (withPast ? past : []) + [
            ("kf", l("forecast", "prévu")),
            ("kn", l("\(l.probability(0.8)) band", "fourchette \(l.probability(0.8))")),
            ("kd", l("\(l.probability(0.95)) band", "fourchette \(l.probability(0.95))")),
        ]
    }
}
