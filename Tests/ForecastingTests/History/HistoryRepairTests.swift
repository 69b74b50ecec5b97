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
        let changes = forecast.remarks.compactMap { remark -> (Weekday, CivilDate, ClockRange?)? in
            if case .openingHoursChanged(let weekday, let from, _, let after) = remark {
                (weekday, from, after)
            } else {
                nil
            }
        }
        #expect(changes.count == 5)
        let monday = try #require(changes.first { $0.0 == .monday })
        #expect(monday.1 == plain.firstDay + 140)
        #expect(monday.2 == ClockRange(ClockTime(hour: 8), ClockTime(hour: 18)))
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
                if case .openingHoursChanged(.saturday, _, _, nil) = $0 { true } else { false }
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
}
