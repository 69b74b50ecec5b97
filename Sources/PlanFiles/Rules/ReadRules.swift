import Workforce

/// Reads the embedded rule pack of a name, with the workspace's overrides laid over it.
struct RuleReader {
    /// Where each figure comes from, by key path.
    private(set) var sources: [String: String] = [:]

    static let packNames = ["idcc2098"]

    private static func packText(_ name: String) -> String? {
        switch name {
        case "idcc2098": String(decoding: PackageResources.idcc2098_yaml, as: UTF8.self)
        default: nil
        }
    }

    /// The rule pack as built in. Nil for an unknown name.
    static func builtIn(_ name: String) -> RulePack? {
        var log = DiagnosticLog()
        return read(name: name, overrides: nil, &log)
    }

    /// - Parameter overrides: the mapping under `rules`, if any.
    static func read(name: String, overrides: YAMLValue?, _ log: inout DiagnosticLog) -> RulePack? {
        let file = "\(name).yaml"
        var packLog = DiagnosticLog()
        guard let text = packText(name), let root = parseYAML(text, file: file, log: &packLog),
            var pack = Fields(root, named: "rules", &packLog)
        else { return nil }
        var reader = RuleReader()
        var own: Fields? = overrides.flatMap { $0.shape == .nothing ? nil : Fields($0, named: "rules", &log) }
        var ownWork = own?.mapping("work", &log)
        var ownTariff = own?.mapping("tariff", &log)
        var packWork = pack.mapping("work", &packLog)
        var packTariff = pack.mapping("tariff", &packLog)
        let work = reader.work(&packWork, &ownWork, &packLog, &log)
        let tariff = reader.tariff(&packTariff, &ownTariff, &packLog, &log)
        var calling = reader.calling(pack.list("calling", &packLog), &packLog)
        if own?.has("calling") == true, let items = own?.list("calling", &log) {
            calling = reader.calling(items, &log)
        }
        ownWork?.finish(&log)
        ownTariff?.finish(&log)
        own?.finish(&log)
        guard let work, let tariff else { return nil }
        return RulePack(name: name, work: work, calling: calling, tariff: tariff, sources: reader.sources)
    }

    // MARK: One figure

    /// The override where it reads, else the pack's figure; notes the source of what is used.
    private mutating func figure<Value>(
        _ path: String, _ key: String, _ pack: inout Fields?, _ own: inout Fields?,
        _ packLog: inout DiagnosticLog, _ log: inout DiagnosticLog,
        _ read: (YAMLValue, inout DiagnosticLog) -> Value?
    ) -> Value? {
        if let given = own?.value(key), let value = sourced(given, key, "\(path).\(key)", &log),
            let found = read(value, &log)
        {
            return found
        }
        guard let given = pack?.value(key) else { return nil }
        let isOverridden = own?.has(key) == true
        let kept = sources["\(path).\(key)"]
        guard let value = sourced(given, key, "\(path).\(key)", &packLog) else { return nil }
        if isOverridden { sources["\(path).\(key)"] = kept }
        return read(value, &packLog)
    }

    /// A bare value, or the `value` of `{value, source, date}`.
    private mutating func sourced(
        _ given: YAMLValue, _ key: String, _ path: String, _ log: inout DiagnosticLog
    ) -> YAMLValue? {
        guard case .mapping = given.content, var fields = Fields(given, named: key, &log) else {
            sources[path] = "\(given.place.file):\(given.place.line)"
            return given
        }
        let value = fields.requiredValue("value", .text, &log)
        note(path, &fields, &log)
        fields.finish(&log)
        return value
    }

    private mutating func note(_ path: String, _ fields: inout Fields, _ log: inout DiagnosticLog) {
        let source = fields.optional("source", .text, &log)
        let date = fields.optional("date", .date, &log)
        let place = "\(fields.place.file):\(fields.place.line)"
        sources[path] = (source ?? place) + (date.map { " (\($0))" } ?? "")
    }

    // MARK: Working time

    private mutating func work(
        _ pack: inout Fields?, _ own: inout Fields?, _ packLog: inout DiagnosticLog,
        _ log: inout DiagnosticLog
    ) -> WorkRules? {
        func minutes(_ key: String, _ range: ClosedRange<Int>) -> Int {
            // Seconds in the file, whole minutes in the rules.
            figure("work", key, &pack, &own, &packLog, &log) { value, log in
                Fields.read(
                    value, named: key, .minutely, (range.lowerBound * 60)...(range.upperBound * 60), &log)
            }.map { $0 / 60 } ?? 0
        }
        func share(_ key: String) -> Double {
            figure("work", key, &pack, &own, &packLog, &log) { value, log in
                Fields.read(value, named: key, .share, 0...3, &log)
            } ?? 0
        }
        func hours(_ key: String) -> ClockRange {
            figure("work", key, &pack, &own, &packLog, &log) { value, log in
                Fields.read(value, named: key, .hours, &log)
            } ?? ClockRange(.midnight, .endOfDay)
        }
        let days = figure("work", "maximumConsecutiveDays", &pack, &own, &packLog, &log) { value, log in
            Fields.read(value, named: "maximumConsecutiveDays", .count, 1...14, &log)
        }
        let lunch: ClosedRange<Int>? = figure("work", "lunch", &pack, &own, &packLog, &log) { value, log in
            RuleReader.lunch(value, &log)
        }
        let day = 1440
        return WorkRules(
            maximumDailyEffectiveMinutes: minutes("maximumDailyEffective", 60...day),
            maximumDailySpanMinutes: minutes("maximumDailySpan", 60...day),
            maximumWeeklyEffectiveMinutes: minutes("maximumWeeklyEffective", 60...(7 * day)),
            minimumDailyRestMinutes: minutes("minimumDailyRest", 0...day),
            minimumWeeklyRestMinutes: minutes("minimumWeeklyRest", 0...(6 * day)),
            maximumConsecutiveDays: days ?? 6,
            maximumCallStretchMinutes: minutes("maximumCallStretch", 15...day),
            minimumCallStretchMinutes: minutes("minimumCallStretch", 0...720),
            restBreakMinutes: minutes("restBreak", 0...120),
            workPerRestBreakMinutes: minutes("workPerRestBreak", 0...day),
            lunchRequiredFromMinutes: minutes("lunchRequiredFrom", 0...day),
            lunchMinutes: lunch ?? 45...60, lunchWindow: hours("lunchWindow"),
            lunchLatestAfterMinutes: minutes("lunchLatestAfter", 0...day),
            legalWeeklyMinutes: minutes("legalWeek", 60...(7 * day)),
            partTimeMinimumWeeklyMinutes: minutes("partTimeMinimumWeek", 0...(7 * day)),
            sundayPremium: share("sundayPremium"), holidayPremium: share("holidayPremium"),
            nightPremium: share("nightPremium"), dayWindow: hours("dayWindow"),
            overtime: OvertimeRules(
                premium: share("overtimePremium"), firstMinutes: minutes("overtimeFirst", 0...(7 * day)),
                furtherPremium: share("overtimeFurtherPremium"),
                complementaryShare: share("complementaryShare"),
                complementaryPremium: share("complementaryPremium"),
                complementaryLimit: share("complementaryLimit"),
                complementaryFurtherPremium: share("complementaryFurtherPremium")),
            longestInterruptionMinutes: minutes("longestInterruption", 0...720),
            shortestPartMinutes: minutes("shortestPart", 0...720))
    }

    private static func lunch(_ value: YAMLValue, _ log: inout DiagnosticLog) -> ClosedRange<Int>? {
        guard let found = Fields.read(value, named: "lunch", .durationRange, &log) else { return nil }
        let bounds = ValueBounds(kind: .durationRange, low: "15m", high: "3h")
        let text = ValueFormat<ClosedRange<Int>>.durationRange.written(found)
        if found.lowerBound < 900 {
            log.error(.value(.below(key: "lunch", found: text, bounds: bounds)), at: value.place)
            return nil
        }
        if found.upperBound > 10_800 {
            log.error(.value(.above(key: "lunch", found: text, bounds: bounds)), at: value.place)
            return nil
        }
        return (found.lowerBound / 60)...(found.upperBound / 60)
    }

    // MARK: Calling rules

    private mutating func calling(_ items: [YAMLValue], _ log: inout DiagnosticLog) -> [CallingRules] {
        var rules: [CallingRules] = []
        for (index, item) in items.enumerated() {
            guard var fields = Fields(item, named: "calling", &log) else { continue }
            note("calling[\(index)]", &fields, &log)
            if let rule = RuleReader.callingRules(&fields, &log) { rules.append(rule) }
            fields.finish(&log)
        }
        return rules.sorted { $0.from < $1.from }
    }

    private static func callingRules(_ fields: inout Fields, _ log: inout DiagnosticLog) -> CallingRules? {
        let from = fields.required("from", .date, &log)
        let windows = fields.requiredValue("windows", .weekdayHours, &log)
            .flatMap { Fields($0, named: "windows", &log) }.map { WeekHours.week($0, &log) }
        let holidays = fields.optional("allowsHolidays", .yesNo, &log) ?? false
        let attempts = fields.required("maximumAttempts", .count, 1...100, &log)
        let period = fields.required("attemptPeriod", .daily, 86_400...(3650 * 86_400), &log)
        let consent = fields.optional("requiresConsent", .yesNo, &log) ?? false
        let lasting = fields.optional("consentDays", .count, 1...3650, &log)
        if !consent, fields.has("consentDays") {
            log.error(
                .meaning(.requires(key: "consentDays", other: "requiresConsent: yes")),
                at: fields.keyPlace(of: "consentDays"))
        }
        let simple = fields.required("simpleGap", .duration, 0...600, &log)
        let complex = fields.required("complexGap", .duration, 0...600, &log)
        guard let from, let windows, let attempts, let period, let simple, let complex else { return nil }
        return CallingRules(
            from: from, windows: windows, allowsHolidays: holidays, maximumAttempts: attempts,
            attemptPeriodDays: period / 86_400, requiresConsent: consent,
            consentDays: lasting, simpleGap: Seconds(simple),
            complexGap: Seconds(complex))
    }

    // MARK: Tariff

    private mutating func tariff(
        _ pack: inout Fields?, _ own: inout Fields?, _ packLog: inout DiagnosticLog,
        _ log: inout DiagnosticLog
    ) -> EmployerTariff? {
        func number(_ key: String, _ format: ValueFormat<Double>, _ range: ClosedRange<Double>) -> Double {
            figure("tariff", key, &pack, &own, &packLog, &log) { value, log in
                Fields.read(value, named: key, format, range, &log)
            } ?? range.lowerBound
        }
        var wages = minimumWages(pack?.list("minimumWages", &packLog) ?? [], &packLog)
        if own?.has("minimumWages") == true {
            wages = minimumWages(own?.list("minimumWages", &log) ?? [], &log)
        }
        return EmployerTariff(
            minimumWages: wages, contributionShare: number("contributionShare", .share, 0...1),
            reductionReferenceWage: UnitPrice(euros: number("reductionReferenceWage", .money, 1...500)),
            reductionFloor: number("reductionFloor", .share, 0...1),
            reductionDelta: number("reductionDelta", .share, 0...1),
            reductionExponent: number("reductionExponent", .number, 0.1...10),
            reductionLimitMultiple: number("reductionLimitMultiple", .number, 1...20))
    }

    private mutating func minimumWages(_ items: [YAMLValue], _ log: inout DiagnosticLog) -> [DatedWage] {
        var wages: [DatedWage] = []
        for (index, item) in items.enumerated() {
            guard var fields = Fields(item, named: "minimumWages", &log) else { continue }
            let from = fields.required("from", .date, &log)
            let gross = fields.required("grossHourly", .money, 1...500, &log)
            note("tariff.minimumWages[\(index)]", &fields, &log)
            fields.finish(&log)
            if let from, let gross {
                wages.append(DatedWage(from: from, grossHourly: UnitPrice(euros: gross)))
            }
        }
        return wages.sorted { $0.from < $1.from }
    }
}
