import Foundation

extension ErlangB {
    /// The loss probability for a number of agents that need not be whole:
    /// 1/B(x, a) = a∫₀^∞ e^(−at)(1 + t)ˣ dt (Jagerman 1974; Fortet's formula). It agrees with
    /// `blocking` at whole x.
    ///
    /// The integral is taken for the fraction of x and carried up by 1/B(x + 1) = 1 + (x + 1)/a ·
    /// 1/B(x), which forgets errors.
    /// - Parameters:
    ///   - agents: x, finite, 0 … `maximumAgents`.
    ///   - offeredLoad: erlangs, finite, ≥ 0.
    /// - Returns: a probability; 0 where the true value is under 1e-308.
    /// - Complexity: as the `blocking` of whole agents.
    public static func blocking(
        fractionalAgents agents: Double, offeredLoad: Double
    ) throws(QueueingError) -> Double {
        guard agents >= 0, agents <= Double(maximumAgents) else {
            throw .outOfDomain(.agents, value: agents)
        }
        try Domain.requireFinite(offeredLoad, .offeredLoad)
        let whole = Int(agents.rounded(.down))
        let fraction = agents - Double(whole)
        guard fraction > 0 else { return try blocking(agents: whole, offeredLoad: offeredLoad) }
        guard offeredLoad > 0 else { return 0 }
        var k = recursionStart(agents: whole, offeredLoad: offeredLoad)
        var inverse =
            k == 0
            ? inverseBlocking(fraction: fraction, offeredLoad: offeredLoad)
            : offeredLoad / (offeredLoad - Double(k) - fraction + 1)
        while k < whole {
            k += 1
            inverse = 1 + (Double(k) + fraction) / offeredLoad * inverse
            if inverse == .infinity { return 0 }
        }
        return (1 / inverse).clampedToUnit
    }

    /// 1/B(f, a) = ∫₀^∞ e^(−s)(1 + s/a)^f ds for 0 < f < 1, in panels that double from the scale
    /// of the second factor to that of the first.
    private static func inverseBlocking(fraction: Double, offeredLoad: Double) -> Double {
        var sum = 0.0
        var start = 0.0
        // What lies under 1e-18 is no more than rounding beside the rest.
        var end = min(2, max(offeredLoad, 1e-18))
        while start < 60 {
            sum += GaussLegendre.integral(from: start, to: end) {
                exp(fraction * log1p($0 / offeredLoad) - $0)
            }
            (start, end) = (end, min(2 * end, end + 4))
        }
        return sum
    }
}
