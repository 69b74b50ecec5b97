import Execution
import Foundation
import Queueing
import Testing

struct RetrialsTests {
    @Test(.enabled(if: ReferenceFiles.arePresent, "../shared/benchmarks/erlang is absent: skipped"))
    func referenceRows() throws {
        let rows = try ReferenceFiles.rows(of: "retrial_reference.csv")
        #expect(rows.count >= 6)
        var worst = 0.0
        for row in rows {
            let retrials = try Retrials(
                model: .erlangA(patienceSeconds: try row.number("patience_s")),
                redialShare: try row.number("redial_prob"),
                callsPerHour: try row.number("fresh_calls_per_h"),
                handleTimeSeconds: try row.number("aht_s"), agents: Int(try row.number("n")),
                thresholdSeconds: 20)
            for (value, column) in [
                (retrials.totalCallsPerHour, "total_calls_per_h"),
                (retrials.performance.abandonment, "PAb_total"),
                (retrials.lostShare, "lost_fresh_fraction"),
                (retrials.performance.serviceLevel, "SL20_total"),
            ] {
                let error = relativeError(value, try row.number(column))
                #expect(error < 1e-10, "\(column) \(value) in \(row)")
                worst = max(worst, error)
            }
        }
        print("Retrials: largest relative error \(worst)")
    }

    /// Plain iteration λ ← λ₀ + r·P(Ab)·λ reaches the same rate.
    @Test func fixedPointByIteration() throws {
        var generator = SeededGenerator(seed: 51)
        for _ in 0..<60 {
            let load = pow(10, 3 * generator.uniform() - 0.5)
            let agents = Int(load * (0.5 + generator.uniform()))
            let share = 0.9 * generator.uniform()
            let model = QueueModel.erlangA(patienceSeconds: pow(10, 3 * generator.uniform()))
            let first = load * 12
            var total = first
            for _ in 0..<2000 {
                let gone = try performance(
                    of: model, callsPerHour: total, handleTimeSeconds: 300, agents: agents,
                    thresholdSeconds: 20
                ).abandonment
                let next = first + share * gone * total
                if abs(next - total) < 1e-15 * total { break }
                total = next
            }
            let retrials = try Retrials(
                model: model, redialShare: share, callsPerHour: first, handleTimeSeconds: 300,
                agents: agents, thresholdSeconds: 20)
            #expect(relativeError(retrials.totalCallsPerHour, total) < 1e-10)
            // Customers are either served or lost.
            let served = total * (1 - retrials.performance.abandonment)
            #expect(abs(served / first + retrials.lostShare - 1) < 1e-10)
        }
    }

    @Test func edges() throws {
        func retrials(_ share: Double, calls: Double = 600, agents: Int = 10) throws -> Retrials {
            try Retrials(
                model: .erlangA(patienceSeconds: 60), redialShare: share, callsPerHour: calls,
                handleTimeSeconds: 120, agents: agents, thresholdSeconds: 20)
        }
        let none = try retrials(0)
        #expect(none.totalCallsPerHour == 600)
        #expect(none.lostShare == none.performance.abandonment)
        // Without agents everyone calls until luck ends.
        let nobody = try retrials(0.5, agents: 0)
        #expect(nobody.totalCallsPerHour == 1200 && nobody.lostShare == 1)
        #expect(try retrials(0.5, calls: 0).lostShare == 0)
        var last = 0.0
        for share in [0, 0.1, 0.5, 0.9, 0.99, 0.999_999] {
            let here = try retrials(share)
            #expect(here.totalCallsPerHour > last)
            #expect(here.totalCallsPerHour <= 600 / (1 - share) * (1 + 1e-12))
            #expect(here.lostShare >= 0 && here.lostShare <= 1)
            last = here.totalCallsPerHour
        }
        for share in [-0.1, 1, .nan] {
            #expect(throws: QueueingError.self) { try retrials(share) }
        }
        // Nobody abandons, nobody calls again.
        let patient = try Retrials(
            model: .erlangC, redialShare: 0.5, callsPerHour: 100, handleTimeSeconds: 120, agents: 5,
            thresholdSeconds: 20)
        #expect(patient.totalCallsPerHour == 100 && patient.lostShare == 0)
    }
}
