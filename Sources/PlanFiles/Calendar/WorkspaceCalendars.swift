import Foundation
import Workforce

/// The calendar files of a workspace: public holidays of other countries, own school holidays.
struct WorkspaceCalendars {
    let folder: URL
    /// Own school holidays, else the built-in ones; nil where the own file could not be read.
    let schoolHolidays: [SchoolHolidays]?
    /// Last day of the built-in school holidays, where they are in use.
    let builtInEnd: CivilDate?

    init(folder: URL, _ log: inout DiagnosticLog) {
        self.folder = folder
        let file = SchoolHolidayReader.file
        let url = folder.appendingPathComponent(file)
        guard FileManager.default.fileExists(atPath: url.path) else {
            schoolHolidays = SchoolHolidayReader.builtIn
            builtInEnd = SchoolHolidayReader.builtIn.flatMap { $0.periods.map(\.upperBound) }.max()
            return
        }
        var own = DiagnosticLog()
        let source = FileBytes.read(url, file: file, limitMegabytes: 512, &own)
        let found = source.map { SchoolHolidayReader.read($0, file: file, &own) }
        schoolHolidays = own.hasErrors ? nil : found
        builtInEnd = nil
        log.append(own.capped(listedErrorLimit, file: file))
    }

    /// The public holidays of a site: a region, or a data file of the workspace.
    func holidays(
        _ value: YAMLValue?, extraDates: Set<CivilDate>, _ log: inout DiagnosticLog
    ) -> HolidayCalendar {
        guard let value else { return HolidayCalendar(region: .france, extraDates: extraDates) }
        if case .text(let text) = value.content, text.trimmed.lowercased().hasSuffix(".csv") {
            let names = names(inFile: text.trimmed, value.place, &log)
            return HolidayCalendar(region: .none, extraDates: extraDates, names: names)
        }
        let regions = HolidayRegion.allCases.map(\.rawValue)
        let region = Fields.read(value, named: "holidays", .choice(regions), &log)
        return HolidayCalendar(
            region: region.flatMap(HolidayRegion.init(rawValue:)) ?? .france, extraDates: extraDates)
    }

    private func names(
        inFile file: String, _ place: SourceLocation, _ log: inout DiagnosticLog
    ) -> [CivilDate: String] {
        let steps = file.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        guard !steps.contains(""), !steps.contains(".."), !file.contains(":") else {
            let problem = ValueProblem.malformed(
                key: "holidays", found: file, expected: .workspaceFile,
                suggestion: steps.last.map(String.init))
            log.error(.value(problem), at: place)
            return [:]
        }
        var own = DiagnosticLog()
        let url = folder.appendingPathComponent(file)
        let source = FileBytes.read(url, file: file, limitMegabytes: 512, &own)
        let names = source.map { HolidayReader.read($0, file: file, &own) }
        log.append(own.capped(listedErrorLimit, file: file))
        return names ?? [:]
    }

    /// The school holidays of the zones a site names.
    func schoolHolidays(
        zones: [(value: String, place: SourceLocation)], horizonEnd: CivilDate?,
        _ log: inout DiagnosticLog
    ) -> [SchoolHolidays] {
        guard let known = schoolHolidays, let first = zones.first else { return [] }
        if let builtInEnd, let horizonEnd, horizonEnd > builtInEnd {
            log.warning(.meaning(.schoolHolidaysEnd(last: builtInEnd)), at: first.place)
        }
        return SchoolHolidayReader.select(zones.map { ($0.value, $0.place) }, among: known, &log)
    }
}
