import Foundation
import Workforce

/// Whether a name is that of a time zone, such as `Europe/Paris`.
public func isTimeZone(_ name: String) -> Bool { ClockChanges.isTimeZone(name) }

/// The only file that knows time zones: which wall-clock times a site's days
/// skip or live twice.
enum ClockChanges {
    static func isTimeZone(_ name: String) -> Bool { !name.isEmpty && TimeZone(identifier: name) != nil }

    static var timeZoneNames: [String] { TimeZone.knownTimeZoneIdentifiers }

    /// Changes of the legal clock from one day to another, both inside; none for an unknown zone.
    ///
    /// Found by comparing the offset at each midnight with the next one's, then
    /// bisecting to the minute; a day with two changes (none known) gives their sum.
    static func changes(from first: CivilDate, through last: CivilDate, timeZone name: String)
        -> [ClockChange]
    {
        guard let zone = TimeZone(identifier: name), first <= last else { return [] }
        var changes: [ClockChange] = []
        // UTC midnight a day early comes before any local midnight of the first day.
        var moment = Double(first.dayNumber - 1) * 86_400
        let end = Double(last.dayNumber + 2) * 86_400
        while moment < end {
            let next = moment + 86_400
            let before = offset(zone, moment)
            let after = offset(zone, next)
            if before != after,
                let change = change(zone, between: moment, and: next, before: before, after: after),
                change.date >= first, change.date <= last
            {
                changes.append(change)
            }
            moment = next
        }
        return changes
    }

    private static func offset(_ zone: TimeZone, _ moment: Double) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: moment))
    }

    private static func change(
        _ zone: TimeZone, between start: Double, and end: Double, before: Int, after: Int
    ) -> ClockChange? {
        var (low, high) = (start, end)
        while high - low > 30 {
            let middle = ((low + high) / 2).rounded()
            if offset(zone, middle) == before { low = middle } else { high = middle }
        }
        let shift = (after - before) / 60
        guard shift != 0 else { return nil }
        // The first minute at the new offset: by the old clock it is the start of the
        // hole in spring; by the new clock the start of what is lived twice in autumn.
        let instant = (high / 60).rounded(.down) * 60
        let local = Int(instant) + (shift > 0 ? before : after)
        let day = Int((Double(local) / 86_400).rounded(.down))
        return ClockChange(
            date: CivilDate(dayNumber: day), clock: ClockTime(minute: (local - day * 86_400) / 60),
            forwardMinutes: shift)
    }
}

/// The clock on the wall of a time zone.
struct WallClock {
    private let zone: TimeZone
    let name: String

    /// Nil for an unknown zone.
    init?(timeZone name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
        self.name = name
    }

    /// Civil day and second of the day, from seconds since 1970-01-01 00:00 UTC.
    func reading(at utc: Int) -> (day: Int, second: Int) {
        let local = utc + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc)))
        let day = Int((Double(local) / 86_400).rounded(.down))
        return (day, local - day * 86_400)
    }
}
