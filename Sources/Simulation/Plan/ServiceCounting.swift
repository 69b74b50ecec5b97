import Workforce

extension ServiceLevelBasis {
    /// The service level of some contacts before the division.
    func counts(_ slot: SlotCounts) -> (inTime: Double, counted: Double) {
        switch self {
        case .offered: (Double(slot.answeredInTime), Double(slot.offered))
        case .answered: (Double(slot.answeredInTime), Double(slot.answered))
        case .exceptShortAbandons:
            (Double(slot.answeredInTime), Double(slot.offered - slot.shortAbandoned))
        case .answeredOrAbandoned:
            (Double(slot.answeredInTime + slot.abandonedInTime), Double(slot.offered))
        }
    }
}

/// What one queued activity met, gathered over replications.
struct ActivityTally: Sendable {
    let basis: ServiceLevelBasis
    /// Interval by interval: sums only.
    private var levels: [RatioMoments]
    private var offered: [Int]
    private var abandoned: [Int]
    /// Per replication, by day.
    private(set) var days: [[SlotCounts]] = []

    init(basis: ServiceLevelBasis, intervalCount: Int) {
        self.basis = basis
        levels = Array(repeating: RatioMoments(), count: intervalCount)
        offered = Array(repeating: 0, count: intervalCount)
        abandoned = offered
    }

    /// Adds one replication.
    mutating func add(_ slots: [SlotCounts], horizon: Horizon) {
        var byDay = [SlotCounts](repeating: SlotCounts(), count: horizon.dayCount)
        for (t, slot) in slots.prefix(levels.count).enumerated() where slot.offered > 0 {
            let share = basis.counts(slot)
            levels[t].add(share.inTime, over: share.counted)
            offered[t] += slot.offered
            abandoned[t] += slot.abandoned
            byDay[horizon.days[t]] += slot
        }
        days.append(byDay)
    }

    func intervals(predicted: [Double?]) -> [SimulatedInterval?] {
        let runs = Double(max(1, days.count))
        return levels.indices.map { t in
            guard offered[t] > 0 else { return nil }
            // Replications without a contact in the interval say nothing about it.
            return SimulatedInterval(
                contacts: Double(offered[t]) / runs,
                serviceLevel: levels[t].estimate().map(SimulatedMean.init),
                predicted: t < predicted.count ? predicted[t] : nil,
                abandonment: Double(abandoned[t]) / Double(offered[t]))
        }
    }

    /// Some days together.
    func period(_ range: Range<Int>, target: Double?, predicted: Double?) -> SimulatedPeriod {
        var level = RatioMoments()
        var lost = RatioMoments()
        var wait = RatioMoments()
        var values: [Double] = []
        for replication in days {
            let sum = replication[range].reduce(into: SlotCounts()) { $0 += $1 }
            let share = basis.counts(sum)
            level.add(share.inTime, over: share.counted)
            lost.add(Double(sum.abandoned), over: Double(sum.offered))
            wait.add(sum.answeredWaitSeconds, over: Double(sum.answered))
            if share.counted > 0 { values.append(share.inTime / share.counted) }
        }
        let met = target.map { goal in
            values.isEmpty ? nil : Double(values.count { $0 >= goal }) / Double(values.count)
        }
        return SimulatedPeriod(
            contacts: lost.denominator / Double(max(1, days.count)),
            serviceLevel: level.estimate().map(SimulatedMean.init),
            levels: quantiles(of: values, at: SimulatedPeriod.percentiles), meetsTarget: met ?? nil,
            predicted: predicted, abandonment: lost.estimate().map(SimulatedMean.init),
            answerSeconds: wait.estimate().map(SimulatedMean.init))
    }
}

extension SimulatedMean {
    init(_ estimate: RatioEstimate) {
        self.init(
            value: estimate.value, halfWidth: estimate.halfWidth.isFinite ? estimate.halfWidth : nil)
    }
}
