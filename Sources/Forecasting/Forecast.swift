import Execution
import Workforce

/// Forecasts every activity whose contacts arrive by themselves: inbound calls,
/// back-office items, chats. Outbound activities are workloads and have no forecast.
///
/// History on or after the horizon's first day is left out, so that a plan of a
/// past period never knows its own outcome; when no earlier history exists all of
/// it is used. An activity that asks for its history and has none gets zeros and
/// the remark `shortHistory(days: 0)`.
///
/// Handle times follow the campaign's learning curve, where it has one (see `AgentMix`).
///
/// - Returns: one forecast an activity, in the order of the scenario's campaigns;
///   finite, never negative, 0 wherever the campaign is not live, and wherever it is
///   closed except for back-office items with a history, which come in at any hour.
/// - Complexity: see `forecastHistory`, on `control.threads` threads.
public func forecast(_ scenario: Scenario, control: RunControl) -> Forecast {
    var jobs: [DemandJob] = []
    for campaign in scenario.campaigns {
        for activity in campaign.activities {
            if let job = DemandJob(campaign: campaign, activity: activity) { jobs.append(job) }
        }
    }
    control.report(StageProgress(stage: .forecast, done: 0, total: jobs.count))
    let forecasts = orderedParallelMap(jobs, threads: control.threads) { $0.forecast(scenario) }
    control.report(StageProgress(stage: .forecast, done: jobs.count, total: jobs.count))
    return Forecast(
        activities: divided(forecasts, jobs: jobs, scenario: scenario).map {
            $0.corrected(by: scenario.overrides, horizon: scenario.horizon)
        })
}

/// Gives activities that take a share of another's contacts that share, and the other the rest.
///
/// Shares are of the contacts forecast, each before any other is taken; together they take at
/// most everything. A share of an activity that has no forecast of its own is nothing.
private func divided(
    _ forecasts: [ActivityForecast], jobs: [DemandJob], scenario: Scenario
) -> [ActivityForecast] {
    var result = forecasts
    for (source, job) in jobs.enumerated() {
        if case .share = job.demand { continue }
        var left = 1.0
        for (target, other) in jobs.enumerated() where other.key.campaign == job.key.campaign {
            guard case .share(let activity, let share) = other.demand, activity == job.key.activity else {
                continue
            }
            let taken = min(left, share.isFinite ? max(0, share) : 0)
            left -= taken
            var part = forecasts[source].thinned(to: taken)
            part.activity = other.key
            let seconds = Double(max(1, other.handleTime.count))
            part.handleSeconds = part.contacts.map { $0 > 0 ? seconds : 0 }
            part.method = .shareOfActivity
            part.accuracy = nil
            part.remarks = []
            let mix = AgentMix(scenario: scenario, campaign: other.campaign)
            result[target] = mix?.applied(to: part, horizon: scenario.horizon, learned: nil) ?? part
        }
        if left < 1 {
            result[source] = forecasts[source].thinned(to: max(0, left))
        }
    }
    return result
}

/// What the three arriving channels have in common.
private struct DemandJob: Sendable {
    let campaign: Campaign
    let key: ActivityKey
    let demand: DemandSource
    let handleTime: Seconds
    let adjustment: DemandAdjustment
    /// Letters and e-mails come in while the campaign is closed, and wait.
    let arrivesAnytime: Bool

    /// Nil for outbound.
    init?(campaign: Campaign, activity: Activity) {
        self.campaign = campaign
        key = ActivityKey(campaign.id, activity.id)
        if case .backOffice = activity.channel { arrivesAnytime = true } else { arrivesAnytime = false }
        switch activity.channel {
        case .outbound: return nil
        case .inbound(let terms):
            demand = terms.demand
            handleTime = terms.handleTime
            adjustment = DemandAdjustment(volume: terms.volumeFactor, handleTime: terms.handleTimeShift)
        case .backOffice(let terms):
            demand = terms.demand
            handleTime = terms.handleTime
            adjustment = .none
        case .chat(let terms):
            demand = terms.demand
            handleTime = terms.handleTime
            adjustment = .none
        }
    }

    func forecast(_ scenario: Scenario) -> ActivityForecast {
        let grid = OpenGrid(
            scenario: scenario, campaign: campaign, arrivesAnytime: arrivesAnytime && demand == .history)
        var plain: ActivityForecast
        var learned: CivilDate?
        switch demand {
        case .history:
            let history = scenario.history(key)
            plain = forecastFromHistory(
                history, key: key, campaign: campaign, grid: grid, handleTime: handleTime)
            learned = history.flatMap { lastHandleTimeDay($0, before: scenario.horizon.firstDay) }
        case .monthlyVolume(let plan, let spread, let variation):
            plain = stated(plan, spread: spread, variation: variation, scenario: scenario, grid: grid)
        case .share:
            // Filled in by `divided`, once the other activity is known.
            return nothing(grid, method: .shareOfActivity)
        }
        if let mix = AgentMix(scenario: scenario, campaign: campaign) {
            plain = mix.applied(to: plain, horizon: scenario.horizon, learned: learned)
        }
        return adjustment.applied(to: plain)
    }

    private func stated(
        _ plan: VolumePlan, spread: VolumeSpread, variation: Double, scenario: Scenario, grid: OpenGrid
    ) -> ActivityForecast {
        let shape: SpreadShape
        switch spread {
        case .profile(let profile): shape = .profile(profile)
        case .like(let other):
            guard let learned = LearnedShape(of: other, in: scenario) else {
                var none = nothing(grid, method: .analogy)
                none.remarks = [.shortHistory(days: 0)]
                return none
            }
            shape = .learned(learned)
        }
        return spreadMonthlyVolume(
            plan, over: shape, variation: variation, key: key, campaign: campaign, grid: grid,
            handleTime: handleTime)
    }

    private func nothing(_ grid: OpenGrid, method: ForecastMethod) -> ActivityForecast {
        let none = [Double](repeating: 0, count: grid.horizon.intervalCount)
        return ActivityForecast(
            activity: key, contacts: none, handleSeconds: none,
            dailyContacts: [Double](repeating: 0, count: grid.horizon.dayCount), method: method)
    }
}
