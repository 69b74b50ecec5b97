/// Weekends that one agent works under one rotation.
public struct RotationCount: Hashable, Sendable {
    public var agent: Identifier<Agent>
    public var contract: Identifier<EmploymentContract>
    public var rotation: DayRotation
    /// Within the horizon, and the most in any weeks of the rotation's length, published ones included.
    public var worked: Int
    public var most: Int

    public init(
        agent: Identifier<Agent>, contract: Identifier<EmploymentContract>, rotation: DayRotation,
        worked: Int,
        most: Int
    ) {
        self.agent = agent
        self.contract = contract
        self.rotation = rotation
        self.worked = worked
        self.most = most
    }
}

extension Scenario {
    /// Counts of everybody with a line in the roster whose contract gives weekends
    /// in turn, in the order of the floor.
    public func rotationCounts(of roster: Roster) -> [RotationCount] {
        guard floor.contracts.contains(where: { !$0.rotations.isEmpty }) else { return [] }
        let lines = Dictionary(grouping: roster.lines, by: \.agent)
        let before = Dictionary(grouping: published.filter { $0.date < horizon.firstDay }, by: \.agent)
        return floor.agents.flatMap { agent -> [RotationCount] in
            guard let own = lines[agent.id], let contract = floor.contract(agent.contract) else { return [] }
            return contract.rotations.map { rotation in
                var weeks: Set<Int> = []
                for line in own
                where rotation.days.weekdays.contains(where: { line.shift(on: $0.rawValue) != nil }) {
                    weeks.insert(line.week)
                }
                for shift in before[agent.id] ?? []
                where rotation.days.weekdays.contains(shift.date.weekday) {
                    weeks.insert(horizon.firstDay.distance(to: shift.date.monday) / 7)
                }
                let most = (0..<horizon.weekCount).map { last in
                    weeks.count { (last - rotation.weeks + 1...last).contains($0) }
                }
                return RotationCount(
                    agent: agent.id, contract: contract.id, rotation: rotation,
                    worked: weeks.count { $0 >= 0 }, most: most.max() ?? 0)
            }
        }
    }
}
