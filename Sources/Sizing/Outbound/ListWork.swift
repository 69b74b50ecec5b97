import Foundation
import Queueing
import Workforce

/// What working a whole list takes and gives.
///
/// Every record is tried until its person talks to an agent or k attempts are spent:
/// reached = records × (1 − (1 − q)ᵏ), fewer where records differ (`reachSpread`, `listPenetration`):
/// those left are ever more often people who never answer. In preview and progressive dialling q is
/// the reach rate p. With p̄ = reached / attempts made, which is p where records are alike, the time
/// per reached person is that of the dialling cycle (1/p̄ − 1)(setup + failed) + setup + answer +
/// handle time + legal gap.
///
/// A predictive dialler drops a share d of those who answer; the attempt is spent and nobody is
/// reached, q = p(1 − d), with the variance of records reduced by (1 − d)². Agents only talk: their time per person reached is that of a team dialled
/// for together (`PredictiveDialing`), the shorter the larger the team.
struct ListWork: Sendable {
    let terms: OutboundTerms
    let key: ActivityKey
    let records: Double
    let attempts: Int
    /// Chance that an attempt becomes a conversation, on average over the attempts made.
    let contactProbability: Double
    /// Chance that an attempt is answered, dropped answers included.
    let answerProbability: Double
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
        attempts = terms.attemptsPerRecord(days: days, rules: rules)
        guard terms.reachRate >= 0, terms.reachRate <= 1 else {
            throw .impossibleTerm(key, .answerProbability, value: terms.reachRate)
        }
        var kept = 1.0
        if terms.mode == .predictive {
            guard terms.maximumDropped > 0, terms.maximumDropped < 1 else {
                throw .impossibleTerm(key, .droppedShare, value: terms.maximumDropped)
            }
            kept = 1 - terms.maximumDropped
        }
        let first = terms.reachRate * kept
        let spread = ListWork.spread(terms, kept: kept)
        do {
            // With a spread each attempt is counted: of more than this, none changes the sum.
            let counted = spread == 0 ? attempts : min(attempts, 10_000)
            let reached = try listPenetration(
                afterAttempts: counted, answerProbability: first, spread: spread)
            let made = try attemptsPerRecord(upTo: counted, answerProbability: first, spread: spread)
            contacts = records * reached
            contactProbability = spread > 0 && made > 0 ? min(1, reached / made) : first
        } catch {
            throw SizingError(error, of: key)
        }
        answerProbability = min(1, contactProbability / kept)
        sales = contacts * ListWork.share(terms.pitchRate) * ListWork.share(terms.conversionRate)
    }

    /// Correlation of two attempts on a record, when a share of answers is kept: by chance, not by
    /// record, so that variance falls by its square.
    private static func spread(_ terms: OutboundTerms, kept: Double) -> Double {
        let (p, q) = (terms.reachRate, terms.reachRate * kept)
        guard kept < 1, q > 0, terms.reachSpread > 0, terms.reachSpread <= 1 else { return terms.reachSpread }
        return terms.reachSpread * kept * kept * p * (1 - p) / (q * (1 - q))
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
    /// - Parameters:
    ///   - contacts: people to reach in that time.
    ///   - pace: people reached per agent-hour with a team, which a larger one never lowers.
    /// - Complexity: O(log team) calls of `pace`.
    func smallestTeam(
        contacts: Double, permittedHours: Double, pace: (Int) throws(SizingError) -> Double
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

    /// Share of the list's records whose consent still holds on a day: those given at most
    /// `consentDays` before. 1 for businesses, where consents do not expire, and where the list does
    /// not say when they were given.
    func consentShare(on date: CivilDate, rules: CallingRules?) -> Double {
        guard isConsumer, let given = consentGiven, let rules, rules.requiresConsent,
            let days = rules.consentDays
        else { return 1 }
        let all = given.lowerBound.distance(to: given.upperBound) + 1
        let expired = given.lowerBound.distance(to: date) - max(0, days)
        return Double(min(all, max(0, all - expired))) / Double(all)
    }

    /// A team for which a predictive dialler calls ahead.
    func dialing(team: Int, gapSeconds: Int) throws(QueueingError) -> PredictiveDialing {
        try PredictiveDialing(
            agents: team, handleTimeSeconds: handleSeconds, gapSeconds: Double(gapSeconds),
            maximumDropped: maximumDropped, connectWithinSeconds: Double(connectWithin.count))
    }
}
