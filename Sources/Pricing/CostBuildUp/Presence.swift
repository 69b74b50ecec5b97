import Workforce

/// How many people a campaign has, week by week.
struct CampaignPresence {
    /// People with a tour, per week.
    var headcount: [Int]
    /// Most people present at once in the week, breaks inside: workstations needed.
    var peak: [Int]

    var personWeeks: Int { headcount.reduce(0, +) }
    var peakWeeks: Int { peak.reduce(0, +) }
    var activeWeeks: Int { headcount.count { $0 > 0 } }

    init(of campaign: Identifier<Campaign>, plan: Plan, horizon: Horizon) {
        var headcount = [Int](repeating: 0, count: horizon.weekCount)
        var present = [Int](repeating: 0, count: horizon.intervalCount)
        func add(_ shift: Shift?, day: Int, count: Int) {
            guard let shift else { return }
            let whole = Shift(range: shift.range, breaks: [])
            horizon.addCoverage(of: whole, day: day, count: count, to: &present)
        }
        if let roster = plan.roster {
            for line in roster.lines
            where line.campaign == campaign && line.tour != nil && headcount.indices.contains(line.week) {
                headcount[line.week] += 1
                for weekday in 0..<7 { add(line.shift(on: weekday), day: line.week * 7 + weekday, count: 1) }
            }
        } else {
            for pool in plan.schedule.pools
            where pool.campaign == campaign && headcount.indices.contains(pool.week) {
                for entry in pool.tours where entry.count > 0 {
                    headcount[pool.week] += entry.count
                    for (weekday, shift) in entry.tour.shifts.enumerated() {
                        add(shift, day: pool.week * 7 + weekday, count: entry.count)
                    }
                }
            }
        }
        self.headcount = headcount
        peak = (0..<horizon.weekCount).map { week in
            horizon.intervals(ofWeek: week).map { present[$0] }.max() ?? 0
        }
    }
}

extension Horizon {
    /// Calendar months of one week: twelve months are 52 weeks.
    static let monthsPerWeek = 12.0 / 52
}
