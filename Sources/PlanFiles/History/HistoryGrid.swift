import Workforce

/// Lays the rows of a history over days and slots.
struct HistoryGrid {
    /// Longest span of a history; a mistyped year would otherwise fill the memory.
    static let yearLimit = 25

    let file: String
    let slotMinutes: Int
    let firstDay: Int
    let slotsPerDay: Int
    /// NaN = unknown.
    private(set) var offered: [Double]
    private var handle: [Double]
    /// Contacts that each mean handle time stands for.
    private var handled: [Double]
    private let changes: [Int: ClockChange]

    /// Nil, with a diagnostic, when there is no usable row or the span is too long.
    init?(
        _ source: HistoryRows, file: String, timeZone: String, callSlotMinutes: Int,
        _ log: inout DiagnosticLog
    ) {
        let rows = source.rows
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
        slotMinutes = source.kind == .calls ? callSlotMinutes : source.slotMinutes
        slotsPerDay = 1440 / slotMinutes
        firstDay = Int(first)
        offered = [Double](repeating: .nan, count: days * slotsPerDay)
        handle = offered
        handled = [Double](repeating: 0, count: days * slotsPerDay)
        let found = ClockChanges.changes(
            from: CivilDate(dayNumber: firstDay), through: CivilDate(dayNumber: Int(last)), timeZone: timeZone
        )
        changes = Dictionary(found.map { ($0.date.dayNumber, $0) }, uniquingKeysWith: { first, _ in first })
        switch source.kind {
        case .counts:
            var intervals = IntervalPlaces(groups: source.groups, slots: offered.count)
            for row in intervals.ordered(rows) { place(row, &intervals, &log) }
            intervals.note(file: file, &log)
            if slotMinutes == 1440, let gap = SlotGrid.gapOfSparseDays(rows) {
                log.warning(.history(.sparseDays(gap: gap)), at: SourceLocation(file: file))
            }
        case .calls: count(rows, &log)
        }
    }

    // MARK: Intervals

    private mutating func place(
        _ row: HistoryRows.Row, _ intervals: inout IntervalPlaces, _ log: inout DiagnosticLog
    ) {
        let here = SourceLocation(file: file, line: Int(row.line))
        let minute = max(0, Int(row.minute))
        guard row.second >= 0 || slotMinutes == 1440 else { return refuseDateAlone(row, &log) }
        guard minute % slotMinutes == 0 else {
            log.error(.history(.offGridSlot(start: written(row), slotMinutes: slotMinutes)), at: here)
            return
        }
        let isInChange = isInChange(day: Int(row.day), minute: minute)
        if isInChange, isSkipped(row, &log) { return }
        let slot = (Int(row.day) - firstDay) * slotsPerDay + minute / slotMinutes
        switch intervals.take(slot, row, isTwice: isInChange) {
        case .free: add(row, to: slot)
        case .second:
            add(row, to: slot)
            intervals.summedDays.insert(Int(row.day))
        case .taken(let line): log.error(.history(intervals.duplicate(row, written(row), line)), at: here)
        }
    }

    func refuseDateAlone(_ row: HistoryRows.Row, _ log: inout DiagnosticLog) {
        let text = CivilDate(dayNumber: Int(row.day)).iso8601
        log.error(
            .value(.malformed(key: "start", found: text, expected: .moment, suggestion: "\(text) 00:00")),
            at: SourceLocation(file: file, line: Int(row.line)))
    }

    /// Inside an hour that the clock change of its day skips or gives twice.
    func isInChange(day: Int, minute: Int) -> Bool {
        guard slotMinutes < 1440, let change = changes[day] else { return false }
        return (0..<abs(change.forwardMinutes)).contains(minute - change.clock.minute)
    }

    /// A wall-clock time that never was, for the clock change of its day skips it.
    func isSkippedTime(day: Int, minute: Int) -> Bool {
        isInChange(day: day, minute: minute) && changes[day].map { $0.forwardMinutes > 0 } ?? false
    }

    /// Whether a row inside a clock change lies in an hour that never was, which no contact can.
    func isSkipped(_ row: HistoryRows.Row, _ log: inout DiagnosticLog) -> Bool {
        guard let change = changes[Int(row.day)], change.forwardMinutes > 0 else { return false }
        // Exports that fill every slot write a zero for the hour that never was.
        if row.offered > 0 {
            log.error(
                .history(.skippedByClockChange(start: written(row))),
                at: SourceLocation(file: file, line: Int(row.line)))
        }
        return true
    }

    private func written(_ row: HistoryRows.Row) -> String {
        let date = CivilDate(dayNumber: Int(row.day)).iso8601
        return row.minute < 0 || slotMinutes == 1440 ? date : "\(date) \(ClockTime(minute: Int(row.minute)))"
    }

    // MARK: Slots

    /// Adds the contacts of a row to a slot; handle times are weighted by contacts.
    mutating func add(_ row: HistoryRows.Row, to slot: Int) {
        if !row.offered.isNaN { offered[slot] = (offered[slot].isNaN ? 0 : offered[slot]) + row.offered }
        guard !row.handleSeconds.isNaN else { return }
        // Rows without a contact weigh nothing beside others, and the same among themselves.
        let weight = row.offered > 0 ? row.offered : 1e-9
        handled[slot] += weight
        let mean = handle[slot].isNaN ? row.handleSeconds : handle[slot]
        handle[slot] = mean + (row.handleSeconds - mean) * (weight / handled[slot])
    }

    /// States that a slot had no contact.
    mutating func setIdle(_ slot: Int) { offered[slot] = 0 }

    func history(of activity: ActivityKey) -> History {
        History(
            activity: activity, slotMinutes: slotMinutes, firstDay: CivilDate(dayNumber: firstDay),
            offered: offered.map { $0.isNaN ? nil : $0 }, handleSeconds: handle.map { $0.isNaN ? nil : $0 })
    }
}
