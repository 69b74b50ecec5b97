import Testing
import Workforce

@testable import Reports

/// What is said of flexible hours and of whom to hire.
struct HoursReportTests {
    /// The sample plan on a contract of up to 4 h of overtime and 3 h of time off: its tours, told
    /// to owe so much.
    static func plan(owed: Int) -> Plan {
        var plan = Sample.plan()
        for pool in plan.schedule.pools.indices {
            plan.schedule.pools[pool].groups = [
                TourGroup(
                    contract: Sample.full, workableDays: [Bool](repeating: true, count: 7),
                    window: Sample.clock(9, 18), owedMinutes: owed, daysPerWeek: 5...5, headcount: 1,
                    agents: [],
                    flexibility: HoursFlexibility(
                        normalMinutes: owed, leastMinutes: owed, overtimeMinutes: 240, timeOffMinutes: 180))
            ]
        }
        return plan
    }

    static func scenario() -> Scenario {
        var scenario = Sample.scenario()
        scenario.rules.work.overtime = OvertimeRules(
            premium: 0.25, firstMinutes: 480, furtherPremium: 0.5, complementaryShare: 0.1,
            complementaryPremium: 0.1, complementaryLimit: 1.0 / 3, complementaryFurtherPremium: 0.25)
        return scenario
    }

    @Test func fixedHoursAreNotTalkedAbout() {
        let scenario = Sample.scenario()
        let text = scheduleText(Sample.plan(), scenario: scenario, language: .english)
        #expect(!text.contains("voluntary time off"))
        #expect(!scheduleJSON(Sample.plan(), scenario: scenario).contains("voluntaryTimeOff"))
        #expect(!scheduleJSON(Sample.plan(), scenario: scenario).contains("headcounts"))
    }

    @Test func overtimeAndTimeOffAreCountedAndPriced() throws {
        let scenario = Self.scenario()
        let paid = try #require(Sample.plan().schedule.pools.first?.tours.first?.tour.paidMinutes)
        let hour = 13 * (1 + scenario.rules.tariff.contributionShare)
        let over = scenario.flexibleHours(of: Self.plan(owed: paid - 120).schedule.pools[0])
        #expect((over.overtimeMinutes, over.timeOffMinutes) == (120, 0))
        #expect(abs(over.overtimeEuros - 2 * 1.25 * hour) < 1e-9)
        let under = scenario.flexibleHours(of: Self.plan(owed: paid + 180).schedule.pools[0])
        #expect((under.overtimeMinutes, under.timeOffMinutes) == (0, 180))
        #expect(abs(under.timeOffEuros - 3 * hour) < 1e-9)
        let plan = Self.plan(owed: paid - 120)
        let english = scheduleText(plan, scenario: scenario, language: .english)
        let french = scheduleText(plan, scenario: scenario, language: .french)
        #expect(english.contains("Flexible contracts: shortage, overtime and voluntary time off"))
        #expect(french.contains("Contrats souples : manques, heures supplémentaires"))
        #expect(scheduleJSON(plan, scenario: scenario).contains("voluntaryTimeOff"))
    }

    /// Two weeks: five people, then seven; two weeks' pay for the seven.
    @Test func peopleToHireAreTheMostOfAnyWeek() throws {
        let scenario = Self.scenario()
        let week = scenario.weeklyCost(of: Sample.full)
        let ranges = [(0, 5, 4, 6), (1, 7, 5, 9)].map { week, chosen, least, most in
            HeadcountRange(
                campaign: Sample.hotline, week: week, contract: Sample.full, chosen: chosen,
                cost: Money(euros: Double(chosen) * scenario.weeklyCost(of: Sample.full)), least: least,
                most: most, tolerance: 0.01)
        }
        let need = try #require(hiringNeeds(ranges, scenario).first)
        #expect((need.people, need.least, need.most, need.peak) == (7, 5, 9, 1))
        #expect(abs(need.cost.euros - 14 * week) < 0.02)
        var plan = Sample.plan()
        plan.headcounts = ranges
        let french = scheduleText(plan, scenario: scenario, language: .french)
        #expect(french.contains("Effectif à recruter"))
        #expect(
            french.contains("coûte au plus 1 % de plus")
                || french.contains("coûte au plus 1\u{202F}% de plus")
                || french.contains("coûte au plus 1\u{A0}% de plus"))
        #expect(scheduleText(plan, scenario: scenario, language: .english).contains("Headcount to hire"))
        #expect(scheduleJSON(plan, scenario: scenario).contains("\"headcounts\""))
    }
}
