import Testing
import Workforce

@testable import Forecasting

@Suite struct LevelShiftTests {
    private static let calendar = EventCalendar(holidays: HolidayCalendar(region: .none))

    /// A step on day 154, a Monday, known for some days.
    @Test(arguments: [1.4, 0.7], [6, 12, 26]) func aStepIsFollowedWithinDays(
        _ factor: Double, days: Int
    ) throws {
        let factors = Dictionary(uniqueKeysWithValues: (154..<154 + days).map { ($0, Optional(factor)) })
        let law = SyntheticHistory(days: 154 + days, seed: 4, factors: factors)
        let forecast = forecastHistory(law.history(), days: 14, calendar: LevelShiftTests.calendar)
        let expected = (0..<14).reduce(0) { $0 + factor * law.dayMean(154 + days + $1) }
        #expect(abs(forecast.dailyMean.reduce(0, +) / expected - 1) < 0.04)
        let shift = try #require(
            forecast.remarks.compactMap { remark -> (CivilDate, Double)? in
                if case .levelChanged(let from, let found) = remark { (from, found) } else { nil }
            }.first)
        #expect(shift.0 == law.firstDay + 154 && abs(shift.1 / factor - 1) < 0.06)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func chanceIsNoStep(_ seed: UInt64) {
        let forecast = forecastHistory(
            SyntheticHistory(days: 182, seed: seed).history(), days: 7, calendar: LevelShiftTests.calendar)
        #expect(
            !forecast.remarks.contains { if case .levelChanged = $0 { true } else { false } })
    }

    @Test func twoDaysAreNoLevel() {
        let law = SyntheticHistory(days: 156, seed: 4, factors: [154: 1.4, 155: 1.4])
        let forecast = forecastHistory(law.history(), days: 7, calendar: LevelShiftTests.calendar)
        #expect(abs(forecast.dailyMean.reduce(0, +) / 4200 - 1) < 0.06)
    }
}
