import Workforce

/// An activity whose contacts queue, as a line of the engine.
struct FloorLine: Sendable {
    let key: ActivityKey
    let activity: Activity
    let target: ServiceTarget
    let terms: WaitingLine.Terms
    let calls: CallSource.Terms

    /// - Returns: nil for work that does not queue, or that no forecast names.
    init?(_ activity: Activity, key: ActivityKey, plan: Plan, scenario: Scenario) {
        guard case .inbound(let inbound) = activity.channel, let forecast = plan.forecast[key] else {
            return nil
        }
        self.key = key
        self.activity = activity
        target = inbound.target
        terms = WaitingLine.Terms(
            priority: activity.priority, thresholdSeconds: Double(max(0, inbound.target.threshold.count)),
            shortAbandonSeconds: Double(max(0, inbound.target.shortAbandon.count)))
        let horizon = scenario.horizon
        let slotSeconds = Double(horizon.intervalMinutes * 60)
        let fallback = Double(max(1, inbound.handleTime.count))
        let handle = horizon.intervals.map { t in
            let given = t < forecast.handleSeconds.count ? forecast.handleSeconds[t] : 0
            return given.isFinite && given > 0 ? given : fallback
        }
        calls = CallSource.Terms(
            profile: ArrivalProfile(
                contacts: Array(forecast.contacts.prefix(horizon.intervalCount)), seconds: slotSeconds,
                days: horizon.days),
            dayVariation: scenario.dayFactorVariation(of: key, forecast: forecast),
            handleSeconds: handle.isEmpty ? [fallback] : handle,
            handleTime: HandleTimeDraws(HandleTimeLaw(variation: inbound.handleTimeVariation)),
            patience: PatienceDraws(
                inbound.patienceLaw, meanSeconds: inbound.patience.map { Double($0.count) }),
            slotSeconds: slotSeconds)
    }
}
