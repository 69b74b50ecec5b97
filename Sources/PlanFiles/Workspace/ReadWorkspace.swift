import Foundation
import Workforce

/// A workspace, read.
public struct WorkspaceReading: Sendable {
    /// Nil when a diagnostic is an error.
    public var scenario: Scenario?
    /// All of them, by file, line and column.
    public var diagnostics: [Diagnostic]
    /// `fr` or `en` where `site.yaml` says so.
    public var language: String?
}

/// Reads a folder of files (see `Documentation/workspace.md`) into a scenario.
///
/// Never stops at the first problem: each file is read as far as it goes, and
/// references to what another broken file defines are left alone. The readers
/// refuse every value that later stages could not bear (limits in the
/// reference page). No clock, no network; files outside the list are ignored.
public func readWorkspace(at folder: URL) -> WorkspaceReading {
    var reader = WorkspaceReader(folder: folder)
    let scenario = reader.read()
    return WorkspaceReading(
        scenario: reader.log.hasErrors ? nil : scenario, diagnostics: reader.log.sorted,
        language: reader.language)
}

struct WorkspaceReader {
    let folder: URL
    var log = DiagnosticLog()
    var language: String?
    var names = KnownNames()
    /// Longest YAML and CSV files, in megabytes.
    private let yamlLimit = 2
    private let csvLimit = 512

    init(folder: URL) { self.folder = folder }

    mutating func read() -> Scenario? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue
        else {
            log.error(.file(.folderMissing), at: SourceLocation(file: folder.path))
            return nil
        }
        let campaignFiles = self.campaignFiles()
        names.campaigns = campaignFiles.map(\.id)
        let site = yaml(SiteFile.file, isRequired: true).flatMap { SiteFile.read($0, names: &names, &log) }
        language = site?.language
        let profiles = self.profiles()
        let campaigns = readCampaigns(campaignFiles, profiles, site)
        let base = site ?? SiteFile()
        let agents = readAgents(base)
        let requests = csv(RequestReader.file).map { RequestReader.read($0, names: names, &log) } ?? []
        let published = readPublished(base)
        let variants = yaml(VariantReader.file).map { VariantReader.read($0, names: names, &log) } ?? []
        let histories = readHistories(campaigns, base)
        guard let site, let start = site.start, let rules = site.rules, let costs = site.costs else {
            return nil
        }
        WorkspaceChecks(site: site, campaigns: campaigns, agents: agents).run(&log)
        let zone = site.sites.first?.timeZone ?? "Europe/Paris"
        let last = start + (site.weeks * 7 - 1)
        let horizon = Horizon(
            firstDay: start, weekCount: site.weeks, intervalMinutes: site.intervalMinutes,
            clockChanges: ClockChanges.changes(from: start, through: last, timeZone: zone))
        return Scenario(
            name: site.name, horizon: horizon,
            floor: Floor(
                name: site.name, sites: site.sites, contracts: site.contracts, agents: agents.agents,
                supervisors: site.supervisors, trainers: site.trainers, rooms: site.rooms),
            campaigns: campaigns.map(\.campaign), histories: histories, requests: requests,
            published: published,
            rules: rules, costs: costs, weights: site.weights, variants: variants)
    }

    // MARK: Files

    private func url(_ file: String) -> URL { folder.appendingPathComponent(file) }

    private func exists(_ file: String) -> Bool { FileManager.default.fileExists(atPath: url(file).path) }

    /// Names of the files of a folder with one of the endings, sorted by bytes.
    private func files(in name: String, endings: [String]) -> [String] {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: url(name).path)) ?? []
        return found.filter { file in
            !file.hasPrefix(".") && endings.contains { file.lowercased().hasSuffix("." + $0) }
        }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The root of a YAML file; an absent file is diagnosed only when it is required.
    private mutating func yaml(_ file: String, isRequired: Bool = false) -> YAMLValue? {
        guard isRequired || exists(file) else { return nil }
        guard let source = FileBytes.read(url(file), file: file, limitMegabytes: yamlLimit, &log) else {
            return nil
        }
        guard source.encoding == .utf8 else {
            log.error(.file(.notUTF8), at: SourceLocation(file: file, line: source.firstBadLine))
            return nil
        }
        return parseYAML(source.text(source.start..<source.bytes.count), file: file, log: &log)
    }

    private mutating func csv(_ file: String) -> FileBytes? {
        guard exists(file) else { return nil }
        return FileBytes.read(url(file), file: file, limitMegabytes: csvLimit, &log)
    }

    // MARK: Campaigns

    private mutating func campaignFiles() -> [(id: String, file: String)] {
        var found: [(id: String, file: String)] = []
        for name in files(in: "campaigns", endings: ["yaml", "yml"]) {
            let (id, file) = (
                String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)), "campaigns/\(name)"
            )
            let place = SourceLocation(file: file)
            guard isIdentifier(id) else {
                log.error(.file(.badName(name: name)), at: place)
                continue
            }
            guard !found.contains(where: { $0.id == id }) else {
                log.error(.reference(.duplicate(thing: .campaign, name: id, firstLine: 1)), at: place)
                continue
            }
            found.append((id, file))
        }
        if found.isEmpty, !log.hasErrors {
            log.error(.file(.noCampaign), at: SourceLocation(file: "campaigns"))
        }
        if found.count > 50 {
            log.error(.meaning(.tooMany(thing: .campaign, limit: 50)), at: SourceLocation(file: "campaigns"))
        }
        return Array(found.prefix(50))
    }

    private mutating func profiles() -> [String: VolumeProfile] {
        let file = "profiles.yaml"
        var own: [String: VolumeProfile] = [:]
        var isBroken = false
        if exists(file) {
            let before = log.diagnostics.count
            own = yaml(file).map { ProfileReader.read($0, file: file, &log) } ?? [:]
            isBroken = log.diagnostics.count > before
        }
        let all = ProfileReader.builtIn.merging(own) { _, new in new }
        names.profiles = isBroken ? nil : all.keys.sorted()
        return all
    }

    private mutating func readCampaigns(
        _ files: [(id: String, file: String)], _ profiles: [String: VolumeProfile], _ site: SiteFile?
    ) -> [CampaignFile] {
        var campaigns: [CampaignFile] = []
        for (id, file) in files {
            guard let root = yaml(file, isRequired: true) else { continue }
            let reader = CampaignReader(
                id: id, file: file, names: names, profiles: profiles,
                firstSite: site?.firstSite ?? Identifier(""), interval: site?.intervalMinutes ?? 15)
            if let campaign = reader.read(root, &log) { campaigns.append(campaign) }
        }
        let days = site.flatMap { site in site.start.map { $0...$0 + (site.weeks * 7 - 1) } }
        StatedVolumes(names: names, days: days).settle(&campaigns, &log)
        return campaigns
    }

    // MARK: People

    private mutating func readAgents(_ site: SiteFile) -> AgentList {
        var list = AgentList(names: names, site: site)
        guard let source = csv(AgentList.file) else {
            names.agents = []
            return list
        }
        var own = DiagnosticLog()
        list.read(source, &own)
        log.append(own.capped(listedErrorLimit, file: AgentList.file))
        // After a broken row or quote, nobody knows who else the file names.
        let isBroken = own.diagnostics.contains {
            if case .table = $0.problem { $0.severity == .error } else { false }
        }
        names.agents = isBroken || list.lines.isEmpty && own.hasErrors ? nil : Set(list.lines.keys)
        return list
    }

    private mutating func readPublished(_ site: SiteFile) -> [PublishedShift] {
        var taken: [PublishedDay: SourceLocation] = [:]
        var shifts: [PublishedShift] = []
        for name in files(in: "published", endings: ["csv", "txt"]) {
            guard let source = csv("published/\(name)") else { continue }
            var own = DiagnosticLog()
            shifts += PublishedReader.read(
                source, file: "published/\(name)", names: names, horizonStart: site.start, taken: &taken, &own
            )
            log.append(own.capped(listedErrorLimit, file: "published/\(name)"))
        }
        return shifts.sorted { ($0.date, $0.agent) < ($1.date, $1.agent) }
    }

    // MARK: Histories

    private mutating func readHistories(_ campaigns: [CampaignFile], _ site: SiteFile) -> [History] {
        var histories: [History] = []
        var read: Set<ActivityKey> = []
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
            read.insert(key)
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
            for (activity, place) in campaign.historyPlaces where !read.contains(ActivityKey(id, activity)) {
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
