import Execution
import Workforce

/// One campaign as the engine sees it: its activities before its own people.
struct CampaignFloor: Sendable {
    let campaign: Identifier<Campaign>
    let lines: [FloorLine]
    let backlogs: [FloorBacklog]
    let lists: [FloorList]
    private let people: FloorPeople
    private let isOpen: [Bool]
    private let slotSeconds: Double
    /// Agents whom the queued activities need on the line, per interval.
    private let reserve: [Int]

    /// - Returns: nil for a campaign without work.
    init?(_ campaign: Campaign, plan: Plan, scenario: Scenario) {
        let isOpen = scenario.openIntervals(of: campaign)
        lines = campaign.activities.indices.compactMap {
            FloorLine($0, of: campaign, plan: plan, scenario: scenario)
        }
        backlogs = campaign.activities.indices.compactMap {
            FloorBacklog($0, of: campaign, isOpen: isOpen, plan: plan, scenario: scenario)
        }
        let people = FloorPeople(of: campaign, plan: plan, scenario: scenario)
        self.people = people
        let most = people.most.reduce(0, +)
        lists = campaign.activities.indices.compactMap {
            FloorList($0, of: campaign, people: most, plan: plan, scenario: scenario)
        }.sorted { $0.order.lexicographicallyPrecedes($1.order) }
        guard !lines.isEmpty || !backlogs.isEmpty || !lists.isEmpty else { return nil }
        self.campaign = campaign.id
        self.isOpen = isOpen
        slotSeconds = Double(scenario.horizon.intervalMinutes * 60)
        let shared = plan.requirement.shared.first { $0.campaign == campaign.id }
        var needs = shared.map { [$0.positions] } ?? []
        for line in lines where shared?.lines.contains(line.key.activity) != true {
            guard case .perInterval(let need)? = plan.requirement[line.key]?.kind else { continue }
            needs.append(need.positions)
        }
        reserve = isOpen.indices.map { t in
            needs.reduce(0) { $0 + (t < $1.count ? max(0, $1[t]) : 0) }
        }
    }

    /// Some lines of a campaign before people who are counted, not known.
    init(_ campaign: Campaign, lines: [FloorLine], people: FloorPeople, scenario: Scenario) {
        self.campaign = campaign.id
        self.lines = lines
        backlogs = []
        lists = []
        self.people = people
        isOpen = scenario.openIntervals(of: campaign)
        slotSeconds = Double(scenario.horizon.intervalMinutes * 60)
        reserve = isOpen.map { _ in 0 }
    }

    /// What happened in one replication.
    struct Run: Sendable {
        /// Per line and interval.
        var counts: [[SlotCounts]]
        var backlogs: [Backlog]
        var lists: [CallList]
        /// Agent-seconds per interval on the line, and in all with something in hand.
        var onlineSeconds: [Double]
        var busySeconds: Double
    }

    /// - Parameter key: of the replication; the same key brings the same contacts to every plan.
    func run(key: StreamKey) -> Run {
        var engine = engine(key: key)
        engine.run()
        let busy =
            engine.busyTime + engine.backlogs.map(\.busyTime) + engine.lists.map(\.busyTime)
        return Run(
            counts: engine.lines.map(\.counts), backlogs: engine.backlogs, lists: engine.lists,
            onlineSeconds: engine.onlineTime.seconds,
            busySeconds: busy.reduce(0) { $0 + $1.seconds.reduce(0, +) })
    }

    private func engine(key: StreamKey) -> FloorEngine {
        let onLine = people.onLine(key: key.part(campaign.name))
        var groups: [AgentGroup] = []
        var agents: [AgentState] = []
        for (group, skills) in people.skills.enumerated() {
            let count = people.most[group]
            groups.append(
                AgentGroup(
                    lines: lines.indices.filter { skills.contains(lines[$0].index) },
                    agents: agents.count..<agents.count + count))
            agents += Array(repeating: AgentState(group: group), count: count)
        }
        var engine = FloorEngine(
            lines: lines.map { line in
                var terms = line.terms
                terms.groups = able(line.index)
                return WaitingLine(
                    terms, source: CallSource(line.calls, key: key.part(line.key)),
                    slotCount: isOpen.count)
            }, groups: groups, agents: agents, changes: changes(onLine), slotCount: isOpen.count,
            slotSeconds: slotSeconds)
        engine.backlogs = backlogs.map { $0.backlog(groups: able($0.index), key: key.part($0.key)) }
        engine.lists = lists.map { $0.list(groups: able($0.index), key: key.part($0.key)) }
        engine.reserve = reserve
        return engine
    }

    /// Groups that can do an activity.
    private func able(_ activity: Int) -> [Int] {
        people.skills.indices.filter { people.skills[$0].contains(activity) }
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
            if t < isOpen.count, !backlogs.isEmpty || !lists.isEmpty {
                changes.append(FloorChange(time: time, kind: .begins(slot: t)))
            }
        }
        return changes
    }
}

extension StreamKey {
    fileprivate func part(_ key: ActivityKey) -> StreamKey {
        part(key.campaign.name + "/" + key.activity.name)
    }
}
