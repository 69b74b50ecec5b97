import Execution
import Testing
import Workforce

@testable import Rostering

/// Agents 0 and 1 may help sales, agents 1 and 2 support.
@Suite struct NameLoansTests {
    private let sales = Identifier<Campaign>("sales")
    private let support = Identifier<Campaign>("support")

    private func scenario() -> Scenario {
        var scenario = makeScenario(agents: 3, weeks: 1)
        scenario.campaigns = [sales, support].map {
            Campaign(
                id: $0, name: $0.name, client: "", site: Identifier("paris"),
                openingHours: .daily(
                    ClockRange(ClockTime(hour: 8), ClockTime(hour: 20)), on: Set(Weekday.allCases)),
                activities: [])
        }
        scenario.floor.agents[0].secondaryCampaigns = [sales]
        scenario.floor.agents[1].secondaryCampaigns = [sales, support]
        scenario.floor.agents[2].secondaryCampaigns = [support]
        return scenario
    }

    private func named(
        _ loans: [(Identifier<Campaign>, from: Int, to: Int, agents: Int)], shifts: [(Int, Int)],
        pause: Int? = nil
    ) -> [String] {
        let lines = shifts.enumerated().map { index, hours in
            var own = tour([0], from: hours.0, to: hours.1)
            if let pause, index == 0 {
                let at = ClockRange(ClockTime(minute: pause), ClockTime(minute: pause + 15))
                own.shifts[0]?.breaks = [ShiftBreak(kind: .rest, range: at, isPaid: true)]
            }
            return RosterLine(agent: agentID(index), week: 0, campaign: helpline, tour: own)
        }
        let wanted = loans.map { loan in
            Loan(
                lender: helpline, borrower: loan.0, day: 0,
                range: ClockRange(ClockTime(hour: loan.from), ClockTime(hour: loan.to)), agents: loan.agents)
        }
        return nameLoans(
            wanted, lines: lines, staffing: posts(agents: [0, 1, 2], weeks: 1), scenario: scenario()
        )
        .map { "\($0.agent) \($0.borrower) \($0.range.start)-\($0.range.end)" }
    }

    @Test func whoeverIsAbleIsLentForTheWholeStretch() {
        #expect(
            named([(support, 10, 12, 2)], shifts: [(9, 17), (9, 17), (9, 17)]) == [
                "A01 support 10:00-12:00", "A02 support 10:00-12:00",
            ])
    }

    /// Agent 1, who is there longest, could go to either; both loans need them to choose well.
    @Test func everyPlaceThatCanBeFilledIs() {
        #expect(
            named([(sales, 10, 12, 1), (support, 10, 12, 1)], shifts: [(9, 13), (9, 17), (17, 20)]) == [
                "A00 sales 10:00-12:00", "A01 support 10:00-12:00",
            ])
        #expect(
            named([(sales, 10, 12, 1), (support, 10, 12, 1)], shifts: [(17, 20), (9, 17), (9, 13)]) == [
                "A01 sales 10:00-12:00", "A02 support 10:00-12:00",
            ])
    }

    @Test func whoeverCanStayLongestGoesAndIsReplacedOnLeaving() {
        #expect(
            named([(sales, 10, 12, 1)], shifts: [(9, 17), (9, 11), (9, 17)], pause: 630) == [
                "A00 sales 11:00-12:00", "A01 sales 10:00-11:00",
            ])
    }

    @Test func anotherTakesOverAtABreakAndStays() {
        #expect(
            named([(sales, 10, 12, 1)], shifts: [(9, 17), (11, 17), (9, 17)], pause: 660) == [
                "A00 sales 10:00-11:00", "A01 sales 11:00-12:00",
            ])
    }

    @Test func aPlaceThatNobodyCanTakeStaysEmpty() {
        #expect(
            named([(sales, 10, 12, 3)], shifts: [(9, 11), (9, 17), (9, 17)]) == [
                "A00 sales 10:00-11:00", "A01 sales 10:00-12:00",
            ])
        #expect(named([], shifts: [(9, 17)]).isEmpty)
    }
}
