import Workforce

/// A campaign file, read, with the places that later checks point at.
struct CampaignFile {
    var campaign: Campaign
    var file: String
    var skillPlaces: [String: SourceLocation] = [:]
    /// Activities that forecast from a history, with where they are described.
    var historyPlaces: [(activity: Identifier<Activity>, place: SourceLocation)] = []
    var statedVolumes: [StatedVolume] = []
}

/// Reads `campaigns/<id>.yaml`.
struct CampaignReader {
    let id: String
    let file: String
    let names: KnownNames
    let profiles: [String: VolumeProfile]
    let firstSite: Identifier<Site>
    let interval: Int

    /// Nil, with diagnostics, when the campaign cannot be made from the file.
    func read(_ root: YAMLValue, _ log: inout DiagnosticLog) -> CampaignFile? {
        guard var fields = Fields(root, named: file, &log) else { return nil }
        let name = fields.optional("name", .text, &log)
        let client = fields.required("client", .text, &log)
        let site = fields.optional("site", .text, &log)
        if let site, !names.check(site, .site, at: fields.place(of: "site"), &log) { return nil }
        let hours = openingHours(&fields, &log)
        let skills = fields.values("skills", .identifier, &log)
        let (launch, end) = dates(&fields, "launch", "end", &log)
        let minimum = fields.optional("minimumStaffing", .count, 0...5000, &log)
        let training = fields.mapping("training", &log).flatMap { self.training($0, &log) }
        let shrinkage = fields.mapping("shrinkage", &log).map { self.shrinkage($0, &log) } ?? .none
        let sizing = fields.mapping("sizing", &log).map { self.sizing($0, &log) } ?? SizingMethod()
        let price = fields.mapping("price", &log).map { self.price($0, &log) } ?? PriceTerms()
        let quality = fields.mapping("quality", &log).flatMap { self.quality($0, &log) }
        let curve = fields.mapping("learningCurve", &log).flatMap { learningCurve($0, &log) }
        var places = ActivityPlaces()
        let activities = self.activities(&fields, &places, &log)
        if curve != nil {
            checkLearningCurve(of: activities, at: fields.keyPlace(of: "learningCurve"), &log)
        }
        fields.finish(&log)
        guard let client, let hours, !activities.isEmpty else { return nil }
        let campaign = Campaign(
            id: Identifier(id), name: name ?? id, client: client,
            site: site.map { Identifier($0) } ?? firstSite,
            openingHours: hours, activities: activities,
            requiredSkills: Set(skills.map { Identifier($0.value) }),
            launch: launch, end: end, training: training, shrinkage: shrinkage,
            sizing: sizing, minimumStaffing: minimum ?? 0, priceTerms: price, quality: quality,
            learningCurve: curve)
        return CampaignFile(
            campaign: campaign, file: file,
            skillPlaces: Dictionary(
                (skills + places.skills).map { ($0.value, $0.place) },
                uniquingKeysWith: { first, _ in first }),
            historyPlaces: places.histories, statedVolumes: places.statedVolumes)
    }

    private func dates(
        _ fields: inout Fields, _ first: String, _ last: String, _ log: inout DiagnosticLog
    ) -> (CivilDate?, CivilDate?) {
        let start = fields.optional(first, .date, &log)
        let end = fields.optional(last, .date, &log)
        if let start, let end, end < start {
            let problem = MeaningProblem.endBeforeStart(
                key: "\(first)…\(last)", start: start.iso8601, end: end.iso8601)
            log.error(.meaning(problem), at: fields.place(of: last))
        }
        return (start, end)
    }

    // MARK: Opening hours

    private func openingHours(_ fields: inout Fields, _ log: inout DiagnosticLog) -> OpeningHours? {
        guard let value = fields.requiredValue("openingHours", .weekdayHours, &log),
            let hours = Fields(value, named: "openingHours", &log)
        else { return nil }
        var onHolidays: [ClockRange]? = []
        var exceptions: [CivilDate: [ClockRange]] = [:]
        let week = WeekHours.week(hours, &log) { entry, log in
            if ["holidays", "jours fériés", "fériés"].contains(entry.key.lowercased()) {
                if case .text(let text) = entry.value.content,
                    ["normal", "as usual"].contains(text.lowercased())
                {
                    onHolidays = nil
                } else {
                    onHolidays = WeekHours.stretches(entry.value, named: entry.key, &log) ?? []
                }
                return true
            }
            guard let date = MomentText.date(entry.key) else { return false }
            exceptions[date] = WeekHours.stretches(entry.value, named: entry.key, &log) ?? []
            return true
        }
        checkGrid(
            week.flatMap { $0 } + (onHolidays ?? []) + exceptions.values.flatMap { $0 }, at: value.place, &log
        )
        if week.allSatisfy(\.isEmpty), exceptions.values.allSatisfy(\.isEmpty) {
            log.error(.meaning(.neverOpen), at: value.place)
        }
        return OpeningHours(weekdays: week, onHolidays: onHolidays, exceptions: exceptions)
    }

    /// Hours that begin or end inside an interval open and close with the next one.
    private func checkGrid(_ ranges: [ClockRange], at place: SourceLocation, _ log: inout DiagnosticLog) {
        for clock in Set(ranges.flatMap { [$0.start, $0.end] }).sorted() where clock.minute % interval != 0 {
            let next = ClockTime(minute: (clock.minute + interval - 1) / interval * interval)
            let problem = ValueProblem.notMultiple(
                key: "openingHours", found: "\(clock)", step: Written.minutes(interval), nearest: "\(next)")
            log.warning(.value(problem), at: place)
        }
    }

    // MARK: Parts of a campaign

    private func training(_ given: Fields, _ log: inout DiagnosticLog) -> TrainingNeed? {
        var fields = given
        let length = fields.required("sessionLength", .minutely, 900...28_800, &log)
        let sessions = fields.optional("sessions", .count, 1...50, &log) ?? 1
        let size = fields.range("classSize", .countRange, within: 1...100, &log) ?? 1...12
        fields.finish(&log)
        guard let length else { return nil }
        let step = interval * 60
        if length % step != 0 {
            let near = max(step, (length + step / 2) / step * step)
            let problem = ValueProblem.notMultiple(
                key: "sessionLength", found: Written.duration(length), step: Written.duration(step),
                nearest: Written.duration(near))
            log.error(.value(problem), at: fields.place(of: "sessionLength"))
        }
        return TrainingNeed(sessionMinutes: length / 60, sessions: sessions, classSize: size)
    }

    private func shrinkage(_ given: Fields, _ log: inout DiagnosticLog) -> Shrinkage {
        var fields = given
        let external = fields.optional("external", .share, 0...0.9, &log) ?? 0
        let `internal` = fields.optional("internal", .share, 0...0.9, &log) ?? 0
        fields.finish(&log)
        return Shrinkage(external: external, internal: `internal`)
    }

    private func price(_ given: Fields, _ log: inout DiagnosticLog) -> PriceTerms {
        var fields = given
        let basis = fields.optional("basis", .choice(PriceBasis.allCases.map(\.rawValue)), &log)
        let unit = fields.optional("unitPrice", .money, 0...1e6, &log)
        let margin = fields.optional("targetMargin", .share, 0...0.95, &log) ?? 0.2
        let setup = fields.optional("setupFee", .money, 0...1e7, &log) ?? 0
        let bills = fields.optional("billsTraining", .yesNo, &log) ?? false
        fields.finish(&log)
        return PriceTerms(
            basis: basis.flatMap(PriceBasis.init(rawValue:)) ?? .loggedHour,
            unitPrice: unit.map { UnitPrice(euros: $0) }, targetMargin: margin, setupFee: Money(euros: setup),
            billsTraining: bills)
    }

    private func quality(_ given: Fields, _ log: inout DiagnosticLog) -> QualityPlan? {
        var fields = given
        let count = fields.required("listeningsPerAgentAndMonth", .count, 0...100, &log)
        let length = fields.optional("listeningLength", .minutely, 60...14_400, &log) ?? 900
        fields.finish(&log)
        return count.map { QualityPlan(listeningsPerAgentAndMonth: $0, listeningMinutes: length / 60) }
    }

    // MARK: Activities

    private func activities(
        _ fields: inout Fields, _ places: inout ActivityPlaces, _ log: inout DiagnosticLog
    ) -> [Activity] {
        guard let several = fields.value("activities") else {
            let reader = ActivityReader(profiles: profiles, names: names, isWholeCampaign: true)
            guard let read = reader.read(&fields, &log) else { return [] }
            let activity = Activity(id: Identifier(read.channelName), channel: read.channel)
            places.add(read, as: activity.id)
            return [activity]
        }
        if fields.has("channel") {
            log.error(
                .meaning(.conflictingKeys(first: "channel", second: "activities")),
                at: fields.keyPlace(of: "channel"))
            _ = fields.value("channel")
        }
        guard let entries = Fields(several, named: "activities", &log) else { return [] }
        if entries.keys.isEmpty {
            log.error(.yaml(.missingKey(key: "activities", expected: .mapping)), at: several.place)
        }
        if entries.keys.count > 10 {
            log.error(.meaning(.tooMany(thing: .activity, limit: 10)), at: entries.keys[10].place)
        }
        var found: [Activity] = []
        var shares: [SharedDemand] = []
        for entry in entries.keys.prefix(10) {
            guard isIdentifier(entry.key) else {
                log.error(
                    .value(
                        .malformed(key: "activity", found: entry.key, expected: .identifier, suggestion: nil)),
                    at: entry.place)
                continue
            }
            guard var own = Fields(entry.value, named: entry.key, &log) else { continue }
            let reader = ActivityReader(profiles: profiles, names: names, isWholeCampaign: false)
            let needed = own.values("skills", .identifier, &log)
            let priority = own.optional("priority", .count, 1...10, &log)
            places.skills += needed
            if let read = reader.read(&own, &log) {
                found.append(
                    Activity(
                        id: Identifier(entry.key), channel: read.channel,
                        requiredSkills: Set(needed.map { Identifier($0.value) }), priority: priority ?? 1))
                if case .share(let origin, _)? = read.channel.demand {
                    shares.append(SharedDemand(source: origin, place: own.place(of: "from")))
                }
                places.add(read, as: Identifier(entry.key))
            }
            own.finish(&log)
        }
        SharedDemand.check(shares, among: found, stated: entries.keys.map(\.key), &log)
        return found
    }
}

/// Places in a campaign's activities that later checks point at.
private struct ActivityPlaces {
    var histories: [(activity: Identifier<Activity>, place: SourceLocation)] = []
    var statedVolumes: [StatedVolume] = []
    var skills: [(value: String, place: SourceLocation)] = []

    mutating func add(_ read: ReadActivity, as activity: Identifier<Activity>) {
        if let place = read.historyPlace { histories.append((activity, place)) }
        if let stated = read.statedVolume(of: activity) { statedVolumes.append(stated) }
    }
}
