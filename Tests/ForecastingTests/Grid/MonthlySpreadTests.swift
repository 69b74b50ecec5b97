import Testing
import Workforce

@testable import Forecasting

@Suite struct MonthlySpreadTests {
    static let weekdaysAlike = VolumeProfile(
        name: "flat", weekdayWeights: [1, 1, 1, 1, 1, 0, 0], hourWeights: Array(repeating: 1, count: 24))

    static func activity(_ volume: Double, _ profile: VolumeProfile) -> Activity {
        Activity(
            id: Identifier("calls"),
            channel: .inbound(
                InboundTerms(
                    demand: .monthlyVolume(.everyMonth(volume), spread: .profile(profile)),
                    handleTime: Seconds(300))))
    }

    static func forecast(
        _ volume: Double, _ profile: VolumeProfile, firstDay: String, weeks: Int,
        region: HolidayRegion = .france, hours: OpeningHours = SyntheticHistory.hours,
        launch: CivilDate? = nil
    ) throws -> ActivityForecast {
        let horizon = Horizon(firstDay: try #require(CivilDate(iso8601: firstDay)), weekCount: weeks)
        return try #require(
            OneCampaign(
                horizon: horizon, region: region, hours: hours, activities: [activity(volume, profile)],
                launch: launch
            ).forecast)
    }

    /// February 2027 is exactly four weeks from a Monday, without holidays.
    @Test func aWholeMonthKeepsItsVolume() throws {
        let profile = VolumeProfile(
            name: "", weekdayWeights: [1.3, 1.1, 1, 1, 0.9, 0.5, 0.2],
            hourWeights: (0..<24).map { $0 < 8 ? 0.1 : Double($0) })
        let forecast = try MonthlySpreadTests.forecast(12_000, profile, firstDay: "2027-02-01", weeks: 4)
        #expect(abs(forecast.contacts.reduce(0, +) - 12_000) < 1e-6)
        #expect(forecast.method == .volumeProfile)
        #expect(abs(forecast.dailyContacts[0] / forecast.dailyContacts[4] - 1.3 / 0.9) < 1e-9)
        // Closed on Saturdays: no share at all.
        #expect(forecast.dailyContacts[5] == 0)
        // 19:00 against 10:00.
        #expect(abs(forecast.contacts[76] / forecast.contacts[40] - 1.9) < 1e-9)
    }

    /// May 2026 has 21 weekdays, four of them holidays (1, 8, 14 and 25 May).
    @Test(arguments: [(HolidayRegion.france, 17.0), (.none, 21.0)])
    func theOpenDaysOfTheMonthShareIt(_ region: HolidayRegion, openDays: Double) throws {
        let forecast = try MonthlySpreadTests.forecast(
            2100, MonthlySpreadTests.weekdaysAlike, firstDay: "2026-05-11", weeks: 1, region: region)
        #expect(abs(forecast.dailyContacts[0] - 2100 / openDays) < 1e-9)
        #expect(forecast.dailyContacts[3] == (region == .none ? forecast.dailyContacts[0] : 0))
    }

    @Test func daysBeforeLaunchTakeNoShare() throws {
        // Ten weekdays of February 2027 are left from the 15th on.
        let forecast = try MonthlySpreadTests.forecast(
            1000, MonthlySpreadTests.weekdaysAlike, firstDay: "2027-02-15", weeks: 1,
            launch: CivilDate(iso8601: "2027-02-15"))
        #expect(abs(forecast.dailyContacts[0] - 100) < 1e-9)
    }

    @Test(arguments: [0, -5, .nan, .infinity, 1e300])
    func oddVolumesStayFinite(_ volume: Double) throws {
        for profile in [
            MonthlySpreadTests.weekdaysAlike,
            VolumeProfile(name: "", weekdayWeights: [], hourWeights: []),
            VolumeProfile(
                name: "", weekdayWeights: [.infinity, 1], hourWeights: [Double](repeating: 1e300, count: 24)),
        ] {
            let forecast = try MonthlySpreadTests.forecast(volume, profile, firstDay: "2027-02-01", weeks: 4)
            #expect(forecast.contacts.allSatisfy { $0.isFinite && $0 >= 0 })
        }
    }

    @Test func hoursWithoutWeightPassTheirShareToOtherDays() throws {
        // Saturday is open only when no call is expected.
        var hours = SyntheticHistory.hours
        hours.weekdays[5] = [ClockRange(ClockTime(hour: 8), ClockTime(hour: 9))]
        let profile = VolumeProfile(
            name: "", weekdayWeights: Array(repeating: 1, count: 7),
            hourWeights: (0..<24).map { $0 >= 9 ? 1 : 0 })
        let forecast = try MonthlySpreadTests.forecast(
            2000, profile, firstDay: "2027-02-01", weeks: 4, hours: hours)
        #expect(forecast.dailyContacts[5] == 0)
        #expect(abs(forecast.contacts.reduce(0, +) - 2000) < 1e-6)
    }
}
