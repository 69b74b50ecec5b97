import Workforce

/// Weekly maximum of effective work (Code du travail L3121-20: 48 h).
func checkWeeklyEffective(_ week: WorkWeek, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let actual = week.worked.reduce(0) { $0 + context.horizon.effectiveMinutes(of: $1.shift, day: $1.day) }
    let limit = context.rules.maximumWeeklyEffectiveMinutes
    guard actual > limit else { return [] }
    return [broken(.weeklyEffective, who: worker.who, day: week.week * 7, actual: actual, limit: limit)]
}

/// Paid time of the week against what the contract owes: its week, less
/// `absenceDayMinutes` for each approved leave day and closed public holiday.
///
/// Shifts are cut on the grid, so each worked day may miss what is owed by one
/// interval either way; nothing passes the contract's week and its overtime, and
/// nothing falls under the least that a range of hours and a named person's
/// voluntary time off leave. A day struck out
/// after the tours were made counts as given. Hours that the days left cannot
/// hold (late launch, short opening), or that no tour was found for, are a
/// warning: nobody works unlawfully, but the hours are owed.
func checkWeeklyPaid(_ week: WorkWeek, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    guard worker.contract.modulation == nil, let campaign = context.campaigns[week.campaign] else {
        return []
    }
    let contract = worker.contract
    let absences = context.scenario.absences(
        agent: worker.agent, contract: contract, campaign: campaign, week: week.week)
    let owed = max(0, contract.weeklyMinutes - absences.count * contract.absenceDayMinutes)
    let paid = week.worked.reduce(0) { $0 + contractPaidMinutes($1.shift, contract) }
    let given = week.tour?.shifts.reduce(0) { $0 + ($1.map { contractPaidMinutes($0, contract) } ?? 0) } ?? 0
    let tolerance = context.horizon.intervalMinutes * max(1, week.worked.count)
    let most =
        min(contract.weeklyMinutes, owed + (absences.isEmpty ? 0 : tolerance))
        + max(0, contract.overtimeMinutes)
    if paid > most {
        return [broken(.weeklyPaid, who: worker.who, day: week.week * 7, actual: paid, limit: owed)]
    }
    let unowed =
        contract.weeklyMinutes - (contract.leastWeeklyMinutes ?? contract.weeklyMinutes)
        + (worker.agent == nil ? 0 : max(0, contract.voluntaryTimeOffMinutes))
    guard (week.hasStruckDays ? given : paid) < owed - unowed - tolerance else { return [] }
    let room = paidRoom(of: week, worker, absences: absences, context)
    let couldHold = week.tour != nil && given < min(owed, room) - unowed - tolerance
    return [
        broken(
            .weeklyPaid, who: worker.who, day: week.week * 7, actual: paid, limit: owed,
            severity: couldHold ? .violation : .warning)
    ]
}

/// Hours beyond the contract's week within the law: those of a part-timer within the share
/// allowed (Code du travail L3123-20, L3123-28) and under the legal week (L3123-9), paid absence
/// counting as worked; those of a full-timer under the weekly maximum, which has its own check.
func checkOvertime(_ week: WorkWeek, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let contract = worker.contract
    guard contract.overtimeMinutes > 0, contract.weeklyMinutes < context.rules.legalWeeklyMinutes,
        let campaign = context.campaigns[week.campaign]
    else { return [] }
    let away =
        context.scenario.absences(
            agent: worker.agent, contract: contract, campaign: campaign, week: week.week
        ).count * contract.absenceDayMinutes
    let paid = week.worked.reduce(away) { $0 + contractPaidMinutes($1.shift, contract) }
    let share = context.rules.overtime.complementaryLimit * Double(contract.weeklyMinutes)
    let limit = min(Int(share.rounded()), context.rules.legalWeeklyMinutes - contract.weeklyMinutes - 1)
    let over = paid - contract.weeklyMinutes
    guard over > max(0, limit) else { return [] }
    return [broken(.overtime, who: worker.who, day: week.week * 7, actual: over, limit: max(0, limit))]
}

/// Most paid minutes that the days of a week allow this person.
func paidRoom(
    of week: WorkWeek, _ worker: Worker, absences: [AbsenceDay], _ context: AuditContext
) -> Int {
    let contract = worker.contract
    let rooms = (0..<7).map { weekday -> Int in
        let day = week.week * 7 + weekday
        guard let allowed = Weekday(rawValue: weekday), contract.weekdays.contains(allowed),
            worker.agent?.unavailableWeekdays.contains(allowed) != true,
            !absences.contains(where: { $0.weekday == weekday }),
            let first = context.open(week.campaign, day: day).map(\.start).min(),
            let last = context.open(week.campaign, day: day).map(\.end).max()
        else { return 0 }
        let window = personWindow(worker)
        var room = window.overlapMinutes(with: ClockRange(first, last))
        if room >= context.rules.lunchRequiredFromMinutes { room -= context.rules.lunchMinutes.lowerBound }
        room = min(room, contract.dailyMinutes.upperBound)
        return room >= contract.dailyMinutes.lowerBound ? max(0, room) : 0
    }
    return rooms.sorted(by: >).prefix(max(0, contract.daysPerWeek.upperBound)).reduce(0, +)
}

/// Days worked in the week: at most the contract's, and at least where neither
/// absences nor closed days explain fewer.
func checkContractDays(_ week: WorkWeek, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let days = worker.contract.daysPerWeek
    let count = week.worked.count
    if count > days.upperBound {
        return [
            broken(
                .contractDays, who: worker.who, day: week.week * 7, actual: count, limit: days.upperBound)
        ]
    }
    guard week.tour != nil, !week.hasStruckDays, let campaign = context.campaigns[week.campaign] else {
        return []
    }
    let absences = context.scenario.absences(
        agent: worker.agent, contract: worker.contract, campaign: campaign, week: week.week)
    let workable = worker.contract.weekdays.filter {
        worker.agent?.unavailableWeekdays.contains($0) != true
            && !context.open(week.campaign, day: week.week * 7 + $0.rawValue).isEmpty
    }
    let least = min(days.lowerBound - absences.count, workable.count - absences.count)
    guard count < least else { return [] }
    return [broken(.contractDays, who: worker.who, day: week.week * 7, actual: count, limit: least)]
}

/// Daily starts of one week differ by at most what the contract says.
func checkStartSpread(_ week: WorkWeek, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let starts = week.worked.map(\.shift.range.start.minute)
    guard let limit = worker.contract.startSpreadMinutes, let first = starts.min(), let last = starts.max(),
        last - first > limit
    else { return [] }
    return [broken(.startSpread, who: worker.who, day: week.week * 7, actual: last - first, limit: limit)]
}
