import Testing
import Workforce

@testable import Sizing

@Suite struct CallingWindowsTests {
    private func windows(
        consumer: Bool = true, offset: Int = 0, rules: [CallingRules] = [.french(from: "2022-03-01")],
        hours: ClockRange = ClockRange(ClockTime(hour: 8), ClockTime(hour: 21))
    ) -> CallingWindows {
        var terms = OutboundTerms(
            listSize: 1, reachRate: 0.3, conversionRate: 0.1, handleTime: Seconds(200), isConsumer: consumer)
        terms.consumerClockOffsetMinutes = offset
        var campaign = OneCampaign(
            hours: OpeningHours(weekdays: Array(repeating: [hours], count: 7), onHolidays: nil))
        campaign.activities = [.list(terms)]
        campaign.calling = rules
        let scenario = campaign.scenario
        return CallingWindows(
            terms: terms, campaign: scenario.campaigns[0], rules: scenario.rules,
            siteHolidays: HolidayCalendar(region: .france), intervalMinutes: 15)
    }

    /// Permitted stretches in minutes of the site's clock.
    private func stretches(_ windows: CallingWindows, _ date: String) throws -> [[Int]] {
        let permitted = windows.permitted(on: try #require(CivilDate(iso8601: date))) + [false]
        var found: [[Int]] = []
        var start: Int?
        for (interval, isPermitted) in permitted.enumerated() {
            if isPermitted, start == nil { start = interval }
            if !isPermitted, let from = start {
                found.append([from * 15, interval * 15])
                start = nil
            }
        }
        return found
    }

    @Test(arguments: [
        ("2026-11-23", [[600, 780], [840, 1200]]),  // Monday: the legal hole at 13–14 h
        ("2026-11-28", []),  // Saturday
        ("2026-11-29", []),  // Sunday
        ("2026-11-11", []),  // Wednesday, holiday
        ("2026-07-14", []),  // Tuesday, holiday under the earlier rules
    ])
    func consumersInTheSameZone(_ date: String, expected: [[Int]]) throws {
        #expect(try stretches(windows(), date) == expected)
    }

    @Test func businessesFollowOpeningHours() throws {
        #expect(try stretches(windows(consumer: false), "2026-11-28") == [[480, 1260]])
    }

    /// La Réunion is three hours ahead of Paris in winter: its 10–13 h and 14–20 h
    /// are 7–10 h and 11–17 h in Paris, of which the floor is open from 8.
    @Test func windowsFollowTheConsumersClock() throws {
        #expect(try stretches(windows(offset: 180), "2026-11-23") == [[480, 600], [660, 1020]])
        // Martinique, five hours behind: 15–18 h and 19–25 h in Paris.
        #expect(try stretches(windows(offset: -300), "2026-11-23") == [[900, 1080], [1140, 1260]])
    }

    /// Twelve hours ahead (Wallis), 22–24 h on Sunday in Paris is already Monday 10–12 h there.
    @Test func theConsumersDateDecides() throws {
        let night = ClockRange(ClockTime(hour: 20), .endOfDay)
        let wallis = windows(offset: 720, hours: night)
        #expect(try stretches(wallis, "2026-11-22") == [[1320, 1440]])
        // Friday night is their Saturday; the eve of 11 November is their holiday.
        #expect(try stretches(wallis, "2026-11-27") == [])
        #expect(try stretches(wallis, "2026-11-10") == [])
        #expect(try stretches(wallis, "2026-11-11") == [[1320, 1440]])
    }

    @Test func intervalsThatTouchTheHoleAreOut() throws {
        // 20 minutes off, no quarter of an hour straddles 13:00 or 14:00 in the consumer's time.
        let shifted = windows(offset: 20)
        #expect(try stretches(shifted, "2026-11-23") == [[585, 750], [825, 1170]])
    }

    @Test func rulesChangeOnTheirDate() throws {
        var later = CallingRules.french(from: "2026-08-11")
        later.windows = Array(repeating: [ClockRange(ClockTime(hour: 12), ClockTime(hour: 15))], count: 7)
        later.allowsHolidays = true
        let dated = windows(rules: [.french(from: "2022-03-01"), later])
        #expect(try stretches(dated, "2026-08-10") == [[600, 780], [840, 1200]])
        #expect(try stretches(dated, "2026-08-11") == [[720, 900]])
        #expect(try stretches(dated, "2026-08-15") == [[720, 900]])
        // Before any rule, and without rules, opening hours alone.
        #expect(try stretches(dated, "2022-02-28") == [[480, 1260]])
        #expect(try stretches(windows(rules: []), "2026-11-28") == [[480, 1260]])
    }
}
