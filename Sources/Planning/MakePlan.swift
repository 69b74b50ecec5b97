import Assignments
import Auditing
import Execution
import Forecasting
import LinearProgramming
import Pricing
import Rostering
import Scheduling
import Sizing
import Workforce

/// Why a plan could not be made at all. A plan with gaps is not an error.
public enum PlanningError: Error, Equatable {
    case sizing(SizingError)
    /// A model was refused before it reached the solver: a fault of the program, not of the data.
    case model(LinearProgramError)
}

/// Makes a plan: the chain of DESIGN §2, as far as `last`.
///
/// Without agents the chain runs in sizing mode: contracts are types, and the
/// stages that need names (staffing, roster, teams, training) are skipped.
/// Parts beyond `last` are empty or nil. Proved ranges of headcount are worked
/// out where the schedule is what is asked for.
///
/// - Throws: `PlanningError` when a target cannot be met by any number of
///   agents, or a model is refused.
/// - Complexity: dominated by scheduling, which solves one column generation
///   per campaign and week.
public func makePlan(
    from scenario: Scenario, through last: Stage = .price, control: RunControl
) throws(PlanningError) -> Plan {
    var plan = Plan(
        forecast: Forecast(activities: []), requirement: Requirement(activities: []), staffing: nil,
        schedule: Schedule(pools: []), roster: nil, teams: nil, training: nil, service: [],
        cost: CostEstimate(lines: [], production: []), quotes: [], findings: [])
    let steps = Stage.chain(named: scenario.isNamed)
    for (index, stage) in steps.enumerated() {
        control.report(StageProgress(stage: stage, done: index, total: steps.count))
        try run(stage, through: last, for: scenario, control: control, on: &plan)
        if stage == last { break }
    }
    return plan
}

extension Stage {
    /// The stages of a plan in order, with or without named agents.
    static func chain(named: Bool) -> [Stage] {
        named
            ? [.forecast, .size, .staff, .schedule, .roster, .teams, .training, .price, .audit]
            : [.forecast, .size, .schedule, .price, .audit]
    }
}

private func run(
    _ stage: Stage, through last: Stage, for scenario: Scenario, control: RunControl, on plan: inout Plan
) throws(PlanningError) {
    switch stage {
    case .forecast: plan.forecast = forecast(scenario, control: control)
    case .size:
        do {
            let sized = try size(plan.forecast, for: scenario, control: control)
            plan.requirement = try shareAgents(
                sized, forecast: plan.forecast, for: scenario, control: control)
        } catch {
            throw .sizing(error)
        }
    case .price:
        plan.cost = estimateCost(of: plan, for: scenario)
        plan.quotes = quotes(for: plan.cost, plan: plan, scenario: scenario)
    case .audit: plan.findings = audit(plan, for: scenario)
    case .schedule: try makeSchedule(through: last, for: scenario, control: control, on: &plan)
    case .staff, .roster, .teams, .training:
        do {
            try optimise(stage, for: scenario, control: control, on: &plan)
        } catch {
            throw .model(error)
        }
    case .read, .simulate, .report: break
    }
}

/// The schedule, and the requirement with the needs that were placed together with its tours.
private func makeSchedule(
    through last: Stage, for scenario: Scenario, control: RunControl, on plan: inout Plan
) throws(PlanningError) {
    let leeways: [PeriodLeeway]
    do {
        leeways = try periodLeeways(of: plan.requirement, forecast: plan.forecast, for: scenario)
    } catch {
        throw .sizing(error)
    }
    var own = control
    if scenario.isNamed, last != .schedule {
        // The roster needs the rest.
        own.deadline = control.deadline.capped(seconds: control.deadline.remainingSeconds * 0.85)
    }
    do {
        plan.schedule = try schedule(
            plan.requirement, staffing: plan.staffing, leeways: leeways, for: scenario, control: own)
    } catch {
        throw .model(error)
    }
    do {
        plan.requirement = try placing(
            plan.schedule.placed, in: plan.requirement, forecast: plan.forecast, for: scenario)
    } catch {
        throw .sizing(error)
    }
    if last == .schedule, !scenario.isNamed, !control.shouldStop {
        do {
            plan.headcounts = try headcountRanges(
                of: plan.schedule, plan.requirement, for: scenario, control: control)
        } catch {
            throw .model(error)
        }
    }
    predict(for: scenario, on: &plan)
}

/// The other stages that solve linear programs.
private func optimise(
    _ stage: Stage, for scenario: Scenario, control: RunControl, on plan: inout Plan
) throws(LinearProgramError) {
    switch stage {
    case .staff: plan.staffing = try staff(plan.requirement, for: scenario, control: control)
    case .roster:
        guard let staffing = plan.staffing else { return }
        plan.roster = try roster(plan.schedule, staffing: staffing, for: scenario, control: control)
        predict(for: scenario, on: &plan)
    case .teams:
        guard let roster = plan.roster else { return }
        plan.teams = try formTeams(roster, for: scenario, control: control)
    case .training:
        guard let roster = plan.roster, let staffing = plan.staffing else { return }
        plan.training = try placeTraining(
            roster, staffing: staffing, requirement: plan.requirement, for: scenario, control: control)
        predict(for: scenario, on: &plan)
    default: break
    }
}

/// The service that callers should meet with the coverage planned so far.
private func predict(for scenario: Scenario, on plan: inout Plan) {
    var coverage: [Identifier<Campaign>: [Int]] = [:]
    for campaign in scenario.campaigns {
        coverage[campaign.id] = plan.coverage(of: campaign.id, horizon: scenario.horizon)
    }
    plan.service = predictService(
        coverage: coverage, forecast: plan.forecast, requirement: plan.requirement, for: scenario)
}
