/// What agents must be taught before they work for a campaign.
public struct TrainingNeed: Hashable, Sendable, Codable {
    /// Length of one session, breaks inside.
    public var sessionMinutes: Int
    /// Sessions each new agent attends, in order.
    public var sessions: Int
    public var classSize: ClosedRange<Int>

    public init(sessionMinutes: Int, sessions: Int, classSize: ClosedRange<Int>) {
        self.sessionMinutes = sessionMinutes
        self.sessions = sessions
        self.classSize = classSize
    }

    public var minutesPerAgent: Int { sessionMinutes * sessions }
}

/// What the quality department promised the client.
public struct QualityPlan: Hashable, Sendable, Codable {
    public var listeningsPerAgentAndMonth: Int
    public var listeningMinutes: Int

    public init(listeningsPerAgentAndMonth: Int, listeningMinutes: Int) {
        self.listeningsPerAgentAndMonth = listeningsPerAgentAndMonth
        self.listeningMinutes = listeningMinutes
    }
}

/// How the client pays.
public struct PriceTerms: Hashable, Sendable, Codable {
    /// Unit that the quote is written in and the invoice counts.
    public var basis: PriceBasis
    /// Agreed price per unit of `basis`; nil = computed from cost and `targetMargin`.
    public var unitPrice: UnitPrice?
    /// Margin on *price* (not mark-up on cost), between 0 and 1.
    public var targetMargin: Double
    /// Set-up fee (*forfait de mise en place*).
    public var setupFee: Money
    public var billsTraining: Bool

    public init(
        basis: PriceBasis = .loggedHour, unitPrice: UnitPrice? = nil, targetMargin: Double = 0.2,
        setupFee: Money = .zero, billsTraining: Bool = false
    ) {
        self.basis = basis
        self.unitPrice = unitPrice
        self.targetMargin = targetMargin
        self.setupFee = setupFee
        self.billsTraining = billsTraining
    }
}

public enum PriceBasis: String, Sendable, Codable, CaseIterable {
    case loggedHour, handledContact, sale
}
