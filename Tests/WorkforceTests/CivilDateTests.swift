import Execution
import Foundation
import Testing
import Workforce

@Suite struct CivilDateTests {
    /// Day numbers, weekdays (0 = Monday) and ISO weeks from another implementation (Python's datetime).
    @Test(arguments: [
        (1, 1, 1, -719_162, 0, 1), (1900, 2, 28, -25_509, 2, 9), (1970, 1, 1, 0, 3, 1),
        (1970, 12, 31, 364, 3, 53), (1999, 1, 1, 10_592, 4, 53), (2000, 2, 28, 11_015, 0, 9),
        (2024, 2, 28, 19_781, 2, 9), (2024, 12, 31, 20_088, 1, 1), (2026, 1, 1, 20_454, 3, 1),
        (2026, 12, 31, 20_818, 3, 53), (2027, 1, 1, 20_819, 4, 53), (2027, 12, 31, 21_183, 4, 52),
        (2100, 1, 1, 47_482, 4, 53), (9999, 12, 31, 2_932_896, 4, 52),
    ])
    func dayNumbersWeekdaysAndWeeks(
        _ year: Int, _ month: Int, _ day: Int, _ number: Int, _ weekday: Int, _ week: Int
    ) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.dayNumber == number)
        #expect(date.components == (year, month, day))
        #expect(date.weekday.rawValue == weekday)
        #expect(date.isoWeek == week)
        #expect(date.monday.weekday == .monday)
        #expect((0..<7).contains(date.monday.distance(to: date)))
    }

    @Test(arguments: [
        (1900, 28), (2000, 29), (2023, 28), (2024, 29), (2026, 28), (2100, 28), (2400, 29),
    ])
    func leapYears(_ year: Int, _ days: Int) {
        #expect(CivilDate.daysInMonth(year: year, month: 2) == days)
        #expect((CivilDate(year: year, month: 2, day: 29) == nil) == (days == 28))
    }

    @Test(arguments: [
        (2026, 0, 1), (2026, 13, 1), (2026, 4, 31), (2026, 1, 0), (2026, 1, -1), (0, 1, 1), (10_000, 1, 1),
        (Int.max, 1, 1), (2026, 1, Int.max), (Int.min, Int.min, Int.min),
    ])
    func daysThatAreNone(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        "2026-1-01", "26-01-01", "2026/01/01", "2026-02-29", "2026-01-01T00:00", "", "-026-01-01",
        "2026-01-+1", "+026-01-01", "2026-01-٠١",
    ])
    func textThatIsNoDate(_ text: String) {
        #expect(CivilDate(iso8601: text) == nil)
    }

    @Test func everyDayOfFourCenturiesRoundTrips() throws {
        let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
        var previous = first - 1
        for offset in 0..<146_097 {
            let date = first + offset
            let (year, month, day) = date.components
            guard CivilDate(year: year, month: month, day: day) == date, previous < date,
                CivilDate(iso8601: date.iso8601) == date
            else {
                Issue.record("\(date.dayNumber)")
                return
            }
            previous = date
        }
        #expect(previous.iso8601 == "2299-12-31")
    }

    @Test func datesAreTextInJSON() throws {
        let date = try #require(CivilDate(iso8601: "2026-11-23"))
        let bytes = try JSONEncoder().encode([date])
        #expect(String(decoding: bytes, as: UTF8.self) == #"["2026-11-23"]"#)
        #expect(try JSONDecoder().decode([CivilDate].self, from: bytes) == [date])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDate].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }
}
