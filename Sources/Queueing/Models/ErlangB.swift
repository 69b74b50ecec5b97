import Foundation

/// The loss system M/M/n/n: Poisson arrivals, n agents or trunks, no waiting room.
/// A call that finds all of them busy is lost (Erlang 1917).
public enum ErlangB {
    /// Probability that a call is lost.
    ///
    /// The recursion Bₖ = aBₖ₋₁/(k + aBₖ₋₁), carried as xₖ = 1/Bₖ = 1 + (k/a)xₖ₋₁, started
    /// only as far under min(n, a) as still matters.
    /// - Parameters:
    ///   - agents: 0 … `maximumAgents`; with none, every call is lost.
    ///   - offeredLoad: erlangs, finite, ≥ 0.
    /// - Returns: a probability; 0 where the true value is under 1e-308.
    /// - Complexity: O(√a + (n − a)⁺), and never more than about 50√a steps, since the value
    ///   underflows beyond.
    public static func blocking(
        agents: Int, offeredLoad: Double
    ) throws(QueueingError) -> Double {
        try Domain.requireAgents(agents)
        try Domain.requireFinite(offeredLoad, .offeredLoad)
        return (1 / inverseBlocking(agents: agents, offeredLoad: offeredLoad).value).clampedToUnit
    }

    /// Share of the time that an agent or trunk is busy: a(1 − B)/n.
    ///
    /// With no agents it is the limit of the formula: 1 under any load, 0 without load.
    /// - Complexity: as `blocking`.
    public static func occupancy(
        agents: Int, offeredLoad: Double
    ) throws(QueueingError) -> Double {
        try Domain.requireAgents(agents)
        try Domain.requireFinite(offeredLoad, .offeredLoad)
        guard offeredLoad > 0 else { return 0 }
        guard agents > 0 else { return 1 }
        let inverse = inverseBlocking(agents: agents, offeredLoad: offeredLoad)
        guard inverse.value.isFinite else { return (offeredLoad / Double(agents)).clampedToUnit }
        // 1 − B = (x − 1)/x: without cancellation when nearly every call is lost.
        return (offeredLoad / Double(agents) * (inverse.lessOne / inverse.value)).clampedToUnit
    }

    /// The smallest number of agents or trunks that loses at most `blockingTarget` of the calls.
    ///
    /// n agents carry at most n erlangs, so B ≥ 1 − n/a and no n under a(1 − target) will do.
    /// The recursion starts warm under that n and then tries every one.
    /// - Parameters:
    ///   - offeredLoad: erlangs, finite, ≥ 0.
    ///   - blockingTarget: 0 … 1. A target of 0 is unreachable under any load.
    /// - Throws: `.outOfDomain`; `.targetUnreachable(.blocking)` where more than `maximumAgents`
    ///   would be needed.
    /// - Complexity: O(√a): the answer lies within that of the start, on either side.
    public static func smallestAgents(
        offeredLoad: Double, blockingTarget: Double
    ) throws(QueueingError) -> Int {
        try Domain.requireFinite(offeredLoad, .offeredLoad)
        try Domain.requireShare(blockingTarget, .blockingTarget)
        // Without calls there is nothing to lose.
        guard offeredLoad > 0 else { return 0 }
        guard blockingTarget > 0 else { throw .targetUnreachable(.blocking) }
        // One less: the product is rounded.
        let fewest = (offeredLoad * (1 - blockingTarget)).rounded(.down) - 1
        guard fewest < Double(maximumAgents) else { throw .targetUnreachable(.blocking) }
        var agents = max(0, Int(fewest))
        var inverse = inverseBlocking(agents: agents, offeredLoad: offeredLoad).value
        while 1 / inverse > blockingTarget {
            guard agents < maximumAgents else { throw .targetUnreachable(.blocking) }
            agents += 1
            inverse = 1 + Double(agents) / offeredLoad * inverse
        }
        return agents
    }

    /// 1/B and 1/B − 1, the second without cancellation. Both may be infinite: the blocking
    /// has then underflowed, which every caller must treat as 0.
    ///
    /// 1/B − 1 is also Σₖ₍ₖ₌₀…ₙ₋₁₎ pₖ / pₙ, the weight of the states with a free agent.
    static func inverseBlocking(
        agents: Int, offeredLoad: Double
    ) -> (value: Double, lessOne: Double) {
        guard agents > 0 else { return (1, 0) }
        guard offeredLoad > 0 else { return (.infinity, .infinity) }
        let start = recursionStart(agents: agents, offeredLoad: offeredLoad)
        // Any positive value will do at a start above 0; the fluid one is close.
        var inverse = start == 0 ? 1 : offeredLoad / (offeredLoad - Double(start) + 1)
        var lessOne = 0.0
        var k = start
        while k < agents {
            k += 1
            lessOne = Double(k) / offeredLoad * inverse
            inverse = 1 + lessOne
            // Beyond the load 1/B only grows: once infinite it stays so.
            if inverse == .infinity { return (.infinity, .infinity) }
        }
        return (inverse, lessOne)
    }

    /// Where the recursion may start so that the start's error is forgotten.
    ///
    /// From s to m = ⌊min(n, a)⌋ an error shrinks by Π k/a ≤ exp(−(j(a−m) + j(j−1)/2)/a),
    /// j = m − s, and relatively no step increases it. The root j of exponent 45 makes it
    /// 3e-20.
    static func recursionStart(agents: Int, offeredLoad: Double) -> Int {
        let top = min(Double(agents), offeredLoad.rounded(.down))
        let gap = max(0, offeredLoad - top - 0.5)
        // The stable form of −gap + √(gap² + 90a); hypot does not overflow.
        let steps = 90 * offeredLoad / (gap + hypot(gap, (90 * offeredLoad).squareRoot()))
        let start = top - steps.rounded(.up) - 1
        return start > 0 ? Int(start) : 0
    }
}
