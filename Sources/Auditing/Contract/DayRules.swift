import Workforce

/// The daily window of a contract, cut by the person's own.
func personWindow(_ worker: Worker) -> ClockRange {
    let window = worker.contract.workingWindow
    guard let own = worker.agent?.availableWindow else { return window }
    return ClockRange(max(window.start, own.start), min(window.end, own.end))
}

/// The shift lies in the window of the contract and of the person. Reports the
/// clock minute outside and the bound it passes.
func checkWorkingWindow(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let window = personWindow(worker)
    let range = worked.shift.range
    guard !window.contains(range) else { return [] }
    let (actual, limit) = range.start < window.start ? (range.start, window.start) : (range.end, window.end)
    return [
        broken(
            .workingWindow, who: worker.who, day: worked.day, actual: actual.minute, limit: limit.minute)
    ]
}

/// Paid minutes of the day within the contract's range. The least may be missed
/// by less than one interval, because shifts are cut on the grid.
func checkDailyPaid(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let paid = contractPaidMinutes(worked.shift, worker.contract)
    let range = worker.contract.dailyMinutes
    if paid > range.upperBound {
        return [broken(.dailyPaid, who: worker.who, day: worked.day, actual: paid, limit: range.upperBound)]
    }
    guard paid + context.horizon.intervalMinutes <= range.lowerBound else { return [] }
    return [broken(.dailyPaid, who: worker.who, day: worked.day, actual: paid, limit: range.lowerBound)]
}

/// No work on a weekday that the contract or the person excludes, nor before hiring.
func checkUnavailableDay(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let date = context.horizon.date(ofDay: worked.day)
    let excluded =
        !worker.contract.weekdays.contains(date.weekday)
        || worker.agent?.unavailableWeekdays.contains(date.weekday) == true
        || worker.agent?.hired.map { date < $0 } == true
    guard excluded else { return [] }
    return [broken(.unavailableDay, who: worker.who, day: worked.day, actual: 1, limit: 0)]
}

/// No work on a day of approved absence.
func checkLeaveDay(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    guard let agent = worker.agent, context.isOnLeave(agent, day: worked.day) else { return [] }
    return [broken(.leaveDay, who: worker.who, day: worked.day, actual: 1, limit: 0)]
}

/// Work only while the campaign is live and open; breaks may bridge a closed
/// hour. Time in a training session needs no open line. Reports minutes outside.
func checkOpeningHours(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let open = context.open(worked.campaign, day: worked.day)
    let sessions =
        worker.agent.flatMap { context.sessions[$0.id] }?.filter { $0.day == worked.day }.map(\.range) ?? []
    var outside = 0
    for stretch in worked.shift.workStretches {
        var minute = stretch.start.minute
        while minute < stretch.end.minute {
            let now = ClockTime(minute: minute)
            if !open.contains(where: { $0.contains(now) }), !sessions.contains(where: { $0.contains(now) }) {
                outside += 1
            }
            minute += 1
        }
    }
    guard outside > 0 else { return [] }
    return [broken(.openingHours, who: worker.who, day: worked.day, actual: outside, limit: 0)]
}
