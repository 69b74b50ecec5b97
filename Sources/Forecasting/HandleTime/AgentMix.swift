import Workforce

/// Mean handle time of agents who differ, over that of an experienced one.
///
/// Contacts go to whoever is free, so an agent of h hours who takes f times as long
/// takes contacts in proportion to h/f: Σh / Σ(h/f), the harmonic mean weighted by
/// hours. 1 without hours.
func mixedHandleTimeFactor(_ agents: [(hours: Double, factor: Double)]) -> Double {
    var hours = 0.0
    var contacts = 0.0
    for agent in agents where agent.hours.isFinite && agent.hours > 0 && agent.factor > 0 {
        hours += agent.hours
        contacts += agent.hours / agent.factor
    }
    return contacts > 0 ? hours / contacts : 1
}

/// The agents at home in a campaign, with what their time in the job does to its handle times.
struct AgentMix: Sendable {
    private let curve: LearningCurve
    /// Hours a week, and the hire date; nil = experienced.
    private let agents: [(hours: Double, hired: CivilDate?)]

    /// Nil where nothing is to be learned: no curve, or (sizing mode) no agents.
    init?(scenario: Scenario, campaign: Campaign) {
        guard let curve = campaign.learningCurve else { return nil }
        self.curve = curve
        agents = scenario.floor.agents.filter { $0.homeCampaign == campaign.id }.map { agent in
            (scenario.floor.contract(agent.contract)?.weeklyHours ?? 0, agent.hired)
        }
        if agents.isEmpty { return nil }
    }

    /// Factor on an experienced agent's handle time at a date; agents not yet hired do not count.
    func factor(on date: CivilDate) -> Double {
        mixedHandleTimeFactor(
            agents.compactMap { agent in
                guard let hired = agent.hired else { return (agent.hours, 1) }
                guard hired <= date else { return nil }
                return (agent.hours, curve.factor(daysSinceHire: hired.distance(to: date)))
            })
    }

    /// Factor on the handle times of each week of a horizon, at its middle day.
    ///
    /// - Parameter learned: last day of the history that the handle times were learned from,
    ///   with the agents of that day in them; nil = they are those of experienced agents.
    func factors(_ horizon: Horizon, learned: CivilDate?) -> [Double] {
        let before = learned.map { factor(on: $0) } ?? 1
        return (0..<horizon.weekCount).map { factor(on: horizon.firstDay + ($0 * 7 + 3)) / before }
    }

    /// The forecast with its handle times lengthened, or shortened where agents have learned
    /// since the history; with a remark where that shows.
    func applied(to forecast: ActivityForecast, horizon: Horizon, learned: CivilDate?) -> ActivityForecast {
        let factors = factors(horizon, learned: learned)
        guard let first = factors.first, let last = factors.last,
            factors.contains(where: { abs($0 - 1) >= AgentMix.leastRemarked })
        else { return forecast }
        var changed = forecast
        for t in horizon.intervals where t < forecast.handleSeconds.count && forecast.handleSeconds[t] > 0 {
            changed.handleSeconds[t] = max(1, forecast.handleSeconds[t] * factors[horizon.week(of: t)])
        }
        changed.remarks.append(.learningCurve(first: first, last: last))
        return changed
    }

    /// Below this nobody sees a difference: a third of a second in five minutes.
    private static let leastRemarked = 0.001
}

/// The last day of a history that says how long contacts took, before a date if any day of
/// the history lies before it; nil = handle times are not learned from it.
func lastHandleTimeDay(_ history: History, before end: CivilDate) -> CivilDate? {
    let known = history.firstDay < end ? history.firstDay.distance(to: end) : history.dayCount
    return (0..<min(known, history.dayCount)).last { day in
        history.slots(ofDay: day).contains {
            history.handleSeconds[$0] != nil && (history.offered[$0] ?? 0) > 0
        }
    }.map { history.firstDay + $0 }
}
