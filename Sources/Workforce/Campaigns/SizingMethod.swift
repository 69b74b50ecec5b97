/// Which load of an interval is staffed.
public enum LoadMethod: String, Sendable, Codable, CaseIterable {
    /// The largest modified offered load in the interval, m′ = λ(t) − μm (Jennings, Mandelbaum,
    /// Massey & Whitt 1996): calls begun earlier still occupy agents.
    case modifiedOfferedLoad
    /// The interval's own calls × handle time, as if it lasted for ever.
    case stationary
}

/// How sure the day's volume is taken to be.
public enum DemandUncertainty: Hashable, Sendable, Codable {
    /// Coefficient of variation of the day's common factor, from the forecast's daily bands.
    case fromForecast
    /// The same, given; 0 = the forecast is certain.
    case variation(Double)
}

/// How the queued contacts of a campaign become agents.
public struct SizingMethod: Hashable, Sendable, Codable {
    public var load: LoadMethod
    public var uncertainty: DemandUncertainty

    public init(
        load: LoadMethod = .modifiedOfferedLoad, uncertainty: DemandUncertainty = .fromForecast
    ) {
        self.load = load
        self.uncertainty = uncertainty
    }
}
