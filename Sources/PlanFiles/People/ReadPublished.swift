import Workforce

/// Reads `published/*.csv`: rosters already sent.
enum PublishedReader {
    private enum Column { static let agent = 0, date = 1, start = 2, end = 3 }

    private static let columns = [
        TableColumn("matricule", ["agent", "id", "employee"], required: true),
        TableColumn("date", ["jour", "day"], required: true),
        TableColumn("début", ["start", "from", "de"], required: true),
        TableColumn("fin", ["end", "to", "à"], required: true),
    ]

    private static let clock = ValueFormat<ClockTime>(.time, parse: { MomentText.clock($0) })

    /// - Parameter taken: agent and date of shifts read so far, with file and line.
    static func read(
        _ source: FileBytes, file: String, names: KnownNames, horizonStart: CivilDate?,
        taken: inout [PublishedDay: SourceLocation], _ log: inout DiagnosticLog
    ) -> [PublishedShift] {
        guard var table = CSVTable(source, file: file, columns: columns, &log) else { return [] }
        var shifts: [PublishedShift] = []
        while table.next(&log) {
            guard let shift = shift(table, names, &log) else { continue }
            let day = PublishedDay(agent: shift.agent, date: shift.date)
            if let first = taken[day] {
                let problem = ReferenceProblem.duplicate(
                    thing: .shift, name: "\(shift.agent) \(shift.date)", firstLine: first.line)
                log.error(.reference(problem), at: table.place)
                continue
            }
            taken[day] = table.place
            if let horizonStart, shift.date >= horizonStart {
                log.warning(.meaning(.outsideRoster(date: shift.date)), at: table.place(Column.date))
                continue
            }
            shifts.append(shift)
        }
        return shifts
    }

    private static func shift(
        _ table: CSVTable, _ names: KnownNames, _ log: inout DiagnosticLog
    ) -> PublishedShift? {
        let agent = table.required(Column.agent, &log)
        let date = table.required(Column.date, &log) == nil ? nil : table.read(Column.date, .date, &log)
        let start = table.required(Column.start, &log) == nil ? nil : table.read(Column.start, clock, &log)
        let end = table.required(Column.end, &log) == nil ? nil : table.read(Column.end, clock, &log)
        guard let agent, let date, let start, let end else { return nil }
        if let known = names.agents, !known.contains(agent) {
            log.warning(.reference(.agentLeft(agent: agent)), at: table.place(Column.agent))
            return nil
        }
        guard start < end else {
            let problem = MeaningProblem.endBeforeStart(key: "début…fin", start: "\(start)", end: "\(end)")
            log.error(.meaning(problem), at: table.place(Column.end))
            return nil
        }
        return PublishedShift(agent: Identifier(agent), date: date, range: ClockRange(start, end))
    }
}

/// One agent's day.
struct PublishedDay: Hashable {
    var agent: Identifier<Agent>
    var date: CivilDate
}
