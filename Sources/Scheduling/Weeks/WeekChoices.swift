import Workforce

/// What was decided for one agent's week before tours are made.
struct WeekChoice: Hashable, Sendable {
    /// Paid minutes to give; nil = what the contract owes.
    var minutes: Int?
    /// Days kept free by a rotation.
    var freeDays: [Weekday] = []
}

/// Choices by agent and week; none where every week follows the contract.
struct WeekChoices: Sendable {
    private(set) var weeks: [Identifier<Agent>: [Int: WeekChoice]] = [:]

    func choice(of agent: Identifier<Agent>, week: Int) -> WeekChoice? { weeks[agent]?[week] }

    mutating func set(_ choice: WeekChoice, of agent: Identifier<Agent>, week: Int) {
        weeks[agent, default: [:]][week] = choice
    }
}
