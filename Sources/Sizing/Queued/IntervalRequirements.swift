import Queueing
import Workforce

/// Agents per open interval for the queued activities of one campaign.
///
/// The campaign's minimum staffing counts for all of them together; where they need
/// fewer, the first gets the rest. Closed intervals need nobody. Where a contract measures its
/// service level over a day, a week or a month, so does the answer (`periodSizes`), and what
/// every interval on its own would need stands beside it.
///
/// - Returns: one requirement an activity, in order.
/// - Complexity: O(intervals × √load).
func intervalRequirements(
    _ works: [QueuedWork], campaign: Campaign, isOpen: [Bool], horizon: Horizon
) throws(SizingError) -> [IntervalRequirement] {
    guard !works.isEmpty else { return [] }
    var answers = works.map(QueueAnswers.init)
    let minimum = min(maximumAgents, max(0, campaign.minimumStaffing))
    let asked = try sizes(&answers, minimum: minimum, isOpen: isOpen) {
        answers, floor throws(SizingError) in
        answers.work.period == .interval
            ? try intervalSizes(&answers, floor: floor, isOpen: isOpen)
            : try periodSizes(&answers, floor: floor, isOpen: isOpen, horizon: horizon)
    }
    let alone =
        works.allSatisfy { $0.period == .interval }
        ? asked
        : try sizes(&answers, minimum: minimum, isOpen: isOpen) { answers, floor throws(SizingError) in
            try intervalSizes(&answers, floor: floor, isOpen: isOpen)
        }
    var result: [IntervalRequirement] = []
    for index in answers.indices {
        var need = try intervalRequirement(
            asked[index], answers: &answers[index], shrinkage: campaign.shrinkage)
        if works[index].period != .interval {
            need.scheduledPerInterval = try scheduledAgents(
                for: alone[index].map(\.agents), shrinkage: campaign.shrinkage, key: works[index].key)
        }
        result.append(need)
    }
    return result
}

/// Every activity sized, the first last, so that it can take what the minimum leaves to it.
private func sizes(
    _ answers: inout [QueueAnswers], minimum: Int, isOpen: [Bool],
    size: (_ answers: inout QueueAnswers, _ floor: [Int]) throws(SizingError) -> [SizedInterval]
) throws(SizingError) -> [[SizedInterval]] {
    var sizes = [[SizedInterval]](repeating: [], count: answers.count)
    var floor = isOpen.map { $0 ? minimum : 0 }
    let none = [Int](repeating: 0, count: floor.count)
    for index in answers.indices.reversed() {
        sizes[index] = try size(&answers[index], index == 0 ? floor : none)
        for t in floor.indices { floor[t] = max(0, floor[t] - sizes[index][t].agents) }
    }
    return sizes
}

/// Every interval on its own, with at least `floor` agents.
private func intervalSizes(
    _ answers: inout QueueAnswers, floor: [Int], isOpen: [Bool]
) throws(SizingError) -> [SizedInterval] {
    var sizes: [SizedInterval] = []
    sizes.reserveCapacity(isOpen.count)
    for t in isOpen.indices {
        let size = isOpen[t] ? try answers.smallest(t) : .nobody
        sizes.append(size.atLeast(floor[t]))
    }
    return sizes
}

/// The requirement of one activity with its agents per interval.
func intervalRequirement(
    _ sizes: [SizedInterval], answers: inout QueueAnswers, shrinkage: Workforce.Shrinkage
) throws(SizingError) -> IntervalRequirement {
    var around: [Double] = []
    around.reserveCapacity(5 * sizes.count)
    for (t, size) in sizes.enumerated() {
        for step in -2...2 { around.append(try answers.serviceLevel(t, agents: size.agents + step)) }
    }
    var served: [ServedContacts]?
    if answers.work.period != .interval {
        served = []
        for (t, size) in sizes.enumerated() {
            let contacts = answers.work.hasContacts(t) ? answers.work.contacts[t] : 0
            let counts = try answers.service(t, agents: size.agents)
            served?.append(
                ServedContacts(inTime: contacts * counts.inTime, counted: contacts * counts.counted))
        }
    }
    return IntervalRequirement(
        positions: sizes.map(\.agents),
        scheduled: try scheduledAgents(
            for: sizes.map(\.agents), shrinkage: shrinkage, key: answers.work.key),
        offeredLoad: sizes.indices.map { answers.work.load($0) },
        sizedLoad: sizes.indices.map { answers.work.sizedLoad($0) }, served: served,
        binding: sizes.map(\.binding),
        serviceAround: around)
}

/// Agents to schedule so that so many are on the line after shrinkage.
func scheduledAgents(
    for positions: [Int], shrinkage: Workforce.Shrinkage, key: ActivityKey
) throws(SizingError) -> [Int] {
    do {
        let share = try Queueing.Shrinkage(external: shrinkage.external, internal: shrinkage.internal)
        var scheduled: [Int] = []
        scheduled.reserveCapacity(positions.count)
        for agents in positions { scheduled.append(try share.scheduledAgents(forAgents: agents)) }
        return scheduled
    } catch {
        throw SizingError(error, of: key)
    }
}
