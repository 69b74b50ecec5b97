import Foundation

/// A patience of finite mean measured in any unit of time, with what the integrals of M/M/n+G
/// need of it.
struct PatienceLaw: Sendable, Equatable {
    private enum Shape: Sendable, Equatable {
        case exponential(mean: Double)
        case deterministic(Double)
        case uniform(Double)
        case weibull(scale: Double, shape: Double, mean: Double)
        /// Mean, and the mean and deviation of the logarithm.
        case lognormal(mean: Double, center: Double, deviation: Double)
    }

    private let shape: Shape

    /// - Precondition: a valid distribution of finite mean; unitSeconds > 0.
    init(_ distribution: PatienceDistribution, unitSeconds: Double) {
        switch distribution {
        case .exponential(let seconds): shape = .exponential(mean: seconds / unitSeconds)
        case .deterministic(let seconds): shape = .deterministic(seconds / unitSeconds)
        case .uniform(let seconds): shape = .uniform(seconds / unitSeconds)
        case .weibull(let seconds, let power):
            let scale = seconds / unitSeconds
            shape = .weibull(scale: scale, shape: power, mean: scale * tgamma(1 + 1 / power))
        case .lognormal(let seconds, let variation):
            let mean = seconds / unitSeconds
            let variance = log1p(variation * variation)
            // A deviation under 1e-12 is lost in the rounding of logarithms.
            shape =
                variance < 1e-24 || mean == 0
                ? .deterministic(mean)
                : .lognormal(mean: mean, center: log(mean) - variance / 2, deviation: variance.squareRoot())
        }
    }

    /// Where the survival or its derivative jumps.
    var kink: Double? {
        switch shape {
        case .deterministic(let time), .uniform(let time): time
        case .exponential, .weibull, .lognormal: nil
        }
    }

    /// Ḡ(t) = P(patience > t).
    func survival(_ time: Double) -> Double {
        guard time > 0 else { return 1 }
        switch shape {
        case .exponential(let mean): return mean > 0 ? exp(-time / mean) : 0
        case .deterministic(let end): return time < end ? 1 : 0
        case .uniform(let end): return time < end ? 1 - time / end : 0
        case .weibull(let scale, let power, _): return scale > 0 ? exp(-pow(time / scale, power)) : 0
        case .lognormal(_, let center, let deviation):
            return 0.5 * erfc((log(time) - center) / deviation * 0.5.squareRoot())
        }
    }

    /// G(t) = 1 − Ḡ(t), without cancellation.
    func gone(_ time: Double) -> Double {
        guard time > 0 else { return 0 }
        switch shape {
        case .exponential(let mean): return mean > 0 ? -expm1(-time / mean) : 1
        case .deterministic(let end): return time < end ? 0 : 1
        case .uniform(let end): return time < end ? time / end : 1
        case .weibull(let scale, let power, _): return scale > 0 ? -expm1(-pow(time / scale, power)) : 1
        case .lognormal(_, let center, let deviation):
            return 0.5 * erfc((center - log(time)) / deviation * 0.5.squareRoot())
        }
    }

    /// The time after which a share is left: Ḡ(t) = share, 0 < share < 1.
    func quantile(survival share: Double) -> Double {
        switch shape {
        case .exponential(let mean): return -mean * log(share)
        case .deterministic(let end): return end
        case .uniform(let end): return end * (1 - share)
        case .weibull(let scale, let power, _): return scale * pow(-log(share), 1 / power)
        case .lognormal(_, let center, let deviation):
            // Ḡ is 1 − Φ(z); halving to the spacing of Double.
            var low = -39.0
            var high = 39.0
            while true {
                let middle = 0.5 * (low + high)
                guard middle > low, middle < high else { break }
                if 0.5 * erfc(middle * 0.5.squareRoot()) > share { low = middle } else { high = middle }
            }
            return exp(center + deviation * low)
        }
    }

    /// H(t) = ∫₀ᵗ Ḡ.
    func area(_ time: Double) -> Double {
        guard time > 0 else { return 0 }
        switch shape {
        case .exponential(let mean): return mean > 0 ? -mean * expm1(-time / mean) : 0
        case .deterministic(let end): return min(time, end)
        case .uniform(let end):
            return time < end ? time * (1 - 0.5 * (time / end)) : 0.5 * end
        case .weibull(let scale, let power, let mean):
            guard scale > 0 else { return 0 }
            return Self.weibullArea(time, scale: scale, shape: power, mean: mean)
        case .lognormal(let mean, let center, let deviation):
            guard time < .infinity else { return mean }
            let z = (log(time) - center) / deviation
            let below = 0.5 * erfc((deviation - z) * 0.5.squareRoot())
            return min(time, mean * below + time * survival(time))
        }
    }

    /// Ḡ, G and H at one time.
    func point(_ time: Double) -> (survival: Double, gone: Double, area: Double) {
        guard case .lognormal(let mean, let center, let deviation) = shape, time > 0, time < .infinity
        else { return (survival(time), gone(time), area(time)) }
        let z = (log(time) - center) / deviation
        let survival = 0.5 * erfc(z * 0.5.squareRoot())
        let below = 0.5 * erfc((deviation - z) * 0.5.squareRoot())
        return (
            survival, 0.5 * erfc(-z * 0.5.squareRoot()), min(time, mean * below + time * survival)
        )
    }

    /// ∫ Ḡ from `lower` to `lower + length` (negative to the left), without the cancellation of
    /// H(b) − H(a) where the two are close.
    func area(from lower: Double, length: Double) -> Double {
        guard length >= 0 else { return -area(from: max(0, lower + length), length: -length) }
        let upper = lower + length
        switch shape {
        case .exponential(let mean):
            return mean > 0 ? -mean * exp(-lower / mean) * expm1(-length / mean) : 0
        case .deterministic(let end):
            return max(0, min(length, end - lower))
        case .uniform(let end):
            let inside = max(0, min(length, end - lower))
            return inside * ((end - lower - 0.5 * inside) / end)
        case .weibull, .lognormal:
            if length <= 0.3 * lower, survival(upper) > 0.01 * survival(lower) {
                return GaussLegendre.integral(from: 0, to: length) { survival(lower + $0) }
            }
            return max(0, area(upper) - area(lower))
        }
    }

    /// (s/k)·γ(1/k, y), y = (t/s)^k: the incomplete gamma function by its series, t·e^(−y)·
    /// Σ yʲ/((α+1)…(α+j)) with α = 1/k, or far out by the continued fraction of its complement
    /// (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31).
    private static func weibullArea(_ time: Double, scale: Double, shape: Double, mean: Double) -> Double {
        let order = 1 / shape
        let y = pow(time / scale, shape)
        guard y < 700 else { return mean }
        if y < order + 30 {
            var term = 1.0
            var sum = 1.0
            var j = 0.0
            while term > 1e-17 * sum {
                j += 1
                term *= y / (order + j)
                sum += term
            }
            return min(time, time * exp(-y) * sum)
        }
        // Γ(α, y) = e^(−y)y^α/(y + 1 − α − 1(1 − α)/(y + 3 − α − …)), from the 60th level up.
        var fraction = 0.0
        var level = 60.0
        while level >= 1 {
            fraction = level * (level - order) / (y + 2 * level + 1 - order - fraction)
            level -= 1
        }
        let beyond = order * time * exp(-y) / (y + 1 - order - fraction)
        return min(time, mean - beyond)
    }
}
