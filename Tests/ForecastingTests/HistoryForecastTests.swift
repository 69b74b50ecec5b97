import Execution
import Foundation
import Testing
import Workforce

@testable import Forecasting

private let noHolidays = EventCalendar(holidays: HolidayCalendar(region: .none))

private func isSound(_ forecast: HistoryForecast) -> Bool {
    let rows =
        [forecast.mean, forecast.dailyMean, forecast.handleSeconds]
        + (forecast.bands + forecast.dailyBands).flatMap { [$0.low, $0.high] }
    return rows.allSatisfy { $0.allSatisfy { $0.isFinite && $0 >= 0 } }
}

@Suite struct HistoryForecastTests {
    @Test func regularWeeksRepeatExactly() {
        let forecast = forecastHistory(SyntheticHistory().history(), days: 14, calendar: noHolidays)
        for day in 0..<14 {
            #expect(abs(forecast.dailyMean[day] - SyntheticHistory().weekday[day % 7]) < 1e-6)
        }
        // 8:00 of a Monday: 1000 calls over 24 half-hours.
        #expect(abs(forecast.mean[16] - 1000.0 / 24) < 1e-6)
        #expect(forecast.mean[15] == 0)
        #expect(forecast.accuracy.map { $0.dailyWAPE < 1e-9 && abs($0.bias) < 1e-9 } == true)
    }

    @Test func levelFollowsGrowth() {
        let growing = SyntheticHistory(days: 182, growth: 1.003)
        let forecast = forecastHistory(growing.history(), days: 7, calendar: noHolidays)
        let next = (182..<189).map(growing.dayMean).reduce(0, +)
        let week = forecast.dailyMean.reduce(0, +)
        #expect(abs(week - next) / next < 0.05)
        // The plain mean of the weekdays would lag by more than two months' worth.
        let lastEight = (0..<8).flatMap { w in (0..<7).map { growing.dayMean(175 - 7 * w + $0) } }
        #expect(week > lastEight.reduce(0, +) / 8)
    }

    @Test func outagesAndPeaksAreLeftOut() {
        let plain = forecastHistory(
            SyntheticHistory(seed: 3).history(), days: 7, calendar: noHolidays)
        let disturbed = SyntheticHistory(seed: 3, factors: [77: 0.0, 78: 4.0, 70: 0.1])
        let forecast = forecastHistory(disturbed.history(), days: 7, calendar: noHolidays)
        let first = disturbed.firstDay
        #expect(forecast.remarks.contains(.outlierDays([first + 70, first + 78])))
        #expect(forecast.remarks.contains(.closedDays([first + 77])))
        for day in 0..<5 {
            #expect(abs(forecast.dailyMean[day] / plain.dailyMean[day] - 1) < 0.06)
        }
    }

    @Test func aLastingChangeIsANewLevelNotAnOutlier() {
        let factors = Dictionary(uniqueKeysWithValues: (63..<84).map { ($0, Optional(2.0)) })
        let jump = SyntheticHistory(seed: 4, factors: factors)
        let forecast = forecastHistory(jump.history(), days: 7, calendar: noHolidays)
        #expect(forecast.dailyMean[0] > 1600)
    }

    @Test(arguments: [[30], [30, 44, 58], [82]])
    func missingDaysAreNotZero(_ missing: [Int]) {
        let factors = Dictionary(uniqueKeysWithValues: missing.map { ($0, Double?.none) })
        let history = SyntheticHistory(factors: factors)
        let forecast = forecastHistory(
            history.history(), days: 7, calendar: noHolidays, openingHours: SyntheticHistory.hours)
        for day in 0..<7 { #expect(abs(forecast.dailyMean[day] - history.weekday[day]) < 1e-6) }
        let open = missing.filter { $0 % 7 < 5 && $0 < 82 }.map { history.firstDay + $0 }
        let expected = open.isEmpty ? nil : ForecastRemark.missingDays(open)
        #expect(forecast.remarks.first { if case .missingDays = $0 { true } else { false } } == expected)
    }

    @Test func missingSlotsAreNotZero() {
        var history = SyntheticHistory().history()
        // Every Wednesday's 10:00 unknown but in the first week.
        for day in stride(from: 9, to: 84, by: 7) { history.offered[day * 48 + 20] = nil }
        let forecast = forecastHistory(history, days: 7, calendar: noHolidays)
        #expect(abs(forecast.dailyMean[2] - 800) < 1)
        #expect(abs(forecast.mean[2 * 48 + 20] - 800.0 / 24) < 0.5)
    }

    @Test(arguments: [true, false])
    func aCutLastDayIsIgnored(_ hasZeros: Bool) {
        var history = SyntheticHistory(days: 82).history()
        // Friday the 82nd day ends at noon in the export.
        for slot in 24..<48 { history.offered[81 * 48 + slot] = hasZeros && slot < 40 ? 0 : nil }
        let forecast = forecastHistory(history, days: 7, calendar: noHolidays)
        #expect(forecast.firstDay == history.firstDay + 82)
        #expect(abs(forecast.dailyMean[2] - 1000) < 1e-6)
        #expect(abs(forecast.dailyMean[6] - 700) < 1e-6)
    }

    @Test func holidaysAreClosedWhenOpeningHoursSaySo() throws {
        // 2026-05-01 is a Friday, the history ends on Sunday 2026-04-26.
        let history = SyntheticHistory(days: 112)
        let forecast = forecastHistory(
            history.history(), days: 7, calendar: EventCalendar(holidays: HolidayCalendar(region: .france)),
            openingHours: SyntheticHistory.hours)
        #expect(forecast.dailyMean[3] > 799)
        #expect(forecast.dailyMean[4] == 0)
    }

    @Test func openHolidaysHaveALearnedFactor() throws {
        // Easter Monday 2026-04-06 is day 91; 1 May follows the history.
        var hours = SyntheticHistory.hours
        hours.onHolidays = nil
        let forecast = forecastHistory(
            SyntheticHistory(days: 112, factors: [91: 0.4]).history(), days: 7,
            calendar: EventCalendar(holidays: HolidayCalendar(region: .france)), openingHours: hours)
        // Easter Monday shows what holidays do here, but Labour Day is another one.
        let factor = forecast.dailyMean[4] / 700
        #expect(factor > 0.4 && factor < 0.6)
        #expect(forecast.remarks.contains(.widenedBands(.unseenCauses([.holiday(.labourDay)]))))
        let effect = try #require(forecast.effects.first { $0.cause == .holiday(.easterMonday) })
        #expect(effect.days == 1 && abs(effect.factor - 0.4) < 0.03)
        let ordinary = forecast.dailyBands[0].high[1] / forecast.dailyMean[1] - 1
        #expect(forecast.dailyBands[0].high[4] / forecast.dailyMean[4] - 1 > 2 * ordinary)
    }

    @Test func handleTimesFollowTheirLevel() {
        var history = SyntheticHistory(seed: 5, handleSeconds: 240).history()
        #expect(
            forecastHistory(history, days: 5, calendar: noHolidays).handleSeconds
                .allSatisfy { $0 == 0 || abs($0 - 240) < 1e-9 })
        for index in 56 * 48..<history.handleSeconds.count where history.handleSeconds[index] != nil {
            history.handleSeconds[index] = 300
        }
        let late = forecastHistory(history, days: 5, calendar: noHolidays).handleSeconds[16]
        #expect(late > 285 && late < 305)
    }

    @Test func bandsAreNestedAndHoldTheMean() {
        let forecast = forecastHistory(SyntheticHistory(seed: 7).history(), days: 90, calendar: noHolidays)
        for (mean, bands) in [(forecast.mean, forecast.bands), (forecast.dailyMean, forecast.dailyBands)] {
            #expect(bands.map(\.probability) == [0.8, 0.95])
            for t in mean.indices {
                #expect(bands[1].low[t] <= bands[0].low[t] && bands[0].low[t] <= mean[t])
                #expect(mean[t] <= bands[0].high[t] && bands[0].high[t] <= bands[1].high[t])
            }
        }
    }

    @Test(.enabled(if: isOptimised)) func bandsCoverPoissonDaysAsPromised() {
        var inside = [0.0, 0.0]
        var counted = 0.0
        for seed in 1...40 as ClosedRange<UInt64> {
            let law = SyntheticHistory(days: 182 + 28, seed: seed)
            let all = law.history()
            var known = all
            known.offered = Array(all.offered.prefix(182 * 48))
            let forecast = forecastHistory(known, days: 28, calendar: noHolidays)
            for (index, mean) in forecast.mean.enumerated() where mean > 1 {
                guard let y = all.offered[182 * 48 + index] else { continue }
                counted += 1
                for b in 0..<2 where forecast.bands[b].low[index] <= y && y <= forecast.bands[b].high[index] {
                    inside[b] += 1
                }
            }
        }
        #expect(abs(inside[0] / counted - 0.8) < 0.02)
        #expect(abs(inside[1] / counted - 0.95) < 0.02)
    }

    static let broken: [(String, History)] = {
        let key = SyntheticHistory.key
        let monday = CivilDate(dayNumber: 20_458)
        func history(_ slot: Int, _ offered: [Double?], _ handle: [Double?] = []) -> History {
            History(
                activity: key, slotMinutes: slot, firstDay: monday, offered: offered, handleSeconds: handle)
        }
        var noLength = history(30, [5, 6, 7])
        noLength.slotMinutes = 0
        return [
            ("empty", history(30, [])),
            ("unknown", history(30, [Double?](repeating: nil, count: 480))),
            ("zeros", history(30, [Double?](repeating: 0, count: 4800))),
            ("one day", history(30, [Double?](repeating: 5, count: 48))),
            ("half a day", history(30, [Double?](repeating: 5, count: 24))),
            ("daily", history(1440, [5, 6, 7, nil, 9])),
            ("one daily", history(1440, [5])),
            ("too long slots", history(2000, [5, 6, 7])),
            ("slots of no length", noLength),
            ("odd slots", history(7, [Double?](repeating: 2, count: 205 * 20))),
            ("NaN", history(60, (0..<480).map { $0 % 3 == 0 ? .nan : $0 % 5 == 0 ? -.infinity : 4 })),
            ("negative", history(60, [Double?](repeating: -4, count: 480))),
            ("huge", history(60, (0..<480).map { $0 % 2 == 0 ? 1e300 : 9e8 })),
            ("broken handle times", history(60, [Double?](repeating: 4, count: 480), [.nan, -3, 0, 1e200])),
            ("one call", history(30, (0..<4800).map { $0 == 2000 ? 1 : 0 })),
        ]
    }()

    @Test(arguments: broken.indices, [-3, 0, 1, 35])
    func neverFailsOnBrokenInput(_ index: Int, days: Int) {
        for hours in [nil, SyntheticHistory.hours] {
            for region in [HolidayRegion.none, .france] {
                let forecast = forecastHistory(
                    HistoryForecastTests.broken[index].1, days: days,
                    calendar: EventCalendar(holidays: HolidayCalendar(region: region)), openingHours: hours)
                #expect(isSound(forecast))
                #expect(forecast.dailyMean.count == max(0, days))
            }
        }
    }

    @Test func oneDayOfHistoryStandsForEveryDay() {
        let one = SyntheticHistory(days: 1).history()
        let forecast = forecastHistory(
            one, days: 7, calendar: noHolidays, openingHours: SyntheticHistory.hours)
        for (day, total) in forecast.dailyMean.enumerated() {
            // The history's Monday, then Tuesday to Sunday and Monday again.
            let isOpen = (one.lastDay + 1 + day).weekday.rawValue < 5
            #expect(abs(total - (isOpen ? 1000 : 0)) < 1e-6)
        }
        #expect(forecast.remarks.contains(.shortHistory(days: 1)))
        #expect(forecast.accuracy == nil)
    }
}
