import Execution
import LinearProgramming
import Workforce

/// Gives the anonymous tours of a schedule to named agents.
///
/// Tours of a group go to the agents of the group. From one week to the next
/// (and from the published roster to the first week) daily rest, weekly rest and
/// the longest run of days hold, in elapsed time; a tour that would break them
/// is never given, and stays unfilled if nobody else can take it. Within that,
/// the cost in cents is that of wishes refused, of Saturdays, Sundays and late
/// ends (after `Fairness.lateAfter`) above the fair share, published weeks
/// included, of days struck out by leave, and of tours left unfilled. Among
/// rosters of one cost, starts move little from week to week.
///
/// Each group's week is a transportation problem, solved exactly against all
/// other weeks, again and again until nothing improves; the relaxation of all
/// weeks together (`models/roster.mod`) gives `optimality.bound`, a bound on the
/// whole cost; where a gap is left on a floor that is small enough, branch and
/// bound on that program closes it as far as its node limit allows.
///
/// Loans between campaigns are given to people afterwards (`nameLoans`).
///
/// - Throws: `LinearProgramError` when the solver breaks down.
public func roster(
    _ schedule: Schedule, staffing: Staffing, for scenario: Scenario, control: RunControl
) throws(LinearProgramError) -> Roster {
    let instance = RosterInstance(schedule: schedule, scenario: scenario, lateAfter: Fairness.lateAfter)
    var assignment = try instance.descend(from: nil, rounds: 12, control: control)
    let proof = try instance.prove(&assignment, control: control)
    let total = instance.weekCount + 1
    control.report(StageProgress(stage: .roster, done: total, total: total))
    let lines = instance.lines(of: assignment, staffing: staffing)
    return Roster(
        lines: lines, unfilled: instance.unfilledTours(in: assignment),
        loans: nameLoans(schedule.loans, lines: lines, staffing: staffing, scenario: scenario),
        optimality: proof)
}

/// Variables up to which branch and bound is worth its time.
private let searchSize = 8000

/// Nodes of that search: thousands on a team, a handful on a large floor, where
/// the cuts at the root do most of the proving.
private func searchNodes(variables: Int) -> Int { min(4000, max(8, 60_000 / max(1, variables))) }

extension RosterInstance {
    /// Bounds the cost from below and, where that leaves a gap, looks for better.
    func prove(
        _ assignment: inout RosterAssignment, control: RunControl
    ) throws(LinearProgramError) -> Optimality {
        let model = RosterProgram(self)
        var cost = cost(of: assignment)
        let fixed = model.fixedCost
        var bound = 0
        if case .optimal(let relaxed) = try model.program.relaxed.solve(control: control) {
            bound = fixed + RosterInstance.wholeCents(relaxed.objective)
        }
        if cost > bound, model.program.variableCount <= searchSize, !control.shouldStop {
            let options = SolveOptions {
                $0.start = model.values(at: assignment)
                $0.cuts = [.mixedIntegerRounding, .gomory]
                $0.nodeLimit = searchNodes(variables: model.program.variableCount)
                $0.iterationLimit = 100_000
            }
            let outcome = try model.program.solve(options: options, control: control)
            if let solution = outcome.solution {
                if solution.bound.isFinite {
                    bound = max(bound, fixed + RosterInstance.wholeCents(solution.bound))
                }
                let found = try descend(
                    from: model.assignment(at: solution), rounds: 4, control: control)
                if self.cost(of: found) < cost {
                    assignment = found
                    cost = self.cost(of: found)
                }
            }
        }
        bound = min(bound, cost)
        let status: Optimality.Status =
            bound == cost ? .optimal : control.shouldStop ? .stopped : .feasible
        return Optimality(status: status, cost: Double(cost), bound: Double(bound))
    }

    /// All costs are whole cents: what lies under a bound by rounding alone counts up.
    private static func wholeCents(_ value: Double) -> Int {
        guard value.isFinite, abs(value) < 1e15 else { return 0 }
        return Int((value - 1e-6 * (1 + abs(value) * 1e-3)).rounded(.up))
    }

    /// By week, then in the order of the floor's agents: whoever is in a group or
    /// has a post.
    func lines(of assignment: RosterAssignment, staffing: Staffing) -> [RosterLine] {
        var posts: [Identifier<Agent>: [Int: Identifier<Campaign>]] = [:]
        for post in staffing.posts { posts[post.agent, default: [:]][post.week] = post.campaign }
        var lines: [RosterLine] = []
        for week in 0..<weekCount {
            for (a, person) in agents.enumerated() {
                if let g = groupOf[a][week] {
                    let tour = assignment.tours[a][week].map { groups[g].tours[$0] }
                    let struck = option(of: a, week: week, in: assignment)?.struck ?? []
                    lines.append(
                        RosterLine(
                            agent: person.id, week: week, campaign: groups[g].campaign, tour: tour,
                            struck: struck))
                } else if let campaign = posts[person.id]?[week] {
                    lines.append(
                        RosterLine(agent: person.id, week: week, campaign: campaign, tour: nil))
                }
            }
        }
        return lines
    }

    func unfilledTours(in assignment: RosterAssignment) -> [UnfilledTour] {
        var tours: [UnfilledTour] = []
        for (group, left) in zip(groups, unfilled(in: assignment)) {
            for (j, count) in left.enumerated() where count > 0 {
                let tour = UnfilledTour(campaign: group.campaign, week: group.week, tour: group.tours[j])
                tours += Array(repeating: tour, count: count)
            }
        }
        return tours
    }
}
