import Foundation

/// The stationary weights of M/M/n+M that every result of Erlang A is made of, all divided by
/// the weight of the state "n in service, none waiting" and by e^L (`VirtualWaitDensity`).
///
/// Aₙ = Σⱼ Πₖ₌₁…ⱼ a/(n + kϑ) over the number j waiting (Palm 1957; Garnett, Mandelbaum &
/// Reiman 2002) equals n∫f, and its first moment gives the abandonments. The sum is used while
/// it is short; else the integral, whose cost does not grow with load or patience.
struct QueueWeights: Sendable, Equatable {
    /// Weight of the states with a free agent; infinite when waiting is rarer than 1e-308.
    let freeAgent: Double
    /// Weight of the states without a free agent.
    let allBusy: Double
    /// Weight of the states with someone waiting: `allBusy` less the state with none waiting.
    let someWaiting: Double
    /// ϑ/a × mean number waiting, unnormalised: over the total it is P(abandon).
    let abandoning: Double

    /// - Precondition: agents ≥ 1, offeredLoad > 0.
    init(servers: Servers, offeredLoad: Double, density: VirtualWaitDensity) {
        let lessOne = servers.inverseFull.lessOne
        // An infinite weight belongs to n ≫ a, where L = 0; ∞·0 cannot arise.
        let scale = exp(-density.logPeak)
        freeAgent = lessOne.isFinite ? lessOne * scale : lessOne
        let sums =
            Self.isShort(density: density, offeredLoad: offeredLoad)
            ? Self.series(density: density, offeredLoad: offeredLoad)
            : Self.quadrature(density: density)
        allBusy = sums.allBusy
        someWaiting = sums.someWaiting
        abandoning = sums.abandoning
    }

    typealias Sums = (allBusy: Double, someWaiting: Double, abandoning: Double)

    /// Whether the series converges within a few thousand terms and cannot overflow.
    static func isShort(density: VirtualWaitDensity, offeredLoad: Double) -> Bool {
        guard density.logPeak < 600 else { return false }
        let load = offeredLoad
        let rate = density.abandonmentRate
        let toMode = max(0, (load - density.agents) / rate)
        let gaussianTail = (90 * load / rate).squareRoot()
        let geometricTail =
            density.agents > load ? 45 / log(density.agents / load) : Double.infinity
        return toMode + min(gaussianTail, geometricTail) < 2000
    }

    /// The sums by direct addition of positive terms.
    ///
    /// - Complexity: O(√(a/ϑ) + (a − n)⁺/ϑ).
    static func series(density: VirtualWaitDensity, offeredLoad: Double) -> Sums {
        let rate = density.abandonmentRate
        var term = 1.0
        var waiting = 0.0
        var abandoning = 0.0
        var j = 0.0
        while true {
            j += 1
            let departures = density.agents + j * rate
            // ϑj/a times term j, from term j − 1: no division by a tiny load.
            let share = term * (j * rate / departures)
            term *= offeredLoad / departures
            waiting += term
            abandoning += share
            // Later ratios are smaller still, so the rest is under a geometric series.
            let next = offeredLoad / (departures + rate)
            if next >= 1 { continue }
            let rest = share * next * (1 + 1 / (j * (1 - next))) / (1 - next)
            if rest <= 1e-18 * abandoning { break }
        }
        let scale = exp(-density.logPeak)
        return ((1 + waiting) * scale, waiting * scale, abandoning * scale)
    }

    /// The same sums as integrals of the virtual wait.
    ///
    /// - Complexity: O(1).
    static func quadrature(density: VirtualWaitDensity) -> Sums {
        let busy = density.agents * density.integral(of: .all, from: 0, to: .infinity)
        let gone = density.agents * density.integral(of: .abandoned, from: 0, to: .infinity)
        // Cancels only where the free states dominate by as much (a·free ≥ n).
        let waiting = max(0, busy - exp(-density.logPeak))
        return (busy, waiting, gone)
    }
}
