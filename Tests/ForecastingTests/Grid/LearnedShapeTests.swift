import Execution
import Testing
import Workforce

@testable import Forecasting

/// February 2027: four weeks from a Monday; the other activity's history ends long before.
@Suite struct LearnedShapeTests {
    private static let weekdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]

    /// A campaign that spreads 42,000 contacts a month like `SyntheticHistory.key`.
    private func scenario(
        _ history: History?, hours: OpeningHours = SyntheticHistory.hours,
        otherHours: OpeningHours = SyntheticHistory.hours, like other: ActivityKey = SyntheticHistory.key
    ) throws -> Scenario {
        let horizon = Horizon(firstDay: try #require(CivilDate(iso8601: "2027-02-01")), weekCount: 4)
        var scenario = OneCampaign(
            horizon: horizon, hours: otherHours, histories: history.map { [$0] } ?? []
        ).scenario
        var new = scenario.campaigns[0]
        new.id = Identifier("new")
        new.openingHours = hours
        new.activities[0].channel = .chat(
            ChatTerms(
                demand: .monthlyVolume(.everyMonth(42_000), spread: .like(other)), handleTime: Seconds(300),
                concurrency: 2, target: ServiceTarget()))
        scenario.campaigns.append(new)
        return scenario
    }

    private func analogy(_ scenario: Scenario) throws -> ActivityForecast {
        try #require(forecast(scenario, control: RunControl()).activities.last)
    }

    /// Weekdays of 1000, 900, 800, 800, 700: 4200 a week, so that a month is ten weeks of it.
    @Test(arguments: [15, 30, 60, 1440])
    func weekdaysAreThoseOfTheOther(_ slotMinutes: Int) throws {
        let found = try analogy(try scenario(SyntheticHistory(slotMinutes: slotMinutes).history()))
        for (day, usual) in [1000.0, 900, 800, 800, 700, 0, 0].enumerated() {
            #expect(abs(found.dailyContacts[day + 7] - 2.5 * usual) < 1e-6)
        }
        #expect(abs(found.contacts.reduce(0, +) - 42_000) < 1e-6)
        #expect(found.method == .analogy)
        #expect(found.remarks == [.widenedBands(.analogy(of: SyntheticHistory.key))])
        #expect(found.accuracy == nil)
        #expect(abs(found.dayFactorVariation(ofDay: 0) - 0.23) < 0.001)
        // Flat over the twelve open hours of Monday; its own handle time.
        #expect((32..<80).allSatisfy { abs(found.contacts[$0] - 2500.0 / 48) < 1e-6 })
        #expect(found.contacts[31] == 0 && found.contacts[80] == 0)
        #expect(found.handleSeconds[32] == 300)
    }

    /// Open on half of Tuesday's hours, it has half of Tuesday's contacts: 450 to Monday's 1000.
    @Test(arguments: [30, 1440])
    func shorterHoursHaveFewerContacts(_ slotMinutes: Int) throws {
        var hours = SyntheticHistory.hours
        hours.weekdays[1] = [ClockRange(ClockTime(hour: 9), ClockTime(hour: 15))]
        let found = try analogy(
            try scenario(SyntheticHistory(slotMinutes: slotMinutes).history(), hours: hours))
        #expect(abs(found.dailyContacts[1] / found.dailyContacts[0] - 0.45) < 1e-9)
        #expect(abs(found.contacts.reduce(0, +) - 42_000) < 1e-6)
    }

    @Test func slotsAreThoseOfTheOther() throws {
        var history = SyntheticHistory(slotMinutes: 60).history()
        for day in 0..<84 where day % 7 < 5 { history.offered[day * 24 + 8] = 200 }
        let found = try analogy(try scenario(history))
        // Monday: 200 at eight, 1000/12 at nine; each weekday pulled a little to all of them.
        #expect(abs(found.contacts[32] / found.contacts[36] - 2.4) < 0.03)
        #expect((32..<36).allSatisfy { found.contacts[$0] == found.contacts[32] })
    }

    /// Saturday mornings and evenings until nine are hours that the other never knew.
    @Test func hoursUnknownToTheOtherHaveNoContacts() throws {
        var hours = OpeningHours.daily(
            ClockRange(ClockTime(hour: 8), ClockTime(hour: 21)), on: LearnedShapeTests.weekdays)
        hours.weekdays[5] = [ClockRange(ClockTime(hour: 8), ClockTime(hour: 12))]
        let found = try analogy(try scenario(SyntheticHistory().history(), hours: hours))
        #expect(found.dailyContacts[5] == 0 && found.contacts[80] == 0 && found.contacts[79] > 0)
        // Four weeks of five evenings and one Saturday: 4 · (5·4 + 16).
        #expect(found.remarks.last == .openHoursWithoutHistory(intervals: 144))
        #expect(abs(found.contacts.reduce(0, +) - 42_000) < 1e-6)
    }

    @Test func onlyWhatWasKnownBeforeTheHorizonCounts() throws {
        let first = try #require(CivilDate(iso8601: "2026-12-07"))
        var history = SyntheticHistory(firstDay: first, days: 70).history()
        let plain = try analogy(try scenario(history))
        for index in 56 * 48..<history.offered.count where history.offered[index] != nil {
            history.offered[index] = 1e5
        }
        #expect(try analogy(try scenario(history)) == plain)
    }

    @Test func withoutAHistoryThereIsNothingToBorrow() throws {
        let nobody = ActivityKey(Identifier("campaign"), Identifier("nobody"))
        for scenario in [try scenario(nil), try scenario(SyntheticHistory().history(), like: nobody)] {
            let found = try analogy(scenario)
            #expect(found.contacts.allSatisfy { $0 == 0 } && found.contacts.count == 2688)
            #expect(found.remarks == [.shortHistory(days: 0)])
        }
    }
}
