import Foundation
import Workforce

/// A history file, read.
public struct HistoryReading: Sendable {
    /// Nil when a diagnostic is an error.
    public var history: History?
    /// All of them, in the order of the file.
    public var diagnostics: [Diagnostic]
}

/// Reads one history file without a workspace; see `Documentation/workspace.md` for its columns.
///
/// - Parameters:
///   - activity: the key given to the history.
///   - timeZone: IANA name of the zone whose clock the file follows, for the days of clock changes.
/// - Complexity: linear in the size of the file, which is held in memory once.
public func readHistory(
    file url: URL, activity: ActivityKey = ActivityKey(Identifier("history"), Identifier("inbound")),
    timeZone: String = "Europe/Paris"
) -> HistoryReading {
    var log = DiagnosticLog()
    let history = readHistory(url, named: url.lastPathComponent, activity: activity, timeZone: timeZone, &log)
    return HistoryReading(history: log.hasErrors ? nil : history, diagnostics: log.sorted)
}

/// Errors of one file that are listed; further ones are counted.
let listedErrorLimit = 1000

func readHistory(
    _ url: URL, named file: String, activity: ActivityKey, timeZone: String, _ log: inout DiagnosticLog
) -> History? {
    var own = DiagnosticLog()
    defer { log.append(own.capped(listedErrorLimit, file: file)) }
    guard let source = FileBytes.read(url, file: file, limitMegabytes: 512, &own),
        let rows = HistoryRows(source, file: file, &own)
    else { return nil }
    if rows.rows.isEmpty, !own.hasErrors {
        own.error(.table(.headersOnly), at: SourceLocation(file: file, line: 1))
        return nil
    }
    return HistoryGrid(rows.rows, file: file, timeZone: timeZone, &own)?.history(of: activity)
}
