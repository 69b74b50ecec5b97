import Testing
import Workforce

@testable import Reports

/// Hours and weekends over several weeks, where contracts speak of them.
@Suite struct WeeksReportTests {
    private func modulated() -> Scenario {
        var scenario = Sample.scenario()
        scenario.floor.contracts[0].weeklyMinutes = 2040
        scenario.floor.contracts[0].modulation = Modulation(weeklyMinutes: 1680...2520)
        scenario.floor.contracts[0].rotations = [DayRotation(.saturdays, worked: 1, of: 2)]
        return scenario
    }

    @Test func withoutThemNothingIsSaid() {
        let (plan, scenario) = (Sample.plan(), Sample.scenario())
        for language in Language.allCases {
            let text = PlanText(plan: plan, scenario: scenario, language: language, colour: false)
            #expect(text.acrossWeeks().isEmpty)
        }
        for key in ["acrossWeeks", "hoursAccounts", "weekendRotations"] {
            #expect(!planJSON(plan, scenario: scenario).contains(key))
        }
    }

    /// 35 h given where 34 are owed: an hour of balance.
    @Test func hoursStandBesideTheContracts() {
        let (plan, scenario) = (Sample.plan(), modulated())
        let english = rosterText(plan, scenario: scenario, language: .english)
        #expect(english.contains("Modulated hours, per person"))
        #expect(english.contains("35\u{A0}h"))
        #expect(english.contains("34\u{A0}h"))
        #expect(english.contains("Saturdays: 1 of 2"))
        let french = rosterText(plan, scenario: scenario, language: .french)
        #expect(french.contains("Modulation du temps de travail, par personne"))
        #expect(french.contains("samedis\u{A0}: 1 sur 2"))
        let json = rosterJSON(plan, scenario: scenario)
        #expect(json.contains("\"balanceMinutes\":60"))
        #expect(json.contains("\"paidMinutes\":2100"))
        #expect(json.contains("\"contractMinutes\":2040"))
        #expect(json.contains("\"atMost\":1"))
    }

    @Test func theBoundOfAllWeeksIsShown() {
        var plan = Sample.plan()
        plan.schedule.acrossWeeks = Optimality(status: .feasible, cost: 20_000, bound: 19_000)
        let text = scheduleText(plan, scenario: modulated(), language: .english)
        #expect(text.contains("all weeks together"))
        #expect(scheduleJSON(plan, scenario: modulated()).contains("\"acrossWeeks\""))
    }
}
