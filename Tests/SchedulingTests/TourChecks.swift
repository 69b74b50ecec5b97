import Workforce

/// An independent reading of the rules, by walking through shifts minute by minute.
func brokenRules(_ pool: PoolWeek, _ scenario: Scenario) -> [String] {
    var broken: [String] = []
    let rules = scenario.rules.work
    let horizon = scenario.horizon
    guard let campaign = scenario.campaign(pool.campaign) else { return ["no campaign"] }
    let open = scenario.openIntervals(of: campaign)
    for entry in pool.tours {
        let group = pool.groups[entry.group]
        guard let contract = scenario.floor.contract(group.contract) else { return ["no contract"] }
        let worked = entry.tour.shifts.enumerated().compactMap { day, shift in shift.map { (day, $0) } }
        if entry.tour.paidMinutes > group.owedMinutes + contract.overtimeMinutes {
            broken.append("paid too much")
        }
        if !group.daysPerWeek.contains(worked.count) { broken.append("days") }
        var longestRest = 0
        var since: (Int, ClockTime)?
        var run = 0
        for (day, shift) in worked {
            let first = pool.week * 7
            if !group.workableDays[day] { broken.append("workable") }
            if !contract.dailyMinutes.contains(shift.paidMinutes) { broken.append("daily minutes") }
            if !group.window.contains(shift.range) { broken.append("window") }
            if shift.effectiveMinutes > rules.maximumDailyEffectiveMinutes { broken.append("effective") }
            if shift.spanMinutes > rules.maximumDailySpanMinutes { broken.append("span") }
            var stretch = 0
            var rests = 0
            var minute = shift.range.start.minute
            while minute < shift.range.end.minute {
                let clock = ClockTime(minute: minute)
                if shift.breaks.contains(where: { $0.range.contains(clock) }) {
                    stretch = 0
                } else {
                    stretch += 1
                    if stretch > rules.maximumCallStretchMinutes { broken.append("stretch") }
                    let t = horizon.intervals(ofDay: first + day).first {
                        horizon.clockMinutes[$0] <= minute
                            && minute < horizon.clockMinutes[$0] + horizon.intervalMinutes
                    }
                    if let t, !open[t] { broken.append("closed") }
                }
                minute += 1
            }
            for pause in shift.breaks where pause.kind == .rest {
                rests += 1
                if pause.range.minutes < rules.restBreakMinutes { broken.append("short rest") }
                if pause.isPaid != contract.breaksArePaid { broken.append("pay of rest") }
            }
            let splits = shift.breaks.filter { $0.kind == .interruption }
            if splits.count > (contract.allowsSplitShifts ? 1 : 0) { broken.append("split") }
            for split in splits {
                if split.isPaid { broken.append("paid interruption") }
                if split.range.minutes > rules.longestInterruptionMinutes { broken.append("long split") }
                for part in [
                    ClockRange(shift.range.start, split.range.start),
                    ClockRange(split.range.end, shift.range.end),
                ] where part.minutes < rules.shortestPartMinutes { broken.append("short part") }
            }
            let lunches = shift.breaks.filter { $0.kind == .lunch }
            let middle = ClockTime(
                minute: (rules.lunchWindow.start.minute + rules.lunchWindow.end.minute) / 2)
            if shift.paidMinutes >= rules.lunchRequiredFromMinutes, shift.range.contains(middle),
                lunches.count != 1
            {
                broken.append("lunch missing")
            }
            for lunch in lunches {
                if !rules.lunchWindow.contains(lunch.range) { broken.append("lunch window") }
                if lunch.range.minutes < rules.lunchMinutes.lowerBound { broken.append("lunch length") }
                if lunch.range.start.minute - shift.range.start.minute > rules.lunchLatestAfterMinutes {
                    broken.append("lunch late")
                }
                if lunch.isPaid { broken.append("paid lunch") }
            }
            if rests + lunches.count < rules.restBreaksDue(paidMinutes: shift.paidMinutes) {
                broken.append("breaks due")
            }
            if let (before, end) = since {
                let rest = horizon.elapsedMinutes(
                    fromDay: first + before, end, toDay: first + day, shift.range.start)
                if rest < rules.minimumDailyRestMinutes { broken.append("daily rest") }
                longestRest = max(longestRest, rest)
                run = before == day - 1 ? run + 1 : 1
            } else {
                longestRest = day * 1440 + shift.range.start.minute + 1440
                run = 1
            }
            if run > rules.maximumConsecutiveDays { broken.append("consecutive days") }
            since = (day, shift.range.end)
        }
        if let (day, end) = since {
            longestRest = max(longestRest, (7 - day) * 1440 - end.minute + 1440)
            if longestRest < rules.minimumWeeklyRestMinutes { broken.append("weekly rest") }
        }
        if let spread = contract.startSpreadMinutes {
            let starts = worked.map { $0.1.range.start.minute }
            if let first = starts.min(), let last = starts.max(), last - first > spread {
                broken.append("spread")
            }
        }
    }
    return broken
}

/// Premiums of a pool's tours recounted minute by minute, cents (no clock changes).
func recountedPremiums(_ pool: PoolWeek, _ scenario: Scenario) -> Double {
    let rules = scenario.rules.work
    var sum = 0.0
    for entry in pool.tours {
        guard let contract = scenario.floor.contract(entry.tour.contract) else { return .nan }
        var minutes = 0.0
        for case (let day, let shift?) in entry.tour.shifts.enumerated() {
            let isSunday = scenario.horizon.date(ofDay: pool.week * 7 + day).weekday == .sunday
            for minute in shift.range.start.minute..<shift.range.end.minute {
                let clock = ClockTime(minute: minute)
                if shift.breaks.contains(where: { !$0.isPaid && $0.range.contains(clock) }) { continue }
                if isSunday { minutes += rules.sundayPremium }
                if !rules.dayWindow.contains(clock) { minutes += rules.nightPremium }
            }
        }
        sum += Double(entry.count) * minutes * contract.grossHourlyWage.euros * 100 / 60 * 1.427
    }
    return sum
}

/// Penalties of a pool recounted from its tours with the vocabulary's measures
/// (no workloads, named mode), cents.
func recountedPenalty(_ schedule: Schedule, pool: PoolWeek, needs: [Int], _ scenario: Scenario) -> Double {
    let coverage = scenario.horizon.coverage(of: schedule, campaign: pool.campaign)
    let hours = scenario.horizon.intervalHours
    return scenario.horizon.intervals(ofWeek: pool.week).reduce(0) { sum, t in
        let gap = coverage[t] - needs[t]
        let price =
            gap < 0 ? scenario.weights.understaffingPerHour.cents : scenario.weights.overstaffingPerHour.cents
        return sum + Double(abs(gap) * price) * hours
    }
}
