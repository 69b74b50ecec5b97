/// Back office, e-mail, callbacks: contacts that wait, with a due time.
public struct DeferredTerms: Hashable, Sendable, Codable {
    public var demand: DemandSource
    public var handleTime: Seconds
    /// Time within which an item must be done.
    public var dueWithin: Seconds
    /// Items that wait when the horizon begins; nil = as many as a usual week leaves.
    public var backlog: Int?

    public init(demand: DemandSource, handleTime: Seconds, dueWithin: Seconds, backlog: Int? = nil) {
        self.demand = demand
        self.handleTime = handleTime
        self.dueWithin = dueWithin
        self.backlog = backlog
    }
}
