import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct JudgePastTests {
    private static let calendar = EventCalendar(holidays: HolidayCalendar(region: .none))

    private static func report(_ history: History) -> AccuracyReport? {
        forecastHistory(history, days: 7, calendar: calendar, options: ForecastOptions(judged: true)).report
    }

    @Test func everyDistanceIsJudged() throws {
        let report = try #require(JudgePastTests.report(SyntheticHistory(days: 364, seed: 1).history()))
        #expect(report.day.map(\.leads) == [1...1, 2...7, 8...28, 29...84, 85...546])
        for horizon in report.day + report.slot {
            #expect(horizon.count > 0 && horizon.wape > 0 && horizon.rmse > 0 && horizon.quantileLoss > 0)
            #expect(horizon.coverage95 >= horizon.coverage80)
            // Poisson counts of a known profile: nothing beats averaging.
            #expect(horizon.wape < horizon.naiveWAPE && horizon.wape < horizon.meanOfEightWAPE * 1.02)
            #expect(abs(horizon.bias) < 0.02)
            // The quantiles of a good forecast lose less than its mean alone would.
            #expect(horizon.quantileLoss < horizon.wape)
        }
        let mase = try #require(report.day[1].mase)
        #expect(mase > 0.5 && mase < 0.85)
    }

    /// A Poisson count of mean μ has a mean absolute error of √(2μ/π).
    @Test func errorsAreThoseOfTheLaw() throws {
        let report = try #require(JudgePastTests.report(SyntheticHistory(days: 364, seed: 2).history()))
        let law = SyntheticHistory().weekday.filter { $0 > 0 }
        let expected = law.reduce(0) { $0 + (2 * $1 / Double.pi).squareRoot() } / law.reduce(0, +)
        #expect(abs(report.day[0].wape / expected - 1) < 0.3)
        #expect(abs(report.day[2].wape / expected - 1) < 0.3)
    }

    @Test func anExactHistoryIsForecastExactly() throws {
        let report = try #require(JudgePastTests.report(SyntheticHistory(days: 182).history()))
        for horizon in report.day { #expect(horizon.wape < 1e-9 && horizon.coverage80 == 1) }
        #expect(report.day[0].mase == nil)
    }

    @Test func theLastWeeksAreShownInOrder() throws {
        let history = SyntheticHistory(days: 364, seed: 3).history()
        let report = try #require(JudgePastTests.report(history))
        #expect(report.recent.map(\.date) == report.recent.map(\.date).sorted())
        #expect(report.recent.count > 20)
        for day in report.recent {
            #expect(day.lead <= 7 && day.date > history.lastDay - 42)
            #expect(day.low95 <= day.low80 && day.low80 <= day.mean && day.mean <= day.high80)
        }
    }

    @Test func theWorstDaysHaveTheirCause() throws {
        // A lone peak, and a level that changes for good.
        let factors: [Int: Double?] = [281: 2]
        let peak = try #require(
            JudgePastTests.report(SyntheticHistory(days: 364, seed: 4, factors: factors).history()))
        let first = try #require(peak.worst.first)
        #expect(first.date == SyntheticHistory().firstDay + 281 && first.cause == .isolated)
        let shifted = Dictionary(uniqueKeysWithValues: (280..<364).map { ($0, Optional(1.6)) })
        let shift = try #require(
            JudgePastTests.report(SyntheticHistory(days: 364, seed: 4, factors: shifted).history()))
        #expect(shift.worst.contains { $0.cause == .levelChange })
        #expect(Set(peak.worst.map(\.date)).count == peak.worst.count)
    }

    @Test(arguments: [0, 1, 3]) func tooShortAHistoryIsNotJudged(_ days: Int) {
        #expect(JudgePastTests.report(SyntheticHistory(days: days).history()) == nil)
    }
}
