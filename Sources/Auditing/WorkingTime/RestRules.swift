import Workforce

/// A stretch of presence, on a day that may lie outside the horizon.
private struct Presence {
    var day: Int
    var range: ClockRange
}

/// Shifts of the horizon and those published around it, in order of time, one a day.
private func presences(of worker: Worker) -> [Presence] {
    let own = worker.worked.map { Presence(day: $0.day, range: $0.shift.range) }
    let sent = worker.published.map { Presence(day: $0.day, range: $0.range) }
    let sorted = (own + sent).sorted {
        ($0.day, $0.range.start.minute) < ($1.day, $1.range.start.minute)
    }
    var days: [Presence] = []
    for presence in sorted {
        if let last = days.last, last.day == presence.day {
            days[days.count - 1].range = ClockRange(
                last.range.start, max(last.range.end, presence.range.end))
        } else {
            days.append(presence)
        }
    }
    return days
}

/// Rest between the end of one day and the start of the next, in elapsed
/// minutes: across weeks, from and to published shifts, over clock changes
/// (Code du travail L3131-1: 11 h).
func checkDailyRest(_ worker: Worker, _ context: AuditContext) -> [Finding] {
    let days = presences(of: worker)
    let limit = context.rules.minimumDailyRestMinutes
    return zip(days, days.dropFirst()).compactMap { before, after in
        guard isInside(before.day, context) || isInside(after.day, context) else { return nil }
        let rest = context.horizon.elapsedMinutes(
            fromDay: before.day, before.range.end, toDay: after.day, after.range.start)
        guard rest < limit else { return nil }
        let day = isInside(after.day, context) ? after.day : before.day
        return broken(.dailyRest, who: worker.who, day: day, actual: rest, limit: limit)
    }
}

/// One consecutive rest of 35 h (24 h + 11 h, Code du travail L3132-2) in each
/// calendar week worked. A rest belongs to a week when at least 24 h of it lie
/// inside; before the first and after the last shift known it is open-ended.
func checkWeeklyRest(_ worker: Worker, _ context: AuditContext) -> [Finding] {
    let days = presences(of: worker)
    let limit = context.rules.minimumWeeklyRestMinutes
    let wholeDay = min(limit, 1440)
    var rests: [(from: Int, to: Int, elapsed: Int)] = []
    func wall(_ day: Int, _ clock: ClockTime) -> Int { day * 1440 + clock.minute }
    guard let first = days.first, let last = days.last else { return [] }
    let far = 1_000_000_000
    rests.append((-far, wall(first.day, first.range.start), far))
    for (before, after) in zip(days, days.dropFirst()) {
        let elapsed = context.horizon.elapsedMinutes(
            fromDay: before.day, before.range.end, toDay: after.day, after.range.start)
        rests.append((wall(before.day, before.range.end), wall(after.day, after.range.start), elapsed))
    }
    rests.append((wall(last.day, last.range.end), far, far))
    return worker.weeks.compactMap { week in
        guard !week.worked.isEmpty else { return nil }
        let (monday, sunday) = (week.week * 7 * 1440, (week.week + 1) * 7 * 1440)
        let inside = rests.map { min($0.to, sunday) - max($0.from, monday) }
        let held = zip(rests, inside).filter { $0.1 >= wholeDay }.map(\.0.elapsed).max()
        guard (held ?? 0) < limit else { return nil }
        let actual = held ?? max(0, inside.max() ?? 0)
        return broken(.weeklyRest, who: worker.who, day: week.week * 7, actual: actual, limit: limit)
    }
}

/// Days worked in a row, across weeks and from published shifts on (at most six).
/// Names the first day beyond the limit.
func checkConsecutiveDays(_ worker: Worker, _ context: AuditContext) -> [Finding] {
    let limit = context.rules.maximumConsecutiveDays
    var findings: [Finding] = []
    var run: [Int] = []
    func close() {
        guard run.count > limit, limit >= 0, run.contains(where: { isInside($0, context) }) else { return }
        let beyond = run[limit...].first { isInside($0, context) } ?? run.last { isInside($0, context) } ?? 0
        findings.append(
            broken(.consecutiveDays, who: worker.who, day: beyond, actual: run.count, limit: limit))
    }
    for presence in presences(of: worker) {
        if let last = run.last, presence.day != last + 1 {
            close()
            run = []
        }
        run.append(presence.day)
    }
    close()
    return findings
}

private func isInside(_ day: Int, _ context: AuditContext) -> Bool {
    (0..<context.horizon.dayCount).contains(day)
}
