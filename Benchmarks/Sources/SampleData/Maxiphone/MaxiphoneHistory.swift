import Execution
import Workforce

/// Eighteen months of a consumer hotline, Monday to Saturday 08:00 to 20:00, as
/// its telephone system counts them: half-hours round the clock.
///
/// Expected calls of a day = level, which grows by 1.2 % a month × weekday ×
/// season × invoices × chance (gamma, 5 %); calls of a slot are Poisson on that.
func maxiphoneHistory(generator: inout SeededGenerator) -> String {
    let holidays = HolidayCalendar(region: .france)
    var level = HotlineDemand.callsOnFirstDay
    var days: [DayOfCalls] = []
    for day in stride(from: MaxiphoneDates.historyFirst, through: MaxiphoneDates.historyLast, by: 1) {
        var factor = level * HotlineDemand.factor(of: day) * generator.gamma(variation: 0.05)
        level *= HotlineDemand.dailyGrowth
        if day != MaxiphoneDates.lostDay {
            var slots = HotlineDemand.slots(of: day, isHoliday: holidays.isHoliday(day))
            if day == MaxiphoneDates.outage { for slot in 19..<36 { slots[slot] *= 0.01 } }
            if day == MaxiphoneDates.outage + 1 { factor *= 1.22 }
            days.append(
                DayOfCalls(
                    date: day, expected: slots.map { $0 * factor },
                    handleSeconds: HotlineDemand.handleSeconds,
                    lost: day == MaxiphoneDates.lostSlot ? [29] : []))
        }
    }
    return callExport(days, slotMinutes: 30, generator: &generator)
}

enum HotlineDemand {
    /// Mean calls of an open weekday at the start of the history.
    static let callsOnFirstDay = 1200.0
    /// 1.012^(12/365.25).
    static let dailyGrowth = 1.000392

    private static let weekdays = [1.20, 1.06, 1.00, 0.98, 1.00, 0.64, 0.64]

    /// Weights of the open half-hours, 08:00 first: a peak before noon and one after work.
    private static let open = [
        0.55, 0.70, 0.88, 1.00, 1.14, 1.20, 1.20, 1.12, 0.98, 0.88, 0.84, 0.90,
        0.98, 1.02, 1.04, 1.06, 1.06, 1.08, 1.12, 1.14, 1.08, 0.98, 0.84, 0.66,
    ]
    /// The same on Saturdays: one peak.
    private static let saturday = [
        0.50, 0.70, 0.92, 1.10, 1.24, 1.32, 1.32, 1.26, 1.10, 0.98, 0.92, 0.96,
        1.02, 1.06, 1.08, 1.08, 1.06, 1.02, 0.98, 0.92, 0.84, 0.76, 0.66, 0.54,
    ]
    /// Share of an open slot's mean that still calls when closed, by hour.
    private static let closed = [
        0.008, 0.006, 0.006, 0.005, 0.006, 0.010, 0.025, 0.080, 0.12, 0.12, 0.12, 0.12,
        0.12, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12, 0.100, 0.060, 0.030, 0.014,
    ]

    /// Calls of the half-hours of a day over its total, open hours adding up to 1.
    static func slots(of day: CivilDate, isHoliday: Bool) -> [Double] {
        let curve = day.weekday == .saturday ? saturday : open
        let sum = curve.reduce(0, +)
        let isShut = isHoliday || day.weekday == .sunday
        let isEve = day.month == 12 && (day.day == 24 || day.day == 31)
        return (0..<48).map { slot in
            let quiet = closed[slot / 2] / Double(curve.count)
            guard !isShut, (16..<(isEve ? 34 : 40)).contains(slot) else { return quiet }
            return curve[slot - 16] / sum
        }
    }

    static func factor(of day: CivilDate) -> Double {
        var factor = weekdays[day.weekday.rawValue]
        // Holiday-makers call less, and invoices go out on the 2nd.
        if day.month == 8 { factor *= 0.90 }
        if (3...5).contains(day.day) { factor *= 1.05 }
        if day.month == 12, day.day >= 24 { factor *= 0.85 }
        return factor
    }

    /// Mean handle time by half-hour: questions grow longer towards the evening.
    static let handleSeconds = (0..<48).map { slot in 284 + 1.4 * Double(max(0, min(24, slot - 16))) }
}
