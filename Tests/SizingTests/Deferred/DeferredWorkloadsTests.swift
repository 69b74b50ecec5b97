import Testing
import Workforce

@testable import Sizing

@Suite struct DeferredWorkloadsTests {
    /// 24 items a day, 900 s each, every day of two weeks; open 9–17 h on weekdays.
    private func campaign(due: Int) -> OneCampaign {
        let terms = DeferredTerms(demand: .history, handleTime: Seconds(900), dueWithin: Seconds(due))
        var campaign = OneCampaign(
            horizon: Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 2, intervalMinutes: 60),
            hours: .daily(
                ClockRange(ClockTime(hour: 9), ClockTime(hour: 17)),
                on: [.monday, .tuesday, .wednesday, .thursday, .friday]),
            activities: [Activity(id: Identifier("mail"), channel: .backOffice(terms))])
        campaign.contacts = [Identifier("mail"): campaign.horizon.intervals.map { _ in 1 }]
        campaign.handleSeconds = 900
        return campaign
    }

    @Test func aWeekOrMoreIsOneWorkloadAWeek() throws {
        let loads = try campaign(due: 7 * 86_400).workloads("mail")
        #expect(loads.map(\.days) == [0...6, 7...13])
        // The first weekend's items are done in the second week; the last weekend's, done
        // later, stand for those that wait at the beginning.
        #expect(loads.map(\.contacts) == [168, 168])
        #expect(loads.map(\.hours) == [42, 42])
        #expect(loads.allSatisfy { $0.sales == 0 && $0.permitted.filter { $0 }.count == 40 })
        // 42 h over 40 permitted hours, three times over: 3.15.
        #expect(loads[0].agentsAtOnce == 0...4)
    }

    @Test func twoDaysDue() throws {
        let loads = try campaign(due: 2 * 86_400).workloads("mail")
        #expect(
            loads.map(\.days) == [
                0...0, 0...1, 0...2, 1...3, 2...4, 3...5, 4...6, 7...7, 7...8, 7...9, 8...10, 9...11, 10...12,
                11...13,
            ])
        // Saturday's items are due on Monday, Sunday's on Tuesday.
        #expect(loads.map(\.contacts).reduce(0, +) == 24 * 14)
        #expect(loads[7].contacts == 24)
        #expect(loads[7].permitted.filter { $0 }.count == 8)
    }

    /// Monday's and Tuesday's work is due one and two days after it came in: 30 of the 60 items that
    /// wait came in on Saturday, 30 on Sunday. Nothing of the last weekend stands for them.
    @Test func aBacklogIsDueFirst() throws {
        var waiting = campaign(due: 2 * 86_400)
        let plain = try waiting.workloads("mail")
        waiting.activities[0].channel = .backOffice(
            DeferredTerms(
                demand: .history, handleTime: Seconds(900), dueWithin: Seconds(2 * 86_400), backlog: 60))
        let loads = try waiting.workloads("mail")
        #expect(loads.map(\.days) == plain.map(\.days))
        // Friday's of the last week may be done on the Friday; the last weekend is left.
        #expect(loads.total(\.contacts) == 60 + 24 * 12)
        #expect(loads[0].contacts == 30 && loads[0].hours == 7.5)
        #expect(loads[1].contacts == 30 && loads[2].contacts == 24)
        // The same without any forecast; a week or more, in the first week; an absurd one, nothing.
        waiting.contacts = [:]
        #expect(try waiting.workloads("mail").map(\.contacts) == [30, 30])
        for (backlog, contacts) in [(70, [70.0]), (-3, []), (0, [])] {
            waiting.activities[0].channel = .backOffice(
                DeferredTerms(
                    demand: .history, handleTime: Seconds(900), dueWithin: Seconds(9 * 86_400),
                    backlog: backlog))
            let loads = try waiting.workloads("mail")
            #expect(loads.map { $0.contacts.rounded() } == contacts)
            #expect(loads.allSatisfy { $0.days == 0...6 })
        }
    }

    @Test func hoursCarryShrinkageAndNothingIsLostInAnOpenWeek() throws {
        var open = campaign(due: 86_400)
        open.hours = OpeningHours(
            weekdays: Array(repeating: [ClockRange(.midnight, .endOfDay)], count: 7), onHolidays: nil)
        open.shrinkage = Workforce.Shrinkage(external: 0.5, internal: 0.2)
        let loads = try open.workloads("mail")
        #expect(abs(loads.total(\.contacts) - 14 * 24) < 1e-9)
        #expect(abs(loads.total(\.hours) - 14 * 6 / 0.4) < 1e-9)
    }

    @Test func neverOpenOrWithoutForecast() throws {
        var closed = campaign(due: 86_400)
        closed.hours = OpeningHours(weekdays: [])
        #expect(try closed.workloads("mail").isEmpty)
        var none = campaign(due: 86_400)
        #expect(try none.workloads("mail").count > 0)
        none.contacts = [:]
        #expect(try none.workloads("mail").isEmpty)
    }
}
