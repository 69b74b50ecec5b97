import Workforce

/// The rows of one history file as they stand, before any grid is laid over them.
struct HistoryRows {
    struct Row {
        var day: Int32
        /// Wall-clock minute; −1 for a date alone.
        var minute: Int32
        var line: Int32
        /// NaN where the cell is empty.
        var offered: Double
        var handleSeconds: Double
    }

    private(set) var rows: [Row] = []

    static let largestCount = 1e7

    private enum Column { static let start = 0, date = 1, time = 2, offered = 3, handleTime = 4 }

    private static let columns = [
        TableColumn(
            "start",
            ["ts", "timestamp", "datetime", "début", "horodatage", "intervalle", "interval", "période"]),
        TableColumn("date", ["jour", "day"]),
        TableColumn("time", ["heure", "hour", "tranche", "tranche horaire", "heure début"]),
        TableColumn(
            "offered",
            [
                "calls", "contacts", "volume", "appels", "présentés", "reçus", "offerts", "appels présentés",
                "appels reçus", "appels offerts", "nb appels", "nombre d'appels", "count", "y",
            ], required: true),
        TableColumn(
            "handleTime",
            [
                "aht", "DMT", "durée moyenne de traitement", "temps moyen de traitement", "handle_time",
                "aht_seconds",
            ]),
    ]

    /// Reads every row; a row that cannot be read is diagnosed and left out.
    /// Nil when the file as a whole cannot be read.
    init?(_ source: FileBytes, file: String, _ log: inout DiagnosticLog) {
        guard var table = CSVTable(source, file: file, columns: HistoryRows.columns, &log) else { return nil }
        guard table.has(Column.start) || table.has(Column.date) else {
            log.error(
                .table(.missingColumn(column: "start", alternatives: ["ts", "début", "date"])),
                at: SourceLocation(file: file, line: 1))
            return nil
        }
        // A row without its start may be an unnamed total, if it is the last.
        var pending: (place: SourceLocation, column: String)?
        while table.next(&log) {
            if let held = pending {
                log.error(.table(.emptyCell(column: held.column)), at: held.place)
                pending = nil
            }
            let whenColumn = table.has(Column.start) ? Column.start : Column.date
            guard table.text(whenColumn) != nil || !HistoryRows.isBlank(table, whenColumn) else {
                pending = (table.place, HistoryRows.columns[whenColumn].name)
                continue
            }
            if let row = HistoryRows.row(table, whenColumn, &log) { rows.append(row) }
        }
        if let held = pending { log.note(.table(.totalsRow(text: "—")), at: held.place) }
    }

    private static func isBlank(_ table: CSVTable, _ column: Int) -> Bool {
        table.withBytes(column) { $0.allSatisfy { $0 == 32 } }
    }

    private static func row(_ table: CSVTable, _ whenColumn: Int, _ log: inout DiagnosticLog) -> Row? {
        let moment = moment(table, whenColumn, &log)
        let offered = offered(table, &log)
        let handle = handleSeconds(table, &log)
        guard let moment, let offered, let handle else { return nil }
        return Row(
            day: Int32(moment.day), minute: Int32(moment.minute), line: Int32(clamping: table.line),
            offered: offered, handleSeconds: handle)
    }

    private static func moment(
        _ table: CSVTable, _ column: Int, _ log: inout DiagnosticLog
    ) -> (day: Int, minute: Int)? {
        var moment = table.withBytes(column) { FastMoment.parse($0) }
        if moment == nil {
            let text = table.text(column) ?? ""
            guard let slow = MomentText.moment(text) ?? startOfStretch(text) else {
                log.error(
                    .value(
                        .malformed(key: columns[column].name, found: text, expected: .moment, suggestion: nil)
                    ),
                    at: table.place(column))
                return nil
            }
            moment = (slow.date.dayNumber, slow.clock?.minute ?? -1)
        }
        guard var moment else { return nil }
        if column == Column.date, table.has(Column.time), moment.minute < 0 {
            guard let minute = clock(table, &log) else { return nil }
            moment.minute = minute
        }
        // 24:00 opens the next day.
        if moment.minute == 1440 { moment = (moment.day + 1, 0) }
        return moment
    }

    /// `2026-11-23 08:30-08:45`: the start counts.
    private static func startOfStretch(_ text: String) -> (date: CivilDate, clock: ClockTime?)? {
        guard let blank = text.firstIndex(of: " "), let range = MomentText.range(text[blank...]) else {
            return nil
        }
        return MomentText.date(text[..<blank]).map { ($0, range.start) }
    }

    private static func clock(_ table: CSVTable, _ log: inout DiagnosticLog) -> Int? {
        if let fast = table.withBytes(Column.time, { FastMoment.clock($0) }) { return fast }
        guard let text = table.required(Column.time, &log) else { return nil }
        if let clock = MomentText.clock(text) ?? MomentText.range(text)?.start { return clock.minute }
        if let hour = Decimal.count(text), (0...23).contains(hour) { return hour * 60 }
        log.error(
            .value(.malformed(key: "time", found: text, expected: .time, suggestion: nil)),
            at: table.place(Column.time))
        return nil
    }

    /// NaN for an empty cell; nil when diagnosed.
    private static func offered(_ table: CSVTable, _ log: inout DiagnosticLog) -> Double? {
        let fast = table.withBytes(Column.offered) { $0.isEmpty ? nil : Decimal.parse(bytes: $0) }
        if let fast, (0...largestCount).contains(fast) { return fast }
        guard table.text(Column.offered) != nil else { return .nan }
        return table.read(Column.offered, .number, 0...largestCount, &log)
    }

    /// Seconds, `240s` or `00:04:05`; zero (no call handled) is unknown.
    private static func handleSeconds(_ table: CSVTable, _ log: inout DiagnosticLog) -> Double? {
        guard table.has(Column.handleTime) else { return .nan }
        let fast = table.withBytes(Column.handleTime) { $0.isEmpty ? nil : Decimal.parse(bytes: $0) }
        if let fast, (1...28_800).contains(fast) { return fast }
        guard let text = table.text(Column.handleTime) else { return .nan }
        if let seconds = fast ?? DurationText.seconds(text).map(Double.init), seconds == 0 { return .nan }
        if fast != nil { return table.read(Column.handleTime, secondsFormat, 1...28_800, &log) }
        return table.read(Column.handleTime, .duration, 1...28_800, &log).map(Double.init)
    }

    /// Bare seconds, with limits written with their unit.
    private static let secondsFormat = ValueFormat<Double>(
        .duration, parse: { Decimal.parse($0) }, written: { Written.duration(Int($0)) })
}
