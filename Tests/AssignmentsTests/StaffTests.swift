import Execution
import Testing
import Workforce

@testable import Assignments

@Suite struct StaffTests {
    let control = RunControl()
    let two = [makeCampaign(helpline), makeCampaign(sales, skills: [selling])]

    func requirement(_ scenario: Scenario, _ needs: [(Identifier<Campaign>, Int, [Int])]) -> Requirement {
        Requirement(
            activities: needs.map { need($0.0, agents: $0.1, weeks: $0.2, horizon: scenario.horizon) })
    }

    @Test func agentsStayHomeWhereNobodyLacks() throws {
        let scenario = makeScenario(
            agents: [
                makeAgent(0, also: [sales], skills: [selling]), makeAgent(1, home: sales, skills: [selling]),
            ],
            campaigns: two, weeks: 2)
        let result = try staff(
            requirement(scenario, [(helpline, 1, [0, 1]), (sales, 1, [0, 1])]), for: scenario,
            control: control)
        #expect(result.posts.map(\.campaign) == [helpline, sales, helpline, sales])
        #expect(result.posts.allSatisfy { !$0.needsTraining })
        #expect(result.shortages.isEmpty)
        #expect(result.optimality.status == .optimal)
    }

    @Test func agentsGoWhereHoursLack() throws {
        // Two at home where one is needed; the one with the skill goes.
        let scenario = makeScenario(
            agents: [makeAgent(0, also: [sales]), makeAgent(1, also: [sales], skills: [selling])],
            campaigns: two)
        let result = try staff(
            requirement(scenario, [(helpline, 1, [0]), (sales, 1, [0])]), for: scenario, control: control)
        #expect(result.agents(on: sales, week: 0) == [agentID(1)])
        #expect(result.agents(on: helpline, week: 0) == [agentID(0)])
    }

    @Test func namesWhatIsShort() throws {
        let scenario = makeScenario(agents: [makeAgent(0)], campaigns: two)
        let result = try staff(
            requirement(scenario, [(helpline, 3, [0]), (sales, 1, [0])]), for: scenario, control: control)
        #expect(result.shortages.map(\.campaign) == [helpline, sales])
        #expect(result.shortages.map(\.hours) == [70, 35])
    }

    @Test func workloadsCountAsHours() throws {
        let scenario = makeScenario(agents: [makeAgent(0)], campaigns: two)
        let load = WorkloadRequirement(
            days: 0...4, hours: 50, permitted: [], agentsAtOnce: 0...9, contacts: 0, sales: 0)
        let activity = ActivityRequirement(
            activity: ActivityKey(helpline, Identifier("list")), kind: .workload([load]))
        let result = try staff(Requirement(activities: [activity]), for: scenario, control: control)
        #expect(result.shortages == [Staffing.Shortage(campaign: helpline, week: 0, hours: 15)])
    }

    @Test func launchesCallForTraining() throws {
        let course = TrainingNeed(sessionMinutes: 210, sessions: 4, classSize: 1...12)
        let campaigns = [
            makeCampaign(helpline), makeCampaign(sales, skills: [selling], launchDay: 7, training: course),
        ]
        let scenario = makeScenario(
            agents: [
                makeAgent(0), makeAgent(1, also: [sales]), makeAgent(2, also: [sales], skills: [selling]),
            ],
            campaigns: campaigns, weeks: 2)
        let result = try staff(
            requirement(scenario, [(sales, 2, [1])]), for: scenario, control: control)
        #expect(result.posts.filter { $0.week == 0 }.allSatisfy { $0.campaign == helpline })
        let launched = result.posts.filter { $0.campaign == sales }
        #expect(launched.map(\.agent) == [agentID(1), agentID(2)])
        #expect(launched.map(\.needsTraining) == [true, false])
        #expect(launched.allSatisfy { $0.week == 1 })
    }

    @Test func leaveAndClosureLeaveNoPost() throws {
        let ended = makeCampaign(helpline, launchDay: 7)
        let scenario = makeScenario(
            agents: [makeAgent(0), makeAgent(1)], campaigns: [ended], weeks: 3, requests: [leave(1, 7...20)])
        let result = try staff(Requirement(activities: []), for: scenario, control: control)
        #expect(result.posts.map { "\($0.agent) \($0.week)" } == ["A00 1", "A00 2"])
    }

    @Test func otherSitesAreNotEligible() throws {
        let scenario = makeScenario(
            agents: [makeAgent(0, home: nil), makeAgent(1, home: sales)],
            campaigns: [makeCampaign(helpline), makeCampaign(sales, site: Identifier("lyon"))])
        let result = try staff(
            requirement(scenario, [(helpline, 1, [0]), (sales, 9, [0])]), for: scenario, control: control)
        #expect(result.posts.map(\.agent) == [agentID(0)])
        #expect(result.posts.map(\.campaign) == [helpline])
    }

    @Test func nobodyAndNothing() throws {
        for (agents, campaigns, weeks) in [([], two, 1), ([makeAgent(0)], [], 1), ([makeAgent(0)], two, 0)] {
            let scenario = makeScenario(agents: agents, campaigns: campaigns, weeks: weeks)
            let result = try staff(Requirement(activities: []), for: scenario, control: control)
            #expect(result.posts.isEmpty)
            #expect(result.optimality.cost == 0)
        }
    }

    @Test func aPastDeadlineKeepsEveryoneHome() throws {
        let scenario = makeScenario(
            agents: (0..<6).map { makeAgent($0, also: [sales], skills: [selling]) }, campaigns: two, weeks: 2)
        let result = try staff(
            requirement(scenario, [(sales, 2, [0, 1])]), for: scenario,
            control: RunControl(deadline: .after(seconds: -1)))
        #expect(result.posts.count == 12)
        #expect(result.optimality.bound <= result.optimality.cost)
    }

    /// Random floors of a few agents, all assignments tried one by one.
    @Test(arguments: 0..<25)
    func equalsExhaustiveSearch(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let scenario = Self.randomScenario(&random, agents: 4, weeks: 2)
        let needs = Requirement(
            activities: [helpline, sales].flatMap { campaign in
                (0..<2).map {
                    need(campaign, agents: random.below(4), weeks: [$0], horizon: scenario.horizon)
                }
            })
        let result = try staff(needs, for: scenario, control: control)
        let instance = StaffingInstance(requirement: needs, scenario: scenario)
        #expect(abs(result.optimality.cost - Self.exhaustiveCost(instance)) < 1e-6)
        #expect(result.optimality.status == .optimal)
        #expect(try staff(needs, for: scenario, control: control) == result)
    }

    static func randomScenario(_ random: inout SeededGenerator, agents: Int, weeks: Int) -> Scenario {
        let course = TrainingNeed(sessionMinutes: 60 * (1 + random.below(4)), sessions: 2, classSize: 1...12)
        let isLaunch = random.below(2) == 0
        let campaigns = [
            makeCampaign(helpline),
            makeCampaign(sales, skills: [selling], launchDay: isLaunch ? 7 : nil, training: course),
        ]
        let people = (0..<agents).map { index in
            makeAgent(
                index, home: [helpline, sales, nil][random.below(3)],
                also: random.below(2) == 0 ? [helpline, sales] : [],
                skills: random.below(2) == 0 ? [selling] : [])
        }
        let requests = people.indices.filter { _ in random.below(3) == 0 }
            .map { index in
                let day = random.below(7 * weeks)
                return leave(index, day...day + random.below(3))
            }
        return makeScenario(agents: people, campaigns: campaigns, weeks: weeks, requests: requests)
    }

    private static func exhaustiveCost(_ instance: StaffingInstance) -> Double {
        var best = Double.infinity
        var campaigns: [[[Int?]]] = instance.kinds.map { kind in
            kind.choices.map { _ in kind.agents.map { _ in nil } }
        }
        let seats = instance.kinds.indices.flatMap { i in
            instance.kinds[i].choices.indices.flatMap { w in
                instance.kinds[i].agents.indices.map { (i, w, $0) }
            }
        }
        func go(_ seat: Int) {
            guard seat < seats.count else {
                best = min(best, instance.cost(of: campaigns))
                return
            }
            let (i, w, a) = seats[seat]
            let choices = instance.kinds[i].choices[w]
            if choices.isEmpty { return go(seat + 1) }
            for choice in choices {
                campaigns[i][w][a] = choice.campaign
                go(seat + 1)
            }
        }
        go(0)
        return best
    }
}
