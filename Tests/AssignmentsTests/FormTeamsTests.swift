import Execution
import Testing
import Workforce

@testable import Assignments

@Suite struct FormTeamsTests {
    let control = RunControl()

    static func supervisor(
        _ name: String, _ from: Int, _ to: Int, campaigns: [Identifier<Campaign>] = [],
        site: Identifier<Site> = paris
    ) -> Supervisor {
        Supervisor(
            id: Identifier(name), name: name, site: site, campaigns: campaigns,
            hours: [ClockRange?](repeating: hours(from, to), count: 5))
    }

    @Test func agentsJoinWhoIsThereWithThem() throws {
        let agents = (0..<4).map { makeAgent($0) }
        let scenario = makeScenario(
            agents: agents, campaigns: [makeCampaign(helpline)],
            supervisors: [Self.supervisor("early", 7, 13), Self.supervisor("late", 13, 20)], teamSize: 2...2)
        let roster = makeRoster(
            [0, 2].map { line($0, shift: shift(8, 13)) } + [1, 3].map { line($0, shift: shift(13, 18)) })
        let plan = try formTeams(roster, for: scenario, control: control)
        #expect(plan.teams.map(\.agents) == [[agentID(0), agentID(2)], [agentID(1), agentID(3)]])
        #expect(plan.teams.map(\.overlapShare) == [1, 1])
        #expect(plan.unassigned.isEmpty)
        #expect(plan.optimality == Optimality(status: .optimal, cost: 0, bound: 0))
    }

    @Test(arguments: [(3, [3]), (12, [12]), (15, [7, 8]), (20, [10, 10]), (29, [9, 10, 10])])
    func sizesFollowTheNumbers(_ agents: Int, _ sizes: [Int]) throws {
        let scenario = makeScenario(
            agents: (0..<agents).map { makeAgent($0) }, campaigns: [makeCampaign(helpline)],
            supervisors: (0..<4).map { Self.supervisor("S\($0)", 8, 18) })
        let roster = makeRoster((0..<agents).map { line($0, shift: shift(9, 17)) })
        let plan = try formTeams(roster, for: scenario, control: control)
        #expect(plan.unassigned.isEmpty)
        #expect(plan.teams.allSatisfy { $0.agents.count <= 14 && $0.agents.count >= (sizes.min() ?? 0) })
        #expect(plan.teams.reduce(0) { $0 + $1.agents.count } == agents)
        #expect(plan.teams.count == sizes.count)
    }

    @Test func supervisorsLackOrMayNot() throws {
        let campaigns = [makeCampaign(helpline), makeCampaign(sales)]
        let agents = (0..<16).map { makeAgent($0, home: $0 < 15 ? helpline : sales) }
        let scenario = makeScenario(
            agents: agents, campaigns: campaigns,
            supervisors: [
                Self.supervisor("S1", 8, 18, campaigns: [helpline]),
                Self.supervisor("S2", 8, 18, site: Identifier("lyon")),
            ])
        let roster = makeRoster(
            agents.indices.map { line($0, campaign: $0 < 15 ? helpline : sales, shift: shift(9, 17)) })
        let plan = try formTeams(roster, for: scenario, control: control)
        #expect(plan.teams.map(\.agents.count) == [14])
        #expect(plan.unassigned.count == 2)
        #expect(plan.unassigned.contains(agentID(15)))
    }

    @Test func novicesAreSpread() throws {
        let agents = (0..<4).map { makeAgent($0, hired: $0 < 2 ? firstMonday - 30 : firstMonday - 400) }
        let scenario = makeScenario(
            agents: agents, campaigns: [makeCampaign(helpline)],
            supervisors: [Self.supervisor("S1", 8, 18), Self.supervisor("S2", 8, 18)], teamSize: 2...2)
        let roster = makeRoster(agents.indices.map { line($0, shift: shift(9, 17)) })
        let plan = try formTeams(roster, for: scenario, control: control)
        for team in plan.teams { #expect(team.agents.count { $0 == agentID(0) || $0 == agentID(1) } == 1) }
    }

    @Test func mostWorkedCampaignDecides() throws {
        let scenario = makeScenario(
            agents: [makeAgent(0)], campaigns: [makeCampaign(helpline), makeCampaign(sales)], weeks: 3,
            supervisors: [Self.supervisor("S1", 8, 18)])
        let roster = makeRoster([
            line(0, shift: shift(9, 17)), line(0, week: 1, campaign: sales, shift: shift(9, 17)),
            line(0, week: 2, campaign: sales, shift: shift(9, 17)),
        ])
        #expect(try formTeams(roster, for: scenario, control: control).teams.map(\.campaign) == [sales])
    }

    @Test func emptyFloors() throws {
        let nobody = makeScenario(agents: [], campaigns: [makeCampaign(helpline)])
        #expect(try formTeams(makeRoster([]), for: nobody, control: control).teams.isEmpty)
        let unled = makeScenario(
            agents: [makeAgent(0), makeAgent(1, home: nil)], campaigns: [makeCampaign(helpline)])
        let plan = try formTeams(
            makeRoster([line(0, shift: shift(9, 17))]), for: unled, control: control)
        #expect(plan.unassigned == [agentID(0), agentID(1)])
        let onLeave = makeScenario(
            agents: [makeAgent(0)], campaigns: [makeCampaign(helpline)],
            supervisors: [Self.supervisor("S1", 8, 18)])
        let idle = try formTeams(makeRoster([]), for: onLeave, control: control)
        #expect(idle.teams.map(\.agents) == [[agentID(0)]])
        #expect(idle.teams.first?.overlapShare == 0)
    }

    @Test func aPastDeadlineStillGivesTeams() throws {
        let scenario = makeScenario(
            agents: (0..<15).map { makeAgent($0) }, campaigns: [makeCampaign(helpline)],
            supervisors: (0..<3).map { Self.supervisor("S\($0)", 8, 18) })
        let plan = try formTeams(
            makeRoster((0..<15).map { line($0, shift: shift(9, 17)) }), for: scenario,
            control: RunControl(deadline: .after(seconds: -1)))
        #expect(plan.teams.map(\.agents.count) == [8, 7])
        #expect(plan.unassigned.isEmpty)
    }

    /// Random hours, everybody tried under everybody.
    @Test(arguments: 0..<25)
    func equalsExhaustiveSearch(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = 4 + random.below(3)
        let agents = (0..<count).map { index in
            makeAgent(index, hired: random.below(3) == 0 ? firstMonday - 10 : nil)
        }
        let supervisors = (0..<2 + random.below(2)).map { index in
            let from = 7 + random.below(6)
            return Self.supervisor("S\(index)", from, from + 4 + random.below(4))
        }
        let scenario = makeScenario(
            agents: agents, campaigns: [makeCampaign(helpline)], supervisors: supervisors, teamSize: 2...3)
        let roster = makeRoster(
            agents.indices.map { index in
                let from = 8 + random.below(5)
                return line(index, shift: shift(from, from + 7))
            })
        let plan = try formTeams(roster, for: scenario, control: control)
        let (instance, _) = TeamInstance.prepare(roster, scenario)
        #expect(plan.optimality.status == .optimal)
        #expect(plan.optimality.cost == Double(Self.exhaustiveCost(instance)))
        #expect(try formTeams(roster, for: scenario, control: control) == plan)
    }

    private static func exhaustiveCost(_ instance: TeamInstance) -> Int {
        guard let crew = instance.campaigns.first else { return 0 }
        var best = (left: Int.max, cost: Int.max)
        var leaders = [Int?](repeating: nil, count: crew.members.count)
        func go(_ a: Int) {
            guard a < leaders.count else {
                let isLegal = crew.leaders.allSatisfy { s in
                    let size = leaders.count { $0 == s }
                    return size == 0 || (size >= crew.smallest && size <= instance.largest)
                }
                let left = leaders.count { $0 == nil }
                let cost = instance.cost(of: [leaders])
                if isLegal, (left, cost) < (best.left, best.cost) { best = (left, cost) }
                return
            }
            for leader in crew.leaders.map(Optional.some) + [nil] {
                leaders[a] = leader
                go(a + 1)
            }
        }
        go(0)
        return best.cost
    }
}
