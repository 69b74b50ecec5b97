import LinearProgramming
import Workforce

/// The staffing problem of a workspace as a data section for `models/staffing.mod`.
/// Kinds of agents and campaigns count from 0, weeks from 1.
public func staffingData(_ requirement: Requirement, for scenario: Scenario) -> String {
    StaffingInstance(requirement: requirement, scenario: scenario).mathProgData
}

extension StaffingInstance {
    var mathProgData: String {
        var data = MathProgData()
        data.addScalar("weeks", Double(weekCount))
        data.addSet("KINDS", kinds.indices)
        data.addSet("CAMPAIGNS", campaigns.indices)
        var tuples: [([Int], Choice)] = []
        for (i, kind) in kinds.enumerated() {
            for (w, choices) in kind.choices.enumerated() {
                for choice in choices { tuples.append(([i, choice.campaign, w + 1], choice)) }
            }
        }
        data.addSet("CHOICES", tuples: tuples.map(\.0))
        data.addSet("LEARNS", tuples: tuples.filter { $0.1.needsTraining }.map(\.0))
        data.addParameter("agents", kinds.enumerated().map { ([$0], Double($1.agents.count)) })
        data.addParameter("hours", tuples.map { ($0, $1.hours) })
        data.addParameter("away", tuples.map { ($0, $1.awayCost) })
        data.addParameter(
            "course",
            kinds.enumerated().flatMap { i, kind in
                kind.trainingCosts.enumerated().filter { $0.element > 0 }.map {
                    ([i, $0.offset], $0.element)
                }
            })
        data.addParameter("calls", weekly(\.intervalHours))
        data.addParameter("work", weekly(\.workloadHours))
        data.addParameter("cushion", weekly(\.cushionHours))
        data.addScalar("missing_hour", prices.missingHour)
        data.addScalar("undone_hour", prices.undoneHour)
        data.addScalar("cushion_hour", prices.cushionHour)
        data.addScalar("move", prices.move)
        return data.text
    }

    private func weekly(_ hours: KeyPath<WeeklyNeed, Double>) -> [([Int], Double)] {
        needs.enumerated().flatMap { k, weeks in
            weeks.enumerated().map { ([k, $0 + 1], $1[keyPath: hours]) }
        }
    }
}
