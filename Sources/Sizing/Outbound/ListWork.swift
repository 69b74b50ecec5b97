import Foundation
import Queueing
import Workforce

/// What working a whole list takes and gives.
///
/// Every record is tried until the person answers or k attempts are spent:
/// reached = records × (1 − (1 − p)ᵏ). Whatever k is, the attempts made are
/// reached / p, so the time per reached person is that of the dialling cycle
/// (1/p − 1)(setup + failed) + setup + answer + handle time + legal gap.
struct ListWork: Sendable {
    let terms: OutboundTerms
    let key: ActivityKey
    let records: Double
    let attempts: Int
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
        do {
            contacts =
                records
                * (try listPenetration(afterAttempts: attempts, answerProbability: terms.reachRate))
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

    /// Agent time on the line per person reached, in seconds; nil when nobody answers.
    ///
    /// - Parameter rules: in force on the day; they set the pause after each conversation.
    func secondsPerContact(rules: CallingRules?) throws(SizingError) -> Double? {
        guard terms.reachRate > 0 else { return nil }
        let gap = terms.isComplex ? rules?.complexGap : rules?.simpleGap
        let handle = max(1, Double(terms.handleTime.count) + Double(terms.handleTimeShift.count))
        do {
            return try DialingCycle(
                answerProbability: terms.reachRate, setupSeconds: Double(terms.setupTime.count),
                failedAttemptSeconds: Double(terms.failedAttemptTime.count),
                answerDelaySeconds: Double(terms.answerTime.count), handleTimeSeconds: handle,
                gapSeconds: Double(gap?.count ?? 0)
            ).secondsPerContact
        } catch {
            throw SizingError(error, of: key)
        }
    }

    /// Hours of dialling in vain when nobody ever answers.
    var fruitlessHours: Double {
        let perAttempt = Double(max(0, terms.setupTime.count)) + Double(max(0, terms.failedAttemptTime.count))
        return records * Double(attempts) * perAttempt / 3600
    }
}
