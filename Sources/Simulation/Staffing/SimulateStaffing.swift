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
    let plan = Plan(
        forecast: forecast, requirement: Requirement(activities: []), staffing: nil,
        schedule: Schedule(pools: []), roster: nil, teams: nil, training: nil, service: [],
        cost: CostEstimate(lines: [], production: []), quotes: [], findings: [])
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
    let floor = CampaignFloor(campaign, lines: floorLines, people: people, scenario: scenario)
    return play([floor], plan: plan, scenario: scenario, options: options, control: control)
}
