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
