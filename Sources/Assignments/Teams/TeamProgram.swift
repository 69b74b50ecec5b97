import LinearProgramming
import Workforce

/// `models/teams.mod` as a linear program: who leads what, and whom.
///
///     min  Σ (work − shared)·x + unassigned·Σ out + novice·Σ above
///     Σ_s x[a,s] + out[a] = 1                       every agent
///     x[a,s] ≤ y[s,k(a)]
///     least_k·y[s,k] ≤ Σ_a x[a,s] ≤ most·y[s,k]
///     Σ_{novices} x[a,s] ≤ even_k + above[s,k]
///     Σ_k y[s,k] ≤ 1                                every supervisor
///
/// Only `y` is integer: for given teams the rest is a flow (novices pass an arc
/// of their own into each team), whose extreme points are whole.
struct TeamProgram {
    private(set) var program = LinearProgram(.minimize)
    /// By campaign, member and position in the campaign's leaders.
    private(set) var joins: [[[Variable]]] = []

    init(_ instance: TeamInstance) {
        var leads = instance.supervisors.map { _ in [Variable]() }
        for (k, crew) in instance.campaigns.enumerated() {
            let teams = crew.leaders.map { s in
                let y = program.addVariable(kind: .binary, label: Label("leads", s, k))
                leads[s].append(y)
                return y
            }
            joins.append(addMembers(of: crew, index: k, teams: teams, price: instance.unassignedMinutes))
            addSizes(of: crew, index: k, teams: teams, instance)
        }
        for (s, choices) in leads.enumerated() where choices.count > 1 {
            program.addRow(.sum(choices), .atMost(1), label: Label("one", s))
        }
    }

    private mutating func addMembers(
        of crew: TeamInstance.CampaignCrew, index k: Int, teams: [Variable], price: Int
    ) -> [[Variable]] {
        crew.members.enumerated().map { a, member in
            let out = program.addVariable(
                cost: Double(price + member.workMinutes), label: Label("out", k, a))
            let joins = zip(crew.leaders, teams).map { s, y in
                let x = program.addVariable(
                    cost: Double(member.workMinutes - member.sharedMinutes[s]), label: Label("x", k, a, s))
                program.addRow(y - LinearExpression(x), .atLeast(0), label: Label("team", k, a, s))
                return x
            }
            program.addRow(.sum(joins + [out]), .equal(1), label: Label("agent", k, a))
            return joins
        }
    }

    private mutating func addSizes(
        of crew: TeamInstance.CampaignCrew, index k: Int, teams: [Variable], _ instance: TeamInstance
    ) {
        for (position, y) in teams.enumerated() {
            let s = crew.leaders[position]
            let team = joins[k].map { Term($0[position], 1) }
            program.addRow(
                team + [Term(y, -Double(crew.smallest))], .atLeast(0), label: Label("least", s, k))
            program.addRow(
                team + [Term(y, -Double(instance.largest))], .atMost(0), label: Label("most", s, k))
            let novices = crew.members.indices.filter { crew.members[$0].isNovice }
            guard novices.count > crew.evenNovices else { continue }
            let above = program.addVariable(
                cost: Double(instance.noviceMinutes), label: Label("above", s, k))
            program.addRow(
                novices.map { Term(joins[k][$0][position], 1) } + [Term(above, -1)],
                .atMost(Double(crew.evenNovices)), label: Label("novices", s, k))
        }
    }
}
