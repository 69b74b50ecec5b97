import Workforce

/// A week of a contract with modulated hours lies within its bounds, each day
/// of absence taking the contract's mean day off them. As with fixed hours, each
/// worked day may miss an interval, and hours that the days left cannot hold are
/// a warning.
func checkModulatedWeek(_ week: WorkWeek, _ worker: Worker, _ context: AuditContext) -> [Finding] {
    let contract = worker.contract
    guard let bounds = contract.modulation?.weeklyMinutes, week.tour != nil,
        let campaign = context.campaigns[week.campaign]
    else { return [] }
    let absences = context.scenario.absences(
        agent: worker.agent, contract: contract, campaign: campaign, week: week.week)
    let off = absences.count * contract.absenceDayMinutes
    let tolerance = context.horizon.intervalMinutes * max(1, week.worked.count)
    let given = givenMinutes(week, contract)
    func finding(_ limit: Int, _ severity: Finding.Severity = .violation) -> [Finding] {
        [
            broken(
                .modulatedWeek, who: worker.who, day: week.week * 7, actual: given, limit: limit,
                severity: severity)
        ]
    }
    let most = max(0, bounds.upperBound - off)
    if given > most + (absences.isEmpty ? 0 : tolerance) { return finding(most) }
    let least = max(0, bounds.lowerBound - off)
    guard given < least - tolerance else { return [] }
    let room = paidRoom(of: week, worker, absences: absences, context)
    return finding(least, given < min(least, room) - tolerance ? .violation : .warning)
}

/// Over each period of a modulation the hours given sum to what the contract's
/// weeks owe, those of published weeks included (Code du travail L3121-41).
///
/// More is a violation; less is one where some week could have held more, and
/// otherwise a warning, as where a week was left without a tour (which is a finding of its own):
/// the hours stay owed. Not for anonymous tours, which
/// belong to nobody beyond their week.
func checkModulationBalance(_ worker: Worker, _ context: AuditContext) -> [Finding] {
    guard let agent = worker.agent, let modulation = worker.contract.modulation else { return [] }
    let contract = worker.contract
    let home = worker.weeks.first.flatMap { context.campaigns[$0.campaign] }
    var findings: [Finding] = []
    for period in modulation.periods(in: context.horizon) {
        let weeks = worker.weeks.filter { period.contains($0.week) }
        guard let last = weeks.last else { continue }
        var given = 0
        var owed = 0
        var couldHoldMore = false
        var isUnfilled = false
        var worked = 0
        for week in weeks {
            guard let campaign = context.campaigns[week.campaign] else { continue }
            let absences = context.scenario.absences(
                agent: agent, contract: contract, campaign: campaign, week: week.week)
            let off = absences.count * contract.absenceDayMinutes
            let minutes = givenMinutes(week, contract)
            owed += max(0, contract.weeklyMinutes - off)
            given += minutes
            worked += week.worked.count
            let room = min(
                max(0, modulation.weeklyMinutes.upperBound - off),
                paidRoom(of: week, worker, absences: absences, context))
            if week.tour == nil, room > 0 { isUnfilled = true }
            if week.tour != nil, minutes < room - context.horizon.intervalMinutes { couldHoldMore = true }
        }
        if period.lowerBound < 0, let home {
            given += context.scenario.carriedMinutes(
                of: agent, contract: contract, campaign: home, weeks: period.lowerBound..<0)
        }
        let tolerance = context.horizon.intervalMinutes * max(1, worked)
        guard abs(given - owed) > tolerance else { continue }
        findings.append(
            broken(
                .modulationBalance, who: worker.who, day: last.week * 7, actual: given, limit: owed,
                severity: given > owed || (couldHoldMore && !isUnfilled) ? .violation : .warning))
    }
    return findings
}

/// In any weeks of a rotation's length, no more weekends worked than it gives;
/// published weeks count. Names the last week of each such stretch.
func checkWeekendRotation(_ worker: Worker, _ context: AuditContext) -> [Finding] {
    var findings: [Finding] = []
    for rotation in worker.contract.rotations {
        let days = worker.worked.map(\.day) + worker.published.map(\.day)
        let weeks = Set(
            days.compactMap { day -> Int? in
                let weekday = context.horizon.date(ofDay: day).weekday
                return rotation.days.weekdays.contains(weekday) ? (day - weekday.rawValue) / 7 : nil
            })
        for last in 0..<context.horizon.weekCount where weeks.contains(last) {
            let count = weeks.count { (last - rotation.weeks + 1...last).contains($0) }
            guard count > rotation.worked else { continue }
            findings.append(
                broken(
                    .weekendRotation, who: worker.who, day: last * 7, actual: count,
                    limit: rotation.worked))
        }
    }
    return findings
}

/// Sizing mode: of a contract's people no more work the days of a rotation in one
/// week than may when all take turns.
func checkAnonymousWeekends(_ context: AuditContext) -> [Finding] {
    guard context.plan.roster == nil, !context.scenario.isNamed else { return [] }
    return context.plan.schedule.pools.flatMap { pool in
        context.scenario.floor.contracts.flatMap { contract -> [Finding] in
            guard let people = contract.maximumHeadcount else { return [] }
            return contract.rotations.compactMap { rotation in
                let working = pool.tours.reduce(0) { count, entry in
                    let works = rotation.days.weekdays.contains {
                        entry.tour.shifts[$0.rawValue] != nil
                    }
                    return count + (works && entry.tour.contract == contract.id ? entry.count : 0)
                }
                let limit = people * rotation.worked / max(1, rotation.weeks)
                guard working > limit else { return nil }
                return broken(
                    .weekendRotation, who: "\(pool.campaign)/\(contract.id)", day: pool.week * 7,
                    actual: working, limit: limit)
            }
        }
    }
}

/// What a week gives its person: a day struck out after tours were made counts.
private func givenMinutes(_ week: WorkWeek, _ contract: EmploymentContract) -> Int {
    week.tour?.shifts.reduce(0) { $0 + ($1.map { contractPaidMinutes($0, contract) } ?? 0) } ?? 0
}
