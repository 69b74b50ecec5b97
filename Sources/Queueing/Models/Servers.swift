/// What stands before a queue: agents who together serve `capacity` contacts per handle time while
/// all of them are busy. Everything about waits follows from that rate and from how often all are
/// busy.
struct Servers: Sendable {
    let agents: Int
    /// n agents with one call each serve n. At least 1 where there are agents.
    let capacity: Double
    /// 1/P(all busy | none waiting), and that less one: Σ weights of the states with a free agent
    /// over the weight of the state "all busy, none waiting". Both may be infinite.
    let inverseFull: (value: Double, lessOne: Double)

    /// Agents who serve one call each: 1/B and 1/B − 1 of the loss system.
    init(agents: Int, offeredLoad: Double) {
        self.agents = agents
        capacity = Double(agents)
        inverseFull = ErlangB.inverseBlocking(agents: agents, offeredLoad: offeredLoad)
    }

    init(agents: Int, capacity: Double, freeOverFull: Double) {
        self.agents = agents
        self.capacity = capacity
        inverseFull = (1 + freeOverFull, freeOverFull)
    }
}
