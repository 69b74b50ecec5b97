import Auditing
import Execution
import Testing
import Workforce
@testable import Pricing

/// Prices and audits count the same hours and people, on rosters made at random.
@Suite struct AuditAgreesTests {
    @Test(arguments: 1...40) func auditAgrees(_ seed: UInt64) {
        var g = SeededGenerator(seed: seed)
        var floor = TinyFloor(wage: 12 + g.uniform() * 5, agents: 1 + g.below(6), weeks: 1 + g.below(4))
        for i in floor.scenario.floor.agents.indices where g.below(2) == 0 {
            floor.scenario.floor.agents[i].grossHourlyWage = UnitPrice(euros: 12 + g.uniform() * 8)
        }
        let kinds = LeaveKind.allCases
        for _ in 0..<g.below(4) {
            let d = g.below(floor.scenario.horizon.dayCount)
            floor.absent(kinds[g.below(kinds.count)], from: d, through: d + g.below(9))
        }
        for i in floor.plan.roster!.lines.indices where g.below(3) == 0 {
            floor.plan.roster!.lines[i].tour = TinyFloor.tour(g.below(3)..<7, start: 480 + 15 * g.below(20))
            floor.plan.roster!.lines[i].struck[g.below(7)] = true
        }
        if g.below(2) == 0 { floor.plan.roster!.lines.removeLast() }
        for n in 0..<g.below(3) {
            floor.teach(
                n == 0 ? TinyFloor.sales : TinyFloor.help, day: g.below(7), from: 600, minutes: 90,
                agents: [1, 2])
        }
        if g.below(2) == 0 {
            floor.scenario.floor.contracts[0].overtimeMinutes = 480
            floor.scenario.rules.work.overtime = OvertimeRules(
                premium: 0.25, firstMinutes: 300, furtherPremium: 0.5, complementaryShare: 0.1,
                complementaryPremium: 0.1, complementaryLimit: 0.4, complementaryFurtherPremium: 0.25)
            floor.scenario.rules.work.legalWeeklyMinutes = g.below(2) == 0 ? 2100 : 2700
        }
        if g.below(4) == 0 { floor.plan.roster = nil; floor.plan.training = nil }
        floor.plan.cost = estimateCost(of: floor.plan, for: floor.scenario)
        floor.plan.quotes = quotes(for: floor.plan.cost, plan: floor.plan, scenario: floor.scenario)
        let bad = audit(floor.plan, for: floor.scenario).filter {
            guard case .mismatch(let figure, let who, _, _) = $0.subject else { return false }
            // Headcounts of anonymous groups (`campaign/contract`) are the scheduler's, not the prices'.
            return figure == .cost || figure == .paidHours || (figure == .headcount && !who.contains("/"))
        }
        #expect(bad.isEmpty)
        #expect(!floor.plan.cost.lines.isEmpty)
    }
}
