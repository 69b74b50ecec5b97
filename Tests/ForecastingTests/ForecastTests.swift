import Execution
import Testing
import Workforce

@testable import Forecasting

/// A scenario of one campaign around one horizon.
struct OneCampaign {
    var horizon = Horizon(firstDay: CivilDate(dayNumber: 20_542), weekCount: 2)  // Monday 2026-03-30
    var region = HolidayRegion.none
    var hours = SyntheticHistory.hours
    var activities: [Activity] = [
        Activity(
            id: Identifier("calls"),
            channel: .inbound(InboundTerms(demand: .history, handleTime: Seconds(240))))
    ]
    var launch: CivilDate?
    var end: CivilDate?
    var histories: [History] = []

    var scenario: Scenario {
        let site = Site(id: Identifier("site"), name: "", holidays: HolidayCalendar(region: region))
        let campaign = Campaign(
            id: Identifier("campaign"), name: "", client: "", site: site.id, openingHours: hours,
            activities: activities, launch: launch, end: end)
        return Scenario(
            name: "", horizon: horizon, floor: Floor(name: "", sites: [site], contracts: []),
            campaigns: [campaign], histories: histories, rules: .plain, costs: .plain)
    }

    var forecast: ActivityForecast? { Forecasting.forecast(scenario, control: RunControl()).activities.first }
}

@Suite struct ForecastTests {
    @Test(arguments: [15, 30, 60, 1440])
    func slotsOfAnyLengthGiveTheSameDays(_ slotMinutes: Int) throws {
        let history = SyntheticHistory(slotMinutes: slotMinutes).history()
        for interval in [15, 20, 30, 60] {
            let horizon = Horizon(
                firstDay: CivilDate(dayNumber: 20_542), weekCount: 2, intervalMinutes: interval)
            let forecast = try #require(OneCampaign(horizon: horizon, histories: [history]).forecast)
            for day in 0..<14 {
                #expect(abs(forecast.dailyContacts[day] - SyntheticHistory().weekday[day % 7]) < 1e-6)
            }
            // Flat over the twelve open hours, nothing outside.
            for t in horizon.intervals(ofDay: 0) {
                let isOpen = (480..<1200).contains(horizon.clockMinutes[t])
                let expected = isOpen ? 1000 * Double(interval) / 720 : 0
                #expect(abs(forecast.contacts[t] - expected) < 1e-6)
                #expect(forecast.handleSeconds[t] == (isOpen ? 240 : 0))
            }
        }
    }

    @Test func intervalsShareASlotOfTheHistory() throws {
        var history = SyntheticHistory(slotMinutes: 60).history()
        for day in 0..<84 where day % 7 < 5 { history.offered[day * 24 + 8] = 100 }
        let forecast = try #require(OneCampaign(histories: [history]).forecast)
        // Each weekday's shares are pulled a little to those of all.
        for t in 32..<36 {
            #expect(abs(forecast.contacts[t] - 25) < 0.25)
            #expect(forecast.contacts[t] == forecast.contacts[32])
        }
    }

    @Test func clockChangesLoseOrRepeatTheirHour() throws {
        let sunday = try #require(CivilDate(iso8601: "2026-03-29"))
        let allDay = OpeningHours(
            weekdays: Array(repeating: [ClockRange(.midnight, .endOfDay)], count: 7), onHolidays: nil)
        let history = SyntheticHistory(
            days: 70, weekday: Array(repeating: 2400, count: 7), opening: ClockRange(.midnight, .endOfDay)
        ).history()
        for (shift, total) in [(60, 2300.0), (-60, 2500.0)] {
            let change = ClockChange(date: sunday, clock: ClockTime(hour: 2), forwardMinutes: shift)
            let horizon = Horizon(firstDay: sunday.monday, weekCount: 1, clockChanges: [change])
            let forecast = try #require(
                OneCampaign(horizon: horizon, hours: allDay, histories: [history]).forecast)
            #expect(abs(forecast.dailyContacts[6] - total) < 1e-6)
        }
    }

    @Test func daysNotLiveHaveNoContacts() throws {
        let tuesday = CivilDate(dayNumber: 20_543)
        let forecast = try #require(
            OneCampaign(launch: tuesday, end: tuesday + 1, histories: [SyntheticHistory().history()]).forecast
        )
        #expect(forecast.dailyContacts.indices.filter { forecast.dailyContacts[$0] > 0 } == [1, 2])
    }

    @Test func historyInsideTheHorizonIsNotUsed() throws {
        var history = SyntheticHistory(days: 98).history()
        let plain = try #require(OneCampaign(histories: [history]).forecast)
        for index in 84 * 48..<history.offered.count { history.offered[index] = 1e6 }
        #expect(OneCampaign(histories: [history]).forecast == plain)
    }

    @Test func aGapBeforeTheHorizonIsBridged() throws {
        let late = Horizon(firstDay: CivilDate(dayNumber: 20_542 + 140), weekCount: 1)
        let forecast = try #require(
            OneCampaign(horizon: late, histories: [SyntheticHistory().history()]).forecast)
        #expect(abs(forecast.dailyContacts[0] - 1000) < 1e-6)
    }

    @Test func overridesApplyLast() throws {
        var terms = InboundTerms(demand: .history, handleTime: Seconds(240))
        let history = SyntheticHistory(seed: 9, handleSeconds: 200).history()
        func run() throws -> ActivityForecast {
            try #require(
                OneCampaign(
                    activities: [Activity(id: Identifier("calls"), channel: .inbound(terms))],
                    histories: [history]
                ).forecast)
        }
        let plain = try run()
        terms.volumeFactor = 1.1
        terms.handleTimeShift = Seconds(-15)
        let changed = try run()
        for t in plain.contacts.indices {
            #expect(abs(changed.contacts[t] - 1.1 * plain.contacts[t]) < 1e-9)
            #expect(abs(changed.bands[1].high[t] - 1.1 * plain.bands[1].high[t]) < 1e-9)
            #expect(abs(changed.handleSeconds[t] - max(0, plain.handleSeconds[t] - 15)) < 1e-9)
        }
        terms.handleTimeShift = Seconds(-10_000)
        #expect(try run().handleSeconds.allSatisfy { $0 == 0 || $0 == 1 })
        terms.volumeFactor = .nan
        #expect(try run().contacts == plain.contacts)
    }

    @Test func outboundHasNoForecastAndMissingHistoryIsRemarked() throws {
        let outbound = Activity(
            id: Identifier("list"),
            channel: .outbound(
                OutboundTerms(listSize: 10, reachRate: 0.3, conversionRate: 0.1, handleTime: Seconds(200))))
        #expect(OneCampaign(activities: [outbound]).forecast == nil)
        let none = try #require(OneCampaign().forecast)
        #expect(none.contacts.allSatisfy { $0 == 0 })
        #expect(none.remarks.first == .shortHistory(days: 0))
        let empty = Horizon(firstDay: CivilDate(dayNumber: 20_542), weekCount: 0)
        #expect(
            OneCampaign(horizon: empty, histories: [SyntheticHistory().history()]).forecast?.contacts == [])
    }

    @Test func eveningHoursWithoutHistoryAreRemarked() throws {
        let longer = OpeningHours.daily(ClockRange(ClockTime(hour: 8), ClockTime(hour: 21)), on: [.monday])
        let forecast = try #require(
            OneCampaign(hours: longer, histories: [SyntheticHistory().history()]).forecast)
        // Two Mondays, four quarters each.
        #expect(forecast.remarks.contains(.openHoursWithoutHistory(intervals: 8)))
    }

    @Test func backOfficeItemsComeInWhileClosed() throws {
        let terms = DeferredTerms(demand: .history, handleTime: Seconds(300), dueWithin: Seconds(86_400))
        let history = SyntheticHistory(
            weekday: Array(repeating: 480, count: 7), opening: ClockRange(.midnight, .endOfDay)
        ).history()
        let forecast = try #require(
            OneCampaign(
                activities: [Activity(id: Identifier("calls"), channel: .backOffice(terms))],
                histories: [history]
            ).forecast)
        #expect(forecast.dailyContacts.allSatisfy { abs($0 - 480) < 1e-6 })
    }

    @Test func threadsDoNotShow() throws {
        let many = (0..<6).map { index in
            Activity(
                id: Identifier("calls\(index)"),
                channel: .inbound(InboundTerms(demand: .history, handleTime: Seconds(200))))
        }
        let histories = many.enumerated().map { index, activity in
            var history = SyntheticHistory(seed: UInt64(index)).history()
            history.activity = ActivityKey(Identifier("campaign"), activity.id)
            return history
        }
        let scenario = OneCampaign(activities: many, histories: histories).scenario
        let one = forecast(scenario, control: RunControl(threads: 1))
        #expect(forecast(scenario, control: RunControl(threads: 3)) == one)
        #expect(one.activities.map(\.activity.activity) == many.map(\.id))
    }
}
