import Execution
import Simulation
import Sizing
import Workforce

/// Finds how many agents a campaign's lines need together, by simulation with the skills at hand.
///
/// The formulas give two extremes (`SharedRequirement`): one queue that everybody serves, and
/// separate queues. Which agents may serve which lines, and whose calls come first, decides what is
/// needed in between; of equal steps on that way the first is taken at which every simulated day
/// (week, month: the whole horizon) of every line meets its service level within the simulation's
/// own error, and the horizon its limits on abandonment and answer time. The same contacts come at every step
/// (common random numbers). Where no step meets them, the skills are the shortage and the separate
/// queues stay; they stay too, and say so, where the run is stopped.
///
/// - Parameter replications: of the horizon at each step.
/// - Complexity: at most four simulations a campaign whose lines share agents; others cost nothing.
func shareAgents(
    _ requirement: Requirement, forecast: Forecast, for scenario: Scenario, replications: Int = 40,
    control: RunControl
) throws(SizingError) -> Requirement {
    var result = requirement
    for index in requirement.shared.indices {
        let shared = requirement.shared[index]
        guard shared.pooled != shared.apart, let campaign = scenario.campaign(shared.campaign) else {
            continue
        }
        let mix = SkillMix(of: campaign, lines: shared.lines, agents: scenario.floor.agents)
        let steps = 8
        var meeting: SharedRequirement?
        // `low` misses, `high` meets, or lies beyond the last step.
        var low = -1
        var high = steps + 1
        while high - low > 1 {
            let middle = (low + high) / 2
            let trial = try shared.staffed(
                share: Double(middle) / Double(steps), shrinkage: campaign.shrinkage)
            let service = simulateStaffing(
                of: shared.lines, by: mix.groups(of: trial.positions), in: campaign,
                forecast: forecast, for: scenario,
                options: SimulationOptions(replications: replications),
                control: RunControl(
                    deadline: control.deadline, cancellation: control.cancellation,
                    threads: control.threads, seed: control.seed))
            guard service.replications >= replications, !control.shouldStop else {
                result.shared[index].origin = .stopped
                break
            }
            if service.meetsTargets(of: campaign) {
                high = middle
                meeting = trial
            } else {
                low = middle
            }
        }
        guard result.shared[index].origin != .stopped else { continue }
        if let meeting {
            result.shared[index] = meeting
        } else {
            result.shared[index].origin = .skillsMissing
        }
    }
    return result
}

extension SimulatedService {
    /// Whether every line meets what its contract asks, as far as the simulation can tell.
    func meetsTargets(of campaign: Campaign) -> Bool {
        activities.allSatisfy { line in
            guard
                case .inbound(let terms) = campaign.activities.first(where: {
                    $0.id == line.activity.activity
                })?
                .channel
            else { return true }
            let target = terms.target
            let periods =
                switch target.period {
                case .interval, .day: line.days
                case .week: line.weeks
                case .month: [line.overall]
                }
            let inTime = periods.allSatisfy { period in
                guard let asked = target.serviceLevel, let level = period.serviceLevel else { return true }
                return level.value + (level.halfWidth ?? 0) >= asked
            }
            func holds(_ mean: SimulatedMean?, _ limit: Double?) -> Bool {
                guard let mean, let limit else { return true }
                return mean.value - (mean.halfWidth ?? 0) <= limit
            }
            return inTime && holds(line.overall.abandonment, target.maximumAbandonment)
                && holds(
                    line.overall.answerSeconds, target.maximumAnswerSpeed.map { Double($0.count) })
                && holds(campaigns.first?.occupancy, target.maximumOccupancy)
        }
    }
}
