public enum CostItem: String, Sendable, Codable, CaseIterable {
    case agentWages, premiums, overtime, employerContributions, supervision, training, listening
    case seats, telecom, software, overhead
}

/// One line of a cost build-up: quantity × unit price, rounded once.
public struct CostLine: Hashable, Sendable, Codable {
    public enum Unit: String, Sendable, Codable {
        case hours, minutes, agentMonths, supervisorMonths, seatMonths, share
    }

    public var campaign: Identifier<Campaign>
    public var item: CostItem
    public var quantity: Double
    public var unit: Unit
    public var unitPrice: UnitPrice
    public var amount: Money

    public init(
        campaign: Identifier<Campaign>, item: CostItem, quantity: Double, unit: Unit, unitPrice: UnitPrice,
        amount: Money
    ) {
        self.campaign = campaign
        self.item = item
        self.quantity = quantity
        self.unit = unit
        self.unitPrice = unitPrice
        self.amount = amount
    }
}

/// The four clocks of a campaign over the horizon, in hours, and what they produce.
public struct Production: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    /// Mean people with a tour per week, and their full-time equivalent at the legal week.
    public var headcount: Double
    public var fullTimeEquivalent: Double
    public var paidHours: Double
    public var effectiveHours: Double
    public var loggedHours: Double
    public var contacts: Double
    public var sales: Double

    public init(
        campaign: Identifier<Campaign>, headcount: Double, fullTimeEquivalent: Double, paidHours: Double,
        effectiveHours: Double, loggedHours: Double, contacts: Double, sales: Double
    ) {
        self.campaign = campaign
        self.headcount = headcount
        self.fullTimeEquivalent = fullTimeEquivalent
        self.paidHours = paidHours
        self.effectiveHours = effectiveHours
        self.loggedHours = loggedHours
        self.contacts = contacts
        self.sales = sales
    }
}

public struct CostEstimate: Hashable, Sendable, Codable {
    public var lines: [CostLine]
    public var production: [Production]

    public init(lines: [CostLine], production: [Production]) {
        self.lines = lines
        self.production = production
    }

    public var total: Money { lines.reduce(.zero) { $0 + $1.amount } }

    public func total(of campaign: Identifier<Campaign>) -> Money {
        lines.reduce(.zero) { $1.campaign == campaign ? $0 + $1.amount : $0 }
    }
}
