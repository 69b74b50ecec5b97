import Foundation
import Testing
import Workforce

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Reports

/// Nil when the page is well-formed, else where it is not.
func markupError(_ page: String) -> String? {
    let parser = XMLParser(data: Data(page.utf8))
    if parser.parse() { return nil }
    return "line \(parser.lineNumber): \(String(describing: parser.parserError))"
}

@Suite struct PageTests {
    private let plan = Sample.plan()
    private let scenario = Sample.scenario()

    @Test(arguments: Language.allCases)
    func pagesAreWellFormed(language: Language) {
        let base = WhatIfRow(name: "base", plan: plan, scenario: scenario, value: 0)
        var other = base
        other.value = 1
        let pages = [
            htmlReport(plan, scenario: scenario, language: language),
            wallSheetHTML(plan, scenario: scenario, language: language),
            quoteHTML(plan, scenario: scenario, client: "Alpha", language: language, audience: .internal),
            whatIfHTML(base: base, variants: [base, other], key: "a<b", language: language),
        ]
        for page in pages { #expect(markupError(page) == nil) }
    }

    @Test(arguments: Language.allCases)
    func pagesNeedNothingFromOutside(language: Language) {
        let page = htmlReport(plan, scenario: scenario, language: language)
        for word in ["http:", "https:", "<script", "<link", "<img", "url(", "@import", "onload"] {
            #expect(!page.contains(word))
        }
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
        #expect(page.contains("Zoé &lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.contains("Plateau &lt;Sud&gt; &amp; Cie"))
    }

    @Test func escaping() {
        #expect(escapedMarkup("a<b>&\"'\u{0}\u{FFFE}é") == "a&lt;b&gt;&amp;&quot;&#39;  é")
        #expect(escapedMarkup("\u{85}x\u{202E}") == " x ")
    }

    @Test func everySectionOfANamedPlanIsShown() {
        let page = htmlReport(plan, scenario: scenario, language: .english)
        for section in PlanPage.Section.allCases {
            #expect(page.contains("<section id=\"\(section.rawValue)\">"))
        }
        #expect(page.contains("<td class=\"n\">= €455.00</td>"))
    }

    @Test func sizingModeSaysSo() {
        var sized = plan
        (sized.staffing, sized.roster, sized.teams, sized.training) = (nil, nil, nil, nil)
        var prospect = scenario
        prospect.floor.agents = []
        let page = htmlReport(sized, scenario: prospect, language: .french)
        #expect(markupError(page) == nil)
        #expect(page.contains("Mode dimensionnement"))
        #expect(!page.contains("id=\"roster\""))
        // Bars carry the contract where there is no name.
        #expect(page.contains(">CDI 35 h</text>"))
        #expect(textReport(sized, scenario: prospect, language: .french).contains("mode dimensionnement"))
        #expect(rosterText(sized, scenario: prospect, language: .english).contains("Sizing mode"))
        #expect(markupError(wallSheetHTML(sized, scenario: prospect, language: .french)) == nil)
    }

    @Test func aRealFloorStaysSmall() {
        let large = LargeSample.make()
        let page = htmlReport(large.plan, scenario: large.scenario, language: .french)
        #expect(markupError(page) == nil)
        #expect(page.utf8.count < 1_500_000)
        #expect(page.components(separatedBy: "<svg").count > 4 * 3 * 6)
    }

    @Test func anEmptyPlanIsAPage() {
        let empty = Plan(
            forecast: Forecast(activities: []), requirement: Requirement(activities: []), staffing: nil,
            schedule: Schedule(pools: []), roster: nil, teams: nil, training: nil, service: [],
            cost: CostEstimate(lines: [], production: []), quotes: [], findings: [])
        var nothing = scenario
        nothing.horizon = Horizon(firstDay: Sample.monday, weekCount: 0)
        nothing.campaigns = []
        nothing.floor.agents = []
        for language in Language.allCases {
            #expect(markupError(htmlReport(empty, scenario: nothing, language: language)) == nil)
            #expect(textReport(empty, scenario: nothing, language: language).count > 10)
            #expect(!planJSON(empty, scenario: nothing).isEmpty)
            #expect(!costText(empty, scenario: nothing, language: language).isEmpty)
            #expect(!scheduleText(empty, scenario: nothing, language: language).isEmpty)
        }
    }
}

@Suite struct ChartTests {
    @Test func coverageIsDrawnInSteps() {
        let scenario = Sample.scenario()
        let summary = PlanSummary(Sample.plan(), scenario)
        let chart = CoverageChart(summary.campaigns[0], scenario: scenario, language: .english)
        let svg = chart.svg(day: 0)
        #expect(svg.contains("<title>Coverage, Mon 23 Nov 2026</title>"))
        // 12 h needed; 8 h of one agent, less lunch and two half hours that a break touches, are there.
        #expect(svg.contains("6.0\u{A0}h short"))
        #expect(svg.contains("class=\"short\"") && svg.contains("class=\"req\""))
        #expect(chart.svg(day: 6).isEmpty)
    }

    @Test(arguments: [("2026-03-29", 23), ("2026-10-25", 25)])
    func clockChangeDaysKeepTheirLength(date: String, hours: Int) {
        let day = CivilDate(iso8601: date)!
        let change = ClockChange(
            date: day, clock: ClockTime(hour: 2), forwardMinutes: hours == 23 ? 60 : -60)
        let horizon = Horizon(firstDay: day, weekCount: 1, intervalMinutes: 60, clockChanges: [change])
        let window = DayWindow(horizon) { _ in true }
        #expect(window.intervals(ofDay: 6, horizon).count == hours)
        #expect(window.intervals(ofDay: 5, horizon).count == 24)
    }

    @Test(arguments: [(0.0, 1.0), (1, 1), (1.2, 1.5), (7, 8), (11, 15), (42, 50), (0.03, 0.03), (.nan, 1)])
    func scales(value: Double, top: Double) { #expect(abs(roundAbove(value) - top) < 1e-9) }

    @Test(arguments: [(1.25, "1.3"), (-0.04, "0"), (-0.26, "-0.3"), (12, "12"), (.nan, "0"), (1e300, "0")])
    func coordinates(value: Double, text: String) { #expect(short(value) == text) }
}
