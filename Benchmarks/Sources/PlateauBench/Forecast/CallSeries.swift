import ArgumentParser
import Foundation
import Workforce

/// Calls of one queue by slot, from a file with the columns `ts,calls`.
struct CallSeries {
    let slotMinutes: Int
    let firstDay: CivilDate
    /// Day after day; nil = no row.
    let calls: [Double?]

    var slotsPerDay: Int { 1440 / slotMinutes }
    var dayCount: Int { calls.count / slotsPerDay }

    /// Rows are `2003-03-03 07:00:00,560`, or `2003-03-03,41178` where a row is a day.
    init(contentsOf url: URL) throws {
        var rows: [(day: CivilDate, minute: Int, calls: Double)] = []
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated().dropFirst() {
            let fields = line.split(separator: ",")
            let stamp = fields.first?.split(whereSeparator: { $0 == " " || $0 == "T" }) ?? []
            let clock = (stamp.count > 1 ? stamp[1].split(separator: ":") : []).compactMap { Int($0) }
            guard fields.count >= 2, let date = stamp.first.flatMap({ CivilDate(iso8601: $0) }),
                let value = Double(fields[1]), value >= 0, stamp.count < 2 || clock.count >= 2
            else { throw ValidationError("\(url.lastPathComponent), line \(number + 1): not ts,calls") }
            rows.append((date, clock.count > 1 ? clock[0] * 60 + clock[1] : 0, value))
        }
        guard let first = rows.map(\.day).min(), let last = rows.map(\.day).max() else {
            throw ValidationError("\(url.lastPathComponent): no rows")
        }
        let minutes = Set(rows.map(\.minute)).subtracting([0])
        let slotMinutes = minutes.reduce(1440) { CallSeries.greatestDivisor($0, $1) }
        let perDay = 1440 / slotMinutes
        var calls = [Double?](repeating: nil, count: (first.distance(to: last) + 1) * perDay)
        for row in rows { calls[first.distance(to: row.day) * perDay + row.minute / slotMinutes] = row.calls }
        self.slotMinutes = slotMinutes
        self.calls = calls
        firstDay = first
    }

    private static func greatestDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestDivisor(b, a % b) }

    /// The calls of a day; nil where the day has no row at all.
    func day(_ day: Int) -> [Double?]? {
        let row = Array(calls[day * slotsPerDay..<(day + 1) * slotsPerDay])
        return row.contains { $0 != nil } ? row : nil
    }

    /// What was known on the evening before day `end`.
    func history(before end: Int) -> History {
        History(
            activity: ActivityKey(Identifier("queue"), Identifier("calls")), slotMinutes: slotMinutes,
            firstDay: firstDay, offered: Array(calls.prefix(end * slotsPerDay)))
    }

    /// A year of this series, its weeks repeated where it is shorter: for timing alone.
    var year: History {
        let week = 7 * slotsPerDay
        let whole = calls.count / week * week
        let source = whole > 0 ? Array(calls.prefix(whole)) : calls
        let offered = (0..<364 * slotsPerDay).map { source[$0 % max(1, source.count)] }
        return History(
            activity: ActivityKey(Identifier("queue"), Identifier("calls")), slotMinutes: slotMinutes,
            firstDay: firstDay, offered: offered)
    }
}
