import Testing
import Workforce

@testable import Auditing

@Suite struct RecountTests {
    private func mismatches(_ floor: TinyFloor) -> [Finding.Subject] {
        audit(floor.plan, for: floor.scenario).map(\.subject)
    }

    private func production(headcount: Double, paidHours: Double) -> Production {
        Production(
            campaign: TinyFloor.help, headcount: headcount, fullTimeEquivalent: 0, paidHours: paidHours,
            effectiveHours: 0, loggedHours: 0, contacts: 0, sales: 0)
    }

    @Test func aPaidLunchIsRecounted() {
        var floor = TinyFloor()
        var day = TinyFloor.day()
        day.breaks[1].isPaid = true
        // Told once, though each day of the week says so.
        floor.give(TinyFloor.tour(day))
        #expect(mismatches(floor) == [.mismatch(.paidHours, who: "a1", stated: 8, recomputed: 7)])
    }

    @Test func aTourLostBetweenScheduleAndRosterIsFound() {
        var floor = TinyFloor()
        floor.plan.roster?.lines.removeAll { $0.agent.name == "a1" && $0.week == 1 }
        #expect(
            mismatches(floor) == [
                .mismatch(.headcount, who: "help/2", stated: 6, recomputed: 5),
                .mismatch(.coverage, who: "help", stated: 6, recomputed: 5),
            ])
    }

    @Test func aTourChangedBetweenScheduleAndRosterIsFound() {
        var floor = TinyFloor()
        floor.plan.roster?.lines[0].tour = TinyFloor.tour(TinyFloor.day(555))
        #expect(mismatches(floor) == [.mismatch(.coverage, who: "help", stated: 6, recomputed: 5)])
    }

    /// Six people, 35 h, two weeks.
    @Test func headcountAndPaidHoursAreRecounted() {
        var floor = TinyFloor()
        floor.plan.cost.production = [production(headcount: 6, paidHours: 420)]
        #expect(mismatches(floor).isEmpty)
        floor.plan.cost.production = [production(headcount: 7, paidHours: 421)]
        #expect(
            mismatches(floor) == [
                .mismatch(.headcount, who: "help", stated: 7, recomputed: 6),
                .mismatch(.paidHours, who: "help", stated: 421, recomputed: 420),
            ])
    }

    @Test(arguments: [
        (LeaveKind.annualLeave, 420.0), (.timeOffInLieu, 420), (.unionDelegation, 420), (.training, 420),
        (.sickness, 413), (.unpaid, 413),
    ])
    func paidLeaveIsPaidAndSicknessIsNot(_ kind: LeaveKind, _ hours: Double) {
        var floor = TinyFloor()
        floor.absent(kind, day: 4)
        floor.give(TinyFloor.tour(days: 0..<4))
        floor.plan.cost.production = [production(headcount: 6, paidHours: hours)]
        #expect(mismatches(floor).isEmpty)
    }

    @Test func costLinesAreRecounted() {
        var floor = TinyFloor()
        func line(_ item: CostItem, _ hours: Double, _ cents: Int) -> CostLine {
            CostLine(
                campaign: TinyFloor.help, item: item, quantity: hours, unit: .hours,
                unitPrice: UnitPrice(euros: 13), amount: Money(cents: cents))
        }
        floor.plan.cost.lines = [line(.agentWages, 420, 546_000)]
        #expect(mismatches(floor).isEmpty)
        floor.plan.cost.lines = [line(.agentWages, 420, 546_000), line(.training, 10, 13_001)]
        #expect(
            mismatches(floor) == [
                .mismatch(.cost, who: "help/training", stated: 13_001, recomputed: 13_000)
            ])
        floor.plan.cost.lines = [line(.agentWages, 400, 520_000)]
        #expect(
            mismatches(floor) == [
                .mismatch(.cost, who: "help/agentWages", stated: 520_000, recomputed: 546_000)
            ])
    }

    @Test func aQuoteStatesTheCostOfItsCampaign() {
        var floor = TinyFloor()
        floor.plan.quotes = [
            Quote(
                campaign: TinyFloor.help, basis: .loggedHour, quantity: 1, unitPrice: .zero, setupFee: .zero,
                trainingBilled: .zero, cost: Money(cents: 5), pricePerLoggedHour: nil, pricePerContact: nil,
                pricePerSale: nil)
        ]
        #expect(mismatches(floor) == [.mismatch(.cost, who: "help", stated: 5, recomputed: 0)])
    }
}
