import Workforce

/// Paid minutes of a shift that carry a premium, and what they add to the wage.
struct PremiumTime: Equatable {
    /// Minutes with any premium.
    var minutes = 0
    /// Σ minutes × share of the hourly wage.
    var weightedMinutes = 0.0

    static func + (lhs: PremiumTime, rhs: PremiumTime) -> PremiumTime {
        PremiumTime(
            minutes: lhs.minutes + rhs.minutes, weightedMinutes: lhs.weightedMinutes + rhs.weightedMinutes)
    }
}

extension WorkRules {
    /// Premiums of one shift. Sunday and holiday do not add up: the higher one
    /// counts; night work outside `dayWindow` adds to either (amendment of
    /// 20/06/2002: each premium is a share of the base wage).
    func premiumTime(of shift: Shift, day: Int, isHoliday: Bool, horizon: Horizon) -> PremiumTime {
        let paid = paidRanges(of: shift)
        let isSunday = horizon.date(ofDay: day).weekday == .sunday
        let dayShare = max(isSunday ? sundayPremium : 0, isHoliday ? holidayPremium : 0)
        var time = PremiumTime()
        for range in paid {
            let all = horizon.elapsedMinutes(ofDay: day, in: range)
            let inDay = ClockRange(
                max(range.start, dayWindow.start),
                max(max(range.start, dayWindow.start), min(range.end, dayWindow.end)))
            let night = max(0, all - horizon.elapsedMinutes(ofDay: day, in: inDay))
            let nightShare = max(0, nightPremium)
            time.minutes += dayShare > 0 ? all : (nightShare > 0 ? night : 0)
            time.weightedMinutes += Double(all) * max(0, dayShare) + Double(night) * nightShare
        }
        return time
    }

    /// The shift without its unpaid breaks.
    private func paidRanges(of shift: Shift) -> [ClockRange] {
        Shift(range: shift.range, breaks: shift.breaks.filter { !$0.isPaid }).workStretches
    }
}
