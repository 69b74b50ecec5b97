/// What became of the contacts that arrived in one slot of time.
public struct SlotCounts: Sendable, Hashable {
    /// Contacts that arrived, answered or not.
    public var offered = 0
    public var answeredInTime = 0
    /// Gone before an answer; `abandonedInTime` within the answer threshold,
    /// `shortAbandoned` within the contract's threshold for abandonments that do not count.
    public var abandoned = 0
    public var abandonedInTime = 0
    public var shortAbandoned = 0
    /// Seconds waited by those answered, and by those who were not.
    public var answeredWaitSeconds = 0.0
    public var abandonedWaitSeconds = 0.0

    public init() {}

    public var answered: Int { offered - abandoned }

    public static func += (sum: inout SlotCounts, other: SlotCounts) {
        sum.offered += other.offered
        sum.answeredInTime += other.answeredInTime
        sum.abandoned += other.abandoned
        sum.abandonedInTime += other.abandonedInTime
        sum.shortAbandoned += other.shortAbandoned
        sum.answeredWaitSeconds += other.answeredWaitSeconds
        sum.abandonedWaitSeconds += other.abandonedWaitSeconds
    }
}
