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
        let calendars = WorkspaceCalendars(folder: folder, &log)
        let site = yaml(SiteFile.file, isRequired: true)
            .flatMap { SiteFile.read($0, names: &names, calendars: calendars, &log) }
        language = site?.language
        let profiles = self.profiles()
        let campaigns = readCampaigns(campaignFiles, profiles, site)
        let base = site ?? SiteFile()
        let agents = readAgents(base)
        let requests = csv(RequestReader.file).map { RequestReader.read($0, names: names, &log) } ?? []
        let published = readPublished(base)
        let variants = yaml(VariantReader.file).map { VariantReader.read($0, names: names, &log) } ?? []
        let histories = readHistories(campaigns, base)
        let events = table(EventReader.file) { [names] in
            EventReader.read($0, file: EventReader.file, names: names, &$1)
        }
        let corrections = OverrideReader(names: names, activities: activityNames(campaigns))
        let overrides = table(OverrideReader.file) { corrections.read($0, file: OverrideReader.file, &$1) }
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
            rules: rules, costs: costs, weights: site.weights, variants: variants, events: events,
            overrides: overrides, shiftKinds: site.shiftKinds, sharing: site.sharing)
    }

    // MARK: Files

    func url(_ file: String) -> URL { folder.appendingPathComponent(file) }

    private func exists(_ file: String) -> Bool { FileManager.default.fileExists(atPath: url(file).path) }

    /// Names of the files of a folder with one of the endings, sorted by bytes.
    func files(in name: String, endings: [String]) -> [String] {
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

    /// The values of an optional CSV file; none where it is absent.
    private mutating func table<Value>(
        _ file: String, _ read: (FileBytes, inout DiagnosticLog) -> [Value]
    ) -> [Value] {
        guard let source = csv(file) else { return [] }
        var own = DiagnosticLog()
        defer { log.append(own.capped(listedErrorLimit, file: file)) }
        return read(source, &own)
    }

    /// Activities of the campaigns that could be read.
    private func activityNames(_ campaigns: [CampaignFile]) -> [String: [String]] {
        Dictionary(
            campaigns.map { ($0.campaign.id.name, $0.campaign.activities.map(\.id.name)) },
            uniquingKeysWith: { first, _ in first })
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
}
