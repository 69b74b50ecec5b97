/// One *what if*: a key and how its value changes.
public struct ScenarioChange: Hashable, Sendable, Codable {
    public enum Key: String, Sendable, Codable, CaseIterable {
        /// Volume of inbound calls, and size of outbound lists.
        case demand
        /// Handle time.
        case aht
        /// Service target, `share/threshold`.
        case target
        case patience
        /// External and internal shrinkage.
        case absence, shrinkage
        case wage
        case reach, conversion
    }

    public enum Amount: Hashable, Sendable, Codable {
        /// `+10%`: multiply by 1 + share.
        case relative(share: Double)
        /// `-15s`, `+0.5`: add (seconds for times, points for shares, currency for wages).
        case added(Double)
        /// `240s`, `0.3`: replace.
        case replaced(Double)
        /// `90/15`: service level and threshold in seconds.
        case target(serviceLevel: Double, thresholdSeconds: Int)
    }

    public var key: Key
    /// Only this campaign; nil = all.
    public var campaign: Identifier<Campaign>?
    public var amount: Amount

    public init(key: Key, campaign: Identifier<Campaign>? = nil, amount: Amount) {
        self.key = key
        self.campaign = campaign
        self.amount = amount
    }
}

public struct NamedVariant: Hashable, Sendable, Codable {
    public var name: String
    public var changes: [ScenarioChange]

    public init(name: String, changes: [ScenarioChange]) {
        self.name = name
        self.changes = changes
    }
}
