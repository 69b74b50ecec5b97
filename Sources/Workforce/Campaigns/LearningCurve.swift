import Foundation

/// How an agent's handle time falls with time in the job: exponential learning
/// (Mazur & Hastie 1978), the excess over an experienced agent's halving steadily.
public struct LearningCurve: Hashable, Sendable, Codable {
    /// Handle time of an agent hired today over an experienced one's, ≥ 1.
    public var start: Double
    /// Time in which half of the excess is gone.
    public var halfLife: Seconds

    public init(start: Double, halfLife: Seconds) {
        self.start = start
        self.halfLife = halfLife
    }

    /// 1 + (start − 1) · 2^(−t/halfLife), between 1 and `start`; 1 where the curve makes no sense.
    public func factor(daysSinceHire days: Int) -> Double {
        guard start.isFinite, start > 1 else { return 1 }
        guard halfLife.count > 0 else { return days > 0 ? 1 : start }
        return 1 + (start - 1) * exp2(-Double(max(0, days)) * 86_400 / Double(halfLife.count))
    }
}
