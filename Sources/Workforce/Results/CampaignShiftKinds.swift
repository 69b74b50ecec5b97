/// The kinds of shift chosen for one campaign, and what keeping to them costs.
public struct CampaignShiftKinds: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    /// Start and end of each kind, by start.
    public var kinds: [ClockRange]
    /// Kinds wanted at most; nil = no limit, only a price.
    public var limit: Int?
    /// Cost of fractional tours of these kinds over all weeks, cents.
    public var relaxedCost: Double
    /// No plan costs less, however many kinds it has: proved, over all weeks, cents.
    public var anyKindsBound: Double

    public init(
        campaign: Identifier<Campaign>, kinds: [ClockRange], limit: Int?, relaxedCost: Double,
        anyKindsBound: Double
    ) {
        self.campaign = campaign
        self.kinds = kinds
        self.limit = limit
        self.relaxedCost = relaxedCost
        self.anyKindsBound = anyKindsBound
    }

    /// Kinds beyond the limit, kept because somebody would have no legal week without them.
    public var excess: Int { limit.map { max(0, kinds.count - $0) } ?? 0 }
}
