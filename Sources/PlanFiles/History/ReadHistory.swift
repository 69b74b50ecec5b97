import Foundation
import Workforce

/// A history file, read.
public struct HistoryReading: Sendable {
    /// Nil when a diagnostic is an error.
    public var history: History?
    /// All of them, in the order of the file.
    public var diagnostics: [Diagnostic]
}

/// Reads one history file without a workspace: contacts of intervals or days, of one
/// queue or several, or a list of calls; see `Documentation/workspace.md` for its columns.
///
/// - Parameters:
///   - activity: the key given to the history.
///   - timeZone: IANA name of the zone whose clock the file follows, for the days of clock changes.
///   - queue: the only queue to read; nil = the sum of all.
///   - callSlotMinutes: slot that a list of calls is counted into: 5, 6, 10, 12, 15, 20, 30 or
///     60 minutes, 15 for anything else.
/// - Complexity: linear in the size of the file, which is held in memory once.
public func readHistory(
    file url: URL, activity: ActivityKey = ActivityKey(Identifier("history"), Identifier("inbound")),
    timeZone: String = "Europe/Paris", queue: String? = nil, callSlotMinutes: Int = 15
) -> HistoryReading {
    var log = DiagnosticLog()
    let history = readHistory(
        url, named: url.lastPathComponent, activity: activity, timeZone: timeZone, queue: queue,
        callSlotMinutes: callSlotMinutes, &log)
    return HistoryReading(history: log.hasErrors ? nil : history, diagnostics: log.sorted)
}

/// Errors of one file that are listed; further ones are counted.
let listedErrorLimit = 1000

func readHistory(
    _ url: URL, named file: String, activity: ActivityKey, timeZone: String, queue: String? = nil,
    callSlotMinutes: Int = 15, _ log: inout DiagnosticLog
) -> History? {
    var own = DiagnosticLog()
    defer { log.append(own.capped(listedErrorLimit, file: file)) }
    guard let source = FileBytes.read(url, file: file, limitMegabytes: 512, &own),
        let rows = HistoryRows(source, file: file, timeZone: timeZone, queue: queue, &own)
    else { return nil }
    if rows.rows.isEmpty, !own.hasErrors {
        own.error(.table(.headersOnly), at: SourceLocation(file: file, line: 1))
        return nil
    }
    let slot = SlotGrid.lengths.contains(callSlotMinutes) ? callSlotMinutes : 15
    return HistoryGrid(rows, file: file, timeZone: timeZone, callSlotMinutes: slot, &own)?
        .history(of: activity)
}
