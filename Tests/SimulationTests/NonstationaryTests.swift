import Execution
import Foundation
import Queueing
import Simulation
import Testing

/// A day's profile of calls against published runs of the same day: a bank's Mondays, rates linear
/// between slot centres, Erlang A with patience 180 s, 80 % within 20 s, empty at opening.
@Suite struct NonstationaryTests {
    static let slotSeconds = 1800.0

    /// Mean calls per half hour of a Monday from 7:00 to 21:00.
    static func mondayProfile() throws -> [Double] {
        var counts: [String: [String: Double]] = [:]
        for row in try ReferenceFiles.rows(of: "bank_calls/bank2003_30min.csv") {
            let parts = (row["ts"] ?? "").split(separator: " ").map(String.init)
            try #require(parts.count == 2)
            counts[parts[0], default: [:]][parts[1]] = try row.number("calls")
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let mondays = try counts.filter { entry in
            let date = try #require(try? Date("\(entry.key)T12:00:00Z", strategy: .iso8601))
            return calendar.component(.weekday, from: date) == 2
        }
        return (0..<28).map { slot in
            let name = String(format: "%02d:%02d:00", 7 + slot / 2, slot % 2 * 30)
            let known = mondays.values.compactMap { $0[name] }
            return known.reduce(0, +) / Double(max(1, known.count))
        }
    }

    struct Day {
        /// Calls per hour at slot centres.
        var centres: [Double]
        var handleSeconds: Double

        init(profile: [Double], handleSeconds: Double, peakLoad: Double) throws {
            let most = try #require(profile.max())
            centres = profile.map { $0 / most * peakLoad * 3600 / handleSeconds }
            self.handleSeconds = handleSeconds
        }

        func callsPerHour(at seconds: Double) -> Double {
            let place = seconds / slotSeconds - 0.5
            let low = min(max(0, Int(place.rounded(.down))), centres.count - 2)
            let share = min(1, max(0, place - Double(low)))
            return centres[low] + share * (centres[low + 1] - centres[low])
        }

        /// Largest load of each slot: of calls × handle time, or with the memory of m′ = λ − μm
        /// (Jennings et al. 1996) by small Euler steps.
        func slotMaxima(withMemory: Bool) -> [Double] {
            var maxima = [Double](repeating: 0, count: centres.count)
            var inService = 0.0
            for step in 0..<centres.count * 1800 {
                let rate = callsPerHour(at: Double(step) + 0.5) / 3600
                inService += rate - inService / handleSeconds
                let load = withMemory ? inService : rate * handleSeconds
                maxima[step / 1800] = max(maxima[step / 1800], load)
            }
            return maxima
        }

        func staffing(withMemory: Bool) throws -> [Int] {
            try slotMaxima(withMemory: withMemory).map { load in
                var agents = 0
                while try performance(
                    of: .erlangA(patienceSeconds: 180), callsPerHour: load * 3600 / handleSeconds,
                    handleTimeSeconds: handleSeconds, agents: agents, thresholdSeconds: 20
                ).serviceLevel < 0.8 { agents += 1 }
                return agents
            }
        }

        func simulated(agents: [Int], days: Int) -> [SlotCounts] {
            let last = Double(centres.count) * slotSeconds
            let points = [0] + centres.indices.map { (Double($0) + 0.5) * slotSeconds } + [last]
            let queue = SingleQueue(
                arrivals: ArrivalProfile(callsPerHour: points.map(callsPerHour), at: points),
                handleSeconds: handleSeconds, patienceSeconds: 180, agents: agents + [0],
                slotSeconds: slotSeconds, thresholdSeconds: 20)
            let runs = orderedParallelMap(Array(1...days), threads: 2) {
                simulate(queue, seed: UInt64($0)).slots
            }
            return centres.indices.map { slot in runs.reduce(into: SlotCounts()) { $0 += $1[slot] } }
        }
    }

    static let cases = [(300.0, 20.0), (300, 100), (1200, 20), (1200, 100)]

    @Test(.enabled(if: ReferenceFiles.arePresent, "shared benchmarks absent"), arguments: cases)
    func dayProfilesMeetPublishedRuns(_ handleSeconds: Double, _ peakLoad: Double) throws {
        let day = try Day(profile: Self.mondayProfile(), handleSeconds: handleSeconds, peakLoad: peakLoad)
        let rows = try ReferenceFiles.rows(of: "erlang/nonstationary_anchors.csv").filter {
            try $0.number("aht") == handleSeconds && $0.number("peak_erl") == peakLoad
        }
        for (rule, withMemory) in [("SIPP max", false), ("MOL max", true)] {
            let row = try #require(rows.first { $0["rule"] == rule })
            let agents = try day.staffing(withMemory: withMemory)
            let published = try row.number("agent_intervals")
            #expect(abs(Double(agents.reduce(0, +)) - published) <= 0.0025 * published, "\(rule)")
            let slots = day.simulated(agents: agents, days: peakLoad == 100 ? 300 : 800)
            let all = slots.reduce(into: SlotCounts()) { $0 += $1 }
            let level = 100 * Double(all.answeredInTime) / Double(all.offered)
            let worst = slots.map { 100 * Double($0.answeredInTime) / Double($0.offered) }.min() ?? 0
            let lost = 100 * Double(all.abandoned) / Double(all.offered)
            #expect(abs(level - (try row.number("SL"))) < 1, "\(rule): \(level)")
            #expect(abs(worst - (try row.number("minSL"))) < 2, "\(rule): \(worst)")
            #expect(abs(lost - (try row.number("Ab"))) < 0.5, "\(rule): \(lost)")
        }
    }
}
