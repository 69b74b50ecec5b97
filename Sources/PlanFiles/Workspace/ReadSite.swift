import Workforce

/// What `site.yaml` says.
struct SiteFile {
    var name = ""
    var language: String?
    var intervalMinutes = 15
    var start: CivilDate?
    var weeks = 4
    var sites: [Site] = []
    var contracts: [EmploymentContract] = []
    var rooms: [Room] = []
    var supervisors: [Supervisor] = []
    var trainers: [Trainer] = []
    var rules: RulePack?
    var costs: FloorCosts?
    var weights = PlanningWeights()
    var shiftKinds: ShiftKindLimit?
    var sharing: AgentSharing?

    static let file = "site.yaml"

    /// - Parameter names: campaigns must be there; sites and contracts are filled in.
    static func read(
        _ root: YAMLValue, names: inout KnownNames, calendars: WorkspaceCalendars, _ log: inout DiagnosticLog
    ) -> SiteFile? {
        guard var fields = Fields(root, named: file, &log) else { return nil }
        var site = SiteFile()
        site.name = fields.required("name", .text, &log) ?? ""
        site.language = fields.optional("language", .choice(["fr", "en"]), &log)
        site.readGrid(&fields, &log)
        site.readSites(&fields, calendars, &log)
        names.sites = statedIdentifiers(fields, ["sites", "site"])
        site.readRules(&fields, &log)
        site.readContracts(&fields, &log)
        names.contracts = statedIdentifiers(fields, ["contracts"])
        site.readPeople(&fields, names: names, &log)
        site.costs = fields.requiredValue("costs", .mapping, &log).flatMap { readCosts($0, &log) }
        if var weights = fields.mapping("weights", &log) { site.readWeights(&weights, &log) }
        if let kinds = fields.mapping("shiftKinds", &log) { site.shiftKinds = readShiftKinds(kinds, &log) }
        site.sharing = fields.value("sharing").flatMap {
            readSharing($0, interval: site.intervalMinutes, &log)
        }
        fields.finish(&log)
        return site
    }

    /// The `id` of every entry, those that cannot be read for another reason included.
    private static func statedIdentifiers(_ fields: Fields, _ keys: [String]) -> [String] {
        var names: [String] = []
        for entry in fields.keys where keys.contains(entry.key) {
            let items: [YAMLValue] =
                if case .list(let list) = entry.value.content { list } else { [entry.value] }
            for case .mapping(let pairs) in items.map(\.content) {
                for pair in pairs where pair.key == "id" {
                    if case .text(let name) = pair.value.content { names.append(name) }
                }
            }
        }
        return names
    }

    // MARK: Grid

    private mutating func readGrid(_ fields: inout Fields, _ log: inout DiagnosticLog) {
        if let seconds = fields.optional("interval", .minutely, &log) {
            let allowed = [5, 10, 15, 20, 30, 60]
            if seconds % 60 == 0, allowed.contains(seconds / 60) {
                intervalMinutes = seconds / 60
            } else {
                let problem = ValueProblem.malformed(
                    key: "interval", found: Written.duration(seconds),
                    expected: .choice(allowed.map { "\($0)m" }), suggestion: nil)
                log.error(.value(problem), at: fields.place(of: "interval"))
            }
        }
        guard let value = fields.requiredValue("horizon", .mapping, &log),
            var horizon = Fields(value, named: "horizon", &log)
        else { return }
        let first = CivilDate(year: 2000, month: 1, day: 1) ?? CivilDate(dayNumber: 0)
        let last = CivilDate(year: 2100, month: 12, day: 31) ?? first
        if let date = horizon.required("start", .date, first...last, &log) {
            if date.weekday != .monday {
                log.error(.meaning(.notMonday(date: date)), at: horizon.place(of: "start"))
            }
            start = date
        }
        weeks = horizon.optional("weeks", .count, 1...26, &log) ?? 4
        horizon.finish(&log)
    }

    // MARK: Sites

    private mutating func readSites(
        _ fields: inout Fields, _ calendars: WorkspaceCalendars, _ log: inout DiagnosticLog
    ) {
        var register = NameRegister(.site)
        let items = fields.list("sites", &log)
        if let single = fields.value("site") {
            if fields.has("sites") {
                log.error(
                    .meaning(.conflictingKeys(first: "site", second: "sites")),
                    at: fields.keyPlace(of: "site"))
            }
            readSite(single, calendars, &register, &log)
        } else if items.isEmpty, [.nothing, .list].contains(fields.value("sites")?.shape ?? .nothing) {
            log.error(.yaml(.missingKey(key: "sites", expected: .list)), at: fields.keyPlace(of: "sites"))
        }
        for item in limited(items, 50, .site, &log) { readSite(item, calendars, &register, &log) }
    }

    private mutating func readSite(
        _ item: YAMLValue, _ calendars: WorkspaceCalendars, _ register: inout NameRegister,
        _ log: inout DiagnosticLog
    ) {
        guard var fields = Fields(item, named: "site", &log) else { return }
        let id = fields.required("id", .identifier, &log)
        let name = fields.optional("name", .text, &log)
        let zone = fields.optional("timeZone", .text, &log)
        if let zone, !ClockChanges.isTimeZone(zone) {
            let nearest = nearestName(to: zone, among: ClockChanges.timeZoneNames)
            log.error(
                .value(.malformed(key: "timeZone", found: zone, expected: .timeZone, suggestion: nearest)),
                at: fields.place(of: "timeZone"))
        }
        let region = fields.value("holidays")
        let extra = fields.values("extraHolidays", .date, &log).map(\.value)
        let zones = fields.values("schoolHolidays", .text, &log)
        let seats = fields.optional("seats", .count, 1...100_000, &log)
        let blocking = fields.optional("lineBlocking", .share, 0.0001...0.5, &log) ?? 0.001
        fields.finish(&log)
        let holidays = calendars.holidays(region, extraDates: Set(extra), &log)
        let schoolHolidays = calendars.schoolHolidays(
            zones: zones, horizonEnd: start.map { $0 + (weeks * 7 - 1) }, &log)
        guard let id, register.add(id, at: fields.place(of: "id"), &log) else { return }
        sites.append(
            Site(
                id: Identifier(id), name: name ?? id, timeZone: zone ?? "Europe/Paris",
                holidays: holidays, schoolHolidays: schoolHolidays, seats: seats, lineBlocking: blocking))
    }

    /// The site that entries without one belong to.
    var firstSite: Identifier<Site> { sites.first?.id ?? Identifier("") }

    private func limited(
        _ items: [YAMLValue], _ limit: Int, _ thing: NamedThing, _ log: inout DiagnosticLog
    ) -> [YAMLValue] {
        if items.count > limit {
            log.error(.meaning(.tooMany(thing: thing, limit: limit)), at: items[limit].place)
        }
        return Array(items.prefix(limit))
    }

    // MARK: Rules

    private mutating func readRules(_ fields: inout Fields, _ log: inout DiagnosticLog) {
        let name = fields.optional("rulePack", .text, &log) ?? "idcc2098"
        let overrides = fields.value("rules")
        guard RuleReader.packNames.contains(name) else {
            let nearest = nearestName(to: name, among: RuleReader.packNames) ?? RuleReader.packNames[0]
            log.error(
                .reference(.unknown(thing: .rulePack, name: name, nearest: nearest)),
                at: fields.place(of: "rulePack"))
            return
        }
        rules = RuleReader.read(name: name, overrides: overrides, &log)
        guard let work = rules?.work else { return }
        let place = fields.has("rules") ? fields.keyPlace(of: "rules") : fields.keyPlace(of: "interval")
        let interval = Written.minutes(intervalMinutes)
        for (key, minutes) in [
            ("restBreak", work.restBreakMinutes), ("lunch", work.lunchMinutes.lowerBound),
        ] where minutes % intervalMinutes != 0 {
            log.warning(
                .meaning(.offGridBreak(key: key, found: Written.minutes(minutes), interval: interval)),
                at: place)
        }
        if work.minimumCallStretchMinutes > work.maximumCallStretchMinutes {
            log.error(
                .meaning(
                    .endBeforeStart(
                        key: "minimumCallStretch", start: Written.minutes(work.minimumCallStretchMinutes),
                        end: Written.minutes(work.maximumCallStretchMinutes))), at: place)
        }
    }

    // MARK: Contracts

    private mutating func readContracts(_ fields: inout Fields, _ log: inout DiagnosticLog) {
        let stated = fields.optional("defaultWage", .money, 1...500, &log).map { UnitPrice(euros: $0) }
        let minimum = start.flatMap { rules?.tariff.minimumWage(on: $0) }
        let wage = stated ?? minimum ?? UnitPrice(euros: 12.31)
        guard let value = fields.requiredValue("contracts", .list, &log) else { return }
        let items = fields.list("contracts", &log)
        if items.isEmpty, case .list = value.content {
            log.error(
                .yaml(.missingKey(key: "contracts", expected: .list)), at: fields.keyPlace(of: "contracts"))
        }
        var register = NameRegister(.contract)
        for item in limited(items, 100, .contract, &log) {
            guard var entry = Fields(item, named: "contracts", &log) else { continue }
            let reader = ContractReader(
                interval: intervalMinutes, rules: rules?.work, defaultWage: wage, minimum: minimum)
            if let contract = reader.read(&entry, &log),
                register.add(contract.id.name, at: entry.place(of: "id"), &log)
            {
                contracts.append(contract)
            }
        }
    }

    // MARK: Rooms and people who lead and teach

    private mutating func readPeople(_ fields: inout Fields, names: KnownNames, _ log: inout DiagnosticLog) {
        var rooms = NameRegister(.room)
        for item in limited(fields.list("rooms", &log), 1000, .room, &log) {
            guard var entry = Fields(item, named: "rooms", &log) else { continue }
            let id = entry.required("id", .identifier, &log)
            let site = site(of: &entry, names, &log)
            let capacity = entry.required("capacity", .count, 1...500, &log)
            entry.finish(&log)
            if let id, let site, let capacity, rooms.add(id, at: entry.place(of: "id"), &log) {
                self.rooms.append(Room(id: Identifier(id), site: site, capacity: capacity))
            }
        }
        var supervisors = NameRegister(.supervisor)
        for item in limited(fields.list("supervisors", &log), 1000, .supervisor, &log) {
            guard let person = readPerson(item, "supervisors", names, &supervisors, &log) else { continue }
            self.supervisors.append(
                Supervisor(
                    id: Identifier(person.id), name: person.name, site: person.site,
                    campaigns: person.campaigns,
                    hours: person.hours))
        }
        var trainers = NameRegister(.trainer)
        for item in limited(fields.list("trainers", &log), 1000, .trainer, &log) {
            guard let person = readPerson(item, "trainers", names, &trainers, &log) else { continue }
            self.trainers.append(
                Trainer(
                    id: Identifier(person.id), name: person.name, site: person.site,
                    campaigns: person.campaigns,
                    hours: person.hours))
        }
    }

    private struct Person {
        var id: String
        var name: String
        var site: Identifier<Site>
        var campaigns: [Identifier<Campaign>]
        var hours: [ClockRange?]
    }

    private func site(
        of fields: inout Fields, _ names: KnownNames, _ log: inout DiagnosticLog
    ) -> Identifier<Site>? {
        guard let value = fields.value("site") else { return firstSite }
        guard let id = Fields.read(value, named: "site", .text, &log) else { return nil }
        return names.check(id, .site, at: value.place, &log) ? Identifier(id) : nil
    }

    private func readPerson(
        _ item: YAMLValue, _ list: String, _ names: KnownNames, _ register: inout NameRegister,
        _ log: inout DiagnosticLog
    ) -> Person? {
        guard var fields = Fields(item, named: list, &log) else { return nil }
        let id = fields.required("id", .identifier, &log)
        let name = fields.optional("name", .text, &log)
        let site = site(of: &fields, names, &log)
        let campaigns = fields.values("campaigns", .text, &log)
            .filter { names.check($0.value, .campaign, at: $0.place, &log) }.map {
                Identifier<Campaign>($0.value)
            }
        let hours = fields.requiredValue("hours", .weekdayHours, &log)
            .flatMap { Fields($0, named: "hours", &log) }
        var week: [ClockRange?] = []
        if let hours {
            for (day, stretches) in WeekHours.week(hours, &log).enumerated() {
                if stretches.count > 1 {
                    let (first, second) = (WeekHours.written(stretches[0]), WeekHours.written(stretches[1]))
                    let problem = ValueProblem.malformed(
                        key: WeekdayText.english[day], found: "\(first), \(second)", expected: .hours,
                        suggestion: WeekHours.written(
                            ClockRange(stretches[0].start, stretches[stretches.count - 1].end)))
                    log.error(.value(problem), at: hours.place)
                }
                week.append(stretches.first)
            }
        }
        fields.finish(&log)
        guard let id, let site, hours != nil, register.add(id, at: fields.place(of: "id"), &log) else {
            return nil
        }
        return Person(id: id, name: name ?? id, site: site, campaigns: campaigns, hours: week)
    }
}
