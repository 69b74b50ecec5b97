import Workforce

/// Reads one entry of `contracts`.
struct ContractReader {
    let interval: Int
    let rules: WorkRules?
    let defaultWage: UnitPrice
    /// Legal minimum wage on the first day.
    let minimum: UnitPrice?

    func read(_ fields: inout Fields, _ log: inout DiagnosticLog) -> EmploymentContract? {
        let id = fields.required("id", .identifier, &log)
        let name = fields.optional("name", .text, &log)
        let week = weeklyHours(&fields, &log)
        let weekly = week?.upperBound
        let days = fields.range("daysPerWeek", .countRange, within: 1...7, &log)
        let daily =
            fields.requiredValue("dailyHours", .durationRange, &log) == nil
            ? nil : fields.range("dailyHours", .durationRange, within: 3600...(12 * 3600), &log)
        let paid = fields.optional("breaksArePaid", .yesNo, &log) ?? true
        let window = fields.optional("workingWindow", .hours, &log) ?? ClockRange(.midnight, .endOfDay)
        let weekdays = self.weekdays(&fields, &log)
        let headcount = fields.optional("maximumHeadcount", .count, 0...100_000, &log)
        let wage = fields.optional("wage", .money, 1...500, &log).map { UnitPrice(euros: $0) }
        let spread = fields.optional("startSpread", .minutely, 0...86_400, &log)
        let modulation = modulation(&fields, &log)
        let rotations = rotations(&fields, &log)
        let overtime = fields.optional("overtime", .hourly, 0...mostOvertime(weekly), &log)
        let timeOff = fields.optional(
            "voluntaryTimeOff", .hourly, 0...(week?.lowerBound ?? 48 * 3600), &log)
        let splits = fields.optional("splitShift", .yesNo, &log) ?? false
        fields.finish(&log)
        if let wage, let minimum, wage < minimum {
            let problem = MeaningProblem.wageBelowMinimum(
                wage: Written.money(wage.euros), minimum: Written.money(minimum.euros))
            log.warning(.meaning(problem), at: fields.place(of: "wage"))
        }
        guard let id, let week, let weekly, let daily, fields.has("daysPerWeek") == (days != nil) else {
            return nil
        }
        let contract = EmploymentContract(
            id: Identifier(id), name: name ?? id, weeklyMinutes: weekly / 60, daysPerWeek: days ?? 5...5,
            dailyMinutes: (daily.lowerBound / 60)...(daily.upperBound / 60), breaksArePaid: paid,
            workingWindow: window, weekdays: weekdays, maximumHeadcount: headcount,
            grossHourlyWage: wage ?? defaultWage, startSpreadMinutes: spread.map { $0 / 60 },
            modulation: modulation, rotations: rotations,
            leastWeeklyMinutes: week.lowerBound < weekly ? week.lowerBound / 60 : nil,
            overtimeMinutes: (overtime ?? 0) / 60, voluntaryTimeOffMinutes: (timeOff ?? 0) / 60,
            allowsSplitShifts: splits)
        var hours = [
            ("weeklyHours", weekly), ("dailyHours", daily.lowerBound), ("dailyHours", daily.upperBound),
            ("overtime", overtime ?? 0), ("voluntaryTimeOff", timeOff ?? 0),
        ]
        if week.lowerBound < weekly { hours.append(("weeklyHours", week.lowerBound)) }
        let isOnGrid = areOnGrid(hours, fields, &log)
        let isModulable = isModulationPossible(contract, fields, &log)
        return isPossible(contract, isOnGrid: isOnGrid, weekly: weekly, daily: daily, fields, &log)
            && isModulable ? contract : nil
    }

    /// Hours of a week, or the range in which they vary: `35h` or `24h..30h`.
    private func weeklyHours(_ fields: inout Fields, _ log: inout DiagnosticLog) -> ClosedRange<Int>? {
        let limits = 3600...(48 * 3600)
        if case .text(let text)? = fields.value("weeklyHours")?.content, text.contains("..") {
            return fields.range("weeklyHours", .durationRange, within: limits, &log)
        }
        return fields.required("weeklyHours", .hourly, limits, &log).map { $0...$0 }
    }

    /// Most hours that the rules allow beyond a contract's week, in seconds on the grid.
    private func mostOvertime(_ weekly: Int?) -> Int {
        guard let rules, let weekly else { return 48 * 3600 }
        var all = EmploymentContract(
            id: Identifier("all"), name: "", weeklyMinutes: weekly / 60, daysPerWeek: 1...7,
            dailyMinutes: 0...1440, grossHourlyWage: .zero)
        all.overtimeMinutes = 7 * 1440
        return rules.overtimeLimit(of: all) / interval * interval * 60
    }

    private func weekdays(_ fields: inout Fields, _ log: inout DiagnosticLog) -> Set<Weekday> {
        let listed = fields.values("weekdays", .days, &log)
        return fields.has("weekdays")
            ? listed.reduce(into: []) { $0.formUnion($1.value) } : Set(Weekday.allCases)
    }

    /// Whether hours lie on the grid.
    private func areOnGrid(
        _ hours: [(String, Int)], _ fields: Fields, _ log: inout DiagnosticLog
    ) -> Bool {
        var isFine = true
        for (key, seconds) in hours where seconds % (interval * 60) != 0 {
            let near = (seconds + interval * 30) / (interval * 60) * interval * 60
            let problem = ValueProblem.notMultiple(
                key: key, found: Written.duration(seconds), step: Written.minutes(interval),
                nearest: Written.duration(max(interval * 60, near)))
            log.error(.value(problem), at: fields.place(of: key))
            isFine = false
        }
        return isFine
    }

    /// Whether some week of permitted days makes the weekly hours.
    private func isPossible(
        _ contract: EmploymentContract, isOnGrid: Bool, weekly: Int, daily: ClosedRange<Int>,
        _ fields: Fields, _ log: inout DiagnosticLog
    ) -> Bool {
        var isFine = isOnGrid
        let most = min(contract.daysPerWeek.upperBound, contract.weekdays.count)
        let days = contract.daysPerWeek.lowerBound...max(contract.daysPerWeek.lowerBound, most)
        let isReachable =
            contract.weekdays.count >= contract.daysPerWeek.lowerBound
            && days.contains { (daily.lowerBound * $0...daily.upperBound * $0).contains(weekly) }
        if isFine, !isReachable {
            let problem = MeaningProblem.impossibleWeek(
                weekly: Written.duration(weekly),
                days: Written.range("\(days.lowerBound)", "\(days.upperBound)"),
                daily: Written.range(Written.duration(daily.lowerBound), Written.duration(daily.upperBound)))
            log.error(.meaning(problem), at: fields.place(of: "weeklyHours"))
            isFine = false
        }
        guard let rules else { return isFine }
        let longest = contract.dailyMinutes.upperBound
        let breaks =
            contract.breaksArePaid ? rules.restBreaksDue(paidMinutes: longest) * rules.restBreakMinutes : 0
        if longest - breaks > rules.maximumDailyEffectiveMinutes {
            let problem = MeaningProblem.dailyAboveRules(
                daily: Written.duration(daily.upperBound),
                maximum: Written.minutes(rules.maximumDailyEffectiveMinutes))
            log.warning(.meaning(problem), at: fields.place(of: "dailyHours"))
        }
        return isFine
    }
}
