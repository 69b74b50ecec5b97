/// A commercial proposal for one campaign over the horizon.
public struct Quote: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    public var basis: PriceBasis
    /// Quantity of the basis expected over the horizon.
    public var quantity: Double
    public var unitPrice: UnitPrice
    public var setupFee: Money
    public var trainingBilled: Money
    public var cost: Money
    /// Unit prices that give the same margin in the other bases; nil where the
    /// campaign produces nothing to count.
    public var pricePerLoggedHour: UnitPrice?
    public var pricePerContact: UnitPrice?
    public var pricePerSale: UnitPrice?

    public init(
        campaign: Identifier<Campaign>, basis: PriceBasis, quantity: Double, unitPrice: UnitPrice,
        setupFee: Money, trainingBilled: Money, cost: Money, pricePerLoggedHour: UnitPrice?,
        pricePerContact: UnitPrice?, pricePerSale: UnitPrice?
    ) {
        self.campaign = campaign
        self.basis = basis
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.setupFee = setupFee
        self.trainingBilled = trainingBilled
        self.cost = cost
        self.pricePerLoggedHour = pricePerLoggedHour
        self.pricePerContact = pricePerContact
        self.pricePerSale = pricePerSale
    }

    public var revenue: Money { unitPrice.amount(for: quantity) + setupFee + trainingBilled }
    public var margin: Money { revenue - cost }
    /// Margin on price; nil without revenue.
    public var marginShare: Double? {
        revenue.cents == 0 ? nil : Double(margin.cents) / Double(revenue.cents)
    }
    /// Mark-up on cost; nil without cost.
    public var markUpShare: Double? { cost.cents == 0 ? nil : Double(margin.cents) / Double(cost.cents) }
}
