import Workforce

/// What shifts of one day cost beside their plain pay: the premiums of Sunday and holiday work, of
/// which the higher counts, and of night work, which adds to either (IDCC 2098, amendment of
/// 20/06/2002).
///
/// Known from a pattern's hours, wherever its pauses fall: an unpaid break at night counts as work
/// at night, and the hour that a clock change adds or takes does not count. Pricing charges the
/// shifts as they fall.
struct PatternPremium: Hashable, Sendable {
    /// Plain pay of one minute, contributions inside, cents.
    var minutePay: Double
    /// Shares of the wage for Sunday or a holiday, and for the night.
    var dayShare: Double
    var nightShare: Double
    /// What is no night.
    var dayWindow: ClockRange
    var step: Int

    /// Cents that a shift of the pattern costs beside its plain pay.
    func cost(_ pattern: ShiftPattern) -> Double {
        let hours = pattern.start * step..<pattern.end * step
        let window = hours.clamped(
            to: dayWindow.start.minute..<max(dayWindow.start.minute, dayWindow.end.minute))
        return minutePay
            * (dayShare * Double(pattern.paid * step) + nightShare * Double(hours.count - window.count))
    }
}

extension PoolBuilder {
    /// The premiums of a group's day; nil where no opening hour bears one.
    func premium(_ group: TourGroup, day: Int, open: [Range<Int>]) -> PatternPremium? {
        let rules = scenario.rules.work
        let step = scenario.horizon.intervalMinutes
        let date = scenario.horizon.date(ofDay: work.week * 7 + day)
        let isHoliday = scenario.holidays(of: work.campaign).isHoliday(date)
        let dayShare = max(
            0, date.weekday == .sunday ? rules.sundayPremium : 0, isHoliday ? rules.holidayPremium : 0)
        let nightShare = max(0, rules.nightPremium)
        let isNight = open.contains {
            $0.lowerBound * step < rules.dayWindow.start.minute
                || $0.upperBound * step > rules.dayWindow.end.minute
        }
        guard dayShare > 0 || (isNight && nightShare > 0) else { return nil }
        return PatternPremium(
            minutePay: scenario.loadedHourlyWage(of: group) * 100 / 60, dayShare: dayShare,
            nightShare: nightShare, dayWindow: rules.dayWindow, step: step)
    }
}
