import Testing
import Workforce

@testable import Reports

@Suite struct PlacementTextTests {
    private func plan() -> Plan {
        var plan = Sample.plan()
        let outcome = { (hours: Double, missing: Double, cost: Double) in
            PlacedNeeds.Outcome(hours: hours, missingHours: missing, cost: cost)
        }
        plan.schedule.placed = [
            PlacedNeeds(
                campaign: Sample.scenario().campaigns[0].id, week: 0, period: .day, firstInterval: 0,
                lines: [], perInterval: outcome(120, 44, 264_000), cheapest: outcome(100, 31, 186_000),
                placed: outcome(102, 12.5, 75_000),
                optimality: Optimality(status: .feasible, cost: 76_200, bound: 75_000))
        ]
        return plan
    }

    @Test func bothWaysAreShown() {
        let (plan, scenario) = (plan(), Sample.scenario())
        let french = scheduleText(plan, scenario: scenario, language: .french)
        #expect(french.contains("Besoin placé avec les vacations"))
        #expect(french.contains("besoin placé avec les vacations, 12,5 heures-agents manquantes"))
        #expect(french.contains("12,5 heures-agents manquantes au lieu de 31,0"))
        #expect(french.contains("44,0 si chaque intervalle devait tenir"))
        let english = scheduleText(plan, scenario: scenario, language: .english)
        #expect(english.contains("12.5 agent-hours missing instead of 31.0"))
        #expect(textReport(plan, scenario: scenario, language: .english).contains("12.5 agent-hours missing"))
        for json in [scheduleJSON(plan, scenario: scenario), planJSON(plan, scenario: scenario)] {
            #expect(json.contains("\"placedNeeds\""))
            #expect(json.contains("\"missingHours\":12.5"))
        }
        #expect(htmlReport(plan, scenario: scenario, language: .french).contains("manquantes au lieu de"))
    }

    @Test func withoutPeriodsNothingIsSaid() {
        let (plan, scenario) = (Sample.plan(), Sample.scenario())
        let text = PlanText(plan: plan, scenario: scenario, language: .french, colour: false)
        #expect(text.placement().isEmpty)
        #expect(!planJSON(plan, scenario: scenario).contains("placedNeeds"))
    }
}
