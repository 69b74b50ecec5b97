import Execution
import Workforce

/// One activity's forecast beyond its own history.
public struct NamedForecast: Sendable {
    public let activity: ActivityKey
    public let forecast: HistoryForecast
}

/// The rest of one activity's day.
public struct NamedUpdate: Sendable {
    public let activity: ActivityKey
    public let update: IntradayUpdate
}

/// Forecasts every history of a scenario from the day after its last, whatever the horizon
/// of the plan: months ahead for capacity and hiring, or to judge the method.
///
/// The scenario's calendar, opening hours, events and corrections apply.
///
/// - Returns: one forecast a history, in the order of the scenario.
/// - Complexity: see `forecastHistory`, on `control.threads` threads.
public func forecastHistories(
    of scenario: Scenario, days: Int, options: ForecastOptions, control: RunControl
) -> [NamedForecast] {
    var options = options
    options.overrides += scenario.overrides
    let all = options
    let jobs = scenario.histories.compactMap { HistoryJob($0, scenario) }
    control.report(StageProgress(stage: .forecast, done: 0, total: jobs.count))
    let forecasts = orderedParallelMap(jobs, threads: control.threads) { job in
        NamedForecast(
            activity: job.history.activity,
            forecast: forecastHistory(
                job.history, days: days, calendar: job.calendar, openingHours: job.openingHours,
                options: all))
    }
    control.report(StageProgress(stage: .forecast, done: jobs.count, total: jobs.count))
    return forecasts
}

/// Updates the running day of every history of a scenario; see `updateToday(_:asOf:date:calendar:openingHours:)`.
///
/// - Parameter date: nil = the last day of each history.
/// - Returns: histories without a day before are left out.
public func updateToday(
    of scenario: Scenario, asOf: ClockTime, date: CivilDate?, control: RunControl
) -> [NamedUpdate] {
    let jobs = scenario.histories.compactMap { HistoryJob($0, scenario) }
    return orderedParallelMap(jobs, threads: control.threads) { job in
        updateToday(
            job.history, asOf: asOf, date: date, calendar: job.calendar, openingHours: job.openingHours,
            overrides: scenario.overrides
        ).map { NamedUpdate(activity: job.history.activity, update: $0) }
    }.compactMap { $0 }
}

/// A history with what its campaign knows of its days.
private struct HistoryJob: Sendable {
    let history: History
    let calendar: EventCalendar
    let openingHours: OpeningHours?

    /// Nil where the history is of no activity.
    init?(_ history: History, _ scenario: Scenario) {
        guard let campaign = scenario.campaign(history.activity.campaign),
            let activity = scenario.activity(history.activity)
        else { return nil }
        self.history = history
        calendar = scenario.calendar(of: campaign)
        // Letters and e-mails come in while the campaign is closed.
        if case .backOffice = activity.channel {
            openingHours = nil
        } else {
            openingHours = campaign.openingHours
        }
    }
}
