import Foundation

/// A call rate Λ = λG with G gamma of mean 1 and the given coefficient of variation.
struct UncertainRate {
    /// k = 1/c².
    private let shape: Double

    /// - Precondition: variation > 0.
    init(variation: Double) {
        shape = 1 / (variation * variation)
    }

    /// The logarithm of G's density **weighted by calls** (gamma of shape k + 1), over y = ln G
    /// and up to a constant: y − k(e^y − 1 − y), smooth for every k.
    private func logWeight(_ y: Double) -> Double {
        y - shape * VirtualWaitDensity.excess(-y)
    }

    /// ln G where the weight has fallen by e^(−26) on either side of its peak.
    private var range: (low: Double, peak: Double, high: Double) {
        let peak = log1p(1 / shape)
        let floor = logWeight(peak) - 26
        func edge(_ direction: Double) -> Double {
            var inside = peak
            var step = 1.0
            while logWeight(peak + direction * step) > floor { step *= 2 }
            var outside = peak + direction * step
            for _ in 0..<60 {
                let middle = 0.5 * (inside + outside)
                if logWeight(middle) > floor { inside = middle } else { outside = middle }
            }
            return outside
        }
        return (edge(-1), peak, edge(1))
    }

    /// Means over G of the queue's performance at rate λG.
    ///
    /// Integrated over ln G, all shares from the same evaluations; error under 1e-8.
    /// - Complexity: 30 … 60 evaluations of the queue where callers lose patience, 100 … 300 where
    ///   they do not.
    func performance(
        of queue: ServiceQueue, callsPerHour: Double, handleTimeSeconds: Double, agents: Int,
        thresholdSeconds: Double, definition: ServiceLevelDefinition
    ) throws(QueueingError) -> ServicePerformance {
        let top = logWeight(range.peak)
        func integrand(_ y: Double) throws(QueueingError) -> SIMD8<Double> {
            let weight = exp(logWeight(y) - top)
            let factor = exp(y)
            let calls = max(.leastNonzeroMagnitude, callsPerHour * factor)
            let retrials = try Retrials(
                model: queue.model, redialShare: queue.redialShare,
                callsPerHour: calls, handleTimeSeconds: handleTimeSeconds,
                agents: agents, thresholdSeconds: thresholdSeconds, definition: definition)
            let service = retrials.performance
            let offered = retrials.totalCallsPerHour / calls
            let wait = service.averageSpeedOfAnswerSeconds
            return weight
                * SIMD8(
                    1, offered * service.serviceLevel * service.countedShare,
                    offered * service.countedShare, offered * service.waitProbability,
                    queue.model.isEndless ? 0 : offered * wait, offered * service.abandonment,
                    service.occupancy / factor, offered)
        }
        // The peak's width times its height 1 is the whole weight, about.
        let width = (2 * Double.pi / (shape + 1)).squareRoot()
        var accepted = SIMD8<Double>(repeating: 1e-7 * width)
        accepted[4] *= max(1, handleTimeSeconds)
        // Without an end of patience the queue has a kink where the load meets the agents.
        var sum = queue.model.isEndless ? nil : try trapezia(accepted, of: integrand)
        if sum == nil {
            let load = try offeredLoad(
                callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds)
            let critical = log(Double(agents) * queue.model.pacePerAgent / load)
            sum = try panels(accepted, splitAt: critical, of: integrand)
        }
        guard let sum else { throw .outOfDomain(.rateVariation, value: queue.rateVariation) }
        let offered = sum[7]
        let counted = sum[2]
        return ServicePerformance(
            serviceLevel: counted > 0 ? (sum[1] / counted).clampedToUnit : 0,
            waitProbability: (sum[3] / offered).clampedToUnit,
            averageSpeedOfAnswerSeconds: queue.model.isEndless ? .infinity : sum[4] / offered,
            occupancy: (sum[6] / sum[0]).clampedToUnit,
            abandonment: (sum[5] / offered).clampedToUnit,
            countedShare: (counted / offered).clampedToUnit)
    }

    /// The trapezium rule, halved until two steps agree: for a smooth integrand that dies out on
    /// both sides its error falls geometrically with the number of points (Trefethen & Weideman
    /// 2014), so that the finer one is far closer than they differ.
    ///
    /// - Returns: nil where three halvings do not agree.
    private func trapezia(
        _ accepted: SIMD8<Double>, of integrand: (Double) throws(QueueingError) -> SIMD8<Double>
    ) throws(QueueingError) -> SIMD8<Double>? {
        let range = range
        var count = 16
        let step = (range.high - range.low) / Double(count)
        var sum = SIMD8<Double>.zero
        for k in 0...count { sum += try integrand(range.low + Double(k) * step) }
        var last = sum * step
        for _ in 0..<3 {
            let step = (range.high - range.low) / Double(count)
            for k in 0..<count { sum += try integrand(range.low + (Double(k) + 0.5) * step) }
            let value = sum * (step / 2)
            let difference = value - last
            if difference.indices.allSatisfy({ abs(difference[$0]) <= accepted[$0] }) { return value }
            last = value
            count *= 2
        }
        return nil
    }

    /// Adaptive panels, split where the load meets the agents.
    private func panels(
        _ accepted: SIMD8<Double>, splitAt critical: Double,
        of integrand: (Double) throws(QueueingError) -> SIMD8<Double>
    ) throws(QueueingError) -> SIMD8<Double> {
        let range = range
        let deviation = 1 / (shape + 1).squareRoot()
        let cuts = [-.infinity, -5, -2.5, 0, 2.5, 5, .infinity].map {
            min(range.high, max(range.low, range.peak + $0 * deviation))
        }
        let stretches = (cuts + [min(range.high, max(range.low, critical))]).sorted()
        var sum = SIMD8<Double>.zero
        for (low, high) in zip(stretches, stretches.dropFirst()) {
            sum += try GaussKronrod.integrals(
                from: low, to: high, disagreement: accepted, of: integrand)
        }
        return sum
    }
}
