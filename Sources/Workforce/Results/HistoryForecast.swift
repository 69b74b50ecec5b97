/// Expected contacts after the end of one history, in its own slots.
public struct HistoryForecast: Hashable, Sendable, Codable {
    public var firstDay: CivilDate
    public var slotMinutes: Int
    /// Contacts per slot, `1440 / slotMinutes` entries a day.
    public var mean: [Double]
    /// Bands per slot: 80 % and 95 %.
    public var bands: [PredictionBand]
    /// Mean handle time in seconds per slot (0 where no contact is expected);
    /// empty when the history has none.
    public var handleSeconds: [Double]
    /// Contacts per day and their own bands: slot bounds do not add up.
    public var dailyMean: [Double]
    public var dailyBands: [PredictionBand]
    /// Quantiles asked for by name, one a level, beside the bands.
    public var quantiles: [ForecastQuantile]
    /// Whole weeks from Monday on with their own bands, the first and the last perhaps cut.
    public var weeks: [WeekForecast]
    public var accuracy: ForecastAccuracy?
    public var report: AccuracyReport?
    public var remarks: [ForecastRemark]
    /// What the calendar and events do, in order of cause.
    public var effects: [DayEffect]
    /// The planner's corrections, already in the figures above, in the order they were applied.
    public var overrides: [AppliedOverride]

    public init(
        firstDay: CivilDate, slotMinutes: Int, mean: [Double], bands: [PredictionBand],
        handleSeconds: [Double], dailyMean: [Double], dailyBands: [PredictionBand],
        quantiles: [ForecastQuantile] = [], weeks: [WeekForecast] = [], accuracy: ForecastAccuracy?,
        report: AccuracyReport? = nil, remarks: [ForecastRemark], effects: [DayEffect] = [],
        overrides: [AppliedOverride] = []
    ) {
        self.firstDay = firstDay
        self.slotMinutes = slotMinutes
        self.mean = mean
        self.bands = bands
        self.handleSeconds = handleSeconds
        self.dailyMean = dailyMean
        self.dailyBands = dailyBands
        self.quantiles = quantiles
        self.weeks = weeks
        self.accuracy = accuracy
        self.report = report
        self.remarks = remarks
        self.effects = effects
        self.overrides = overrides
    }
}

/// Values that the actual stays at or under with one probability.
public struct ForecastQuantile: Hashable, Sendable, Codable {
    /// Between 0 and 1.
    public var level: Double
    /// Per slot, and per day (day quantiles are not sums of slot quantiles).
    public var slots: [Double]
    public var days: [Double]

    public init(level: Double, slots: [Double], days: [Double]) {
        self.level = level
        self.slots = slots
        self.days = days
    }
}

/// Contacts of the days of one week that a forecast covers.
public struct WeekForecast: Hashable, Sendable, Codable {
    public var monday: CivilDate
    /// Days of the week inside the forecast, 1 … 7.
    public var days: Int
    public var mean: Double
    /// Mean handle time in seconds, weighted by contacts; nil where unknown.
    public var handleSeconds: Double?
    /// Bounds of the 80 % and the 95 % band.
    public var low80: Double
    public var high80: Double
    public var low95: Double
    public var high95: Double

    public init(
        monday: CivilDate, days: Int, mean: Double, handleSeconds: Double?, low80: Double,
        high80: Double, low95: Double, high95: Double
    ) {
        self.monday = monday
        self.days = days
        self.mean = mean
        self.handleSeconds = handleSeconds
        self.low80 = low80
        self.high80 = high80
        self.low95 = low95
        self.high95 = high95
    }
}
