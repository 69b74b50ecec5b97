import Workforce

/// A later day with what the weighed candidates expected of it.
struct JudgedOutcome {
    let outcome: Outcome
    /// By recorded slot.
    let means: [Double]
    let mean: Double
    let actual: Double

    init(_ outcome: Outcome, weights: CandidateWeights) {
        self.outcome = outcome
        means = outcome.means(weights)
        mean = means.reduce(0, +)
        actual = outcome.actual.reduce(0, +)
    }
}

/// Errors in units of their scale, by distance into the future: what bands are made of.
struct ScaledErrors {
    private var slots = [[Double]](repeating: [], count: LeadBucket.count)
    private var days = [[Double]](repeating: [], count: LeadBucket.count)
    private var weeks = [[Double]](repeating: [], count: LeadBucket.count)
    private(set) var longestLead = 0

    private static let enoughSlots = 30
    private static let enoughDays = 20

    mutating func add(_ judged: [JudgedOutcome], weeks trialWeeks: [[Outcome]], weights: CandidateWeights) {
        for day in judged where !day.outcome.isSpecial {
            let bucket = LeadBucket.index(lead: day.outcome.lead)
            for (value, expected) in zip(day.outcome.actual, day.means) where expected > 1 {
                // The scale is a variance law of counts; near zero it says nothing.
                slots[bucket].append((value - expected) / errorScale(expected))
            }
            days[bucket].append((day.actual - day.mean) / errorScale(day.mean))
            longestLead = max(longestLead, day.outcome.lead)
        }
        for week in trialWeeks {
            let ordinary = week.filter { !$0.isSpecial }
            guard let last = ordinary.last else { continue }
            let mean = ordinary.reduce(0) { $0 + $1.means(weights).reduce(0, +) }
            let actual = ordinary.reduce(0) { $0 + $1.actual.reduce(0, +) }
            weeks[LeadBucket.index(lead: last.lead)].append((actual - mean) / errorScale(mean))
        }
    }

    var isEnough: Bool { days.reduce(0) { $0 + $1.count } >= ScaledErrors.enoughDays }

    var slotBands: ConformalBands {
        ConformalBands(errors: slots, enough: ScaledErrors.enoughSlots, longestLead: longestLead)
    }
    var dayBands: ConformalBands {
        ConformalBands(errors: days, enough: ScaledErrors.enoughDays, longestLead: longestLead)
    }
    var weekBands: ConformalBands {
        ConformalBands(
            errors: weeks, enough: ScaledErrors.enoughDays,
            longestLead: min(Trial.nearLeads.last ?? 84, longestLead))
    }
}
