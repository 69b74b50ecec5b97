import Workforce

/// Where an activity states its volume, for checks that need other files.
struct StatedVolume {
    var activity: Identifier<Activity>
    var volume: SourceLocation
    var like: SourceLocation
}

/// Settles what stated volumes leave to other files: which activity they spread like,
/// and whether they name every month of the horizon.
struct StatedVolumes {
    let names: KnownNames
    /// First and last day of the horizon; nil where it is not known.
    let days: ClosedRange<CivilDate>?

    func settle(_ campaigns: inout [CampaignFile], _ log: inout DiagnosticLog) {
        let all = campaigns
        // What a broken file would have described is not judged.
        let broken = Set(log.diagnostics.filter { $0.severity == .error }.map(\.location.file))
        for index in campaigns.indices {
            for place in campaigns[index].statedVolumes {
                let position = campaigns[index].campaign.activities.firstIndex { $0.id == place.activity }
                guard let position else { continue }
                let channel = campaigns[index].campaign.activities[position].channel
                guard case .monthlyVolume(let plan, let spread, let variation)? = channel.demand else {
                    continue
                }
                checkMonths(plan, of: campaigns[index].campaign, at: place.volume, &log)
                guard case .like(let written) = spread else { continue }
                let target = all.first { $0.campaign.id == written.campaign }
                if let target, broken.contains(target.file) { continue }
                let other = activity(written, at: place.like, of: target, among: all, &log)
                guard let other else { continue }
                campaigns[index].campaign.activities[position].channel = channel.with(
                    demand: .monthlyVolume(plan, spread: .like(other), variation: variation))
            }
        }
    }

    /// Every month in which the campaign works needs its volume.
    private func checkMonths(
        _ plan: VolumePlan, of campaign: Campaign, at place: SourceLocation, _ log: inout DiagnosticLog
    ) {
        guard let days, case .months = plan else { return }
        var last: CalendarMonth?
        for date in days where campaign.isLive(on: date) {
            let month = CalendarMonth(of: date)
            guard month != last else { continue }
            last = month
            if plan.contacts(year: month.year, month: month.month) == nil {
                log.error(.yaml(.missingKey(key: "\(month)", expected: .count)), at: place)
            }
        }
    }

    /// The activity that a name means, if it forecasts from a history; nil, with a diagnostic, otherwise.
    private func activity(
        _ written: ActivityKey, at place: SourceLocation, of file: CampaignFile?,
        among campaigns: [CampaignFile], _ log: inout DiagnosticLog
    ) -> ActivityKey? {
        let (campaign, activity) = (written.campaign.name, written.activity.name)
        guard names.check(campaign, .campaign, at: place, &log), let file else { return nil }
        let learned = file.historyPlaces.map(\.activity)
        if activity.isEmpty, learned.count == 1 { return ActivityKey(written.campaign, learned[0]) }
        if learned.contains(where: { $0.name == activity }) { return written }
        let known = file.campaign.activities.map(\.id.name)
        let name = activity.isEmpty ? campaign : "\(campaign)/\(activity)"
        if !activity.isEmpty, !known.contains(activity) {
            let nearest = nearestName(to: activity, among: known).map { "\(campaign)/\($0)" }
            log.error(.reference(.unknown(thing: .activity, name: name, nearest: nearest)), at: place)
            return nil
        }
        let choices = learned.map { "\(campaign)/\($0)" }
        let others = campaigns.flatMap { file in
            file.historyPlaces.map { "\(file.campaign.id)/\($0.activity)" }
        }
        let problem = ValueProblem.malformed(
            key: "like", found: name,
            expected: activity.isEmpty && choices.count > 1 ? .choice(choices) : .activityWithHistory,
            suggestion: choices.first ?? nearestName(to: name, among: others) ?? others.first)
        log.error(.value(problem), at: place)
        return nil
    }
}
