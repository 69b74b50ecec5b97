import Execution
import Workforce

/// Agents of equal skills on the line, before anybody has a name or a shift.
public struct StaffedGroup: Hashable, Sendable {
    /// The activities that they serve.
    public var activities: Set<Identifier<Activity>>
    /// Agents on the line, per interval of the horizon.
    public var onLine: [Int]

    public init(activities: Set<Identifier<Activity>>, onLine: [Int]) {
        self.activities = activities
        self.onLine = onLine
    }
}

/// Plays inbound lines of one campaign through with a number of agents per interval, to judge a
/// requirement before there are shifts. Contacts are those that `simulate(plan:for:)` brings, in
/// the same places of the same seed; all the agents given are on the line, longest idle first.
///
/// - Parameters:
///   - lines: activities of the campaign that count; others do not call.
///   - groups: agents by skill; intervals that they do not name have nobody.
/// - Complexity: as `simulate(plan:for:)`.
public func simulateStaffing(
    of lines: [Identifier<Activity>], by groups: [StaffedGroup], in campaign: Campaign,
    forecast: Forecast, for scenario: Scenario, options: SimulationOptions = SimulationOptions(),
    control: RunControl = RunControl()
) -> SimulatedService {
    let plan = Plan(forecast: forecast, requirement: Requirement(activities: []))
    let floor = staffedFloor(lines, groups, campaign, plan: plan, scenario: scenario)
    return play([floor], plan: plan, scenario: scenario, options: options, control: control)
}

/// Plays a requirement through: exactly the agents on the line that it asks for, before there are
/// people and shifts. Every queued activity has its own agents, those of lines that share them
/// serve the lines that the floor's skills let them (`SkillMix`); lists and items are left out.
///
/// - Parameter service: what the formulas predict, to stand beside.
/// - Complexity: as `simulate(plan:for:)`.
public func simulate(
    requirement: Requirement, forecast: Forecast, service: [ServicePrediction] = [],
    for scenario: Scenario, options: SimulationOptions = SimulationOptions(),
    control: RunControl = RunControl()
) -> SimulatedService {
    var plan = Plan(forecast: forecast, requirement: requirement)
    plan.service = service
    let floors = scenario.campaigns.compactMap { campaign -> CampaignFloor? in
        let shared = requirement.shared.first { $0.campaign == campaign.id }
        var groups =
            shared.map { shared in
                SkillMix(of: campaign, lines: shared.lines, agents: scenario.floor.agents)
                    .groups(of: shared.positions)
            } ?? []
        for activity in campaign.activities where shared?.lines.contains(activity.id) != true {
            let key = ActivityKey(campaign.id, activity.id)
            guard case .perInterval(let need)? = requirement[key]?.kind, activity.channel.queues else {
                continue
            }
            groups.append(StaffedGroup(activities: [activity.id], onLine: need.positions))
        }
        let floor = staffedFloor(
            campaign.activities.map(\.id), groups, campaign, plan: plan, scenario: scenario)
        return floor.lines.isEmpty ? nil : floor
    }
    return play(floors, plan: plan, scenario: scenario, options: options, control: control)
}

private func staffedFloor(
    _ lines: [Identifier<Activity>], _ groups: [StaffedGroup], _ campaign: Campaign, plan: Plan,
    scenario: Scenario
) -> CampaignFloor {
    let floorLines = campaign.activities.indices
        .filter { lines.contains(campaign.activities[$0].id) }
        .compactMap { FloorLine($0, of: campaign, plan: plan, scenario: scenario) }
    let count = scenario.horizon.intervalCount
    let people = FloorPeople(
        groups: groups.map { group in
            campaign.activities.indices.filter {
                lines.contains(campaign.activities[$0].id)
                    && group.activities.contains(campaign.activities[$0].id)
            }
        },
        onLine: groups.map { group in
            (0..<count).map { $0 < group.onLine.count ? max(0, group.onLine[$0]) : 0 }
        })
    return CampaignFloor(campaign, lines: floorLines, people: people, scenario: scenario)
}

extension Channel {
    fileprivate var queues: Bool {
        switch self {
        case .inbound, .chat: true
        case .outbound, .backOffice: false
        }
    }
}

extension Plan {
    /// What can be simulated before anything is scheduled.
    fileprivate init(forecast: Forecast, requirement: Requirement) {
        self.init(
            forecast: forecast, requirement: requirement, staffing: nil, schedule: Schedule(pools: []),
            roster: nil, teams: nil, training: nil, service: [],
            cost: CostEstimate(lines: [], production: []), quotes: [], findings: [])
    }
}
