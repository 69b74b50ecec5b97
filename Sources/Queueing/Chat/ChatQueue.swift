/// Conversations held several at once: agents with c slots each, customers who wait in one queue
/// and may leave it.
///
/// An agent with m conversations finishes r(m) = μm/(1 + g(m − 1)) of them per unit of time,
/// μ = 1/solo handle time: with slowdown g = 0 they do not disturb each other, with g = 1 an agent
/// is no faster with several than with one. New conversations go to the agents with the fewest, so
/// that they differ by one at most and the number of customers is a birth–death process: from j
/// they leave at Σᵢ r(mᵢ) + (j − nc)⁺/patience (limited processor sharing; Luo & Zhang 2013). While
/// every slot is taken, the queue is that of M/M/n+M at the rate n·r(c), so that the waits have
/// Erlang A's integrals. With one slot it *is* Erlang A, and Erlang C for endless patience.
public struct ChatQueue: Sendable, Equatable {
    /// Mean number of conversations of an agent, 0 … c.
    public let meanChatsPerAgent: Double
    /// Mean time from the answer to the end of a conversation, in seconds, by Little's law.
    /// Without agents the longest, with every slot taken; without load the solo handle time.
    public let meanChatDurationSeconds: Double
    /// The queue before the agents; its agents serve n·r(c) when every slot is taken.
    let queue: ErlangA

    /// - Parameters:
    ///   - chatsPerHour: arrivals per hour, finite, ≥ 0.
    ///   - soloHandleTimeSeconds: mean handle time of a conversation held alone, finite, > 0.
    ///   - slots: conversations an agent holds at once, c = 1 … `maximumChatSlots`.
    ///   - slowdown: g, 0 … 1.
    ///   - patienceSeconds: mean patience, ≥ 0, infinity allowed.
    ///   - agents: 0 … `maximumAgents`.
    /// - Complexity: O(nc), less where few slots are free; then as `ErlangA`.
    public init(
        chatsPerHour: Double, soloHandleTimeSeconds: Double, slots: Int, slowdown: Double,
        patienceSeconds: Double, agents: Int
    ) throws(QueueingError) {
        let load = try Queueing.offeredLoad(
            callsPerHour: chatsPerHour, handleTimeSeconds: soloHandleTimeSeconds)
        guard (1...maximumChatSlots).contains(slots) else {
            throw .outOfDomain(.chatSlots, value: Double(slots))
        }
        try Domain.requireShare(slowdown, .chatSlowdown)
        try Domain.requireNonNegative(patienceSeconds, .patienceSeconds)
        try Domain.requireAgents(agents)
        let places = ChatPlaces(agents: agents, slots: slots, slowdown: slowdown, offeredLoad: load)
        queue = ErlangA(
            offeredLoad: load, handleTimeSeconds: soloHandleTimeSeconds,
            patienceSeconds: patienceSeconds,
            servers: Servers(
                agents: agents, capacity: places.capacity, freeOverFull: places.freeOverFull))
        let longest = soloHandleTimeSeconds * (1 + slowdown * Double(slots - 1))
        guard agents > 0, load > 0 else {
            meanChatsPerAgent = load > 0 ? Double(slots) : 0
            meanChatDurationSeconds = load > 0 ? longest : soloHandleTimeSeconds
            return
        }
        let taken = queue.waitProbability * Double(slots)
        meanChatsPerAgent = taken + (1 - queue.waitProbability) * places.chatsPerAgentWhenFree
        let ended = queue.occupancy * places.capacity / Double(agents)
        meanChatDurationSeconds =
            ended > 0
            ? min(longest, meanChatsPerAgent / ended * soloHandleTimeSeconds) : soloHandleTimeSeconds
    }

    /// Offered load in erlangs of conversations held alone: arrivals × solo handle time.
    public var offeredLoad: Double { queue.offeredLoad }
    /// P(W > 0): every slot of every agent is taken.
    public var waitProbability: Double { queue.waitProbability }
    /// P(Ab): the share of customers that leave the queue.
    public var abandonment: Double { queue.abandonment }
    /// Mean time in queue over **all** arrivals, served or not, in seconds.
    public var averageSpeedOfAnswerSeconds: Double { queue.averageSpeedOfAnswerSeconds }
    /// Share of the agents' capacity n·r(c) that is used: with one slot the time that an agent is
    /// busy. Without agents the limit: 1 under any load, 0 without load.
    public var occupancy: Double { queue.occupancy }

    /// Service level within the threshold as the contract defines it.
    ///
    /// - Parameters:
    ///   - thresholdSeconds: time to the answer, ≥ 0, infinity allowed.
    ///   - definition: what the contract counts.
    /// - Returns: a share; 0 where the definition divides by no customer at all.
    /// - Complexity: O(1), one to three quadratures.
    public func serviceLevel(
        withinSeconds thresholdSeconds: Double,
        definition: ServiceLevelDefinition = .servedOverOffered
    ) throws(QueueingError) -> Double {
        try queue.serviceLevel(withinSeconds: thresholdSeconds, definition: definition)
    }

    /// P(gone, after a wait of at most the threshold), over all customers.
    ///
    /// - Parameter thresholdSeconds: ≥ 0, infinity allowed (then P(Ab)).
    public func abandonment(
        withinSeconds thresholdSeconds: Double
    ) throws(QueueingError) -> Double {
        try queue.abandonment(withinSeconds: thresholdSeconds)
    }
}

/// The most conversations that the formulas let an agent hold at once.
public let maximumChatSlots = 100
