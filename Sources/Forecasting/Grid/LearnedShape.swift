import Workforce

/// How one activity's history spreads over the open time of a week, for another activity to borrow.
struct LearnedShape: Sendable, Equatable {
    /// Activity that it was learned from.
    let source: ActivityKey
    let intervalMinutes: Int
    /// Usual contacts by weekday and interval of the day; nil = closed, or never recorded.
    let contacts: [Double?]

    /// Nil where the activity does not exist or has no history.
    ///
    /// A slot's contacts lie evenly over the minutes that the activity is open in it, so
    /// that a daily history gives the same weight to each open hour. Only what was known
    /// before the horizon counts, as in the activity's own forecast.
    init?(of source: ActivityKey, in scenario: Scenario) {
        guard let campaign = scenario.campaign(source.campaign), let activity = scenario.activity(source),
            let history = scenario.history(source)
        else { return nil }
        let arrivesAnytime = if case .backOffice = activity.channel { true } else { false }
        let grid = OpenGrid(scenario: scenario, campaign: campaign, arrivesAnytime: arrivesAnytime)
        let start = scenario.horizon.firstDay
        let series = DaySeries(
            history, slotMinutes: scenario.horizon.intervalMinutes, calendar: grid.calendar,
            before: history.firstDay < start ? start : nil)
        let usual = usualContacts(FittedHistory(series, calendar: grid.calendar))
        let hours = arrivesAnytime ? nil : campaign.openingHours
        self.source = source
        intervalMinutes = scenario.horizon.intervalMinutes
        contacts = Weekday.allCases.flatMap { weekday in
            let first = weekday.rawValue * series.slotsPerDay
            let slots = (0..<series.slotsPerDay).map { slot in
                first + slot < usual.count ? usual[first + slot] : nil
            }
            return LearnedShape.intervals(
                slots, slotMinutes: series.slotMinutes, intervalMinutes: grid.horizon.intervalMinutes,
                open: hours.map { $0.weekdays[weekday.rawValue] })
        }
    }

    /// A day's slots on the intervals that are open; `open` nil = all day.
    private static func intervals(
        _ slots: [Double?], slotMinutes: Int, intervalMinutes step: Int, open: [ClockRange]?
    ) -> [Double?] {
        var isOpen = [Bool](repeating: open == nil, count: 1440)
        for range in open ?? [] {
            for minute in range.start.minute..<max(range.start.minute, range.end.minute) {
                isOpen[min(1439, minute)] = true
            }
        }
        let openMinutes = slots.indices.map { slot in
            (slot * slotMinutes..<(slot + 1) * slotMinutes).count { $0 < 1440 && isOpen[$0] }
        }
        return (0..<1440 / step).map { interval in
            var sum: Double?
            for minute in interval * step..<(interval + 1) * step where isOpen[minute] {
                let slot = minute / slotMinutes
                guard slot < slots.count, let contacts = slots[slot] else { continue }
                sum = (sum ?? 0) + contacts / Double(max(1, openMinutes[slot]))
            }
            return sum
        }
    }

    func contacts(on date: CivilDate, minute: Int) -> Double? {
        let perDay = 1440 / intervalMinutes
        return contacts[date.weekday.rawValue * perDay + min(perDay - 1, minute / intervalMinutes)]
    }
}

/// Contacts by weekday and slot as the models know them, up to a common factor; nil where the
/// weekday's history never recorded the slot.
private func usualContacts(_ fit: FittedHistory) -> [Double?] {
    let profile = fit.models.profile
    return zip(profile.slotContacts, profile.slotSeen).map { $1 ? $0 : nil }
}
