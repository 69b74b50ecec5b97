import Foundation
import Workforce

/// Reads the public holidays of a country from a data file, `date,name`, one row a day;
/// see `Documentation/workspace.md`. Days of one name in several years are one holiday.
///
/// - Returns: a calendar of no region, nil when a diagnostic is an error; all diagnostics.
public func readHolidays(file url: URL) -> (holidays: HolidayCalendar?, diagnostics: [Diagnostic]) {
    readTable(url) { source, file, log in
        HolidayCalendar(region: .none, names: HolidayReader.read(source, file: file, &log))
    }
}

/// Reads the names of public holidays by date.
enum HolidayReader {
    private enum Column { static let date = 0, name = 1 }

    private static let columns = [
        TableColumn("date", ["jour", "day"], required: true),
        TableColumn("name", ["nom", "holiday", "férié", "jour férié", "libellé"], required: true),
    ]

    static func read(
        _ source: FileBytes, file: String, _ log: inout DiagnosticLog
    ) -> [CivilDate: String] {
        guard var table = CSVTable(source, file: file, columns: columns, &log) else { return [:] }
        var names: [CivilDate: String] = [:]
        var register = NameRegister(.date)
        while table.next(&log) {
            let isDated = table.required(Column.date, &log) != nil
            let date = isDated ? table.read(Column.date, .date, &log) : nil
            let isNamed = table.required(Column.name, &log) != nil
            let name = isNamed ? table.read(Column.name, .text, &log) : nil
            guard let date, let name, register.add(date.iso8601, at: table.place, &log) else { continue }
            names[date] = name
        }
        return names
    }
}
