import Foundation

/// How long callers wait before they hang up.
public enum PatienceDistribution: Sendable, Hashable {
    /// The chance to hang up in the next second never changes. Mean ≥ 0, infinity allowed.
    case exponential(meanSeconds: Double)
    /// Everybody hangs up after the same time, ≥ 0, infinity allowed.
    case deterministic(seconds: Double)
    /// Anything between 0 and the given time, ≥ 0, infinity allowed.
    case uniform(upToSeconds: Double)
    /// Survival exp(−(t/scale)^shape); scale ≥ 0, infinity allowed, shape 0.1 … 100. Above 1
    /// callers hang up ever more readily, below 1 ever less.
    case weibull(scaleSeconds: Double, shape: Double)
    /// The logarithm is normal. Mean ≥ 0, infinity allowed; coefficient of variation 0 … 100,
    /// 0 being everybody alike.
    case lognormal(meanSeconds: Double, variation: Double)

    /// Throws for parameters outside their domain.
    func validate() throws(QueueingError) {
        switch self {
        case .exponential(let seconds), .deterministic(let seconds), .uniform(let seconds):
            try Domain.requireNonNegative(seconds, .patienceSeconds)
        case .weibull(let seconds, let shape):
            try Domain.requireNonNegative(seconds, .patienceSeconds)
            guard shape >= 0.1, shape <= 100 else { throw .outOfDomain(.patienceShape, value: shape) }
        case .lognormal(let seconds, let variation):
            try Domain.requireNonNegative(seconds, .patienceSeconds)
            guard variation >= 0, variation <= 100 else {
                throw .outOfDomain(.patienceVariation, value: variation)
            }
        }
    }

    /// Mean patience in seconds.
    ///
    /// - Complexity: O(1).
    public var meanSeconds: Double {
        switch self {
        case .exponential(let seconds), .deterministic(let seconds), .lognormal(let seconds, _):
            return seconds
        case .uniform(let seconds): return seconds / 2
        case .weibull(let scale, let shape): return scale * tgamma(1 + 1 / shape)
        }
    }

    /// Ḡ(t): the share of callers who are still there after `seconds`.
    ///
    /// - Parameter seconds: ≥ 0, infinity allowed.
    /// - Returns: a share, falling in `seconds`; 1 for an infinite patience.
    /// - Complexity: O(1).
    public func survival(afterSeconds seconds: Double) throws(QueueingError) -> Double {
        try validate()
        try Domain.requireNonNegative(seconds, .thresholdSeconds)
        guard meanSeconds < .infinity else { return 1 }
        return PatienceLaw(self, unitSeconds: 1).survival(seconds)
    }

    /// H(t) = ∫₀ᵗ Ḡ: the mean time, in seconds, that callers whom nobody answers spend in the
    /// queue during the first `seconds`; the mean patience for an infinite time.
    ///
    /// - Parameter seconds: ≥ 0, infinity allowed.
    /// - Complexity: O(1); a series of at most about 200 terms for Weibull.
    public func meanWait(withinSeconds seconds: Double) throws(QueueingError) -> Double {
        try validate()
        try Domain.requireNonNegative(seconds, .thresholdSeconds)
        guard meanSeconds < .infinity else { return seconds }
        return PatienceLaw(self, unitSeconds: 1).area(seconds)
    }
}
