import Testing
import Workforce

@testable import Forecasting

@Suite struct VolumePlanTests {
    private func forecast(
        _ plan: VolumePlan, firstDay: String, weeks: Int, profile: VolumeProfile? = nil
    ) throws -> (Horizon, ActivityForecast) {
        let horizon = Horizon(firstDay: try #require(CivilDate(iso8601: firstDay)), weekCount: weeks)
        let activity = Activity(
            id: Identifier("calls"),
            channel: .inbound(
                InboundTerms(
                    demand: .monthlyVolume(
                        plan, spread: .profile(profile ?? MonthlySpreadTests.weekdaysAlike)),
                    handleTime: Seconds(300))))
        return (horizon, try #require(OneCampaign(horizon: horizon, activities: [activity]).forecast))
    }

    private func month(_ year: Int, _ month: Int, _ contacts: Double) -> MonthVolume {
        MonthVolume(month: CalendarMonth(year: year, month: month), contacts: contacts)
    }

    /// November 2026 has 21 weekdays, December 23; the week begins on the 30th.
    @Test func eachMonthHasItsOwn() throws {
        let (_, forecast) = try forecast(
            .months([month(2026, 11, 2100), month(2026, 12, 4600)]), firstDay: "2026-11-30", weeks: 1)
        for (day, contacts) in [100.0, 200, 200, 200, 200, 0, 0].enumerated() {
            #expect(abs(forecast.dailyContacts[day] - contacts) < 1e-9)
        }
    }

    /// Nine weeks from 1 February 2027 hold the whole of February and March.
    @Test(arguments: [(14_500.0, 900.0), (1, 1e6), (0, 300)])
    func everyMonthKeepsItsVolume(_ february: Double, _ march: Double) throws {
        let profile = VolumeProfile(
            name: "", weekdayWeights: [1.3, 1.1, 1, 1, 0.9, 0.5, 0.2],
            hourWeights: (0..<24).map { $0 < 8 ? 0.1 : Double($0) })
        let plan = VolumePlan.months([month(2027, 2, february), month(2027, 3, march), month(2027, 4, 77)])
        let (horizon, forecast) = try forecast(plan, firstDay: "2027-02-01", weeks: 9, profile: profile)
        var sums: [Int: Double] = [:]
        for t in horizon.intervals { sums[horizon.date(of: t).month, default: 0] += forecast.contacts[t] }
        #expect(abs(try #require(sums[2]) - february) < 1e-6)
        #expect(abs(try #require(sums[3]) - march) < 1e-6)
    }

    @Test func aMonthWithoutAVolumeHasNone() throws {
        let plan = VolumePlan.months([month(2026, 12, 4600), month(2027, 11, 9999)])
        let (_, forecast) = try forecast(plan, firstDay: "2026-11-30", weeks: 1)
        #expect(forecast.dailyContacts[0] == 0 && abs(forecast.dailyContacts[1] - 200) < 1e-9)
    }

    @Test(arguments: [-5, .nan, .infinity, 1e300])
    func oddVolumesStayFinite(_ volume: Double) throws {
        let (_, forecast) = try forecast(
            .months([month(2026, 11, volume)]), firstDay: "2026-11-23", weeks: 1)
        #expect(forecast.contacts.allSatisfy { $0.isFinite && $0 >= 0 })
        #expect(forecast.dailyBands.allSatisfy { $0.high.allSatisfy { $0.isFinite } })
    }
}
