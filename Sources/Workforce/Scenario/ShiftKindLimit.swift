/// How few distinct shifts people want to live with: a kind of shift is a start and an end
/// ("9 h–17 h"), whatever the breaks; counted for each campaign over all weeks of the plan.
public struct ShiftKindLimit: Hashable, Sendable, Codable {
    /// Most kinds of one campaign; nil = as many as pay.
    public var most: Int?
    /// What one more kind must save in each week of the plan to be worth having.
    public var pricePerWeek: Money

    public init(most: Int? = nil, pricePerWeek: Money = .zero) {
        self.most = most
        self.pricePerWeek = pricePerWeek
    }
}
