import Workforce

/// The numbers of one problem of teams: agents of each campaign, supervisors who
/// may lead it, and the time they share.
struct TeamInstance: Equatable, Sendable {
    var supervisors: [Identifier<Supervisor>]
    var campaigns: [CampaignCrew]
    /// Most agents in a team.
    var largest: Int
    /// Agent-minutes that one novice above the even share of a team counts for.
    var noviceMinutes: Int

    struct CampaignCrew: Equatable, Sendable {
        var campaign: Identifier<Campaign>
        var members: [Member]
        /// Indices of the supervisors who may lead the campaign.
        var leaders: [Int]
        /// Fewest agents in a team: the floor's rule, or what the numbers permit.
        var smallest: Int
        /// Novices that a team has at an even split.
        var evenNovices: Int
    }

    struct Member: Equatable, Sendable {
        var agent: Identifier<Agent>
        var isNovice: Bool
        /// Minutes worked over the horizon.
        var workMinutes: Int
        /// Minutes of them when each supervisor (all of the floor) is there.
        var sharedMinutes: [Int]
    }

    /// More than any choice of teams can be worth: nobody is left out for overlap.
    var unassignedMinutes: Int {
        1
            + campaigns.reduce(0) { sum, crew in
                sum + crew.members.reduce(0) { $0 + $1.workMinutes + ($1.isNovice ? noviceMinutes : 0) }
            }
    }
}

/// Agents hired less than this many months before the horizon count as novices.
let noviceMonths = 6

extension TeamInstance {
    /// Also returns the agents who work for no campaign of the scenario.
    static func prepare(
        _ roster: Roster, _ scenario: Scenario
    ) -> (instance: TeamInstance, unplaceable: [Identifier<Agent>]) {
        let supervisors = scenario.floor.supervisors
        let range = scenario.costs.teamSize
        let lines = Dictionary(grouping: roster.lines, by: \.agent)
        var crews = scenario.campaigns.map { campaign in
            CampaignCrew(
                campaign: campaign.id, members: [],
                leaders: supervisors.indices.filter {
                    supervisors[$0].site == campaign.site
                        && (supervisors[$0].campaigns.isEmpty
                            || supervisors[$0].campaigns.contains(campaign.id))
                }, smallest: 1, evenNovices: 0)
        }
        var unplaceable: [Identifier<Agent>] = []
        for agent in scenario.floor.agents {
            let own = lines[agent.id] ?? []
            guard let k = mainCampaign(of: agent, own, scenario) else {
                unplaceable.append(agent.id)
                continue
            }
            crews[k].members.append(
                Member(
                    agent: agent.id, isNovice: isNovice(agent, on: scenario.horizon.firstDay),
                    workMinutes: workMinutes(own),
                    sharedMinutes: supervisors.map { sharedMinutes(own, with: $0.hours) }))
        }
        let largest = min(max(1, range.upperBound), max(1, scenario.floor.agents.count))
        for k in crews.indices where !crews[k].members.isEmpty {
            let count = crews[k].members.count
            let teams = (count + largest - 1) / largest
            crews[k].smallest = max(1, min(range.lowerBound, count / teams))
            let novices = crews[k].members.count(where: \.isNovice)
            crews[k].evenNovices = (novices + teams - 1) / teams
        }
        let instance = TeamInstance(
            supervisors: supervisors.map(\.id), campaigns: crews.filter { !$0.members.isEmpty },
            largest: largest, noviceMinutes: 480 * max(1, scenario.horizon.weekCount))
        return (instance, unplaceable)
    }

    /// The campaign most worked over the horizon, else most posted to, else home.
    private static func mainCampaign(
        of agent: Agent, _ lines: [RosterLine], _ scenario: Scenario
    ) -> Int? {
        var worked = [Int](repeating: 0, count: scenario.campaigns.count)
        for line in lines {
            guard let k = scenario.campaigns.firstIndex(where: { $0.id == line.campaign }) else { continue }
            // A post without work decides only where nothing was worked at all.
            worked[k] += 1
            for weekday in 0..<7 {
                worked[k] += (line.shift(on: weekday)?.effectiveMinutes ?? 0) * 1000
            }
        }
        if let most = worked.max(), most > 0 { return worked.firstIndex(of: most) }
        return scenario.campaigns.firstIndex { $0.id == agent.homeCampaign }
    }

    private static func isNovice(_ agent: Agent, on date: CivilDate) -> Bool {
        guard let hired = agent.hired else { return false }
        let (year, month, day) = hired.components
        let months = year * 12 + month - 1 + noviceMonths
        let lastDay = CivilDate.daysInMonth(year: months / 12, month: months % 12 + 1)
        guard let end = CivilDate(year: months / 12, month: months % 12 + 1, day: min(day, lastDay))
        else { return false }
        return end > date
    }

    private static func workMinutes(_ lines: [RosterLine]) -> Int {
        lines.reduce(0) { sum, line in
            sum + (0..<7).reduce(0) { $0 + (line.shift(on: $1)?.effectiveMinutes ?? 0) }
        }
    }

    private static func sharedMinutes(_ lines: [RosterLine], with hours: [ClockRange?]) -> Int {
        var minutes = 0
        for line in lines {
            for weekday in 0..<7 {
                guard let shift = line.shift(on: weekday), let present = hours[weekday] else { continue }
                minutes += shift.workStretches.reduce(0) { $0 + $1.overlapMinutes(with: present) }
            }
        }
        return minutes
    }
}
