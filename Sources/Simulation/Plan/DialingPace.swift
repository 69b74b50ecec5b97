import Queueing
import Workforce

/// How an agent's attempts on a list go under one set of rules.
struct DialingPace: Sendable {
    /// Chance that an attempt becomes a conversation, by the number of agents at the list, from one;
    /// the last holds for more. At least one entry.
    private let reachRates: [Double]
    /// Length of an attempt that fails, and of one that succeeds before and after the conversation.
    let failedSeconds: Double
    let aroundSeconds: Double

    /// An agent for whom a dialler calls ahead waits in steps of so many seconds, between which a
    /// caller may come first and the team may change: short beside a wait, long enough to cost no time.
    private static let waitSeconds = 10.0

    /// Larger teams are dialled for as well as this one, which is busy 98 % of the time at the usual
    /// terms (3 % dropped, no wait).
    private static let largestTeam = 1000

    func reachRate(team: Int) -> Double { reachRates[max(0, min(team, reachRates.count) - 1)] }

    /// One agent dialling for himself, at every team size alike.
    init(_ terms: OutboundTerms, reachRate: Double, gapSeconds: Double) {
        let setup = Double(max(0, terms.setupTime.count))
        reachRates = [reachRate]
        failedSeconds = setup + Double(max(0, terms.failedAttemptTime.count))
        aroundSeconds = setup + Double(max(0, terms.answerTime.count)) + gapSeconds
    }

    /// Agents for whom a predictive dialler calls: from one conversation to the next an agent of a
    /// team takes (handle time + gap) / occupancy of the team on average (`PredictiveDialing`), as
    /// the list is sized. What is beyond conversation and gap is waited, in exponential manner.
    ///
    /// - Returns: nil where nobody answers, and where no dialler could keep to the terms.
    /// - Complexity: O(agents^1.5).
    init?(predictive terms: OutboundTerms, handleSeconds: Double, gapSeconds: Double, agents: Int) {
        guard terms.reachRate > 0,
            let alone = try? DialingCycle(
                answerProbability: terms.reachRate, setupSeconds: Double(terms.setupTime.count),
                failedAttemptSeconds: Double(terms.failedAttemptTime.count),
                answerDelaySeconds: Double(terms.answerTime.count), handleTimeSeconds: handleSeconds,
                gapSeconds: gapSeconds
            ).contactsPerAgentHour, alone > 0
        else { return nil }
        // Between conversations when each dials for himself, which the dialler does where it is faster.
        let longestWait = max(0, 3600 / alone - handleSeconds - gapSeconds)
        var rates: [Double] = []
        for team in 1...max(1, min(DialingPace.largestTeam, agents)) {
            let dialing = try? PredictiveDialing(
                agents: team, handleTimeSeconds: handleSeconds, gapSeconds: gapSeconds,
                maximumDropped: terms.maximumDropped,
                connectWithinSeconds: Double(terms.connectWithin.count))
            guard let occupancy = dialing?.occupancy, occupancy > 0 else { return nil }
            let wait = min(longestWait, (handleSeconds + gapSeconds) * (1 / occupancy - 1))
            // 1/q − 1 steps that fail on average.
            rates.append(DialingPace.waitSeconds / (DialingPace.waitSeconds + wait))
        }
        reachRates = rates
        failedSeconds = DialingPace.waitSeconds
        aroundSeconds = gapSeconds
    }
}
