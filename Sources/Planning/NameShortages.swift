import Execution
import LinearProgramming
import Scheduling
import Workforce

/// The shortages of a plan's schedule with their reasons and, where wanted, their remedies.
///
/// - Parameter seeksRemedies: changes are ranked and solved, which takes as long as several
///   schedules.
/// - Throws: `PlanningError.model` when a remedy's model is refused.
public func nameShortages(
    of plan: Plan, for scenario: Scenario, seeksRemedies: Bool, control: RunControl
) throws(PlanningError) -> [ScheduleShortage] {
    let named = explainShortages(
        of: plan.schedule, requirement: plan.requirement, staffing: plan.staffing, for: scenario,
        control: control)
    guard seeksRemedies else { return named }
    do {
        return try addRemedies(
            to: named, of: plan.schedule, requirement: plan.requirement, staffing: plan.staffing,
            for: scenario, control: control)
    } catch {
        throw .model(error)
    }
}
