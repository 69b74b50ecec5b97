import Workforce

/// Team sizes within the floor's range, where numbers permit: the people of a
/// campaign in teams could be split into k teams of legal size, and k
/// supervisors who may lead the campaign are free or lead it already.
func checkTeamSize(_ context: AuditContext) -> [Finding] {
    guard let teams = context.plan.teams?.teams else { return [] }
    let sizes = context.scenario.costs.teamSize
    guard sizes.lowerBound >= 1 else { return [] }
    let leading = Set(teams.map(\.supervisor))
    return teams.compactMap { team in
        let size = team.agents.count
        guard !sizes.contains(size) else { return nil }
        let own = teams.filter { $0.campaign == team.campaign }
        let people = own.reduce(0) { $0 + $1.agents.count }
        let site = context.campaigns[team.campaign]?.site
        let idle = context.scenario.floor.supervisors.count {
            !leading.contains($0.id) && $0.site == site
                && ($0.campaigns.isEmpty || $0.campaigns.contains(team.campaign))
        }
        let least = (people + sizes.upperBound - 1) / sizes.upperBound
        let most = min(people / sizes.lowerBound, own.count + idle)
        guard max(1, least) <= most else { return nil }
        let limit = size > sizes.upperBound ? sizes.upperBound : sizes.lowerBound
        return broken(.teamSize, who: team.supervisor.name, day: 0, actual: size, limit: limit)
    }
}

/// A supervisor leads one team.
func checkSupervisorTwice(_ context: AuditContext) -> [Finding] {
    Dictionary(grouping: context.plan.teams?.teams ?? [], by: \.supervisor).compactMap { supervisor, teams in
        guard teams.count > 1 else { return nil }
        return broken(.supervisorTwice, who: supervisor.name, day: 0, actual: teams.count, limit: 1)
    }
}

/// People at work whom no team has.
func findWithoutTeam(_ context: AuditContext) -> [Finding] {
    guard let plan = context.plan.teams else { return [] }
    let placed = Set(plan.teams.flatMap(\.agents))
    let working = context.workers.filter { !$0.worked.isEmpty }.compactMap { $0.agent?.id }
    return Set(working + plan.unassigned).subtracting(placed).map {
        Finding(severity: .warning, subject: .withoutTeam(agent: $0))
    }
}
