import Workforce

/// Rules and costs that forecasting and sizing never read, filled as plainly as possible.
extension WorkRules {
    static let plain = WorkRules(
        maximumDailyEffectiveMinutes: 600, maximumDailySpanMinutes: 780, maximumWeeklyEffectiveMinutes: 2880,
        minimumDailyRestMinutes: 660, minimumWeeklyRestMinutes: 2100, maximumConsecutiveDays: 6,
        maximumCallStretchMinutes: 180, minimumCallStretchMinutes: 180, restBreakMinutes: 10,
        workPerRestBreakMinutes: 120, lunchRequiredFromMinutes: 360, lunchMinutes: 45...60,
        lunchWindow: ClockRange(ClockTime(hour: 11), ClockTime(hour: 15)), lunchLatestAfterMinutes: 240,
        legalWeeklyMinutes: 2100, partTimeMinimumWeeklyMinutes: 1440, sundayPremium: 1, holidayPremium: 1,
        nightPremium: 0.5,
        dayWindow: ClockRange(ClockTime(hour: 6, minute: 30), ClockTime(hour: 21, minute: 30)))
}

extension EmployerTariff {
    static let plain = EmployerTariff(
        minimumWages: [], contributionShare: 0, reductionReferenceWage: .zero, reductionFloor: 0,
        reductionDelta: 0, reductionExponent: 1, reductionLimitMultiple: 3)
}

extension FloorCosts {
    static let plain = FloorCosts(
        seatPerMonth: .zero, telecomPerMinute: .zero, softwarePerAgentAndMonth: .zero,
        supervisorGrossMonthly: .zero, trainerGrossHourly: .zero, recruitmentPerHire: .zero,
        overheadShare: 0, teamSize: 10...14)
}

extension RulePack {
    static let plain = RulePack(name: "", work: .plain, calling: [], tariff: .plain)
}
