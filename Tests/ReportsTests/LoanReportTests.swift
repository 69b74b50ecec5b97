import Testing
import Workforce

@testable import Reports

/// Zoé helps the sales campaign on Monday morning.
@Suite struct LoanReportTests {
    private let scenario = Sample.scenario()

    private func plan() -> Plan {
        var plan = Sample.plan()
        plan.schedule.loans = [
            Loan(
                lender: Sample.hotline, borrower: Sample.sales, day: 0, range: Sample.clock(9, 10), agents: 1)
        ]
        plan.schedule.shared = [
            SharedWeek(
                week: 0, campaigns: [Sample.hotline, Sample.sales],
                optimality: Optimality(status: .feasible, cost: 80_000, bound: 76_000), apartCost: 95_000)
        ]
        plan.roster?.loans = [
            AgentLoan(agent: Sample.zoe, borrower: Sample.sales, day: 0, range: Sample.clock(9, 10))
        ]
        return plan
    }

    @Test(arguments: [
        (Language.english, "Loans between campaigns", "950.00", "150.00", "5.00%"),
        (Language.french, "Renforts entre opérations", "950,00", "150,00", "5,00"),
    ])
    func theScheduleTellsLoansAndWhatTheySave(
        language: Language, title: String, apart: String, saved: String, gap: String
    ) {
        let text = scheduleText(plan(), scenario: scenario, language: language)
        for part in [title, apart, saved, gap, "09:00–10:00"] { #expect(text.contains(part), "\(part)") }
        let without = scheduleText(Sample.plan(), scenario: scenario, language: language)
        #expect(!without.contains(title))
    }

    @Test func theRosterNamesWhoIsLent() {
        let french = rosterText(plan(), scenario: scenario, language: .french)
        #expect(french.contains("Agents en renfort"))
        let file = String(
            decoding: rosterCSV(plan().roster!, scenario: scenario, language: .french), as: UTF8.self
        ).split(separator: "\r\n")
        #expect(file[0].hasSuffix(";renfort"))
        #expect(file[1].hasSuffix(";09:00-10:00 sales"))
        #expect(file[2].hasSuffix(";"))
    }

    @Test func jsonAndCSVHaveThem() {
        let json = scheduleJSON(plan(), scenario: scenario)
        for part in ["\"loans\"", "\"sharedWeeks\"", "\"lender\"", "\"apartCost\""] {
            #expect(json.contains(part))
            #expect(!scheduleJSON(Sample.plan(), scenario: scenario).contains(part))
        }
        #expect(rosterJSON(plan(), scenario: scenario).contains("\"borrower\""))
        let file = String(
            decoding: loansCSV(plan().schedule, scenario: scenario, language: .french), as: UTF8.self)
        #expect(file.contains("23/11/2026;09:00;10:00;hotline;sales;1"))
    }

    /// Half an hour of coverage moves with the loan, break and all.
    @Test func curvesCountTheLentAgentOnce() throws {
        var plan = plan()
        plan.training = nil
        let (with, without) = (PlanSummary(plan, scenario), PlanSummary(Sample.plan(), scenario))
        let own = try #require(with[Sample.hotline]).covered
        let helped = try #require(with[Sample.sales]).covered
        let before = try #require(without[Sample.hotline]).covered
        #expect(own[18] == before[18] - 1 && own[20] == before[20])
        #expect(helped[18] == 2 && helped[19] == 2 && helped[20] == 1)
    }
}
