/// What callers of an inbound activity should meet with the coverage planned.
public struct ServicePrediction: Hashable, Sendable, Codable {
    public var activity: ActivityKey
    /// Expected share answered in time, per interval; nil where no contact is expected.
    public var serviceLevel: [Double?]
    /// Weighted by contacts: per week and over the horizon.
    public var weekly: [Double?]
    public var overall: Double?

    public init(activity: ActivityKey, serviceLevel: [Double?], weekly: [Double?], overall: Double?) {
        self.activity = activity
        self.serviceLevel = serviceLevel
        self.weekly = weekly
        self.overall = overall
    }
}
