import Execution
import Foundation
import Testing
import Workforce

@testable import Forecasting

private let noHolidays = EventCalendar(holidays: HolidayCalendar(region: .none))

@Suite struct ForecastPitfallTests {
    private func total(_ history: SyntheticHistory, days: Int) -> Double {
        forecastHistory(history.history(), days: days, calendar: noHolidays).dailyMean.reduce(0, +)
    }

    @Test(arguments: [40, 83, 144, 180]) func aTenfoldDayTeachesNothing(_ day: Int) {
        let plain = total(SyntheticHistory(days: 182, seed: 3), days: 28)
        let disturbed = total(SyntheticHistory(days: 182, seed: 3, factors: [day: 10]), days: 28)
        #expect(abs(disturbed / plain - 1) < 0.02)
    }

    @Test(arguments: [0.6, 1.5]) func aNewLevelIsFollowed(_ factor: Double) {
        let factors = Dictionary(uniqueKeysWithValues: (140..<182).map { ($0, Optional(factor)) })
        let week = total(SyntheticHistory(days: 182, seed: 4, factors: factors), days: 7)
        #expect(abs(week / (4200 * factor) - 1) < 0.06)
    }

    @Test func aTrendOfThreePerCentAMonthIsFollowed() {
        let growth = pow(1.03, 12 / 365.25)
        let law = SyntheticHistory(days: 364, growth: growth, seed: 6)
        let actual = (364..<392).map(law.dayMean).reduce(0, +)
        #expect(abs(total(law, days: 28) / actual - 1) < 0.03)
    }

    @Test func saturdaysOpenedHalfWayAreForecast() {
        var law = SyntheticHistory(days: 182, weekday: [1000, 900, 800, 800, 700, 300, 0], seed: 7)
        for day in 0..<91 where day % 7 == 5 { law.factors[day] = Double?.none }
        let forecast = forecastHistory(law.history(), days: 14, calendar: noHolidays)
        for saturday in [5, 12] { #expect(abs(forecast.dailyMean[saturday] / 300 - 1) < 0.1) }
        #expect(forecast.dailyMean[6] == 0)
    }

    @Test func dailyHistoriesAreForecastByTheSameMethod() {
        let law = SyntheticHistory(days: 182, slotMinutes: 1440, seed: 9)
        let forecast = forecastHistory(law.history(), days: 7, calendar: noHolidays)
        for day in 0..<5 { #expect(abs(forecast.mean[day] / law.weekday[day] - 1) < 0.04) }
        #expect(forecast.mean[5] == 0)
    }

    @Test func zerosStayZero() {
        let history = History(
            activity: SyntheticHistory.key, slotMinutes: 30, firstDay: CivilDate(dayNumber: 20_458),
            offered: [Double?](repeating: 0, count: 90 * 48))
        let forecast = forecastHistory(history, days: 14, calendar: noHolidays)
        #expect(forecast.mean.allSatisfy { $0 == 0 })
    }

    /// Days of Poisson counts whose rate is the day's mean times a gamma factor of CV 8 %.
    @Test(.enabled(if: isOptimised)) func bandsCoverGammaDaysAsPromised() {
        var slotInside = [0.0, 0.0]
        var dayInside = [0.0, 0.0]
        var slots = 0.0
        var days = 0.0
        for seed in 1...40 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var law = SyntheticHistory(days: 182 + 28, seed: seed)
            for day in 0..<law.days { law.factors[day] = gamma(1 / (0.08 * 0.08), &generator) * 0.08 * 0.08 }
            let all = law.history()
            var known = all
            known.offered = Array(all.offered.prefix(182 * 48))
            let forecast = forecastHistory(known, days: 28, calendar: noHolidays)
            for day in 0..<28 where day % 7 < 5 {
                var total = 0.0
                for slot in 0..<48 {
                    guard let y = all.offered[(182 + day) * 48 + slot] else { continue }
                    total += y
                    slots += 1
                    for b in 0..<2
                    where forecast.bands[b].low[day * 48 + slot] <= y
                        && y <= forecast.bands[b].high[day * 48 + slot]
                    {
                        slotInside[b] += 1
                    }
                }
                days += 1
                for b in 0..<2
                where forecast.dailyBands[b].low[day] <= total && total <= forecast.dailyBands[b].high[day] {
                    dayInside[b] += 1
                }
            }
        }
        for (b, level) in [0.8, 0.95].enumerated() {
            #expect(abs(slotInside[b] / slots - level) < 0.03)
            #expect(abs(dayInside[b] / days - level) < 0.05)
        }
    }

    /// Gamma of the given shape and scale 1 (Marsaglia & Tsang 2000).
    private func gamma(_ shape: Double, _ generator: inout SeededGenerator) -> Double {
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = generator.normal()
            let v = pow(1 + c * x, 3)
            if v > 0, log(generator.uniform()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
    }
}
