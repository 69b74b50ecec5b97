public enum DialingMode: String, Sendable, Codable, CaseIterable {
    /// The agent reads the record, then dials.
    case preview
    /// The system dials as soon as an agent is free.
    case progressive
    /// The system dials ahead of free agents; some who answer find none (dropped calls).
    case predictive
}

/// Calls that agents make from a list.
public struct OutboundTerms: Hashable, Sendable, Codable {
    /// Records to work.
    public var listSize: Int
    /// First and last day of calling; nil = the campaign's.
    public var start: CivilDate?
    public var end: CivilDate?
    /// Chance that one attempt reaches the right person, between 0 and 1.
    public var reachRate: Double
    /// How unequal records are, between 0 (all alike) and 1 (each always or never answers):
    /// 1/(α+β+1) of a Beta(α, β) reach rate, the correlation of two attempts on one record.
    public var reachSpread: Double
    public var maximumAttempts: Int
    /// Share of reached people who hear the pitch to its end (CA / contacts).
    public var pitchRate: Double
    /// Share of pitched contacts who buy (CA+ / CA).
    public var conversionRate: Double
    /// Talk and wrap-up of a reached contact.
    public var handleTime: Seconds
    /// Preparation and dialling of one attempt.
    public var setupTime: Seconds
    /// Ringing and disposing of a failed attempt.
    public var failedAttemptTime: Seconds
    /// Ringing before an answer.
    public var answerTime: Seconds
    public var mode: DialingMode
    /// Predictive: largest share of live answers without an agent within `connectWithin`.
    public var maximumDropped: Double
    public var connectWithin: Seconds
    /// Days on which the list's consents were given, evenly spread, where they expire
    /// (`CallingRules.consentDays`); nil = none expires.
    public var consentGiven: ClosedRange<CivilDate>?
    /// Calls to consumers obey the calling windows; calls to businesses do not.
    public var isConsumer: Bool
    /// Hours to add to the site's clock to get the consumer's.
    public var consumerClockOffsetMinutes: Int
    /// Longer legal gap after each conversation (complex script).
    public var isComplex: Bool
    /// Most agents on this activity at once; nil = no limit.
    public var maximumAgents: Int?
    public var volumeFactor: Double
    public var handleTimeShift: Seconds

    public init(
        listSize: Int, start: CivilDate? = nil, end: CivilDate? = nil, reachRate: Double,
        reachSpread: Double = 0, maximumAttempts: Int = 4, pitchRate: Double = 1, conversionRate: Double,
        handleTime: Seconds,
        setupTime: Seconds = Seconds(10), failedAttemptTime: Seconds = Seconds(25),
        answerTime: Seconds = Seconds(12), mode: DialingMode = .progressive,
        maximumDropped: Double = 0.03, connectWithin: Seconds = Seconds(2),
        consentGiven: ClosedRange<CivilDate>? = nil, isConsumer: Bool = true,
        consumerClockOffsetMinutes: Int = 0, isComplex: Bool = false, maximumAgents: Int? = nil,
        volumeFactor: Double = 1, handleTimeShift: Seconds = Seconds(0)
    ) {
        self.listSize = listSize
        self.start = start
        self.end = end
        self.reachRate = reachRate
        self.reachSpread = reachSpread
        self.maximumAttempts = maximumAttempts
        self.pitchRate = pitchRate
        self.conversionRate = conversionRate
        self.handleTime = handleTime
        self.setupTime = setupTime
        self.failedAttemptTime = failedAttemptTime
        self.answerTime = answerTime
        self.mode = mode
        self.maximumDropped = maximumDropped
        self.connectWithin = connectWithin
        self.consentGiven = consentGiven
        self.isConsumer = isConsumer
        self.consumerClockOffsetMinutes = consumerClockOffsetMinutes
        self.isComplex = isComplex
        self.maximumAgents = maximumAgents
        self.volumeFactor = volumeFactor
        self.handleTimeShift = handleTimeShift
    }
}
