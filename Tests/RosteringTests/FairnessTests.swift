import Testing
import Workforce

/// `Fairness` of `Workforce/Measures`, counted by hand.
@Suite struct FairnessTests {
    @Test func countsBurdensAndWishes() {
        let scenario = makeScenario(
            agents: 3, weeks: 1, requests: [wish(0, day: 5), wish(0, day: 6), wish(1, day: 6)],
            published: [published(0, day: -2), published(0, day: -1, from: 12, to: 20)])
        let saturday = tour([3, 4, 5], from: 11, to: 19)
        let late = tour([0, 1], from: 13, to: 21)
        let line = { (agent: Int, tour: Tour?) in
            RosterLine(agent: agentID(agent), week: 0, campaign: helpline, tour: tour)
        }
        let roster = Roster(
            lines: [line(0, saturday), line(1, late)], unfilled: [],
            optimality: Optimality(status: .optimal, cost: 0, bound: 0))
        let fairness = scenario.fairness(of: roster)
        #expect(fairness.agents.map(\.agent) == [agentID(0), agentID(1)])
        #expect(fairness.agents.map(\.saturdays) == [2, 0])
        #expect(fairness.agents.map(\.sundays) == [1, 0])
        #expect(fairness.agents.map(\.lateShifts) == [1, 2])
        #expect(fairness.agents.map(\.wishesGranted) == [1, 1])
        #expect(fairness.wishesAsked == 3)
        #expect(fairness.wishShare == 2.0 / 3)
        #expect(fairness.saturdaySpread == 2)
        let early = scenario.fairness(of: roster, lateAfter: ClockTime(hour: 18))
        #expect(early.agents.map(\.lateShifts) == [4, 2])
    }

    @Test func struckDaysAreNotWorkedAndNobodyAsksNothing() {
        var worked = RosterLine(
            agent: agentID(0), week: 0, campaign: helpline, tour: tour([5]))
        worked.struck[5] = true
        let roster = Roster(
            lines: [worked], unfilled: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
        let fairness = makeScenario(agents: 1, weeks: 1).fairness(of: roster)
        #expect(fairness.agents.map(\.saturdays) == [0])
        #expect(fairness.wishShare == nil)
        #expect(Fairness(agents: []).lateShiftSpread == 0)
    }
}
