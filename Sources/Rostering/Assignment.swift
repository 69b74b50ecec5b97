import Workforce

/// Who works which tour: for each agent and week the position of a tour in the
/// agent's group, nil = none.
struct RosterAssignment: Equatable, Sendable {
    /// By agent, then week.
    var tours: [[Int?]]

    init(_ instance: RosterInstance) {
        tours = Array(
            repeating: Array(repeating: nil, count: instance.weekCount), count: instance.agents.count)
    }
}

extension RosterInstance {
    func option(of agent: Int, week: Int, in assignment: RosterAssignment) -> Option? {
        guard let g = groupOf[agent][week], let tour = assignment.tours[agent][week],
            let m = groups[g].members.firstIndex(of: agent)
        else { return nil }
        return groups[g].options[m][tour]
    }

    /// Cents of a whole assignment: wishes, strikes, unfairness and seats left empty.
    func cost(of assignment: RosterAssignment) -> Int {
        var cost = 0
        for a in agents.indices {
            let options = (0..<weekCount).map { option(of: a, week: $0, in: assignment) }
            cost += options.reduce(0) { $0 + ($1?.cost ?? 0) }
            for burden in 0..<3 {
                let borne = options.reduce(agents[a].history[burden]) { $0 + ($1?.burdens[burden] ?? 0) }
                cost += prices.unfairness(of: borne, share: agents[a].fairShare[burden])
            }
        }
        return cost + prices.unfilledTour * unfilled(in: assignment).reduce(0) { $0 + $1.reduce(0, +) }
    }

    /// Seats left empty, by group and tour.
    func unfilled(in assignment: RosterAssignment) -> [[Int]] {
        groups.map { group in
            var left = group.counts
            for a in group.members {
                if let j = assignment.tours[a][group.week] { left[j] -= 1 }
            }
            return left
        }
    }

    /// Hours by which mean starts move from week to week, all agents together.
    func drift(of assignment: RosterAssignment) -> Double {
        var hours = 0.0
        for a in agents.indices {
            for week in 1..<max(1, weekCount) {
                guard let before = meanStart(of: a, week: week - 1, in: assignment),
                    let after = meanStart(of: a, week: week, in: assignment)
                else { continue }
                hours += abs(after - before)
            }
        }
        return hours
    }

    func meanStart(of agent: Int, week: Int, in assignment: RosterAssignment) -> Double? {
        guard let g = groupOf[agent][week], let tour = assignment.tours[agent][week] else { return nil }
        return groups[g].meanStarts[tour]
    }
}
