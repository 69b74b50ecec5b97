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
    private var judgedDays: Set<Int> = []
    private(set) var longestLead = 0

    /// Errors that a bucket needs of its own: with fewer the 5 % in each tail of an 80 % band
    /// rest on the single largest one.
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
            judgedDays.insert(day.outcome.day)
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

    var slotBands: ConformalBands { bands(slots, enough: ScaledErrors.enoughSlots, longestLead: longestLead) }
    var dayBands: ConformalBands { bands(days, enough: ScaledErrors.enoughDays, longestLead: longestLead) }
    var weekBands: ConformalBands {
        bands(
            weeks, enough: ScaledErrors.enoughDays,
            longestLead: min(Trial.nearLeads.last ?? 84, longestLead))
    }

    private func bands(_ errors: [[Double]], enough: Int, longestLead: Int) -> ConformalBands {
        ConformalBands(
            errors: errors, enough: enough, longestLead: longestLead, judgedDays: judgedDays.count)
    }
}
