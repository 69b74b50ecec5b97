import Workforce

extension CSVTable {
    /// First and last day, from two columns; an empty last day is the first.
    func period(_ first: Int, _ last: Int, _ log: inout DiagnosticLog) -> ClosedRange<CivilDate>? {
        let from = required(first, &log) == nil ? nil : read(first, .date, &log)
        let until = text(last) == nil ? from : read(last, .date, &log)
        guard let from, let until else { return nil }
        guard from <= until else {
            let key = "\(name(of: first))…\(name(of: last))"
            log.error(
                .meaning(.endBeforeStart(key: key, start: from.iso8601, end: until.iso8601)), at: place(last))
            return nil
        }
        return from...until
    }
}

/// Periods of one name read so far, to find two that share days.
struct PeriodRegister {
    private struct Period {
        var days: ClosedRange<CivilDate>
        var line: Int
    }

    /// Apart from each other and in order of date, by owner; nil = everyone.
    private var taken: [String?: [Period]] = [:]

    /// False, with a diagnostic, when a period shares days with an earlier one
    /// of the same owner, or either belongs to everyone.
    mutating func add(
        _ days: ClosedRange<CivilDate>, of owner: String? = nil, name: String, at place: SourceLocation,
        _ log: inout DiagnosticLog
    ) -> Bool {
        let others = owner == nil ? Array(taken.values) : [taken[owner] ?? [], taken[String?.none] ?? []]
        let clashes = others.compactMap { periods in
            let next = PeriodRegister.place(of: days, in: periods)
            return next < periods.count && periods[next].days.overlaps(days) ? periods[next].line : nil
        }
        if let line = clashes.min() {
            log.error(.meaning(.overlappingPeriods(name: name, firstLine: line)), at: place)
            return false
        }
        let own = PeriodRegister.place(of: days, in: taken[owner] ?? [])
        taken[owner, default: []].insert(Period(days: days, line: place.line), at: own)
        return true
    }

    /// The first period that does not end before others begin, by bisection.
    private static func place(of days: ClosedRange<CivilDate>, in periods: [Period]) -> Int {
        var (low, high) = (0, periods.count)
        while low < high {
            let middle = (low + high) / 2
            if periods[middle].days.upperBound < days.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
