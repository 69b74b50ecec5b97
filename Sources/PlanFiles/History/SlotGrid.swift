/// The grid that the intervals of a history stand on.
enum SlotGrid {
    /// Minutes of a slot; each divides the hour.
    static let lengths = [60, 30, 20, 15, 12, 10, 6, 5]

    /// The longest slot length whose grid holds all rows but at most one in
    /// twenty; daily when no row has a time of day, or all are at midnight.
    static func length(of rows: [HistoryRows.Row]) -> Int {
        if rows.allSatisfy({ $0.minute <= 0 }) {
            let isMidnightOnly = rows.contains { $0.minute == 0 } && !hasSeveralDays(rows)
            return isMidnightOnly ? 60 : 1440
        }
        var off = [Int](repeating: 0, count: lengths.count)
        for row in rows where row.minute > 0 {
            for (index, length) in lengths.enumerated() where Int(row.minute) % length != 0 {
                off[index] += 1
            }
        }
        if let fitting = lengths.indices.first(where: { off[$0] <= rows.count / 20 }) {
            return lengths[fitting]
        }
        return commonestGap(rows) ?? 15
    }

    /// Median distance in days between the rows of a daily history whose days all stand apart;
    /// nil where some are neighbours, or too few to tell.
    static func gapOfSparseDays(_ rows: [HistoryRows.Row]) -> Int? {
        let days = Set(rows.map(\.day)).sorted()
        guard days.count >= 4 else { return nil }
        let gaps = zip(days, days.dropFirst()).map { Int($1 - $0) }.sorted()
        return gaps[0] >= 5 ? gaps[gaps.count / 2] : nil
    }

    private static func hasSeveralDays(_ rows: [HistoryRows.Row]) -> Bool {
        rows.contains { $0.day != rows[0].day }
    }

    /// The commonest distance between rows that follow each other, among slot lengths.
    private static func commonestGap(_ rows: [HistoryRows.Row]) -> Int? {
        var counts: [Int: Int] = [:]
        for (row, next) in zip(rows, rows.dropFirst()) where row.day == next.day {
            counts[abs(Int(next.minute - row.minute)), default: 0] += 1
        }
        let best = lengths.max { counts[$0, default: 0] < counts[$1, default: 0] }
        return best.flatMap { counts[$0, default: 0] > 0 ? $0 : nil }
    }
}
