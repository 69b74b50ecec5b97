import Testing
import Workforce

@testable import Auditing

/// What modulation and rotations allow.
@Suite struct LawfulWeeksTests {
    /// 37 h in the first week, 33 h in the second.
    @Test func hoursMayMoveBetweenWeeks() {
        var floor = TinyFloor()
        var long = TinyFloor.tour()
        long.shifts[0] = longDay()
        var short = TinyFloor.tour()
        short.shifts[0] = shift(540, 840, [rest(630), rest(750)])
        floor.give(long)
        floor.give(short, week: 1)
        #expect(!audit(floor.plan, for: floor.scenario).isEmpty)
        floor.scenario.floor.contracts[0].modulation = Modulation(weeklyMinutes: 1980...2220)
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    /// Absence takes the contract's mean day off the week and off its bounds.
    @Test func leaveLowersTheBounds() {
        var floor = TinyFloor()
        floor.scenario.floor.contracts[0].modulation = Modulation(weeklyMinutes: 2040...2160)
        floor.absent(.annualLeave, day: 4)
        floor.give(TinyFloor.tour(days: 0..<4))
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    @Test(arguments: [DayRotation.Days.saturdays, .weekends])
    func everySecondSaturdayMayBeWorked(_ days: DayRotation.Days) {
        var floor = TinyFloor()
        floor.scenario.floor.contracts[0].rotations = [DayRotation(days, worked: 1, of: 2)]
        floor.give(TinyFloor.tour(days: 1..<6))
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    /// Six people, one Saturday in two: three of them in one week.
    @Test(arguments: [3, 4]) func anonymousSaturdaysAreAShare(_ working: Int) {
        var floor = TinyFloor()
        floor.scenario.floor.agents = []
        floor.scenario.floor.contracts[0].maximumHeadcount = 6
        floor.scenario.floor.contracts[0].rotations = [DayRotation(.saturdays, worked: 1, of: 2)]
        floor.plan.roster = nil
        floor.plan.schedule.pools[0].tours = [
            TourCount(group: 0, tour: TinyFloor.tour(), count: 6 - working),
            TourCount(group: 0, tour: TinyFloor.tour(days: 1..<6), count: working),
        ]
        let found = checkAnonymousWeekends(AuditContext(plan: floor.plan, scenario: floor.scenario))
        #expect(
            found.map(\.subject)
                == (working == 3
                    ? [] : [.rule(.weekendRotation, who: "help/35h", day: 0, actual: 4, limit: 3)]))
    }
}
