/// One agent dialling for himself (preview or progressive): attempts one after the other until
/// somebody answers, then a conversation.
public struct DialingCycle: Sendable, Hashable {
    /// Probability that an attempt is answered by the person, 0 … 1.
    public let answerProbability: Double
    /// Preparing and launching an attempt (preview of the record, dialling), in seconds.
    public let setupSeconds: Double
    /// From dialling to giving up on an attempt that fails, in seconds.
    public let failedAttemptSeconds: Double
    /// From dialling to the answer of one that succeeds, in seconds.
    public let answerDelaySeconds: Double
    /// Talk and wrap-up of a conversation, in seconds.
    public let handleTimeSeconds: Double
    /// Gap that the rules impose once per conversation, in seconds.
    public let gapSeconds: Double

    /// All durations finite and ≥ 0; together a successful attempt must last some time.
    public init(
        answerProbability: Double, setupSeconds: Double, failedAttemptSeconds: Double,
        answerDelaySeconds: Double, handleTimeSeconds: Double, gapSeconds: Double
    ) throws(QueueingError) {
        try Domain.requireShare(answerProbability, .answerProbability)
        try Domain.requireFinite(setupSeconds, .dialingSeconds)
        try Domain.requireFinite(failedAttemptSeconds, .dialingSeconds)
        try Domain.requireFinite(answerDelaySeconds, .dialingSeconds)
        try Domain.requirePositive(handleTimeSeconds, .handleTimeSeconds)
        try Domain.requireFinite(gapSeconds, .dialingSeconds)
        self.answerProbability = answerProbability
        self.setupSeconds = setupSeconds
        self.failedAttemptSeconds = failedAttemptSeconds
        self.answerDelaySeconds = answerDelaySeconds
        self.handleTimeSeconds = handleTimeSeconds
        self.gapSeconds = gapSeconds
    }

    /// Mean time from one conversation's start to the next, in seconds: 1/p − 1 failed attempts
    /// (geometric), the successful one, the conversation and the gap. Infinite if nobody answers.
    public var secondsPerContact: Double {
        guard answerProbability > 0 else { return .infinity }
        let failures = (1 - answerProbability) / answerProbability
        let lost = failures > 0 ? failures * (setupSeconds + failedAttemptSeconds) : 0
        return lost + setupSeconds + answerDelaySeconds + handleTimeSeconds + gapSeconds
    }

    /// Conversations per hour of one agent.
    public var contactsPerAgentHour: Double { 3600 / secondsPerContact }

    /// Attempts per hour of one agent, 1/p for each contact.
    public var attemptsPerAgentHour: Double {
        guard answerProbability > 0 else {
            let cycle = setupSeconds + failedAttemptSeconds
            return cycle > 0 ? 3600 / cycle : .infinity
        }
        return contactsPerAgentHour / answerProbability
    }

    /// Share of the time in conversation (talk and wrap-up).
    public var occupancy: Double { (handleTimeSeconds / secondsPerContact).clampedToUnit }
}
