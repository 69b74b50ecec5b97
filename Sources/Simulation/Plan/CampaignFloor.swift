import Execution
import Workforce

/// One campaign as the engine sees it: its activities are lines before its own people.
struct CampaignFloor: Sendable {
    let campaign: Identifier<Campaign>
    let lines: [FloorLine]
    private let people: FloorPeople
    private let isOpen: [Bool]
    private let slotSeconds: Double

    /// - Returns: nil for a campaign without activities that queue.
    init?(_ campaign: Campaign, plan: Plan, scenario: Scenario) {
        let lines = campaign.activities.compactMap { activity in
            FloorLine(
                activity, key: ActivityKey(campaign.id, activity.id), plan: plan, scenario: scenario)
        }
        guard !lines.isEmpty else { return nil }
        self.campaign = campaign.id
        self.lines = lines
        people = FloorPeople(
            of: campaign, activities: lines.map(\.activity), plan: plan, scenario: scenario)
        isOpen = scenario.openIntervals(of: campaign)
        slotSeconds = Double(scenario.horizon.intervalMinutes * 60)
    }

    /// What happened in one replication.
    struct Run: Sendable {
        /// Per line and interval.
        var counts: [[SlotCounts]]
        /// Agent-seconds per interval: on the line, and in contact.
        var onlineSeconds: [Double]
        var busySeconds: [Double]
    }

    /// - Parameter key: of the replication; the same key brings the same contacts to every plan.
    func run(key: StreamKey) -> Run {
        let onLine = people.onLine(key: key.part(campaign.name))
        var firstAgent = 0
        var groups: [AgentGroup] = []
        var agents: [AgentState] = []
        for (group, lines) in people.skills.enumerated() {
            groups.append(AgentGroup(lines: lines, agents: firstAgent..<firstAgent + people.most[group]))
            agents += Array(repeating: AgentState(group: group), count: people.most[group])
            firstAgent += people.most[group]
        }
        let waiting = lines.enumerated().map { index, line in
            var terms = line.terms
            terms.groups = people.skills.indices.filter { people.skills[$0].contains(index) }
            let name = line.key.campaign.name + "/" + line.key.activity.name
            return WaitingLine(
                terms, source: CallSource(line.calls, key: key.part(name)), slotCount: isOpen.count)
        }
        var engine = FloorEngine(
            lines: waiting, groups: groups, agents: agents, changes: changes(onLine),
            slotCount: isOpen.count, slotSeconds: slotSeconds)
        engine.run()
        var busy = [Double](repeating: 0, count: isOpen.count)
        for line in engine.busyTime {
            for (t, seconds) in line.seconds.prefix(busy.count).enumerated() { busy[t] += seconds }
        }
        return Run(
            counts: engine.lines.map(\.counts), onlineSeconds: engine.onlineTime.seconds, busySeconds: busy)
    }

    private func changes(_ onLine: [[Int]]) -> [FloorChange] {
        var changes: [FloorChange] = []
        var present = onLine.map { _ in 0 }
        var wasOpen = true
        for t in 0...isOpen.count {
            let time = Double(t) * slotSeconds
            let open = t < isOpen.count && isOpen[t]
            if open, !wasOpen { changes.append(FloorChange(time: time, kind: .opens)) }
            var steps: [(group: Int, change: Int)] = []
            for group in present.indices {
                let wanted = t < isOpen.count ? onLine[group][t] : 0
                steps.append((group, wanted - present[group]))
                present[group] = wanted
            }
            for (group, step) in steps where step > 0 {
                let more = FloorChange(time: time, kind: .oneMore(group: group))
                changes += Array(repeating: more, count: step)
            }
            for (group, step) in steps where step < 0 {
                let less = FloorChange(time: time, kind: .oneLess(group: group))
                changes += Array(repeating: less, count: -step)
            }
            if !open, wasOpen { changes.append(FloorChange(time: time, kind: .closes)) }
            wasOpen = open
        }
        return changes
    }
}
