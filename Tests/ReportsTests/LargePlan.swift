import Workforce

/// Four weeks, three campaigns, eighty agents: the size of a real floor.
enum LargeSample {
    static func make() -> (plan: Plan, scenario: Scenario) {
        let horizon = Horizon(firstDay: Sample.monday, weekCount: 4, intervalMinutes: 15)
        var scenario = Sample.scenario(horizon: horizon)
        let ids = [Sample.hotline, Sample.sales, Identifier<Campaign>("orders")]
        var third = scenario.campaigns[0]
        third.id = ids[2]
        third.name = "Commandes"
        scenario.campaigns.append(third)
        scenario.name = "Quatre semaines"
        scenario.floor.agents = (0..<80).map {
            Agent(
                id: Identifier("M\($0)"), firstName: "Prénom\($0)", lastName: "Nomdefamille\($0 % 13)",
                contract: Sample.full, site: Identifier("paris"))
        }
        var activities: [ActivityRequirement] = []
        var forecasts: [ActivityForecast] = []
        for (c, id) in ids.enumerated() {
            let key = ActivityKey(id, Identifier("calls"))
            let contacts = horizon.intervals.map { curve(horizon, $0, peak: 60 + 20 * Double(c)) }
            let need = contacts.map { $0 > 0 ? Int(($0 / 3.2).rounded(.up)) : 0 }
            activities.append(
                ActivityRequirement(
                    activity: key,
                    kind: .perInterval(
                        IntervalRequirement(
                            positions: need, scheduled: need, offeredLoad: contacts,
                            binding: need.map { _ in .serviceLevel }, serviceAround: []))))
            forecasts.append(
                ActivityForecast(
                    activity: key, contacts: contacts, handleSeconds: contacts.map { _ in 240 },
                    bands: [(0.8, 0.15), (0.95, 0.25)].map { share, width in
                        PredictionBand(
                            probability: share, low: contacts.map { $0 * (1 - width) },
                            high: contacts.map { $0 * (1 + width) })
                    }, dailyContacts: [], method: .weightedCombination))
        }
        var plan = Sample.plan()
        plan.requirement = Requirement(activities: activities)
        plan.forecast = Forecast(activities: forecasts)
        plan.roster?.lines = lines(scenario, ids)
        plan.schedule.pools = (0..<4).flatMap { week in
            ids.map {
                PoolWeek(
                    campaign: $0, week: week, groups: [], tours: [],
                    optimality: Optimality(status: .feasible, cost: 10_000, bound: 9900))
            }
        }
        plan.teams?.teams = (0..<6).map { team in
            Team(
                supervisor: Identifier("S1"), campaign: ids[team % 3],
                agents: scenario.floor.agents.map(\.id).enumerated().filter { $0.offset % 6 == team }
                    .map(\.element), overlapShare: 0.75)
        }
        return (plan, scenario)
    }

    private static func curve(_ horizon: Horizon, _ t: Int, peak: Double) -> Double {
        let minute = Double(horizon.clockMinutes[t])
        guard horizon.days[t] % 7 < 6, minute >= 480, minute < 1200 else { return 0 }
        let bump = { (middle: Double, width: Double) in max(0, 1 - abs(minute - middle) / width) }
        let wobble = 1 + 0.06 * Double((t * 7919) % 13 - 6) / 6
        return peak * (0.25 + 0.55 * bump(660, 200) + 0.45 * bump(960, 220)) * wobble
            * (horizon.days[t] % 7 == 5 ? 0.4 : 1)
    }

    private static func lines(_ scenario: Scenario, _ ids: [Identifier<Campaign>]) -> [RosterLine] {
        (0..<4).flatMap { week in
            scenario.floor.agents.enumerated().map { number, agent in
                let start = 480 + (number * 37 % 17) * 15
                let shift = Shift(
                    range: ClockRange(ClockTime(minute: start), ClockTime(minute: start + 480)),
                    breaks: [
                        pause(.rest, start + 105, 15), pause(.lunch, start + 210, 60),
                        pause(.rest, start + 375, 15),
                    ])
                let off = (number + week) % 5
                return RosterLine(
                    agent: agent.id, week: week, campaign: ids[number % 3],
                    tour: Tour(
                        contract: Sample.full,
                        shifts: (0..<7).map { $0 == 6 || $0 == off ? nil : shift }))
            }
        }
    }

    private static func pause(_ kind: BreakKind, _ minute: Int, _ length: Int) -> ShiftBreak {
        ShiftBreak(
            kind: kind, range: ClockRange(ClockTime(minute: minute), ClockTime(minute: minute + length)),
            isPaid: kind == .rest)
    }
}
