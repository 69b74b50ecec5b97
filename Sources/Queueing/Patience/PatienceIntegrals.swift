import Foundation

/// The density of the virtual wait in M/M/n+G, up to a constant, and its integrals.
///
/// In units of the handle time (μ = 1), a caller of infinite patience would wait x with a density
/// proportional to exp(aH(x) − nx) (Baccelli & Hébuterne 1981; Zeltyn & Mandelbaum 2005,
/// eq. 3.1). The exponent is concave and largest at x*, where Ḡ(x*) = n/a; it is taken relative
/// to its value L there, so that nothing overflows: with v = x − x*,
/// g(v) = a∫Ḡ over [x*, x* + v] − nv.
struct PatienceIntegrals: Sendable, Equatable {
    /// ∫ weight·exp(aH − nx − L) over a stretch of waits.
    struct Values: Sendable, Equatable {
        fileprivate var lanes: SIMD8<Double> = .zero
        /// Weight 1: the virtual wait itself.
        var all: Double { lanes[0] }
        /// Weight Ḡ(x): the caller is still there when an agent is free.
        var served: Double { lanes[1] }
        /// Weight G(x): the caller has left by then.
        var gone: Double { lanes[2] }
        /// Weight H(x): the mean of min(wait, patience).
        var waited: Double { lanes[3] }
        /// Weight xḠ(x): the wait of the served.
        var servedWait: Double { lanes[4] }
    }

    let law: PatienceLaw
    /// n.
    let agents: Double
    /// a.
    let offeredLoad: Double
    /// x*, in handle times.
    let mode: Double
    /// L.
    let logPeak: Double
    /// H(x*).
    private let areaAtMode: Double
    /// Whether H(x) − H(x*) may be taken as a plain difference: its rounding stays under 1e-11
    /// of the exponent.
    private let isModest: Bool

    /// - Precondition: agents ≥ 1, offeredLoad > 0.
    init(law: PatienceLaw, agents: Double, offeredLoad: Double) {
        self.law = law
        self.agents = agents
        self.offeredLoad = offeredLoad
        mode = offeredLoad > agents ? law.quantile(survival: agents / offeredLoad) : 0
        areaAtMode = law.area(mode)
        logPeak = max(0, offeredLoad * areaAtMode - agents * mode)
        isModest = offeredLoad * law.area(.infinity) < 1e4
    }

    /// The integrals over [lower, upper], `upper` possibly infinite.
    ///
    /// 16-point Gauss–Legendre panels from the peak outwards, split at the law's kink, halved
    /// until the halves agree, cut where nothing is added any more.
    /// - Complexity: O(1); typically 10 … 60 panels.
    func over(from lower: Double, to upper: Double) -> Values {
        guard upper > lower else { return Values() }
        let low = lower - mode
        let high = upper - mode
        let start = min(high, max(low, 0))
        var sum = SIMD8<Double>.zero
        addSide(from: start, to: high, into: &sum)
        addSide(from: start, to: low, into: &sum)
        return Values(lanes: sum)
    }

    /// g(v) ≤ 0, up to rounding.
    private func exponent(_ v: Double) -> Double {
        exponent(v, area: isModest ? law.area(max(0, mode + v)) : 0)
    }

    /// - Parameter area: H(x* + v), used where modest.
    private func exponent(_ v: Double, area: Double) -> Double {
        let difference = isModest ? area - areaAtMode : law.area(from: mode, length: v)
        return offeredLoad * difference - agents * v
    }

    private func integrands(_ v: Double) -> SIMD8<Double> {
        let time = max(0, mode + v)
        let point = law.point(time)
        let weight = exp(min(0, exponent(v, area: point.area)))
        guard weight > 0 else { return .zero }
        return weight
            * SIMD8(1, point.survival, point.gone, point.area, time * point.survival, 0, 0, 0)
    }

    private func addSide(from start: Double, to end: Double, into sum: inout SIMD8<Double>) {
        let direction: Double = end > start ? 1 : -1
        var position = start
        var width = 1 / agents
        // Halvings allowed: rounding in an extreme exponent would ask for them for ever.
        var budget = 500
        let top = exponent(start)
        // 400 panels of 2 … 8 take the exponent beyond −740.
        for _ in 0..<400 where position != end {
            width = panelWidth(at: position, direction: direction, guess: width)
            var next = position + direction * width
            if direction * (end - next) <= 0 { next = end }
            // A kink less than a panel away ends the panel.
            if let kink = law.kink.map({ $0 - mode }), direction * (kink - position) > 0,
                direction * (next - kink) > 0
            {
                next = kink
            }
            guard next != position, next.isFinite else { break }
            let panel = refined(
                from: min(position, next), to: max(position, next), scale: sum, budget: &budget)
            sum += panel
            let here = exponent(next)
            let isSpent = (0..<5).allSatisfy { panel[$0] <= 1e-18 * sum[$0] && sum[$0] > 0 }
            if here < -740 || (top - here > 50 && isSpent) { break }
            position = next
        }
    }

    /// A width over which the exponent moves by at most 8 and a smooth survival keeps its size,
    /// starting from twice the last one.
    private func panelWidth(at position: Double, direction: Double, guess: Double) -> Double {
        let here = exponent(position)
        let share = law.survival(mode + position)
        var width = 2 * guess
        for _ in 0..<2000 {
            let next = position + direction * width
            if abs(exponent(next) - here) <= 8, isSmooth(from: share, to: next, step: 0.5) { break }
            width /= 2
        }
        // Wider while the exponent hardly moves: it may be flat over many panels.
        while width < 1e300 {
            let next = position + direction * 2 * width
            guard abs(exponent(next) - here) <= 4, isSmooth(from: share, to: next, step: 0.25) else { break }
            width *= 2
        }
        return width
    }

    /// Whether the survival moves by at most `step` from `share`, and by a factor of at most
    /// e⁸ as long as it counts: nodes must not step over its end.
    private func isSmooth(from share: Double, to position: Double, step: Double) -> Bool {
        guard law.kink == nil else { return true }
        let other = law.survival(mode + position)
        guard abs(other - share) <= step else { return false }
        return max(share, other) < 1e-18 || min(share, other) > 3e-4 * max(share, other)
    }

    /// One panel, halved until both halves together agree with the whole.
    private func refined(
        from lower: Double, to upper: Double, scale: SIMD8<Double>, budget: inout Int
    ) -> SIMD8<Double> {
        refined(
            from: lower, to: upper, whole: panel(from: lower, to: upper), scale: scale, budget: &budget)
    }

    private func refined(
        from lower: Double, to upper: Double, whole: SIMD8<Double>, scale: SIMD8<Double>, budget: inout Int
    ) -> SIMD8<Double> {
        let middle = lower + 0.5 * (upper - lower)
        let left = panel(from: lower, to: middle)
        let right = panel(from: middle, to: upper)
        let both = left + right
        let total = scale + both
        let agrees = (0..<5).allSatisfy { abs(both[$0] - whole[$0]) <= 1e-13 * total[$0] }
        guard !agrees, budget > 0, middle > lower, middle < upper else { return both }
        budget -= 1
        return refined(from: lower, to: middle, whole: left, scale: total - left, budget: &budget)
            + refined(from: middle, to: upper, whole: right, scale: total - right, budget: &budget)
    }

    private func panel(from lower: Double, to upper: Double) -> SIMD8<Double> {
        GaussLegendre.integrals(from: lower, to: upper) { integrands($0) }
    }
}
