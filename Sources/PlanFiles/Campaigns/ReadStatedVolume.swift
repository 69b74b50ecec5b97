import Workforce

/// Volumes that a client states instead of a history.
extension ActivityReader {
    func demand(_ fields: inout Fields, _ log: inout DiagnosticLog) -> DemandSource? {
        let plan = volumePlan(&fields, &log)
        let name = fields.optional("profile", .text, &log)
        let other = fields.optional("like", .activity, &log)
        let variation = fields.optional("volumeUncertainty", .share, 0...1, &log)
        if !fields.has("volume") {
            for key in ["profile", "like", "volumeUncertainty"] where fields.has(key) {
                log.error(.meaning(.requires(key: key, other: "volume")), at: fields.keyPlace(of: key))
            }
            return .history
        }
        if fields.has("profile"), fields.has("like") {
            log.error(
                .meaning(.conflictingKeys(first: "profile", second: "like")), at: fields.keyPlace(of: "like"))
            return nil
        }
        if let name, !names.check(name, .profile, at: fields.place(of: "profile"), &log) { return nil }
        var spread = profiles[name ?? "officeHours"].map { VolumeSpread.profile($0) }
        if fields.has("like") {
            // Which activity it is shows once all campaigns are read: see `StatedVolumes`.
            spread = other.map {
                .like(ActivityKey(Identifier($0.campaign), Identifier($0.activity ?? "")))
            }
        }
        guard let plan, let spread else { return nil }
        return .monthlyVolume(plan, spread: spread, variation: variation ?? DemandSource.usualVariation)
    }

    /// `12000/month`, or a mapping from months to contacts.
    private func volumePlan(_ fields: inout Fields, _ log: inout DiagnosticLog) -> VolumePlan? {
        guard let value = fields.value("volume") else { return nil }
        guard case .mapping(let entries) = value.content else {
            return Fields.read(value, named: "volume", .monthlyVolume, 0...1e8, &log).map { .everyMonth($0) }
        }
        var months: [MonthVolume] = []
        var keys: [CalendarMonth: String] = [:]
        var isWhole = true
        for entry in entries {
            let format = ValueFormat<CalendarMonth>.month
            guard let month = format.parse(entry.key) else {
                let problem = ValueProblem.malformed(
                    key: "volume", found: entry.key, expected: format.kind,
                    suggestion: format.suggest(entry.key))
                log.error(.value(problem), at: entry.place)
                isWhole = false
                continue
            }
            if let first = keys[month] {
                log.error(.meaning(.conflictingKeys(first: first, second: entry.key)), at: entry.place)
                isWhole = false
            }
            keys[month] = entry.key
            let contacts = Fields.read(entry.value, named: entry.key, .monthContacts, 0...100_000_000, &log)
            guard let contacts else {
                isWhole = false
                continue
            }
            months.append(MonthVolume(month: month, contacts: Double(contacts)))
        }
        return isWhole ? .months(months.sorted { $0.month < $1.month }) : nil
    }
}
