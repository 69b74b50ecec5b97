import Queueing
import Workforce

/// Agents per open interval for the queued activities of one campaign.
///
/// The campaign's minimum staffing counts for all of them together; where they need
/// fewer, the first gets the rest. Closed intervals need nobody.
///
/// - Returns: one requirement an activity, in order.
/// - Complexity: O(intervals × √load).
func intervalRequirements(
    _ works: [QueuedWork], campaign: Campaign, isOpen: [Bool]
) throws(SizingError) -> [IntervalRequirement] {
    guard !works.isEmpty else { return [] }
    var answers = works.map(QueueAnswers.init)
    var sizes: [[(agents: Int, binding: BindingTarget)]] = []
    for index in answers.indices {
        var row: [(agents: Int, binding: BindingTarget)] = []
        row.reserveCapacity(isOpen.count)
        for t in isOpen.indices { row.append(isOpen[t] ? try answers[index].smallest(t) : (0, .none)) }
        sizes.append(row)
    }
    let minimum = min(maximumAgents, max(0, campaign.minimumStaffing))
    for t in isOpen.indices where isOpen[t] {
        let together = sizes.reduce(0) { $0 + $1[t].agents }
        if together < minimum {
            sizes[0][t] = (sizes[0][t].agents + minimum - together, .minimumStaffing)
        }
    }
    var result: [IntervalRequirement] = []
    for index in answers.indices {
        result.append(
            try requirement(sizes[index], answers: &answers[index], shrinkage: campaign.shrinkage))
    }
    return result
}

private func requirement(
    _ sizes: [(agents: Int, binding: BindingTarget)], answers: inout QueueAnswers,
    shrinkage: Workforce.Shrinkage
) throws(SizingError) -> IntervalRequirement {
    var scheduled: [Int] = []
    var around: [Double] = []
    scheduled.reserveCapacity(sizes.count)
    around.reserveCapacity(5 * sizes.count)
    for (t, size) in sizes.enumerated() {
        do {
            let share = try Queueing.Shrinkage(external: shrinkage.external, internal: shrinkage.internal)
            scheduled.append(try share.scheduledAgents(forAgents: size.agents))
        } catch {
            throw SizingError(error, of: answers.work.key)
        }
        for step in -2...2 { around.append(try answers.serviceLevel(t, agents: size.agents + step)) }
    }
    return IntervalRequirement(
        positions: sizes.map(\.agents), scheduled: scheduled,
        offeredLoad: sizes.indices.map { answers.work.load($0) },
        sizedLoad: sizes.indices.map { answers.work.sizedLoad($0) }, binding: sizes.map(\.binding),
        serviceAround: around)
}
