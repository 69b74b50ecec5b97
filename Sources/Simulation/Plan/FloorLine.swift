import Queueing
import Workforce

/// An activity whose contacts queue, as a line of the engine.
struct FloorLine: Sendable {
    let key: ActivityKey
    /// Place among the campaign's activities.
    let index: Int
    let target: ServiceTarget
    let terms: WaitingLine.Terms
    let calls: CallSource.Terms

    /// - Returns: nil for work that does not queue, or that no forecast names.
    init?(_ index: Int, of campaign: Campaign, plan: Plan, scenario: Scenario) {
        let activity = campaign.activities[index]
        key = ActivityKey(campaign.id, activity.id)
        self.index = index
        guard let forecast = plan.forecast[key] else { return nil }
        let handleTime: Seconds
        var law = HandleTimeLaw.exponential
        var patience = PatienceDraws(.exponential, meanSeconds: nil)
        var terms = WaitingLine.Terms(priority: activity.priority)
        switch activity.channel {
        case .inbound(let inbound):
            (target, handleTime) = (inbound.target, inbound.handleTime)
            law = HandleTimeLaw(variation: inbound.handleTimeVariation)
            patience = PatienceDraws(
                inbound.patienceLaw, meanSeconds: inbound.patience.map { Double($0.count) })
            let share = inbound.redialShare
            terms.redialShare = share.isFinite ? min(0.99, max(0, share)) : 0
        case .chat(let chat):
            (target, handleTime) = (chat.target, chat.handleTime)
            patience = PatienceDraws(.exponential, meanSeconds: chat.patience.map { Double($0.count) })
            terms.slots = min(maximumChatSlots, max(1, chat.concurrency))
            terms.slowdown = chat.slowdown.isFinite ? min(1, max(0, chat.slowdown)) : 0
        case .outbound, .backOffice: return nil
        }
        terms.thresholdSeconds = Double(max(0, target.threshold.count))
        terms.shortAbandonSeconds = Double(max(0, target.shortAbandon.count))
        self.terms = terms
        calls = CallSource.Terms(
            forecast, handleTime: handleTime, law: law, patience: patience, scenario: scenario)
    }
}

extension CallSource.Terms {
    /// The contacts of a forecast.
    ///
    /// - Parameter handleTime: where the forecast has none.
    init(
        _ forecast: ActivityForecast, handleTime: Seconds, law: HandleTimeLaw, patience: PatienceDraws,
        scenario: Scenario
    ) {
        let horizon = scenario.horizon
        let fallback = Double(max(1, handleTime.count))
        let handle = horizon.intervals.map { t in
            let given = t < forecast.handleSeconds.count ? forecast.handleSeconds[t] : 0
            return given.isFinite && given > 0 ? given : fallback
        }
        slotSeconds = Double(horizon.intervalMinutes * 60)
        profile = ArrivalProfile(
            contacts: Array(forecast.contacts.prefix(horizon.intervalCount)), seconds: slotSeconds,
            days: horizon.days)
        dayVariation = scenario.dayFactorVariation(of: forecast.activity, forecast: forecast)
        handleSeconds = handle.isEmpty ? [fallback] : handle
        self.handleTime = HandleTimeDraws(law)
        self.patience = patience
    }
}
