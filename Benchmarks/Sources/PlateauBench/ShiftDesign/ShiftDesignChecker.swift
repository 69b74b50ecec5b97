import Foundation

/// A second opinion on a solution file, from the instance and the text alone: it shares no code
/// with what made the solution.
struct ShiftDesignChecker {
    let instance: ShiftDesignInstance

    /// Rows `day,start,length,count`, start and length in minutes.
    ///
    /// - Returns: the cost recomputed, and every rule broken.
    func check(_ text: String) -> (cost: Int, violations: [String]) {
        var violations: [String] = []
        var minutes = [Int](repeating: 0, count: instance.days * 1440)
        var kinds: Set<[Int]> = []
        var rows: Set<[Int]> = []
        let lines = text.split(separator: "\n")
        if lines.first != "day,start,length,count" { violations.append("row 1: not the header") }
        for (number, line) in lines.dropFirst().enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
            guard cells.count == 4, let day = cells[0], let start = cells[1], let length = cells[2],
                let count = cells[3], (0..<instance.days).contains(day), count > 0
            else {
                violations.append("row \(number + 2): cannot be read")
                continue
            }
            if !rows.insert([day, start, length]).inserted {
                violations.append("row \(number + 2): given twice")
            }
            guard isAllowed(start: start, length: length) else {
                violations.append("row \(number + 2): no type has \(start) and \(length)")
                continue
            }
            kinds.insert([start, length])
            for minute in 0..<length { minutes[(day * 1440 + start + minute) % minutes.count] += count }
        }
        var cost = kinds.count * instance.weightShiftInstances
        for (minute, present) in minutes.enumerated() {
            let need = instance.demand[minute / instance.interval]
            cost += max(0, present - need) * instance.weightOverCover
            cost += max(0, need - present) * instance.weightUnderCover
        }
        return (cost, violations)
    }

    private func isAllowed(start: Int, length: Int) -> Bool {
        guard start % instance.interval == 0, length % instance.interval == 0 else { return false }
        return zip(instance.starts, instance.lengths).contains { starts, lengths in
            starts.contains(start / instance.interval) && lengths.contains(length / instance.interval)
        }
    }
}
