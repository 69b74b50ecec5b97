import Workforce

/// Every model fitted on what is known before one day; each gives its own forecast of later days.
///
/// The first candidates are the profile at each level memory and at the mean of the last eight
/// days of the weekday, then the components at each smoothing, then trend, seasons and last
/// year. Where one of them knows nothing (too few days, a new weekday or slot), it says what
/// the profile says.
struct CandidateModels: Sendable {
    /// One past the last day known.
    let end: Int
    let profile: ProfileModel
    let components: ShenHuangModel?
    let longTerm: LongTermModel?

    private static let componentsFrom = LevelMemory.candidates.count + 1
    private static let longTermFrom = componentsFrom + ShenHuangModel.smoothings.count
    static let count = longTermFrom + LongTermModel.count
    /// The candidates that differ in their constants alone.
    static let families = [0..<componentsFrom, componentsFrom..<longTermFrom, longTermFrom..<count]
    /// The level that the long term starts from: smoothed over eight days, for ever.
    private static let lastingLevel = 1

    /// Families that have something of their own to say.
    var families: [Bool] { [true, components != nil, longTerm != nil] }

    /// - Parameters:
    ///   - reach: what the whole history is long enough for.
    ///   - shapes: components learned no later than `end`; nil = learn them now.
    /// - Complexity: O(days × slots), and O(slots³) to learn the components.
    init(
        _ series: DaySeries, totals: DayTotals, end: Int, knowsOpeningHours: Bool,
        reach: LongTermModel.Reach = .nothing, shapes: DayComponents? = nil
    ) {
        self.end = end
        profile = ProfileModel(series, totals: totals, end: end, knowsOpeningHours: knowsOpeningHours)
        longTerm = LongTermModel(series, totals: totals, end: end, reach: reach)
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

    /// Contacts of each slot of an ordinary day by each candidate, candidate after candidate.
    func contacts(weekday: Int, lead: Int) -> [Double] {
        let slots = profile.slotsPerDay
        let usual = profile.slotContacts[weekday * slots..<(weekday + 1) * slots]
        let known = profile.slotSeen[weekday * slots..<(weekday + 1) * slots]
        var all: [Double] = []
        all.reserveCapacity(CandidateModels.count * slots)
        for memory in LevelMemory.candidates.indices {
            let factor = profile.factor(lead: lead, memory: memory)
            for value in usual { all.append(value * factor) }
        }
        for value in usual { all.append(value * profile.recent[weekday]) }
        let level = profile.factor(lead: lead, memory: 0)
        for smoothing in ShenHuangModel.smoothings.indices {
            var row = usual.map { $0 * level }
            components?.forecast(
                day: end - 1 + lead, weekday: weekday, smoothing: smoothing, isKnown: known, into: &row)
            all += row
        }
        let lasting = profile.factor(lead: lead, memory: CandidateModels.lastingLevel)
        let factors =
            longTerm?.factors(weekdayMean: usual.reduce(0, +), level: lasting, lead: lead)
            ?? [Double](repeating: lasting, count: LongTermModel.count)
        for factor in factors { for value in usual { all.append(value * factor) } }
        return all
    }

    /// The candidates' forecasts, weighed.
    func contacts(weekday: Int, lead: Int, weights: CandidateWeights) -> [Double] {
        CandidateModels.blend(
            contacts(weekday: weekday, lead: lead)[...], weights: weights.row(lead: lead))
    }

    /// - Parameter candidates: as many rows of slots as weights.
    static func blend(_ candidates: ArraySlice<Double>, weights: [Double]) -> [Double] {
        let slots = weights.isEmpty ? 0 : candidates.count / weights.count
        var blended = [Double](repeating: 0, count: slots)
        candidates.withUnsafeBufferPointer { candidates in
            blended.withUnsafeMutableBufferPointer { blended in
                for (candidate, weight) in weights.enumerated() where weight > 0 {
                    for slot in 0..<slots { blended[slot] += weight * candidates[candidate * slots + slot] }
                }
            }
        }
        return blended
    }
}
