import Foundation
import Queueing
import Workforce

/// What working a whole list takes and gives.
///
/// Every record is tried until its person talks to an agent or k attempts are spent:
/// reached = records × (1 − (1 − q)ᵏ). In preview and progressive dialling q is the reach rate p.
/// Whatever k is, the attempts made are reached / p, so the time per reached person is that of the
/// dialling cycle (1/p − 1)(setup + failed) + setup + answer + handle time + legal gap.
///
/// A predictive dialler drops a share d of those who answer; the attempt is spent and nobody is
/// reached, q = p(1 − d). Agents only talk: their time per person reached is that of a team dialled
/// for together (`PredictiveDialing`), the shorter the larger the team.
struct ListWork: Sendable {
    let terms: OutboundTerms
    let key: ActivityKey
    let records: Double
    let attempts: Int
    /// Chance that an attempt becomes a conversation.
    let contactProbability: Double
    /// People reached, and sales among them, once the list is worked.
    let contacts: Double
    let sales: Double

    /// - Parameters:
    ///   - days: calendar days of the calling period.
    ///   - rules: those in force on some day of it.
    init(_ terms: OutboundTerms, key: ActivityKey, days: Int, rules: [CallingRules]) throws(SizingError) {
        self.terms = terms
        self.key = key
        let factor = terms.volumeFactor.isFinite ? max(0, terms.volumeFactor) : 1
        records = min(1e12, Double(max(0, terms.listSize)) * factor)
        attempts = ListWork.attempts(terms, days: days, rules: rules)
        let kept: Double
        if terms.mode == .predictive {
            guard terms.maximumDropped > 0, terms.maximumDropped < 1 else {
                throw .impossibleTerm(key, .droppedShare, value: terms.maximumDropped)
            }
            kept = 1 - terms.maximumDropped
        } else {
            kept = 1
        }
        guard terms.reachRate >= 0, terms.reachRate <= 1 else {
            throw .impossibleTerm(key, .answerProbability, value: terms.reachRate)
        }
        contactProbability = terms.reachRate * kept
        do {
            contacts =
                records
                * (try listPenetration(afterAttempts: attempts, answerProbability: contactProbability))
        } catch {
            throw SizingError(error, of: key)
        }
        sales = contacts * ListWork.share(terms.pitchRate) * ListWork.share(terms.conversionRate)
    }

    /// Attempts per record: the activity's own limit, and for consumers the law's,
    /// m in any P days, which a period of D days meets with at most m⌈D/P⌉. When
    /// the rules change in between, the strictest count.
    private static func attempts(_ terms: OutboundTerms, days: Int, rules: [CallingRules]) -> Int {
        var most = max(0, terms.maximumAttempts)
        guard terms.isConsumer else { return most }
        for rule in rules {
            let period = max(1, rule.attemptPeriodDays)
            let periods = max(1, (max(1, days) + period - 1) / period)
            let legal = max(0, rule.maximumAttempts).multipliedReportingOverflow(by: periods)
            if !legal.overflow { most = min(most, legal.partialValue) }
        }
        return most
    }

    private static func share(_ value: Double) -> Double { value.isFinite ? min(1, max(0, value)) : 0 }

    /// People reached per hour of an agent on the line; 0 when nobody answers.
    ///
    /// - Parameter team: agents whom a dialler serves together; nil where each dials for himself.
    func contactsPerAgentHour(gapSeconds: Int, team: Int?) throws(SizingError) -> Double {
        guard contactProbability > 0 else { return 0 }
        do {
            guard let team else {
                return try DialingCycle(
                    answerProbability: contactProbability, setupSeconds: Double(terms.setupTime.count),
                    failedAttemptSeconds: Double(terms.failedAttemptTime.count),
                    answerDelaySeconds: Double(terms.answerTime.count),
                    handleTimeSeconds: terms.handleSeconds,
                    gapSeconds: Double(gapSeconds)
                ).contactsPerAgentHour
            }
            return try terms.dialing(team: team, gapSeconds: gapSeconds).contactsPerAgentHour
        } catch {
            throw SizingError(error, of: key)
        }
    }

    /// Fewest agents dialled for together who work the list in its permitted time, all of them all
    /// the time; at most as many as the activity takes at once. Nil where agents dial for
    /// themselves, where nobody answers and where no time is permitted.
    ///
    /// - Parameter pace: people reached per agent-hour with a team, which a larger one never lowers.
    /// - Complexity: O(log team) calls of `pace`.
    func smallestTeam(
        permittedHours: Double, pace: (Int) throws(SizingError) -> Double
    ) throws(SizingError) -> Int? {
        guard terms.mode == .predictive, contactProbability > 0, permittedHours > 0 else { return nil }
        let most = max(1, min(maximumAgents, terms.maximumAgents ?? maximumAgents))
        func suffices(_ team: Int) throws(SizingError) -> Bool {
            Double(team) * permittedHours * (try pace(team)) >= contacts
        }
        var tooSmall = 0
        var enough = 1
        while enough < most {
            if try suffices(enough) { break }
            tooSmall = enough
            enough = min(most, 2 * enough)
        }
        while enough - tooSmall > 1 {
            let middle = tooSmall + (enough - tooSmall) / 2
            if try suffices(middle) { enough = middle } else { tooSmall = middle }
        }
        return enough
    }

    /// Hours of dialling in vain when nobody ever answers.
    var fruitlessHours: Double {
        let perAttempt = Double(max(0, terms.setupTime.count)) + Double(max(0, terms.failedAttemptTime.count))
        return records * Double(attempts) * perAttempt / 3600
    }
}

extension OutboundTerms {
    /// Talk and wrap-up of a conversation, at least a second.
    var handleSeconds: Double { max(1, Double(handleTime.count) + Double(handleTimeShift.count)) }

    /// Pause that the rules in force impose after a conversation, in seconds.
    func gapSeconds(rules: CallingRules?) -> Int {
        (isComplex ? rules?.complexGap : rules?.simpleGap)?.count ?? 0
    }

    /// A team for which a predictive dialler calls ahead.
    func dialing(team: Int, gapSeconds: Int) throws(QueueingError) -> PredictiveDialing {
        try PredictiveDialing(
            agents: team, handleTimeSeconds: handleSeconds, gapSeconds: Double(gapSeconds),
            maximumDropped: maximumDropped, connectWithinSeconds: Double(connectWithin.count))
    }
}
