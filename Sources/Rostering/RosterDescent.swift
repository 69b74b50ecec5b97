import Execution
import LinearProgramming
import Workforce

extension RosterInstance {
    /// Fills the weeks in order, then goes round them again, each group's week
    /// re-assigned exactly against all the others, until a round changes nothing.
    /// Every step keeps or lowers the cost.
    func descend(
        from start: RosterAssignment?, rounds: Int, control: RunControl
    ) throws(LinearProgramError) -> RosterAssignment {
        var assignment = start ?? RosterAssignment(self)
        if start == nil {
            for week in 0..<weekCount {
                control.report(
                    StageProgress(stage: .roster, done: week, total: weekCount + 1, subject: "\(week + 1)"))
                for g in groups.indices where groups[g].week == week {
                    let group = GroupAssignment(self, group: g, given: assignment)
                    set(try group.bestChoice(control: control), for: g, in: &assignment)
                }
            }
        }
        for _ in 0..<rounds {
            var hasImproved = false
            for g in groups.indices {
                if control.shouldStop { return assignment }
                hasImproved = try improve(g, in: &assignment, control: control) || hasImproved
            }
            if !hasImproved { break }
        }
        return assignment
    }

    private func improve(
        _ g: Int, in assignment: inout RosterAssignment, control: RunControl
    ) throws(LinearProgramError) -> Bool {
        let group = GroupAssignment(self, group: g, given: assignment)
        let week = groups[g].week
        let before = group.cost(of: groups[g].members.map { assignment.tours[$0][week] })
        let choice = try group.bestChoice(control: control)
        guard let after = group.cost(of: choice) else { return false }
        // Less than any true gain in drift is noise of the arithmetic.
        if let before, after > before - 1e-6 { return false }
        set(choice, for: g, in: &assignment)
        return true
    }

    private func set(_ choice: [Int?], for g: Int, in assignment: inout RosterAssignment) {
        for (m, agent) in groups[g].members.enumerated() {
            assignment.tours[agent][groups[g].week] = choice[m]
        }
    }
}
