import Testing
import Workforce

@testable import Forecasting

@Suite struct DayCausesTests {
    private static let france: DayCauses = {
        var causes = DayCauses(
            calendar, dates: date("2026-01-01")...date("2027-12-31"))
        for weekday in 5..<7 { causes.isWorked[weekday] = false }
        return causes
    }()

    private static let calendar = EventCalendar(
        holidays: HolidayCalendar(region: .france),
        schoolHolidays: [
            SchoolHolidays(zone: "B", periods: [date("2026-04-11")...date("2026-04-26")])
        ],
        events: [
            DayEvent(name: "mailing", days: date("2026-05-14")...date("2026-05-14")),
            DayEvent(name: "outage", days: date("2026-06-02")...date("2026-06-03"), factor: 0.5),
            DayEvent(name: "television", days: date("2026-06-03")...date("2026-06-03"), factor: 3),
        ])

    static func date(_ text: String) -> CivilDate { CivilDate(iso8601: text) ?? CivilDate(dayNumber: 0) }

    @Test(arguments: [
        // Easter Monday 2026 is 6 April; the weekend does not part it from Friday.
        ("2026-04-02", []), ("2026-04-03", [DayCause.holidayEve]), ("2026-04-04", [.holidayEve]),
        ("2026-04-06", [.holiday(.easterMonday)]), ("2026-04-07", [.holidayMorrow]), ("2026-04-08", []),
        // Ascension is a Thursday, Bastille Day 2026 a Tuesday: bridges.
        ("2026-05-13", [.holidayEve]), ("2026-05-14", [.holiday(.ascension), .event(name: "mailing")]),
        ("2026-05-15", [.bridge]), ("2026-07-13", [.bridge]), ("2026-07-15", [.holidayMorrow]),
        // Victory Day 2026 is a Friday: its morrow is Monday.
        ("2026-05-07", [.holidayEve]), ("2026-05-11", [.holidayMorrow]),
        ("2026-04-10", []), ("2026-04-11", [.schoolHolidays(zone: "B")]),
        ("2026-04-26", [.schoolHolidays(zone: "B")]), ("2026-04-27", []),
        ("2027-12-31", [.holidayEve]),
    ])
    func causes(_ date: String, _ causes: [DayCause]) {
        #expect(DayCausesTests.france.causes(on: DayCausesTests.date(date)) == causes)
    }

    /// With Saturdays worked, Saturday is the eve of a Monday.
    @Test func theEveIsTheLastWorkedDay() {
        var causes = DayCausesTests.france
        causes.isWorked[5] = true
        #expect(causes.causes(on: DayCausesTests.date("2026-04-03")) == [])
        #expect(causes.causes(on: DayCausesTests.date("2026-04-04")) == [.holidayEve])
        #expect(causes.causes(on: DayCausesTests.date("2026-05-09")) == [.holidayMorrow])
        #expect(causes.causes(on: DayCausesTests.date("2026-05-11")) == [])
    }

    @Test func aListedDateKeepsTheNameOfItsHoliday() {
        let christmas = DayCausesTests.date("2026-12-25")
        let causes = DayCauses(
            EventCalendar(holidays: HolidayCalendar(region: .france, extraDates: [christmas])),
            dates: christmas...christmas)
        #expect(causes.causes(on: christmas) == [.holiday(.christmas)])
    }

    @Test func statedEffectsMultiply() {
        let causes = DayCausesTests.france
        #expect(causes.givenFactor(on: DayCausesTests.date("2026-05-14")) == 1)
        #expect(causes.givenFactor(on: DayCausesTests.date("2026-06-02")) == 0.5)
        #expect(causes.givenFactor(on: DayCausesTests.date("2026-06-03")) == 1.5)
    }

    @Test func alsaceHasItsOwn() {
        let causes = DayCauses(
            EventCalendar(holidays: HolidayCalendar(region: .alsaceMoselle)),
            dates: DayCausesTests.date("2026-01-01")...DayCausesTests.date("2026-12-31"))
        #expect(causes.causes(on: DayCausesTests.date("2026-04-03")) == [.holiday(.goodFriday)])
        #expect(causes.causes(on: DayCausesTests.date("2026-12-26")) == [.holiday(.saintStephen)])
    }

    @Test func namedDatesOfADataFileAreHolidays() {
        let day = DayCausesTests.date("2026-07-21")
        let causes = DayCauses(
            EventCalendar(holidays: HolidayCalendar(region: .none, names: [day: "Fête nationale belge"])),
            dates: day...day)
        #expect(causes.causes(on: day) == [.otherHoliday(name: "Fête nationale belge")])
        #expect(causes.causes(on: day + 1) == [.holidayMorrow])
        #expect(!causes.isEmpty)
    }
}
