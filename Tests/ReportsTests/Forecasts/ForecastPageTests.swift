import Testing
import Workforce

@testable import Reports

@Suite struct ForecastPageTests {
    private let hostile = "<script>alert('x')</script> & \"été\""

    @Test(arguments: Language.allCases)
    func wellFormedWhateverItIsGiven(language: Language) {
        let forecasts = [
            SampleForecast.history(), SampleForecast.bare(), SampleForecast.broken(), SampleForecast.empty(),
            SampleForecast.long(),
        ]
        for forecast in forecasts {
            let page = historyForecastPage(forecast, title: hostile, language: language)
            #expect(markupError(page) == nil)
            #expect(
                page.contains(
                    "<h1>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;été&quot;</h1>"))
            for word in ["http:", "https:", "<script", "<link", "<img", "url(", "@import", "onload"] {
                #expect(!page.contains(word))
            }
            #expect(!namesNoNumber(page))
        }
    }

    @Test func sectionsOfAFullForecast() {
        let page = visible(historyForecastPage(SampleForecast.history(), title: "Appels", language: .french))
        for id in ["days", "effects", "overrides", "accuracy", "remarks"] {
            #expect(page.contains("<section id=\"\(id)\">"))
        }
        #expect(!page.contains("<section id=\"weeks\">"))
        #expect(page.contains("Prévision du lundi 23 novembre 2026 au mardi 24 novembre 2026, 2 jours"))
        // 120.5 + 80 over two open days.
        #expect(page.contains("<b>201</b><span>contacts attendus</span>"))
        #expect(page.contains("<b>100</b><span>contacts par jour ouvert</span>"))
        #expect(page.contains("<b>121</b><span>le jour le plus chargé, lun. 23/11</span>"))
        // (100 × 240 + 20.5 × 300 + 80 × 245) / 200.5 = 248.1 s.
        #expect(page.contains("<b>4 min 8 s</b><span>de DMT</span>"))
        #expect(page.contains("<td class=\"t\">=mailing &lt;b&gt;</td>"))
        #expect(page.contains("&lt;mailing&gt; &amp;  [31mcatalogue"))
        #expect(page.contains("<td class=\"t bad\">hors 95 %</td>"))
        #expect(page.contains("prefers-color-scheme:dark"))
    }

    @Test func emptyPartsVanish() {
        let page = historyForecastPage(SampleForecast.bare(), title: "", language: .english)
        #expect(page.contains("<h1>Forecast</h1>"))
        for id in ["weeks", "effects", "overrides", "remarks"] {
            #expect(!page.contains("<section id=\"\(id)\">"))
        }
        #expect(page.contains("too short to judge"))
        var judged = SampleForecast.bare()
        judged.report = AccuracyReport(day: [], slot: [], recent: [], worst: [])
        #expect(historyForecastPage(judged, title: "", language: .english).contains("too short to judge"))
        judged.report = SampleForecast.report()
        #expect(!historyForecastPage(judged, title: "", language: .english).contains("too short to judge"))
        let empty = historyForecastPage(SampleForecast.empty(), title: "", language: .french)
        #expect(empty.contains("Rien à prévoir.") && !empty.contains("<svg"))
    }

    @Test func longForecastsAreDrawnByWeekAsWell() {
        let page = visible(historyForecastPage(SampleForecast.long(), title: "", language: .english))
        #expect(page.contains("<section id=\"weeks\">") && page.contains("First 35 days of the forecast."))
        // Five weeks of five days at 100; ten weeks of 500 … 509.
        #expect(page.contains("<desc>Forecast: 2,500 contacts expected.</desc>"))
        #expect(page.contains("<desc>Forecast: 5,045 contacts expected.</desc>"))
        #expect(!page.contains("has fewer days"))
    }

    @Test func whatLeftTheBandIsMarked() {
        let page = visible(historyForecastPage(SampleForecast.history(), title: "", language: .english))
        #expect(
            page.contains(
                "<desc>Past: 1 of 2 values outside the 95% band. Forecast: 201 contacts expected.</desc>"))
        #expect(page.components(separatedBy: "<circle class=\"out\"").count == 2)
        #expect(page.components(separatedBy: "<circle class=\"dot\"").count == 2)
        #expect(page.contains("<title>Sat 21 Nov 2026: actual 150, forecast 100</title>"))
        #expect(page.contains("class=\"start\""))
    }

    /// One open day alone is a rectangle, not a line without width.
    @Test func aSingleDayShows() {
        let point = BandChart.Point(
            first: Sample.monday, mean: 50, near: (40, 60), wide: (30, 80), actual: nil)
        let svg = BandChart("x", [point], .english).svg
        // 700 wide; 218 high for 80 contacts: (80 − 30) × 218 / 80 = 136.25.
        #expect(svg.contains("<path class=\"wide\" d=\"M52 10h700v136.3h-700Z\"/>"))
        #expect(BandChart("x", [], .english).svg.isEmpty)
    }

    @Test func closedDaysBreakTheLine() {
        let points = [0, 1, 3].map {
            BandChart.Point(
                first: Sample.monday + $0, mean: 10, near: (8, 12), wide: (5, 15), actual: 10)
        }
        let svg = BandChart("x", points, .french).svg
        let path = svg.components(separatedBy: "<path class=\"actual\" d=\"")[1].prefix { $0 != "\"" }
        #expect(path.count { $0 == "M" } == 2 && path.count { $0 == "L" } == 1)
        #expect(!svg.contains("class=\"start\""))
    }
}
