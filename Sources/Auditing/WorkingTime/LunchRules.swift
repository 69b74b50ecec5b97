import Workforce

/// Lunch is due in a day of enough paid work whose span holds the middle of the
/// lunch window (amendment of 20/06/2002: between 11:00 and 15:00).
func checkLunchMissing(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let rules = context.rules
    let paid = contractPaidMinutes(worked.shift, worker.contract)
    let middle = ClockTime(minute: (rules.lunchWindow.start.minute + rules.lunchWindow.end.minute) / 2)
    guard paid >= rules.lunchRequiredFromMinutes, worked.shift.range.contains(middle),
        !worked.shift.breaks.contains(where: { $0.kind == .lunch })
    else { return [] }
    return [
        broken(
            .lunchMissing, who: worker.who, day: worked.day, actual: paid,
            limit: rules.lunchRequiredFromMinutes)
    ]
}

/// Lunch lies inside its window. Reports the clock minute outside and the bound it passes.
func checkLunchWindow(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let window = context.rules.lunchWindow
    return lunches(of: worked).compactMap { lunch in
        guard !window.contains(lunch) else { return nil }
        let (actual, limit) =
            lunch.start < window.start ? (lunch.start, window.start) : (lunch.end, window.end)
        return broken(
            .lunchWindow, who: worker.who, day: worked.day, actual: actual.minute, limit: limit.minute)
    }
}

/// Lunch is neither too short nor too long. The longest may be passed by less
/// than one interval, because lunches are cut on the grid.
func checkLunchLength(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let lengths = context.rules.lunchMinutes
    return lunches(of: worked).compactMap { lunch in
        if lunch.minutes < lengths.lowerBound {
            return broken(
                .lunchLength, who: worker.who, day: worked.day, actual: lunch.minutes,
                limit: lengths.lowerBound)
        }
        guard lunch.minutes >= lengths.upperBound + context.horizon.intervalMinutes else { return nil }
        return broken(
            .lunchLength, who: worker.who, day: worked.day, actual: lunch.minutes, limit: lengths.upperBound)
    }
}

/// Lunch begins at the latest some time after the start of the day (the fourth hour).
func checkLunchLate(_ worked: WorkedDay, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let limit = context.rules.lunchLatestAfterMinutes
    return lunches(of: worked).prefix(1).compactMap { lunch in
        let after = lunch.start.minute - worked.shift.range.start.minute
        guard after > limit else { return nil }
        return broken(.lunchLate, who: worker.who, day: worked.day, actual: after, limit: limit)
    }
}

private func lunches(of worked: WorkedDay) -> [ClockRange] {
    worked.shift.breaks.filter { $0.kind == .lunch }.map(\.range)
}
