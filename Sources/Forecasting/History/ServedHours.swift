import Workforce

/// Finds the slots of a weekday that began or ceased to take contacts within a history.
///
/// Of a slot that ceased nothing is kept, so that its weekday's past totals are those of
/// the slots still served; zeros from before a slot began are unknown.
struct ServedHours {
    private(set) var series: DaySeries
    private let original: DaySeries
    private let hasContacts: Bool
    private var changes: [Change] = []
    private(set) var remarks: [ForecastRemark] = []

    /// Weeks of silence that are no accident, where zeros were recorded and where nothing was.
    private static let silentWeeks = 3
    private static let unrecordedWeeks = 4

    init(_ original: DaySeries) {
        series = original
        self.original = original
        hasContacts = original.contacts.contains { $0 > 0 }
        for weekday in 0..<7 { examine(weekday) }
        remarks = merged.map {
            .openingHoursChanged(weekdays: $0.weekdays, from: $0.from, before: $0.before, after: $0.after)
        }
    }

    private mutating func examine(_ weekday: Int) {
        let end = original.recordedEnd
        let days = (0..<end).filter { day in
            series.weekday(day) == weekday && series.kinds[day] == .ordinary && isRecordedWeek(around: day)
        }
        guard days.count > ServedHours.silentWeeks else { return }
        var began: [Int: Int] = [:]
        var ceased: [Int: Int] = [:]
        var unrecorded: Set<Int> = []
        var live: [Int] = []
        var never: [Int] = []
        for slot in 0..<series.slotsPerDay {
            let values = days.map { series.contacts[$0 * series.slotsPerDay + slot] }
            guard let first = values.firstIndex(where: { $0 > 0 }),
                let last = values.lastIndex(where: { $0 > 0 })
            else {
                if values.count >= ServedHours.silentWeeks, values.contains(0) { never.append(slot) }
                continue
            }
            live.append(slot)
            let known = values[first...last].filter { !$0.isNaN }
            let mean = known.reduce(0, +) / Double(known.count)
            let silence = values[(last + 1)...]
            if isLong(silence, mean: mean) { ceased[slot] = days[last] }
            if silence.contains(where: \.isNaN) { unrecorded.insert(slot) }
            if isLong(values[..<first], mean: mean) { began[slot] = days[first] }
        }
        // Without a record between two served hours: missing, not closed.
        let served = live.filter { ceased[$0] == nil }
        if let first = served.first, let last = served.last {
            for slot in unrecorded where first < slot && slot < last { ceased[slot] = nil }
        }
        // Zeros from end to end, in a history with contacts: never served.
        for slot in Array(ceased.keys) + (hasContacts ? never : []) {
            series.ceased[weekday * series.slotsPerDay + slot] = true
            for day in 0..<end where series.weekday(day) == weekday { series.forget(day, slots: [slot]) }
        }
        for (slot, first) in began { for day in days where day < first { series.forget(day, slots: [slot]) } }
        report(weekday, live: live, began: began, ceased: ceased)
    }

    private func isLong(_ silence: ArraySlice<Double>, mean: Double) -> Bool {
        let least = silence.contains { $0.isNaN } ? ServedHours.unrecordedWeeks : ServedHours.silentWeeks
        return silence.count >= least && Double(silence.count) * mean >= HistoryRepair.leastMissed
    }

    /// Whether other days of the week were recorded: a gap of the whole file says nothing of hours.
    private func isRecordedWeek(around day: Int) -> Bool {
        let week = max(0, day - 3)..<min(series.dayCount, day + 4)
        return week.contains { other in
            other != day && original.row(other).contains { !original.contacts[$0].isNaN }
        }
    }

    private mutating func report(_ weekday: Int, live: [Int], began: [Int: Int], ceased: [Int: Int]) {
        func range(_ slots: [Int]) -> ClockRange? {
            guard let first = slots.min(), let last = slots.max() else { return nil }
            return ClockRange(
                ClockTime(minute: first * series.slotMinutes),
                ClockTime(minute: (last + 1) * series.slotMinutes))
        }
        guard let name = Weekday(rawValue: weekday) else { return }
        if let day = began.values.max() {
            changes.append(
                Change(
                    weekdays: [name], from: series.firstDay + day,
                    before: range(live.filter { began[$0] == nil }), after: range(live)))
        }
        if let day = ceased.values.max() {
            changes.append(
                Change(
                    weekdays: [name], from: series.firstDay + (day + 7), before: range(live),
                    after: range(live.filter { ceased[$0] == nil })))
        }
    }

    private struct Change {
        var weekdays: [Weekday]
        var from: CivilDate
        let before: ClockRange?
        let after: ClockRange?
    }

    /// Weekdays whose hours changed alike within a week are one change.
    private var merged: [Change] {
        var merged: [Change] = []
        for change in changes {
            if let same = merged.firstIndex(where: {
                $0.before == change.before && $0.after == change.after
                    && abs($0.from.distance(to: change.from)) < 7
            }) {
                merged[same].weekdays += change.weekdays
                merged[same].from = min(merged[same].from, change.from)
            } else {
                merged.append(change)
            }
        }
        return merged
    }
}
