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

extension QueuedWork {
    /// What `agents` give, by the contract's definition of service level.
    ///
    /// Short abandonments are P(Ab ≤ T₀) = P(W ≤ T₀) − P(served ≤ T₀): the share "served or hung up"
    /// less the share served, both within T₀, which holds for every model, without agents too.
    /// - Complexity: one to three evaluations of the queue.
    func serviceCounts(
        callsPerHour: Double, handleSeconds: Double, agents: Int
    ) throws(QueueingError) -> ServiceCounts {
        func share(
            within seconds: Double, _ definition: ServiceLevelDefinition
        ) throws(QueueingError) -> ServicePerformance {
            try performance(
                of: model, callsPerHour: callsPerHour, handleTimeSeconds: handleSeconds, agents: agents,
                thresholdSeconds: seconds, definition: definition)
        }
        switch definition {
        case .servedOverOffered:
            let served = try share(within: thresholdSeconds, .servedOverOffered)
            return ServiceCounts(inTime: served.serviceLevel, counted: 1)
        case .servedOverAnswered:
            let served = try share(within: thresholdSeconds, .servedOverOffered)
            return ServiceCounts(inTime: served.serviceLevel, counted: 1 - served.abandonment)
        case .excludingShortAbandons(let short):
            let served = try share(within: thresholdSeconds, .servedOverOffered)
            let ended = try share(within: short, .servedOrAbandonedOverOffered).serviceLevel
            let early = try share(within: short, .servedOverOffered).serviceLevel
            return ServiceCounts(
                inTime: served.serviceLevel, counted: min(1, max(0, 1 - max(0, ended - early))))
        case .servedOrAbandonedOverOffered:
            let ended = try share(within: thresholdSeconds, .servedOrAbandonedOverOffered)
            return ServiceCounts(inTime: ended.serviceLevel, counted: 1)
        }
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
