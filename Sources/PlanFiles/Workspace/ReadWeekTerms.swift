import Workforce

/// Reads what a contract says about several weeks: modulation of hours, weekends in turn.
extension ContractReader {
    /// Longest period: a year's weeks, the 53rd included.
    private static let longestPeriod = 53

    func modulation(_ fields: inout Fields, _ log: inout DiagnosticLog) -> Modulation? {
        guard var own = fields.mapping("modulation", &log) else { return nil }
        let hours =
            own.requiredValue("weeklyHours", .durationRange, &log) == nil
            ? nil : own.range("weeklyHours", .durationRange, within: 0...(48 * 3600), &log)
        let period = own.optional("period", .period, &log)
        let start = own.optional("periodStart", .date, &log)
        own.finish(&log)
        if let period, period != 0, !(2...Self.longestPeriod).contains(period) {
            let found = ValueFormat.period.written(period)
            let bounds = ValueBounds(
                kind: .duration, low: ValueFormat.period.written(2),
                high: ValueFormat.period.written(Self.longestPeriod))
            let problem: ValueProblem =
                period < 2
                ? .below(key: "period", found: found, bounds: bounds)
                : .above(key: "period", found: found, bounds: bounds)
            log.error(.value(problem), at: own.place(of: "period"))
        }
        if let start, start != start.monday {
            log.error(.meaning(.notMonday(date: start)), at: own.place(of: "periodStart"))
        }
        guard let hours else { return nil }
        for seconds in [hours.lowerBound, hours.upperBound] where seconds % (interval * 60) != 0 {
            let near = (seconds + interval * 30) / (interval * 60) * interval * 60
            let problem = ValueProblem.notMultiple(
                key: "weeklyHours", found: Written.duration(seconds), step: Written.minutes(interval),
                nearest: Written.duration(near))
            log.error(.value(problem), at: own.place(of: "weeklyHours"))
        }
        return Modulation(
            weeklyMinutes: hours.lowerBound / 60...hours.upperBound / 60,
            periodWeeks: period.flatMap { $0 == 0 ? nil : $0 }, periodStart: start)
    }

    func rotations(_ fields: inout Fields, _ log: inout DiagnosticLog) -> [DayRotation] {
        DayRotation.Days.allCases.compactMap { days in
            fields.optional(days.rawValue, .turns, &log).map {
                DayRotation(days, worked: $0.lowerBound, of: $0.upperBound)
            }
        }
    }

    /// Whether the bounds of a modulation hold the contract's own week; warns where
    /// the days and hours of a week leave nothing to vary.
    func isModulationPossible(
        _ contract: EmploymentContract, _ fields: Fields, _ log: inout DiagnosticLog
    ) -> Bool {
        guard let bounds = contract.modulation?.weeklyMinutes else {
            warnOfIdleHours(contract, fields, &log)
            return true
        }
        // Modulation counts overtime over its period, not over a week (Code du travail L3121-41).
        let second =
            contract.overtimeMinutes > 0
            ? "overtime" : contract.voluntaryTimeOffMinutes > 0 ? "voluntaryTimeOff" : nil
        if let second {
            log.error(
                .meaning(.conflictingKeys(first: "modulation", second: second)),
                at: fields.keyPlace(of: second))
            return false
        }
        if contract.leastWeeklyMinutes != nil {
            log.error(.meaning(.rangeUnderModulation), at: fields.place(of: "weeklyHours"))
            return false
        }
        let written = Written.range(
            Written.duration(bounds.lowerBound * 60), Written.duration(bounds.upperBound * 60))
        guard bounds.contains(contract.weeklyMinutes) else {
            let problem = MeaningProblem.outsideModulation(
                weekly: Written.duration(contract.weeklyMinutes * 60), bounds: written)
            log.error(.meaning(problem), at: fields.place(of: "modulation"))
            return false
        }
        let others = stride(from: bounds.lowerBound, through: bounds.upperBound, by: interval).filter {
            $0 != contract.weeklyMinutes
        }
        let daily = contract.dailyMinutes
        let varies = others.contains { minutes in
            contract.daysPerWeek.contains {
                (daily.lowerBound * $0...daily.upperBound * $0).contains(minutes)
            }
        }
        if !varies {
            let problem = MeaningProblem.nothingToModulate(
                bounds: written, weekly: Written.duration(contract.weeklyMinutes * 60))
            log.warning(.meaning(problem), at: fields.place(of: "modulation"))
        }
        return true
    }

    /// Warns where overtime, time off or a range of hours can change nothing.
    private func warnOfIdleHours(
        _ contract: EmploymentContract, _ fields: Fields, _ log: inout DiagnosticLog
    ) {
        let daily = contract.dailyMinutes
        func isReachable(_ minutes: [Int]) -> Bool {
            minutes.contains { minutes in
                contract.daysPerWeek.contains {
                    (daily.lowerBound * $0...daily.upperBound * $0).contains(minutes)
                }
            }
        }
        let week = contract.weeklyMinutes
        let least = (contract.leastWeeklyMinutes ?? week) - contract.voluntaryTimeOffMinutes
        let kinds = [
            ("overtime", week + interval, week + contract.overtimeMinutes),
            (
                contract.voluntaryTimeOffMinutes > 0 ? "voluntaryTimeOff" : "weeklyHours", least,
                week - interval
            ),
        ]
        for (key, from, to) in kinds
        where from <= to && !isReachable(Array(stride(from: max(0, from), through: to, by: interval))) {
            log.warning(.meaning(.idleHours(key: key)), at: fields.place(of: key))
        }
    }
}

extension ValueFormat where Value == Int {
    /// Whole weeks; 0 = the horizon.
    static let period = ValueFormat(
        .period,
        parse: { text in
            if ["horizon"].contains(text.trimmed.lowercased()) { return 0 }
            return DurationText.seconds(text).flatMap { $0 > 0 && $0 % 604_800 == 0 ? $0 / 604_800 : nil }
        },
        written: { $0 == 0 ? "horizon" : "\($0)w" },
        suggest: { text in
            if let seconds = DurationText.seconds(text) { return "\(max(2, (seconds + 302_400) / 604_800))w" }
            return Decimal.count(text).map { "\($0)w" }
        })
}

extension ValueFormat where Value == ClosedRange<Int> {
    /// `1 of 2` or `1 sur 2`: worked weekends, of any so many consecutive weeks.
    static let turns = ValueFormat(
        .turns,
        parse: { text in
            let words = text.trimmed.lowercased().replacing("/", with: " / ").split(separator: " ")
            guard words.count == 3, ["of", "in", "sur", "/"].contains(words[1]),
                let worked = Decimal.count(words[0]), let weeks = Decimal.count(words[2]),
                worked >= 1, worked < weeks, weeks <= 26
            else { return nil }
            return worked...weeks
        },
        written: { "\($0.lowerBound) of \($0.upperBound)" })
}
