import Workforce

/// The lines of `agents.csv`, with the line of each agent.
struct AgentList {
    static let file = "agents.csv"
    static let limit = 5000

    private(set) var agents: [Agent] = []
    /// Line of every identifier in the file, those of rows in error included.
    private(set) var lines: [String: Int] = [:]

    private enum Column {
        static let id = 0, lastName = 1, firstName = 2, contract = 3, hours = 4, site = 5, skills = 6
        static let campaigns = 7, hired = 8, wage = 9, unavailable = 10
    }

    private static let columns = [
        TableColumn("matricule", ["id", "employee", "employee number", "agent"], required: true),
        TableColumn("nom", ["lastName", "surname", "name"], required: true),
        TableColumn("prénom", ["firstName", "given name"]),
        TableColumn("contrat", ["contract"], required: true),
        TableColumn("heures", ["hours", "weeklyHours", "heures hebdo"]),
        TableColumn("site", ["lieu"]),
        TableColumn("compétences", ["skills", "competences"]),
        TableColumn("campagnes", ["campaigns", "campagne", "campaign"]),
        TableColumn("ancienneté", ["hired", "seniority", "embauche", "date d'embauche", "hire date"]),
        TableColumn("taux", ["wage", "rate", "taux horaire", "hourly wage"]),
        TableColumn("indisponibilités", ["unavailable", "indispo", "unavailability", "availability"]),
    ]

    let names: KnownNames
    let site: SiteFile

    init(names: KnownNames, site: SiteFile) {
        self.names = names
        self.site = site
    }

    mutating func read(_ source: FileBytes, _ log: inout DiagnosticLog) {
        guard var table = CSVTable(source, file: Self.file, columns: Self.columns, &log) else { return }
        var register = NameRegister(.agent)
        while table.next(&log) {
            if agents.count == Self.limit {
                log.error(.meaning(.tooMany(thing: .agent, limit: Self.limit)), at: table.place)
                return
            }
            if let id = table.text(Column.id), lines[id] == nil { lines[id] = table.line }
            guard let agent = agent(table, &log),
                register.add(agent.id.name, at: table.place(Column.id), &log)
            else { continue }
            agents.append(agent)
        }
    }

    private func agent(_ table: CSVTable, _ log: inout DiagnosticLog) -> Agent? {
        let id = table.required(Column.id, &log) == nil ? nil : table.read(Column.id, .identifier, &log)
        let lastName = table.required(Column.lastName, &log)
        let contract = table.required(Column.contract, &log)
        let isKnown =
            contract.map { names.check($0, .contract, at: table.place(Column.contract), &log) } ?? false
        if let contract, isKnown { checkHours(table, contract, &log) }
        let home = table.text(Column.site)
        let isHomeKnown = home.map { names.check($0, .site, at: table.place(Column.site), &log) } ?? false
        let campaigns = table.list(Column.campaigns)
            .filter { names.check($0, .campaign, at: table.place(Column.campaigns), &log) }
        let skills = table.list(Column.skills)
        for skill in skills where !isIdentifier(skill) {
            log.error(
                .value(.malformed(key: "compétences", found: skill, expected: .identifier, suggestion: nil)),
                at: table.place(Column.skills))
        }
        let hired = hireDate(table, &log)
        let wage = wage(table, &log)
        let (days, window) = unavailability(table, &log)
        guard let id, let lastName, let contract, isKnown else { return nil }
        var seen: Set<String> = []
        let ordered = campaigns.filter { seen.insert($0).inserted }
        return Agent(
            id: Identifier(id), firstName: table.text(Column.firstName) ?? "", lastName: lastName,
            contract: Identifier(contract), site: isHomeKnown ? Identifier(home ?? "") : site.firstSite,
            skills: Set(skills.map { Identifier($0) }), homeCampaign: ordered.first.map { Identifier($0) },
            secondaryCampaigns: ordered.dropFirst().map { Identifier($0) }, hired: hired,
            grossHourlyWage: wage,
            unavailableWeekdays: days, availableWindow: window)
    }

    /// The contract's hours count; other hours are named.
    private func checkHours(_ table: CSVTable, _ contract: String, _ log: inout DiagnosticLog) {
        guard let text = table.text(Column.hours) else { return }
        let bare = Decimal.parse(text).map { Int((min(1e6, max(0, $0)) * 3600).rounded()) }
        guard let seconds = bare ?? table.read(Column.hours, .duration, &log) else { return }
        guard let minutes = site.contracts.first(where: { $0.id.name == contract })?.weeklyMinutes,
            seconds != minutes * 60
        else { return }
        let problem = MeaningProblem.hoursDiffer(
            stated: text, contract: contract, contractHours: Written.minutes(minutes))
        log.warning(.meaning(problem), at: table.place(Column.hours))
    }

    /// A date, or a seniority counted back from the first day of the horizon.
    private func hireDate(_ table: CSVTable, _ log: inout DiagnosticLog) -> CivilDate? {
        guard let text = table.text(Column.hired) else { return nil }
        if let date = MomentText.date(text) { return date }
        let digits = text.prefix { $0.isNumber }
        let unit = CSVTable.folded(String(text.dropFirst(digits.count)))
        let isYears = ["an", "ans", "year", "years", "y", "a"].contains(unit)
        if let count = Decimal.count(digits), (0...(isYears ? 60 : 720)).contains(count),
            isYears || ["mois", "month", "months", "m"].contains(unit)
        {
            return site.start.flatMap { AgentList.months(isYears ? count * 12 : count, before: $0) }
        }
        log.error(
            .value(.malformed(key: "ancienneté", found: text, expected: .seniority, suggestion: nil)),
            at: table.place(Column.hired))
        return nil
    }

    private static func months(_ count: Int, before date: CivilDate) -> CivilDate? {
        let (year, month, day) = date.components
        let index = year * 12 + month - 1 - count
        let (y, m) = (index / 12, index % 12 + 1)
        return CivilDate(year: y, month: m, day: min(day, CivilDate.daysInMonth(year: y, month: m)))
    }

    private func wage(_ table: CSVTable, _ log: inout DiagnosticLog) -> UnitPrice? {
        guard let euros = table.read(Column.wage, .money, 1...500, &log) else { return nil }
        let wage = UnitPrice(euros: euros)
        if let start = site.start, let minimum = site.rules?.tariff.minimumWage(on: start), wage < minimum {
            let problem = MeaningProblem.wageBelowMinimum(
                wage: Written.money(euros), minimum: Written.money(minimum.euros))
            log.warning(.meaning(problem), at: table.place(Column.wage))
        }
        return wage
    }

    /// Weekdays never worked, and the window that can be worked.
    private func unavailability(
        _ table: CSVTable, _ log: inout DiagnosticLog
    ) -> (Set<Weekday>, ClockRange?) {
        var days: Set<Weekday> = []
        var window: ClockRange?
        for item in table.list(Column.unavailable) {
            if let found = WeekdayText.days(item) {
                days.formUnion(found)
            } else if let range = MomentText.range(item), window == nil {
                window = range
            } else {
                log.error(
                    .value(
                        .malformed(
                            key: "indisponibilités", found: item, expected: .days,
                            suggestion: "mer|08:00-16:30")),
                    at: table.place(Column.unavailable))
            }
        }
        return (days, window)
    }
}
