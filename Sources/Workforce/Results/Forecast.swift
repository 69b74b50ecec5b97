/// Bounds that the actual value should respect with a stated probability.
public struct PredictionBand: Hashable, Sendable, Codable {
    /// Probability covered, between 0 and 1 (0.8, 0.95).
    public var probability: Double
    public var low: [Double]
    public var high: [Double]

    public init(probability: Double, low: [Double], high: [Double]) {
        self.probability = probability
        self.low = low
        self.high = high
    }
}

/// Expected contacts of one activity over the horizon.
public struct ActivityForecast: Hashable, Sendable, Codable {
    public var activity: ActivityKey
    /// Contacts per interval of the horizon.
    public var contacts: [Double]
    /// Mean handle time in seconds per interval (0 where no contact is expected).
    public var handleSeconds: [Double]
    /// Bands per interval (empty without history).
    public var bands: [PredictionBand]
    /// Contacts per day of the horizon and their own bands: interval bounds do not add up.
    public var dailyContacts: [Double]
    public var dailyBands: [PredictionBand]
    public var method: ForecastMethod
    public var accuracy: ForecastAccuracy?
    public var remarks: [ForecastRemark]
    /// What the calendar and events do, in order of cause.
    public var effects: [DayEffect]
    /// The planner's corrections, already in the figures above, in the order they were applied.
    public var overrides: [AppliedOverride]

    public init(
        activity: ActivityKey, contacts: [Double], handleSeconds: [Double], bands: [PredictionBand] = [],
        dailyContacts: [Double], dailyBands: [PredictionBand] = [], method: ForecastMethod,
        accuracy: ForecastAccuracy? = nil, remarks: [ForecastRemark] = [], effects: [DayEffect] = [],
        overrides: [AppliedOverride] = []
    ) {
        self.activity = activity
        self.contacts = contacts
        self.handleSeconds = handleSeconds
        self.bands = bands
        self.dailyContacts = dailyContacts
        self.dailyBands = dailyBands
        self.method = method
        self.accuracy = accuracy
        self.remarks = remarks
        self.effects = effects
        self.overrides = overrides
    }
}

public enum ForecastMethod: String, Sendable, Codable, CaseIterable {
    /// Weekday × slot profiles with a level, and components of the days, weighed by their errors on
    /// the history itself.
    case weightedCombination
    /// A monthly volume spread by a named profile.
    case volumeProfile
    /// A stated volume spread as another activity's history spreads.
    case analogy
    /// A share of another activity's contacts.
    case shareOfActivity
}

/// Errors of the method on the history itself, from forecasts made at past dates.
public struct ForecastAccuracy: Hashable, Sendable, Codable {
    /// Past dates from which a forecast was made.
    public var origins: Int
    /// Σ|error| / Σ actual, by day and by slot.
    public var dailyWAPE: Double
    public var slotWAPE: Double
    /// Σ error / Σ actual (positive: forecast too high).
    public var bias: Double

    public init(origins: Int, dailyWAPE: Double, slotWAPE: Double, bias: Double) {
        self.origins = origins
        self.dailyWAPE = dailyWAPE
        self.slotWAPE = slotWAPE
        self.bias = bias
    }
}

public struct Forecast: Hashable, Sendable, Codable {
    public var activities: [ActivityForecast]

    public init(activities: [ActivityForecast]) { self.activities = activities }

    public subscript(key: ActivityKey) -> ActivityForecast? { activities.first { $0.activity == key } }
}
