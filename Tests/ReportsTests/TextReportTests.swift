import Testing
import Workforce

@testable import Reports

@Suite struct TextReportTests {
    private let plan = Sample.plan()
    private let scenario = Sample.scenario()

    @Test func summaryOfThePlan() {
        let text = textReport(plan, scenario: scenario, language: .english)
        #expect(
            text.hasPrefix(
                "Plan: Semaine d’essai\nPlateau <Sud> & Cie · Mon 23 Nov 2026 to Sun 29 Nov 2026, 1\u{A0}week"
            ))
        #expect(
            text.contains(
                "  Week 48 (Mon 23 Nov)  Hotline              60.0    35.0    50.0%    72.3%  80/20\u{A0}s         1\n"
            ))
        #expect(text.contains("Tuesday 24 Nov 10:00–10:30"))
        // Violations first.
        let violation = text.range(of: "violation")!.lowerBound
        #expect(violation < text.range(of: "warning")!.lowerBound)
        #expect(text.split(separator: "\n").count < 60)
        #expect(!text.contains("\u{1B}"))
        #expect(textReport(plan, scenario: scenario, language: .english, colour: true).contains("\u{1B}[1m"))
    }

    @Test func longListsAreCut() {
        var many = plan
        many.findings = [Finding](repeating: plan.findings[0], count: 40)
        let text = textReport(many, scenario: scenario, language: .french)
        #expect(text.contains("… et 28 de plus"))
    }

    @Test func stagesSpeakBothLanguages() {
        let reports: [(Language) -> String] = [
            { forecastText(plan.forecast, scenario: scenario, language: $0) },
            { requirementText(plan.requirement, scenario: scenario, language: $0) },
            { scheduleText(plan, scenario: scenario, language: $0) },
            { rosterText(plan, scenario: scenario, language: $0) },
            { staffingText(plan.staffing, scenario: scenario, language: $0) },
            { teamsText(plan.teams, scenario: scenario, language: $0) },
            { trainingText(plan.training, scenario: scenario, language: $0) },
            { costText(plan, scenario: scenario, language: $0) },
        ]
        for report in reports {
            #expect(report(.english) != report(.french))
            #expect(report(.english).split(separator: "\n").count >= 4)
            #expect(report(.french) == report(.french))
        }
    }

    @Test func requirementByDay() {
        let text = requirementText(plan.requirement, scenario: scenario, language: .english)
        #expect(text.contains("  Mon 23 Nov         12.0     2            2  "))
        #expect(text.contains("service level"))
    }

    /// 60 agent-hours asked for the week where every interval alone takes 75: a fifth saved.
    @Test func aPeriodTargetShowsBothTotals() throws {
        guard case .perInterval(var need) = plan.requirement.activities[0].kind,
            case .inbound(var terms) = scenario.campaigns[0].activities[0].channel
        else { throw Unexpected() }
        let hours = Double(need.scheduled.reduce(0, +)) / 2
        need.scheduledPerInterval = need.scheduled.map { $0 * 5 / 4 + ($0 > 0 ? 1 : 0) }
        let alone = Double(try #require(need.scheduledPerInterval).reduce(0, +)) / 2
        terms.target.period = .week
        var weekly = scenario
        weekly.campaigns[0].activities[0].channel = .inbound(terms)
        var requirement = plan.requirement
        requirement.activities[0].kind = .perInterval(need)
        let text = requirementText(requirement, scenario: weekly, language: .english)
        let saving = Language.english.percent(1 - hours / alone)
        let first = Language.english.number(hours, decimals: 1)
        let second = Language.english.number(alone, decimals: 1)
        #expect(
            text.contains(
                "over each week: \(first) agent-hours; every interval on its own: \(second) (saving \(saving))"
            ))
        #expect(
            requirementText(requirement, scenario: weekly, language: .french).contains("sur chaque semaine"))
        let none = TechnicalNeeds(sites: [])
        let json = requirementJSON(requirement, technical: none, scenario: weekly)
        #expect(json.contains("\"scheduledPerInterval\""))
        let single = requirementJSON(plan.requirement, technical: none, scenario: scenario)
        #expect(!single.contains("scheduledPerInterval"))
    }
}

private struct Unexpected: Error {}
