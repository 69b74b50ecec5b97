import Workforce

/// The histories of a workspace, each of the activity that its file is named after.
extension WorkspaceReader {
    mutating func readHistories(_ campaigns: [CampaignFile], _ site: SiteFile) -> [History] {
        var histories: [History] = []
        var read: [ActivityKey: String] = [:]
        for name in files(in: "history", endings: ["csv", "txt"]) {
            let file = "history/\(name)"
            guard let key = activity(ofHistory: name, campaigns) else { continue }
            let campaign = campaigns.first { $0.campaign.id == key.campaign }
            guard let campaign else { continue }
            guard campaign.historyPlaces.contains(where: { $0.activity == key.activity }) else {
                log.warning(
                    .history(.unused(activity: "\(key.campaign)/\(key.activity)")),
                    at: SourceLocation(file: file))
                continue
            }
            let zone = site.sites.first { $0.id == campaign.campaign.site }?.timeZone ?? "Europe/Paris"
            if let first = read[key] {
                log.error(.history(.secondFile(first: first)), at: SourceLocation(file: file))
                continue
            }
            read[key] = file
            let history = PlanFiles.readHistory(url(file), named: file, activity: key, timeZone: zone, &log)
            guard let history else { continue }
            if let start = site.start, history.lastDay >= start {
                log.warning(
                    .history(.afterHorizon(last: history.lastDay, horizonStart: start)),
                    at: SourceLocation(file: file))
            }
            histories.append(history)
        }
        for campaign in campaigns {
            let id = campaign.campaign.id
            for (activity, place) in campaign.historyPlaces where read[ActivityKey(id, activity)] == nil {
                let isAlone = campaign.historyPlaces.count == 1
                let file = isAlone ? "history/\(id).csv" : "history/\(id).\(activity).csv"
                log.error(.history(.missing(file: file)), at: place)
            }
        }
        return histories.sorted { $0.activity < $1.activity }
    }

    /// The activity that a history file is named after; nil, with a diagnostic, when there is none.
    private mutating func activity(ofHistory name: String, _ campaigns: [CampaignFile]) -> ActivityKey? {
        let place = SourceLocation(file: "history/\(name)")
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).dropLast().map(String.init)
        guard let id = parts.first, parts.count <= 2, let known = names.campaigns, known.contains(id) else {
            let nearest = nearestName(to: parts.first ?? name, among: names.campaigns ?? [])
            log.error(.history(.ofNobody(name: parts.joined(separator: "."), nearest: nearest)), at: place)
            return nil
        }
        // A campaign that could not be read has its own diagnostics.
        guard let campaign = campaigns.first(where: { $0.campaign.id.name == id }) else { return nil }
        let activities = campaign.campaign.activities.map(\.id)
        if parts.count == 2 {
            if let found = activities.first(where: { $0.name == parts[1] }) {
                return ActivityKey(campaign.campaign.id, found)
            }
            let nearest = nearestName(to: parts[1], among: activities.map(\.name)).map { "\(id).\($0)" }
            log.error(.history(.ofNobody(name: "\(id).\(parts[1])", nearest: nearest)), at: place)
            return nil
        }
        let candidates = campaign.historyPlaces.map(\.activity)
        if candidates.count > 1 {
            log.error(
                .history(.ambiguous(campaign: id, files: candidates.map { "history/\(id).\($0).csv" })),
                at: place)
            return nil
        }
        return (candidates.first ?? activities.first).map { ActivityKey(campaign.campaign.id, $0) }
    }
}
