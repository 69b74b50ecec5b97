/// A team for which a dialler calls ahead: people who answer arrive like calls, and those who
/// find no agent in time are dropped.
///
/// The dialler raises its pace until the dropped share of live answers reaches its cap. Answers
/// are Poisson, a erlangs of agents' time (conversation and the legal gap after it), and the most
/// they may be is the largest a with
/// - B(n, a) ≤ cap where an answer must find an agent at once (Erlang 1917),
/// - P(Ab) ≤ cap in Erlang A, patience the time allowed to connect, where it may wait a little
///   (Palm 1957).
///
/// Small teams dial badly: at a cap of 3 % and no wait, agents are busy 54 % of the time in a team
/// of 10, 68 % of 20, 81 % of 50 and 88 % of 100.
public struct PredictiveDialing: Sendable, Equatable {
    /// Agents dialled for together.
    public let agents: Int
    /// Talk, wrap-up and the gap that the rules impose after a conversation, in seconds.
    public let handleTimeSeconds: Double
    /// Live answers in erlangs of agents' time, dropped ones included.
    public let offeredLoad: Double
    /// Share of live answers that find no agent in time: the cap, but for rounding.
    public let droppedShare: Double

    /// - Parameters:
    ///   - agents: 1 … `maximumAgents`.
    ///   - handleTimeSeconds: talk and wrap-up of a conversation, finite, > 0.
    ///   - gapSeconds: imposed once after each conversation, finite, ≥ 0.
    ///   - maximumDropped: cap on the dropped share of live answers, 0 < cap < 1.
    ///   - connectWithinSeconds: how long an answer waits for an agent on average before it is
    ///     dropped, finite, ≥ 0; with 0 it must find one at once.
    /// - Throws: `QueueingError.outOfDomain`.
    /// - Complexity: about 45 evaluations of the queue, O(√agents) each.
    public init(
        agents: Int, handleTimeSeconds: Double, gapSeconds: Double = 0, maximumDropped: Double,
        connectWithinSeconds: Double
    ) throws(QueueingError) {
        try Domain.requireAgents(agents)
        guard agents > 0 else { throw .outOfDomain(.agents, value: 0) }
        try Domain.requirePositive(handleTimeSeconds, .handleTimeSeconds)
        try Domain.requireFinite(gapSeconds, .dialingSeconds)
        try Domain.requireFinite(connectWithinSeconds, .dialingSeconds)
        guard maximumDropped > 0, maximumDropped < 1 else {
            throw .outOfDomain(.droppedShare, value: maximumDropped)
        }
        let busySeconds = handleTimeSeconds + gapSeconds
        try Domain.requirePositive(busySeconds, .handleTimeSeconds)
        self.agents = agents
        self.handleTimeSeconds = busySeconds
        func dropped(_ load: Double) -> Double {
            ErlangA(
                offeredLoad: load, handleTimeSeconds: busySeconds, patienceSeconds: connectWithinSeconds,
                checkedAgents: agents
            ).abandonment
        }
        // At least 1 − n/a are dropped, so that no load over n/(1 − cap) keeps to the cap.
        var low = 0.0
        var high = Double(agents) / (1 - maximumDropped)
        while high - low > 1e-13 * high {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if dropped(middle) <= maximumDropped { low = middle } else { high = middle }
        }
        offeredLoad = low
        droppedShare = dropped(low)
    }

    /// Share of the time that an agent is in a conversation or in the gap after it.
    public var occupancy: Double {
        (offeredLoad * (1 - droppedShare) / Double(agents)).clampedToUnit
    }

    /// People who answer, an hour, dropped ones included.
    public var answersPerHour: Double { 3600 * offeredLoad / handleTimeSeconds }

    /// Conversations per hour of one agent.
    public var contactsPerAgentHour: Double { 3600 * occupancy / handleTimeSeconds }

    /// Attempts an hour of the whole team; infinite where nobody ever answers.
    ///
    /// - Parameter answerProbability: 0 … 1.
    public func attemptsPerHour(answerProbability: Double) throws(QueueingError) -> Double {
        try Domain.requireShare(answerProbability, .answerProbability)
        return answerProbability > 0 ? answersPerHour / answerProbability : .infinity
    }
}
