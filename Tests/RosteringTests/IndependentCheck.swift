import Workforce

/// Recounts a roster from its values alone, sharing nothing with the optimiser.
struct IndependentCheck {
    let scenario: Scenario
    let schedule: Schedule

    /// Everything wrong with a roster, as text for the test's report.
    func violations(_ roster: Roster) -> [String] {
        var found: [String] = []
        for agent in scenario.floor.agents { found += restViolations(roster, agent.id) }
        return found + countViolations(roster)
    }

    /// Worked days with their hours, published ones included, by day of the horizon.
    private func worked(_ roster: Roster, _ agent: Identifier<Agent>) -> [(day: Int, range: ClockRange)] {
        var days: [(day: Int, range: ClockRange)] = []
        for shift in scenario.published where shift.agent == agent {
            days.append((scenario.horizon.firstDay.distance(to: shift.date), shift.range))
        }
        for line in roster.lines where line.agent == agent {
            for weekday in 0..<7 {
                if let shift = line.shift(on: weekday) {
                    days.append((line.week * 7 + weekday, shift.range))
                }
            }
        }
        return days.sorted { $0.day < $1.day }
    }

    private func restViolations(_ roster: Roster, _ agent: Identifier<Agent>) -> [String] {
        var found: [String] = []
        let days = worked(roster, agent)
        var run = 1
        for (a, b) in zip(days, days.dropFirst()) {
            let rest = scenario.horizon.elapsedMinutes(
                fromDay: a.day, a.range.end, toDay: b.day, b.range.start)
            if rest < scenario.rules.work.minimumDailyRestMinutes { found.append("rest \(agent) \(b.day)") }
            run = b.day == a.day + 1 ? run + 1 : 1
            if run > scenario.rules.work.maximumConsecutiveDays { found.append("run \(agent) \(b.day)") }
            // After six days the single Sunday off must hold the weekly rest.
            guard b.day - a.day == 2, (b.day % 7 + 7) % 7 == 0 else { continue }
            let week = days.filter { (a.day - 5...a.day).contains($0.day) }
            guard week.count == 6, rest < scenario.rules.work.minimumWeeklyRestMinutes else { continue }
            found.append("weekly rest \(agent) \(b.day)")
        }
        return found
    }

    /// Every seat is taken once or named as unfilled (one group a pool).
    private func countViolations(_ roster: Roster) -> [String] {
        var found: [String] = []
        for pool in schedule.pools {
            for entry in pool.tours {
                let seats = pool.tours.filter { $0.tour == entry.tour }.reduce(0) { $0 + $1.count }
                let given = roster.lines.count {
                    $0.week == pool.week && $0.campaign == pool.campaign && $0.tour == entry.tour
                        && pool.groups[0].agents.contains($0.agent)
                }
                let empty = roster.unfilled.count {
                    $0.week == pool.week && $0.campaign == pool.campaign && $0.tour == entry.tour
                }
                if given + empty != seats {
                    found.append("seats week \(pool.week): \(given) + \(empty) of \(seats)")
                }
            }
        }
        let keys = roster.lines.map { "\($0.agent) \($0.week)" }
        if Set(keys).count != keys.count { found.append("two lines for one week") }
        return found
    }

    /// Cents, from the published definition: wishes, strikes, unfairness, empty seats.
    func cost(_ roster: Roster) -> Double {
        let weights = scenario.weights
        var cost = roster.unfilled.count * weights.unfilledTour.cents
        for line in roster.lines {
            for weekday in 0..<7 {
                guard let planned = line.tour?.shifts[weekday] else { continue }
                let date = scenario.horizon.date(ofDay: line.week * 7 + weekday)
                let own = scenario.requests.filter { $0.agent == line.agent && $0.covers(date) }
                if line.struck[weekday] {
                    cost += weights.understaffingPerHour.cents * planned.effectiveMinutes / 60
                } else if own.contains(where: { $0.kind == .wish && $0.status != .refused }) {
                    cost += weights.refusedWish.cents
                }
            }
        }
        let shares = fairShares()
        for entry in scenario.fairness(of: roster).agents {
            let share = shares[entry.agent] ?? [0, 0, 0]
            for (count, fair) in zip([entry.saturdays, entry.sundays, entry.lateShifts], share) {
                let above = max(0, count - fair)
                cost += weights.unfairness.cents * (above + max(0, above - 1))
            }
        }
        return Double(cost)
    }

    /// Whole part of an even split, week by week, on top of the mean of the past
    /// (one cohort: fixtures have one contract and one campaign an agent).
    private func fairShares() -> [Identifier<Agent>: [Int]] {
        var shares: [Identifier<Agent>: [Double]] = [:]
        for campaign in Set(schedule.pools.map(\.campaign)) {
            let pools = schedule.pools.filter { $0.campaign == campaign }
            let members = scenario.floor.agents.map(\.id).filter { id in
                pools.contains { $0.groups[0].agents.contains(id) }
            }
            let past = members.map { id -> [Int] in
                let own = scenario.published.filter { $0.agent == id }
                return [
                    own.count { $0.date.weekday == .saturday }, own.count { $0.date.weekday == .sunday },
                    own.count { $0.range.end.minute > 19 * 60 },
                ]
            }
            for id in members {
                shares[id] = (0..<3).map { burden in
                    Double(past.reduce(0) { $0 + $1[burden] }) / Double(members.count)
                }
            }
        }
        for pool in schedule.pools {
            let group = pool.groups[0]
            for entry in pool.tours {
                let burdens = [
                    entry.tour.shifts[5] == nil ? 0 : 1, entry.tour.shifts[6] == nil ? 0 : 1,
                    entry.tour.shifts.count { ($0?.range.end.minute ?? 0) > 19 * 60 },
                ]
                for id in group.agents {
                    for burden in 0..<3 {
                        shares[id]?[burden] +=
                            Double(entry.count * burdens[burden]) / Double(group.agents.count)
                    }
                }
            }
        }
        return shares.mapValues { $0.map { Int(($0 + 1e-9).rounded(.down)) } }
    }
}
