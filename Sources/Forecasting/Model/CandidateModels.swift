import Workforce

/// Every model fitted on what is known before one day; each gives its own forecast of later days.
///
/// The first candidates are the profile at each level memory, the others the
/// components at each smoothing. Where the components know nothing (too few days,
/// a new weekday or slot), they say what the profile says at its first memory.
struct CandidateModels: Sendable {
    /// One past the last day known.
    let end: Int
    let profile: ProfileModel
    let components: ShenHuangModel?

    static let count = LevelMemory.candidates.count + ShenHuangModel.smoothings.count
    /// The candidates that differ in their constants alone.
    static let families = [0..<LevelMemory.candidates.count, LevelMemory.candidates.count..<count]

    /// - Parameter shapes: components learned no later than `end`; nil = learn them now.
    /// - Complexity: O(days × slots), and O(slots³) to learn the components.
    init(
        _ series: DaySeries, totals: DayTotals, end: Int, knowsOpeningHours: Bool,
        shapes: DayComponents? = nil
    ) {
        self.end = end
        profile = ProfileModel(series, totals: totals, end: end, knowsOpeningHours: knowsOpeningHours)
        if let shapes {
            components = ShenHuangModel(
                RootDays(series, totals: totals, end: end, slots: shapes.slots), components: shapes, end: end)
        } else {
            let history = RootDays(series, totals: totals, end: end)
            components = DayComponents(history).flatMap {
                ShenHuangModel(history, components: $0, end: end)
            }
        }
    }

    /// Contacts of each slot of a day by each candidate, candidate after candidate.
    func contacts(weekday: Int, kind: DayKind, lead: Int) -> [Double] {
        let slots = profile.slotsPerDay
        let usual = profile.slotContacts[weekday * slots..<(weekday + 1) * slots]
        let known = profile.slotSeen[weekday * slots..<(weekday + 1) * slots]
        var all: [Double] = []
        all.reserveCapacity(CandidateModels.count * slots)
        for memory in LevelMemory.candidates.indices {
            let factor = profile.factor(kind: kind, lead: lead, memory: memory)
            for value in usual { all.append(value * factor) }
        }
        let holiday = kind == .holiday ? profile.holidays.factor : kind == .closed ? 0 : 1
        let level = profile.factor(kind: .ordinary, lead: lead, memory: 0)
        for smoothing in ShenHuangModel.smoothings.indices {
            var row = usual.map { $0 * level }
            components?.forecast(
                day: end - 1 + lead, weekday: weekday, smoothing: smoothing, isKnown: known, into: &row)
            for value in row { all.append(value * holiday) }
        }
        return all
    }

    /// The candidates' forecasts, weighed.
    func contacts(weekday: Int, kind: DayKind, lead: Int, weights: CandidateWeights) -> [Double] {
        CandidateModels.blend(
            contacts(weekday: weekday, kind: kind, lead: lead)[...], weights: weights.row(lead: lead))
    }

    /// - Parameter candidates: as many rows of slots as weights.
    static func blend(_ candidates: ArraySlice<Double>, weights: [Double]) -> [Double] {
        let slots = weights.isEmpty ? 0 : candidates.count / weights.count
        let first = candidates.startIndex
        var blended = [Double](repeating: 0, count: slots)
        for (candidate, weight) in weights.enumerated() {
            for slot in 0..<slots { blended[slot] += weight * candidates[first + candidate * slots + slot] }
        }
        return blended
    }
}
