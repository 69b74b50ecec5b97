import Foundation

/// What happens to calls within a time, in Erlang A.
extension ErlangA {
    /// Service level: calls served after a wait of at most the threshold, over **all** offered
    /// calls (abandoned ones included).
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed (then P(served)).
    /// - Complexity: O(1), one quadrature of 0 … 60 panels of 16 points.
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
        case .ordinary(let density, let free, let scale):
            if thresholdSeconds == .infinity { return servedShare }
            let threshold = thresholdSeconds / handleTimeSeconds
            let served = density.integral(of: .served, from: 0, to: threshold)
            return (free + scale * served).clampedToUnit
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
            let decay = capacity * (thresholdSeconds / handleTimeSeconds)
            return (servedShare - blocking * expm1(-decay)).clampedToUnit
        case .endlessPatience(let erlangC):
            return try erlangC.serviceLevel(withinSeconds: thresholdSeconds)
        case .ordinary(let density, let free, let scale):
            let threshold = thresholdSeconds / handleTimeSeconds
            let inTime = density.integral(of: .all, from: 0, to: threshold)
            return (free + scale * inTime).clampedToUnit
        }
    }

    /// P(W > T): still in the queue after the threshold, neither served nor gone.
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed.
    /// - Complexity: as `serviceLevel`.
    public func waitProbability(
        longerThanSeconds thresholdSeconds: Double
    ) throws(QueueingError) -> Double {
        try Domain.requireNonNegative(thresholdSeconds, .thresholdSeconds)
        switch limit {
        case .noAgents: return stillPatient(after: thresholdSeconds)
        case .neverWaits: return 0
        case .noPatience(let blocking): return thresholdSeconds == 0 ? blocking : 0
        case .endlessPatience(let erlangC):
            return try erlangC.waitProbability(longerThanSeconds: thresholdSeconds)
        case .ordinary(let density, _, let scale):
            return
                (stillPatient(after: thresholdSeconds)
                * virtualTail(density, scale: scale, beyond: thresholdSeconds)).clampedToUnit
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
        case .noAgents: return goneWithin(thresholdSeconds)
        case .neverWaits, .endlessPatience: return 0
        case .noPatience(let blocking): return blocking
        case .ordinary(let density, _, let scale):
            // Gone before the turn came within T, or gone by T with the turn still to come.
            let threshold = thresholdSeconds / handleTimeSeconds
            let before = scale * density.integral(of: .abandoned, from: 0, to: threshold)
            let after =
                goneWithin(thresholdSeconds)
                * virtualTail(density, scale: scale, beyond: thresholdSeconds)
            return (before + after).clampedToUnit
        }
    }

    /// Mean wait of the **answered** calls, in seconds; infinite without agents.
    ///
    /// - Complexity: as `serviceLevel`.
    public var averageSpeedOfAnswerOfAnsweredSeconds: Double {
        switch limit {
        case .noAgents: return .infinity
        case .neverWaits, .noPatience: return 0
        case .endlessPatience(let erlangC): return erlangC.averageSpeedOfAnswerSeconds
        case .ordinary(let density, _, let scale):
            guard servedShare > 0 else { return .infinity }
            let waited = scale * density.integral(of: .servedWait, from: 0, to: .infinity)
            return waited / servedShare * handleTimeSeconds
        }
    }

    /// P(V > T), by its own integral: exact where 1 − P(V ≤ T) would cancel.
    private func virtualTail(
        _ density: VirtualWaitDensity, scale: Double, beyond thresholdSeconds: Double
    ) -> Double {
        scale * density.integral(of: .all, from: thresholdSeconds / handleTimeSeconds, to: .infinity)
    }

    private func stillPatient(after seconds: Double) -> Double {
        seconds == 0 || patienceSeconds == .infinity ? 1 : exp(-seconds / patienceSeconds)
    }

    private func goneWithin(_ seconds: Double) -> Double {
        seconds == 0 || patienceSeconds == .infinity ? 0 : -expm1(-seconds / patienceSeconds)
    }
}
