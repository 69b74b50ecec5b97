import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct LongTermModelTests {
    private static let calendar = EventCalendar(holidays: HolidayCalendar(region: .none))

    @Test func aYearsGrowthIsCarriedOn() {
        let growth = pow(1.03, 12 / 365.25)
        let law = SyntheticHistory(days: 728, growth: growth, seed: 6)
        let forecast = forecastHistory(law.history(), days: 364, calendar: LongTermModelTests.calendar)
        for quarter in 0..<4 {
            let days = quarter * 91..<(quarter + 1) * 91
            let actual = days.map { law.dayMean(728 + $0) }.reduce(0, +)
            #expect(abs(forecast.dailyMean[days].reduce(0, +) / actual - 1) < 0.1)
        }
    }

    @Test func seasonsReturn() {
        // ±25 % over the year, two years known; the third is forecast by quarter.
        func season(_ day: Int) -> Double { 1 + 0.25 * sin(2 * .pi * Double(day) / 365.25) }
        var law = SyntheticHistory(days: 735, seed: 7)
        for day in 0..<735 { law.factors[day] = season(day) }
        let forecast = forecastHistory(law.history(), days: 364, calendar: LongTermModelTests.calendar)
        for quarter in 0..<4 {
            let days = quarter * 91..<(quarter + 1) * 91
            let actual = days.map { law.dayMean(735 + $0) * season(735 + $0) }.reduce(0, +)
            #expect(abs(forecast.dailyMean[days].reduce(0, +) / actual - 1) < 0.06)
        }
    }

    @Test func aSteadyLineStaysSteady() {
        let law = SyntheticHistory(days: 728, seed: 8)
        let forecast = forecastHistory(law.history(), days: 546, calendar: LongTermModelTests.calendar)
        for week in forecast.weeks {
            #expect(abs(week.mean / 4200 - 1) < 0.03)
            #expect(week.low80 < 4200 && 4200 < week.high95)
        }
        #expect(forecast.weeks.count == 78 && forecast.weeks.allSatisfy { $0.days == 7 })
    }

    @Test func beyondWhatWasJudgedIsSaid() {
        let law = SyntheticHistory(days: 182, seed: 9)
        let forecast = forecastHistory(law.history(), days: 182, calendar: LongTermModelTests.calendar)
        #expect(
            forecast.remarks.contains { if case .widenedBands(.beyondTrials) = $0 { true } else { false } })
        let (near, far) = (forecast.weeks[3], forecast.weeks[25])
        #expect(far.high80 - far.mean > near.high80 - near.mean)
    }
}
