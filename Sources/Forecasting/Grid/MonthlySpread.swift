import Workforce

/// Spreads the volume stated for each month over the open intervals of its campaign.
///
/// Each calendar month's volume goes to its open days (holidays without hours and
/// days before launch or after the end excluded) in proportion to their weight,
/// whether or not they lie inside the horizon; a day's share goes to its open
/// intervals by their weight (see `SpreadShape`). A day whose open hours all weigh
/// nothing takes no share, so that the month keeps its volume unless no day takes any.
/// On a day of 23 hours the missing hour's contacts are lost with it. A month without
/// a stated volume has none. Bands are those of `StatedBands`.
///
/// - Complexity: O(days of the months touched × intervals of a day).
func spreadMonthlyVolume(
    _ plan: VolumePlan, over shape: SpreadShape, variation: Double, key: ActivityKey, campaign: Campaign,
    grid: OpenGrid, handleTime: Seconds
) -> ActivityForecast {
    let horizon = grid.horizon
    let spread = MonthSpread(shape: shape, campaign: campaign, grid: grid)
    var contacts = [Double](repeating: 0, count: horizon.intervalCount)
    var month: CalendarMonth?
    var perWeight = 0.0
    for day in 0..<horizon.dayCount {
        let date = horizon.date(ofDay: day)
        let own = CalendarMonth(of: date)
        if own != month {
            month = own
            let weight = spread.monthWeight(own)
            perWeight = weight > 0 ? statedContacts(plan, own) / weight : 0
        }
        let open = spread.openWeight(on: date)
        guard open > 0 else { continue }
        let share = perWeight * shape.dayWeight(date, open: open) / open
        for t in horizon.intervals(ofDay: day) where grid.isOpen[t] {
            contacts[t] = share * (shape.weight(on: date, minute: horizon.clockMinutes[t]) ?? 0)
        }
    }
    let seconds = Double(max(1, handleTime.count))
    let daily = grid.dailySums(contacts)
    let bands = StatedBands(variation: variation)
    var forecast = ActivityForecast(
        activity: key, contacts: contacts, handleSeconds: contacts.map { $0 > 0 ? seconds : 0 },
        bands: bands?.predictionBands(means: contacts) ?? [], dailyContacts: daily,
        dailyBands: bands?.predictionBands(means: daily) ?? [], method: .volumeProfile)
    switch shape {
    case .profile:
        if bands != nil { forecast.remarks = [.widenedBands(.statedVolume)] }
    case .learned(let learned):
        forecast.method = .analogy
        if bands != nil { forecast.remarks = [.widenedBands(.analogy(of: learned.source))] }
        let unknown = horizon.intervals.count { t in
            grid.isOpen[t]
                && learned.contacts(on: horizon.date(of: t), minute: horizon.clockMinutes[t]) == nil
        }
        if unknown > 0 { forecast.remarks.append(.openHoursWithoutHistory(intervals: unknown)) }
    }
    return forecast
}

/// Contacts of a month, made finite.
private func statedContacts(_ plan: VolumePlan, _ month: CalendarMonth) -> Double {
    let stated = plan.contacts(year: month.year, month: month.month) ?? 0
    return stated.isFinite ? min(1e9, max(0, stated)) : 0
}

/// A shape on one campaign's open time.
private struct MonthSpread {
    let shape: SpreadShape
    let campaign: Campaign
    let grid: OpenGrid

    /// Sum of the weights of a date's open intervals, on a day of 24 hours.
    func openWeight(on date: CivilDate) -> Double {
        let step = grid.horizon.intervalMinutes
        var isOpen = [Bool](repeating: false, count: 1440 / step)
        for range in campaign.openingHours.ranges(on: date, holidays: grid.holidays) {
            // As the horizon does: the intervals that start inside the range.
            let first = (range.start.minute + step - 1) / step
            let last = (range.end.minute + step - 1) / step
            for interval in first..<max(first, last) { isOpen[interval] = true }
        }
        var sum = 0.0
        for (interval, open) in isOpen.enumerated() where open {
            sum += shape.weight(on: date, minute: interval * step) ?? 0
        }
        return sum
    }

    func monthWeight(_ month: CalendarMonth) -> Double {
        var sum = 0.0
        for day in 1...CivilDate.daysInMonth(year: month.year, month: month.month) {
            guard let date = CivilDate(year: month.year, month: month.month, day: day),
                campaign.isLive(on: date)
            else { continue }
            sum += shape.dayWeight(date, open: openWeight(on: date))
        }
        return sum
    }
}
