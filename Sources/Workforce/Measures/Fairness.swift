/// What one agent bears and what they got, published weeks before the horizon
/// included in the burdens.
public struct AgentFairness: Hashable, Sendable {
    public var agent: Identifier<Agent>
    /// Days worked.
    public var saturdays: Int
    public var sundays: Int
    /// Shifts that end after `Fairness.lateAfter`, or the time asked for.
    public var lateShifts: Int
    /// Days wished off within the horizon, and those of them not worked.
    public var wishesAsked: Int
    public var wishesGranted: Int

    public init(
        agent: Identifier<Agent>, saturdays: Int, sundays: Int, lateShifts: Int, wishesAsked: Int,
        wishesGranted: Int
    ) {
        self.agent = agent
        self.saturdays = saturdays
        self.sundays = sundays
        self.lateShifts = lateShifts
        self.wishesAsked = wishesAsked
        self.wishesGranted = wishesGranted
    }
}

/// How evenly a roster shares its burdens: a pure function of the values.
public struct Fairness: Hashable, Sendable {
    /// In the order of the floor; agents with a line in the roster only.
    public var agents: [AgentFairness]

    public init(agents: [AgentFairness]) { self.agents = agents }

    /// Wall-clock time after which the end of a shift counts as late.
    public static let lateAfter = ClockTime(hour: 19)

    /// Most less least over all agents; 0 without agents.
    public var saturdaySpread: Int { spread(\.saturdays) }
    public var sundaySpread: Int { spread(\.sundays) }
    public var lateShiftSpread: Int { spread(\.lateShifts) }

    public var wishesAsked: Int { agents.reduce(0) { $0 + $1.wishesAsked } }
    public var wishesGranted: Int { agents.reduce(0) { $0 + $1.wishesGranted } }
    /// Share of wished days granted; nil when nobody asked.
    public var wishShare: Double? {
        wishesAsked == 0 ? nil : Double(wishesGranted) / Double(wishesAsked)
    }

    private func spread(_ burden: (AgentFairness) -> Int) -> Int {
        let counts = agents.map(burden)
        return (counts.max() ?? 0) - (counts.min() ?? 0)
    }
}

extension Scenario {
    /// Burdens and wishes of everybody in a roster. A wish that was refused by
    /// hand no longer counts; a day wished twice counts once.
    public func fairness(of roster: Roster, lateAfter: ClockTime = Fairness.lateAfter) -> Fairness {
        var lines: [Identifier<Agent>: [RosterLine]] = [:]
        for line in roster.lines { lines[line.agent, default: []].append(line) }
        let wishes = Dictionary(
            grouping: requests.filter { $0.kind == .wish && $0.status != .refused }, by: \.agent)
        let before = Dictionary(grouping: published.filter { $0.date < horizon.firstDay }, by: \.agent)
        var agents: [AgentFairness] = []
        for agent in floor.agents {
            guard let own = lines[agent.id] else { continue }
            var worked: [CivilDate: ClockRange] = [:]
            for line in own {
                for weekday in 0..<7 {
                    guard let shift = line.shift(on: weekday) else { continue }
                    worked[horizon.date(ofDay: line.week * 7 + weekday)] = shift.range
                }
            }
            var burdens = worked
            for shift in before[agent.id] ?? [] {
                let known = burdens[shift.date] ?? shift.range
                burdens[shift.date] = ClockRange(
                    min(known.start, shift.range.start), max(known.end, shift.range.end))
            }
            let asked = (0..<horizon.dayCount).map(horizon.date(ofDay:)).filter { date in
                (wishes[agent.id] ?? []).contains { $0.covers(date) }
            }
            agents.append(
                AgentFairness(
                    agent: agent.id,
                    saturdays: burdens.keys.count { $0.weekday == .saturday },
                    sundays: burdens.keys.count { $0.weekday == .sunday },
                    lateShifts: burdens.values.count { $0.end > lateAfter }, wishesAsked: asked.count,
                    wishesGranted: asked.count { worked[$0] == nil }))
        }
        return Fairness(agents: agents)
    }
}
