/// A planner's correction of a forecast, kept apart from it: what was forecast stays readable.
public struct ForecastOverride: Hashable, Sendable, Codable {
    public enum Change: Hashable, Sendable, Codable {
        /// Factor on the contacts forecast, finite and ≥ 0.
        case factor(Double)
        /// Contacts of each day in the period, spread over the day as forecast.
        case contactsPerDay(Double)
    }

    /// Nil = every activity of every campaign.
    public var campaign: Identifier<Campaign>?
    /// Nil = every activity of the campaign.
    public var activity: Identifier<Activity>?
    public var days: ClosedRange<CivilDate>
    /// Part of the day concerned; nil = all of it.
    public var hours: ClockRange?
    public var change: Change
    public var author: String
    public var written: CivilDate?
    public var reason: String

    public init(
        campaign: Identifier<Campaign>? = nil, activity: Identifier<Activity>? = nil,
        days: ClosedRange<CivilDate>, hours: ClockRange? = nil, change: Change, author: String,
        written: CivilDate? = nil, reason: String
    ) {
        self.campaign = campaign
        self.activity = activity
        self.days = days
        self.hours = hours
        self.change = change
        self.author = author
        self.written = written
        self.reason = reason
    }
}

/// An override and what it did to one activity.
public struct AppliedOverride: Hashable, Sendable, Codable {
    public var override: ForecastOverride
    /// Contacts of its days (and hours) before and after.
    public var before: Double
    public var after: Double

    public init(override: ForecastOverride, before: Double, after: Double) {
        self.override = override
        self.before = before
        self.after = after
    }
}
