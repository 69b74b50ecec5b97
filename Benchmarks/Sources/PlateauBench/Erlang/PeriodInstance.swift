import Foundation
import Queueing

/// A month staffed to 80 % in 20 s over the month as a whole.
enum PeriodInstance {
    static func measure(atLeast seconds: Double) throws -> Measurement {
        var intervals: [PeriodInterval] = []
        // 26 days of 13 hours in quarters, two peaks a day, up to 60 erlangs.
        for day in 0..<26 {
            for quarter in 0..<52 {
                let hour = Double(quarter) / 4
                let shape =
                    0.2 + 0.8 * exp(-pow((hour - 3) / 2, 2)) + 0.6 * exp(-pow((hour - 8) / 2.5, 2))
                let weekday = 1 - 0.08 * Double(day % 6)
                intervals.append(try PeriodInterval(calls: 180 * shape * weekday))
            }
        }
        let best = try Measurement.best(atLeast: seconds) {
            try smallestPeriodStaffing(share: 0.8, intervals: intervals) { interval, agents in
                let service = try performance(
                    of: .erlangA(patienceSeconds: 180), callsPerHour: 4 * intervals[interval].calls,
                    handleTimeSeconds: 300, agents: agents, thresholdSeconds: 20)
                return (service.serviceLevel, 1)
            }
        }
        var measurement = Measurement(suite: "erlang", instance: "a-month", seconds: best.seconds)
        measurement.count = intervals.count
        measurement.objective = best.result.cost
        measurement.bound = best.result.bound
        return measurement
    }
}
