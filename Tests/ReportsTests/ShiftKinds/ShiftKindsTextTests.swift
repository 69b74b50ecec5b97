import Testing
import Workforce

@testable import Reports

@Suite struct ShiftKindsTextTests {
    /// Two kinds where one was wanted: three people early on Mondays and Tuesdays, one late on Mondays.
    static func plan() -> Plan {
        var plan = Sample.plan()
        func shift(_ from: Int, _ to: Int) -> Shift { Shift(range: Sample.clock(from, to), breaks: []) }
        func tour(_ shifts: [Shift?]) -> Tour { Tour(contract: Sample.full, shifts: shifts) }
        let pool = PoolWeek(
            campaign: Sample.hotline, week: 0, groups: [],
            tours: [
                TourCount(group: 0, tour: tour([shift(8, 15), shift(8, 15)]), count: 3),
                TourCount(group: 0, tour: tour([shift(12, 18)]), count: 1),
            ], optimality: Optimality(status: .feasible, cost: 50_000, bound: 45_000))
        plan.schedule = Schedule(
            pools: [pool],
            kinds: [
                CampaignShiftKinds(
                    campaign: Sample.hotline, kinds: [Sample.clock(8, 15), Sample.clock(12, 18)], limit: 1,
                    relaxedCost: 46_000, anyKindsBound: 40_000)
            ])
        return plan
    }

    @Test func kindsWithTheirPeopleAndTheirPrice() throws {
        let scenario = Sample.scenario()
        let text = scheduleText(Self.plan(), scenario: scenario, language: .english)
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        let early = try #require(lines.first { $0.contains("7") && $0.contains("3 3 –") })
        #expect(early.contains("08:00"))
        // 500 euros against 400: 100 euros, a fifth.
        let price = try #require(lines.first { $0.contains("€400") })
        #expect(price.contains("2 1 €500 €400 €100 (20"))
        #expect(text.contains("somebody's contract or availability"))
        let french = scheduleText(Self.plan(), scenario: scenario, language: .french)
        #expect(french.contains("Prix de la simplicité") && french.contains("aucune semaine légale"))
    }

    @Test func nothingWhereAnyShiftIsAllowed() {
        let (plan, scenario) = (Sample.plan(), Sample.scenario())
        #expect(!scheduleText(plan, scenario: scenario, language: .english).contains("Kinds of shift"))
        #expect(!scheduleJSON(plan, scenario: scenario).contains("shiftKinds"))
        #expect(!htmlReport(plan, scenario: scenario, language: .english).contains("Kinds of shift"))
    }

    @Test func theJSONSaysWhatIsKeptAndUsed() {
        let json = scheduleJSON(Self.plan(), scenario: Sample.scenario())
        #expect(json.contains(#""kept":["08:00-15:00","12:00-18:00"]"#))
        #expect(json.contains(#""peopleByWeekday":[3,3,0,0,0,0,0]"#))
        #expect(json.contains("\"anyKindsBound\":40000"))
    }
}
