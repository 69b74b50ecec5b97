import Execution
import Simulation
import Sizing
import Testing
import Workforce

@testable import Planning

@Suite struct ShareAgentsTests {
    private static let id = Identifier<Campaign>("desk")

    /// Two lines of 60 calls an hour, Monday to Friday, and agents by skill.
    private func scenario(_ skills: [Set<Identifier<Skill>>], target: Double = 0.8) throws -> Scenario {
        let tiny = try Workspaces.scenario("tiny")
        let site = Identifier<Site>("here")
        func line(_ name: String, _ skill: Identifier<Skill>) -> Activity {
            Activity(
                id: Identifier(name),
                channel: .inbound(
                    InboundTerms(
                        demand: .history, handleTime: Seconds(240), patience: Seconds(120),
                        target: ServiceTarget(serviceLevel: target))), requiredSkills: [skill])
        }
        let range = ClockRange(ClockTime(minute: 480), ClockTime(minute: 1080))
        let campaign = Campaign(
            id: Self.id, name: "", client: "", site: site,
            openingHours: .daily(range, on: Set(Weekday.allCases.prefix(5))),
            activities: [line("a", "x"), line("b", "y")],
            sizing: SizingMethod(load: .stationary, uncertainty: .variation(0)))
        let agents = skills.enumerated().map { number, skills in
            Agent(
                id: Identifier("\(number)"), firstName: "", lastName: "", contract: "full", site: site,
                skills: skills, homeCampaign: Self.id)
        }
        return Scenario(
            name: "", horizon: Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 1),
            floor: Floor(
                name: "", sites: [Site(id: site, name: "")], contracts: [], agents: agents),
            campaigns: [campaign], rules: tiny.rules, costs: tiny.costs)
    }

    private func forecast(_ scenario: Scenario) -> Forecast {
        let open = scenario.openIntervals(of: scenario.campaigns[0])
        return Forecast(
            activities: scenario.campaigns[0].activities.map { activity in
                ActivityForecast(
                    activity: ActivityKey(Self.id, activity.id), contacts: open.map { $0 ? 30 : 0 },
                    handleSeconds: open.map { _ in 240 }, dailyContacts: [], method: .volumeProfile)
            })
    }

    private func shared(_ skills: [Set<Identifier<Skill>>]) throws -> SharedRequirement {
        let scenario = try scenario(skills)
        let forecast = forecast(scenario)
        let sized = try size(forecast, for: scenario, control: RunControl())
        let result = try shareAgents(sized, forecast: forecast, for: scenario, control: RunControl())
        return try #require(result.shared.first)
    }

    private func share(_ shared: SharedRequirement) -> Double {
        if case .simulated(let share) = shared.origin { share } else { 1 }
    }

    @Test func agentsWhoServeBothLinesAreOneQueue() throws {
        let both = try shared([["x", "y"]])
        #expect(both.pooled.max() ?? 0 < both.apart.max() ?? 0)
        #expect(share(both) <= 0.25)
    }

    /// Half of the agents with one skill each and half with both lie between the extremes, and
    /// nobody with both needs the most.
    @Test func fewerSkillsNeedMoreAgents() throws {
        let both = try shared([["x", "y"]])
        let some = try shared([["x"], ["y"], ["x", "y"], ["x", "y"]])
        let none = try shared([["x"], ["y"]])
        #expect(share(both) <= share(some))
        #expect(share(some) < share(none))
        #expect(share(none) > 0.5)
        for requirement in [both, some, none] {
            for t in requirement.positions.indices {
                #expect((requirement.pooled[t]...requirement.apart[t]).contains(requirement.positions[t]))
            }
        }
    }

    /// Nobody answers the second line: no number of such agents is enough, and the formulas' stay.
    @Test func missingSkillsKeepTheLinesApart() throws {
        let lacking = try shared([["x"]])
        #expect(lacking.origin == .skillsMissing)
        #expect(lacking.positions == lacking.apart)
    }

    @Test func withoutNamesEverybodyServesEverything() throws {
        #expect(share(try shared([])) == share(try shared([["x", "y"]])))
    }

    @Test func theMixIsSplitWithoutLoss() throws {
        let scenario = try scenario([["x"], ["x"], ["y"], ["x", "y"]])
        let mix = SkillMix(
            of: scenario.campaigns[0], lines: ["a", "b"], agents: scenario.floor.agents)
        let positions = Array(0...50)
        let groups = mix.groups(of: positions)
        #expect(groups.count == 3)
        for n in positions { #expect(groups.reduce(0) { $0 + $1.onLine[n] } == n) }
        let ofFour = groups.map { ($0.activities, $0.onLine[4]) }
        #expect(ofFour.first { $0.0 == ["a"] }?.1 == 2)
    }

    @Test func sameResultOnAnyNumberOfThreads() throws {
        let scenario = try scenario([["x"], ["y"], ["x", "y"]])
        let forecast = forecast(scenario)
        let sized = try size(forecast, for: scenario, control: RunControl())
        let one = try shareAgents(
            sized, forecast: forecast, for: scenario, control: RunControl(threads: 1))
        let three = try shareAgents(
            sized, forecast: forecast, for: scenario, control: RunControl(threads: 3))
        #expect(one == three)
    }
}

extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral name: String) { self.init(name) }
}
