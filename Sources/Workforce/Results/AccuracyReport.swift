/// How well the method would have forecast this history: forecasts made at past dates
/// (rolling origins), each judged with weights and bands learned from the other dates.
public struct AccuracyReport: Hashable, Sendable, Codable {
    public var day: [HorizonAccuracy]
    public var slot: [HorizonAccuracy]
    /// The last weeks, each day as it was forecast up to a week before, oldest first.
    public var recent: [JudgedDay]
    /// The largest errors among all days judged a week or less ahead, worst first.
    public var worst: [JudgedDay]

    public init(
        day: [HorizonAccuracy], slot: [HorizonAccuracy], recent: [JudgedDay], worst: [JudgedDay]
    ) {
        self.day = day
        self.slot = slot
        self.recent = recent
        self.worst = worst
    }
}

/// Errors at one distance into the future. Ratios, not percentages; NaN never.
public struct HorizonAccuracy: Hashable, Sendable, Codable {
    /// Days ahead, both ends inside.
    public var leads: ClosedRange<Int>
    /// Forecasts judged.
    public var count: Int
    /// Σ|error| / Σ actual.
    public var wape: Double
    /// Mean |error| over that of the seasonal naive (same weekday, a week before) on the
    /// whole history (Hyndman & Koehler 2006); nil where that is 0.
    public var mase: Double?
    /// √ mean error², in contacts.
    public var rmse: Double
    /// Σ error / Σ actual; positive: forecast too high.
    public var bias: Double
    /// Weighted quantile loss, 2 Σ pinball / Σ actual, mean over the levels 10 % to 90 %.
    public var quantileLoss: Double
    /// Shares inside the 80 % and the 95 % band.
    public var coverage80: Double
    public var coverage95: Double
    /// WAPE, on the same days, of the last known same weekday and of the mean of the last eight.
    public var naiveWAPE: Double
    public var meanOfEightWAPE: Double

    public init(
        leads: ClosedRange<Int>, count: Int, wape: Double, mase: Double?, rmse: Double, bias: Double,
        quantileLoss: Double, coverage80: Double, coverage95: Double, naiveWAPE: Double,
        meanOfEightWAPE: Double
    ) {
        self.leads = leads
        self.count = count
        self.wape = wape
        self.mase = mase
        self.rmse = rmse
        self.bias = bias
        self.quantileLoss = quantileLoss
        self.coverage80 = coverage80
        self.coverage95 = coverage95
        self.naiveWAPE = naiveWAPE
        self.meanOfEightWAPE = meanOfEightWAPE
    }
}

/// One past day, what was forecast for it and what came.
public struct JudgedDay: Hashable, Sendable, Codable {
    public var date: CivilDate
    /// Days from the last known one.
    public var lead: Int
    public var actual: Double
    public var mean: Double
    /// Bounds of the 80 % and the 95 % band.
    public var low80: Double
    public var high80: Double
    public var low95: Double
    public var high95: Double
    /// The likely cause of a large error; nil = none known.
    public var cause: ErrorCause?

    public init(
        date: CivilDate, lead: Int, actual: Double, mean: Double, low80: Double, high80: Double,
        low95: Double, high95: Double, cause: ErrorCause? = nil
    ) {
        self.date = date
        self.lead = lead
        self.actual = actual
        self.mean = mean
        self.low80 = low80
        self.high80 = high80
        self.low95 = low95
        self.high95 = high95
        self.cause = cause
    }
}

/// What probably made a past day hard to forecast, by what the history shows.
public enum ErrorCause: Hashable, Sendable, Codable {
    /// The calendar makes the day special.
    case calendar(DayCause)
    /// Part of the day has no record, or only zeros where contacts usually come.
    case incomplete
    /// The day follows one without any record or contact.
    case afterClosure
    /// The day stands alone: its neighbours were as usual.
    case isolated
    /// The days around it moved the same way: the level changed.
    case levelChange
}
