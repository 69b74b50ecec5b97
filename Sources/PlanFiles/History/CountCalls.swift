import Workforce

/// Counting a list of calls, one a row, into slots.
extension HistoryGrid {
    /// Counts calls and averages their handle times. On a day with any call, a
    /// slot without one is zero between the earliest and the latest slot that
    /// its weekday ever used; a day without any call stays unknown.
    mutating func count(_ rows: [HistoryRows.Row], _ log: inout DiagnosticLog) {
        var calls = 0
        for row in rows {
            guard row.second >= 0 else {
                refuseDateAlone(row, &log)
                continue
            }
            let minute = Int(row.minute)
            if isInChange(day: Int(row.day), minute: minute), isSkipped(row, &log) { continue }
            add(row, to: (Int(row.day) - firstDay) * slotsPerDay + minute / slotMinutes)
            calls += 1
        }
        fillIdleSlots()
        log.note(
            .history(.callsCounted(calls: calls, slotMinutes: slotMinutes)), at: SourceLocation(file: file))
    }

    private mutating func fillIdleSlots() {
        // Earliest and latest slot of the day in use, by weekday.
        var used = [ClosedRange<Int>?](repeating: nil, count: 7)
        let days = offered.count / slotsPerDay
        for slot in offered.indices where !offered[slot].isNaN {
            let (weekday, inDay) = (weekday(ofDay: slot / slotsPerDay), slot % slotsPerDay)
            let range = used[weekday] ?? inDay...inDay
            used[weekday] = min(range.lowerBound, inDay)...max(range.upperBound, inDay)
        }
        for day in 0..<days {
            let slots = day * slotsPerDay..<(day + 1) * slotsPerDay
            guard let range = used[weekday(ofDay: day)], slots.contains(where: { !offered[$0].isNaN }) else {
                continue
            }
            for inDay in range where offered[slots.lowerBound + inDay].isNaN {
                let isNoTime = isSkippedTime(day: firstDay + day, minute: inDay * slotMinutes)
                if !isNoTime { setIdle(slots.lowerBound + inDay) }
            }
        }
    }

    private func weekday(ofDay day: Int) -> Int { CivilDate(dayNumber: firstDay + day).weekday.rawValue }
}
