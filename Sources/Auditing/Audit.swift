import Workforce

/// Checks a plan from its values alone: every rule by its own named check,
/// every shortage as a named fact, every stated figure counted again.
///
/// Nothing of the optimisers is used or believed: not their findings, not
/// their group sizes, not their costs. With a roster the people are audited;
/// in sizing mode the anonymous tours are, each week by itself.
///
/// - Violations are rules broken. Warnings are named facts of a lawful plan:
///   coverage short, work undone, tours unfilled, people untrained or without a
///   team, hours owed that the days there are cannot hold.
/// - A rule broken several times in one week by the same person is reported
///   once, at its worst.
/// - Returns: findings by severity, then subject, then time; the same for the
///   same plan on any machine.
/// - Complexity: linear in shifts, sessions and intervals, beside sorting.
public func audit(_ plan: Plan, for scenario: Scenario) -> [Finding] {
    let context = AuditContext(plan: plan, scenario: scenario)
    var findings: [Finding] = []
    for worker in context.workers {
        for week in worker.weeks {
            for check in weekChecks { findings += check(week, worker, context) }
            for day in week.worked {
                for check in shiftChecks { findings += check(day, worker, context) }
            }
        }
        for check in workerChecks { findings += check(worker, context) }
    }
    for check in planChecks { findings += check(context) }
    return merged(findings).sorted { orderKey($0) < orderKey($1) }
}

typealias ShiftCheck = @Sendable (WorkedDay, Worker, AuditContext) -> [Finding]
typealias WeekCheck = @Sendable (WorkWeek, Worker, AuditContext) -> [Finding]
typealias WorkerCheck = @Sendable (Worker, AuditContext) -> [Finding]
typealias PlanCheck = @Sendable (AuditContext) -> [Finding]

/// Rules of one shift.
let shiftChecks: [ShiftCheck] = [
    checkDailyEffective, checkDailySpan, checkCallStretch, checkRestBreaks, checkBreaksOrdered,
    checkOffGrid, checkLunchMissing, checkLunchWindow, checkLunchLength, checkLunchLate,
    checkWorkingWindow, checkDailyPaid, checkUnavailableDay, checkLeaveDay, checkOpeningHours,
    checkSplitShift, recountShiftPay,
]

/// Rules of one week of one person.
let weekChecks: [WeekCheck] = [
    checkWeeklyEffective, checkWeeklyPaid, checkModulatedWeek, checkOvertime, checkContractDays,
    checkStartSpread,
]

/// Rules that look across the weeks of one person.
let workerChecks: [WorkerCheck] = [
    checkDailyRest, checkWeeklyRest, checkConsecutiveDays, checkModulationBalance, checkWeekendRotation,
    checkSkill,
]

/// Rules and facts of the whole plan.
let planChecks: [PlanCheck] = [
    checkDoubleBooking, checkGroupHeadcount, checkAnonymousWeekends, checkTeamSize, checkSupervisorTwice,
    checkClassSize,
    checkRoomCapacity, checkRoomTwice, checkTrainerTwice, checkTrainerHours, checkTrainingBeforeLaunch,
    checkTrainingWithinShift, checkMinimumWage, checkPartTimeMinimum, checkSeats, checkShiftKinds,
    checkPeriodTargets, checkPeriodFloors, checkLoanHours, checkLoanSupply, checkLoanPresence, checkLoanSkill,
    checkLoanNames,
    findShortages, findUndoneWork, findUnfilledTours, findUntrained, findWithoutTeam,
    recountRoster, recountCoverage, recountProduction, recountCost,
]

/// A broken rule, in minutes or counts as the rule measures.
func broken(
    _ rule: Finding.Rule, who: String, day: Int, actual: Int, limit: Int,
    severity: Finding.Severity = .violation
) -> Finding {
    Finding(severity: severity, subject: .rule(rule, who: who, day: day, actual: actual, limit: limit))
}
