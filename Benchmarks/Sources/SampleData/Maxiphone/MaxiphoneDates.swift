import Workforce

enum MaxiphoneDates {
    static let firstDay = date("2026-11-30")
    static let publishedMonday = date("2026-11-23")
    static let historyFirst = date("2025-05-19")
    static let historyLast = date("2026-11-22")
    /// The telephone exchange was down from 09:30 to 18:00; people called again the day after.
    static let outage = date("2026-03-10")
    /// The export of this whole day was lost.
    static let lostDay = date("2026-06-18")
    /// And on this day that of 14:30.
    static let lostSlot = date("2026-09-09")
}
