/// One interval of a period whose service is measured as a whole.
public struct PeriodInterval: Sendable, Hashable {
    /// Calls offered, in any unit common to the period: finite, ≥ 0.
    public let calls: Double
    /// Fewest agents allowed, 0 … `maximumAgents`.
    public let leastAgents: Int
    /// Cost of one agent for this interval, in any unit common to the period: finite, > 0.
    public let costPerAgent: Double

    /// - Throws: `QueueingError.outOfDomain`.
    public init(calls: Double, leastAgents: Int = 0, costPerAgent: Double = 1) throws(QueueingError) {
        try Domain.requireFinite(calls, .calls)
        try Domain.requireAgents(leastAgents)
        try Domain.requirePositive(costPerAgent, .costPerAgent)
        self.calls = calls
        self.leastAgents = leastAgents
        self.costPerAgent = costPerAgent
    }
}

/// The agents of every interval that meet a target over the whole period, and how far from the
/// cheapest they can be.
public struct PeriodStaffing: Sendable, Hashable {
    /// Agents at work, interval by interval.
    public let agents: [Int]
    /// Calls in time over calls counted, in the whole period; 1 where nothing is counted.
    public let serviceLevel: Double
    /// Σ cost × agents.
    public let cost: Double
    /// No staffing that meets the target costs less: the Lagrangian (concave) bound, rounded up
    /// to a whole number of agents where all of them cost the same. `cost` = `bound` is a proof
    /// of optimality.
    public let bound: Double
}

/// Why a period has no staffing.
public enum PeriodStaffingError<Failure: Error>: Error {
    /// A number outside its domain, or a target that no staffing reaches.
    case queueing(QueueingError)
    /// What the caller's service function threw.
    case service(Failure)
}

extension PeriodStaffingError: Equatable where Failure: Equatable {}

/// The cheapest agents per interval so that the **period's** service level reaches `share`:
/// min Σ cₜnₜ with Σ wₜ·inTimeₜ(nₜ) ≥ share·Σ wₜ·countedₜ(nₜ), nₜ ≥ leastₜ.
///
/// Contracts measure the day, the week or the month; meeting the target in every interval alone
/// costs more. The gain wₜ(inTime − share·counted) rises with n along an S: convex while nearly
/// all calls wait, concave beyond. Marginal allocation (Fox 1966) along its upper concave
/// envelope solves the Lagrangian relaxation, whose value is the bound; what the envelope leaves
/// open is closed by partial steps, other intervals and exchanges.
/// - Parameters:
///   - share: target of the period, 0 ≤ share < 1.
///   - intervals: the period; empty gives no agents.
///   - service: shares of the calls **offered** in an interval that `agents` serve in time and
///     that the contract counts (numerator and denominator of its definition), 0 ≤ inTime ≤
///     counted ≤ 1; the difference inTime − share·counted S-shaped in `agents`, as in every
///     queue here. Asked a few dozen times per interval at most, never twice the same question.
/// - Throws: `.queueing(.targetUnreachable(.serviceLevel))` where `share` is 1 or no number of
///   agents reaches it; `.service` with what `service` threw.
/// - Complexity: O(log a + √a) questions per interval of load a, and O(log T) per step.
public func smallestPeriodStaffing<Failure: Error>(
    share: Double, intervals: [PeriodInterval],
    service: (_ interval: Int, _ agents: Int) throws(Failure) -> (inTime: Double, counted: Double)
) throws(PeriodStaffingError<Failure>) -> PeriodStaffing {
    do throws(QueueingError) {
        try Domain.requireShare(share, .serviceLevelTarget)
    } catch {
        throw .queueing(error)
    }
    do throws(Failure) {
        var search = PeriodSearch<Failure>(share: share, intervals: intervals)
        if let staffing = try search.smallest(service) { return staffing }
    } catch {
        throw .service(error)
    }
    throw .queueing(.targetUnreachable(.serviceLevel))
}
