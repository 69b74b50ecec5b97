import Workforce

/// A table as French office software exports it: semicolons, CRLF, UTF-8.
struct FrenchTable {
    private(set) var text: String

    init(headers: [String]) { text = headers.joined(separator: ";") + "\r\n" }

    mutating func add(_ cells: [String]) { text += cells.joined(separator: ";") + "\r\n" }
}

/// `23/11/2026`.
func french(_ date: CivilDate) -> String {
    let (year, month, day) = date.components
    return "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)"
}

/// `12,80`.
func french(cents: Int) -> String { "\(cents / 100),\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }

/// A date that is known to exist.
func date(_ iso8601: StaticString) -> CivilDate {
    guard let date = CivilDate(iso8601: "\(iso8601)") else { preconditionFailure("no such date: \(iso8601)") }
    return date
}
