import Foundation

/// Servers that would be busy in an interval if there were always enough of them.
public struct ModifiedOfferedLoad: Sendable, Hashable {
    /// Mean over the interval, in erlangs.
    public let mean: Double
    /// Largest value within the interval, in erlangs: staffing for it ("MOL-max") holds the
    /// service at every moment.
    public let maximum: Double
    /// Value at the end of the interval, in erlangs.
    public let end: Double
}

/// The modified offered load m(t) of a queue whose arrival rate changes: the mean number of busy
/// servers when there are infinitely many, m′ = λ(t) − μm. Contacts that began earlier still count,
/// so that m lags behind the rate by about a handle time (Jennings, Mandelbaum, Massey & Whitt
/// 1996, eq. 4; Eick, Massey & Whitt 1993).
///
/// The rate and the handle time are constant within an interval, so that m runs exponentially from
/// its start to the interval's own load and its largest value lies at one of the ends.
///
/// - Parameters:
///   - callsPerHour: arrivals per hour by interval, each finite, ≥ 0.
///   - handleTimeSeconds: mean handle time by interval, each finite, > 0; as many as rates.
///   - intervalSeconds: length of an interval, finite, > 0.
///   - busyAtStart: m before the first interval, in erlangs, finite, ≥ 0; 0 at an opening. Nil
///     continues what went on before at the first interval's rate.
/// - Complexity: O(intervals).
public func modifiedOfferedLoad(
    callsPerHour: [Double], handleTimeSeconds: [Double], intervalSeconds: Double,
    busyAtStart: Double? = 0
) throws(QueueingError) -> [ModifiedOfferedLoad] {
    try Domain.requirePositive(intervalSeconds, .intervalSeconds)
    if let busyAtStart { try Domain.requireFinite(busyAtStart, .offeredLoad) }
    guard callsPerHour.count == handleTimeSeconds.count else {
        throw .outOfDomain(.handleTimeSeconds, value: Double(handleTimeSeconds.count))
    }
    var start = busyAtStart
    var loads: [ModifiedOfferedLoad] = []
    loads.reserveCapacity(callsPerHour.count)
    for (calls, handleTime) in zip(callsPerHour, handleTimeSeconds) {
        let load = try offeredLoad(callsPerHour: calls, handleTimeSeconds: handleTime)
        let first = start ?? load
        let decays = intervalSeconds / handleTime
        // (1 − e^(−x))/x: the mean of the decay over the interval.
        let meanDecay = decays < 1e-8 ? 1 - decays / 2 : -expm1(-decays) / decays
        let end = load + (first - load) * exp(-decays)
        loads.append(
            ModifiedOfferedLoad(
                mean: load + (first - load) * meanDecay, maximum: max(first, end), end: end))
        start = end
    }
    return loads
}
