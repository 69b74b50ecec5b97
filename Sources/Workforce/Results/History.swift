/// Past contacts of one activity, by civil date and wall-clock slot.
///
/// A slot without a record is `nil`: unknown, not zero. An hour lived twice in
/// autumn arrives summed into its slot; an hour that never was in spring is nil.
public struct History: Hashable, Sendable, Codable {
    public var activity: ActivityKey
    /// Length of a slot; divides a day. 1440 for daily counts.
    public var slotMinutes: Int
    public var firstDay: CivilDate
    /// Contacts offered, day after day, `1440 / slotMinutes` entries a day.
    public var offered: [Double?]
    /// Mean handle time in seconds, same shape; nil where unknown.
    public var handleSeconds: [Double?]

    public init(
        activity: ActivityKey, slotMinutes: Int, firstDay: CivilDate, offered: [Double?],
        handleSeconds: [Double?] = []
    ) {
        self.activity = activity
        self.slotMinutes = max(1, slotMinutes)
        self.firstDay = firstDay
        self.offered = offered
        self.handleSeconds = (0..<offered.count).map { $0 < handleSeconds.count ? handleSeconds[$0] : nil }
    }

    /// 0 for slots of no length.
    public var slotsPerDay: Int { slotMinutes > 0 ? 1440 / slotMinutes : 0 }
    public var dayCount: Int { offered.count / max(1, slotsPerDay) }
    public var lastDay: CivilDate { firstDay + (dayCount - 1) }

    public func slots(ofDay day: Int) -> Range<Int> { day * slotsPerDay..<(day + 1) * slotsPerDay }
}
