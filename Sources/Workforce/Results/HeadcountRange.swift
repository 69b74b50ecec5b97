/// How many people of one contract a campaign's week uses, and how many any plan of about the same
/// cost must use.
public struct HeadcountRange: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    public var week: Int
    public var contract: Identifier<EmploymentContract>
    /// People in the plan, and what their week costs: wages, overtime premiums, contributions.
    public var chosen: Int
    public var cost: Money
    /// Proved: no plan that costs at most `tolerance` (a share) more than this one has fewer or
    /// more people of the contract. `most` is nil where nothing limits them.
    public var least: Int
    public var most: Int?
    public var tolerance: Double

    public init(
        campaign: Identifier<Campaign>, week: Int, contract: Identifier<EmploymentContract>, chosen: Int,
        cost: Money, least: Int, most: Int?, tolerance: Double
    ) {
        self.campaign = campaign
        self.week = week
        self.contract = contract
        self.chosen = chosen
        self.cost = cost
        self.least = least
        self.most = most
        self.tolerance = tolerance
    }
}
