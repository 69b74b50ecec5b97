import Workforce

/// Reads the rows of a history whose columns are known, in one order of dates.
struct HistoryRowReader {
    private var table: CSVTable
    private let kind: HistoryRows.Kind
    /// Columns that part the rows of one interval.
    private let parts: [Int]
    private let order: DateOrder
    private let whenColumn: Int
    private let siteClock: WallClock?
    /// Whether a moment was written with its zone.
    private var hasZones = false
    private var groupIndex: [[String]: Int32] = [:]

    var log = DiagnosticLog()
    private(set) var rows: [HistoryRows.Row] = []
    private(set) var groups: [[String]] = []
    /// The first moment whose date this order does not read.
    private(set) var unusualDate: (text: String, place: SourceLocation)?

    init(table: CSVTable, kind: HistoryRows.Kind, parts: [Int], order: DateOrder, timeZone: String) {
        siteClock = WallClock(timeZone: timeZone)
        self.table = table
        self.kind = kind
        self.parts = parts
        self.order = order
        whenColumn = table.has(HistoryColumn.start) ? HistoryColumn.start : HistoryColumn.date
    }

    /// The dates of all rows, without their time.
    static func dates(of table: CSVTable) -> some Sequence<String> {
        var (probe, quiet) = (table, DiagnosticLog())
        let column = table.has(HistoryColumn.start) ? HistoryColumn.start : HistoryColumn.date
        return AnyIterator<String> {
            guard probe.next(&quiet) else { return nil }
            return probe.text(column).map { String(HistoryMoment.parts($0).date) } ?? ""
        }
    }

    mutating func readAll() {
        // A row without its start may be an unnamed total, if it is the last.
        var pending: (place: SourceLocation, column: String)?
        while table.next(&log) {
            if let held = pending {
                log.error(.table(.emptyCell(column: held.column)), at: held.place)
                pending = nil
            }
            guard table.text(whenColumn) != nil || !isBlank(whenColumn) else {
                pending = (table.place, table.name(of: whenColumn))
                continue
            }
            if let row = row() { rows.append(row) }
        }
        if let held = pending { log.note(.table(.totalsRow(text: "—")), at: held.place) }
    }

    private func isBlank(_ column: Int) -> Bool {
        table.withBytes(column) { $0.allSatisfy { $0 == 32 } }
    }

    private mutating func row() -> HistoryRows.Row? {
        let moment = moment()
        let offered = kind == .calls ? 1 : offered()
        let handle = handleSeconds()
        guard let moment, let offered, let handle else { return nil }
        return HistoryRows.Row(
            day: Int32(moment.day), second: Int32(moment.second), line: Int32(clamping: table.line),
            group: group(), offered: offered, handleSeconds: handle)
    }

    private mutating func group() -> Int32 {
        let texts = parts.map { table.text($0) ?? "—" }
        if let known = groupIndex[texts] { return known }
        let index = Int32(clamping: groups.count)
        groupIndex[texts] = index
        groups.append(texts)
        return index
    }

    // MARK: Moments

    private mutating func moment() -> (day: Int, second: Int)? {
        var found = order == .usual ? table.withBytes(whenColumn) { FastMoment.parse($0) } : nil
        if found == nil {
            let text = table.text(whenColumn) ?? ""
            guard let slow = HistoryMoment.parse(text, order) else {
                if unusualDate == nil, order.date(HistoryMoment.parts(text).date) == nil {
                    unusualDate = (text, table.place(whenColumn))
                }
                refuse(text, whenColumn, .moment)
                return nil
            }
            found = onSite(slow)
        }
        guard var moment = found else { return nil }
        var clockColumn = whenColumn
        if whenColumn == HistoryColumn.date, table.has(HistoryColumn.time), moment.second < 0 {
            guard let second = clock() else { return nil }
            moment.second = second
            clockColumn = HistoryColumn.time
        }
        // Intervals begin on whole minutes; a call may begin at any second.
        if kind == .counts, moment.second > 0, moment.second % 60 != 0 {
            refuse(
                table.text(clockColumn) ?? "", clockColumn,
                clockColumn == HistoryColumn.time ? .time : .moment)
            return nil
        }
        // 24:00 opens the next day.
        if moment.second == 86_400 { moment = (moment.day + 1, 0) }
        return moment
    }

    /// A moment written with its zone, on the clock of the site.
    private mutating func onSite(_ moment: (day: Int, second: Int, ahead: Int?)) -> (day: Int, second: Int) {
        guard let ahead = moment.ahead, let clock = siteClock else { return (moment.day, moment.second) }
        if !hasZones {
            log.note(.history(.broughtToSiteClock(timeZone: clock.name)), at: table.place(whenColumn))
        }
        hasZones = true
        return clock.reading(at: moment.day * 86_400 + moment.second - ahead)
    }

    private mutating func clock() -> Int? {
        if let fast = table.withBytes(HistoryColumn.time, { FastMoment.clock($0) }) { return fast }
        guard let text = table.required(HistoryColumn.time, &log) else { return nil }
        if let second = HistoryMoment.seconds(text) { return second }
        if let hour = Decimal.count(text), (0...23).contains(hour) { return hour * 3600 }
        refuse(text, HistoryColumn.time, .time)
        return nil
    }

    private mutating func refuse(_ text: String, _ column: Int, _ kind: ValueKind) {
        log.error(
            .value(.malformed(key: table.name(of: column), found: text, expected: kind, suggestion: nil)),
            at: table.place(column))
    }

    // MARK: Counts and handle times

    /// NaN for an empty cell; nil when diagnosed.
    private mutating func offered() -> Double? {
        let column = HistoryColumn.offered
        let fast = table.withBytes(column) { $0.isEmpty ? nil : Decimal.parse(bytes: $0) }
        if let fast, (0...HistoryRows.largestCount).contains(fast), fast == fast.rounded() { return fast }
        guard table.text(column) != nil else { return .nan }
        return table.read(column, Self.wholeFormat, 0...HistoryRows.largestCount, &log)
    }

    /// Whole numbers: `12`, `12,00`.
    private static let wholeFormat = ValueFormat<Double>(
        .count, parse: { Decimal.count($0).map { Double($0) } }, written: { Written.number($0) })

    /// Seconds, `240s` or `00:04:05`; zero (no call handled) is unknown.
    private mutating func handleSeconds() -> Double? {
        let column = HistoryColumn.handleTime
        guard table.has(column) else { return .nan }
        let fast = table.withBytes(column) { $0.isEmpty ? nil : Decimal.parse(bytes: $0) }
        if let fast, (1...28_800).contains(fast) { return fast }
        guard let text = table.text(column) else { return .nan }
        if let seconds = fast ?? DurationText.seconds(text).map(Double.init), seconds == 0 { return .nan }
        if fast != nil { return table.read(column, Self.secondsFormat, 1...28_800, &log) }
        return table.read(column, .duration, 1...28_800, &log).map(Double.init)
    }

    /// Bare seconds, with limits written with their unit.
    private static let secondsFormat = ValueFormat<Double>(
        .duration, parse: { Decimal.parse($0) }, written: { Written.duration(Int($0)) })
}
