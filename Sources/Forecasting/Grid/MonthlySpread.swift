import Workforce

/// Spreads a monthly volume over the open intervals of its campaign.
///
/// Each calendar month's volume goes to its open days (holidays without hours and
/// days before launch or after the end excluded) in proportion to their weekday's
/// weight, whether or not they lie inside the horizon; a day's share goes to its
/// open intervals by the weight of their hour. A day whose open hours all weigh
/// nothing takes no share, so that the month keeps its volume unless no day takes any.
/// On a day of 23 hours the missing hour's contacts are lost with it.
///
/// - Complexity: O(days of the months touched × intervals of a day).
func spreadMonthlyVolume(
    _ contactsPerMonth: Double, profile: VolumeProfile, key: ActivityKey, campaign: Campaign,
    grid: OpenGrid, handleTime: Seconds
) -> ActivityForecast {
    let horizon = grid.horizon
    let volume = contactsPerMonth.isFinite ? min(1e9, max(0, contactsPerMonth)) : 0
    let spread = ProfileSpread(profile: profile, campaign: campaign, grid: grid)
    var contacts = [Double](repeating: 0, count: horizon.intervalCount)
    var month = (year: 0, month: 0)
    var perWeight = 0.0
    for day in 0..<horizon.dayCount {
        let date = horizon.date(ofDay: day)
        let (year, number, _) = date.components
        if (year, number) != month {
            month = (year, number)
            let weight = spread.monthWeight(year: year, month: number)
            perWeight = weight > 0 ? volume / weight : 0
        }
        let hours = spread.hourWeight(on: date)
        guard hours > 0 else { continue }
        let share = perWeight * spread.weekdayWeight(date) / hours
        for t in horizon.intervals(ofDay: day) where grid.isOpen[t] {
            contacts[t] = share * spread.hourWeight(minute: horizon.clockMinutes[t])
        }
    }
    let seconds = Double(max(1, handleTime.count))
    return ActivityForecast(
        activity: key, contacts: contacts, handleSeconds: contacts.map { $0 > 0 ? seconds : 0 },
        dailyContacts: grid.dailySums(contacts), method: .volumeProfile)
}

/// The weights of a profile on one campaign's open time.
private struct ProfileSpread {
    let profile: VolumeProfile
    let campaign: Campaign
    let grid: OpenGrid

    func weekdayWeight(_ date: CivilDate) -> Double {
        weight(date.weekday.rawValue, of: profile.weekdayWeights)
    }

    func hourWeight(minute: Int) -> Double { weight(min(23, minute / 60), of: profile.hourWeights) }

    /// A weight that is missing, negative or not a number is none.
    private func weight(_ index: Int, of weights: [Double]) -> Double {
        guard weights.indices.contains(index), weights[index].isFinite else { return 0 }
        return min(1e9, max(0, weights[index]))
    }

    /// Sum of the hour weights of a date's open intervals, on a day of 24 hours.
    func hourWeight(on date: CivilDate) -> Double {
        let step = grid.horizon.intervalMinutes
        var isOpen = [Bool](repeating: false, count: 1440 / step)
        for range in campaign.openingHours.ranges(on: date, holidays: grid.holidays) {
            // As the horizon does: the intervals that start inside the range.
            let first = (range.start.minute + step - 1) / step
            let last = (range.end.minute + step - 1) / step
            for interval in first..<max(first, last) { isOpen[interval] = true }
        }
        var sum = 0.0
        for (interval, open) in isOpen.enumerated() where open { sum += hourWeight(minute: interval * step) }
        return sum
    }

    func monthWeight(year: Int, month: Int) -> Double {
        var sum = 0.0
        for day in 1...CivilDate.daysInMonth(year: year, month: month) {
            guard let date = CivilDate(year: year, month: month, day: day), campaign.isLive(on: date),
                hourWeight(on: date) > 0
            else { continue }
            sum += weekdayWeight(date)
        }
        return sum
    }
}
