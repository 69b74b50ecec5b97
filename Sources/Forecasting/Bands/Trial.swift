import Workforce

/// Forecasts made at one past date, of some of the later days that have a record.
struct Trial: Sendable {
    /// One past the last day known.
    let origin: Int
    let outcomes: [Outcome]
    /// Whole weeks among the later days: what sums of days are judged by.
    let weeks: [[Outcome]]

    /// Every day for a week, then fewer (strides of 2 and 3 days still visit every weekday).
    static let nearLeads =
        Array(1...7) + Array(stride(from: 9, through: 27, by: 2))
        + Array(stride(from: 29, through: 84, by: 3))
    /// Beyond twelve weeks a stride of 11 days visits every weekday.
    static let farLeads = Array(stride(from: 85, through: LeadBucket.longest[4], by: 11))
    /// Weeks judged as a whole beside the first: the second, the fourth, the eighth and the twelfth.
    static let weekLeads = [Array(8...14), Array(22...28), Array(50...56), Array(78...84)]

    /// - Parameters:
    ///   - models: learned from the days before the origin, cleaned of `effects`.
    ///   - series: days as recorded.
    ///   - judgesWeeks: whether weeks beyond the first are forecast too.
    init(
        _ models: CandidateModels, effects: EffectModel, series: DaySeries, end: Int, leads: [Int],
        broken: Set<Int>, judgesWeeks: Bool
    ) {
        func outcomes(_ leads: [Int]) -> [Outcome] {
            leads.compactMap { lead in
                guard models.end + lead - 1 < end else { return nil }
                return Outcome(
                    models, effects: effects, series: series, lead: lead,
                    isBroken: broken.contains(models.end + lead - 1))
            }
        }
        origin = models.end
        let judged = outcomes(leads)
        self.outcomes = judged
        guard leads.first == 1 else {
            weeks = []
            return
        }
        let later = judgesWeeks ? Trial.weekLeads.filter { models.end + ($0.last ?? 0) <= end } : []
        let first = models.end + 7 <= end ? [judged.filter { $0.lead <= 7 }] : []
        weeks = (first + later.map(outcomes)).filter { !$0.isEmpty }
    }
}

/// A later day, the slots of it that were recorded, and what each candidate expected of them.
struct Outcome: Sendable {
    let day: Int
    let lead: Int
    let slots: [Int]
    /// Contacts of those slots.
    let actual: [Double]
    /// Candidate after candidate, as many numbers as slots.
    let candidates: [Double]
    /// Error of each candidate's sum.
    let signed: [Double]
    /// A day of its own kind, of an effect hardly known, or of a broken record says little about the
    /// errors of ordinary days.
    let isSpecial: Bool
    /// A broken record rather than demand.
    let isBroken: Bool
    /// Coefficient of variation of the effect in `candidates`.
    let variation: Double

    /// An effect known worse than the scale of errors has a common factor of.
    private static let mostVariation = 0.1

    /// Nil where the day is closed or has no record.
    init?(
        _ models: CandidateModels, effects: EffectModel, series: DaySeries, lead: Int, isBroken: Bool
    ) {
        let day = models.end + lead - 1
        let first = series.row(day).lowerBound
        guard series.kinds[day] != .closed else { return nil }
        let slots = (0..<series.slotsPerDay).filter { !series.contacts[first + $0].isNaN }
        guard !slots.isEmpty else { return nil }
        let date = series.firstDay + day
        let factor = effects.factor(on: date)
        let all = models.contacts(weekday: series.weekday(day), lead: lead)
        let actual = slots.map { series.contacts[first + $0] }
        let total = actual.reduce(0, +)
        var candidates: [Double] = []
        candidates.reserveCapacity(CandidateModels.count * slots.count)
        var signed: [Double] = []
        for candidate in 0..<CandidateModels.count {
            var sum = 0.0
            for slot in slots {
                let value = all[candidate * series.slotsPerDay + slot] * factor
                candidates.append(value)
                sum += value
            }
            signed.append(sum - total)
        }
        self.day = day
        self.lead = lead
        self.slots = slots
        self.actual = actual
        self.candidates = candidates
        self.signed = signed
        variation = effects.variation(on: date)
        self.isBroken = isBroken
        isSpecial =
            isBroken || series.kinds[day] == .special || variation > Outcome.mostVariation
            || !EffectModel.likeOrdinary.contains(factor)
    }

    /// What the weighed candidates expected of each slot.
    func means(_ weights: CandidateWeights) -> [Double] {
        CandidateModels.blend(candidates[...], weights: weights.row(lead: lead))
    }
}
