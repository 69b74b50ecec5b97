import Queueing
import Workforce

/// A service level as the contract counts it, before the division: shares of the offered
/// contacts. A day's level is Σ in time / Σ counted, not the mean of its intervals' levels.
struct ServiceCounts: Hashable, Sendable {
    /// Share that counts as served in time, 0 … 1.
    var inTime: Double
    /// Share that the contract counts at all, 0 … 1.
    var counted: Double

    /// Nobody called, or nobody's call counted against the floor.
    static let full = ServiceCounts(inTime: 1, counted: 1)

    /// inTime / counted, 0 … 1; 0 where no contact counts.
    var level: Double { counted > 0 ? min(1, max(0, inTime / counted)) : 0 }
}

extension ServiceCounts {
    /// Level × denominator and the denominator, as the queue gives them.
    init(_ performance: ServicePerformance) {
        counted = performance.countedShare
        inTime = performance.serviceLevel * performance.countedShare
    }
}

extension ServiceLevelDefinition {
    init(_ target: ServiceTarget) {
        switch target.basis {
        case .offered: self = .servedOverOffered
        case .answered: self = .servedOverAnswered
        case .exceptShortAbandons:
            self = .excludingShortAbandons(shortAbandonSeconds: Double(target.shortAbandon.count))
        case .answeredOrAbandoned: self = .servedOrAbandonedOverOffered
        }
    }
}
