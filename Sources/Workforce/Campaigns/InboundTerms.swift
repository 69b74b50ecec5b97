/// How patience varies from caller to caller around its mean.
public enum PatienceLaw: Hashable, Sendable, Codable {
    /// The chance to hang up in the next second never changes (Erlang A).
    case exponential
    /// Everybody hangs up after the same time.
    case deterministic
    /// Anything between 0 and twice the mean.
    case uniform
    /// Coefficient of variation > 0.
    case lognormal(variation: Double)
    /// Shape > 0: above 1 callers hang up ever more readily, below 1 ever less.
    case weibull(shape: Double)
}

/// Calls that customers make and wait for.
public struct InboundTerms: Hashable, Sendable, Codable {
    public var demand: DemandSource
    /// Mean handle time (talk, hold, wrap-up) where the history has none.
    public var handleTime: Seconds
    /// Coefficient of variation of handle times; 1 = exponential, as the Erlang formulas assume.
    public var handleTimeVariation: Double
    /// Part of the handle time after the caller has left the line.
    public var wrapUp: Seconds
    /// Time in the voice menu before the queue, on the line but with no agent.
    public var voiceMenu: Seconds
    /// Mean patience before hanging up; nil = callers wait for ever (Erlang C).
    public var patience: Seconds?
    public var patienceLaw: PatienceLaw
    /// Share of those who hang up that call again, between 0 and 1 (1 excluded).
    public var redialShare: Double
    public var target: ServiceTarget
    /// Factor on forecast volumes and handle times (what-if, planner's override); 1 = as forecast.
    public var volumeFactor: Double
    public var handleTimeShift: Seconds

    public init(
        demand: DemandSource, handleTime: Seconds, handleTimeVariation: Double = 1,
        wrapUp: Seconds = Seconds(0), voiceMenu: Seconds = Seconds(0), patience: Seconds? = nil,
        patienceLaw: PatienceLaw = .exponential, redialShare: Double = 0,
        target: ServiceTarget = ServiceTarget(), volumeFactor: Double = 1,
        handleTimeShift: Seconds = Seconds(0)
    ) {
        self.demand = demand
        self.handleTime = handleTime
        self.handleTimeVariation = handleTimeVariation
        self.wrapUp = wrapUp
        self.voiceMenu = voiceMenu
        self.patience = patience
        self.patienceLaw = patienceLaw
        self.redialShare = redialShare
        self.target = target
        self.volumeFactor = volumeFactor
        self.handleTimeShift = handleTimeShift
    }
}
