import Testing
import Workforce

@testable import Auditing

@Suite struct LawfulTimeTests {
    @Test(arguments: [LeaveKind.annualLeave, .sickness, .unpaid])
    func leaveLowersWhatIsOwed(_ kind: LeaveKind) {
        var floor = TinyFloor()
        floor.absent(kind, day: 4)
        floor.give(TinyFloor.tour(days: 0..<4))
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    @Test(arguments: [
        (LeaveKind.wish, RequestStatus.approved), (.annualLeave, .pending), (.annualLeave, .refused),
    ])
    func whatIsNotGrantedBindsNothing(_ kind: LeaveKind, _ status: RequestStatus) {
        var floor = TinyFloor()
        floor.absent(kind, day: 4, status: status)
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    @Test func aDayStruckOutForLeaveIsLawful() {
        var floor = TinyFloor()
        floor.absent(.sickness, day: 4)
        floor.plan.roster?.lines[0].struck[4] = true
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    /// 11 November 2026 is a Wednesday: four days of work, 28 h owed.
    @Test func aClosedHolidayLowersWhatIsOwed() {
        var floor = TinyFloor(firstDay: CivilDate(dayNumber: 20_766), weeks: 1)
        #expect(floor.scenario.horizon.date(ofDay: 2).iso8601 == "2026-11-11")
        var tour = TinyFloor.tour()
        tour.shifts[2] = nil
        for line in 0..<6 { floor.plan.roster?.lines[line].tour = tour }
        floor.plan.schedule.pools[0].tours[0].tour = tour
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    /// Each day a quarter short is the grid's doing; a quarter more is not.
    @Test func eachDayMayMissOneInterval() {
        var floor = TinyFloor()
        let short = shift(540, 1005, [rest(630), lunch(720), rest(900)])
        floor.give(TinyFloor.tour(short))
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
        let shorter = shift(540, 990, [rest(630), lunch(720), rest(900)])
        var tour = TinyFloor.tour(short)
        tour.shifts[2] = shorter
        floor.plan.schedule.pools[0].tours.removeLast()
        floor.give(tour)
        #expect(
            audit(floor.plan, for: floor.scenario).map(\.subject) == [
                .rule(.weeklyPaid, who: "a1", day: 0, actual: 2010, limit: 2100)
            ])
    }

    @Test func anAnonymousTourIsAuditedByItsContract() {
        var floor = TinyFloor()
        floor.give(shift(540, 1020, [rest(630), lunch(720), rest(975)]))
        floor.plan.roster = nil
        floor.plan.teams = nil
        floor.scenario.floor.agents = []
        #expect(
            audit(floor.plan, for: floor.scenario).map(\.subject) == [
                .rule(.callStretch, who: "help/35h#2", day: 0, actual: 195, limit: 180)
            ])
    }
}

/// Rest on the nights when the clock changes: the wall says 11 hours (or 10),
/// what counts is what elapses.
@Suite struct ClockChangeRestTests {
    /// Saturday till `end`, Sunday from 9:00, on the weekend of a clock change.
    private func rest(_ change: ClockChange, saturdayEnd end: Int) -> [Int] {
        var floor = TinyFloor(firstDay: change.date.monday, weeks: 1, clockChanges: [change])
        floor.keepOnlyFirst(weeks: 1)
        floor.scenario.floor.contracts[0].weekdays = Set(Weekday.allCases)
        floor.scenario.floor.contracts[0].workingWindow = TinyFloor.range(0, 1440)
        floor.scenario.campaigns[0].openingHours = .daily(
            TinyFloor.range(0, 1440), on: Set(Weekday.allCases))
        var tour = TinyFloor.tour(days: 0..<3)
        tour.shifts[5] = shift(end - 420, end, [rest(end - 330), rest(end - 225), rest(end - 120)])
        tour.shifts[6] = TinyFloor.day()
        floor.give(tour)
        floor.plan.schedule.pools[0].tours.removeFirst()
        return audit(floor.plan, for: floor.scenario).compactMap {
            if case .rule(.dailyRest, _, _, let actual, _) = $0.subject { actual } else { nil }
        }
    }

    private func rest(_ from: Int) -> ShiftBreak { TinyFloor.pause(.rest, from, 15) }

    @Test func theHourLostInSpringIsLost() {
        let spring = ClockChange(
            date: CivilDate(dayNumber: 20_905), clock: ClockTime(hour: 2), forwardMinutes: 60)
        #expect(spring.date.iso8601 == "2027-03-28")
        #expect(rest(spring, saturdayEnd: 22 * 60) == [600])
        #expect(rest(spring, saturdayEnd: 21 * 60) == [])
    }

    @Test func theHourWonInAutumnIsWon() {
        let autumn = ClockChange(
            date: CivilDate(dayNumber: 20_751), clock: ClockTime(hour: 2), forwardMinutes: -60)
        #expect(autumn.date.iso8601 == "2026-10-25")
        #expect(rest(autumn, saturdayEnd: 23 * 60) == [])
        #expect(rest(autumn, saturdayEnd: 23 * 60 + 15) == [645])
    }
}
