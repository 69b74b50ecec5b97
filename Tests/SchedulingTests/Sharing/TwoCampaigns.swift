import Execution
import Workforce

@testable import Scheduling

/// Two campaigns of one site whose people may all take both campaigns' contacts, unless said otherwise.
struct TwoCampaigns {
    var scenario: Scenario
    let staffing: Staffing
    let requirement: Requirement
    let needs: [[Int]]

    /// - Parameters:
    ///   - people: of each campaign.
    ///   - needs: of each campaign, from the scenario and the campaign's index.
    init(
        people: [Int], contract: EmploymentContract, open: ClockRange, days: Set<Weekday>, step: Int,
        work: WorkRules = FloorFixture.workRules(), sharing: AgentSharing?, homes: Bool = false,
        needs: (Scenario, Campaign, Int) -> [Int]
    ) {
        let campaigns = ["a", "b"].map { FloorFixture.campaign($0, open: open, days: days) }
        var agents: [Agent] = []
        var posts: [Staffing.Post] = []
        for (index, campaign) in campaigns.enumerated() {
            for var agent in FloorFixture.agents(people[index], contract: contract, prefix: campaign.id.name)
            {
                if homes { agent.homeCampaign = campaign.id }
                agents.append(agent)
                posts.append(
                    Staffing.Post(agent: agent.id, week: 0, campaign: campaign.id, needsTraining: false))
            }
        }
        var scenario = FloorFixture.scenario(
            campaigns: campaigns, contracts: [contract], agents: agents, step: step, work: work)
        scenario.sharing = sharing
        let wanted = campaigns.enumerated().map { needs(scenario, $1, $0) }
        self.needs = wanted
        self.scenario = scenario
        staffing = Staffing(
            posts: posts, shortages: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
        requirement = Requirement(
            activities: zip(campaigns, wanted).map { FloorFixture.perInterval($0.id, $1) })
    }

    /// Two days of six hours, one or two people each, needs at random.
    static func tiny(seed: UInt64, sharing: AgentSharing?) -> (floor: TwoCampaigns, single: TinyFloor) {
        let single = TinyFloor(seed: seed, people: 1)
        var generator = SeededGenerator(seed: seed)
        let floor = TwoCampaigns(
            people: [1, 1 + Int(seed % 2)], contract: single.scenario.floor.contracts[0],
            open: ClockRange(ClockTime(hour: 9), ClockTime(hour: 15)), days: [.monday, .tuesday], step: 60,
            work: single.scenario.rules.work, sharing: sharing
        ) { scenario, campaign, _ in
            scenario.openIntervals(of: campaign).map { $0 ? generator.below(3) : 0 }
        }
        return (floor, single)
    }

    /// Three days on which one campaign is busy in the morning and the other in the afternoon.
    static func week(people: Int, seed: UInt64, sharing: AgentSharing?, homes: Bool = false) -> TwoCampaigns {
        TwoCampaigns(
            people: [people, people], contract: FloorFixture.fullTime(),
            open: ClockRange(ClockTime(hour: 8), ClockTime(hour: 19)),
            days: [.monday, .tuesday, .wednesday, .thursday, .friday], step: 15, sharing: sharing,
            homes: homes
        ) { scenario, campaign, index in
            var generator = SeededGenerator(seed: seed &+ UInt64(index))
            let open = scenario.openIntervals(of: campaign)
            return scenario.horizon.intervals.map { t in
                guard open[t] else { return 0 }
                let isMorning = scenario.horizon.clockMinutes[t] < 13 * 60
                let share = isMorning == (index == 0) ? 0.9 : 0.3
                return max(0, Int((Double(people) * share + generator.normal()).rounded()))
            }
        }
    }

    func schedule(threads: Int = 1) throws -> Schedule {
        var effort = PoolEffort()
        effort.subgradientSteps = 300
        effort.sweeps = 60
        effort.smallPool = 0
        effort.tails = 0
        effort.boundGap = 0.01
        return try Scheduling.schedule(
            requirement, staffing: staffing, for: scenario, effort: effort,
            control: RunControl(threads: threads))
    }

    /// Cost of a coverage of both campaigns, recounted, cents.
    func penalty(_ coverage: [[Int]]) -> Double {
        let hours = scenario.horizon.intervalHours
        var sum = 0.0
        for (covered, needed) in zip(coverage, needs) {
            for (have, want) in zip(covered, needed) {
                sum += Double(have < want ? (want - have) * 6000 : (have - want) * 600) * hours
            }
        }
        return sum
    }

    func coverage(_ schedule: Schedule) -> [[Int]] {
        scenario.campaigns.map { scenario.horizon.coverage(of: schedule, campaign: $0.id) }
    }
}
