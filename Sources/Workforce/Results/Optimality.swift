/// How good a result of an optimiser is proved to be.
public struct Optimality: Hashable, Sendable, Codable {
    public enum Status: String, Sendable, Codable { case optimal, feasible, stopped }

    public var status: Status
    /// Value reached and proved lower bound, in the stage's own unit (cents unless it says otherwise).
    public var cost: Double
    public var bound: Double

    public init(status: Status, cost: Double, bound: Double) {
        self.status = status
        self.cost = cost
        self.bound = bound
    }

    /// (cost − bound) / cost, at least 0.
    public var gap: Double { abs(cost) < 1e-9 ? 0 : max(0, (cost - bound) / abs(cost)) }
}
