/// Offered load in erlangs: the mean number of agents busy if nobody ever waited.
///
/// - Parameters:
///   - callsPerHour: arrivals per hour, finite, ≥ 0.
///   - handleTimeSeconds: mean handle time (talk and wrap-up), finite, > 0.
/// - Complexity: O(1).
/// - Note: The product is taken before the division, so that 1200 calls of 300 s are
///   100 erlangs exactly.
public func offeredLoad(
    callsPerHour: Double, handleTimeSeconds: Double
) throws(QueueingError) -> Double {
    try Domain.requireFinite(callsPerHour, .callsPerHour)
    try Domain.requirePositive(handleTimeSeconds, .handleTimeSeconds)
    let load = callsPerHour * handleTimeSeconds / 3600
    guard load.isFinite else { throw .outOfDomain(.offeredLoad, value: load) }
    return load
}
