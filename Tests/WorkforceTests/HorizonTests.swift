import Foundation
import Testing
import Workforce

@Suite struct HorizonTests {
    static let spring = ClockChange(
        date: CivilDate(dayNumber: 20_905), clock: ClockTime(hour: 2), forwardMinutes: 60)
    static let autumn = ClockChange(
        date: CivilDate(dayNumber: 20_751), clock: ClockTime(hour: 2), forwardMinutes: -60)

    private func week(_ change: ClockChange, interval: Int = 15) -> Horizon {
        Horizon(
            firstDay: change.date, weekCount: 1, intervalMinutes: interval, clockChanges: [change])
    }

    @Test func aWeekBeginsOnItsMonday() {
        let horizon = Horizon(firstDay: CivilDate(dayNumber: 20_783), weekCount: 2)
        #expect(horizon.firstDay.iso8601 == "2026-11-23")
        #expect(horizon.lastDay.iso8601 == "2026-12-06")
        #expect(horizon.intervalCount == 14 * 96)
        #expect(horizon.intervals(ofWeek: 1) == 672..<1344)
        #expect(horizon.day(of: CivilDate(dayNumber: 20_790)) == 10)
        #expect(horizon.day(of: horizon.lastDay + 1) == nil)
        #expect(horizon.day(of: horizon.firstDay - 1) == nil)
    }

    @Test(arguments: [
        (5, 288), (10, 144), (15, 96), (20, 72), (30, 48), (60, 24), (7, 96), (0, 96), (-15, 96),
    ])
    func gridsThatDoNotDivideAnHourFallBack(_ minutes: Int, _ perDay: Int) {
        let horizon = Horizon(firstDay: CivilDate(dayNumber: 0), weekCount: 1, intervalMinutes: minutes)
        #expect(horizon.intervals(ofDay: 0).count == perDay)
    }

    @Test(arguments: [0, -2]) func anEmptyHorizonHasNothing(_ weeks: Int) {
        let horizon = Horizon(firstDay: CivilDate(dayNumber: 0), weekCount: weeks)
        #expect(horizon.intervals.isEmpty)
        #expect(horizon.dayCount == 0)
        #expect(horizon.gaps(required: [], covered: []).isEmpty)
    }

    @Test(arguments: [15, 30, 60]) func theLongAndTheShortSunday(_ step: Int) {
        let spring = week(HorizonTests.spring, interval: step)
        #expect(spring.intervals(ofDay: 6).count == 23 * 60 / step)
        #expect(!spring.intervals(ofDay: 6).contains { (120..<180).contains(spring.clockMinutes[$0]) })
        let autumn = week(HorizonTests.autumn, interval: step)
        #expect(autumn.intervals(ofDay: 6).count == 25 * 60 / step)
        #expect(autumn.intervals(ofDay: 6).count { autumn.clockMinutes[$0] == 120 } == 2)
        for horizon in [spring, autumn] {
            #expect((0..<6).allSatisfy { horizon.intervals(ofDay: $0).count == 1440 / step })
            #expect(horizon.intervalCount == horizon.intervals(ofWeek: 0).count)
            #expect(horizon.intervals.allSatisfy { horizon.intervals(ofDay: horizon.days[$0]).contains($0) })
        }
    }

    /// Sunday from `from` to `to` on the wall, and the hours that really pass.
    @Test(arguments: [
        (spring, 0, 1440, 23), (spring, 60, 240, 2), (spring, 180, 300, 2), (spring, 540, 1080, 9),
        (autumn, 0, 1440, 25), (autumn, 60, 240, 4), (autumn, 180, 300, 2), (autumn, 540, 1080, 9),
    ])
    func stretchesHoldTheHoursThatPass(_ change: ClockChange, _ from: Int, _ to: Int, _ hours: Int) {
        let horizon = week(change)
        let range = ClockRange(ClockTime(minute: from), ClockTime(minute: to))
        #expect(horizon.intervals(ofDay: 6, in: range).count == hours * 4)
        #expect(horizon.elapsedMinutes(ofDay: 6, in: range) == hours * 60)
        #expect(horizon.elapsedMinutes(fromDay: 6, range.start, toDay: 6, range.end) == hours * 60)
    }

    @Test func elapsedTimeCrossesDaysAndWeeks() {
        let horizon = week(HorizonTests.spring)
        #expect(horizon.elapsedMinutes(fromDay: 5, ClockTime(hour: 22), toDay: 6, ClockTime(hour: 9)) == 600)
        #expect(horizon.elapsedMinutes(fromDay: 4, ClockTime(hour: 22), toDay: 5, ClockTime(hour: 9)) == 660)
        #expect(horizon.elapsedMinutes(fromDay: -7, .midnight, toDay: 14, .midnight) == 21 * 1440 - 60)
    }

    @Test func clockChangesElsewhereChangeNothing() {
        let plain = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 1)
        let other = Horizon(
            firstDay: CivilDate(dayNumber: 20_780), weekCount: 1, clockChanges: [HorizonTests.spring])
        #expect(plain.clockMinutes == other.clockMinutes)
    }

    @Test func onlyItsDefinitionIsWritten() throws {
        let horizon = week(HorizonTests.autumn, interval: 30)
        let bytes = try JSONEncoder().encode(horizon)
        #expect(try JSONDecoder().decode(Horizon.self, from: bytes) == horizon)
        #expect(bytes.count < 300)
    }
}
