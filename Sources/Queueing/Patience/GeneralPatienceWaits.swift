import Foundation

/// What happens to calls within a time, in M/M/n+G.
extension GeneralPatienceQueue {
    /// Service level: calls served after a wait of at most the threshold, over **all** offered
    /// calls (abandoned ones included).
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed (then P(served)).
    /// - Complexity: O(1), one quadrature.
    public func serviceLevel(
        withinSeconds thresholdSeconds: Double
    ) throws(QueueingError) -> Double {
        try Domain.requireNonNegative(thresholdSeconds, .thresholdSeconds)
        switch limit {
        case .noAgents: return 0
        case .neverWaits: return 1
        case .noPatience: return servedShare
        case .endlessPatience(let erlangC):
            return try erlangC.serviceLevel(withinSeconds: thresholdSeconds)
        case .ordinary(let integrals, let free, let scale):
            if thresholdSeconds == .infinity { return servedShare }
            let inTime = integrals.over(from: 0, to: thresholdSeconds / handleTimeSeconds)
            return (free + scale * inTime.served).clampedToUnit
        }
    }

    /// P(V ≤ T): the chance that a caller of endless patience would be answered in time
    /// (the *virtual* service level).
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed.
    /// - Complexity: as `serviceLevel`.
    public func virtualServiceLevel(
        withinSeconds thresholdSeconds: Double
    ) throws(QueueingError) -> Double {
        try Domain.requireNonNegative(thresholdSeconds, .thresholdSeconds)
        switch limit {
        case .noAgents: return 0
        case .neverWaits: return 1
        // The queue is always empty: an agent comes free after an exponential time.
        case .noPatience(let blocking):
            let decay = Double(agents) * (thresholdSeconds / handleTimeSeconds)
            return (servedShare - blocking * expm1(-decay)).clampedToUnit
        case .endlessPatience(let erlangC):
            return try erlangC.serviceLevel(withinSeconds: thresholdSeconds)
        case .ordinary(let integrals, let free, let scale):
            let inTime = integrals.over(from: 0, to: thresholdSeconds / handleTimeSeconds)
            return (free + scale * inTime.all).clampedToUnit
        }
    }

    /// P(W > T): still in the queue after the threshold, neither served nor gone. A caller whose
    /// patience is exactly T is gone.
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed.
    /// - Complexity: as `serviceLevel`.
    public func waitProbability(
        longerThanSeconds thresholdSeconds: Double
    ) throws(QueueingError) -> Double {
        let patient = try patience.survival(afterSeconds: thresholdSeconds)
        switch limit {
        case .noAgents: return patient
        case .neverWaits: return 0
        case .noPatience(let blocking): return thresholdSeconds == 0 ? blocking : 0
        case .endlessPatience(let erlangC):
            return try erlangC.waitProbability(longerThanSeconds: thresholdSeconds)
        case .ordinary(let integrals, _, let scale):
            let threshold = thresholdSeconds / handleTimeSeconds
            let later = scale * integrals.over(from: threshold, to: .infinity).all
            return (patient * later).clampedToUnit
        }
    }

    /// P(abandoned, after a wait of at most the threshold): short abandons, over all offered calls.
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed (then P(Ab)).
    /// - Complexity: as `serviceLevel`, two quadratures.
    public func abandonment(
        withinSeconds thresholdSeconds: Double
    ) throws(QueueingError) -> Double {
        try Domain.requireNonNegative(thresholdSeconds, .thresholdSeconds)
        if thresholdSeconds == .infinity { return abandonment }
        switch limit {
        case .noAgents: return try 1 - patience.survival(afterSeconds: thresholdSeconds)
        case .neverWaits, .endlessPatience: return 0
        case .noPatience(let blocking): return blocking
        case .ordinary(let integrals, _, let scale):
            // Gone before the turn came within T, or gone by T with the turn still to come.
            let threshold = thresholdSeconds / handleTimeSeconds
            let before = scale * integrals.over(from: 0, to: threshold).gone
            let later = scale * integrals.over(from: threshold, to: .infinity).all
            return (before + integrals.law.gone(threshold) * later).clampedToUnit
        }
    }
}
