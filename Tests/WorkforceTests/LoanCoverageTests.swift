import Testing
import Workforce

/// A loan moves coverage, in the schedule and in the roster, and counts nobody twice.
@Suite struct LoanCoverageTests {
    private let help = Identifier<Campaign>("help")
    private let sales = Identifier<Campaign>("sales")
    private let horizon = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 1)
    private let optimality = Optimality(status: .optimal, cost: 0, bound: 0)

    private func range(_ from: Int, _ to: Int) -> ClockRange {
        ClockRange(ClockTime(minute: from), ClockTime(minute: to))
    }

    /// 9:00 to 12:00 with a break at 10:30.
    private var tour: Tour {
        let pause = ShiftBreak(kind: .rest, range: range(630, 645), isPaid: true)
        return Tour(
            contract: Identifier("35h"), shifts: [Shift(range: range(540, 720), breaks: [pause])])
    }

    @Test func theScheduleMovesWholeAgents() {
        let pool = PoolWeek(
            campaign: help, week: 0, groups: [], tours: [TourCount(group: 0, tour: tour, count: 3)],
            optimality: optimality)
        let schedule = Schedule(
            pools: [pool],
            loans: [Loan(lender: help, borrower: sales, day: 0, range: range(600, 630), agents: 2)])
        #expect(
            horizon.coverage(of: schedule, campaign: help)[36..<48] == [3, 3, 3, 3, 1, 1, 0, 3, 3, 3, 3, 3])
        #expect(
            horizon.coverage(of: schedule, campaign: sales)[36..<48] == [0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0])
    }

    @Test func theRosterMovesTheirWorkLessBreaksAndTraining() {
        var roster = Roster(
            lines: ["a", "b"].map {
                RosterLine(agent: Identifier($0), week: 0, campaign: help, tour: tour)
            }, unfilled: [], optimality: optimality)
        roster.loans = [
            AgentLoan(agent: Identifier("a"), borrower: sales, day: 0, range: range(600, 675))
        ]
        #expect(
            horizon.coverage(of: roster, campaign: help)[36..<48] == [2, 2, 2, 2, 1, 1, 0, 1, 1, 2, 2, 2])
        #expect(
            horizon.coverage(of: roster, campaign: sales)[36..<48] == [0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0])
        let training = TrainingPlan(
            sessions: [
                TrainingSession(
                    campaign: sales, number: 1, day: 0, range: range(645, 720), trainer: Identifier("t"),
                    room: Identifier("r"), agents: [Identifier("a")])
            ], unplaced: [], optimality: optimality)
        let taught = horizon.coverage(of: roster, campaign: sales, training: training)
        #expect(taught[36..<48] == [0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0])
        let rest = horizon.coverage(of: roster, campaign: help, training: training)
        #expect(rest[36..<48] == [2, 2, 2, 2, 1, 1, 0, 1, 1, 1, 1, 1])
        roster.lines[0].struck[0] = true
        #expect(horizon.coverage(of: roster, campaign: sales).allSatisfy { $0 == 0 })
    }
}
