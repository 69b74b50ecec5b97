import Workforce

/// Lays the rows of a history over days and slots.
struct HistoryGrid {
    /// Longest span of a history; a mistyped year would otherwise fill the memory.
    static let yearLimit = 25

    private static let slotLengths = [60, 30, 20, 15, 12, 10, 6, 5]

    let file: String
    let slotMinutes: Int
    let firstDay: Int
    private let slotsPerDay: Int
    private var offered: [Double?]
    private var handle: [Double?]
    /// Line that filled each slot, 0 = none.
    private var lines: [Int32]
    private let changes: [Int: ClockChange]
    private var summedDays: Set<Int> = []

    /// Nil, with a diagnostic, when there is no usable row or the span is too long.
    init?(_ rows: [HistoryRows.Row], file: String, timeZone: String, _ log: inout DiagnosticLog) {
        guard let first = rows.map(\.day).min(), let last = rows.map(\.day).max() else {
            log.error(.history(.noUsableRow), at: SourceLocation(file: file))
            return nil
        }
        let days = Int(last - first) + 1
        guard days <= Self.yearLimit * 366 else {
            let far = CivilDate(dayNumber: Int(last))
            log.error(
                .history(
                    .spanTooLong(first: CivilDate(dayNumber: Int(first)), last: far, years: Self.yearLimit)),
                at: SourceLocation(file: file))
            return nil
        }
        self.file = file
        slotMinutes = HistoryGrid.slotLength(of: rows)
        slotsPerDay = 1440 / slotMinutes
        firstDay = Int(first)
        offered = [Double?](repeating: nil, count: days * slotsPerDay)
        handle = offered
        lines = [Int32](repeating: 0, count: days * slotsPerDay)
        let found = ClockChanges.changes(
            from: CivilDate(dayNumber: firstDay), through: CivilDate(dayNumber: Int(last)), timeZone: timeZone
        )
        changes = Dictionary(found.map { ($0.date.dayNumber, $0) }, uniquingKeysWith: { first, _ in first })
        for row in rows { place(row, &log) }
        for day in summedDays.sorted() {
            log.note(
                .history(.clockChangeSummed(date: CivilDate(dayNumber: day))), at: SourceLocation(file: file))
        }
    }

    /// The longest slot length whose grid holds all rows but at most one in
    /// twenty; daily when no row has a time of day, or all are at midnight.
    private static func slotLength(of rows: [HistoryRows.Row]) -> Int {
        if rows.allSatisfy({ $0.minute <= 0 }) {
            let isMidnightOnly = rows.contains { $0.minute == 0 } && !hasSeveralDays(rows)
            return isMidnightOnly ? 60 : 1440
        }
        var off = [Int](repeating: 0, count: slotLengths.count)
        for row in rows where row.minute > 0 {
            for (index, length) in slotLengths.enumerated() where Int(row.minute) % length != 0 {
                off[index] += 1
            }
        }
        if let fitting = slotLengths.indices.first(where: { off[$0] <= rows.count / 20 }) {
            return slotLengths[fitting]
        }
        return commonestGap(rows) ?? 15
    }

    private static func hasSeveralDays(_ rows: [HistoryRows.Row]) -> Bool {
        rows.contains { $0.day != rows[0].day }
    }

    /// The commonest distance between rows that follow each other, among slot lengths.
    private static func commonestGap(_ rows: [HistoryRows.Row]) -> Int? {
        var counts: [Int: Int] = [:]
        for (row, next) in zip(rows, rows.dropFirst()) where row.day == next.day {
            counts[abs(Int(next.minute - row.minute)), default: 0] += 1
        }
        let best = slotLengths.max { counts[$0, default: 0] < counts[$1, default: 0] }
        return best.flatMap { counts[$0, default: 0] > 0 ? $0 : nil }
    }

    private func written(_ row: HistoryRows.Row) -> String {
        let date = CivilDate(dayNumber: Int(row.day)).iso8601
        return row.minute < 0 || slotMinutes == 1440 ? date : "\(date) \(ClockTime(minute: Int(row.minute)))"
    }

    private mutating func place(_ row: HistoryRows.Row, _ log: inout DiagnosticLog) {
        let here = SourceLocation(file: file, line: Int(row.line))
        let minute = max(0, Int(row.minute))
        if row.minute < 0, slotMinutes < 1440 {
            let text = CivilDate(dayNumber: Int(row.day)).iso8601
            log.error(
                .value(.malformed(key: "start", found: text, expected: .moment, suggestion: "\(text) 00:00")),
                at: here)
            return
        }
        guard minute % slotMinutes == 0 else {
            log.error(.history(.offGridSlot(start: written(row), slotMinutes: slotMinutes)), at: here)
            return
        }
        let change = slotMinutes < 1440 ? changes[Int(row.day)] : nil
        let isInChange =
            change.map { (0..<abs($0.forwardMinutes)).contains(minute - $0.clock.minute) } ?? false
        if isInChange, let change, change.forwardMinutes > 0 {
            // Exports that fill every slot write a zero for the hour that never was.
            if row.offered > 0 { log.error(.history(.skippedByClockChange(start: written(row))), at: here) }
            return
        }
        let slot = (Int(row.day) - firstDay) * slotsPerDay + minute / slotMinutes
        if lines[slot] == 0 {
            lines[slot] = row.line
            offered[slot] = row.offered.isNaN ? nil : row.offered
            handle[slot] = row.handleSeconds.isNaN ? nil : row.handleSeconds
        } else if isInChange, lines[slot] > 0 {
            sum(row, into: slot)
            summedDays.insert(Int(row.day))
        } else {
            log.error(
                .history(.duplicateInterval(start: written(row), firstLine: abs(Int(lines[slot])))), at: here)
        }
    }

    /// The second pass of an hour lived twice; the slot then takes no third.
    private mutating func sum(_ row: HistoryRows.Row, into slot: Int) {
        lines[slot] = -lines[slot]
        let (before, after) = (offered[slot], row.offered.isNaN ? nil : row.offered)
        let total = (before ?? 0) + (after ?? 0)
        if let other = row.handleSeconds.isNaN ? nil : row.handleSeconds {
            if let own = handle[slot] {
                // Weighted by contacts; equal weights where neither hour had any.
                let weight = total > 0 ? (after ?? 0) / total : 0.5
                handle[slot] = own + (other - own) * weight
            } else {
                handle[slot] = other
            }
        }
        if before != nil || after != nil { offered[slot] = total }
    }

    func history(of activity: ActivityKey) -> History {
        History(
            activity: activity, slotMinutes: slotMinutes, firstDay: CivilDate(dayNumber: firstDay),
            offered: offered,
            handleSeconds: handle)
    }
}
