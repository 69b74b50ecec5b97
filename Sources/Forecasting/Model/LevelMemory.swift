import Foundation

/// How fast the level follows the last days, and how long a deviation from the
/// weekdays' own means lasts into the future.
struct LevelMemory: Sendable, Hashable {
    /// Weight of the newest day in the exponential smoothing of the level.
    var smoothing: Double
    /// Share of the deviation that is left after each further day; 1 = for ever.
    var persistence: Double

    /// The pairs that a backtest weighs. A persistence of 1 follows growth, less
    /// forgets a passing wave, and a smoothing of 0 trusts the weekdays' means alone.
    static let candidates = [
        LevelMemory(smoothing: 0.12, persistence: 0.97),
        LevelMemory(smoothing: 0.12, persistence: 1),
        LevelMemory(smoothing: 0.25, persistence: 1),
        LevelMemory(smoothing: 0.06, persistence: 0.99),
        LevelMemory(smoothing: 0.5, persistence: 0.8),
        LevelMemory(smoothing: 0, persistence: 1),
    ]

    /// Factor on the weekday's own mean, `lead` ≥ 1 days after the last known one.
    func factor(level: Double, lead: Int) -> Double {
        max(0, 1 + (level - 1) * pow(persistence, Double(max(0, lead - 1))))
    }
}

/// How much each level memory counts, by distance into the future.
struct LevelBlend: Sendable, Hashable {
    /// Weights that sum to 1, by lead bucket, then by candidate.
    private let weights: [[Double]]

    /// Before any error is known, all candidates count alike.
    static let even = LevelBlend(errors: [])

    /// Power of the inverse errors: near-equal candidates share, clearly worse ones drop out (MATHS §2.4).
    private static let power = 6.0

    /// - Parameter errors: summed absolute errors by lead bucket, then by candidate; a
    ///   bucket without errors counts like the one before.
    init(errors: [[Double]]) {
        let count = LevelMemory.candidates.count
        var weights: [[Double]] = []
        var last = [Double](repeating: 1 / Double(count), count: count)
        for bucket in 0..<LeadBucket.count {
            if bucket < errors.count, let best = errors[bucket].min(),
                errors[bucket].contains(where: { $0 > 0 })
            {
                // Errors of nothing at all would divide by zero.
                let floor = max(best, 1e-9)
                let raw = errors[bucket].map { pow(max($0, floor) / floor, -LevelBlend.power) }
                let sum = raw.reduce(0, +)
                last = raw.map { $0 / sum }
            }
            weights.append(last)
        }
        self.weights = weights
    }

    /// - Parameter levels: one a candidate.
    func factor(levels: [Double], lead: Int) -> Double {
        let row = weights[LeadBucket.index(lead: lead)]
        var sum = 0.0
        for (index, memory) in LevelMemory.candidates.enumerated() {
            sum += row[index] * memory.factor(level: levels[index], lead: lead)
        }
        return sum
    }
}
