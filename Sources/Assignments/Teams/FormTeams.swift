import Execution
import LinearProgramming
import Workforce

/// Forms teams of one campaign each under the supervisors who may lead it.
///
/// An agent belongs to the campaign most worked over the horizon. Team sizes
/// stay within the floor's range where numbers permit; where they do not (fewer
/// agents than the least size, or 15 agents for teams of 10 to 14), into as few
/// and as even teams as the greatest size allows. A supervisor leads one team at
/// most; agents are left out only where supervisors lack.
///
/// First as many agents as possible have a team; then the working time without
/// the supervisor is least; a novice (hired less than `noviceMonths` months ago)
/// above the even share of a team counts as 8 hours a week of it. `optimality`
/// is in agent-minutes: work without one's supervisor, all work of agents
/// without a team, and novices above the even share.
///
/// - Throws: `LinearProgramError` when the solver breaks down.
public func formTeams(
    _ roster: Roster, for scenario: Scenario, control: RunControl
) throws(LinearProgramError) -> TeamPlan {
    control.report(StageProgress(stage: .teams, done: 0, total: 1))
    let (instance, unplaceable) = TeamInstance.prepare(roster, scenario)
    let model = TeamProgram(instance)
    let options = SolveOptions { $0.nodeLimit = teamNodeLimit }
    let outcome = try model.program.solve(options: options, control: control)
    let leaders = instance.leaders(in: outcome.solution, of: model)
    let cost = Double(instance.cost(of: leaders))
    let left = instance.campaigns.enumerated().flatMap { k, crew in
        crew.members.indices.filter { leaders[k][$0] == nil }.map { crew.members[$0].agent }
    }
    let without = Set(left + unplaceable)
    control.report(StageProgress(stage: .teams, done: 1, total: 1))
    return TeamPlan(
        teams: instance.teams(leaders),
        unassigned: scenario.floor.agents.map(\.id).filter(without.contains),
        optimality: teamOptimality(cost: cost, price: instance.unassignedMinutes, left: left.count, outcome))
}

/// Nodes after which the best teams found stand, with their gap.
private let teamNodeLimit = 4000

/// The price that keeps everybody in a team is no working time: it leaves both
/// the cost and, agent for agent, the bound.
private func teamOptimality(cost: Double, price: Int, left: Int, _ outcome: SolveOutcome) -> Optimality {
    let penalty = Double(price) * Double(left)
    let whole = optimality(cost: cost + penalty, outcome: outcome)
    let bound = min(cost, max(0, whole.bound - penalty))
    return Optimality(status: whole.status, cost: cost, bound: whole.status == .optimal ? cost : bound)
}

extension TeamInstance {
    /// The supervisor of each member, by campaign; nil = none. Without a solution
    /// teams are filled in the order of the floor.
    func leaders(in solution: Solution?, of model: TeamProgram) -> [[Int?]] {
        guard let solution else { return leadersInOrder }
        return campaigns.enumerated().map { k, crew in
            crew.members.indices.map { a in
                guard
                    let position = model.joins[k][a].firstIndex(where: { solution[$0] > 0.5 })
                else { return nil }
                return crew.leaders[position]
            }
        }
    }

    private var leadersInOrder: [[Int?]] {
        var free = Set(supervisors.indices)
        return campaigns.map { crew in
            let wanted = (crew.members.count + largest - 1) / largest
            let teams = crew.leaders.filter(free.contains).prefix(wanted)
            free.subtract(teams)
            guard !teams.isEmpty else { return crew.members.map { _ in nil } }
            let placed = min(crew.members.count, teams.count * largest)
            return crew.members.indices.map { a in
                a < placed ? teams[teams.startIndex + a % teams.count] : nil
            }
        }
    }

    /// Agent-minutes, without the price of being left out.
    func cost(of leaders: [[Int?]]) -> Int {
        var cost = 0
        for (crew, own) in zip(campaigns, leaders) {
            var novices: [Int: Int] = [:]
            for (member, leader) in zip(crew.members, own) {
                cost += member.workMinutes - (leader.map { member.sharedMinutes[$0] } ?? 0)
                if let leader, member.isNovice { novices[leader, default: 0] += 1 }
            }
            for count in novices.values { cost += noviceMinutes * max(0, count - crew.evenNovices) }
        }
        return cost
    }

    /// By campaign, then supervisor, in the order of the scenario.
    func teams(_ leaders: [[Int?]]) -> [Team] {
        var teams: [Team] = []
        for (crew, own) in zip(campaigns, leaders) {
            for s in crew.leaders {
                let members = crew.members.indices.filter { own[$0] == s }.map { crew.members[$0] }
                guard !members.isEmpty else { continue }
                let work = members.reduce(0) { $0 + $1.workMinutes }
                let shared = members.reduce(0) { $0 + $1.sharedMinutes[s] }
                teams.append(
                    Team(
                        supervisor: supervisors[s], campaign: crew.campaign, agents: members.map(\.agent),
                        overlapShare: work > 0 ? Double(shared) / Double(work) : 0))
            }
        }
        return teams
    }
}
