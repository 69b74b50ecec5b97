/// Time that agents are paid or planned for without being at work on the campaign.
public struct Shrinkage: Sendable, Hashable {
    /// Away from the floor (leave, sickness…): a share, 0 ≤ s < 1.
    public let externalShare: Double
    /// On the floor but not on calls (training, meetings, listening…): a share of what is left.
    public let internalShare: Double

    public init(external: Double = 0, internal: Double = 0) throws(QueueingError) {
        for share in [external, `internal`] {
            guard share >= 0, share < 1 else { throw .outOfDomain(.shrinkage, value: share) }
        }
        externalShare = external
        internalShare = `internal`
    }

    /// Agents to schedule so that `agents` are at work: n/((1 − external)(1 − internal)),
    /// rounded up once.
    ///
    /// A quotient within 1e-9 of a whole number is that number: 10/(1 − 0.5) is 20, and
    /// 7/(1 − 0.3) is 10 although it computes as 10.000000000000002.
    /// - Parameter agents: 0 … `maximumAgents`.
    /// - Throws: `.outOfDomain(.shrinkage, …)` where the result would pass 2⁵³.
    /// - Complexity: O(1).
    public func scheduledAgents(forAgents agents: Int) throws(QueueingError) -> Int {
        try Domain.requireAgents(agents)
        let quotient = Double(agents) / ((1 - externalShare) * (1 - internalShare))
        guard quotient < 0x1p53 else {
            throw .outOfDomain(.shrinkage, value: max(externalShare, internalShare))
        }
        let nearest = quotient.rounded()
        let isWhole = abs(quotient - nearest) <= 1e-9 * max(1, quotient)
        return Int(isWhole ? nearest : quotient.rounded(.up))
    }
}
