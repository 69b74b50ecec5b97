public enum BreakKind: String, Sendable, Codable, CaseIterable {
    case rest, lunch
    /// The unpaid hours between the two parts of a split shift.
    case interruption
}

/// A pause inside a shift, during which the agent covers nothing.
public struct ShiftBreak: Hashable, Sendable, Codable {
    public var kind: BreakKind
    public var range: ClockRange
    public var isPaid: Bool

    public init(kind: BreakKind, range: ClockRange, isPaid: Bool) {
        self.kind = kind
        self.range = range
        self.isPaid = isPaid
    }
}

/// One day's work (*vacation*), in wall-clock time of the site.
public struct Shift: Hashable, Sendable, Codable {
    public var range: ClockRange
    /// In order of time, inside `range`, not overlapping.
    public var breaks: [ShiftBreak]

    public init(range: ClockRange, breaks: [ShiftBreak]) {
        self.range = range
        self.breaks = breaks
    }

    public var spanMinutes: Int { range.minutes }

    /// Time the employer pays: everything but unpaid breaks.
    public var paidMinutes: Int {
        range.minutes - breaks.reduce(0) { $0 + ($1.isPaid ? 0 : $1.range.minutes) }
    }

    /// Time worked in the sense of the law: no break of either kind.
    public var effectiveMinutes: Int { range.minutes - breaks.reduce(0) { $0 + $1.range.minutes } }

    /// Stretches between breaks, in order.
    public var workStretches: [ClockRange] {
        var stretches: [ClockRange] = []
        var from = range.start
        for pause in breaks {
            if pause.range.start > from { stretches.append(ClockRange(from, pause.range.start)) }
            from = max(from, pause.range.end)
        }
        if from < range.end { stretches.append(ClockRange(from, range.end)) }
        return stretches
    }
}

/// A week's work of one person (*semaine type*): at most one shift a day, Monday first.
public struct Tour: Hashable, Sendable, Codable {
    public var contract: Identifier<EmploymentContract>
    /// 7 entries, nil = not worked.
    public var shifts: [Shift?]

    public init(contract: Identifier<EmploymentContract>, shifts: [Shift?]) {
        self.contract = contract
        self.shifts = (0..<7).map { $0 < shifts.count ? shifts[$0] : nil }
    }

    public var paidMinutes: Int { shifts.reduce(0) { $0 + ($1?.paidMinutes ?? 0) } }
    public var effectiveMinutes: Int { shifts.reduce(0) { $0 + ($1?.effectiveMinutes ?? 0) } }
    public var daysWorked: Int { shifts.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }
}
