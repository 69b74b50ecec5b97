import Execution
import Foundation
import Queueing
import Testing

struct GeneralPatienceQueueTests {
    @Test(.enabled(if: ReferenceFiles.arePresent, "../shared/benchmarks/erlang is absent: skipped"))
    func referenceRows() throws {
        let rows = try ReferenceFiles.rows(of: "erlang_reference.csv").filter {
            ($0["model"] ?? "").hasPrefix("MMn+")
        }
        #expect(rows.count >= 4)
        var worst = 0.0
        for row in rows {
            let patience = try row.number("patience_s")
            let law: PatienceDistribution
            switch row["model"] {
            case "MMn+det": law = .deterministic(seconds: patience)
            case "MMn+unif": law = .uniform(upToSeconds: patience)
            case "MMn+weib2": law = .weibull(scaleSeconds: patience, shape: 2)
            default: Issue.record("unknown law in \(row)"); continue
            }
            let queue = try GeneralPatienceQueue(
                callsPerHour: try row.number("calls_per_h"),
                handleTimeSeconds: try row.number("aht_s"), patience: law,
                agents: Int(try row.number("n")))
            let level = try queue.serviceLevel(withinSeconds: try row.number("T_s"))
            for (value, column) in [
                (queue.waitProbability, "PW"), (queue.abandonment, "PAb"),
                (queue.averageSpeedOfAnswerSeconds, "ASA_s"), (level, "SL"), (queue.occupancy, "occ"),
                (queue.offeredLoad, "a"),
            ] {
                let error = relativeError(value, try row.number(column))
                #expect(error < 1e-11, "\(column) \(value) in \(row)")
                worst = max(worst, error)
            }
        }
        print("M/M/n+G: largest relative error \(worst)")
    }

    /// Every result, on loads from 0.03 to 30,000 erlangs and patience from ms to years.
    @Test func exponentialPatienceIsErlangA() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<400 {
            let handleTime = pow(10, 1 + 2 * generator.uniform())
            let load = pow(10, 6 * generator.uniform() - 1.5)
            let calls = load * 3600 / handleTime
            let agents = 1 + Int(load * (0.3 + 1.4 * generator.uniform())) + generator.below(3)
            let patience = pow(10, 10 * generator.uniform() - 3)
            let threshold = generator.below(5) == 0 ? 0 : pow(10, 3 * generator.uniform())
            let known = try ErlangA(
                callsPerHour: calls, handleTimeSeconds: handleTime, patienceSeconds: patience,
                agents: agents)
            let queue = try GeneralPatienceQueue(
                callsPerHour: calls, handleTimeSeconds: handleTime,
                patience: .exponential(meanSeconds: patience), agents: agents)
            let pairs = [
                (queue.waitProbability, known.waitProbability),
                (queue.abandonment, known.abandonment),
                (queue.averageSpeedOfAnswerSeconds, known.averageSpeedOfAnswerSeconds),
                (
                    queue.averageSpeedOfAnswerOfAnsweredSeconds,
                    known.averageSpeedOfAnswerOfAnsweredSeconds
                ),
                (queue.occupancy, known.occupancy),
                (
                    try queue.serviceLevel(withinSeconds: threshold),
                    try known.serviceLevel(withinSeconds: threshold)
                ),
                (
                    try queue.virtualServiceLevel(withinSeconds: threshold),
                    try known.virtualServiceLevel(withinSeconds: threshold)
                ),
                (
                    try queue.waitProbability(longerThanSeconds: threshold),
                    try known.waitProbability(longerThanSeconds: threshold)
                ),
                (
                    try queue.abandonment(withinSeconds: threshold),
                    try known.abandonment(withinSeconds: threshold)
                ),
            ]
            for (index, pair) in pairs.enumerated() {
                let close = relativeError(pair.0, pair.1) < 1e-9 || abs(pair.0 - pair.1) < 1e-18
                #expect(
                    close,
                    "result \(index): \(pair) at load \(load), \(agents) agents, AHT \(handleTime), patience \(patience), T \(threshold)"
                )
            }
        }
    }

    /// Two shapes of one law.
    @Test func weibullOfShapeOneIsExponential() throws {
        let exponential = try GeneralPatienceQueue(
            callsPerHour: 1200, handleTimeSeconds: 300, patience: .exponential(meanSeconds: 180), agents: 95)
        let weibull = try GeneralPatienceQueue(
            callsPerHour: 1200, handleTimeSeconds: 300,
            patience: .weibull(scaleSeconds: 180, shape: 1), agents: 95)
        #expect(relativeError(weibull.abandonment, exponential.abandonment) < 1e-12)
        #expect(
            relativeError(
                weibull.averageSpeedOfAnswerSeconds, exponential.averageSpeedOfAnswerSeconds) < 1e-12)
    }

    static let laws: [PatienceDistribution] = [
        .exponential(meanSeconds: 60), .deterministic(seconds: 45), .uniform(upToSeconds: 100),
        .weibull(scaleSeconds: 70, shape: 2.5), .weibull(scaleSeconds: 40, shape: 0.4),
        .lognormal(meanSeconds: 80, variation: 1.5), .lognormal(meanSeconds: 50, variation: 0.2),
    ]

    /// A first-come-first-served floor played call by call.
    @Test(arguments: laws) func simulation(patience: PatienceDistribution) throws {
        var generator = SeededGenerator(seed: 42)
        func exponential() -> Double { -log(1 - generator.uniform()) }
        let calls = 300_000
        let agents = 4
        var free = [Double](repeating: 0, count: agents)
        var time = 0.0
        var (waits, gone, inTime, goneShort, waited, answeredWait) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        for _ in 0..<calls {
            time += exponential() * 3600 / 72
            let first = try #require(free.indices.min { free[$0] < free[$1] })
            let wait = max(0, free[first] - time)
            let patient = draw(patience) { generator.uniform() }
            if wait > 0 { waits += 1 }
            waited += min(wait, patient)
            if wait >= patient {
                gone += 1
                if patient <= 20 { goneShort += 1 }
            } else {
                if wait <= 20 { inTime += 1 }
                answeredWait += wait
                free[first] = time + wait + exponential() * 200
            }
        }
        let n = Double(calls)
        let queue = try GeneralPatienceQueue(
            callsPerHour: 72, handleTimeSeconds: 200, patience: patience, agents: agents)
        // Some five standard errors of correlated calls.
        #expect(abs(queue.waitProbability - waits / n) < 0.012)
        #expect(abs(queue.abandonment - gone / n) < 0.012)
        #expect(abs(queue.averageSpeedOfAnswerSeconds - waited / n) < 0.6)
        #expect(abs(queue.averageSpeedOfAnswerOfAnsweredSeconds - answeredWait / (n - gone)) < 0.6)
        #expect(abs(try queue.serviceLevel(withinSeconds: 20) - inTime / n) < 0.012)
        #expect(abs(try queue.abandonment(withinSeconds: 20) - goneShort / n) < 0.01)
    }

    private func draw(_ law: PatienceDistribution, _ uniform: () -> Double) -> Double {
        switch law {
        case .exponential(let mean): return -mean * log(1 - uniform())
        case .deterministic(let time): return time
        case .uniform(let end): return end * uniform()
        case .weibull(let scale, let shape): return scale * pow(-log(1 - uniform()), 1 / shape)
        case .lognormal(let mean, let variation):
            let variance = log(1 + variation * variation)
            let normal = (-2 * log(1 - uniform())).squareRoot() * cos(2 * .pi * uniform())
            return mean * exp(normal * variance.squareRoot() - variance / 2)
        }
    }

    @Test(arguments: laws) func identitiesAndMonotony(patience: PatienceDistribution) throws {
        for calls in [1.0, 30, 72, 300, 90_000] {
            var last: GeneralPatienceQueue?
            for agents in [1, 2, 3, 4, 5, 8, 20, 100, 4000, 5200] {
                let queue = try GeneralPatienceQueue(
                    callsPerHour: calls, handleTimeSeconds: 200, patience: patience, agents: agents)
                let place: Comment = "\(calls) \(agents)"
                for seconds in [0.0, 10, 45, 100, 500, .infinity] {
                    let served = try queue.serviceLevel(withinSeconds: seconds)
                    let gone = try queue.abandonment(withinSeconds: seconds)
                    let waiting = try queue.waitProbability(longerThanSeconds: seconds)
                    #expect(abs(served + gone + waiting - 1) < 1e-11, place)
                    #expect(try queue.virtualServiceLevel(withinSeconds: seconds) >= served - 1e-12)
                    if let last {
                        #expect(served >= (try last.serviceLevel(withinSeconds: seconds)) - 1e-11, place)
                    }
                }
                // Busy agents two ways, and the mean wait of all as patience or answer ends it.
                let busy = queue.offeredLoad * (1 - queue.abandonment)
                #expect(abs(busy - queue.occupancy * Double(agents)) < 1e-9 * queue.offeredLoad, place)
                if let last {
                    #expect(queue.abandonment <= last.abandonment + 1e-12, place)
                    #expect(
                        queue.averageSpeedOfAnswerSeconds
                            <= last.averageSpeedOfAnswerSeconds * (1 + 1e-10), place)
                }
                last = queue
            }
        }
    }

    @Test func limitsOfPatience() throws {
        let blocking = try ErlangB.blocking(agents: 10, offeredLoad: 8)
        let erlangC = try ErlangC(callsPerHour: 160, handleTimeSeconds: 180, agents: 10)
        for scale in [0.0, 1e-300, 1e-90, 1e-11] {
            for law in Self.scaled(by: scale) {
                let queue = try GeneralPatienceQueue(
                    callsPerHour: 160, handleTimeSeconds: 180, patience: law, agents: 10)
                #expect(relativeError(queue.abandonment, blocking) < 1e-7, "\(law)")
                #expect(relativeError(try queue.serviceLevel(withinSeconds: 20), 1 - blocking) < 1e-7)
            }
        }
        for scale in [1e12, 1e30, 1e99, 1e200, .infinity] {
            for law in Self.scaled(by: scale) {
                let queue = try GeneralPatienceQueue(
                    callsPerHour: 160, handleTimeSeconds: 180, patience: law, agents: 10)
                #expect(relativeError(queue.waitProbability, erlangC.waitProbability) < 2e-2, "\(law)")
                if case .weibull(_, 0.4) = law, scale < 1e30 { continue }
                let level = try queue.serviceLevel(withinSeconds: 20)
                #expect(
                    relativeError(level, try erlangC.serviceLevel(withinSeconds: 20)) < 1e-6, "\(law)")
            }
        }
        let nobody = try GeneralPatienceQueue(
            callsPerHour: 160, handleTimeSeconds: 180, patience: .uniform(upToSeconds: 60), agents: 0)
        #expect(nobody.abandonment == 1 && nobody.averageSpeedOfAnswerSeconds == 30)
        #expect(try nobody.serviceLevel(withinSeconds: 20) == 0)
        #expect(relativeError(try nobody.abandonment(withinSeconds: 20), 1 / 3.0) < 1e-15)
    }

    static func scaled(by seconds: Double) -> [PatienceDistribution] {
        [
            .exponential(meanSeconds: seconds), .deterministic(seconds: seconds),
            .uniform(upToSeconds: seconds), .weibull(scaleSeconds: seconds, shape: 2.5),
            .weibull(scaleSeconds: seconds, shape: 0.4), .lognormal(meanSeconds: seconds, variation: 1.5),
            .lognormal(meanSeconds: seconds, variation: 0),
        ]
    }

    /// Where everybody waits and load balances by patience: n/a of the calls are served.
    @Test func hundredThousandAgentsOverloaded() throws {
        for law in Self.laws {
            let queue = try GeneralPatienceQueue(
                callsPerHour: 2_400_000, handleTimeSeconds: 300, patience: law, agents: 100_000)
            #expect(abs(queue.abandonment - 0.5) < 1e-6, "\(law)")
            #expect(queue.occupancy > 0.999_999)
            // The offered wait settles where half of the callers are still there.
            let early = try law.survival(
                afterSeconds: queue.averageSpeedOfAnswerOfAnsweredSeconds * 0.99)
            let late = try law.survival(
                afterSeconds: queue.averageSpeedOfAnswerOfAnsweredSeconds * 1.01)
            #expect(early >= 0.5 && late <= 0.5, "\(law) \(queue.averageSpeedOfAnswerOfAnsweredSeconds)")
        }
    }

    @Test func extremesStayInRange() throws {
        let values: [Double] = [0, 1e-300, 1e-9, 1, 1e9, .infinity]
        for calls in values.dropLast() {
            for handleTime in [1e-9, 300] {
                for scale in values {
                    for law in Self.scaled(by: scale) {
                        for agents in [0, 1, 50_000] {
                            guard
                                let result = try? performance(
                                    of: .generalPatience(law), callsPerHour: calls,
                                    handleTimeSeconds: handleTime, agents: agents, thresholdSeconds: 20)
                            else { continue }
                            let shares = [
                                result.serviceLevel, result.waitProbability, result.occupancy,
                                result.abandonment,
                            ]
                            #expect(
                                shares.allSatisfy { $0 >= 0 && $0 <= 1 }
                                    && result.averageSpeedOfAnswerSeconds >= 0,
                                "\(calls) \(handleTime) \(law) \(agents) \(result)")
                        }
                    }
                }
            }
        }
    }

    @Test func brokenInputs() {
        func error(_ law: PatienceDistribution) -> QueueingError? {
            do {
                _ = try GeneralPatienceQueue(
                    callsPerHour: 1, handleTimeSeconds: 1, patience: law, agents: 1)
                return nil
            } catch { return error }
        }
        #expect(error(.deterministic(seconds: -1)) == .outOfDomain(.patienceSeconds, value: -1))
        #expect(error(.exponential(meanSeconds: .nan)) != nil)
        #expect(error(.weibull(scaleSeconds: 1, shape: 0)) == .outOfDomain(.patienceShape, value: 0))
        #expect(error(.weibull(scaleSeconds: 1, shape: .infinity)) != nil)
        #expect(
            error(.lognormal(meanSeconds: 1, variation: -0.1))
                == .outOfDomain(.patienceVariation, value: -0.1))
        #expect(error(.lognormal(meanSeconds: 1, variation: 100)) == nil)
        #expect(error(.weibull(scaleSeconds: 1, shape: 0.1)) == nil)
    }
}
