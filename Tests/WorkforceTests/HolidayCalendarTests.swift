import Testing
import Workforce

@Suite struct HolidayCalendarTests {
    /// Published dates of Easter Sunday.
    @Test(arguments: [
        (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"),
        (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"),
        (2038, "2038-04-25"), (2285, "2285-03-22"),
    ])
    func easter(_ year: Int, _ date: String) {
        #expect(HolidayCalendar.easterSunday(year: year)?.iso8601 == date)
    }

    @Test(arguments: 1583...2600) func easterIsASundayInItsSeason(_ year: Int) throws {
        let easter = try #require(HolidayCalendar.easterSunday(year: year))
        #expect(easter.weekday == .sunday)
        let (_, month, day) = easter.components
        #expect((month, day) >= (3, 22) && (month, day) <= (4, 25))
    }

    @Test(arguments: [
        (
            2026,
            [
                "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
                "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
            ]
        ),
        (
            2027,
            [
                "2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08", "2027-05-17",
                "2027-07-14", "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25",
            ]
        ),
    ])
    func theElevenOfFrance(_ year: Int, _ dates: [String]) {
        let calendar = HolidayCalendar(region: .france)
        #expect(calendar.holidays(in: year).map(\.date.iso8601) == dates)
    }

    /// In 2008 Ascension fell on 1 May: eleven holidays, ten dates.
    @Test func twoHolidaysMayShareADate() {
        let days = HolidayCalendar(region: .france).holidays(in: 2008)
        #expect(days.count == 11)
        #expect(Set(days.map(\.date)).count == 10)
    }

    @Test(arguments: [
        (HolidayRegion.alsaceMoselle, ["2026-04-03", "2026-12-26"]), (.guadeloupe, ["2026-05-27"]),
        (.martinique, ["2026-05-22"]), (.guyane, ["2026-06-10"]), (.reunion, ["2026-12-20"]),
        (.mayotte, ["2026-04-27"]),
    ])
    func regionsAddTheirOwn(_ region: HolidayRegion, _ dates: [String]) {
        let national = Set(HolidayCalendar(region: .france).holidays(in: 2026).map(\.date))
        let own = HolidayCalendar(region: region).holidays(in: 2026).map(\.date)
        #expect(own.filter { !national.contains($0) }.map(\.iso8601) == dates)
        #expect(national.isSubset(of: own))
        #expect(own == own.sorted())
    }

    @Test func noRegionHasNoneButTheExtraDates() throws {
        let day = try #require(CivilDate(iso8601: "2026-06-15"))
        let calendar = HolidayCalendar(region: .none, extraDates: [day])
        #expect(calendar.holidays(in: 2026).isEmpty)
        #expect(calendar.isHoliday(day))
        #expect(!calendar.isHoliday(day + 1))
    }

    @Test(arguments: [-5, 0, 10_000, Int.max / 100]) func yearsThatAreNone(_ year: Int) {
        #expect(HolidayCalendar(region: .france).holidays(in: year).isEmpty)
    }
}
