import Sizing
import Workforce

/// The service that the formulas expect of a requirement: exactly the agents on the line that it
/// asks for, nobody away.
///
/// - Complexity: as `predictService`.
public func predictService(
    of requirement: Requirement, forecast: Forecast, for scenario: Scenario
) -> [ServicePrediction] {
    var present = scenario
    var exact = requirement
    for index in present.campaigns.indices { present.campaigns[index].shrinkage = .none }
    for index in exact.shared.indices { exact.shared[index].scheduled = exact.shared[index].positions }
    for index in exact.activities.indices {
        guard case .perInterval(var need) = exact.activities[index].kind else { continue }
        need.scheduled = need.positions
        exact.activities[index].kind = .perInterval(need)
    }
    var coverage: [Identifier<Campaign>: [Int]] = [:]
    for campaign in present.campaigns {
        coverage[campaign.id] = exact.scheduled(
            for: campaign.id, intervalCount: scenario.horizon.intervalCount)
    }
    return Sizing.predictService(
        coverage: coverage, forecast: forecast, requirement: exact, for: present)
}
