import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct EffectModelTests {
    private static func date(_ text: String) -> CivilDate {
        CivilDate(iso8601: text) ?? CivilDate(dayNumber: 0)
    }

    /// Poisson counts of a two-year line from Monday 2024-01-01, days changed by what they are.
    private static func line(
        seed: UInt64, days: Int = 728, calendar: EventCalendar, _ factor: (CivilDate, [DayCause]) -> Double?
    ) -> History {
        var law = SyntheticHistory(
            firstDay: date("2024-01-01"), days: days, weekday: [1000, 900, 800, 800, 700, 400, 0], seed: seed)
        var causes = DayCauses(calendar, dates: law.firstDay...(law.firstDay + days))
        causes.isWorked[6] = false
        for day in 0..<days {
            let found = causes.causes(on: law.firstDay + day)
            if !found.isEmpty { law.factors[day] = factor(law.firstDay + day, found) }
        }
        return law.history()
    }

    private static let mailings = ["2024-03-12", "2024-06-18", "2024-10-08", "2025-02-11", "2025-06-17"]
    private static let calendar = EventCalendar(
        holidays: HolidayCalendar(region: .france),
        schoolHolidays: [
            SchoolHolidays(
                zone: "A",
                periods: [
                    date("2024-02-17")...date("2024-03-03"), date("2024-04-13")...date("2024-04-28"),
                    date("2024-07-06")...date("2024-09-01"), date("2024-10-19")...date("2024-11-03"),
                    date("2025-02-22")...date("2025-03-09"), date("2025-07-05")...date("2025-08-31"),
                    date("2025-12-20")...date("2026-01-04"), date("2026-02-07")...date("2026-02-22"),
                ])
        ],
        events: mailings.map { DayEvent(name: "mailing", days: date($0)...date($0)) }
            + [DayEvent(name: "mailing", days: date("2026-01-13")...date("2026-01-14"))])

    private static let truth: [DayCause: Double] = [
        .holidayEve: 0.85, .holidayMorrow: 1.2, .bridge: 0.7, .schoolHolidays(zone: "A"): 0.9,
        .event(name: "mailing"): 1.6,
    ]

    private static func factor(_ causes: [DayCause]) -> Double {
        causes.reduce(1) { product, cause in
            if case .holiday = cause { return product * 0.35 }
            return product * (truth[cause] ?? 1)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func effectsAreFoundAndCarriedForward(_ seed: UInt64) throws {
        let history = EffectModelTests.line(seed: seed, calendar: EffectModelTests.calendar) {
            EffectModelTests.factor($1)
        }
        let forecast = forecastHistory(history, days: 56, calendar: EffectModelTests.calendar)
        for (cause, factor) in EffectModelTests.truth {
            let effect = try #require(forecast.effects.first { $0.cause == cause })
            #expect(abs(effect.factor / factor - 1) < 0.07, "\(cause)")
            #expect(effect.low < effect.factor && effect.factor < effect.high && effect.days > 0)
        }
        // The history ends on Sunday 2025-12-28.
        let law = [1000.0, 900, 800, 800, 700, 400, 0]
        var causes = DayCauses(
            EffectModelTests.calendar, dates: history.firstDay...EffectModelTests.date("2026-12-31"))
        causes.isWorked[6] = false
        var error = 0.0
        var sum = 0.0
        for (day, mean) in forecast.dailyMean.enumerated() {
            let date = forecast.firstDay + day
            let expected = law[date.weekday.rawValue] * EffectModelTests.factor(causes.causes(on: date))
            error += abs(mean - expected)
            sum += expected
        }
        #expect(error / sum < 0.03)
    }

    @Test func knowingTheCalendarHalvesTheErrorOnSpecialDays() {
        let plain = EventCalendar(holidays: HolidayCalendar(region: .none))
        let history = EffectModelTests.line(seed: 5, calendar: EffectModelTests.calendar) {
            EffectModelTests.factor($1)
        }
        var causes = DayCauses(
            EffectModelTests.calendar, dates: history.firstDay...EffectModelTests.date("2026-12-31"))
        causes.isWorked[6] = false
        func error(_ calendar: EventCalendar) -> Double {
            let forecast = forecastHistory(history, days: 28, calendar: calendar)
            return (0..<28).reduce(0) { sum, day in
                let date = forecast.firstDay + day
                let law = [1000.0, 900, 800, 800, 700, 400, 0][date.weekday.rawValue]
                return sum
                    + abs(forecast.dailyMean[day] - law * EffectModelTests.factor(causes.causes(on: date)))
            }
        }
        #expect(error(EffectModelTests.calendar) < error(plain) / 2)
    }

    @Test func holidaysWithoutAnyRecordAreClosedEvenThoseNeverSeen() throws {
        let calendar = EventCalendar(holidays: HolidayCalendar(region: .france))
        // Ten months from 2024-01-01: All Saints', Armistice and Christmas are still to come.
        let history = EffectModelTests.line(seed: 1, days: 300, calendar: calendar) { _, causes in
            if case .holiday = causes[0] { nil } else { 1 }
        }
        let forecast = forecastHistory(history, days: 70, calendar: calendar)
        for day in 0..<70 where calendar.holidays.isHoliday(forecast.firstDay + day) {
            #expect(forecast.dailyMean[day] == 0)
        }
        let effect = try #require(forecast.effects.first { $0.cause == .holiday(.christmas) })
        #expect(effect.factor == 0)
    }

    @Test func aStatedEffectComesOnTopOfTheOthers() throws {
        var calendar = EffectModelTests.calendar
        let day = EffectModelTests.date("2025-12-30")
        calendar.events.append(DayEvent(name: "invoices", days: day...day, factor: 2))
        let history = EffectModelTests.line(seed: 2, calendar: EffectModelTests.calendar) {
            EffectModelTests.factor($1)
        }
        let forecast = forecastHistory(history, days: 7, calendar: calendar)
        // A Tuesday of 900 within the school holidays, 0.9.
        #expect(abs(forecast.dailyMean[1] / (1800 * 0.9) - 1) < 0.05)
        let effect = try #require(forecast.effects.first { $0.cause == .event(name: "invoices") })
        #expect(effect.isGiven && effect.factor == 2 && effect.low == 2 && effect.high == 2)
    }

    @Test func anEventNeverSeenChangesNothingButTheBands() {
        let plain = EventCalendar(holidays: HolidayCalendar(region: .none))
        var calendar = plain
        let history = SyntheticHistory(days: 182, seed: 8).history()
        let day = history.lastDay + 2
        calendar.events = [DayEvent(name: "television", days: day...day)]
        let with = forecastHistory(history, days: 7, calendar: calendar)
        let without = forecastHistory(history, days: 7, calendar: plain)
        #expect(with.dailyMean == without.dailyMean)
        #expect(with.dailyBands[0].high[1] > 1.3 * without.dailyBands[0].high[1])
        #expect(with.dailyBands[0].high[2] == without.dailyBands[0].high[2])
        #expect(with.remarks.contains(.widenedBands(.unseenCauses([.event(name: "television")]))))
    }

    /// An outage of a day that is known as an event teaches nothing to other days.
    @Test func aKnownOutageLeavesTheLevelAlone() {
        let history = SyntheticHistory(days: 182, seed: 9, factors: [175: 0.05, 176: 0.05]).history()
        let plain = SyntheticHistory(days: 182, seed: 9).history()
        var calendar = EventCalendar(holidays: HolidayCalendar(region: .none))
        let without = forecastHistory(plain, days: 7, calendar: calendar).dailyMean.reduce(0, +)
        calendar.events = [
            DayEvent(name: "outage", days: (history.firstDay + 175)...(history.firstDay + 176))
        ]
        let with = forecastHistory(history, days: 7, calendar: calendar).dailyMean.reduce(0, +)
        #expect(abs(with / without - 1) < 0.02)
    }
}
