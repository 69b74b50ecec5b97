import Execution
import Workforce

/// The people of one campaign, from the plan: who could be on the line when, by equal skills.
/// Agents on loan are with the campaign that they help.
///
/// From the roster with its breaks and training where there is one, else from the anonymous
/// schedule, whose people can do everything. Each person misses a day with the campaign's external
/// shrinkage as probability; in each interval the internal shrinkage takes its share of those
/// there, rounded up or down at random so that the mean is right (systematic sampling, Madow &
/// Madow 1944). People of equal skills are interchangeable.
struct FloorPeople: Sendable {
    /// One person's day: intervals on the floor, outside breaks and training.
    private struct PersonDay: Sendable {
        var key: StreamKey
        var group: Int
        var intervals: [Int]
    }

    /// Activities of the campaign that each group can do, fewest first.
    let skills: [[Int]]
    /// Most people of each group ever there at once.
    let most: [Int]
    /// Where the people are counted, not known: those on the line, per group and interval.
    private let counted: [[Int]]?
    private let days: [PersonDay]
    private let shrinkage: Shrinkage
    private let intervalCount: Int

    init(of campaign: Campaign, plan: Plan, scenario: Scenario) {
        let horizon = scenario.horizon
        intervalCount = horizon.intervalCount
        shrinkage = campaign.shrinkage
        let found = FloorPeople.weeks(of: campaign, plan: plan, scenario: scenario)
        let skills = Set(found.map(\.activities)).filter { !$0.isEmpty }
            .sorted { ($0.count, $0.description) < ($1.count, $1.description) }
        var days: [PersonDay] = []
        for person in found {
            guard let group = skills.firstIndex(of: person.activities) else { continue }
            let key = StreamKey(seed: 0).part(person.name)
            for day in 0..<horizon.dayCount {
                let intervals = horizon.intervals(ofDay: day).filter { person.coverage[$0] > 0 }
                guard !intervals.isEmpty else { continue }
                days.append(PersonDay(key: key.part(day), group: group, intervals: intervals))
            }
        }
        self.skills = skills
        counted = nil
        self.days = days
        var counts = skills.map { _ in [Int](repeating: 0, count: horizon.intervalCount) }
        for day in days { for t in day.intervals { counts[day.group][t] += 1 } }
        most = counts.map { $0.max() ?? 0 }
    }

    /// So many people on the line, whoever they are: nobody is absent any more.
    ///
    /// - Parameters:
    ///   - groups: activities of the campaign that each group can do.
    ///   - onLine: per group and interval.
    init(groups: [[Int]], onLine: [[Int]]) {
        let order = groups.indices.filter { !groups[$0].isEmpty }
            .sorted {
                (groups[$0].count, groups[$0].description) < (groups[$1].count, groups[$1].description)
            }
        skills = order.map { groups[$0] }
        let counts = order.map { onLine[$0] }
        most = counts.map { max(0, $0.max() ?? 0) }
        counted = counts
        days = []
        shrinkage = .none
        intervalCount = counts.first?.count ?? 0
    }

    /// One person's week, as planned.
    private struct PersonWeek {
        var activities: [Int]
        var name: String
        var coverage: [Int]
    }

    private static func weeks(
        of campaign: Campaign, plan: Plan, scenario: Scenario
    ) -> [PersonWeek] {
        let horizon = scenario.horizon
        let activities = campaign.activities
        var found: [PersonWeek] = []
        if let roster = plan.roster {
            let lent = Dictionary(grouping: roster.loans, by: \.agent)
            for line in roster.lines {
                let loans = (lent[line.agent] ?? []).filter { $0.day / 7 == line.week }
                guard line.campaign == campaign.id || loans.contains(where: { $0.borrower == campaign.id })
                else { continue }
                let agent = scenario.floor.agent(line.agent)
                let able = activities.indices.filter { index in
                    agent.map { activities[index].requiredSkills.isSubset(of: $0.skills) } ?? true
                }
                let alone = Roster(
                    lines: [line], unfilled: [], loans: loans, optimality: roster.optimality)
                let coverage = horizon.coverage(of: alone, campaign: campaign.id, training: plan.training)
                found.append(PersonWeek(activities: able, name: line.agent.name, coverage: coverage))
            }
        } else {
            let all = Array(activities.indices)
            for pool in plan.schedule.pools where pool.campaign == campaign.id {
                for (index, entry) in pool.tours.enumerated() where entry.count > 0 {
                    var one = pool
                    one.tours = [entry]
                    one.tours[0].count = 1
                    let coverage = horizon.coverage(of: Schedule(pools: [one]), campaign: campaign.id)
                    for number in 0..<entry.count {
                        let name = "\(campaign.id.name)/\(index)/\(number)"
                        found.append(PersonWeek(activities: all, name: name, coverage: coverage))
                    }
                }
            }
        }
        return found
    }

    /// People on the line in one replication, per group and interval.
    func onLine(key: StreamKey) -> [[Int]] {
        if let counted { return counted }
        var counts = skills.map { _ in [Int](repeating: 0, count: intervalCount) }
        for day in days {
            var generator = key.part(Int(truncatingIfNeeded: day.key.value)).generator
            if generator.uniform() < shrinkage.external { continue }
            for t in day.intervals { counts[day.group][t] += 1 }
        }
        guard shrinkage.internal > 0 else { return counts }
        for t in 0..<intervalCount {
            var generator = key.part(t).generator
            var sum = generator.uniform()
            for group in counts.indices where counts[group][t] > 0 {
                let before = sum.rounded(.down)
                sum += Double(counts[group][t]) * min(1, shrinkage.internal)
                counts[group][t] = max(0, counts[group][t] - Int(sum.rounded(.down) - before))
            }
        }
        return counts
    }
}
