import Testing
import Workforce

@testable import Auditing

@Suite struct CoverageFactTests {
    /// Needs `agents` from `from` to `to` on one day and nobody else at any time.
    private func need(_ agents: Int, day: Int, _ from: Int, _ to: Int, in floor: inout TinyFloor) {
        let horizon = floor.scenario.horizon
        var scheduled = [Int](repeating: 0, count: horizon.intervalCount)
        for t in horizon.intervals(ofDay: day, in: TinyFloor.range(from, to)) { scheduled[t] = agents }
        floor.plan.requirement.activities = [
            ActivityRequirement(
                activity: ActivityKey(TinyFloor.help, Identifier("calls")),
                kind: .perInterval(
                    IntervalRequirement(
                        positions: scheduled, scheduled: scheduled, offeredLoad: [], binding: [],
                        serviceAround: [])))
        ]
    }

    private func short(
        _ day: Int, _ from: Int, _ to: Int, worst: Int, _ cause: Finding.ShortageCause
    ) -> Finding {
        Finding(
            severity: .warning,
            subject: .short(
                campaign: TinyFloor.help, day: day, range: TinyFloor.range(from, to), worst: worst,
                cause: cause))
    }

    @Test func metNeedsAreNoFact() {
        var floor = TinyFloor()
        need(6, day: 0, 540, 630, in: &floor)
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    /// The week has hours enough, but not before nine.
    @Test func hoursThatCannotBeMovedAreShape() {
        var floor = TinyFloor()
        need(2, day: 1, 510, 570, in: &floor)
        #expect(audit(floor.plan, for: floor.scenario) == [short(1, 510, 540, worst: 2, .shape)])
    }

    /// Lunch and breaks of one day are one fact, at the worst of it.
    @Test func nearGapsOfOneDayAreToldAsOne() {
        var floor = TinyFloor()
        need(7, day: 1, 600, 660, in: &floor)
        #expect(audit(floor.plan, for: floor.scenario) == [short(1, 600, 660, worst: 7, .shape)])
        need(6, day: 1, 600, 780, in: &floor)
        #expect(
            audit(floor.plan, for: floor.scenario) == [
                short(1, 630, 645, worst: 6, .shape), short(1, 720, 780, worst: 6, .shape),
            ])
    }

    @Test func aWeekThatNeedsAllItsHoursHasTooFew() {
        var floor = TinyFloor()
        // 6 people cover 6.5 h on 5 days: 195 h; 40 people for 8 h need more.
        need(40, day: 2, 540, 1020, in: &floor)
        #expect(audit(floor.plan, for: floor.scenario) == [short(2, 540, 1020, worst: 40, .tooFewHours)])
    }

    @Test func trainingInThatStretchIsTheCause() {
        var floor = TinyFloor()
        need(6, day: 0, 540, 600, in: &floor)
        floor.teach(minutes: 60)
        #expect(audit(floor.plan, for: floor.scenario) == [short(0, 540, 600, worst: 2, .training)])
    }

    @Test func leaveThatWouldHaveCoveredIsTheCause() {
        var floor = TinyFloor()
        need(6, day: 4, 540, 600, in: &floor)
        floor.absent(.annualLeave, day: 4)
        floor.give(TinyFloor.tour(days: 0..<4))
        #expect(audit(floor.plan, for: floor.scenario) == [short(4, 540, 600, worst: 1, .absence)])
        // Two short and one on leave: leave does not explain it.
        need(7, day: 4, 540, 600, in: &floor)
        #expect(audit(floor.plan, for: floor.scenario) == [short(4, 540, 600, worst: 2, .shape)])
    }

    @Test func workBeyondTheFreeHoursIsUndone() {
        var floor = TinyFloor()
        let horizon = floor.scenario.horizon
        var permitted = [Bool](repeating: false, count: horizon.intervalCount)
        for t in horizon.intervals(ofDay: 0, in: TinyFloor.range(540, 600)) { permitted[t] = true }
        let list = ActivityKey(TinyFloor.help, Identifier("list"))
        floor.plan.requirement.activities = [
            ActivityRequirement(
                activity: list,
                kind: .workload([
                    WorkloadRequirement(
                        days: 0...6, hours: 10, permitted: permitted, agentsAtOnce: 0...4, contacts: 100,
                        sales: 10)
                ]))
        ]
        // Four at once for one hour.
        #expect(
            audit(floor.plan, for: floor.scenario) == [
                Finding(severity: .warning, subject: .undoneWork(activity: list, week: 0, hours: 6))
            ])
    }

    @Test func unfilledToursAreNamed() {
        var floor = TinyFloor()
        floor.plan.schedule.pools[0].tours[0].count = 7
        floor.plan.schedule.pools[0].groups[0].agents.append(Identifier("a7"))
        floor.plan.roster?.unfilled = [
            UnfilledTour(campaign: TinyFloor.help, week: 0, tour: TinyFloor.tour())
        ]
        #expect(
            audit(floor.plan, for: floor.scenario).map(\.subject) == [
                .unfilledTour(campaign: TinyFloor.help, week: 0, tour: TinyFloor.tour())
            ])
    }
}
