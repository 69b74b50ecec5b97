import Workforce

/// What a campaign handles over the horizon with the people planned.
struct Handled {
    var contacts = 0.0
    var sales = 0.0
    /// Minutes of conversation on voice channels.
    var voiceMinutes = 0.0

    /// Calls and chats: those expected, as far as the people on the line can
    /// carry their load (in an interval with fewer agents than erlangs, the
    /// share agents / erlangs), and so is deferred work that is due within hours.
    /// Lists and other back office: the share of the hours that the plan does. Voice
    /// minutes are handle time of handled contacts, callbacks among them; waiting is
    /// not in them, for no stage predicts it as time.
    init(campaign: Campaign, plan: Plan, scenario: Scenario) {
        let horizon = scenario.horizon
        let coverage = plan.coverage(of: campaign.id, horizon: horizon)
        let present = campaign.shrinkage.presentShare
        let carried = Handled.carriedShare(
            of: campaign, requirement: plan.requirement, coverage: coverage, present: present)
        for activity in campaign.activities {
            switch activity.channel {
            case .inbound, .chat:
                guard let forecast = plan.forecast[ActivityKey(campaign.id, activity.id)] else { continue }
                var isVoice = false
                if case .inbound = activity.channel { isVoice = true }
                for (t, expected) in forecast.contacts.prefix(carried.count).enumerated() {
                    let handled = max(0, expected) * carried[t]
                    guard handled.isFinite else { continue }
                    contacts += handled
                    guard isVoice, t < forecast.handleSeconds.count else { continue }
                    voiceMinutes += handled * max(0, forecast.handleSeconds[t]) / 60
                }
            case .backOffice(let terms):
                let key = ActivityKey(campaign.id, activity.id)
                guard case .perInterval(let need)? = plan.requirement[key]?.kind else { continue }
                let hours = zip(need.offeredLoad, carried).reduce(0) {
                    $0 + max(0, $1.0) * $1.1 * horizon.intervalHours
                }
                guard hours.isFinite else { continue }
                contacts += hours / Seconds(max(1, terms.handleTime.count)).hours
                if case .share = terms.demand { voiceMinutes += hours * 60 }
            case .outbound: continue
            }
        }
        for entry in plan.requirement.progress(of: campaign.id, coverage: coverage, horizon: horizon) {
            let done = max(0, entry.workload.contacts) * entry.doneShare
            guard done.isFinite, entry.workload.sales.isFinite else { continue }
            contacts += done
            sales += max(0, entry.workload.sales) * entry.doneShare
            if case .outbound(let terms) = scenario.activity(entry.activity)?.channel {
                voiceMinutes +=
                    done * Double(max(0, terms.handleTime.count + terms.handleTimeShift.count)) / 60
            }
        }
    }

    /// Share of the offered load that the agents on the line can carry, per interval.
    private static func carriedShare(
        of campaign: Campaign, requirement: Requirement, coverage: [Int], present: Double
    ) -> [Double] {
        var load = [Double](repeating: 0, count: coverage.count)
        for activity in requirement.activities where activity.activity.campaign == campaign.id {
            guard case .perInterval(let need) = activity.kind else { continue }
            for (t, erlangs) in need.offeredLoad.prefix(load.count).enumerated() {
                load[t] += max(0, erlangs)
            }
        }
        return zip(coverage, load).map { agents, erlangs in
            erlangs > 0 ? min(1, Double(agents) * present / erlangs) : 1
        }
    }
}

extension Shrinkage {
    /// Share of scheduled people who are on the line.
    var presentShare: Double {
        let share = (1 - external) * (1 - `internal`)
        return share.isFinite ? min(1, max(0, share)) : 0
    }
}
