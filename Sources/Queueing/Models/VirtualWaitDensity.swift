import Foundation

/// The density of the virtual wait in M/M/n+M, up to a constant, and its integrals.
///
/// In units of the handle time (μ = 1), with load a, n agents and abandonment rate ϑ, a caller
/// of infinite patience would wait u with a density proportional to
/// f(u) = exp(a(1 − e^(−ϑu))/ϑ − nu) (Baccelli & Hébuterne 1981; Zeltyn & Mandelbaum 2005).
/// f overflows when the load exceeds the agents, so it is divided by its largest value e^L,
/// reached at u* = max(0, ln(a/n)/ϑ). With v = u − u* and a* = ae^(−ϑu*),
/// ln f(u) − L = −(n − a*)v − (a*/ϑ)φ(ϑv), φ(z) = e^(−z) − 1 + z ≥ 0:
/// two terms of the same sign, so nothing cancels, however long the patience.
struct VirtualWaitDensity: Sendable, Equatable {
    /// n.
    let agents: Double
    /// ϑ: abandonment rate × handle time, positive and finite.
    let abandonmentRate: Double
    /// u*, in handle times.
    let mode: Double
    /// a* = a if a ≤ n, else n.
    let loadAtMode: Double
    /// ϑu* = ln(a/n), or 0.
    let modeExponent: Double
    /// L = ln f(u*).
    let logPeak: Double

    /// - Precondition: agents ≥ 1, offeredLoad > 0, 0 < abandonmentRate < ∞.
    init(agents: Double, offeredLoad: Double, abandonmentRate: Double) {
        self.agents = agents
        self.abandonmentRate = abandonmentRate
        if offeredLoad > agents {
            modeExponent = log1p((offeredLoad - agents) / agents)
            mode = modeExponent / abandonmentRate
            loadAtMode = agents
            logPeak = agents / abandonmentRate * Self.excess(-modeExponent)
        } else {
            modeExponent = 0
            mode = 0
            loadAtMode = offeredLoad
            logPeak = 0
        }
    }

    /// What multiplies the density under the integral.
    enum Weight {
        /// 1: the virtual wait itself.
        case all
        /// e^(−ϑu): the caller is still there when an agent is free.
        case served
        /// 1 − e^(−ϑu): the caller has left by then.
        case abandoned
        /// u·e^(−ϑu): the wait of the served.
        case servedWait
    }

    /// ∫ weight(u)·f(u)e^(−L) du over [lower, upper], `upper` possibly infinite.
    ///
    /// 16-point Gauss–Legendre panels from the integrand's peak outwards, cut where it has
    /// fallen by e^(−50); the density is log-concave, so nothing comes back beyond.
    /// - Complexity: O(1); at most about 60 panels.
    func integral(of weight: Weight, from lower: Double, to upper: Double) -> Double {
        guard upper > lower else { return 0 }
        // Everything is placed relative to u*, which may be huge beside a panel's width.
        let low = lower - mode
        let high = upper - mode
        let decaying = weight == .served || weight == .servedWait
        let decay = decaying ? abandonmentRate : 0
        // Where f·e^(−decay·u) peaks: ae^(−ϑu) = n + decay.
        let peak: Double
        if modeExponent > 0 {
            peak = -log1p(decay / agents) / abandonmentRate
        } else {
            peak = (log(loadAtMode / (agents + decay))) / abandonmentRate
        }
        let start = min(high, max(low, peak))
        let sum =
            side(of: weight, from: start, to: high, decay: decay)
            + side(of: weight, from: start, to: low, decay: decay)
        // e^(−ϑu*) was left out of the weight.
        return decaying ? sum * exp(-modeExponent) : sum
    }

    /// One side of the peak, panel by panel; positive in both directions.
    private func side(of weight: Weight, from start: Double, to end: Double, decay: Double) -> Double {
        let rightwards = end > start
        let top = logDensity(start) - decay * start
        var position = start
        var sum = 0.0
        while position != end {
            let width = panelWidth(at: position, decay: decay, rightwards: rightwards)
            let next =
                rightwards ? min(end, position + width) : max(end, position - width)
            sum += panel(of: weight, from: min(position, next), to: max(position, next))
            if top - (logDensity(next) - decay * next) > 50 { break }
            position = next
        }
        return sum
    }

    private func panel(of weight: Weight, from lower: Double, to upper: Double) -> Double {
        let rate = abandonmentRate
        switch weight {
        case .all:
            return GaussLegendre.integral(from: lower, to: upper) { exp(logDensity($0)) }
        case .served:
            return GaussLegendre.integral(from: lower, to: upper) { exp(logDensity($0) - rate * $0) }
        case .abandoned:
            return GaussLegendre.integral(from: lower, to: upper) {
                -expm1(-rate * (mode + $0)) * exp(logDensity($0))
            }
        case .servedWait:
            return GaussLegendre.integral(from: lower, to: upper) {
                (mode + $0) * exp(logDensity($0) - rate * $0)
            }
        }
    }

    /// A width over which the logarithm moves by 10 at most.
    private func panelWidth(at position: Double, decay: Double, rightwards: Bool) -> Double {
        let remainingLoad = loadAtMode * exp(-abandonmentRate * position)
        let slope = abs(remainingLoad - agents - decay)
        let curvature = remainingLoad * abandonmentRate
        var width = min(4 / slope, 2 / curvature.squareRoot())
        if !rightwards {
            // Leftwards the curvature grows like e^(ϑw).
            width = min(width, 1 / abandonmentRate)
        } else if abandonmentRate * (position + mode) < 40 {
            // Until e^(−ϑu) has died out, it must be resolved even where f hardly moves.
            width = min(width, 2 / abandonmentRate)
        }
        return width
    }

    /// ln f(u* + v) − L ≤ 0.
    private func logDensity(_ v: Double) -> Double {
        (loadAtMode - agents) * v - loadAtMode / abandonmentRate * Self.excess(abandonmentRate * v)
    }

    /// φ(z) = e^(−z) − 1 + z, by its series near 0, where the closed form cancels.
    static func excess(_ z: Double) -> Double {
        guard abs(z) < 0.5 else { return expm1(-z) + z }
        var series = 0.0
        var k = 16.0
        // z²/2·(1 − z/3·(1 − z/4·(… ))): 16 factors leave 3e-18 at |z| = 1/2.
        while k >= 3 {
            series = z / k * (1 - series)
            k -= 1
        }
        return 0.5 * z * z * (1 - series)
    }
}
