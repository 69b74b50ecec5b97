import Foundation
import Workforce

/// Reads a file of events without a workspace: `date,name[,until,effect,campaign]`, in
/// French `date,nom,jusqu'au,effet,opération`; see `Documentation/workspace.md`.
///
/// - Returns: the events in order of date, nil when a diagnostic is an error; all diagnostics.
public func readEvents(file url: URL) -> (events: [DayEvent]?, diagnostics: [Diagnostic]) {
    readTable(url) { source, file, log in
        EventReader.read(source, file: file, names: KnownNames(), &log)
    }
}

/// Reads `events.csv`.
enum EventReader {
    static let file = "events.csv"

    private enum Column { static let date = 0, name = 1, until = 2, effect = 3, campaign = 4 }

    private static let columns = [
        TableColumn("date", ["jour", "day", "du", "from", "début", "start"], required: true),
        TableColumn("name", ["nom", "event", "événement", "libellé"], required: true),
        TableColumn("until", ["jusqu'au", "au", "through", "to", "fin", "end"]),
        TableColumn("effect", ["effet", "factor", "facteur", "impact"]),
        TableColumn("campaign", ["opération", "campagne", "operation"]),
    ]

    static func read(
        _ source: FileBytes, file: String, names: KnownNames, _ log: inout DiagnosticLog
    ) -> [DayEvent] {
        guard var table = CSVTable(source, file: file, columns: columns, &log) else { return [] }
        var events: [DayEvent] = []
        var periods: [String: PeriodRegister] = [:]
        while table.next(&log) {
            guard let event = event(table, names, &log) else { continue }
            // Of all campaigns or of one and the same.
            let isFree = periods[event.name, default: PeriodRegister()].add(
                event.days, of: event.campaign?.name, name: event.name, at: table.place, &log)
            if isFree { events.append(event) }
        }
        return events.sorted {
            ($0.days.lowerBound, $0.days.upperBound, $0.name) < (
                $1.days.lowerBound, $1.days.upperBound, $1.name
            )
        }
    }

    private static func event(
        _ table: CSVTable, _ names: KnownNames, _ log: inout DiagnosticLog
    ) -> DayEvent? {
        let name = table.required(Column.name, &log) == nil ? nil : table.read(Column.name, .text, &log)
        let days = table.period(Column.date, Column.until, &log)
        let campaign = table.text(Column.campaign)
        let isKnown =
            campaign.map { names.check($0, .campaign, at: table.place(Column.campaign), &log) } ?? true
        let isLearned = table.text(Column.effect) == nil
        let factor = table.read(Column.effect, .effect, 0...EffectText.largest, &log)
        guard let name, let days, isKnown, isLearned || factor != nil else { return nil }
        return DayEvent(
            name: name, days: days, factor: factor, campaign: campaign.map { Identifier($0) })
    }
}
