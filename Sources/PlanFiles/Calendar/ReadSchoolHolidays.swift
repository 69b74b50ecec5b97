import Foundation
import Workforce

/// Reads school holidays from a data file, `zone,from,until[,name]`: first and last day
/// without school; see `Documentation/workspace.md`.
///
/// - Returns: one entry a zone, by name, nil when a diagnostic is an error; all diagnostics.
public func readSchoolHolidays(
    file url: URL
) -> (schoolHolidays: [SchoolHolidays]?, diagnostics: [Diagnostic]) {
    readTable(url) { source, file, log in SchoolHolidayReader.read(source, file: file, &log) }
}

/// The built-in school holidays of French zones (A, B, C), school years 2023-24 to 2026-27.
///
/// - Returns: in the order of `zones`, each once; nil when one is unknown; all diagnostics.
public func schoolHolidays(
    zones: [String]
) -> (schoolHolidays: [SchoolHolidays]?, diagnostics: [Diagnostic]) {
    var log = DiagnosticLog()
    let place = SourceLocation(file: SchoolHolidayReader.file)
    let found = SchoolHolidayReader.select(
        zones.map { ($0, place) }, among: SchoolHolidayReader.builtIn, &log)
    return (log.hasErrors ? nil : found, log.sorted)
}

/// Reads `school-holidays.csv`, the built-in one or that of a workspace.
enum SchoolHolidayReader {
    static let file = "school-holidays.csv"

    private enum Column { static let zone = 0, from = 1, until = 2, name = 3 }

    private static let columns = [
        TableColumn("zone", ["académie", "région", "region"], required: true),
        TableColumn("from", ["du", "début", "start"], required: true),
        TableColumn("until", ["au", "jusqu'au", "through", "to", "fin", "end"], required: true),
        TableColumn("name", ["nom", "vacances", "holidays", "libellé"]),
    ]

    /// Source: arrêtés of the ministry of education, named in `Documentation/workspace.md`.
    static let builtIn: [SchoolHolidays] = {
        var log = DiagnosticLog()
        let bytes = FileBytes(bytes: PackageResources.school_holidays_csv, file: file, &log)
        return bytes.map { read($0, file: file, &log) } ?? []
    }()

    static func read(
        _ source: FileBytes, file: String, _ log: inout DiagnosticLog
    ) -> [SchoolHolidays] {
        guard var table = CSVTable(source, file: file, columns: columns, &log) else { return [] }
        var periods: [String: [ClosedRange<CivilDate>]] = [:]
        var taken: [String: PeriodRegister] = [:]
        while table.next(&log) {
            let isNamed = table.required(Column.zone, &log) != nil
            let zone = isNamed ? table.read(Column.zone, .text, &log) : nil
            let isEnded = table.required(Column.until, &log) != nil
            let days = table.period(Column.from, Column.until, &log)
            guard let zone, let days, isEnded else { continue }
            let name = [table.text(Column.name), zone].compactMap { $0 }.joined(separator: " ")
            if taken[zone, default: PeriodRegister()].add(days, name: name, at: table.place, &log) {
                periods[zone, default: []].append(days)
            }
        }
        return periods.keys.sorted().map { zone in
            SchoolHolidays(
                zone: zone, periods: periods[zone, default: []].sorted { $0.lowerBound < $1.lowerBound })
        }
    }

    /// The zones asked for, in that order, each once; unknown ones are diagnosed with those that exist.
    static func select(
        _ zones: [(name: String, place: SourceLocation)], among known: [SchoolHolidays],
        _ log: inout DiagnosticLog
    ) -> [SchoolHolidays] {
        var found: [SchoolHolidays] = []
        for (name, place) in zones {
            let word = name.trimmed.lowercased()
            guard let zone = known.first(where: { $0.zone.lowercased() == word }) else {
                let problem = ValueProblem.malformed(
                    key: "schoolHolidays", found: name, expected: .choice(known.map(\.zone)),
                    suggestion: nearestName(to: name.trimmed, among: known.map(\.zone)))
                log.error(.value(problem), at: place)
                continue
            }
            if !found.contains(zone) { found.append(zone) }
        }
        return found
    }
}
