import Workforce

/// A history made ready for models: one row of slots a day, impossible values
/// and closed slots struck out.
///
/// Unknown is `.nan` here and only here: rows are read in the innermost loops,
/// and no value of this type leaves the module.
struct DaySeries: Sendable {
    let firstDay: CivilDate
    let slotMinutes: Int
    let slotsPerDay: Int
    let dayCount: Int
    /// Contacts, day after day; NaN = unknown or closed.
    private(set) var contacts: [Double]
    /// Mean handle time, same shape; NaN = unknown.
    let handleSeconds: [Double]
    var kinds: [DayKind]
    /// Slots by weekday (7 × slots) that take no contacts any more, whatever the opening hours say.
    var ceased: [Bool]

    /// Older days say nothing about the next months that newer ones do not.
    static let longestMemoryDays = 3 * 366

    /// - Parameters:
    ///   - history: any history, even empty or broken.
    ///   - slotMinutes: slots wanted; finer slots of the history are summed when they
    ///     divide it, otherwise the history's own slots stay.
    ///   - end: days from this date on are left out.
    init(_ history: History, slotMinutes wanted: Int, calendar: ServiceCalendar, before end: CivilDate? = nil)
    {
        // A slot of no length, or longer than a day, makes no rows at all.
        let isUsable = (1...1440).contains(history.slotMinutes)
        let history =
            isUsable
            ? history
            : History(
                activity: history.activity, slotMinutes: 1440, firstDay: history.firstDay, offered: [])
        let available = history.dayCount
        var last = available
        if let end { last = min(available, max(0, history.firstDay.distance(to: end))) }
        let first = max(0, last - DaySeries.longestMemoryDays)
        let source = SourceDays(history: history, days: first..<last, calendar: calendar)
        let isFiner = history.slotMinutes < wanted && wanted <= 1440
        let merge = isFiner && wanted % history.slotMinutes == 0 && 1440 % wanted == 0
        let parts = merge ? wanted / history.slotMinutes : 1
        firstDay = history.firstDay + first
        slotMinutes = history.slotMinutes * parts
        slotsPerDay = history.slotsPerDay / parts
        dayCount = last - first
        kinds = source.kinds
        ceased = [Bool](repeating: false, count: 7 * slotsPerDay)
        (contacts, handleSeconds) = source.rows(merging: parts)
    }

    func row(_ day: Int) -> Range<Int> { day * slotsPerDay..<(day + 1) * slotsPerDay }

    func weekday(_ day: Int) -> Int { (firstDay + day).weekday.rawValue }

    /// Undoes an effect on a day's contacts; its shape stays.
    mutating func divide(_ day: Int, by factor: Double) {
        for index in row(day) { contacts[index] /= factor }
    }

    /// Forgets some slots of a day: unknown, not zero.
    mutating func forget(_ day: Int, slots: some Sequence<Int>) {
        for slot in slots { contacts[day * slotsPerDay + slot] = .nan }
    }

    /// One past the last day that has any record: what follows is no history.
    var recordedEnd: Int {
        var day = dayCount
        while day > 0, !row(day - 1).contains(where: { !contacts[$0].isNaN }) { day -= 1 }
        return day
    }
}

/// The days of a history as recorded, with what the calendar says about them.
private struct SourceDays {
    let history: History
    let days: Range<Int>
    let calendar: ServiceCalendar
    let kinds: [DayKind]

    /// A slot with more contacts than this is a broken record.
    private static let mostContacts = 1e9
    private static let longestHandleSeconds = 86_400.0

    init(history: History, days: Range<Int>, calendar: ServiceCalendar) {
        self.history = history
        self.days = days
        self.calendar = calendar
        kinds = days.map { calendar.kind(of: history.firstDay + $0) }
    }

    private func contacts(_ index: Int) -> Double {
        guard let value = history.offered[index], value.isFinite, value >= 0,
            value <= SourceDays.mostContacts
        else { return .nan }
        return value
    }

    private func handleSeconds(_ index: Int) -> Double {
        guard index < history.handleSeconds.count, let value = history.handleSeconds[index], value.isFinite,
            value > 0, value <= SourceDays.longestHandleSeconds
        else { return .nan }
        return value
    }

    /// Slots that any day records, by slot of the day: without opening hours,
    /// only these can be missed.
    private func everRecorded() -> [Bool] {
        var seen = [Bool](repeating: false, count: history.slotsPerDay)
        for day in days {
            for (slot, index) in history.slots(ofDay: day).enumerated() where !contacts(index).isNaN {
                seen[slot] = true
            }
        }
        return seen
    }

    func rows(merging parts: Int) -> (contacts: [Double], handleSeconds: [Double]) {
        let perDay = history.slotsPerDay / parts
        var contactRows = [Double](repeating: .nan, count: days.count * perDay)
        var handleRows = contactRows
        let seen = parts > 1 && calendar.openingHours == nil ? everRecorded() : []
        for (row, day) in days.enumerated() where kinds[row] != .closed {
            let open = calendar.openSlots(
                on: history.firstDay + day, slotMinutes: history.slotMinutes,
                slotsPerDay: history.slotsPerDay)
            let base = day * history.slotsPerDay
            for slot in 0..<perDay {
                let merged = merge(
                    (slot * parts..<(slot + 1) * parts).filter { open[$0] && (seen.isEmpty || seen[$0]) },
                    base: base)
                contactRows[row * perDay + slot] = merged.contacts
                handleRows[row * perDay + slot] = merged.handleSeconds
            }
        }
        return (contactRows, handleRows)
    }

    /// The sum of a slot's parts, scaled up when up to half of them are
    /// unknown; their mean handle time weighted by contacts.
    private func merge(_ slots: [Int], base: Int) -> (contacts: Double, handleSeconds: Double) {
        var known = 0
        var sum = 0.0
        var handled = 0.0
        var work = 0.0
        for slot in slots {
            let value = contacts(base + slot)
            guard !value.isNaN else { continue }
            known += 1
            sum += value
            let seconds = handleSeconds(base + slot)
            if !seconds.isNaN, value > 0 {
                handled += value
                work += value * seconds
            }
        }
        guard known > 0, 2 * known >= slots.count else { return (.nan, .nan) }
        return (sum * Double(slots.count) / Double(known), handled > 0 ? work / handled : .nan)
    }
}
