import Workforce

/// The rows of one history file as they stand, before any grid is laid over them.
struct HistoryRows {
    /// What a row is: the contacts of an interval or a day, or one call.
    enum Kind { case counts, calls }

    struct Row {
        var day: Int32
        /// Wall-clock second; −1 for a date alone.
        var second: Int32
        var line: Int32
        /// Queue, line, channel, agent: index into `groups`.
        var group: Int32
        /// NaN where the cell is empty.
        var offered: Double
        var handleSeconds: Double

        /// Wall-clock minute; −1 for a date alone.
        var minute: Int32 { second < 0 ? -1 : second / 60 }
    }

    private(set) var kind = Kind.counts
    private(set) var rows: [Row] = []
    /// What parts the rows of one interval, one text for each column that does.
    private(set) var groups: [[String]] = []
    /// Slot of the file's intervals, of whatever queue; 1440 for daily counts.
    private(set) var slotMinutes = 1440

    static let largestCount = 1e7

    /// Reads every row; a row that cannot be read is diagnosed and left out.
    /// Nil when the file as a whole cannot be read.
    ///
    /// - Parameter queue: the only queue to keep; nil = all.
    init?(
        _ source: FileBytes, file: String, timeZone: String, queue: String?, _ log: inout DiagnosticLog
    ) {
        guard let table = HistoryRows.open(source, file: file, &log) else { return nil }
        kind = table.has(HistoryColumn.offered) ? .counts : .calls
        let parts = HistoryColumn.parts.filter { table.has($0) }
        if queue != nil, parts.isEmpty {
            let column = HistoryColumn.all[HistoryColumn.parts.lowerBound]
            log.error(
                .table(.missingColumn(column: column.name, alternatives: column.aliases)), at: table.place)
            return nil
        }
        var reader = HistoryRowReader(
            table: table, kind: kind, parts: parts, order: .usual, timeZone: timeZone)
        reader.readAll()
        if let found = reader.unusualDate {
            let order = DateOrder.best(for: HistoryRowReader.dates(of: table))
            if order != .usual {
                reader = HistoryRowReader(
                    table: table, kind: kind, parts: parts, order: order, timeZone: timeZone)
                if let date = order.date(HistoryMoment.parts(found.text).date) {
                    reader.log.note(.history(.datesReadAs(found: found.text, date: date)), at: found.place)
                }
                reader.readAll()
            }
        }
        (rows, groups) = (reader.rows, reader.groups)
        if kind == .calls, !HistoryRows.areMoments(rows) {
            let column = HistoryColumn.all[HistoryColumn.offered]
            log.error(
                .table(.missingColumn(column: column.name, alternatives: column.aliases)),
                at: SourceLocation(file: file, line: 1))
            return nil
        }
        log.append(reader.log)
        slotMinutes = SlotGrid.length(of: rows)
        if let queue { keep(queue, file: file, &log) } else { leaveOutTotals(file: file, &log) }
    }

    /// The table, from the line of its headers on.
    private static func open(
        _ source: FileBytes, file: String, _ log: inout DiagnosticLog
    ) -> CSVTable? {
        var (part, opening) = (source, DiagnosticLog())
        let header = HistoryColumn.headerLine(of: source, file: file) ?? (source.start, 1)
        part.start = header.start
        if header.line > 1 {
            opening.note(
                .table(.linesAboveHeaders(count: header.line - 1)), at: SourceLocation(file: file, line: 1))
        }
        let table = CSVTable(
            part, file: file, firstLine: header.line, columns: HistoryColumn.all, &opening)
        guard var table, table.has(HistoryColumn.start) || table.has(HistoryColumn.date) else {
            log.append(opening)
            if table != nil {
                log.error(
                    .table(.missingColumn(column: "start", alternatives: ["ts", "début", "date"])),
                    at: SourceLocation(file: file, line: header.line))
            }
            return nil
        }
        // `intervalle` may hold the time alone, beside a date.
        if table.has(HistoryColumn.start), table.has(HistoryColumn.date), !table.has(HistoryColumn.time),
            table.holds(HistoryColumn.start, rows: 100, { HistoryMoment.seconds($0) != nil })
        {
            table.move(HistoryColumn.start, to: HistoryColumn.time)
        }
        // Exports of telephone systems name the moment of a call after its step.
        var taken: String?
        let isDated = table.has(HistoryColumn.date) && !table.has(HistoryColumn.start)
        if isDated, !table.has(HistoryColumn.time), !table.has(HistoryColumn.offered),
            let position = table.unknownColumn(
                rows: 100, holding: { $0.contains(":") && HistoryMoment.seconds($0) != nil })
        {
            taken = table.take(position: position, for: HistoryColumn.time)
        }
        for diagnostic in opening.diagnostics {
            var problem = diagnostic.problem
            if case .table(.unknownColumn(let column, _)) = problem, column == taken {
                problem = .table(.columnTaken(column: column, meaning: "time"))
            }
            log.add(diagnostic.severity, problem, at: diagnostic.location)
        }
        return table
    }

    /// Whether moments are those of calls: most of them off any grid of five minutes.
    private static func areMoments(_ rows: [Row]) -> Bool {
        rows.isEmpty || rows.count { $0.second > 0 && $0.second % 300 != 0 } * 2 >= rows.count
    }

    /// Keeps the rows of one queue, by the first column that parts rows.
    private mutating func keep(_ queue: String, file: String, _ log: inout DiagnosticLog) {
        let word = CSVTable.folded(queue)
        let isKept = groups.map { $0[0] == queue || (!word.isEmpty && CSVTable.folded($0[0]) == word) }
        if !isKept.contains(true) {
            let nearest = nearestName(to: queue, among: Set(groups.map { $0[0] }).sorted())
            log.error(
                .reference(.unknown(thing: .queue, name: queue, nearest: nearest)),
                at: SourceLocation(file: file))
        }
        rows.removeAll { !isKept[Int($0.group)] }
    }

    /// Leaves out the rows of a queue called total, where there are other queues.
    private mutating func leaveOutTotals(file: String, _ log: inout DiagnosticLog) {
        let words = ["all", "tous", "toutes", "ensemble"]
        let totals = groups.map { group in
            group.contains { text in
                let word = CSVTable.folded(text)
                return CSVTable.isTotals(word) || words.contains(word)
            }
        }
        guard kind == .counts, totals.contains(true), totals.contains(false) else { return }
        var counts = [Int](repeating: 0, count: groups.count)
        for row in rows { counts[Int(row.group)] += 1 }
        for row in rows where totals[Int(row.group)] && counts[Int(row.group)] > 0 {
            let name = groups[Int(row.group)].joined(separator: " / ")
            log.note(
                .history(.totalQueue(name: name, rows: counts[Int(row.group)])),
                at: SourceLocation(file: file, line: Int(row.line)))
            counts[Int(row.group)] = 0
        }
        rows.removeAll { totals[Int($0.group)] }
    }
}
