import LinearProgramming
import Workforce

/// The problem of teams of a workspace as a data section for `models/teams.mod`.
/// Supervisors, crews and the members of each count from 0.
public func teamData(_ roster: Roster, for scenario: Scenario) -> String {
    TeamInstance.prepare(roster, scenario).instance.mathProgData
}

extension TeamInstance {
    var mathProgData: String {
        var data = MathProgData()
        data.addSet("SUPERVISORS", supervisors.indices)
        data.addSet("CREWS", campaigns.indices)
        let members = campaigns.enumerated().flatMap { k, crew in
            crew.members.enumerated().map { ([k, $0], $1) }
        }
        data.addSet("MEMBERS", tuples: members.map(\.0))
        data.addSet(
            "LEADS", tuples: campaigns.enumerated().flatMap { k, crew in crew.leaders.map { [$0, k] } })
        data.addSet("NOVICES", tuples: members.filter { $0.1.isNovice }.map(\.0))
        data.addParameter("least", campaigns.enumerated().map { ([$0], Double($1.smallest)) })
        data.addScalar("most", Double(largest))
        data.addParameter("even", campaigns.enumerated().map { ([$0], Double($1.evenNovices)) })
        data.addParameter("work", members.map { ($0, Double($1.workMinutes)) })
        data.addParameter(
            "shared",
            members.flatMap { key, member in
                member.sharedMinutes.enumerated().map { (key + [$0], Double($1)) }
            })
        data.addScalar("unassigned", Double(unassignedMinutes))
        data.addScalar("novice", Double(noviceMinutes))
        return data.text
    }
}
