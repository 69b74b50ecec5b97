import Testing
import Workforce

@testable import Auditing

@Suite struct CleanPlanTests {
    @Test func aFaultlessPlanHasNoFindings() {
        let floor = TinyFloor()
        #expect(floor.scenario.horizon.firstDay.iso8601 == "2026-11-23")
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    @Test func aFaultlessScheduleHasNoFindingsInSizingMode() {
        var floor = TinyFloor()
        floor.plan.roster = nil
        floor.plan.teams = nil
        floor.plan.training = nil
        floor.scenario.floor.agents = []
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    @Test func anEmptyPlanOfAnEmptyScenarioHasNoFindings() {
        var floor = TinyFloor(weeks: 0)
        floor.plan.roster?.lines = []
        floor.plan.teams = nil
        floor.scenario.campaigns = []
        floor.scenario.floor.agents = []
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    /// Values that point nowhere are named, never followed.
    @Test func aPlanThatPointsNowhereIsAuditedWithoutACrash() {
        var floor = TinyFloor()
        floor.plan.roster?.lines.append(
            RosterLine(
                agent: Identifier("ghost"), week: 99, campaign: Identifier("none"), tour: TinyFloor.tour()))
        floor.plan.schedule.pools.append(
            PoolWeek(
                campaign: Identifier("none"), week: -3, groups: [],
                tours: [TourCount(group: 7, tour: TinyFloor.tour(), count: 2)],
                optimality: Optimality(status: .stopped, cost: .nan, bound: 0)))
        floor.plan.requirement.activities = [
            ActivityRequirement(
                activity: ActivityKey(TinyFloor.help, Identifier("calls")),
                kind: .perInterval(
                    IntervalRequirement(
                        positions: [], scheduled: [Int](repeating: 0, count: 9_999), offeredLoad: [],
                        binding: [], serviceAround: []))),
            ActivityRequirement(
                activity: ActivityKey(TinyFloor.sales, Identifier("list")),
                kind: .workload([
                    WorkloadRequirement(
                        days: -5...900, hours: .infinity, permitted: [], agentsAtOnce: -3...2, contacts: 0,
                        sales: 0)
                ])),
        ]
        floor.teach(day: 400)
        let findings = audit(floor.plan, for: floor.scenario)
        #expect(
            findings.contains {
                $0.subject == .mismatch(.headcount, who: "ghost", stated: 1, recomputed: 0)
            })
        #expect(findings == audit(floor.plan, for: floor.scenario))
    }

    @Test func aRuleBrokenDailyIsToldOnceAWeekAtItsWorst() {
        var floor = TinyFloor()
        var tour = TinyFloor.tour()
        for (weekday, end) in [(1, 780), (3, 750)] {
            tour.shifts[weekday] = Shift(
                range: TinyFloor.range(540, 1020),
                breaks: [TinyFloor.pause(.rest, 630, 15), TinyFloor.pause(.lunch, end - 60, 60)])
        }
        floor.give(tour)
        let stretches = audit(floor.plan, for: floor.scenario).filter {
            if case .rule(.callStretch, _, _, _, _) = $0.subject { true } else { false }
        }
        #expect(
            stretches == [
                Finding(
                    severity: .violation,
                    subject: .rule(.callStretch, who: "a1", day: 3, actual: 270, limit: 180))
            ])
    }
}
