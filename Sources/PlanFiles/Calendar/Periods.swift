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
    private var taken: [(days: ClosedRange<CivilDate>, owner: String?, line: Int)] = []

    /// False, with a diagnostic, when a period shares days with an earlier one
    /// of the same owner, or either belongs to everyone (nil).
    mutating func add(
        _ days: ClosedRange<CivilDate>, of owner: String? = nil, name: String, at place: SourceLocation,
        _ log: inout DiagnosticLog
    ) -> Bool {
        // The latest are enough: a longer search would be quadratic in a file about one name.
        let clash = taken.suffix(1000).first {
            $0.days.overlaps(days) && ($0.owner == nil || owner == nil || $0.owner == owner)
        }
        if let clash {
            log.error(.meaning(.overlappingPeriods(name: name, firstLine: clash.line)), at: place)
            return false
        }
        taken.append((days, owner, place.line))
        return true
    }
}
