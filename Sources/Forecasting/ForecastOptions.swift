import Workforce

/// What a forecast of one history is asked for beside its mean and bands.
public struct ForecastOptions: Hashable, Sendable {
    /// Minutes of a slot of the answer, a divisor of 1440; nil = as in the history.
    public var slotMinutes: Int?
    /// Levels of further quantiles, between 0 and 1.
    public var quantiles: [Double]
    /// The planner's corrections; those that name a campaign apply to it alone.
    public var overrides: [ForecastOverride]
    /// Whether to judge the method on the past (`HistoryForecast.report`).
    public var judged: Bool

    public init(
        slotMinutes: Int? = nil, quantiles: [Double] = [], overrides: [ForecastOverride] = [],
        judged: Bool = false
    ) {
        self.slotMinutes = slotMinutes
        self.quantiles = quantiles
        self.overrides = overrides
        self.judged = judged
    }
}
