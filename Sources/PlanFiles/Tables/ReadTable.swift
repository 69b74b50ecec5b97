import Foundation
import Workforce

/// Reads one CSV file that stands alone; nil where a diagnostic is an error.
func readTable<Value>(
    _ url: URL, _ read: (FileBytes, String, inout DiagnosticLog) -> Value
) -> (Value?, [Diagnostic]) {
    let file = url.lastPathComponent
    var log = DiagnosticLog()
    guard let source = FileBytes.read(url, file: file, limitMegabytes: 512, &log) else {
        return (nil, log.sorted)
    }
    let value = read(source, file, &log)
    return (log.hasErrors ? nil : value, log.capped(listedErrorLimit, file: file).sorted)
}
