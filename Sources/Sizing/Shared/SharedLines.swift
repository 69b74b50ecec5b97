import Queueing
import Workforce

extension QueuedWork {
    /// This line's targets and calls in the queue of several lines that every agent serves, in the
    /// order of arrival: the calls of all, at their mean handle time, mean abandonment rate, mean
    /// share of redials and mean uncertainty, weighted by calls.
    ///
    /// Lines of one model keep it. One server pool for calls of unequal handle times is a little
    /// busier than this says, which a simulation then finds (Smith & Whitt 1981; Wallace & Whitt
    /// 2005).
    func pooled(with lines: [QueuedWork]) -> QueuedWork {
        var pooled = self
        for t in contacts.indices {
            let calls = lines.reduce(0) { $0 + $1.sizedCallsPerHour[t] }
            guard calls > 0 else { continue }
            pooled.sizedCallsPerHour[t] = calls
            pooled.handleSeconds[t] = lines.reduce(0) {
                $0 + $1.sizedCallsPerHour[t] / calls * $1.handleSeconds[t]
            }
            pooled.rateVariation[t] = lines.reduce(0) {
                $0 + $1.sizedCallsPerHour[t] / calls * $1.rateVariation[t]
            }
        }
        // No mean wait exists where contacts wait for ever and a day may outgrow the agents.
        let busy = lines.filter { $0.contacts.contains { $0 > 0 } }
        if busy.allSatisfy({ !$0.hasPatience }), targets?.maxAverageSpeedOfAnswerSeconds != nil {
            pooled.rateVariation = rateVariation.map { _ in 0 }
        }
        guard lines.contains(where: { $0.model != model || $0.redialShare != redialShare }) else {
            return pooled
        }
        let calls = lines.map { $0.contacts.reduce(0, +) }
        let all = calls.reduce(0, +)
        let weights = calls.map { all > 0 ? $0 / all : 1 / Double(lines.count) }
        let leaving = zip(lines, weights).reduce(0) {
            $0 + $1.1 / ($1.0.patienceSeconds ?? .infinity)
        }
        pooled.redialShare = zip(lines, weights).reduce(0) { $0 + $1.1 * $1.0.redialShare }
        pooled.model = leaving > 0 ? .erlangA(patienceSeconds: 1 / leaving) : .erlangC
        return pooled
    }
}

/// What a campaign's lines of inbound calls need where agents may serve several of them.
///
/// - Parameters:
///   - works: the campaign's inbound lines.
///   - needs: of each, on its own.
/// - Returns: nil for fewer than two lines. The positions are those of `apart`, which are enough
///   whatever the skills; `SharedRequirement.staffed(share:shrinkage:)` gives those in between.
/// - Complexity: as sizing every line once more.
func sharedRequirement(
    of works: [QueuedWork], needs: [IntervalRequirement], campaign: Campaign, isOpen: [Bool]
) throws(SizingError) -> SharedRequirement? {
    guard works.count > 1, works.count == needs.count else { return nil }
    let apart = isOpen.indices.map { t in needs.reduce(0) { $0 + $1.positions[t] } }
    var pooled = [Int](repeating: 0, count: isOpen.count)
    for work in works {
        var answers = QueueAnswers(work.pooled(with: works))
        // A line without calls asks for nothing, however strict its targets.
        for t in isOpen.indices where isOpen[t] && work.needsAgents(t) {
            pooled[t] = max(pooled[t], try answers.smallest(t).agents)
        }
    }
    let minimum = min(maximumAgents, max(0, campaign.minimumStaffing))
    for t in isOpen.indices {
        pooled[t] = min(apart[t], max(pooled[t], isOpen[t] ? minimum : 0))
    }
    let shared = SharedRequirement(
        campaign: campaign.id, lines: works.map(\.key.activity), pooled: pooled, apart: apart,
        positions: apart, scheduled: apart, origin: .apart)
    return try shared.scheduled(with: campaign.shrinkage)
}

extension SharedRequirement {
    /// The same with positions at a share of the way from `pooled` to `apart`, found by simulation.
    ///
    /// - Parameter share: 0 … 1.
    /// - Throws: `SizingError` for an impossible shrinkage.
    public func staffed(
        share: Double, shrinkage: Workforce.Shrinkage
    ) throws(SizingError) -> SharedRequirement {
        var result = self
        for t in positions.indices {
            let more = min(1, max(0, share)) * Double(apart[t] - pooled[t])
            // A third of three must not become two.
            result.positions[t] = pooled[t] + Int((more - 1e-9).rounded(.up))
        }
        result.origin = .simulated(share: share)
        return try result.scheduled(with: shrinkage)
    }

    fileprivate func scheduled(
        with shrinkage: Workforce.Shrinkage
    ) throws(SizingError) -> SharedRequirement {
        var result = self
        let key = ActivityKey(campaign, lines[0])
        result.scheduled = try scheduledAgents(for: positions, shrinkage: shrinkage, key: key)
        return result
    }
}
