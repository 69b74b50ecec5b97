/// People at work: pure functions on results, used by audits, prices and reports.
///
/// The optimisers build their own coefficients; these functions recount from
/// the shifts alone, and so check them.
extension Horizon {
    /// Adds `count` to every interval that a shift covers: on the floor, not in a break.
    ///
    /// A break takes away every interval it touches: nobody half covers an interval.
    /// A day outside the horizon covers nothing.
    public func addCoverage(of shift: Shift, day: Int, count: Int, to coverage: inout [Int]) {
        guard (0..<dayCount).contains(day), coverage.count == intervalCount else { return }
        for t in intervals(ofDay: day, in: shift.range) {
            let from = clockMinutes[t]
            let inBreak = shift.breaks.contains {
                $0.range.start.minute < from + intervalMinutes && $0.range.end.minute > from
            }
            if !inBreak { coverage[t] += count }
        }
    }

    /// Agents covering each interval of a campaign, by the anonymous schedule: its own, less those
    /// lent, with those borrowed.
    public func coverage(of schedule: Schedule, campaign: Identifier<Campaign>) -> [Int] {
        var coverage = [Int](repeating: 0, count: intervalCount)
        for pool in schedule.pools where pool.campaign == campaign {
            for entry in pool.tours {
                for (weekday, shift) in entry.tour.shifts.enumerated() {
                    guard let shift else { continue }
                    addCoverage(of: shift, day: pool.week * 7 + weekday, count: entry.count, to: &coverage)
                }
            }
        }
        for loan in schedule.loans where (0..<dayCount).contains(loan.day) {
            guard let sign = loan.borrower == campaign ? 1 : loan.lender == campaign ? -1 : nil else {
                continue
            }
            for t in intervals(ofDay: loan.day, in: loan.range) { coverage[t] += sign * loan.agents }
        }
        return coverage
    }

    /// Agents covering each interval of a campaign, by the roster, less those in training. Whoever
    /// is lent covers the borrower and not their own campaign.
    public func coverage(
        of roster: Roster, campaign: Identifier<Campaign>, training: TrainingPlan? = nil
    ) -> [Int] {
        var sessions: [Identifier<Agent>: [(day: Int, range: ClockRange)]] = [:]
        for session in training?.sessions ?? [] {
            for agent in session.agents { sessions[agent, default: []].append((session.day, session.range)) }
        }
        let lent = Dictionary(grouping: roster.loans, by: \.agent)
        var coverage = [Int](repeating: 0, count: intervalCount)
        for line in roster.lines {
            let isOwn = line.campaign == campaign
            let own = lent[line.agent] ?? []
            guard isOwn || own.contains(where: { $0.borrower == campaign }) else { continue }
            for weekday in 0..<7 {
                guard let shift = line.shift(on: weekday) else { continue }
                let day = line.week * 7 + weekday
                var away = shift
                for session in sessions[line.agent] ?? [] where session.day == day {
                    away.breaks.append(ShiftBreak(kind: .rest, range: session.range, isPaid: true))
                }
                let loans = own.filter { $0.day == day }
                for loan in loans where loan.borrower == campaign && !isOwn {
                    let from = max(loan.range.start, away.range.start)
                    let helped = ClockRange(from, max(from, min(loan.range.end, away.range.end)))
                    addCoverage(
                        of: Shift(range: helped, breaks: away.breaks), day: day, count: 1, to: &coverage)
                }
                guard isOwn else { continue }
                away.breaks += loans.map { ShiftBreak(kind: .rest, range: $0.range, isPaid: true) }
                addCoverage(of: away, day: day, count: 1, to: &coverage)
            }
        }
        return coverage
    }
}

extension Plan {
    /// Coverage of a campaign: by the roster where there is one, else by the schedule.
    public func coverage(of campaign: Identifier<Campaign>, horizon: Horizon) -> [Int] {
        if let roster { return horizon.coverage(of: roster, campaign: campaign, training: training) }
        return horizon.coverage(of: schedule, campaign: campaign)
    }
}
