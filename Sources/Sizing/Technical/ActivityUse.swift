import Queueing
import Workforce

/// What one activity uses in each interval of the horizon.
struct ActivityUse {
    let key: ActivityKey
    let tool: LicensedTool
    /// People on the floor: scheduled less external shrinkage.
    var present: [Double]
    /// Lines in use as erlangs of calls that come when they like.
    var callLoad: [Double]
    /// Lines of agents who hold at most one each, so that none is ever missing.
    var ownLines: [Double]
    var dialing: DialingPace?

    /// Lists and items are taken as worked evenly over their permitted time.
    ///
    /// - Parameter requirement: of the activity; nil = nothing is required.
    init(
        _ activity: Activity, campaign: Campaign, requirement: ActivityRequirement.Kind?,
        forecast: ActivityForecast?, scenario: Scenario
    ) throws(SizingError) {
        let count = scenario.horizon.intervalCount
        key = ActivityKey(campaign.id, activity.id)
        tool = LicensedTool(activity.channel)
        present = [Double](repeating: 0, count: count)
        callLoad = present
        ownLines = present
        let onLine = try onLineShare(of: campaign.shrinkage, key: key)
        let onFloor = 1 - campaign.shrinkage.external
        switch requirement {
        case .perInterval(let need)?:
            for t in 0..<min(count, need.scheduled.count) {
                present[t] = Double(max(0, need.scheduled[t])) * onFloor
            }
        case .workload(let loads)?:
            for load in loads { spread(load, share: onFloor, horizon: scenario.horizon) }
        case nil: return
        }
        switch activity.channel {
        case .inbound:
            try addInboundCalls(activity.channel, requirement, forecast, scenario)
        case .outbound(let terms):
            try addDialing(terms, campaign: campaign, onLinePerPresent: onLine / onFloor, scenario)
        case .backOffice(let terms):
            if case .share = terms.demand { ownLines = present.map { $0 * onLine / onFloor } }
        case .chat: break
        }
    }

    private mutating func spread(_ load: WorkloadRequirement, share: Double, horizon: Horizon) {
        let intervals = load.permitted.prefix(present.count).indices.filter { load.permitted[$0] }
        // No more are ever there than may be at once, whatever is left undone.
        let level = min(
            load.hours / (Double(intervals.count) * horizon.intervalHours),
            Double(max(0, load.agentsAtOnce.upperBound)))
        guard level.isFinite, level > 0 else { return }
        for t in intervals { present[t] += level * share }
    }

    /// λ(voice menu + E[W] + talk): a caller holds a line from the first ring to the end of the
    /// talk, served or not; wrap-up is done off the line. Calls made again hold lines too. Lines are
    /// for the volume expected (an uncertain one has no mean wait where callers wait for ever); a mean
    /// wait beyond the interval, where a queue outgrows its agents, counts as the interval.
    private mutating func addInboundCalls(
        _ channel: Channel, _ requirement: ActivityRequirement.Kind?, _ forecast: ActivityForecast?,
        _ scenario: Scenario
    ) throws(SizingError) {
        guard case .inbound(let terms) = channel, case .perInterval(let need)? = requirement,
            let campaign = scenario.campaign(key.campaign),
            var work = try QueuedWork(
                channel, key: key, forecast: forecast, isOpen: scenario.openIntervals(of: campaign),
                scenario: scenario)
        else { return }
        work.rateVariation = work.rateVariation.map { _ in 0 }
        var answers = QueueAnswers(work)
        let longest = Double(scenario.horizon.intervalMinutes * 60)
        for t in 0..<min(callLoad.count, need.positions.count) where work.hasContacts(t) {
            let service = try answers.performance(t, agents: need.positions[t])
            let talk = max(0, work.handleSeconds[t] - Double(max(0, terms.wrapUp.count)))
            let held =
                Double(max(0, terms.voiceMenu.count))
                + min(longest, service.averageSpeedOfAnswerSeconds) + (1 - service.abandonment) * talk
            let again = work.redialShare * service.abandonment
            callLoad[t] = work.sizedCallsPerHour[t] / (1 - again) * held / 3600
        }
    }

    /// A line for each agent who dials for himself. A predictive dialler holds one for every call
    /// under way: λ((1/p − 1)failed + answer + wait or conversation), λ live answers a second.
    private mutating func addDialing(
        _ terms: OutboundTerms, campaign: Campaign, onLinePerPresent: Double, _ scenario: Scenario
    ) throws(SizingError) {
        guard let busiest = present.max(), busiest > 0 else { return }
        let period = terms.callingPeriod(of: campaign, horizon: scenario.horizon)
        let list = try period.map { period throws(SizingError) in
            try ListWork(terms, key: key, period: period, rules: scenario.rules)
        }
        guard terms.mode == .predictive, let list, list.answerProbability > 0 else {
            ownLines = present.map { $0 * onLinePerPresent }
            dialing = DialingPace(activity: key, mode: terms.mode, linesPerAgent: 1)
            return
        }
        let failures = (1 - list.answerProbability) / list.answerProbability
        let ringing =
            failures * Double(max(0, terms.failedAttemptTime.count)) + Double(max(0, terms.answerTime.count))
        var known: [[Int]: Double] = [:]
        for t in present.indices where present[t] > 0 {
            let agents = max(1, Int((present[t] * onLinePerPresent - 1e-9).rounded(.up)))
            let gap = terms.gapSeconds(
                rules: scenario.rules.callingRules(on: scenario.horizon.date(of: t)))
            if let load = known[[agents, gap]] {
                callLoad[t] = load
                continue
            }
            // One call for each free agent where that is faster.
            let alone = try list.contactsPerAgentHour(gapSeconds: gap, team: nil)
            do {
                let team = try terms.dialing(team: agents, gapSeconds: gap)
                guard team.contactsPerAgentHour > alone else {
                    ownLines[t] = present[t] * onLinePerPresent
                    continue
                }
                let dropped = team.droppedShare * Double(terms.connectWithin.count)
                let held = ringing + dropped + (1 - team.droppedShare) * terms.handleSeconds
                callLoad[t] = team.answersPerHour * held / 3600
            } catch {
                throw SizingError(error, of: key)
            }
            known[[agents, gap]] = callLoad[t]
        }
        let lines = callLoad.reduce(0, +) + ownLines.reduce(0, +)
        let agents = present.reduce(0, +) * onLinePerPresent
        dialing = DialingPace(activity: key, mode: .predictive, linesPerAgent: lines / agents)
    }
}

extension LicensedTool {
    init(_ channel: Channel) {
        switch channel {
        case .inbound: self = .telephony
        case .outbound: self = .dialler
        case .chat: self = .chat
        case .backOffice(let terms):
            if case .share = terms.demand { self = .telephony } else { self = .backOffice }
        }
    }
}
