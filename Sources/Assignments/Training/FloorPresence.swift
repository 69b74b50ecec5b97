import Workforce

/// Who is where by a roster, and how many more than needed: the planner's own
/// count, apart from the measures that check it.
struct FloorPresence {
    let horizon: Horizon
    private var lines: [Identifier<Agent>: [RosterLine?]] = [:]
    private let campaignIndex: [Identifier<Campaign>: Int]
    /// Agents on the line less agents wanted, by campaign and interval.
    private(set) var surplus: [[Int]]

    init(roster: Roster, requirement: Requirement, scenario: Scenario) {
        let horizon = scenario.horizon
        self.horizon = horizon
        campaignIndex = Dictionary(
            scenario.campaigns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        surplus = scenario.campaigns.map { campaign in
            requirement.scheduled(for: campaign.id, intervalCount: horizon.intervalCount).map { -$0 }
        }
        for line in roster.lines where (0..<horizon.weekCount).contains(line.week) {
            lines[line.agent, default: Array(repeating: nil, count: horizon.weekCount)][line.week] = line
        }
        for line in roster.lines where (0..<horizon.weekCount).contains(line.week) {
            guard let k = campaignIndex[line.campaign] else { continue }
            for weekday in 0..<7 {
                guard let shift = line.shift(on: weekday) else { continue }
                let day = line.week * 7 + weekday
                for t in horizon.intervals(ofDay: day, in: shift.range) where isOnLine(shift, at: t) {
                    surplus[k][t] += 1
                }
            }
        }
    }

    func shift(of agent: Identifier<Agent>, on day: Int) -> Shift? {
        lines[agent]?[day / 7]?.shift(on: day % 7)
    }

    /// The campaign and intervals that an agent leaves uncovered during a stretch of a day.
    func intervalsLeft(
        by agent: Identifier<Agent>, on day: Int, during range: ClockRange
    ) -> (campaign: Int, intervals: [Int])? {
        guard let line = lines[agent]?[day / 7], let k = campaignIndex[line.campaign],
            let shift = line.shift(on: day % 7)
        else { return nil }
        let touched = ClockRange(
            ClockTime(minute: range.start.minute / horizon.intervalMinutes * horizon.intervalMinutes),
            range.end)
        return (
            k,
            horizon.intervals(ofDay: day, in: touched).filter { t in
                horizon.clockMinutes[t] >= shift.range.start.minute
                    && horizon.clockMinutes[t] < shift.range.end.minute && isOnLine(shift, at: t)
            }
        )
    }

    /// Takes an agent off the line; returns the agent-minutes that fall short by it.
    mutating func leave(_ agent: Identifier<Agent>, on day: Int, during range: ClockRange) -> Int {
        guard let (k, intervals) = intervalsLeft(by: agent, on: day, during: range) else { return 0 }
        var lost = 0
        for t in intervals {
            if surplus[k][t] <= 0 { lost += horizon.intervalMinutes }
            surplus[k][t] -= 1
        }
        return lost
    }

    /// A break takes away every interval it touches.
    private func isOnLine(_ shift: Shift, at t: Int) -> Bool {
        let from = horizon.clockMinutes[t]
        return !shift.breaks.contains {
            $0.range.start.minute < from + horizon.intervalMinutes && $0.range.end.minute > from
        }
    }
}
