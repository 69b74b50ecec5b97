import Foundation
import SampleData
import Testing
import Workforce

@testable import Forecasting

/// Bands on queues of known law; `plateau-bench forecast --laws 200` has more of them.
@Suite struct LawCoverageTests {
    @Test(.enabled(if: isOptimised)) func bandsCoverWhatTheyPromise() {
        var inside = [[0.0, 0], [0, 0], [0, 0]]
        var counts = [0.0, 0, 0]
        func add(_ level: Int, _ value: Double, _ bounds: [(Double, Double)]) {
            counts[level] += 1
            for band in 0..<2 where bounds[band].0 <= value && value <= bounds[band].1 {
                inside[level][band] += 1
            }
        }
        for seed in 1...100 as ClosedRange<UInt64> {
            let law = CallLaw(seed: seed, later: 28)
            let forecast = forecastHistory(
                law.known, days: 28, calendar: EventCalendar(holidays: HolidayCalendar(region: .none)))
            for (index, mean) in forecast.mean.enumerated() where mean > 1 {
                guard let value = law.history.offered[law.knownDays * 48 + index] else { continue }
                add(0, value, forecast.bands.map { ($0.low[index], $0.high[index]) })
            }
            for week in 0..<4 {
                var sum = 0.0
                for day in week * 7..<week * 7 + 7 {
                    let first = (law.knownDays + day) * 48
                    let total = law.history.offered[first..<first + 48].reduce(0) { $0 + ($1 ?? 0) }
                    sum += total
                    guard forecast.dailyMean[day] > 1 else { continue }
                    add(1, total, forecast.dailyBands.map { ($0.low[day], $0.high[day]) })
                }
                let bounds = forecast.weeks[week]
                add(2, sum, [(bounds.low80, bounds.high80), (bounds.low95, bounds.high95)])
            }
        }
        // Days of one queue share what chance made of their level: weeks are few.
        for (level, tolerance) in [0.02, 0.025, 0.05].enumerated() {
            #expect(abs(inside[level][0] / counts[level] - 0.8) < tolerance)
            #expect(abs(inside[level][1] / counts[level] - 0.95) < tolerance)
        }
    }
}
