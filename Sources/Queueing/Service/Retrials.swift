/// A queue where a share of those who abandon call again at once, until the total rate
/// λ = λ₀ + r·P(Ab)·λ feeds itself (Cohen 1957; Aguir, Karaesmen, Akşin & Chauvet 2004).
public struct Retrials: Sendable, Hashable {
    /// First calls and repeated ones, per hour.
    public let totalCallsPerHour: Double
    /// What the total rate gives; shares over **all** calls, first and repeated.
    public let performance: ServicePerformance
    /// Share of the customers who give up for good: (1 − r)P(Ab)/(1 − r·P(Ab)).
    public let lostShare: Double

    /// - Parameters:
    ///   - model: how callers wait.
    ///   - redialShare: r, 0 ≤ r < 1.
    ///   - callsPerHour: first calls per hour λ₀, finite, ≥ 0.
    ///   - handleTimeSeconds: finite, > 0.
    ///   - agents: 0 … `maximumAgents`.
    ///   - thresholdSeconds: the answer threshold T, ≥ 0, infinity allowed.
    ///   - definition: what the contract counts as service level.
    /// - Complexity: about 10 evaluations of the model; one without redials.
    public init(
        model: QueueModel, redialShare: Double, callsPerHour: Double, handleTimeSeconds: Double,
        agents: Int, thresholdSeconds: Double,
        definition: ServiceLevelDefinition = .servedOverOffered
    ) throws(QueueingError) {
        guard redialShare >= 0, redialShare < 1 else {
            throw .outOfDomain(.redialShare, value: redialShare)
        }
        let total =
            try redialShare == 0 || callsPerHour == 0
            ? callsPerHour
            : Self.equilibrium(first: callsPerHour, redialShare: redialShare) {
                calls throws(QueueingError) in
                try Queueing.performance(
                    of: model, callsPerHour: calls, handleTimeSeconds: handleTimeSeconds,
                    agents: agents, thresholdSeconds: 0
                ).abandonment
            }
        performance = try Queueing.performance(
            of: model, callsPerHour: total, handleTimeSeconds: handleTimeSeconds, agents: agents,
            thresholdSeconds: thresholdSeconds, definition: definition)
        totalCallsPerHour = total
        let again = redialShare * performance.abandonment
        lostShare = ((1 - redialShare) * performance.abandonment / (1 - again)).clampedToUnit
    }

    /// The root of λ(1 − r·P(Ab)) = λ₀: the left side grows with λ, since served calls do, and the
    /// root lies in [λ₀, λ₀/(1 − r)]. Secants kept inside the bracket (Illinois, Dowell &
    /// Jarratt 1971), halving where they are slow.
    private static func equilibrium(
        first: Double, redialShare: Double, abandonment: (Double) throws(QueueingError) -> Double
    ) throws(QueueingError) -> Double {
        func excess(_ calls: Double) throws(QueueingError) -> Double {
            calls * (1 - redialShare * (try abandonment(calls))) - first
        }
        var low = first
        var high = first / (1 - redialShare)
        var lowValue = try excess(low)
        var highValue = try excess(high)
        guard lowValue < 0 else { return low }
        guard highValue > 0 else { return high }
        var lastWasLow: Bool?
        for step in 1...200 {
            let secant = low + (high - low) * (lowValue / (lowValue - highValue))
            let middle = low + 0.5 * (high - low)
            let trial = step.isMultiple(of: 8) || !(secant > low && secant < high) ? middle : secant
            let value = try excess(trial)
            if abs(value) <= 1e-15 * first || high - low <= 4e-16 * high { return trial }
            if value < 0 {
                low = trial
                lowValue = value
                if lastWasLow == true { highValue /= 2 }
                lastWasLow = true
            } else {
                high = trial
                highValue = value
                if lastWasLow == false { lowValue /= 2 }
                lastWasLow = false
            }
        }
        return low + 0.5 * (high - low)
    }
}
