import LinearProgramming
import Workforce

/// The roster problem of a workspace as a data section for `models/roster.mod`.
/// Agents count from 0 in the order of the floor, groups in that of the pools.
public func rosterData(_ schedule: Schedule, for scenario: Scenario) -> String {
    RosterProgram(
        RosterInstance(schedule: schedule, scenario: scenario, lateAfter: Fairness.lateAfter)
    ).mathProgData
}

extension RosterProgram {
    var mathProgData: String {
        var data = MathProgData()
        data.addSet("AGENTS", instance.agents.indices)
        data.addSet("BURDENS", Burden.allCases.map(\.rawValue))
        data.addSet(
            "CLASSES",
            tuples: classes.enumerated().flatMap { g, own in own.classes.indices.map { [g, $0] } })
        data.addSet(
            "MEMBERS",
            tuples: instance.groups.enumerated().flatMap { g, group in group.members.map { [$0, g] } })
        let takes = allowed
        data.addSet("TAKES", tuples: takes.map(\.0))
        data.addParameter("cost", takes.map { ($0, Double($1.cost)) })
        data.addParameter(
            "burden",
            takes.flatMap { key, option in
                option.burdens.enumerated().filter { $0.element > 0 }.map {
                    (key + [$0.offset], Double($0.element))
                }
            })
        data.addParameter(
            "seats",
            classes.enumerated().flatMap { g, own in
                own.classes.enumerated().map { ([g, $0], Double($1.seats)) }
            })
        addSteps(to: &data)
        data.addSet("CLASHES", tuples: clashes)
        data.addScalar("unfilled", Double(instance.prices.unfilledTour))
        data.addScalar("fixed", Double(fixedCost))
        return data.text
    }

    /// (agent, group, class) with what it would mean.
    private var allowed: [([Int], RosterInstance.Option)] {
        var takes: [([Int], RosterInstance.Option)] = []
        for (g, group) in instance.groups.enumerated() {
            for (m, a) in group.members.enumerated() {
                for (c, own) in classes[g].classes.enumerated() {
                    if let option = own.options[m] { takes.append(([a, g, c], option)) }
                }
            }
        }
        return takes
    }

    private func addSteps(to data: inout MathProgData) {
        var steps: [([Int], BurdenCurve.Step)] = []
        for a in instance.agents.indices {
            for burden in Burden.allCases {
                for (i, step) in curve(of: a, burden: burden.rawValue).steps.enumerated() {
                    steps.append(([a, burden.rawValue, i], step))
                }
            }
        }
        data.addSet("STEPS", tuples: steps.map(\.0))
        data.addParameter("length", steps.map { ($0, Double($1.length)) })
        data.addParameter("slope", steps.map { ($0, $1.slope) })
    }

    private var clashes: [[Int]] {
        var clashes: [[Int]] = []
        for (a, weeks) in instance.memberships.enumerated() {
            for (before, after) in zip(weeks, weeks.dropFirst())
            where instance.groups[after.group].week == instance.groups[before.group].week + 1 {
                for (c, first) in classes[before.group].classes.enumerated() {
                    for (d, second) in classes[after.group].classes.enumerated() {
                        guard let border = first.options[before.member]?.border,
                            let next = second.options[after.member]?.border,
                            !border.allows(next, rules: instance.rules)
                        else { continue }
                        clashes.append([a, before.group, c, after.group, d])
                    }
                }
            }
        }
        return clashes
    }
}
