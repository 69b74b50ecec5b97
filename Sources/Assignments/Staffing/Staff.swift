import Execution
import LinearProgramming
import Workforce

/// Chooses the campaign that each agent works for in each week.
///
/// Agents go to their home campaign, to one they are also trained for, or, where
/// a campaign with a course launches inside the horizon, to that one if it is
/// theirs by name; agents without a home go wherever their skills allow on their
/// site. Everyone who can work somewhere has exactly one post a week.
///
/// Hours on the line are paid hours less approved leave and breaks (a break
/// takes every interval that it touches). The price is that of hours missing
/// (calls, deferred work, and at a low price a tenth more than both, since whole
/// shifts never follow a curve exactly), of weeks away from home, of leaving a
/// campaign, and of courses (an hour in class is an hour away from the line).
///
/// Solved as an integer program over kinds of agents (`models/staffing.mod`);
/// `optimality` is in cents. The search is limited in nodes, not by the clock.
///
/// - Throws: `LinearProgramError` when the solver breaks down.
public func staff(
    _ requirement: Requirement, for scenario: Scenario, control: RunControl
) throws(LinearProgramError) -> Staffing {
    control.report(StageProgress(stage: .staff, done: 0, total: 1))
    let instance = StaffingInstance(requirement: requirement, scenario: scenario)
    let model = StaffingProgram(instance)
    let options = SolveOptions {
        $0.nodeLimit = staffingNodeLimit
        // They close most of the gap that whole people leave at the root.
        $0.cuts = [.mixedIntegerRounding, .gomory]
    }
    let outcome = try model.program.solve(options: options, control: control)
    let counts = instance.counts(in: outcome.solution, of: model)
    let campaigns = zip(instance.kinds, counts).map { PostAssignment(kind: $0, counts: $1).campaigns }
    control.report(StageProgress(stage: .staff, done: 1, total: 1))
    return Staffing(
        posts: instance.posts(campaigns, order: scenario.floor.agents.map(\.id)),
        shortages: instance.shortages(campaigns),
        optimality: optimality(cost: instance.cost(of: campaigns), outcome: outcome))
}

/// Nodes after which the best staffing found stands, with its gap.
private let staffingNodeLimit = 2000

/// What a result of this cost is worth, given what the solver proved.
func optimality(cost: Double, outcome: SolveOutcome) -> Optimality {
    let status: Optimality.Status
    var bound: Double
    switch outcome {
    case .optimal(let solution):
        bound = solution.objective
        status = .optimal
    case .feasible(let solution, let cause):
        bound = solution.bound
        status = cause == .deadline || cause == .cancelled ? .stopped : .feasible
    case .stopped(_, let proven):
        bound = proven
        status = .stopped
    case .infeasible, .unbounded:
        bound = 0
        status = .stopped
    }
    // All costs are at least 0, and so is any bound.
    bound = min(cost, max(0, bound.isFinite ? bound : 0))
    let isTight = cost - bound <= 1e-6 * max(1, abs(cost))
    return Optimality(
        status: isTight ? .optimal : (status == .optimal ? .feasible : status), cost: cost,
        bound: isTight ? cost : bound)
}

extension StaffingInstance {
    /// Agents by kind, week and choice; without a solution everybody's first choice.
    func counts(in solution: Solution?, of model: StaffingProgram) -> [[[Int]]] {
        kinds.indices.map { i in
            model.counts[i].map { week in
                week.enumerated().map { position, variable in
                    guard let solution else { return position == 0 ? kinds[i].agents.count : 0 }
                    return Int(solution[variable].rounded())
                }
            }
        }
    }

    func posts(_ campaigns: [[[Int?]]], order: [Identifier<Agent>]) -> [Staffing.Post] {
        var posts: [Staffing.Post] = []
        let rank = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        for week in 0..<weekCount {
            var weekly: [Staffing.Post] = []
            for (kind, weeks) in zip(kinds, campaigns) {
                for (a, agent) in kind.agents.enumerated() {
                    guard let k = weeks[week][a],
                        let choice = kind.choices[week].first(where: { $0.campaign == k })
                    else { continue }
                    weekly.append(
                        Staffing.Post(
                            agent: agent, week: week, campaign: self.campaigns[k],
                            needsTraining: choice.needsTraining))
                }
            }
            posts += weekly.sorted { rank[$0.agent, default: 0] < rank[$1.agent, default: 0] }
        }
        return posts
    }

    func shortages(_ campaigns: [[[Int?]]]) -> [Staffing.Shortage] {
        var supply = needs.map { $0.map { _ in 0.0 } }
        for (kind, weeks) in zip(kinds, campaigns) {
            for (w, week) in weeks.enumerated() {
                for case let k? in week {
                    supply[k][w] += kind.choices[w].first { $0.campaign == k }?.hours ?? 0
                }
            }
        }
        var shortages: [Staffing.Shortage] = []
        for w in 0..<weekCount {
            for (k, weeks) in needs.enumerated() {
                let hours = weeks[w].hours - supply[k][w]
                if hours > 0.01 {
                    shortages.append(
                        Staffing.Shortage(campaign: self.campaigns[k], week: w, hours: hours))
                }
            }
        }
        return shortages
    }
}
