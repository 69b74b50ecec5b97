import Execution
import Forecasting
import Foundation
import SampleData
import Workforce

/// Shares of actual values inside the bands, on queues of known law, twelve weeks ahead.
struct LawCoverage: Encodable {
    /// By level (slot, day, week), then by distance: % inside the 80 % and the 95 % band.
    struct Row: Encodable {
        let level: String
        let distance: String
        let values: Int
        let inside80: Double
        let inside95: Double
    }

    let queues: Int
    let rows: [Row]

    static let distances = ["1 d", "2-7 d", "8-28 d", "29-84 d", "pooled"]
    private static let later = 84

    init(queues: Int, threads: Int) {
        self.queues = queues
        let counts = orderedParallelMap(Array(1...queues), threads: threads) { LawCoverage.counts(seed: $0) }
        var sums = [[Count]](repeating: [Count](repeating: Count(), count: 5), count: 3)
        for count in counts {
            for level in 0..<3 {
                for distance in 0..<4 {
                    sums[level][distance].add(count[level][distance])
                    sums[level][4].add(count[level][distance])
                }
            }
        }
        rows = zip(["slot", "day", "week"], sums).flatMap { level, counts in
            zip(LawCoverage.distances, counts).filter { $1.values > 0 }.map { distance, count in
                Row(
                    level: level, distance: distance, values: count.values,
                    inside80: 100 * Double(count.inside[0]) / Double(count.values),
                    inside95: 100 * Double(count.inside[1]) / Double(count.values))
            }
        }
    }

    private struct Count: Sendable {
        var inside = [0, 0]
        var values = 0

        mutating func add(_ other: Count) {
            for band in 0..<2 { inside[band] += other.inside[band] }
            values += other.values
        }

        mutating func add(_ value: Double, _ bounds: [(Double, Double)]) {
            values += 1
            for band in 0..<2 where bounds[band].0 <= value && value <= bounds[band].1 { inside[band] += 1 }
        }
    }

    private static func distance(_ lead: Int) -> Int { lead <= 1 ? 0 : lead <= 7 ? 1 : lead <= 28 ? 2 : 3 }

    private static func counts(seed: Int) -> [[Count]] {
        let law = CallLaw(seed: UInt64(seed), later: later)
        let forecast = forecastHistory(
            law.known, days: later, calendar: EventCalendar(holidays: HolidayCalendar(region: .none)))
        let slots = law.history.slotsPerDay
        var counts = [[Count]](repeating: [Count](repeating: Count(), count: 4), count: 3)
        var week = 0.0
        for day in 0..<later {
            let row = law.history.offered[(law.knownDays + day) * slots..<(law.knownDays + day + 1) * slots]
            let bucket = distance(day + 1)
            for (slot, value) in row.enumerated() {
                let index = day * slots + slot
                guard let value, forecast.mean[index] > 1 else { continue }
                counts[0][bucket].add(value, forecast.bands.map { ($0.low[index], $0.high[index]) })
            }
            let total = row.reduce(0) { $0 + ($1 ?? 0) }
            week += total
            if forecast.dailyMean[day] > 1 {
                counts[1][bucket].add(total, forecast.dailyBands.map { ($0.low[day], $0.high[day]) })
            }
            if day % 7 == 6 {
                let bounds = forecast.weeks[day / 7]
                counts[2][bucket].add(
                    week, [(bounds.low80, bounds.high80), (bounds.low95, bounds.high95)])
                week = 0
            }
        }
        return counts
    }

    var table: String {
        let lines = rows.map { row in
            String(
                format: "%@ %@: %.1f %% inside 80 %%, %.1f %% inside 95 %% (%ld values)", row.level,
                row.distance, row.inside80, row.inside95, row.values)
        }
        return (["forecast coverage on \(queues) queues of known law"] + lines).joined(separator: "\n")
    }
}
