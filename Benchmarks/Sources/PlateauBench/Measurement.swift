import Foundation

/// What one instance of a suite gave.
struct Measurement: Encodable {
    let suite: String
    let instance: String
    /// Of the best run.
    let seconds: Double
    /// Questions answered in a run.
    var count: Int?
    /// Cost found, where there is one, and the bound under it.
    var objective: Double?
    var bound: Double?
    /// Better and better solutions, and when each was there.
    var incumbents: [Incumbent]?
    /// Seconds of a plainer method for as many questions.
    var rivalSeconds: Double?
    /// `rivalSeconds` ÷ `seconds`.
    var ratio: Double?
    var maxRelativeError: Double?
    var mismatches: Int?
    /// Answers compared for `mismatches`.
    var compared: Int?
    /// The process's largest memory so far, in bytes.
    var peakMemory = Measurement.peakMemory()

    struct Incumbent: Encodable {
        let seconds: Double
        let objective: Double
    }

    init(suite: String, instance: String, seconds: Double) {
        self.suite = suite
        self.instance = instance
        self.seconds = seconds
    }

    var line: String {
        var parts = ["\(suite) \(instance):", String(format: "%.4g s", seconds)]
        if let count { parts.append("for \(count)") }
        if let objective { parts.append(String(format: "objective %.6g", objective)) }
        if let bound { parts.append(String(format: "bound %.6g", bound)) }
        if let objective, let bound, bound > 0 {
            parts.append(String(format: "gap %.3g%%", (objective / bound - 1) * 100))
        }
        if let rivalSeconds { parts.append(String(format: "rival %.4g s", rivalSeconds)) }
        if let ratio { parts.append(String(format: "ratio %.3g", ratio)) }
        if let maxRelativeError { parts.append(String(format: "max relative error %.2g", maxRelativeError)) }
        if let mismatches, let compared { parts.append("mismatches \(mismatches) of \(compared)") }
        parts.append(String(format: "peak %.1f MB", Double(peakMemory) / 1e6))
        return parts.joined(separator: "  ")
    }

    static func json(_ results: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return String(decoding: try encoder.encode(results), as: UTF8.self)
    }

    /// Runs the work until so many seconds are spent, once at least.
    ///
    /// - Returns: the seconds of the best run and the last result.
    static func best<Result>(
        atLeast least: Double, _ work: () throws -> Result
    ) rethrows -> (seconds: Double, result: Result) {
        let clock = ContinuousClock()
        let start = clock.now
        var best = Double.infinity
        while true {
            let begin = clock.now
            let result = try work()
            best = min(best, seconds(clock.now - begin))
            if seconds(clock.now - start) >= least { return (best, result) }
        }
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    /// Largest resident memory of the process, in bytes.
    private static func peakMemory() -> Int {
        var usage = rusage()
        #if os(Linux)
            guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
            return Int(usage.ru_maxrss) * 1024
        #else
            guard getrusage(RUSAGE_SELF, &usage) == 0 else { return 0 }
            return Int(usage.ru_maxrss)
        #endif
    }
}
