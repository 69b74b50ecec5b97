import Testing
import Workforce

@testable import Forecasting

private let calendar = EventCalendar(holidays: HolidayCalendar(region: .none))

@Suite struct HistoryRepairTests {
    private func changed(
        _ history: History, days: [Int], slots: Range<Int> = 0..<48, to value: Double?
    ) -> History {
        var history = history
        for day in days {
            for slot in slots where history.offered[day * 48 + slot] != nil {
                history.offered[day * 48 + slot] = value
            }
        }
        return history
    }

    private func total(_ history: History) -> Double {
        forecastHistory(history, days: 7, calendar: calendar).dailyMean.reduce(0, +)
    }

    @Test(arguments: [[100], [100, 101, 102], [179], [178, 179]]) func zeroDaysAreClosures(_ days: [Int]) {
        let plain = SyntheticHistory(days: 182, seed: 3).history()
        let closed = changed(plain, days: days, to: 0)
        let forecast = forecastHistory(closed, days: 7, calendar: calendar)
        #expect(forecast.remarks.contains(.closedDays(days.map { plain.firstDay + $0 })))
        #expect(abs(forecast.dailyMean.reduce(0, +) / total(plain) - 1) < 0.02)
    }

    @Test func anEndOfZerosIsTheEndOfTheContacts() {
        let plain = SyntheticHistory(days: 182, seed: 3).history()
        let ended = changed(plain, days: Array(154..<182), to: 0)
        #expect(total(ended) < 0.05 * total(plain))
    }

    @Test func aQuietLineIsNotClosed() {
        // Five calls a day: a day of none is chance.
        let quiet = SyntheticHistory(days: 182, weekday: [5, 5, 5, 5, 5, 0, 0], seed: 2).history()
        let remarks = forecastHistory(changed(quiet, days: [100], to: 0), days: 7, calendar: calendar).remarks
        #expect(!remarks.contains { if case .closedDays = $0 { true } else { false } })
    }

    @Test func anOutageWithinADayIsFoundAndLeftOut() throws {
        let plain = SyntheticHistory(days: 182, seed: 4).history()
        // 10:00 to 12:00 of day 177, a Wednesday of 800 contacts over 24 slots: 133 missed.
        let broken = changed(plain, days: [177], slots: 20..<24, to: 0)
        let forecast = forecastHistory(broken, days: 7, calendar: calendar)
        let outages = try #require(
            forecast.remarks.compactMap { if case .outages(let found) = $0 { found } else { nil } }.first)
        #expect(outages.count == 1)
        #expect(outages[0].date == plain.firstDay + 177)
        #expect(outages[0].hours == ClockRange(ClockTime(hour: 10), ClockTime(hour: 12)))
        #expect(abs(outages[0].missed - 133) < 15)
        #expect(abs(forecast.dailyMean.reduce(0, +) / total(plain) - 1) < 0.01)
    }

    @Test(arguments: [0.0, nil]) func shorterHoursAreFollowedAtOnce(_ silence: Double?) throws {
        let plain = SyntheticHistory(days: 182, seed: 5).history()
        // Since day 140 the line closes at 18:00 instead of 20:00.
        let shorter = changed(plain, days: Array(140..<182), slots: 36..<48, to: silence)
        let forecast = forecastHistory(shorter, days: 7, calendar: calendar)
        for day in 0..<5 {
            let late = forecast.mean[day * 48 + 36..<day * 48 + 48]
            #expect(late.allSatisfy { $0 == 0 })
        }
        let (from, until) = (ClockTime(hour: 8), ClockTime(hour: 20))
        #expect(
            forecast.remarks.contains(
                .openingHoursChanged(
                    weekdays: Array(Weekday.allCases.prefix(5)), from: plain.firstDay + 140,
                    before: ClockRange(from, until), after: ClockRange(from, ClockTime(hour: 18)))))
        // 20 of 24 slots are left of each day.
        #expect(abs(forecast.dailyMean.reduce(0, +) / (total(plain) * 20 / 24) - 1) < 0.02)
    }

    @Test func longerHoursAreFollowedAtOnce() {
        let plain = SyntheticHistory(days: 182, seed: 6).history()
        let longer = changed(plain, days: Array(0..<154), slots: 36..<48, to: 0)
        #expect(abs(total(longer) / total(plain) - 1) < 0.03)
    }

    @Test func aWeekdayNoLongerRecordedIsClosed() {
        var law = SyntheticHistory(days: 182, weekday: [1000, 900, 800, 800, 700, 300, 0], seed: 7)
        for day in 140..<182 where day % 7 == 5 { law.factors[day] = Double?.none }
        let forecast = forecastHistory(law.history(), days: 14, calendar: calendar)
        #expect(forecast.dailyMean[5] == 0 && forecast.dailyMean[12] == 0)
        #expect(
            forecast.remarks.contains {
                if case .openingHoursChanged([.saturday], _, _, nil) = $0 { true } else { false }
            })
    }

    @Test func aDayCutByTheExportIsSaidSo() {
        let plain = SyntheticHistory(days: 180, seed: 8).history()
        // The last day, a Friday, is known until 11:00 alone.
        var cut = plain
        for slot in 22..<48 where cut.offered[179 * 48 + slot] != nil { cut.offered[179 * 48 + slot] = 0 }
        let forecast = forecastHistory(cut, days: 7, calendar: calendar)
        #expect(
            forecast.remarks.contains(
                .partialLastDay(plain.firstDay + 179, until: ClockTime(hour: 11))))
    }

    /// Opening hours that still list what ceased do not bring it back.
    @Test func whatCeasedStaysClosedWhateverTheOpeningHoursSay() {
        var week = SyntheticHistory.hours
        week.weekdays[5] = week.weekdays[0]
        var law = SyntheticHistory(days: 182, weekday: [1000, 900, 800, 800, 700, 300, 0], seed: 7)
        for day in 154..<182 where day % 7 == 5 { law.factors[day] = 0 }
        let history = changed(law.history(), days: Array(140..<182), slots: 36..<48, to: 0)
        let forecast = forecastHistory(history, days: 7, calendar: calendar, openingHours: week)
        #expect(forecast.dailyMean[5] == 0)
        for day in 0..<5 {
            #expect(forecast.dailyMean[day] > 500)
            #expect(forecast.mean[day * 48 + 36..<day * 48 + 48].allSatisfy { $0 == 0 })
        }
    }

    /// Nights, Sundays and holidays that an export fills with zeros change nothing.
    @Test func zerosThatFillClosedTimeTeachNothing() {
        let law = SyntheticHistory(firstDay: CivilDate(dayNumber: 20_458), days: 182, seed: 9)
        let france = EventCalendar(holidays: HolidayCalendar(region: .france))
        var sparse = law.history()
        for day in 0..<182 where france.holidays.isHoliday(law.firstDay + day) {
            for slot in 0..<48 { sparse.offered[day * 48 + slot] = nil }
        }
        var filled = sparse
        filled.offered = filled.offered.map { $0 ?? 0 }
        let (a, b) = (
            forecastHistory(sparse, days: 21, calendar: france),
            forecastHistory(filled, days: 21, calendar: france)
        )
        for (x, y) in zip(a.mean, b.mean) { #expect(abs(x - y) < 1e-6) }
        for (x, y) in zip(a.dailyBands[0].high, b.dailyBands[0].high) { #expect(abs(x - y) < 1e-6) }
    }

    @Test func weekdaysPassedOverAreClosedAndOthersAssumed() {
        // Monday to Saturday of two weeks: Sunday was passed over once.
        let law = SyntheticHistory(days: 13, weekday: [1000, 900, 800, 800, 700, 400, 0], seed: 2)
        let forecast = forecastHistory(law.history(), days: 7, calendar: calendar)
        #expect(forecast.dailyMean[0] == 0)
        let three = SyntheticHistory(days: 3, seed: 2)
        let assumed = forecastHistory(three.history(), days: 7, calendar: calendar)
        #expect(
            assumed.remarks.contains(.weekdaysAssumed([.thursday, .friday, .saturday, .sunday])))
    }

    @Test func gapsWithinDaysAreSaid() {
        let plain = SyntheticHistory(days: 182, seed: 8).history()
        let holed = changed(plain, days: [100, 101], slots: 20..<26, to: nil)
        let remarks = forecastHistory(holed, days: 7, calendar: calendar).remarks
        #expect(
            remarks.contains(
                .missingIntervals(count: 12, days: [plain.firstDay + 100, plain.firstDay + 101])))
    }
}
