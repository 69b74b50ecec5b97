import Workforce

/// Daily maximum of effective work (Code du travail L3121-18: 10 h).
func checkDailyEffective(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let actual = context.horizon.effectiveMinutes(of: worked.shift, day: worked.day)
    let limit = context.rules.maximumDailyEffectiveMinutes
    guard actual > limit else { return [] }
    return [broken(.dailyEffective, who: worker.who, day: worked.day, actual: actual, limit: limit)]
}

/// First start to last end of a day (13 h, the complement of the daily rest).
func checkDailySpan(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let actual = context.horizon.elapsedMinutes(ofDay: worked.day, in: worked.shift.range)
    let limit = context.rules.maximumDailySpanMinutes
    guard actual > limit else { return [] }
    return [broken(.dailySpan, who: worker.who, day: worked.day, actual: actual, limit: limit)]
}

/// Longest stretch of calls without a break (amendment of 20/06/2002: 3 h).
func checkCallStretch(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let limit = context.rules.maximumCallStretchMinutes
    let actual =
        worked.shift.workStretches.map { context.horizon.elapsedMinutes(ofDay: worked.day, in: $0) }.max()
        ?? 0
    guard actual > limit else { return [] }
    return [broken(.callStretch, who: worker.who, day: worked.day, actual: actual, limit: limit)]
}

/// Rest breaks due for the paid time of the day. Only breaks of the full length
/// count; lunch replaces one (amendment of 20/06/2002).
func checkRestBreaks(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let due = context.rules.restBreaksDue(paidMinutes: contractPaidMinutes(worked.shift, worker.contract))
    let rests = worked.shift.breaks.count {
        $0.kind == .rest && $0.range.minutes >= context.rules.restBreakMinutes
    }
    let actual = rests + (worked.shift.breaks.contains { $0.kind == .lunch } ? 1 : 0)
    guard actual < due else { return [] }
    return [broken(.restBreaks, who: worker.who, day: worked.day, actual: actual, limit: due)]
}

/// A day in two parts only where the contract allows it: one interruption, no longer than the rules
/// say (Code du travail L3123-30), between parts that are not too short. Reports minutes, and counts
/// interruptions where there are too many.
func checkSplitShift(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let interruptions = worked.shift.breaks.filter { $0.kind == .interruption }
    guard let first = interruptions.first else { return [] }
    func found(_ actual: Int, _ limit: Int) -> [Finding] {
        [broken(.splitShift, who: worker.who, day: worked.day, actual: actual, limit: limit)]
    }
    let longest = worker.contract.allowsSplitShifts ? context.rules.longestInterruptionMinutes : 0
    if interruptions.count > 1 {
        return found(interruptions.reduce(0) { $0 + $1.range.minutes }, longest)
    }
    if first.range.minutes > longest { return found(first.range.minutes, longest) }
    let shift = worked.shift
    let parts = [
        ClockRange(shift.range.start, first.range.start), ClockRange(first.range.end, shift.range.end),
    ].map { range in
        contractPaidMinutes(
            Shift(range: range, breaks: shift.breaks.filter { range.contains($0.range) }), worker.contract)
    }
    guard let shortest = parts.min(), shortest < context.rules.shortestPartMinutes else { return [] }
    return found(shortest, context.rules.shortestPartMinutes)
}

/// Breaks in order of time, inside the shift, not overlapping, not empty.
/// Reports how many are misplaced.
func checkBreaksOrdered(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    var misplaced = 0
    var from = worked.shift.range.start
    for pause in worked.shift.breaks {
        if pause.range.minutes <= 0 || pause.range.start < from || pause.range.end > worked.shift.range.end {
            misplaced += 1
        }
        from = max(from, pause.range.end)
    }
    guard misplaced > 0 else { return [] }
    return [broken(.breaksOrdered, who: worker.who, day: worked.day, actual: misplaced, limit: 0)]
}

/// Starts and ends of shifts and breaks lie on the grid of the horizon.
/// Reports the first clock minute that does not.
func checkOffGrid(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let step = context.horizon.intervalMinutes
    let ranges = [worked.shift.range] + worked.shift.breaks.map(\.range)
    let minutes = ranges.flatMap { [$0.start.minute, $0.end.minute] }
    guard let actual = minutes.first(where: { $0 % step != 0 }) else { return [] }
    return [broken(.offGrid, who: worker.who, day: worked.day, actual: actual, limit: step)]
}

/// Paid minutes of a shift by the contract, whatever its breaks say of themselves:
/// lunch and interruptions are never paid, rest breaks as the contract says.
func contractPaidMinutes(_ shift: Shift, _ contract: EmploymentContract) -> Int {
    shift.breaks.reduce(shift.range.minutes) {
        $0 - ($1.kind != .rest || !contract.breaksArePaid ? $1.range.minutes : 0)
    }
}

/// What a shift counts as paid is what its contract pays.
func recountShiftPay(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let recount = contractPaidMinutes(worked.shift, worker.contract)
    guard recount != worked.shift.paidMinutes else { return [] }
    return [
        Finding(
            severity: .violation,
            subject: .mismatch(
                .paidHours, who: worker.who, stated: Double(worked.shift.paidMinutes) / 60,
                recomputed: Double(recount) / 60))
    ]
}
