import Testing
import Workforce

@Suite struct OpeningHoursTests {
    private let calendar = HolidayCalendar(region: .france)
    private let day = ClockRange(ClockTime(hour: 9), ClockTime(hour: 18))
    private let short = ClockRange(ClockTime(hour: 10), ClockTime(hour: 12))

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso8601: text)) }

    @Test func weekdaysHolidaysAndExceptionsInThatOrderOfWeight() throws {
        var hours = OpeningHours.daily(day, on: [.monday, .wednesday])
        #expect(hours.ranges(on: try date("2026-11-23"), holidays: calendar) == [day])
        #expect(hours.ranges(on: try date("2026-11-24"), holidays: calendar).isEmpty)
        // Armistice Day is a Wednesday.
        let armistice = try date("2026-11-11")
        #expect(hours.ranges(on: armistice, holidays: calendar).isEmpty)
        hours.onHolidays = [short]
        #expect(hours.ranges(on: armistice, holidays: calendar) == [short])
        hours.onHolidays = nil
        #expect(hours.ranges(on: armistice, holidays: calendar) == [day])
        hours.exceptions[armistice] = []
        #expect(hours.ranges(on: armistice, holidays: calendar).isEmpty)
        hours.exceptions[try date("2026-11-22")] = [short]
        #expect(hours.ranges(on: try date("2026-11-22"), holidays: calendar) == [short])
    }

    @Test(arguments: [(539, false), (540, true), (779, true), (1079, true), (1080, false)])
    func theStartIsOpenAndTheEndIsNot(_ minute: Int, _ open: Bool) throws {
        let hours = OpeningHours.daily(day, on: Set(Weekday.allCases))
        let monday = try date("2026-11-23")
        #expect(hours.isOpen(on: monday, at: ClockTime(minute: minute), holidays: calendar) == open)
    }

    @Test(arguments: [0, 3, 12]) func missingWeekdaysAreClosed(_ count: Int) {
        let hours = OpeningHours(weekdays: [[ClockRange]](repeating: [day], count: count))
        #expect(hours.weekdays.count == 7)
        #expect(hours.weekdays.count { !$0.isEmpty } == min(7, count))
    }
}
