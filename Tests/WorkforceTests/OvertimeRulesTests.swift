import Testing
import Workforce

@Suite struct OvertimeRulesTests {
    static func rules() -> WorkRules {
        WorkRules(
            maximumDailyEffectiveMinutes: 600, maximumDailySpanMinutes: 780,
            maximumWeeklyEffectiveMinutes: 2880, minimumDailyRestMinutes: 660,
            minimumWeeklyRestMinutes: 2100, maximumConsecutiveDays: 6, maximumCallStretchMinutes: 180,
            minimumCallStretchMinutes: 45, restBreakMinutes: 10, workPerRestBreakMinutes: 120,
            lunchRequiredFromMinutes: 360, lunchMinutes: 45...120,
            lunchWindow: ClockRange(ClockTime(hour: 11), ClockTime(hour: 15)), lunchLatestAfterMinutes: 240,
            legalWeeklyMinutes: 2100, partTimeMinimumWeeklyMinutes: 1440, sundayPremium: 1,
            holidayPremium: 1, nightPremium: 0.5,
            dayWindow: ClockRange(ClockTime(minute: 390), ClockTime(minute: 1290)),
            overtime: OvertimeRules(
                premium: 0.25, firstMinutes: 480, furtherPremium: 0.5, complementaryShare: 0.1,
                complementaryPremium: 0.1, complementaryLimit: 1.0 / 3, complementaryFurtherPremium: 0.25))
    }

    static func contract(hours: Int, overtime: Int) -> EmploymentContract {
        EmploymentContract(
            id: Identifier("c"), name: "c", weeklyMinutes: hours * 60, daysPerWeek: 5...5,
            dailyMinutes: 240...600, grossHourlyWage: UnitPrice(euros: 13), overtimeMinutes: overtime * 60)
    }

    /// Contract's hours, hours wanted, minutes allowed.
    @Test(arguments: [
        (35, 4, 240), (35, 20, 780), (39, 20, 540), (48, 3, 0), (35, 0, 0),
        // A third of 24 h; 30 h may not reach 35; 34 h neither.
        (24, 4, 240), (24, 20, 480), (30, 20, 299), (34, 5, 59),
    ])
    func theLawLimitsWhatTheContractAllows(_ hours: Int, _ wanted: Int, _ minutes: Int) {
        let contract = Self.contract(hours: hours, overtime: wanted)
        #expect(Self.rules().overtimeLimit(of: contract) == minutes)
    }

    /// Contract's hours, minutes beyond them, premium in minutes of wage.
    @Test(arguments: [
        (35, 0, 0.0), (35, 240, 60), (35, 480, 120), (35, 600, 180),
        // Four of the first eight hours are in the contract already.
        (39, 240, 60), (39, 300, 90), (48, 60, 30),
        // A tenth of 24 h is 144 minutes.
        (24, 144, 14.4), (24, 244, 39.4), (24, -30, 0),
    ])
    func premiumsRiseByBands(_ hours: Int, _ minutes: Int, _ premium: Double) {
        let found = Self.rules().overtimePremiumMinutes(
            minutes, contract: Self.contract(hours: hours, overtime: 8))
        #expect(abs(found - premium) < 1e-9)
    }
}
