import Queueing
import Workforce

/// What numbers of agents give in one interval, and in the period that it belongs to.
struct IntervalAccount {
    var answers: QueueAnswers
    let interval: Int
    /// Agents on the line in every interval.
    let positions: [Int]
    let target: ServiceTarget
    /// The open intervals over which the service level is measured.
    let period: [Int]

    mutating func service(agents: Int) throws(SizingError) -> SizingExplanation.Service {
        let figures = try answers.performance(interval, agents: agents)
        let wait = figures.averageSpeedOfAnswerSeconds
        return SizingExplanation.Service(
            agents: agents, serviceLevel: figures.serviceLevel, occupancy: figures.occupancy,
            abandonment: figures.abandonment, answerSpeedSeconds: wait.isFinite ? wait : nil,
            periodServiceLevel: answers.work.period == .interval ? nil : try periodLevel(agents: agents))
    }

    /// The period's service level with this interval's agents changed; 1 where nobody calls.
    private mutating func periodLevel(agents: Int) throws(SizingError) -> Double {
        var together = ServiceCounts(inTime: 0, counted: 0)
        var calls = 0.0
        for t in period where t < positions.count && answers.work.hasContacts(t) {
            let weight = answers.work.contacts[t]
            let counts = try answers.service(t, agents: t == interval ? agents : positions[t])
            together.inTime += weight * counts.inTime
            together.counted += weight * counts.counted
            calls += weight
        }
        return calls > 0 ? together.level : 1
    }

    /// The targets of the contract that are asked, each with its values.
    func targets(
        _ service: SizingExplanation.Service, _ oneFewer: SizingExplanation.Service?
    ) -> [SizingExplanation.Target] {
        typealias Target = SizingExplanation.Target
        func target(
            _ kind: BindingTarget, _ limit: Double?, _ isMet: (Double?, Double) -> Bool,
            _ value: (SizingExplanation.Service) -> Double?
        ) -> Target? {
            guard let limit else { return nil }
            let now = value(service)
            let before = oneFewer.flatMap { value($0) }
            return Target(
                kind: kind, limit: limit, value: now, isMet: isMet(now, limit), valueOneFewer: before,
                binds: oneFewer.map { !isMet(value($0), limit) } ?? false)
        }
        // As in `StaffingTargets.missed(by:)`.
        let slack = 1 + 1e-12
        let work = answers.work
        let isPeriod = work.period != .interval
        let load = work.sizedLoad(interval)
        let found = [
            target(isPeriod ? .periodServiceLevel : .serviceLevel, self.target.serviceLevel, atLeast) {
                isPeriod ? $0.periodServiceLevel : $0.serviceLevel
            },
            target(.occupancy, self.target.maximumOccupancy.map { $0 * slack }, atMost) { $0.occupancy },
            target(.abandonment, self.target.maximumAbandonment, atMost) { $0.abandonment },
            target(.answerSpeed, self.target.maximumAnswerSpeed.map { Double($0.count) }, atMost) {
                $0.answerSpeedSeconds
            },
            target(.stability, work.hasPatience ? nil : load, { ($0 ?? 0) > $1 }) { Double($0.agents) },
        ]
        return found.compactMap { $0 }.map { found in
            var target = found
            if target.kind == .occupancy { target.limit = self.target.maximumOccupancy ?? target.limit }
            return target
        }
    }

    private func atLeast(_ value: Double?, _ limit: Double) -> Bool { (value ?? 0) >= limit }
    private func atMost(_ value: Double?, _ limit: Double) -> Bool { (value ?? .infinity) <= limit }
}

extension SizingExplanation.Target {
    /// The campaign's minimum, for all of its queued activities together.
    static func minimum(_ minimum: Int, together: Int, hasAgents: Bool) -> SizingExplanation.Target {
        SizingExplanation.Target(
            kind: .minimumStaffing, limit: Double(minimum), value: Double(together),
            isMet: together >= minimum, valueOneFewer: hasAgents ? Double(together - 1) : nil,
            binds: hasAgents && together - 1 < minimum)
    }
}
