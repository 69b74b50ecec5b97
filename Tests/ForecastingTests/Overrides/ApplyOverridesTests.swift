import Testing
import Workforce

@testable import Forecasting

@Suite struct ApplyOverridesTests {
    private static let history = SyntheticHistory(days: 84).history()
    private static let calendar = EventCalendar(holidays: HolidayCalendar(region: .none))

    private func forecast(_ overrides: [ForecastOverride]) -> HistoryForecast {
        forecastHistory(
            ApplyOverridesTests.history, days: 14, calendar: ApplyOverridesTests.calendar,
            options: ForecastOptions(quantiles: [0.9], overrides: overrides))
    }

    /// The first day forecast is Monday 2026-03-30.
    private func override(
        _ days: ClosedRange<Int>, hours: ClockRange? = nil, _ change: ForecastOverride.Change,
        campaign: Identifier<Campaign>? = nil
    ) -> ForecastOverride {
        let first = ApplyOverridesTests.history.lastDay + 1
        return ForecastOverride(
            campaign: campaign, days: (first + days.lowerBound)...(first + days.upperBound), hours: hours,
            change: change, author: "M. Delcourt", reason: "mailing")
    }

    @Test func aFactorScalesItsDaysAndNothingElse() {
        let plain = forecast([])
        let changed = forecast([override(1...2, .factor(1.2))])
        for day in 0..<14 {
            let factor = (1...2).contains(day) ? 1.2 : 1
            #expect(abs(changed.dailyMean[day] - factor * plain.dailyMean[day]) < 1e-9)
            #expect(abs(changed.dailyBands[1].high[day] - factor * plain.dailyBands[1].high[day]) < 1e-9)
            #expect(abs(changed.quantiles[0].days[day] - factor * plain.quantiles[0].days[day]) < 1e-9)
            let slots = changed.mean[day * 48..<day * 48 + 48].reduce(0, +)
            #expect(abs(slots - changed.dailyMean[day]) < 1e-9)
        }
        #expect(abs(changed.weeks[0].mean - (plain.weeks[0].mean + 0.2 * 1700)) < 1e-6)
        #expect(changed.weeks[1] == plain.weeks[1])
        #expect(changed.overrides.count == 1)
        #expect(abs(changed.overrides[0].before - 1700) < 1e-6)
        #expect(abs(changed.overrides[0].after - 2040) < 1e-6)
        #expect(changed.overrides[0].override.author == "M. Delcourt")
    }

    @Test func aVolumeIsSpreadOverTheDay() {
        let changed = forecast([override(0...0, .contactsPerDay(1500))])
        #expect(abs(changed.dailyMean[0] - 1500) < 1e-9)
        #expect(abs(changed.mean[20] - 1500.0 / 24) < 1e-9)
    }

    @Test func hoursLimitTheChange() {
        let morning = ClockRange(ClockTime(hour: 10), ClockTime(hour: 12))
        let changed = forecast([override(0...0, hours: morning, .factor(2))])
        #expect(abs(changed.dailyMean[0] - 1000 * 28 / 24) < 1e-6)
        #expect(abs(changed.mean[20] - 2 * 1000.0 / 24) < 1e-6)
        #expect(abs(changed.mean[24] - 1000.0 / 24) < 1e-6)
    }

    @Test func correctionsFollowEachOther() {
        let both = forecast([override(0...0, .contactsPerDay(500)), override(0...0, .factor(1.1))])
        #expect(abs(both.dailyMean[0] - 550) < 1e-9)
        #expect(both.overrides.map { $0.after.rounded() } == [500, 550])
    }

    @Test func otherCampaignsClosedDaysAndOtherDatesAreLeftAlone() {
        let other = forecast([override(0...0, .factor(9), campaign: Identifier("relance"))])
        #expect(other == forecast([]))
        // Saturday is closed: a volume cannot be spread over it.
        let closed = forecast([override(5...5, .contactsPerDay(300))])
        #expect(closed.dailyMean[5] == 0 && closed.overrides[0].after == 0)
        #expect(forecast([override(20...22, .factor(2))]).overrides.isEmpty)
    }

    /// Hours that cut slots change them in part: half of two half-hours, and 2 of the 24 hours of a day.
    @Test func hoursInsideSlotsChangeThemInPart() {
        let middle = ClockRange(ClockTime(hour: 10, minute: 15), ClockTime(hour: 10, minute: 45))
        let changed = forecast([override(0...0, hours: middle, .factor(2))])
        #expect(abs(changed.mean[20] - 1.5 * 1000.0 / 24) < 1e-6)
        #expect(abs(changed.dailyMean[0] - 1000 * 25 / 24) < 1e-6)
        let daily = forecastHistory(
            SyntheticHistory(days: 84, slotMinutes: 1440).history(), days: 7,
            calendar: ApplyOverridesTests.calendar,
            options: ForecastOptions(overrides: [
                override(
                    0...0, hours: ClockRange(ClockTime(hour: 10), ClockTime(hour: 12)), .factor(2))
            ]))
        #expect(abs(daily.dailyMean[0] - 1000 * 26 / 24) < 1e-6)
    }
}
