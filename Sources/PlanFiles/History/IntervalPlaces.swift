import Workforce

/// Which line filled each slot of each queue, to find an interval given twice.
struct IntervalPlaces {
    enum Answer {
        case free
        /// The second pass of an hour lived twice.
        case second
        /// Already there, on this line.
        case taken(line: Int)
    }

    private let groups: [[String]]
    /// Line that filled each slot for the queue under way; 0 = none, negative = twice.
    private var lines: [Int32]
    /// Slots filled for the queue under way.
    private var filled: [Int] = []
    private var group: Int32 = -1
    /// Queues that have rows.
    private var queueCount = 0
    /// Queues with a row in each slot.
    private var queues: [Int32]
    /// Days whose hour lived twice was given twice.
    var summedDays: Set<Int> = []

    init(groups: [[String]], slots: Int) {
        self.groups = groups
        lines = [Int32](repeating: 0, count: slots)
        queues = lines
    }

    /// The rows queue by queue, each queue in the order of the file.
    func ordered(_ rows: [HistoryRows.Row]) -> [HistoryRows.Row] {
        guard groups.count > 1 else { return rows }
        var starts = [Int](repeating: 0, count: groups.count + 1)
        for row in rows { starts[Int(row.group) + 1] += 1 }
        for group in groups.indices { starts[group + 1] += starts[group] }
        var ordered = rows
        for row in rows {
            ordered[starts[Int(row.group)]] = row
            starts[Int(row.group)] += 1
        }
        return ordered
    }

    /// Marks a slot as filled by a row; rows must come queue by queue.
    mutating func take(_ slot: Int, _ row: HistoryRows.Row, isTwice: Bool) -> Answer {
        if row.group != group {
            for slot in filled { lines[slot] = 0 }
            filled.removeAll(keepingCapacity: true)
            group = row.group
            queueCount += 1
        }
        if lines[slot] == 0 {
            lines[slot] = row.line
            filled.append(slot)
            queues[slot] += 1
            return .free
        }
        guard isTwice, lines[slot] > 0 else { return .taken(line: abs(Int(lines[slot]))) }
        // The slot then takes no third.
        lines[slot] = -lines[slot]
        return .second
    }

    /// The problem of an interval given twice.
    func duplicate(_ row: HistoryRows.Row, _ start: String, _ line: Int) -> HistoryProblem {
        guard groups.count > 1 else { return .duplicateInterval(start: start, firstLine: line) }
        let queue = groups[Int(row.group)].joined(separator: " / ")
        return .duplicateQueueInterval(start: start, queue: queue, firstLine: line)
    }

    /// Says what was summed.
    func note(file: String, _ log: inout DiagnosticLog) {
        let place = SourceLocation(file: file)
        let several = queues.count { $0 > 1 }
        if several > 0 {
            log.note(.history(.queuesSummed(intervals: several, queues: queueCount)), at: place)
        }
        for day in summedDays.sorted() {
            log.note(.history(.clockChangeSummed(date: CivilDate(dayNumber: day))), at: place)
        }
    }
}
