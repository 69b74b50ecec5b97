/// The states of a chat floor with a free slot, by the balance equations
/// p(j − 1) = p(j)·R(j)/a, from j = nc (every slot taken) downwards.
struct ChatPlaces: Sendable, Equatable {
    /// n·r(c), in units of 1/solo handle time: 1 or more where there are agents.
    let capacity: Double
    /// Σ p(j) over j < nc, divided by p(nc); infinite where all slots are hardly ever taken.
    let freeOverFull: Double
    /// Mean number of conversations of an agent while any slot is free.
    let chatsPerAgentWhenFree: Double

    /// - Precondition: agents ≥ 0, slots ≥ 1, 0 ≤ slowdown ≤ 1, offeredLoad ≥ 0.
    /// - Complexity: O(agents × slots), less where the weights die out early.
    init(agents: Int, slots: Int, slowdown: Double, offeredLoad: Double) {
        capacity = Double(agents) * Self.pace(slots, slowdown)
        // Under 1e-50 erlangs nobody ever waits, and the weights would overflow.
        guard agents > 0, offeredLoad > 1e-50 else {
            freeOverFull = agents > 0 ? .infinity : 0
            chatsPerAgentWhenFree = agents > 0 ? offeredLoad / Double(agents) : 0
            return
        }
        let most = 1e200
        var full = 1.0
        var weight = 1.0
        var free = 0.0
        var chats = 0.0
        var j = agents * slots
        while j > 0 {
            let ratio = Self.pace(present: j, agents: agents, slowdown) / offeredLoad
            weight *= ratio
            j -= 1
            free += weight
            chats += weight * Double(j)
            // R(j) only falls with j, so that the rest is under a geometric series.
            if ratio < 1, weight * ratio < (1 - ratio) * free * 1e-18 { break }
            if weight > most {
                full /= most
                weight /= most
                free /= most
                chats /= most
            }
        }
        freeOverFull = full > 0 ? free / full : .infinity
        chatsPerAgentWhenFree = free > 0 ? chats / free / Double(agents) : Double(slots)
    }

    /// r(m)/μ.
    static func pace(_ chats: Int, _ slowdown: Double) -> Double {
        chats == 0 ? 0 : Double(chats) / (1 + slowdown * Double(chats - 1))
    }

    /// R(j)/μ: j conversations, spread so that two agents differ by one at most.
    static func pace(present: Int, agents: Int, _ slowdown: Double) -> Double {
        let (each, more) = present.quotientAndRemainder(dividingBy: agents)
        return Double(agents - more) * pace(each, slowdown) + Double(more) * pace(each + 1, slowdown)
    }
}
