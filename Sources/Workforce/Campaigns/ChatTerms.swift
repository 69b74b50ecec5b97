/// Written conversations, several at once per agent.
public struct ChatTerms: Hashable, Sendable, Codable {
    public var demand: DemandSource
    /// Handle time of one conversation held alone.
    public var handleTime: Seconds
    /// Conversations an agent holds at once.
    public var concurrency: Int
    /// g of r(m) = μm/(1 + g(m − 1)): 0 = conversations do not slow each other down,
    /// 1 = an agent is no faster with several than with one.
    public var slowdown: Double
    /// Mean patience in the queue; nil = customers wait for ever.
    public var patience: Seconds?
    public var target: ServiceTarget

    public init(
        demand: DemandSource, handleTime: Seconds, concurrency: Int, slowdown: Double = 0,
        patience: Seconds? = nil, target: ServiceTarget
    ) {
        self.demand = demand
        self.handleTime = handleTime
        self.concurrency = concurrency
        self.slowdown = slowdown
        self.patience = patience
        self.target = target
    }
}
